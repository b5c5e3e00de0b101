// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExitCode.h"

#include "core/settings/SettingsList.h"

namespace smsauth {

namespace {

/// "KEY = value: rule": the operator has to set something, whichever part has noticed (a secret store that was
/// never chosen, say).
bool isAboutASetting(const Error &error)
{
    const qsizetype equals = error.detail.indexOf(u" = ");
    return equals > 0 && findSetting(QStringView(error.detail).left(equals));
}

} // namespace

ExitCode exitCode(const Error &error)
{
    if (isAboutASetting(error))
        return ExitCode::BadInput;
    switch (error.code) {
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
