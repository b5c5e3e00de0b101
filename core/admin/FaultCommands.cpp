// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/FaultCommands.h"

#include "core/sms/FaultRules.h"

#include <QJsonDocument>

namespace smsauth {

using namespace Qt::StringLiterals;

CommandAnswer faultsListCommand(CommandContext &context)
{
    const Result<void> good = context.arguments.verdict();
    return good ? listed(context.admin.faults(), u"faults"_s) : answered(good.error());
}

CommandAnswer faultsSetCommand(CommandContext &context)
{
    CommandArguments &arguments = context.arguments;
    QJsonObject members;
    for (const QString &name : {u"phone"_s, u"outcome"_s, u"code"_s, u"until"_s}) {
        if (arguments.has(name))
            members.insert(name, arguments.text(name));
    }
    for (const QString &name : {u"probability"_s, u"status"_s, u"delay"_s}) {
        if (arguments.has(name))
            members.insert(name, arguments.number(name, 0, 0, 599));
    }
    if (arguments.flag(u"no_limits"_s))
        members.insert(u"limits"_s, false);
    if (const Result<void> good = arguments.verdict(); !good)
        return answered(good.error());
    const Result<JsonValue> json = readJson(QJsonDocument(members).toJson());
    const Result<FaultRule> rule = json ? faultFromJson(*json, context.region, {}) : json.error();
    if (!rule)
        return answered(rule.error());
    return context.admin.setFault(*rule).then([rule = *rule](const Result<void> &set) -> Result<QJsonObject> {
        if (!set)
            return set.error();
        return toJson(rule);
    });
}

CommandAnswer faultsClearCommand(CommandContext &context)
{
    const PhoneNumber phone = context.arguments.phone(u"phone"_s, context.region);
    const Result<void> good = context.arguments.verdict();
    if (!good)
        return answered(good.error());
    const auto removed = [](qint64 count) { return QJsonObject{{u"deleted"_s, count}}; };
    if (!phone.isNull()) {
        return context.admin.removeFault(phone.e164())
            .then([removed](const Result<void> &done) -> Result<QJsonObject> {
                if (!done)
                    return done.error();
                return removed(1);
            });
    }
    return context.admin.clearFaults().then([removed](const Result<int> &count) -> Result<QJsonObject> {
        if (!count)
            return count.error();
        return removed(*count);
    });
}

} // namespace smsauth
