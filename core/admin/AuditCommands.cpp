// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/AuditCommands.h"

#include <QRegularExpression>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

/// ID:SEAL, as an earlier verdict has given it.
NotedAuditRow notedRow(CommandArguments &arguments)
{
    static const QRegularExpression shape(u"\\A([1-9][0-9]{0,17}):([0-9a-f]{64})\\z"_s);
    const QString text = arguments.text(u"noted"_s);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch()) {
        if (arguments.has(u"noted"_s))
            arguments.refuse(ErrorCode::InvalidInput,
                             u"noted: ID:SEAL is expected, as an earlier verify has told the newest row"_s);
        return {};
    }
    return {match.captured(1).toLongLong(), match.captured(2)};
}

} // namespace

CommandAnswer auditListCommand(CommandContext &context)
{
    const int limit = context.arguments.pageLimit();
    const RowId before = context.arguments.pageBefore();
    const QString find = context.arguments.text(u"find"_s);
    const Result<void> good = context.arguments.verdict();
    return good ? listed(context.admin.auditTrail(limit, before, find), u"rows"_s) : answered(good.error());
}

CommandAnswer auditVerifyCommand(CommandContext &context)
{
    const NotedAuditRow noted = notedRow(context.arguments);
    const Result<void> good = context.arguments.verdict();
    return good ? converted(context.admin.verifyAudit(noted)) : answered(good.error());
}

} // namespace smsauth
