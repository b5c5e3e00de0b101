// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/PhoneNumber.h"
#include "core/settings/Settings.h"
#include "core/storage/LimitStore.h"

namespace smsauth {

class Stores;

/// Durable limits on accepted sign-ins and the ledger of failed verifies. In force only with
/// SMS_AUTH_LIMITS=protect. A window begins with its first accepted sign-in and lasts its full length. Storage
/// thread.
class RateLimiter
{
public:
    RateLimiter(const Settings &settings, const Clock &clock);

    /// What a sign-in counts for; nothing when limits are not in force. Any thread.
    using Subjects = QList<LimitStore::Subject>;
    Subjects subjectsOf(const PhoneNumber &phone, const QString &address) const;
    /// Whether all of them, and the country, let it through. Counts nothing.
    /// Errors: LimitReached with retryAfter and the scope as detail, CountryNotAllowed.
    Result<void> check(Stores &stores, const PhoneNumber &phone, const Subjects &subjects) const;
    /// Counts the sign-in; the last step of its transaction, see LimitStore.
    void count(Stores &stores, const Subjects &subjects) const;
    /// Counts for the address alone: what tells something about a number, and sends nothing there.
    void countQuestion(Stores &stores, const Subjects &subjects) const;

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
