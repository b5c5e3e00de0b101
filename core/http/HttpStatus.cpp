// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/HttpStatus.h"

namespace smsauth {

int httpStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::InvalidPhone:
    case ErrorCode::CodeNotFound:
    case ErrorCode::SentEarly:
    case ErrorCode::UserExists:
        return 400;
    case ErrorCode::NotAuthenticated:
        return 401;
    case ErrorCode::CountryNotAllowed:
    case ErrorCode::NotAllowed:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::TimedOut:
        return 408;
    case ErrorCode::InUse:
        return 409;
    case ErrorCode::LimitReached:
        return 429;
    case ErrorCode::Settings:
    case ErrorCode::Internal:
        return 500;
    case ErrorCode::Provider:
        return 502;
    case ErrorCode::Busy:
    case ErrorCode::Storage:
    case ErrorCode::SecretsLocked:
    case ErrorCode::SecretsUnavailable:
    case ErrorCode::SecretMissing:
    case ErrorCode::Cancelled:
        return 503;
    }
    Q_UNREACHABLE();
}

} // namespace smsauth
