// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandTable.h"

namespace smsauth {

/// What `smsauth --help` prints: commands, common options, exit codes, every setting.
QString helpText();
/// What `smsauth codes --help` prints: the commands of the group, each with its options.
QString groupHelpText(const QString &group);
/// What `smsauth COMMAND --help` prints.
QString helpText(const CommandInfo &info);

} // namespace smsauth
