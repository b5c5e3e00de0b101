// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace smsauth {

/// Letters, digits, '.', '_' and '-', not beginning with a dot or a dash, at most 128: "twilio.password",
/// "token_key". Such a name is safe as a file name in a folder and as part of a key in a keyring.
bool isSecretName(const QString &name);

/// The program's own keys, the only names without a provider.
bool isKeyName(const QString &name);

} // namespace smsauth
