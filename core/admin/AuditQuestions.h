// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/ServerSide.h"

namespace smsauth {

// The audit trail. Server thread; the profile is open.

void listAudit(ServerSide &server, int limit, RowId before, const QString &find, Done<QList<AuditRecord>> done);
void verifyAuditTrail(ServerSide &server, const NotedAuditRow &noted, Done<AuditVerdict> done);

} // namespace smsauth
