// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/PhoneNumber.h"
#include "core/settings/LimitScopes.h"

namespace smsauth {

// Who counts for what: the rules that a sign-in and a replay of the log share. Thread-safe.

/// What a request counts for in this scope: "phone:+12025550101", "country:US". address: the client's as text;
/// IPv6 counts by /64, all that have none count together.
QString limitSubject(LimitScope scope, const PhoneNumber &phone, const QString &address);
bool isAllowedCountry(const Settings &settings, const QString &country);

} // namespace smsauth
