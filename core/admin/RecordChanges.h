// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"
#include "core/engine/Engine.h"

namespace smsauth {

// What a person does by hand to single rows; each is one transaction together with its line in the audit trail, as
// Admin describes them. Server thread; precondition: the engine is open.

void changeCode(Engine &engine, const QString &actor, RowId id, CodeChange change, Done<void> done);
void revealCode(Engine &engine, const QString &actor, RowId id, Done<QString> done);
void changeUser(Engine &engine, const QString &actor, RowId id, const UserChange &change, Done<UserRecord> done);
void removeUser(Engine &engine, const QString &actor, RowId id, Done<void> done);

} // namespace smsauth
