// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/AuthService.h"

#include "core/storage/StorageThread.h"
#include "core/storage/Stores.h"

namespace smsauth {

AuthService::AuthService(StorageThread &storage, const SignIn &signIn, const TokenService &tokens, Mailbox &home)
    : m_storage(storage)
    , m_signIn(signIn)
    , m_tokens(tokens)
    , m_home(home)
{
}

void AuthService::start(const PhoneNumber &phone, const QString &address, Done<void> done)
{
    m_storage.submit<void>(
        m_home,
        [this, request = m_signIn.prepare(phone, address)](Stores &stores) {
            return m_signIn.start(stores, request);
        },
        std::move(done));
}

void AuthService::complete(const PhoneNumber &phone, const QString &code, const QString &bearer,
                           Done<SignedIn> done)
{
    RowId bearerUser = 0;
    if (!bearer.isEmpty()) {
        if (const Result<TokenService::Claims> claims = m_tokens.verify(bearer))
            bearerUser = claims->userId;
    }
    m_storage.submit<UserRecord>(
        m_home,
        [this, phone, code, bearerUser](Stores &stores) {
            return m_signIn.complete(stores, phone, code, bearerUser);
        },
        [this, done = std::move(done)](Result<UserRecord> user) {
            if (!user)
                return done(user.error());
            // Only now, after the commit: no token without a committed row.
            Result<QString> token = m_tokens.issue(*user);
            if (!token)
                return done(token.error());
            done(SignedIn{std::move(user).value(), std::move(token).value()});
        });
}

Result<void> AuthService::checkToken(const QString &bearer) const
{
    const Result<TokenService::Claims> claims = m_tokens.verify(bearer);
    return claims ? Result<void>() : claims.error();
}

void AuthService::startChange(const QString &bearer, const PhoneNumber &newPhone, const QString &address,
                              Done<void> done)
{
    const Result<TokenService::Claims> claims = m_tokens.verify(bearer);
    if (!claims)
        return done(claims.error());
    m_storage.submit<void>(
        m_home,
        [this, user = claims->userId, request = m_signIn.prepare(newPhone, address)](Stores &stores) {
            return m_signIn.startChange(stores, user, request);
        },
        std::move(done));
}

QJsonObject AuthService::jwks() const
{
    return m_tokens.jwks();
}

} // namespace smsauth
