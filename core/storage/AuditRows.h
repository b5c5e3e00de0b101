// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

#include <functional>

namespace smsauth {

class Database;
class Rows;

/// Of a question for id, at, actor, action, subject, detail, mac.
AuditRecord auditRecordFrom(const Rows &rows);

/// All rows of the audit trail as of one moment, by their ids, with their seals (empty: none). Throws StorageError.
void eachAuditRow(Database &database, const std::function<void(const AuditRecord &, const QByteArray &seal)> &each);

} // namespace smsauth
