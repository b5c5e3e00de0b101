// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/LogAdvice.h"

#include "core/settings/LimitScopes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::LogAdvice)
};

using Action = LogAdvice::Action;

LogAdvice again(const QString &sentence)
{
    return {sentence, Action::SendAgain, Text::tr("&Send again"), {}};
}

LogAdvice afterFailure(const MessageRecord &message)
{
    const AttemptRecord last = message.attempts.isEmpty() ? AttemptRecord() : message.attempts.last();
    const QString gateway = last.provider.isEmpty() ? message.provider : last.provider;
    const auto look = [&](const QString &sentence, const QString &button) {
        return LogAdvice{sentence, Action::OpenGateway, button, gateway};
    };
    if (last.status == 401 || last.status == 403)
        return look(Text::tr("The gateway does not accept the credentials."),
                    Text::tr("&Check the credentials of %1").arg(gateway));
    if (last.status == 402)
        return look(Text::tr("The gateway wants to be paid first."), Text::tr("&Look at %1").arg(gateway));
    if (message.attempts.isEmpty() || last.status == 0)
        return again(Text::tr("The gateway could not be reached."));
    if (last.status == 429 || last.status >= 500)
        return again(Text::tr("The gateway was not able to take it."));
    return look(
        Text::tr("The gateway refused this message; below is why. Sent again as it is, it is refused again."),
        Text::tr("&Look at %1").arg(gateway));
}

/// "limit phone: 5 per 3600 s" → SMS_AUTH_LIMIT_PHONE
QString settingOf(const QString &reason)
{
    for (const LimitScopeInfo &scope : limitScopes()) {
        if (reason.startsWith(refusalOf(scope.name)))
            return scope.key;
    }
    return reason.contains(u"country"_s) ? u"SMS_AUTH_COUNTRIES"_s : u"SMS_AUTH_LIMITS"_s;
}

} // namespace

LogAdvice adviceFor(const MessageRecord &message, Timestamp now)
{
    switch (message.state) {
    case MessageState::Queued:
    case MessageState::Sending:
        return {Text::tr("It is on its way."), Action::None, {}, {}};
    case MessageState::Sent:
    case MessageState::Delivered:
        if (message.verifiedAt)
            return {Text::tr("Its code was used."), Action::None, {}, {}};
        if (message.expiresAt > message.createdAt && message.expiresAt <= now)
            return again(Text::tr("It went out, but its code was not used in time."));
        return {};
    case MessageState::Undelivered:
        return again(Text::tr("The network could not deliver it: the phone may be off or out of reach."));
    case MessageState::Failed:
        return afterFailure(message);
    case MessageState::Expired:
        return again(Text::tr("Its code ran out before the gateway took it."));
    case MessageState::Cancelled:
        return again(Text::tr("It was called back before it went out."));
    case MessageState::Blocked:
        return {Text::tr("Nothing was sent: a rule of protection stopped the request."), Action::OpenSetting,
                Text::tr("&Open this limit"), settingOf(message.reason)};
    case MessageState::KeyLost:
        return again(
            Text::tr("The key that sealed its text is gone, so that it could not be read any more. That happens "
                     "at a restart while secrets are kept in memory."));
    }
    Q_UNREACHABLE();
}

} // namespace smsauth
