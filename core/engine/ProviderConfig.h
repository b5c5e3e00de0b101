// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/SecretVault.h"
#include "core/settings/Settings.h"
#include "core/sms/SmsProvider.h"

#include <QMap>

namespace smsauth {

/// The plain values of the gateways' fields: kept per gateway in providers.json of the profile, so that trying
/// another one forgets nothing. For the gateway in use, SMS_AUTH_PROVIDER_LOGIN, _FROM, _URL and
/// SMS_AUTH_ACCOUNT_SID come first.
class ProviderConfig
{
public:
    explicit ProviderConfig(QString file)
        : m_file(std::move(file))
    {
    }

    /// A missing file is an empty one. Errors: Settings (not readable as JSON), Storage.
    Result<void> load();
    /// Replaces the given values, keeps the others. Written atomically, mode 0600. Errors: Storage.
    Result<void> save(const QString &provider, const QMap<QString, QString> &values);

    QMap<QString, QString> plain(const SmsProvider &provider, const Settings &settings) const;

    /// Everything that a request needs. Blocks on the vault. A secret that is not set is absent; the provider says
    /// so. Errors: SecretsLocked, SecretsUnavailable, TimedOut.
    static Result<ProviderValues> values(const SmsProvider &provider, const QMap<QString, QString> &plain,
                                         const QMap<QString, Secret> &drafted, SecretVault &vault);

private:
    QString m_file;
    QMap<QString, QMap<QString, QString>> m_values;
};

} // namespace smsauth
