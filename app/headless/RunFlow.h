// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"
#include "app/ExitCode.h"
#include "core/base/Clock.h"

namespace smsauth {

/// `flow run`: signs many numbers in over HTTP, at the server of the profile or at --url, and reports. Exit code 0:
/// every flow passed; 1: some did not, or no server answers; 2: bad input, or the server is live.
ExitCode runFlow(const Invocation &call, const Clock &clock);

} // namespace smsauth
