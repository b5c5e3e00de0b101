// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/AuditStore.h"

#include "core/storage/Database.h"

namespace smsauth {

void AuditStore::append(const AuditRecord &record)
{
    m_db.change(QStringLiteral("INSERT INTO audit (at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?)"),
                record.at, record.actor, record.action, record.subject, record.detail);
}

QList<AuditRecord> AuditStore::list(int limit, RowId before)
{
    // One condition that an index can serve: a choice within the statement would hide it from PostgreSQL.
    Rows rows = m_db.select(QStringLiteral("SELECT id, at, actor, action, subject, detail FROM audit "
                                           "WHERE id < ? ORDER BY id DESC LIMIT ?"),
                            before > 0 ? before : std::numeric_limits<RowId>::max(), limit);
    QList<AuditRecord> records;
    while (rows.next()) {
        records.append({.id = rows.integer(0),
                        .at = rows.time(1),
                        .actor = rows.text(2),
                        .action = rows.text(3),
                        .subject = rows.text(4),
                        .detail = rows.text(5)});
    }
    return records;
}

} // namespace smsauth
