// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ProfileSecrets.h"

namespace smsauth {

ProfileSecrets::ProfileSecrets(QString folder, const EngineOptions &options, Random &random)
    : m_folder(std::move(folder))
    , m_options(options)
    , m_random(random)
    , m_passphrase(options.passphrase)
{
}

void ProfileSecrets::setPassphrase(const Secret &passphrase)
{
    if (!passphrase.isEmpty())
        m_passphrase = passphrase;
}

Result<void> ProfileSecrets::open(const LoadedSettings &loaded)
{
    // A store that never opened gives way to another one; whoever still waits for an answer of it gets that.
    const SecretsMode wanted = m_memoryForThisRun ? SecretsMode::Memory : loaded.settings.secrets;
    if (m_vault && !m_sealer && wanted != m_openedWith)
        m_formerVaults.push_back(std::move(m_vault));
    if (!m_vault) {
        m_openedWith = wanted;
        auto vault = m_memoryForThisRun
                         ? SecretVault::openInMemory(loaded.settings, m_options.sources.environment, m_random)
                         : SecretVault::open(m_folder, loaded.settings, m_options.sources.environment, m_random,
                                             m_passphrase);
        if (!vault)
            return vault.error();
        m_vault = std::move(vault).value();
    }
    m_vault->setProvider(loaded.settings.provider);
    if (m_sealer)
        return {};
    const Result<Secret> key = m_vault->readOrCreateKey(QStringLiteral("sealing_key"), Sealer::KeySize);
    if (!key && key.error().code == ErrorCode::SecretsUnavailable) {
        return {ErrorCode::SecretsUnavailable,
                QStringLiteral("%1; this profile keeps its keys in the %2 (SMS_AUTH_SECRETS)")
                    .arg(key.error().detail, m_vault->kind())};
    }
    if (!key)
        return key.error();
    if (key->reveal().size() != Sealer::KeySize)
        return {ErrorCode::SecretsUnavailable, QStringLiteral("the sealing key has a wrong size")};
    m_sealer = std::make_unique<Sealer>(*key, m_random);
    return {};
}

bool ProfileSecrets::waitsForRestart(const Settings &settings) const
{
    return m_vault && settings.secrets != m_openedWith;
}

} // namespace smsauth
