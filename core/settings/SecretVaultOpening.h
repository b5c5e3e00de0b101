// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Keyring.h"
#include "core/settings/SecretVault.h"

#include <functional>

namespace smsauth {

/// SecretVault::open() with the keyring handed in, so that tests choose how it behaves. Only called when a keyring
/// is looked for; null: this build has none.
using MakeKeyring = std::function<std::shared_ptr<Keyring>()>;
Result<std::unique_ptr<SecretVault>> openSecretVault(const QString &profile, const Settings &settings,
                                                     const QProcessEnvironment &environment, Random &random,
                                                     const Secret &passphrase, const MakeKeyring &makeKeyring);

} // namespace smsauth
