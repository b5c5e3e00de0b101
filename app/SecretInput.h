// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

namespace smsauth {

/// A secret from a person (a prompt without echo, when standard input is a terminal) or a script (all of standard
/// input, less one line break at its end). Blocks. Errors: InvalidInput (empty, longer than 64 KiB).
Result<Secret> readSecret(const QString &prompt);

/// True when a person can be asked.
bool hasTerminal();

} // namespace smsauth
