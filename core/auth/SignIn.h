// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/CodeService.h"
#include "core/auth/RateLimiter.h"
#include "core/sms/FaultBook.h"
#include "core/sms/Outbox.h"

namespace smsauth {

class Stores;

/// Puts the phone where SMS_USER_FIELD says: a field of the record, or an attribute of its own.
void setUserField(UserRecord &user, const QString &field, const QString &value);

/// The story of a sign-in, readable top to bottom. Functions that take the stores run on the storage thread, in its
/// transaction.
class SignIn
{
public:
    /// faults: null in live mode.
    SignIn(const Settings &settings, const Clock &clock, const CodeService &codes, const RateLimiter &limits,
           const Outbox &outbox, const FaultBook *faults = nullptr);

    /// A request for a code, with all that could be made without the storage, which serves one request at a time.
    struct Request
    {
        PhoneNumber phone;
        RateLimiter::Subjects subjects;
        CodeService::Drawn code;
        StoredMessage message;
        FaultBook::Match fault; ///< null as a rule
    };
    /// Any thread.
    Request prepare(const PhoneNumber &phone, const QString &address) const;

    /// limits → code → message.
    Result<void> start(Stores &stores, const Request &request) const;
    /// The code of an earlier message once more, while it is valid; it belongs to the new message then, whose id is
    /// returned. Limits, test numbers and faults hold as for start(), only the wait between two codes does not; a
    /// fixed code of a rule changes nothing. Errors: LimitReached, CountryNotAllowed, SecretsUnavailable (its key
    /// is lost).
    Result<RowId> sendAgain(Stores &stores, const StoredCode &live, const QString &address) const;
    /// try counted → code compared → code consumed → user found or made. bearerUser: 0 or the user of the token.
    Result<UserRecord> complete(Stores &stores, const PhoneNumber &phone, const QString &code,
                                RowId bearerUser) const;
    /// As start(), for a user who wants this number.
    Result<void> startChange(Stores &stores, RowId user, const Request &request) const;

private:
    UserRecord findOrCreateUser(Stores &stores, const PhoneNumber &phone) const;
    UserRecord changePhone(Stores &stores, UserRecord user, const PhoneNumber &phone) const;
    Result<UserRecord> completeWith(Stores &stores, const StoredCode &stored, RowId bearerUser) const;
    Result<void> sendCode(Stores &stores, const Request &request, RowId changeForUser) const;
    Error tellTaken(Stores &stores, const Request &request) const;
    Result<void> logRefusal(Stores &stores, const PhoneNumber &phone, const Error &error) const;
    Request prepareWith(FaultBook::Match fault, const PhoneNumber &phone, const QString &address) const;
    Error locked(const FaultRule &rule) const;

    const Settings &m_settings;
    const Clock &m_clock;
    const CodeService &m_codes;
    const RateLimiter &m_limits;
    const Outbox &m_outbox;
    const FaultBook *m_faults;
};

} // namespace smsauth
