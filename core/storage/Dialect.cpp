// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Dialect.h"

namespace smsauth {

const Dialect &Dialect::sqlite()
{
    static const Dialect dialect{
        .driver = QStringLiteral("QSQLITE"),
        .beginWriting = QStringLiteral("BEGIN IMMEDIATE"),
        .onCreate = {QStringLiteral("PRAGMA auto_vacuum = INCREMENTAL")},
        .onOpenWriting =
            {
                QStringLiteral("PRAGMA busy_timeout = 2000"),
                QStringLiteral("PRAGMA journal_mode = WAL"),
                QStringLiteral("PRAGMA synchronous = FULL"),
                QStringLiteral("PRAGMA secure_delete = ON"),
                QStringLiteral("PRAGMA temp_store = MEMORY"),
                QStringLiteral("PRAGMA cache_size = -16384"),
                // The Checkpointer does it beside the writer: a checkpoint within a commit is what makes the slow
                // ones.
                QStringLiteral("PRAGMA wal_autocheckpoint = 0"),
            },
        .onOpenReading =
            {
                QStringLiteral("PRAGMA busy_timeout = 2000"),
                QStringLiteral("PRAGMA query_only = ON"),
                QStringLiteral("PRAGMA temp_store = MEMORY"),
            },
        .writeBack = QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"),
        .writeBackAndEmpty = QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"),
        .writeBackAndRestart = QStringLiteral("PRAGMA wal_checkpoint(RESTART)"),
        .spaceQuestion = QStringLiteral("SELECT page_count * page_size, freelist_count * page_size, auto_vacuum "
                                        "FROM pragma_page_count(), pragma_page_size(), pragma_freelist_count(), "
                                        "pragma_auto_vacuum()"),
        .freePages = QStringLiteral("PRAGMA freelist_count"),
        .giveBackOne = QStringLiteral("PRAGMA incremental_vacuum(1)"),
        .rebuild = {QStringLiteral("PRAGMA auto_vacuum = INCREMENTAL"), QStringLiteral("VACUUM")},
        .readOnlyCopy = {QStringLiteral("PRAGMA query_only = OFF")},
        .copyShrinks = QStringLiteral("PRAGMA auto_vacuum = INCREMENTAL"),
        .copyInto = QStringLiteral("VACUUM INTO ?"),
        .soundness = QStringLiteral("PRAGMA integrity_check(10)"),
        .triggersAndViews = QStringLiteral("SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')"),
        .types =
            {
                // AUTOINCREMENT: an id is never used twice, so "everything after id 7" stays true after a deletion.
                {QStringLiteral("{id}"), QStringLiteral("INTEGER PRIMARY KEY AUTOINCREMENT")},
                {QStringLiteral("{bytes}"), QStringLiteral("BLOB")},
                {QStringLiteral("{clustered}"), QStringLiteral(" WITHOUT ROWID")},
            },
    };
    return dialect;
}

QString Dialect::written(QString migration) const
{
    for (const auto &[placeholder, type] : types)
        migration.replace(placeholder, type);
    return migration;
}

} // namespace smsauth
