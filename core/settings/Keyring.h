// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QDeadlineTimer>
#include <memory>

namespace smsauth {

/// The keyring of the desktop session as it is: keys to bytes, and the ways in which it can be away. Every call
/// blocks no longer than its deadline; all are thread-safe. No call but unlock() brings up a dialog when probe()
/// has just said Ready.
class Keyring
{
public:
    /// What probe() finds; everything but Ready means that entries can neither be read nor judged missing.
    enum class Presence {
        Ready,
        Locked,
        NoCollection, ///< a service without a keyring to put things in
        NoService,    ///< nobody offers org.freedesktop.secrets
        NoBus,        ///< no session bus
        NoAnswer,     ///< the service is there but hangs
    };

    virtual ~Keyring() = default;

    virtual Presence probe(QDeadlineTimer deadline) = 0;
    /// The service's own word for it, to be believed only between two probes that say Ready: a locked keyring
    /// answers "not found" as well. Errors of these three: NotFound, TimedOut, SecretsLocked (access denied),
    /// SecretsUnavailable.
    virtual Result<Secret> read(const QString &key, QDeadlineTimer deadline) = 0;
    virtual Result<void> write(const QString &key, const Secret &value, QDeadlineTimer deadline) = 0;
    virtual Result<void> remove(const QString &key, QDeadlineTimer deadline) = 0;
    /// Asks the person. Errors: SecretsLocked (dismissed), TimedOut, SecretsUnavailable.
    virtual Result<void> unlock(QDeadlineTimer deadline) = 0;

    /// What keeps the keyring from being used, in a few English words; success for Ready.
    static Result<void> usable(Presence presence);
};

} // namespace smsauth
