// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/CommandContext.h"

namespace smsauth {

// The audit trail on the command line; arguments as in Commands.

CommandAnswer auditListCommand(CommandContext &context);
CommandAnswer auditVerifyCommand(CommandContext &context);

} // namespace smsauth
