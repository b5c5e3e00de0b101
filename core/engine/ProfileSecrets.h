// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Sealer.h"
#include "core/engine/EngineOptions.h"
#include "core/settings/SecretVault.h"

namespace smsauth {

/// The secret store of a profile and the key that seals what lies in its database. Lives on the server thread.
class ProfileSecrets
{
public:
    ProfileSecrets(QString folder, const EngineOptions &options, Random &random);

    /// Opens what is not open yet; may block for some seconds on a keyring. Errors: Settings, SecretsLocked,
    /// SecretsUnavailable.
    Result<void> open(const LoadedSettings &loaded);
    /// For a sealed file, from the next open() on; empty: the one that is known.
    void setPassphrase(const Secret &passphrase);
    /// Keys that end with this run instead of the store in the settings, from the next open() on.
    void setMemoryForThisRun(bool inMemory) { m_memoryForThisRun = inMemory; }
    bool isMemoryForThisRun() const { return m_memoryForThisRun; }

    SecretVault *vault() const { return m_vault.get(); }    ///< null before the first open() that came so far
    const Sealer *sealer() const { return m_sealer.get(); } ///< as above
    /// The settings name another store by now.
    bool waitsForRestart(const Settings &settings) const;

private:
    const QString m_folder;
    const EngineOptions &m_options;
    Random &m_random;
    Secret m_passphrase;
    bool m_memoryForThisRun = false;
    SecretsMode m_openedWith = SecretsMode::Auto;
    std::vector<std::unique_ptr<SecretVault>> m_formerVaults;
    std::unique_ptr<SecretVault> m_vault;
    std::unique_ptr<Sealer> m_sealer;
};

} // namespace smsauth
