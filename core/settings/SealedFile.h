// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Sealer.h"
#include "core/settings/SecretStore.h"

#include <QMap>
#include <memory>

namespace smsauth {

/// Secrets in one file of the profile, sealed under a key that a passphrase gives (argon2id, RFC 9106, libsodium's
/// "interactive" cost; then XChaCha20-Poly1305 over the whole content and the header). Mode 0600, replaced as a
/// whole. Expects to be the file's only writer, as the owner of a profile is. Not thread-safe by itself.
class SealedFile final : public SecretStore
{
public:
    enum class IfMissing { Create, Fail };

    /// Opens the file. Where there is none it may make an empty one, so that the passphrase is settled from then
    /// on. Takes about 0.1 s and 64 MiB. Errors: SecretsLocked (empty or wrong passphrase, or a damaged content:
    /// the two look the same), SecretsUnavailable (not such a file, unreadable, missing, cannot be made).
    static Result<std::unique_ptr<SealedFile>> open(const QString &path, const Secret &passphrase, Random &random,
                                                    IfMissing ifMissing = IfMissing::Create);

    QLatin1StringView kind() const override { return QLatin1StringView("file"); }
    State state() override { return State::Ready; }
    Result<Secret> read(const QString &name) override;
    /// Both leave file and memory as they were when the file cannot be written: SecretsUnavailable.
    Result<void> write(const QString &name, const Secret &value) override;
    Result<void> remove(const QString &name) override;
    Result<QStringList> names() override;

private:
    using Content = QMap<QString, Secret>;

    SealedFile(QString path, QByteArray header, Secret key, Random &random);
    Result<void> save(const Content &content);
    bool load(QByteArrayView sealed);

    const QString m_path;
    const QByteArray m_header; ///< authenticated with the content
    const Sealer m_sealer;
    Content m_secrets;
};

} // namespace smsauth
