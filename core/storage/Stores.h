// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/AuditStore.h"
#include "core/storage/CleanupStore.h"
#include "core/storage/CodeStore.h"
#include "core/storage/Database.h"
#include "core/storage/LimitStore.h"
#include "core/storage/MessageStore.h"
#include "core/storage/UserStore.h"

namespace smsauth {

/// What a group of requests has changed; told to the listeners after its commit.
struct Changes
{
    bool codes = false;
    bool messages = false;
    bool users = false;
    bool audit = false;
    bool queued = false; ///< there is something new for the sender

    bool any() const { return codes || messages || users || audit || queued; }
};

/// One connection and the tables on it.
class Stores
{
public:
    /// Opens the database; with Write access brings the schema up to date. Throws StorageError.
    Stores(const QString &file, Database::Access access);

    Database database;
    CodeStore codes{database};
    MessageStore messages{database};
    UserStore users{database};
    LimitStore limits{database};
    AuditStore audit{database};
    CleanupStore cleanups{database};
    Changes changes;

    /// A group of requests is one transaction.
    void beginGroup();
    void commitGroup();
    void rollbackGroup();

    /// A value that belongs to the database as a whole; empty when it was never set.
    QString meta(const QString &name);
    void setMeta(const QString &name, const QString &value);

    /// Runs the action under a savepoint: what it wrote stays only if it succeeds. Storage errors become its
    /// Result.
    template<class Action>
    auto atomically(Action &&action) -> decltype(action())
    {
        database.savepoint();
        auto result = guardedResult<typename decltype(action())::Value>(action);
        result.ok() ? database.release() : database.rollbackToSavepoint();
        if (!result.ok())
            noteFailure(result.error());
        return result;
    }

private:
    static void noteFailure(const Error &error);
};

} // namespace smsauth
