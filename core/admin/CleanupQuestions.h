// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/ServerSide.h"

namespace smsauth {

// Server thread; the profile is open.

void clearExpired(ServerSide &server, bool dryRun, Done<CleanupReport> done);
/// With the number of codes that a run would remove now.
void reportCleanup(ServerSide &server, Done<CleanupStatus> done);

} // namespace smsauth
