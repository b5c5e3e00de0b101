// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/AuthService.h"
#include "core/engine/ProfileStorage.h"
#include "core/maintenance/Cleanup.h"
#include "core/maintenance/Compaction.h"
#include "core/settings/SecretVault.h"
#include "core/sms/SandboxInbox.h"
#include "core/sms/SmsSender.h"

namespace smsauth {

class HttpServer;

/// What the parts of an engine stand on: it is there before them and stays when they are replaced.
struct EngineGround
{
    const Clock &clock;
    Random &random;
    SecretVault &vault;
    const Sealer &sealer;
    ProfileStorage &storage;
    FaultBook &faults;
};

/// Everything that is made from one set of settings, in the order of its making; destroyed in the reverse order.
struct EngineParts
{
    /// Errors: Settings (a file of faults that cannot be used), those of the secret store.
    static Result<std::unique_ptr<EngineParts>> make(const EngineGround &ground, const Settings &settings);
    EngineParts(const EngineGround &ground, const Settings &settings, std::unique_ptr<TokenService> tokenService);
    ~EngineParts();
    Q_DISABLE_COPY_MOVE(EngineParts)

    const Settings settings;
    Mailbox home; ///< answers on their way to these parts die with them
    std::unique_ptr<TokenService> tokens;
    CodeService codes;
    RateLimiter limits;
    Outbox outbox;
    SignIn signIn;
    AuthService auth;
    Cleanup cleanup;
    Compaction compaction;
    std::unique_ptr<SandboxInbox> sandbox; ///< only in simulated mode
    std::unique_ptr<SmsSender> sender;     ///< only while running
    std::unique_ptr<HttpServer> http;      ///< only while running
};

} // namespace smsauth
