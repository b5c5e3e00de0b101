// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>

namespace smsauth {

/// Every way in which an operation of the engine can fail. The enum is translated by switches without a default:
/// wireName() here, the HTTP status and its sentence in http/, the exit code in app/, a person's sentence in ui/.
enum class ErrorCode {
    InvalidInput,      ///< a value is malformed or out of range; detail says which and why
    InvalidPhone,      ///< libphonenumber does not accept the number
    CodeNotFound,      ///< wrong, unknown, expired, used or exhausted code: one answer for all of them
    SentEarly,         ///< the resend wait of the number is not over
    UserExists,        ///< the new number belongs to another user
    NotAuthenticated,  ///< a valid token is needed
    LimitReached,      ///< a rate limit; retryAfter says when it ends
    CountryNotAllowed, ///< the number's country is not in SMS_AUTH_COUNTRIES
    NotFound,
    NotAllowed,         ///< impossible in this mode, e.g. reading codes in live mode
    Busy,               ///< a queue is full; try again after retryAfter
    Storage,            ///< the database cannot be read or written just now
    SecretsLocked,      ///< the keyring waits to be unlocked
    SecretsUnavailable, ///< no usable secret store
    SecretMissing,      ///< a credential that is needed has not been set
    InUse,              ///< another process owns the profile, or the port is taken
    TimedOut,
    Provider, ///< the gateway refused; detail has its own words
    Settings, ///< key, value and rule are in detail
    Cancelled,
    Internal,
};

/// Stable name for JSON, logs and scripts, e.g. "code_not_found".
QLatin1StringView wireName(ErrorCode code);

struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail;                     ///< English, one line, never a secret, a code or a full phone number
    std::chrono::seconds retryAfter{0}; ///< 0: not known or not useful
};

} // namespace smsauth
