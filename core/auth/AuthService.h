// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/SignIn.h"
#include "core/auth/TokenService.h"
#include "core/base/Mailbox.h"

namespace smsauth {

class StorageThread;

template<class T>
using Done = std::function<void(Result<T>)>;

struct SignedIn
{
    UserRecord user;
    QString token; ///< made at that moment, after the commit
};

/// The three flows as the endpoints see them: asynchronous, on the server thread. Each `done` runs there exactly
/// once, after the commit. address: the client's, as text without port; empty when unknown.
class AuthService
{
public:
    AuthService(StorageThread &storage, const SignIn &signIn, const TokenService &tokens, Mailbox &home);

    /// Errors: SentEarly, LimitReached, CountryNotAllowed, Busy, Storage.
    void start(const PhoneNumber &phone, const QString &address, Done<void> done);
    /// code: digits as text, already padded. bearer: the token of the request or empty; only a change of number
    /// needs it. Errors: CodeNotFound, UserExists, Busy, Storage, LimitReached (failure ledger).
    void complete(const PhoneNumber &phone, const QString &code, const QString &bearer, Done<SignedIn> done);
    /// Whether a request may go on at all: the token alone, without the storage. Errors: NotAuthenticated.
    Result<void> checkToken(const QString &bearer) const;
    /// Errors: NotAuthenticated, UserExists, and those of start().
    void startChange(const QString &bearer, const PhoneNumber &newPhone, const QString &address, Done<void> done);

    QJsonObject jwks() const;

private:
    StorageThread &m_storage;
    const SignIn &m_signIn;
    const TokenService &m_tokens;
    Mailbox &m_home;
};

} // namespace smsauth
