// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/CommandContext.h"

namespace smsauth {

// Settings and secrets on the command line; arguments as in Commands.

CommandAnswer settingsShowCommand(CommandContext &context);
CommandAnswer settingsImportCommand(CommandContext &context);
CommandAnswer secretSetCommand(CommandContext &context);
CommandAnswer secretListCommand(CommandContext &context);
CommandAnswer secretDeleteCommand(CommandContext &context);

} // namespace smsauth
