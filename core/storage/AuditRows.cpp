// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/AuditRows.h"

#include "core/storage/Database.h"

namespace smsauth {

AuditRecord auditRecordFrom(const Rows &rows)
{
    return {.id = rows.integer(0),
            .at = rows.time(1),
            .actor = rows.text(2),
            .action = rows.text(3),
            .subject = rows.text(4),
            .detail = rows.text(5)};
}

void eachAuditRow(Database &database, const std::function<void(const AuditRecord &, const QByteArray &seal)> &each)
{
    Rows rows = database.select(
        QStringLiteral("SELECT id, at, actor, action, subject, detail, mac FROM audit ORDER BY id"));
    while (rows.next())
        each(auditRecordFrom(rows), rows.bytes(6));
}

} // namespace smsauth
