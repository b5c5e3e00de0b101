// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExitCode.h"

namespace smsauth {

ExitCode exitCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::InvalidPhone:
    case ErrorCode::NotAllowed:
    case ErrorCode::Settings:
        return ExitCode::BadInput;
    case ErrorCode::InUse:
        return ExitCode::InUse;
    case ErrorCode::TimedOut:
        return ExitCode::TimedOut;
    case ErrorCode::SecretsLocked:
    case ErrorCode::SecretsUnavailable:
    case ErrorCode::SecretMissing:
        return ExitCode::SecretStore;
    case ErrorCode::CodeNotFound:
    case ErrorCode::SentEarly:
    case ErrorCode::UserExists:
    case ErrorCode::NotAuthenticated:
    case ErrorCode::LimitReached:
    case ErrorCode::CountryNotAllowed:
    case ErrorCode::NotFound:
    case ErrorCode::Busy:
    case ErrorCode::Storage:
    case ErrorCode::Provider:
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
        return ExitCode::Failed;
    }
    Q_UNREACHABLE();
}

} // namespace smsauth
