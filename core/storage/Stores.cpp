// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Stores.h"

#include "core/base/Log.h"
#include "core/storage/Migrations.h"

namespace smsauth {

Stores::Stores(const QString &file, Database::Access access)
    : database(file, access)
{
    if (access == Database::Access::Write)
        migrate(database);
}

void Stores::beginGroup()
{
    changes = {};
    limits.dropCounts();
    database.begin();
}

void Stores::commitGroup()
{
    limits.writeCounts();
    changes.audit |= audit.hasAppended();
    database.commit();
    if (!audit.needsAnchor())
        return;
    // What is committed stays committed, whatever becomes of the anchor.
    if (const Result<void> anchored = guarded([this] { audit.anchor(); }); !anchored)
        qCWarning(lcStorage) << "the audit trail could not be anchored:" << anchored.error().detail;
}

void Stores::rollbackGroup()
{
    database.rollback();
}

QString Stores::meta(const QString &name)
{
    Rows rows = database.select(QStringLiteral("SELECT value FROM meta WHERE name = ?"), name);
    return rows.next() ? rows.text(0) : QString();
}

void Stores::setMeta(const QString &name, const QString &value)
{
    database.change(QStringLiteral("INSERT INTO meta (name, value) VALUES (?, ?) "
                                   "ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
                    name, value);
}

void Stores::noteFailure(const Error &error)
{
    if (error.code == ErrorCode::Storage || error.code == ErrorCode::Internal)
        qCWarning(lcStorage) << "a request was not stored:" << error.detail;
}

} // namespace smsauth
