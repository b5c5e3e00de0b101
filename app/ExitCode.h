// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace smsauth {

/// What the shell sees. The numbers are part of the interface.
enum class ExitCode { Done = 0, Failed = 1, BadInput = 2, InUse = 3, TimedOut = 4, SecretStore = 5 };

ExitCode exitCode(const Error &error);

} // namespace smsauth
