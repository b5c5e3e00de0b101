// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/CommandContext.h"

namespace smsauth {

// Codes, messages and users on the command line; arguments as in Commands.

CommandAnswer codesListCommand(CommandContext &context);
CommandAnswer codesWaitCommand(CommandContext &context);
CommandAnswer logCommand(CommandContext &context);
CommandAnswer sendTestCommand(CommandContext &context);
CommandAnswer usersListCommand(CommandContext &context);

} // namespace smsauth
