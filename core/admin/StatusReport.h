// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"
#include "core/engine/Engine.h"

namespace smsauth {

/// What the frame of the console shows, put together from the engine and one question to the store. Server thread.
void reportStatus(Engine &engine, Done<ServerStatus> done);
/// As Admin::activity(). Precondition: the engine is open.
void reportActivity(Engine &engine, Done<Activity> done);

} // namespace smsauth
