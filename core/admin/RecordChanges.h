// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/ServerSide.h"

namespace smsauth {

// What a person does by hand to single rows; each is one transaction together with its line in the audit trail, as
// Admin describes them. Server thread; precondition: the engine is open.

void changeCode(ServerSide &server, RowId id, CodeChange change, Done<void> done);
void takeBackCodeChange(ServerSide &server, const CodeRecord &before, Done<void> done);
void revealCode(ServerSide &server, RowId id, Done<QString> done);
void changeUser(ServerSide &server, RowId id, const UserChange &change, Done<UserRecord> done);
void removeUser(ServerSide &server, RowId id, Done<void> done);

} // namespace smsauth
