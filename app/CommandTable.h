// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>
#include <span>

namespace smsauth {

/// One option of a command: "--limit N".
struct OptionInfo
{
    enum class Kind { Flag, Text, Number };

    QLatin1StringView name; ///< without the dashes
    Kind kind;
    QLatin1StringView value;    ///< how help names the value; empty for flags
    QLatin1StringView argument; ///< its key in the arguments of core/admin/Commands
    QLatin1StringView help;
    bool required = false;
};

/// One command of the command line. Parsing, help and the tests of the manual page all walk commandTable().
struct CommandInfo
{
    QLatin1StringView words;    ///< "codes list"
    QLatin1StringView alias;    ///< another spelling; may be empty
    QLatin1StringView command;  ///< name in core/admin/Commands; empty: this program does it itself
    QLatin1StringView operand;  ///< "NAME", "FILE"; empty: takes none
    QLatin1StringView argument; ///< the operand's key in the arguments
    QLatin1StringView summary;
    QLatin1StringView json; ///< the shape of its answer
    QList<OptionInfo> options;
};

std::span<const CommandInfo> commandTable();
/// The command that these words begin with, and how many of them are its name.
struct FoundCommand
{
    const CommandInfo *info;
    qsizetype words;
};
std::optional<FoundCommand> findCommand(const QStringList &words);
/// Whether commands of two words begin with this one.
bool isCommandGroup(const QString &word);

} // namespace smsauth
