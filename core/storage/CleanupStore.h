// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

namespace smsauth {

class Database;

/// The table `cleanup_run`: the history of cleanups, of which the newest are kept. Every function throws
/// StorageError.
class CleanupStore
{
public:
    static constexpr int Kept = 500; ///< rows

    explicit CleanupStore(Database &database)
        : m_db(database)
    {
    }

    /// run.id, since and runs are ignored. A run of the schedule that found nothing joins one before it that did
    /// not either.
    void append(const CleanupRun &run);
    /// Newest first.
    QList<CleanupRun> list(int limit);

private:
    Database &m_db;
};

} // namespace smsauth
