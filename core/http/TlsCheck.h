// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/settings/Settings.h"

namespace smsauth {

/// Reads every file that these settings name for TLS (SMS_AUTH_TLS_CERT, _KEY, SMS_AUTH_GATEWAY_CA), to say what is
/// wrong before anything depends on them. Blocks on the file system. Errors: Settings, in the form
/// "KEY = value: rule".
Result<void> checkTlsFiles(const Settings &settings);

} // namespace smsauth
