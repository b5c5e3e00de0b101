// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maintenance/Cleanup.h"

#include "core/maintenance/CleanupSchedule.h"
#include "core/storage/Checkpointer.h"
#include "core/storage/StorageThread.h"
#include "core/storage/Stores.h"

#include <algorithm>

namespace smsauth {

namespace {

constexpr int Batch = 500; // some milliseconds of work
/// What a phone that guesses no more is remembered for.
constexpr std::chrono::hours KeepFailures(24);
constexpr milliseconds LongestNap{30'000};

} // namespace

Cleanup::Cleanup(StorageThread &storage, StorageThread &reader, Mailbox &home, const Settings &settings,
                 const Clock &clock, Checkpointer *checkpointer)
    : m_storage(storage)
    , m_reader(reader)
    , m_home(home)
    , m_settings(settings)
    , m_clock(clock)
    , m_checkpointer(checkpointer)
{
    m_schedule.setParent(this);
    connect(&m_schedule, &QTimer::timeout, this,
            [this] { m_settings.cleanupAt.isEmpty() ? runScheduled() : lookAtTheClock(); });
}

void Cleanup::startSchedule()
{
    if (!m_settings.cleanupAt.isEmpty())
        return startDaily();
    const milliseconds interval = m_settings.cleanupInterval;
    if (interval.count() == 0)
        return;
    m_schedule.start(interval);
    m_status.nextRun = m_clock.now() + interval;
}

void Cleanup::startDaily()
{
    m_status.nextRun = nextTimeOfDay(m_settings.cleanupAt, m_clock.now());
    lookAtTheClock();
    using Runs = QList<CleanupRun>;
    m_reader.submit<Runs>(
        m_home, [](Stores &stores) -> Result<Runs> { return stores.cleanups.list(1); },
        [this](const Result<Runs> &runs) {
            const bool known = runs && !runs->isEmpty();
            if (known && runs->first().at < lastTimeOfDay(m_settings.cleanupAt, m_clock.now()))
                runScheduled();
        });
}

// A timer of many hours would not notice that the computer slept or that somebody set the clock.
void Cleanup::lookAtTheClock()
{
    const Timestamp now = m_clock.now();
    if (now >= *m_status.nextRun)
        runScheduled();
    m_status.nextRun = nextTimeOfDay(m_settings.cleanupAt, now);
    m_schedule.start(std::clamp(*m_status.nextRun - now, milliseconds(1), LongestNap));
}

void Cleanup::hold(milliseconds time)
{
    m_heldUntil = std::max(m_heldUntil, m_clock.uptime() + time);
}

void Cleanup::runScheduled()
{
    if (const milliseconds left = heldFor(); left.count() > 0) {
        QTimer::singleShot(left, this, [this] { runScheduled(); });
        return;
    }
    run(CleanupRun::Schedule, [](const Result<CleanupReport> &) {});
}

void Cleanup::run(const QString &cause, Done done)
{
    m_waiting.append(std::move(done));
    if (m_waiting.size() > 1)
        return;
    m_cause = cause;
    m_report = {};
    m_began = m_clock.uptime();
    removeCodes();
}

void Cleanup::dryRun(Done done)
{
    m_reader.submit<CleanupReport>(
        m_home,
        [now = m_clock.now(), wait = m_settings.effectiveResendWait(), days = m_settings.logDays,
         rows = m_settings.logRows](Stores &stores) -> Result<CleanupReport> {
            CleanupReport report;
            report.expired = stores.codes.countExpired(now, wait);
            report.logRemoved = stores.log.countOld(now - std::chrono::days(days), rows);
            report.codes = stores.codes.listExpired(now, wait, CleanupReport::Shown);
            return report;
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
                const Removed removed{
                    stores.log.removeOld(now - std::chrono::days(m_settings.logDays), m_settings.logRows, Batch),
                    stores.limits.removeEnded(now, Batch), stores.limits.removeFailures(now - KeepFailures, Batch)};
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
    CleanupRun run;
    run.at = m_clock.now();
    run.cause = m_cause;
    run.report = m_report;
    run.duration = m_clock.uptime() - m_began;
    if (!result)
        run.error = result.error().detail;
    else if (m_checkpointer)
        m_checkpointer->truncateSoon();
    // A history that cannot be written takes nothing from the run.
    m_storage.submit<void>(
        m_home,
        [run](Stores &stores) {
            return stores.atomically([&]() -> Result<void> {
                stores.cleanups.append(run);
                return {};
            });
        },
        [this, result](const Result<void> &) { tell(result); });
}

void Cleanup::tell(const Result<CleanupReport> &result)
{
    if (result) {
        m_status.lastRun = m_clock.now();
        m_status.lastReport = *result;
    }
    if (m_schedule.isActive() && m_settings.cleanupAt.isEmpty())
        m_status.nextRun = m_clock.now() + milliseconds(m_schedule.remainingTime());
    for (const Done &done : std::exchange(m_waiting, {}))
        done(result);
}

} // namespace smsauth
