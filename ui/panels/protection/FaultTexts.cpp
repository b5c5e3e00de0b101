// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/protection/FaultTexts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct FaultSentences
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::FaultTexts)

public:
    static QString name(FaultOutcome outcome)
    {
        switch (outcome) {
        case FaultOutcome::Delivered:
            return tr("Arrives");
        case FaultOutcome::ProviderError:
            return tr("Gateway answers with an error");
        case FaultOutcome::TimeOut:
            return tr("Gateway does not answer");
        case FaultOutcome::NeverArrives:
            return tr("Accepted, but never arrives");
        case FaultOutcome::Duplicate:
            return tr("Arrives twice");
        case FaultOutcome::OutOfOrder:
            return tr("Arrives after the next message");
        case FaultOutcome::Expired:
            return tr("Code has expired on arrival");
        case FaultOutcome::Locked:
            return tr("Number is locked (429)");
        }
        Q_UNREACHABLE();
    }
    static QString subject(const FaultRule &rule)
    {
        return rule.isForAny() ? tr("%1 % of all numbers").arg(rule.probability) : rule.phone.international();
    }
    static QString effect(const FaultEffect &effect)
    {
        const bool isDelayed = effect.delay > milliseconds(0);
        const QString after = tr("%1 s").arg(QLocale().toString(double(effect.delay.count()) / 1000, 'g', 5));
        switch (effect.outcome) {
        case FaultOutcome::Delivered:
            return isDelayed ? tr("Arrives after %1").arg(after) : tr("Arrives at once");
        case FaultOutcome::ProviderError:
            return isDelayed ? tr("Gateway answers %1 after %2").arg(effect.status).arg(after)
                             : tr("Gateway answers %1").arg(effect.status);
        case FaultOutcome::Duplicate:
            return isDelayed ? tr("Arrives twice, after %1").arg(after) : name(effect.outcome);
        case FaultOutcome::OutOfOrder:
            return isDelayed ? tr("Arrives after the next message, after %1 at the latest").arg(after)
                             : name(effect.outcome);
        case FaultOutcome::Expired:
            return isDelayed ? tr("Code has expired on arrival, after %1").arg(after) : name(effect.outcome);
        case FaultOutcome::TimeOut:
        case FaultOutcome::NeverArrives:
        case FaultOutcome::Locked:
            return name(effect.outcome);
        }
        Q_UNREACHABLE();
    }
    static QString extras(const FaultRule &rule)
    {
        QStringList extras;
        if (!rule.code.isEmpty())
            extras << tr("Fixed code %1").arg(rule.code);
        if (!rule.limits)
            extras << tr("No limits, no wait");
        return extras.join(u" · "_s);
    }
};

} // namespace

QString outcomeName(FaultOutcome outcome)
{
    return FaultSentences::name(outcome);
}

QString subjectText(const FaultRule &rule)
{
    return FaultSentences::subject(rule);
}

QString effectText(const FaultEffect &effect)
{
    return FaultSentences::effect(effect);
}

QString extrasText(const FaultRule &rule)
{
    return FaultSentences::extras(rule);
}

} // namespace smsauth
