// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Guarded.h"
#include "core/base/Mailbox.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <thread>

namespace smsauth {

class Stores;
struct Changes;

/// The one writing connection, on a thread of its own. Everything that waits is worked off in one transaction; the
/// results are released only after the commit (group commit: full durability at a fraction of the disk syncs).
///
/// Work runs on the storage thread and guards its own atomicity with Stores::atomically(), so that the failure of
/// one request does not touch its neighbours. If the commit itself fails, every result of the group becomes
/// Storage.
class StorageThread
{
public:
    static constexpr size_t MaxWaiting = 8192;

    StorageThread();
    ~StorageThread();

    /// Opens (and migrates) the database on the new thread; waits for the outcome. Errors: Storage; then it can be
    /// started again.
    Result<void> start(std::function<std::unique_ptr<Stores>()> open);

    /// Finishes what waits, then ends the thread. It can be started again.
    void stop();

    /// Whether the last group could be committed. After one that could not, the thread tries by itself whether
    /// writing works again: nobody sends requests to a server that says it is not well. Any thread.
    bool lastCommitted() const { return m_lastCommitted; }

    /// Waits until everything submitted so far has run and its results are on their way. Not from the storage
    /// thread.
    void drain();

    /// Runs `work` in the next group and `done` on the thread of `home` after the commit. Callable from any thread.
    /// With a full queue, or after stop(), `done` runs at once, on the caller's thread, with Busy and retryAfter
    /// 1 s.
    template<class T>
    void submit(Mailbox &home, std::function<Result<T>(Stores &)> work, std::function<void(Result<T>)> done)
    {
        enqueue(std::make_unique<TypedJob<T>>(home, std::move(work), std::move(done)));
    }

    /// Runs `action` on the storage thread after every group that changed something, e.g. to wake the sender.
    /// Set before start().
    void afterCommit(std::function<void(const Changes &)> action) { m_afterCommit = std::move(action); }

private:
    struct Job
    {
        explicit Job(Mailbox &receiver)
            : home(&receiver)
        {
        }
        virtual ~Job() = default;
        virtual void run(Stores &stores) = 0;
        virtual void fail(const Error &error) = 0;
        virtual void deliver() = 0;
        Mailbox *home;
    };

    template<class T>
    struct TypedJob final : Job
    {
        TypedJob(Mailbox &receiver, std::function<Result<T>(Stores &)> w, std::function<void(Result<T>)> d)
            : Job(receiver)
            , work(std::move(w))
            , done(std::move(d))
        {
        }
        void run(Stores &stores) override
        {
            result = guardedResult<T>([&] { return work(stores); });
        }
        void fail(const Error &error) override { result = error; }
        void deliver() override { done(std::move(result)); }

        std::function<Result<T>(Stores &)> work;
        std::function<void(Result<T>)> done;
        Result<T> result{ErrorCode::Internal};
    };

    void enqueue(std::unique_ptr<Job> job);
    void run();
    void runGroup(std::vector<std::unique_ptr<Job>> &group);
    void tryToWrite();

    std::function<void(const Changes &)> m_afterCommit;
    std::unique_ptr<Stores> m_stores; ///< created, used and destroyed on m_thread
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_idleAgain;
    std::vector<std::unique_ptr<Job>> m_waiting;
    std::atomic<bool> m_lastCommitted = true;
    bool m_idle = false;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace smsauth
