// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"
#include "core/admin/LocalAdmin.h"
#include "core/admin/OwnerSocket.h"

namespace smsauth {

/// How an engine is opened for this invocation. actor: "server", "command line".
EngineOptions engineOptions(const Invocation &call, const QString &actor, const Secret &passphrase = {});

/// Commands on a profile for one process: through the owner where there is one, else with a store of its own, the
/// profile being locked meanwhile. Blocks; needs a QCoreApplication. The way is chosen by the first run() and kept.
class ProfileSession
{
public:
    ProfileSession(const Invocation &call, const Clock &clock, Random &random);
    ~ProfileSession();

    /// For what has something to say only of a profile that is there. Errors: InvalidInput (it is none).
    static Result<void> checkProfile(const Invocation &call);

    /// Errors: InUse (an owner that does not answer), those of the command.
    Result<QJsonObject> run(const QString &command, const QJsonObject &arguments, milliseconds timeout);
    /// As run() of "codes.wait". Without an owner nobody delivers a code: the profile is left free so that one may
    /// come meanwhile.
    Result<QJsonObject> waitForCode(const QJsonObject &arguments, seconds timeout);
    /// True when an owner did the work, whose settings were then in force.
    bool usedOwner() const { return m_usedOwner; }

private:
    Result<QJsonObject> runHere(const QString &command, const QJsonObject &arguments);
    Result<QJsonObject> finish(const Commands::Answer &answer);
    void close();

    const Invocation &m_call;
    const Clock &m_clock;
    Random &m_random;
    Secret m_passphrase;
    std::unique_ptr<OwnerSocket> m_lock;
    std::unique_ptr<Admin> m_admin;
    bool m_usedOwner = false;
};

} // namespace smsauth
