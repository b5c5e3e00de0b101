// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/StorageThread.h"

#include "core/base/Log.h"
#include "core/storage/Stores.h"

#include <algorithm>
#include <future>

namespace smsauth {

namespace {

// Bounds how long the first request of a group waits for the last one.
constexpr size_t MaxGroup = 512;
constexpr std::chrono::seconds NextTry(1);

} // namespace

StorageThread::StorageThread() = default;

StorageThread::~StorageThread()
{
    stop();
}

void StorageThread::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

Result<void> StorageThread::start(std::function<std::unique_ptr<Stores>()> open)
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = false;
    }
    std::promise<Result<void>> opened;
    std::future<Result<void>> outcome = opened.get_future();
    m_thread = std::thread([this, open = std::move(open), &opened] {
        const Result<void> result = guarded([&] { m_stores = open(); });
        opened.set_value(result); // the caller, and with it the promise, may be gone from here on
        if (result)
            run();
        m_stores.reset();
    });
    const Result<void> result = outcome.get();
    if (!result)
        stop();
    return result;
}

void StorageThread::drain()
{
    std::unique_lock lock(m_mutex);
    m_idleAgain.wait(lock, [this] { return m_waiting.empty() && m_idle; });
}

void StorageThread::enqueue(std::unique_ptr<Job> job)
{
    QString refusal;
    bool notify = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_stop) {
            refusal = QStringLiteral("the database is closed");
        } else if (m_waiting.size() >= MaxWaiting) {
            refusal = QStringLiteral("the storage queue is full");
        } else {
            m_waiting.push_back(std::move(job));
            notify = m_idle;
        }
    }
    if (!refusal.isEmpty()) {
        job->fail({ErrorCode::Busy, refusal, seconds(1)});
        job->deliver();
    } else if (notify) {
        m_wake.notify_one();
    }
}

void StorageThread::run()
{
    std::vector<std::unique_ptr<Job>> group;
    for (;;) {
        group.clear();
        {
            std::unique_lock lock(m_mutex);
            m_idle = true;
            if (m_waiting.empty())
                m_idleAgain.notify_all();
            const auto called = [this] { return m_stop || !m_waiting.empty(); };
            if (m_lastCommitted)
                m_wake.wait(lock, called);
            else
                m_wake.wait_for(lock, NextTry, called);
            if (m_waiting.empty() && m_stop)
                return;
            m_idle = false;
            const auto end = m_waiting.begin() + std::ptrdiff_t(std::min(MaxGroup, m_waiting.size()));
            group.assign(std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(end));
            m_waiting.erase(m_waiting.begin(), end);
        }
        group.empty() ? tryToWrite() : runGroup(group);
    }
}

// A group without a word to the log: the failure that began it is there.
void StorageThread::tryToWrite()
{
    m_lastCommitted = guarded([&] {
                          m_stores->beginGroup();
                          if (m_stores->database.access() == Database::Access::Write)
                              m_stores->setMeta(QStringLiteral("writing"), QStringLiteral("works"));
                          m_stores->commitGroup();
                      }).ok();
    if (m_lastCommitted)
        qCInfo(lcStorage) << "storing works again";
    else
        m_stores->rollbackGroup();
}

void StorageThread::runGroup(std::vector<std::unique_ptr<Job>> &group)
{
    const Result<void> committed = guarded([&] {
        m_stores->beginGroup();
        for (const auto &job : group)
            job->run(*m_stores);
        m_stores->commitGroup();
    });
    m_lastCommitted = committed.ok();
    if (!committed) {
        qCWarning(lcStorage) << "a group of" << group.size()
                             << "requests was not stored:" << committed.error().detail;
        m_stores->rollbackGroup();
        for (const auto &job : group)
            job->fail({ErrorCode::Storage, committed.error().detail, seconds(1)});
    }

    // One delivery per receiver, however many of its requests are in the group.
    std::stable_sort(group.begin(), group.end(),
                     [](const auto &a, const auto &b) { return std::less<>()(a->home, b->home); });
    for (auto first = group.begin(); first != group.end();) {
        const auto last =
            std::find_if(first, group.end(), [&](const auto &job) { return job->home != (*first)->home; });
        Mailbox *const home = (*first)->home;
        std::vector<Mailbox::Action> deliveries;
        deliveries.reserve(size_t(last - first));
        for (; first != last; ++first)
            deliveries.push_back([job = std::shared_ptr<Job>(std::move(*first))] { job->deliver(); });
        home->post(std::move(deliveries));
    }
    if (committed && m_stores->changes.any() && m_afterCommit)
        m_afterCommit(m_stores->changes);
}

} // namespace smsauth
