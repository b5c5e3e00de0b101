// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QDeadlineTimer>
#include <QObject>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace smsauth {

/// The one thread on which QtKeychain and the session bus are used. It may hang; whoever asks waits no longer than
/// the deadline, and an answer that comes later is dropped.
///
/// One for the whole process, and it stays: QtKeychain works off all jobs of a process in one queue that belongs to
/// the first thread that used it.
class KeyringThread
{
public:
    template<class T>
    using Answer = std::function<void(Result<T>)>;

    /// Runs `question` on the thread; it answers then or later. Thread-safe; never call it from that thread.
    /// Errors: TimedOut, besides those of the answer.
    template<class T>
    static Result<T> ask(QDeadlineTimer deadline, std::function<void(Answer<T>)> question);

private:
    static void post(std::function<void()> action);
};

template<class T>
Result<T> KeyringThread::ask(QDeadlineTimer deadline, std::function<void(Answer<T>)> question)
{
    struct Waiting
    {
        std::mutex mutex;
        std::condition_variable answered;
        std::optional<Result<T>> answer;
    };
    const auto waiting = std::make_shared<Waiting>();
    post([waiting, deadline, question = std::move(question)] {
        if (deadline.hasExpired())
            return; // nobody waits any more
        question([waiting](Result<T> answer) {
            const std::lock_guard lock(waiting->mutex);
            waiting->answer = std::move(answer);
            waiting->answered.notify_one();
        });
    });
    std::unique_lock lock(waiting->mutex);
    const bool answered = waiting->answered.wait_for(lock, deadline.remainingTimeAsDuration(),
                                                     [&] { return waiting->answer.has_value(); });
    if (!answered)
        return {ErrorCode::TimedOut, QStringLiteral("the keyring did not answer in time")};
    return *std::move(waiting->answer);
}

} // namespace smsauth
