// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/StorageCommands.h"

#include <QDir>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

/// The process that reads or writes it may have another working folder.
QString absoluteFile(CommandArguments &arguments)
{
    const QString file = arguments.requiredText(u"file"_s);
    if (!file.isEmpty() && QDir::isRelativePath(file))
        arguments.refuse(ErrorCode::InvalidInput, u"file: an absolute path is expected"_s);
    return file;
}

} // namespace

CommandAnswer clearExpiredCommand(CommandContext &context)
{
    const bool dryRun = context.arguments.flag(u"dry_run"_s);
    const Result<void> good = context.arguments.verdict();
    return good ? converted(context.admin.clearExpired(dryRun)) : answered(good.error());
}

CommandAnswer backupCommand(CommandContext &context)
{
    const QString file = absoluteFile(context.arguments);
    const bool overwrite = context.arguments.flag(u"overwrite"_s);
    const Result<void> good = context.arguments.verdict();
    return good ? converted(context.admin.backUp(file, overwrite)) : answered(good.error());
}

CommandAnswer restoreCommand(CommandContext &context)
{
    const QString file = absoluteFile(context.arguments);
    const Result<void> good = context.arguments.verdict();
    return good ? converted(context.admin.restore(file)) : answered(good.error());
}

CommandAnswer compactCommand(CommandContext &context)
{
    const bool rebuild = context.arguments.flag(u"rebuild"_s);
    const Result<void> good = context.arguments.verdict();
    return good ? converted(context.admin.compact(rebuild)) : answered(good.error());
}

} // namespace smsauth
