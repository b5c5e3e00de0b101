// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"
#include "core/storage/Checkpointer.h"
#include "core/storage/DatabaseLock.h"
#include "core/storage/StorageThread.h"
#include "core/storage/Stores.h"

namespace smsauth {

/// The database of a profile with the threads that work on it. Lives on the server thread.
class ProfileStorage
{
public:
    /// standard: the file when the settings name none. afterCommit: runs on the storage thread.
    ProfileStorage(QString standard, std::function<void(const Changes &)> afterCommit);

    /// Does nothing when it is open. begin: what comes before everything else, on the thread that writes; throws
    /// StorageError. Errors: Settings (the file that they name is none), InUse (another program has it), Storage.
    Result<void> open(const Settings &settings, std::function<void(Stores &)> begin);
    bool isOpen() const { return m_checkpointer != nullptr; }
    /// Whether what is asked now is done: not before it was open, and not while it closes.
    bool takesWork() const { return m_takesWork; }
    /// Finishes what waits and ends the threads; their answers are on the way then. Who asks from there on is told
    /// that the database is closed.
    void stopThreads();
    void close();
    /// Waits until everything asked so far has run.
    void drain();

    /// The one that is open, else the one that would be.
    QString file(const Settings &settings) const;
    /// The settings name another file by now.
    bool waitsForRestart(const Settings &settings) const;

    StorageThread &writer() { return m_writer; }
    StorageThread &reader() { return m_reader; }
    Checkpointer *checkpointer() { return m_checkpointer.get(); }

private:
    QString fileIn(const QString &database) const;

    const QString m_standard;
    QString m_openedWith; ///< SMS_AUTH_DATABASE as it was then
    bool m_takesWork = false;
    DatabaseLock m_lock; ///< also while it is closed for a moment
    StorageThread m_writer;
    StorageThread m_reader;
    std::unique_ptr<Checkpointer> m_checkpointer;
};

} // namespace smsauth
