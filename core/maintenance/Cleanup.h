// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Mailbox.h"
#include "core/model/Records.h"
#include "core/settings/Settings.h"

#include <QTimer>

namespace smsauth {

class Checkpointer;
class StorageThread;
class Stores;

/// Removes expired codes, ended limit windows and old rows of the send log: on demand and on a schedule, in small
/// batches that sign-ins pass between. Every run leaves a line in the history. Lives on the server thread; every
/// `done` runs there.
class Cleanup : public QObject
{
public:
    using Done = std::function<void(Result<CleanupReport>)>;

    /// reader: for what is only counted. checkpointer may be null.
    Cleanup(StorageThread &storage, StorageThread &reader, Mailbox &home, const Settings &settings,
            const Clock &clock, Checkpointer *checkpointer);

    /// Starts the schedule of SMS_AUTH_CLEANUP_INTERVAL or SMS_AUTH_CLEANUP_AT. A time of day that has passed since
    /// the last run while no program was there is made up for.
    void startSchedule();
    /// Puts off what the schedule does in this time until after it.
    void hold(milliseconds time);
    /// How long that will last; 0: nothing is held.
    milliseconds heldFor() const { return std::max(milliseconds(0), m_heldUntil - m_clock.uptime()); }
    /// A run that is under way already is joined, not doubled. cause: who wants it, for the history.
    void run(const QString &cause, Done done);
    bool isRunning() const { return !m_waiting.isEmpty(); }
    /// Only counts, and names the first codes.
    void dryRun(Done done);
    /// Without expiredNow and history, which are questions to the store.
    CleanupStatus status() const { return m_status; }

private:
    void startDaily();
    void lookAtTheClock();
    void runScheduled();
    void removeCodes();
    void removeLog();
    void finish(const Result<CleanupReport> &result);
    void tell(const Result<CleanupReport> &result);

    StorageThread &m_storage;
    StorageThread &m_reader;
    Mailbox &m_home;
    const Settings &m_settings;
    const Clock &m_clock;
    Checkpointer *m_checkpointer;
    QTimer m_schedule;
    milliseconds m_heldUntil{0}; ///< of the clock's uptime
    CleanupStatus m_status;
    QString m_cause; ///< of the run under way, as the next two
    CleanupReport m_report;
    milliseconds m_began{0}; ///< of the clock's uptime
    QList<Done> m_waiting;   ///< not empty: a run is under way
};

} // namespace smsauth
