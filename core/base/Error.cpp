// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"

namespace smsauth {

QLatin1StringView wireName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return QLatin1StringView("invalid_input");
    case ErrorCode::InvalidPhone:
        return QLatin1StringView("invalid_phone");
    case ErrorCode::CodeNotFound:
        return QLatin1StringView("code_not_found");
    case ErrorCode::SentEarly:
        return QLatin1StringView("sent_early");
    case ErrorCode::UserExists:
        return QLatin1StringView("user_exists");
    case ErrorCode::NotAuthenticated:
        return QLatin1StringView("not_authenticated");
    case ErrorCode::LimitReached:
        return QLatin1StringView("limit_reached");
    case ErrorCode::CountryNotAllowed:
        return QLatin1StringView("country_not_allowed");
    case ErrorCode::NotFound:
        return QLatin1StringView("not_found");
    case ErrorCode::NotAllowed:
        return QLatin1StringView("not_allowed");
    case ErrorCode::Busy:
        return QLatin1StringView("busy");
    case ErrorCode::Storage:
        return QLatin1StringView("storage");
    case ErrorCode::SecretsLocked:
        return QLatin1StringView("secrets_locked");
    case ErrorCode::SecretsUnavailable:
        return QLatin1StringView("secrets_unavailable");
    case ErrorCode::SecretMissing:
        return QLatin1StringView("secret_missing");
    case ErrorCode::InUse:
        return QLatin1StringView("in_use");
    case ErrorCode::TimedOut:
        return QLatin1StringView("timed_out");
    case ErrorCode::Provider:
        return QLatin1StringView("provider");
    case ErrorCode::Settings:
        return QLatin1StringView("settings");
    case ErrorCode::Cancelled:
        return QLatin1StringView("cancelled");
    case ErrorCode::Internal:
        return QLatin1StringView("internal");
    }
    Q_UNREACHABLE();
}

} // namespace smsauth
