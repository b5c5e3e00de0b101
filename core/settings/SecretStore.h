// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QStringList>

namespace smsauth {

/// Where secrets live. Names: "<provider>.<variable>" for credentials, "token_key", "sealing_key".
/// All calls may block (a keyring up to its deadline): never call them on the GUI or server thread.
class SecretStore
{
public:
    enum class State { Ready, Locked, Missing };

    virtual ~SecretStore() = default;

    /// "keyring", "file", "memory": what is shown and recorded.
    virtual QLatin1StringView kind() const = 0;
    virtual State state() = 0;
    /// Errors: NotFound, SecretsLocked, SecretsUnavailable, TimedOut. A failure is never "not found".
    virtual Result<Secret> read(const QString &name) = 0;
    virtual Result<void> write(const QString &name, const Secret &value) = 0;
    virtual Result<void> remove(const QString &name) = 0;
    virtual Result<QStringList> names() = 0;
    /// Asks the person to unlock, where that exists.
    virtual Result<void> unlock() { return {}; }
};

} // namespace smsauth
