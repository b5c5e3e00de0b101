// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"
#include "app/ExitCode.h"
#include "core/base/Clock.h"
#include "core/base/Random.h"

namespace smsauth {

/// Runs one command other than `serve`, prints its answer on standard output or its error on standard error.
ExitCode runCommand(const Invocation &call, const Clock &clock, Random &random);

} // namespace smsauth
