// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/LimitTrial.h"
#include "core/settings/Settings.h"

#include <span>

namespace smsauth {

struct LimitScopeInfo
{
    LimitScope scope;
    QLatin1StringView name; ///< "phone": in the database, in the reason of a refusal
    QLatin1StringView key;  ///< of its setting
    QList<Limit> Settings::*limits;
};

/// All scopes, in the order in which they are checked. Thread-safe.
std::span<const LimitScopeInfo> limitScopes();
const LimitScopeInfo &limitScope(LimitScope scope);

/// How the reason of a refusal begins in the log: "limit phone:".
QString refusalOf(const QString &scopeName);

/// A window that a limit has twice: both would be one count. None: all differ.
std::optional<seconds> doubledWindow(const QList<Limit> &limits);

} // namespace smsauth
