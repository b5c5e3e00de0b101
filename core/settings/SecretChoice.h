// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/settings/Settings.h"

#include <functional>
#include <optional>

namespace smsauth {

/// Which secret store a profile uses and why, as <profile>/secrets.json keeps it.
struct SecretChoice
{
    SecretsMode store = SecretsMode::Memory; ///< never Auto
    QString reason;                          ///< one English sentence
    bool automatic = false;                  ///< decided by `auto`, not named by a setting
    /// Sets the entries of this profile apart from those of others in the same keyring. Recorded, so that a profile
    /// that is moved or restored elsewhere finds its own again.
    QString space;

    /// The recorded choice of the profile, or nothing before its first start. Errors: Settings (unreadable or
    /// damaged: nothing is decided anew over it).
    static Result<std::optional<SecretChoice>> read(const QString &profile);
    /// Errors: SecretsUnavailable (cannot be written).
    Result<void> record(const QString &profile) const;

    /// Whether a keyring could be used right now; otherwise why not, in a few words.
    using KeyringReady = std::function<Result<void>()>;
    /// The store to use now. A named store is taken as it is; `auto` keeps to what is recorded, and otherwise takes
    /// a keyring that is ready, or memory when simulated. What `auto` once put into memory for a simulated profile
    /// does not serve a live one: there is nothing in it to lose, so it is decided again.
    /// Errors: SecretsUnavailable (live without a keyring; the detail names the choices).
    static Result<SecretChoice> decide(const Settings &settings, const std::optional<SecretChoice> &recorded,
                                       const QString &profile, const KeyringReady &keyringReady);

    friend bool operator==(const SecretChoice &, const SecretChoice &) = default;
};

/// "keyring", "file", "memory"; "auto".
QString toText(SecretsMode mode);

} // namespace smsauth
