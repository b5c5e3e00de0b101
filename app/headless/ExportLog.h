// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"
#include "app/ExitCode.h"
#include "core/base/Clock.h"
#include "core/base/Random.h"

namespace smsauth {

/// `smsauth log --export csv|jsonl --out FILE`: writes all that the filter finds, newest first, page by page. Ended
/// by a signal or an error it leaves no file.
ExitCode exportLog(const Invocation &call, const Clock &clock, Random &random);

} // namespace smsauth
