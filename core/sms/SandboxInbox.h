// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Mailbox.h"
#include "core/model/Records.h"

#include <QHash>
#include <QTimer>
#include <optional>

namespace smsauth {

/// The simulated phones as scripts see them: list, wait, delete, reset. Lives on the server thread; every `done`
/// runs there exactly once. Only made in simulated mode.
class SandboxInbox : public QObject
{
public:
    template<class T>
    using Done = std::function<void(Result<T>)>;

    /// The engine's answers behind the inbox, handed in so that this file knows neither storage nor threads.
    struct Backend
    {
        /// Messages of a phone (null: of all), newest first, id > after, at most limit.
        std::function<void(PhoneNumber phone, RowId after, int limit, Done<QList<MessageRecord>>)> messages;
        /// As above, only those whose code is live now.
        std::function<void(PhoneNumber phone, Done<QList<MessageRecord>>)> liveMessages;
        std::function<void(PhoneNumber phone, Done<qint64>)> removeMessages;
        std::function<void(PhoneNumber phone, Done<void>)> reset;
    };

    explicit SandboxInbox(Backend backend, QObject *parent = nullptr);

    void messages(const PhoneNumber &phone, int limit, Done<QList<MessageRecord>> done);
    /// The first delivered message after `since`; without since the newest whose code is live, else the next to
    /// come. Errors: TimedOut. Returns an id for cancelWait() (the client has gone).
    quint64 wait(const PhoneNumber &phone, std::optional<RowId> since, milliseconds timeout,
                 Done<MessageRecord> done);
    void cancelWait(quint64 id);
    void remove(const PhoneNumber &phone, Done<qint64> done);
    void reset(const PhoneNumber &phone, Done<void> done);

    /// Messages have changed: who waits is asked again.
    void messagesChanged();

private:
    using Step = void (SandboxInbox::*)(quint64 id, const QList<MessageRecord> &messages);
    struct Waiter
    {
        PhoneNumber phone;
        std::optional<RowId> since; ///< none: not yet known where "the next" begins
        Done<MessageRecord> done;
        QTimer *deadline = nullptr;
        RowId lastBefore = 0;  ///< the newest message when the wait began
        bool asking = false;   ///< a question is under way
        bool askAgain = false; ///< something has changed since it was asked
    };
    /// Continues with `step` if the waiter is still there when the answer comes; ends the wait on an error.
    Done<QList<MessageRecord>> whileWaiting(quint64 id, Step step);
    void ask(quint64 id);
    void takeOldest(quint64 id, const QList<MessageRecord> &newestFirst);
    void askForNewest(quint64 id);
    void askForLive(quint64 id, const QList<MessageRecord> &newest);
    void takeNewestLive(quint64 id, const QList<MessageRecord> &liveNewestFirst);
    void finish(quint64 id, Result<MessageRecord> result);

    Backend m_backend;
    QHash<quint64, Waiter> m_waiters;
    quint64 m_nextId = 0;
};

} // namespace smsauth
