// SPDX-License-Identifier: GPL-3.0-or-later
// FakeAdmin: test numbers, faults and limits
#include "tests/support/FakeAdmin.h"

#include "tests/support/FakeAdminAnswer.h"

#include <algorithm>

namespace smsauth {

using namespace Qt::StringLiterals;

Admin::Answer<QList<FaultRule>> FakeAdmin::faults()
{
    return answer<QList<FaultRule>>(
        u"faults"_s, {}, [this] { return Result<QList<FaultRule>>(isLive() ? QList<FaultRule>() : faultRows); });
}

Admin::Answer<void> FakeAdmin::setFault(const FaultRule &rule)
{
    return answer<void>(
        u"setFault"_s, {{u"id"_s, rule.id()}, {u"outcome"_s, QString(wireName(rule.effect.outcome))}},
        [rule, this]() -> Result<void> {
            if (isLive())
                return ErrorCode::NotAllowed;
            const auto same = std::find_if(faultRows.begin(), faultRows.end(),
                                           [&](const FaultRule &other) { return other.id() == rule.id(); });
            if (same == faultRows.end())
                faultRows.append(rule);
            else
                *same = rule;
            faultsChanged();
            return {};
        });
}

Admin::Answer<void> FakeAdmin::removeFault(const QString &id)
{
    return answer<void>(u"removeFault"_s, {{u"id"_s, id}}, [id, this]() -> Result<void> {
        if (faultRows.removeIf([&](const FaultRule &rule) { return rule.id() == id; }) == 0)
            return ErrorCode::NotFound;
        faultsChanged();
        return {};
    });
}

Admin::Answer<int> FakeAdmin::clearFaults()
{
    return answer<int>(u"clearFaults"_s, {}, [this]() -> Result<int> {
        const int count = int(faultRows.size());
        faultRows.clear();
        faultsChanged();
        return count;
    });
}

Admin::Answer<LimitTrial> FakeAdmin::tryLimits(const QJsonObject &changes)
{
    return answer<LimitTrial>(u"tryLimits"_s, {{u"changes"_s, changes.toVariantMap()}},
                              [this] { return Result<LimitTrial>(trialNow); });
}

} // namespace smsauth
