// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/PhoneNumber.h"
#include "core/settings/Settings.h"

namespace smsauth {

class Stores;

/// Durable limits on accepted sign-ins and the ledger of failed verifies. In force only with
/// SMS_AUTH_LIMITS=protect. A window begins with its first accepted sign-in and lasts its full length. Storage
/// thread.
class RateLimiter
{
public:
    RateLimiter(const Settings &settings, const Clock &clock);

    /// Accepts and counts the sign-in in every scope, or refuses and counts it in none.
    /// Errors: LimitReached with retryAfter and the scope as detail, CountryNotAllowed.
    Result<void> accept(Stores &stores, const PhoneNumber &phone, const QString &address) const;

    /// Errors: LimitReached while the phone waits after too many failures.
    Result<void> mayVerify(Stores &stores, const PhoneNumber &phone) const;
    void countFailure(Stores &stores, const PhoneNumber &phone) const;
    void clearFailures(Stores &stores, const PhoneNumber &phone) const;

private:
    const Settings &m_settings;
    const Clock &m_clock;
    const bool m_protect;
};

} // namespace smsauth
