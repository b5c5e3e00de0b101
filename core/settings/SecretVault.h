// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/settings/SecretStore.h"
#include "core/settings/Settings.h"

#include <QProcessEnvironment>
#include <memory>

namespace smsauth {

/// The chosen secret store of a profile with the read-only sources (environment, $CREDENTIALS_DIRECTORY) laid over
/// it. Thread-safe: calls are serialised; each returns within about its deadline (keyring: 5 s) even when a service
/// hangs.
class SecretVault
{
public:
    struct Entry
    {
        QString name;
        QString place; ///< "keyring", "file", "memory", "environment", "credentials"
        bool readOnly = false;
    };

    /// Opens the store that the profile has recorded, or decides once and records the choice with its reason
    /// (profile/secrets.json). Never prompts while deciding. `passphrase` unlocks a sealed file.
    /// Errors: SecretsUnavailable (live without a keyring: detail names the choices), SecretsLocked (sealed file
    /// without or with a wrong passphrase), Settings.
    static Result<std::unique_ptr<SecretVault>> open(const QString &profile, const Settings &settings,
                                                     const QProcessEnvironment &environment, Random &random,
                                                     const Secret &passphrase = {});
    /// Memory for this run, whatever the profile has recorded; records nothing.
    static Result<std::unique_ptr<SecretVault>>
    openInMemory(const Settings &settings, const QProcessEnvironment &environment, Random &random);
    virtual ~SecretVault() = default;

    virtual QString kind() const = 0;   ///< "keyring", "file", "memory"
    virtual QString reason() const = 0; ///< why this one, one English sentence
    virtual SecretStore::State state() = 0;
    virtual Result<void> unlock() = 0;
    /// True when what is written now can be read after a restart.
    virtual bool survivesRestart() const = 0;

    /// provider may be empty for names without one. Read-only sources win.
    virtual Result<Secret> read(const QString &name) = 0;
    virtual Result<void> write(const QString &name,
                               const Secret &value) = 0; ///< NotAllowed over a read-only source
    virtual Result<void> remove(const QString &name) = 0;
    virtual Result<QList<Entry>> entries() = 0;

    /// The key under this name, made and stored on first use. A failed read never makes a new key.
    virtual Result<Secret> readOrCreateKey(const QString &name, qsizetype bytes) = 0;

    /// What is written from now on is kept in memory, and is read before the store: for a store that no longer
    /// answers.
    virtual void keepInMemory() {}

    /// Tells which gateway SMS_AUTH_PROVIDER_PASSWORD belongs to from now on; at first the one in the settings.
    virtual void setProvider(const QString &id) { Q_UNUSED(id) }
};

} // namespace smsauth
