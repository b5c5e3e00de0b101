// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/CleanupStore.h"

#include "core/storage/Database.h"

namespace smsauth {

namespace {

bool isSilent(const CleanupRun &run)
{
    return run.cause == CleanupRun::Schedule && run.foundNothing();
}

} // namespace

void CleanupStore::append(const CleanupRun &run)
{
    const QList<CleanupRun> newest = list(1);
    if (isSilent(run) && !newest.isEmpty() && isSilent(newest.first())) {
        m_db.change(QStringLiteral("UPDATE cleanup_run SET at = ?, runs = runs + 1, duration_ms = ? WHERE id = ?"),
                    run.at, qint64(run.duration.count()), newest.first().id);
        return;
    }
    const RowId id = m_db.insert(
        QStringLiteral(
            "INSERT INTO cleanup_run (since, at, cause, expired, removed, log_removed, duration_ms, error) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        run.at, run.at, run.cause, run.report.expired, run.report.removed, run.report.logRemoved,
        qint64(run.duration.count()), run.error);
    m_db.change(QStringLiteral("DELETE FROM cleanup_run WHERE id <= ?"), id - Kept);
}

QList<CleanupRun> CleanupStore::list(int limit)
{
    Rows rows = m_db.select(QStringLiteral("SELECT id, since, at, runs, cause, expired, removed, log_removed, "
                                           "duration_ms, error FROM cleanup_run ORDER BY id DESC LIMIT ?"),
                            limit);
    QList<CleanupRun> runs;
    while (rows.next()) {
        CleanupRun run;
        run.id = rows.integer(0);
        run.since = rows.time(1);
        run.at = rows.time(2);
        run.runs = int(rows.integer(3));
        run.cause = rows.text(4);
        run.report.expired = rows.integer(5);
        run.report.removed = rows.integer(6);
        run.report.logRemoved = rows.integer(7);
        run.duration = milliseconds(rows.integer(8));
        run.error = rows.text(9);
        runs.append(run);
    }
    return runs;
}

} // namespace smsauth
