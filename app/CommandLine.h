// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandTable.h"
#include "core/base/Result.h"

#include <QJsonObject>
#include <QList>
#include <QPair>

namespace smsauth {

/// What a command line asks for.
struct Invocation
{
    enum class Kind { Command, Help, Version };

    Kind kind = Kind::Command;
    const CommandInfo *info = nullptr;        ///< of the command; for Help: null shows the group, or all
    QString group;                            ///< for Help: "codes" of the commands "codes list" and "codes wait"
    QString profile;                          ///< absolute
    QList<QPair<QString, QString>> overrides; ///< --set, in order
    bool json = false;
    QString operand;       ///< NAME or FILE
    QJsonObject arguments; ///< for core/admin/Commands, without the operand
};

/// The words behind the program's name as text. Errors: InvalidInput (one is not UTF-8: as U+FFFD two files would
/// be one).
Result<QStringList> readWords(std::span<const char *const> arguments);

/// arguments: without the program's name. `--name value` and `--name=value`, options anywhere, `--` ends them.
/// Errors: InvalidInput, naming the place.
Result<Invocation> parseCommandLine(const QStringList &arguments);

} // namespace smsauth
