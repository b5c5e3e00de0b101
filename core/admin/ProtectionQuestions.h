// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/ServerSide.h"

namespace smsauth {

// Server thread; the profile is open.

void tryLimits(ServerSide &server, const QJsonObject &changes, Done<LimitTrial> done);

} // namespace smsauth
