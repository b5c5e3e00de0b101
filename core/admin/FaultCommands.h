// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/CommandContext.h"

namespace smsauth {

// Test numbers and faults on the command line; arguments as in Commands.

CommandAnswer faultsListCommand(CommandContext &context);
CommandAnswer faultsSetCommand(CommandContext &context);
CommandAnswer faultsClearCommand(CommandContext &context);

} // namespace smsauth
