// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maintenance/Cleanup.h"

#include "core/storage/Checkpointer.h"
#include "core/storage/StorageThread.h"
#include "core/storage/Stores.h"

namespace smsauth {

namespace {

constexpr int Batch = 500; // some milliseconds of work
/// What a phone that guesses no more is remembered for.
constexpr std::chrono::hours KeepFailures(24);

} // namespace

Cleanup::Cleanup(StorageThread &storage, Mailbox &home, const Settings &settings, const Clock &clock,
                 Checkpointer *checkpointer)
    : m_storage(storage)
    , m_home(home)
    , m_settings(settings)
    , m_clock(clock)
    , m_checkpointer(checkpointer)
{
    m_schedule.setParent(this);
    connect(&m_schedule, &QTimer::timeout, this, [this] { run([](const Result<CleanupReport> &) {}); });
}

void Cleanup::startSchedule()
{
    const milliseconds interval = m_settings.cleanupInterval;
    if (interval.count() == 0)
        return;
    m_schedule.start(interval);
    m_status.nextRun = m_clock.now() + interval;
}

void Cleanup::run(Done done)
{
    m_waiting.append(std::move(done));
    if (m_waiting.size() > 1)
        return;
    m_report = {};
    removeCodes();
}

void Cleanup::dryRun(Done done)
{
    m_storage.submit<CleanupReport>(
        m_home,
        [this](Stores &stores) -> Result<CleanupReport> {
            const Timestamp now = m_clock.now();
            return CleanupReport{.expired = stores.codes.countExpired(now, m_settings.effectiveResendWait()),
                                 .removed = 0,
                                 .logRemoved = stores.messages.countOld(now - std::chrono::days(m_settings.logDays),
                                                                        m_settings.logRows)};
        },
        std::move(done));
}

void Cleanup::removeCodes()
{
    m_storage.submit<CodeStore::Removed>(
        m_home,
        [this](Stores &stores) {
            return stores.atomically([&]() -> Result<CodeStore::Removed> {
                const auto removed =
                    stores.codes.removeExpired(m_clock.now(), m_settings.effectiveResendWait(), Batch);
                stores.changes.codes = stores.changes.codes || removed.all > 0;
                return removed;
            });
        },
        [this](const Result<CodeStore::Removed> &removed) {
            if (!removed)
                return finish(removed.error());
            m_report.expired += removed->expired;
            m_report.removed += removed->expired;
            removed->all < Batch ? removeLog() : removeCodes();
        });
}

void Cleanup::removeLog()
{
    struct Removed
    {
        qint64 messages;
        int windows; ///< looked at
        int failures;
        bool isLast() const { return messages < Batch && windows < Batch && failures < Batch; }
    };
    m_storage.submit<Removed>(
        m_home,
        [this](Stores &stores) {
            return stores.atomically([&]() -> Result<Removed> {
                const Timestamp now = m_clock.now();
                const Removed removed{stores.messages.removeOld(now - std::chrono::days(m_settings.logDays),
                                                                m_settings.logRows, Batch),
                                      stores.limits.removeEnded(now, Batch),
                                      stores.limits.removeFailures(now - KeepFailures, Batch)};
                stores.changes.messages = stores.changes.messages || removed.messages > 0;
                return removed;
            });
        },
        [this](const Result<Removed> &removed) {
            if (!removed)
                return finish(removed.error());
            m_report.logRemoved += removed->messages;
            removed->isLast() ? finish(m_report) : removeLog();
        });
}

void Cleanup::finish(const Result<CleanupReport> &result)
{
    if (result) {
        m_status.lastRun = m_clock.now();
        m_status.lastReport = *result;
        if (m_checkpointer)
            m_checkpointer->truncateSoon();
    }
    if (m_schedule.isActive())
        m_status.nextRun = m_clock.now() + milliseconds(m_schedule.remainingTime());
    for (const Done &done : std::exchange(m_waiting, {}))
        done(result);
}

} // namespace smsauth
