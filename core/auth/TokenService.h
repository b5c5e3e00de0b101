// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/model/Records.h"
#include "core/settings/Settings.h"

#include <QJsonObject>
#include <memory>

namespace smsauth {

/// Makes and checks the JSON Web Tokens of signed-in users (RFC 7519, 8725): kid, iss, aud, sub = user id, iat,
/// nbf, exp, jti, amr ["sms"], typ "JWT". ES256 (RFC 7518 §3.4) or HS256, as the settings say; a token with any
/// other algorithm, type, issuer or audience is refused. issue() and verify() are thread-safe.
class TokenService
{
public:
    /// The secret that a new ES256 key is stored as (a PKCS #8 PEM), or 32 random bytes for HS256.
    static Secret makeKey(TokenAlgorithm algorithm, Random &random);

    /// key: as made by makeKey(); for HS256 any 32 bytes or more. Errors: Settings (unusable key).
    static Result<std::unique_ptr<TokenService>> create(const Settings &settings, const Secret &key,
                                                        const Clock &clock, Random &random);
    ~TokenService();

    Result<QString> issue(const UserRecord &user) const;

    struct Claims
    {
        RowId userId = 0;
        QJsonObject all;
    };
    /// Errors: NotAuthenticated, whatever is wrong with the token.
    Result<Claims> verify(const QString &token) const;

    /// {"keys":[…]}: public keys for ES256, empty list for HS256.
    QJsonObject jwks() const;

private:
    class Private;
    explicit TokenService(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace smsauth
