// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"

namespace smsauth {

/// `settings check`: what `serve` would start with, without touching store, secrets or a running server. Blocks on
/// small files. Errors: Settings, Storage.
Result<QJsonObject> checkSettings(const Invocation &call);

} // namespace smsauth
