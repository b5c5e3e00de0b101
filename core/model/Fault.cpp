// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/Fault.h"

#include <QStringList>
#include <array>

namespace smsauth {

QLatin1StringView wireName(FaultOutcome outcome)
{
    switch (outcome) {
    case FaultOutcome::Delivered:
        return QLatin1StringView("delivered");
    case FaultOutcome::ProviderError:
        return QLatin1StringView("provider_error");
    case FaultOutcome::TimeOut:
        return QLatin1StringView("time_out");
    case FaultOutcome::NeverArrives:
        return QLatin1StringView("never_arrives");
    case FaultOutcome::Duplicate:
        return QLatin1StringView("duplicate");
    case FaultOutcome::OutOfOrder:
        return QLatin1StringView("out_of_order");
    case FaultOutcome::Expired:
        return QLatin1StringView("expired");
    case FaultOutcome::Locked:
        return QLatin1StringView("locked");
    }
    Q_UNREACHABLE();
}

std::optional<FaultOutcome> faultOutcomeFromName(QStringView name)
{
    using enum FaultOutcome;
    constexpr std::array all{Delivered, ProviderError, TimeOut, NeverArrives,
                             Duplicate, OutOfOrder,    Expired, Locked};
    for (const FaultOutcome outcome : all) {
        if (name == wireName(outcome))
            return outcome;
    }
    return std::nullopt;
}

QString FaultEffect::stored() const
{
    // Of a code that has run out, the message is like any other.
    const FaultOutcome network = outcome == FaultOutcome::Expired ? FaultOutcome::Delivered : outcome;
    if (network == FaultOutcome::Delivered && delay == milliseconds(0))
        return {};
    return QStringLiteral("%1 %2 %3").arg(wireName(network)).arg(status).arg(delay.count());
}

FaultEffect FaultEffect::fromStored(const QString &text)
{
    const QStringList parts = text.split(u' ');
    FaultEffect effect;
    if (parts.size() != 3)
        return effect;
    effect.outcome = faultOutcomeFromName(parts[0]).value_or(FaultOutcome::Delivered);
    effect.status = parts[1].toInt();
    effect.delay = milliseconds(parts[2].toLongLong());
    return effect;
}

QString FaultRule::id() const
{
    if (!isForAny())
        return phone.e164();
    const QString any = QStringLiteral("any:") + wireName(effect.outcome);
    return effect.status == 0 ? any : any + u':' + QString::number(effect.status);
}

QString maskedFaultId(const QString &id)
{
    return id.startsWith(u'+') ? PhoneNumber::fromStored(id).masked() : id;
}

} // namespace smsauth
