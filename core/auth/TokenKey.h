// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/settings/Settings.h"

#include <QJsonObject>
#include <memory>

namespace smsauth {

/// A key that signs and checks tokens, through OpenSSL. Immutable; thread-safe.
class TokenKey
{
public:
    virtual ~TokenKey() = default;

    /// A PKCS #8 PEM for ES256. HS256 keys are random bytes and need no maker.
    static Secret makeEs256();
    /// Errors: Settings (not a P-256 key in PEM, or fewer than 32 bytes).
    static Result<std::unique_ptr<const TokenKey>> load(TokenAlgorithm algorithm, const Secret &key);

    virtual QLatin1StringView algorithm() const = 0;
    /// Names the key in a token's header: the RFC 7638 thumbprint, for a shared key a keyed hash.
    virtual QString id() const = 0;
    /// In the form of JWS: for ES256 r ‖ s, 64 bytes. Empty if OpenSSL fails.
    virtual QByteArray sign(const QByteArray &data) const = 0;
    virtual bool verify(const QByteArray &data, const QByteArray &signature) const = 0;
    /// The public half as a JWK; empty for a shared key.
    virtual QJsonObject publicJwk() const = 0;
};

} // namespace smsauth
