// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/LimitScopes.h"

#include <algorithm>

namespace smsauth {

using namespace Qt::StringLiterals;

std::span<const LimitScopeInfo> limitScopes()
{
    static constexpr LimitScopeInfo all[] = {
        {LimitScope::Phone, "phone"_L1, "SMS_AUTH_LIMIT_PHONE"_L1, &Settings::limitPhone},
        {LimitScope::Address, "address"_L1, "SMS_AUTH_LIMIT_ADDRESS"_L1, &Settings::limitAddress},
        {LimitScope::Prefix, "prefix"_L1, "SMS_AUTH_LIMIT_PREFIX"_L1, &Settings::limitPrefix},
        {LimitScope::Country, "country"_L1, "SMS_AUTH_LIMIT_COUNTRY"_L1, &Settings::limitCountry},
        {LimitScope::Global, "global"_L1, "SMS_AUTH_LIMIT_GLOBAL"_L1, &Settings::limitGlobal},
    };
    return all;
}

const LimitScopeInfo &limitScope(LimitScope scope)
{
    return limitScopes()[size_t(scope)];
}

QString refusalOf(const QString &scopeName)
{
    return QStringLiteral("limit %1:").arg(scopeName);
}

std::optional<seconds> doubledWindow(const QList<Limit> &limits)
{
    for (auto limit = limits.begin(); limit != limits.end(); ++limit) {
        if (std::any_of(limits.begin(), limit, [&](const Limit &other) { return other.window == limit->window; }))
            return limit->window;
    }
    return std::nullopt;
}

} // namespace smsauth
