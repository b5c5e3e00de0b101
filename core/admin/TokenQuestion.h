// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/ServerSide.h"

namespace smsauth {

/// What a token says and whether it is valid here and now. Server thread; the profile is open.
TokenReport inspectToken(const Engine &engine, const QString &token);

} // namespace smsauth
