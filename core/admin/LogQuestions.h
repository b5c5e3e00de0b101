// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/ServerSide.h"

namespace smsauth {

// The send log, as Admin describes it. Server thread; the profile is open.

void searchLog(ServerSide &server, const LogQuery &query, Done<LogPage> done);
void sendAgain(ServerSide &server, RowId message, Done<SentAgain> done);

} // namespace smsauth
