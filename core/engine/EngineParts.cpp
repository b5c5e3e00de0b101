// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/EngineParts.h"

#include "core/engine/SandboxBackend.h"
#include "core/http/HttpServer.h"

namespace smsauth {

namespace {

Result<Secret> tokenKey(SecretVault &vault, Random &random, TokenAlgorithm algorithm)
{
    // An HMAC key may be set by hand ("secret set token_key"); a signing key has a form of its own and another
    // name.
    if (algorithm == TokenAlgorithm::HS256)
        return vault.readOrCreateKey(QStringLiteral("token_key"), 32);
    const QString name = QStringLiteral("token_signing_key");
    Result<Secret> stored = vault.read(name);
    if (stored || stored.error().code != ErrorCode::NotFound)
        return stored;
    const Secret made = TokenService::makeKey(algorithm, random);
    if (const Result<void> written = vault.write(name, made); !written)
        return written.error();
    return made;
}

} // namespace

EngineParts::EngineParts(const EngineGround &ground, const Settings &s, std::unique_ptr<TokenService> tokenService)
    : settings(s)
    , tokens(std::move(tokenService))
    , codes(settings, ground.clock, ground.random, ground.sealer)
    , limits(settings, ground.clock)
    , outbox(settings, ground.clock, ground.sealer)
    , signIn(settings, ground.clock, codes, limits, outbox, s.mode() == Mode::Simulated ? &ground.faults : nullptr)
    , auth(ground.storage.writer(), signIn, *tokens, home)
    , cleanup(ground.storage.writer(), ground.storage.reader(), home, settings, ground.clock,
              ground.storage.checkpointer())
    , compaction(ground.storage.writer(), home, ground.storage.checkpointer())
{
    if (s.mode() == Mode::Simulated)
        sandbox = std::make_unique<SandboxInbox>(
            sandboxBackend(ground.storage.writer(), ground.storage.reader(), home, outbox, ground.clock));
}

EngineParts::~EngineParts() = default;

Result<std::unique_ptr<EngineParts>> EngineParts::make(const EngineGround &ground, const Settings &settings)
{
    // Tests that run without their faults would say that all is well.
    const Result<void> faults = settings.mode() == Mode::Simulated ? ground.faults.load(settings) : Result<void>();
    if (!faults)
        return faults.error();
    const Result<Secret> key = tokenKey(ground.vault, ground.random, settings.tokenAlgorithm);
    if (!key)
        return key.error();
    Result<std::unique_ptr<TokenService>> tokens =
        TokenService::create(settings, *key, ground.clock, ground.random);
    if (!tokens)
        return tokens.error();
    return std::make_unique<EngineParts>(ground, settings, std::move(tokens).value());
}

} // namespace smsauth
