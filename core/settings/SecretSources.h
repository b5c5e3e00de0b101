// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace smsauth {

/// The places that hand secrets to the process and cannot be written to: environment variables and the files in
/// $CREDENTIALS_DIRECTORY (systemd.exec(5), "Credentials"). What is empty counts as not set. Immutable,
/// thread-safe.
class SecretSources
{
public:
    struct Found
    {
        Secret value;
        QLatin1StringView place; ///< "environment" or "credentials"
    };

    explicit SecretSources(const QProcessEnvironment &environment);

    /// What stands under this name while `provider` is the active one. A variable goes before a file.
    /// Errors: NotFound (nowhere), SecretsUnavailable (a file is there but cannot be read).
    Result<Found> find(const QString &name, const QString &provider) const;

    /// Every name that find() knows, with its place; sorted. A folder that cannot be listed holds nothing.
    QList<QPair<QString, QLatin1StringView>> names(const QString &provider) const;

    /// The passphrase of the sealed file, from the credential "smsauth-passphrase". Errors as find().
    Result<Secret> passphrase() const;

private:
    Result<Secret> credential(const QString &name) const;

    QList<QPair<QString, Secret>> m_variables; ///< setting's key → value
    QString m_folder;                          ///< empty: none
};

/// The bytes of a file that a person wrote, less the line end at its end.
QByteArray withoutLineEnd(QByteArray content);

} // namespace smsauth
