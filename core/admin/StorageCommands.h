// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/CommandContext.h"

namespace smsauth {

// The database on the command line; arguments as in Commands.

CommandAnswer clearExpiredCommand(CommandContext &context);
CommandAnswer backupCommand(CommandContext &context);
CommandAnswer restoreCommand(CommandContext &context);
CommandAnswer compactCommand(CommandContext &context);

} // namespace smsauth
