// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/AuthService.h"
#include "core/storage/StorageThread.h"

#include <QJsonArray>
#include <QList>
#include <new>

// AuthService without storage behind it, for tests of the layers above: this header DEFINES the class's functions,
// and the linker takes them in place of core's. Include it in exactly one file of a test program.

namespace smsauth {

/// What the fake was asked and what it answers.
struct FakeAuth
{
    struct Call
    {
        QByteArray function;
        PhoneNumber phone;
        QString code;
        QString bearer;
        QString address;
    };
    static inline QList<Call> calls;
    static inline Result<void> started;
    static inline Result<SignedIn> signedIn = ErrorCode::CodeNotFound;
    static inline QString goodBearer; ///< the only token that is accepted
    static inline bool hold = false;  ///< answers wait for release()
    static inline QList<std::function<void()>> held;

    static void reset()
    {
        calls.clear();
        started = {};
        signedIn = ErrorCode::CodeNotFound;
        goodBearer.clear();
        hold = false;
        held.clear();
    }
    static void answer(std::function<void()> action)
    {
        if (hold)
            held.append(std::move(action));
        else
            action();
    }
    static void release()
    {
        const auto waiting = std::exchange(held, {});
        for (const auto &action : waiting)
            action();
    }

    /// The service keeps references that the fake never uses; they refer to memory without objects.
    static AuthService makeService()
    {
        return AuthService(unused<StorageThread>(), unused<SignIn>(), unused<TokenService>(), unused<Mailbox>());
    }

private:
    template<class T>
    static T &unused()
    {
        alignas(T) static std::byte memory[sizeof(T)];
        return *reinterpret_cast<T *>(memory);
    }
};

AuthService::AuthService(StorageThread &storage, const SignIn &signIn, const TokenService &tokens, Mailbox &home)
    : m_storage(storage)
    , m_signIn(signIn)
    , m_tokens(tokens)
    , m_home(home)
{
}

void AuthService::start(const PhoneNumber &phone, const QString &address, Done<void> done)
{
    FakeAuth::calls.append({"start", phone, {}, {}, address});
    FakeAuth::answer([done = std::move(done)] { done(FakeAuth::started); });
}

void AuthService::complete(const PhoneNumber &phone, const QString &code, const QString &bearer,
                           Done<SignedIn> done)
{
    FakeAuth::calls.append({"complete", phone, code, bearer, {}});
    FakeAuth::answer([done = std::move(done)] { done(FakeAuth::signedIn); });
}

Result<void> AuthService::checkToken(const QString &bearer) const
{
    if (bearer.isEmpty() || bearer != FakeAuth::goodBearer)
        return ErrorCode::NotAuthenticated;
    return {};
}

void AuthService::startChange(const QString &bearer, const PhoneNumber &newPhone, const QString &address,
                              Done<void> done)
{
    FakeAuth::calls.append({"startChange", newPhone, {}, bearer, address});
    FakeAuth::answer([done = std::move(done)] { done(FakeAuth::started); });
}

QJsonObject AuthService::jwks() const
{
    return {{QStringLiteral("keys"), QJsonArray()}};
}

} // namespace smsauth
