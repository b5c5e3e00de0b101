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
/// batches that sign-ins pass between. Lives on the server thread; every `done` runs there.
class Cleanup : public QObject
{
public:
    using Done = std::function<void(Result<CleanupReport>)>;

    /// checkpointer may be null.
    Cleanup(StorageThread &storage, Mailbox &home, const Settings &settings, const Clock &clock,
            Checkpointer *checkpointer);

    /// Starts the schedule of SMS_AUTH_CLEANUP_INTERVAL.
    void startSchedule();
    /// A run that is under way already is joined, not doubled.
    void run(Done done);
    /// Only counts.
    void dryRun(Done done);
    /// Without expiredNow, which is a question to the store.
    CleanupStatus status() const { return m_status; }

private:
    void removeCodes();
    void removeLog();
    void finish(const Result<CleanupReport> &result);

    StorageThread &m_storage;
    Mailbox &m_home;
    const Settings &m_settings;
    const Clock &m_clock;
    Checkpointer *m_checkpointer;
    QTimer m_schedule;
    CleanupStatus m_status;
    CleanupReport m_report; ///< of the run under way
    QList<Done> m_waiting;  ///< not empty: a run is under way
};

} // namespace smsauth
