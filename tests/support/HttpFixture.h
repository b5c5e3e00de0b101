// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/AuthService.h"
#include "core/http/HttpServer.h"
#include "core/maintenance/Cleanup.h"
#include "core/storage/StorageThread.h"
#include "core/storage/Stores.h"
#include "tests/support/FixedRandom.h"
#include "tests/support/HttpClient.h"
#include "tests/support/ManualClock.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <memory>

namespace smsauth {

/// The server with real storage, codes, tokens and HTTP, as the engine puts them together, but with a clock and a
/// die that the test holds and without a sender. Everything but storage runs on the test's thread.
class HttpFixture
{
public:
    explicit HttpFixture(const Settings &settings);
    ~HttpFixture();

    /// Empty when all went well.
    QString start();

    ManualClock clock;
    FixedRandom random;

    TokenService &tokens() { return *m_tokens; }
    HttpClient connect() const { return HttpClient(m_port); }
    HttpAnswer request(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                       const QList<QByteArray> &headers = {}) const;
    HttpAnswer post(const QByteArray &target, const QByteArray &body, const QList<QByteArray> &headers = {}) const;

    /// The sign-in is asked for and `code` is sent. False unless the answer is 200.
    bool signIn(const QByteArray &phone, quint64 code);
    /// Signs the user in, wholly. Returns the token, empty if that fails. Needs SMS_AUTH_RESPONSE=value.
    QByteArray tokenOf(const QByteArray &phone);
    /// Runs clear_expired and waits for it.
    Result<CleanupReport> clearExpired();

private:
    const Settings m_settings;
    QTemporaryDir m_folder;
    Sealer m_sealer{Secret(QByteArray(Sealer::KeySize, 'k')), random};
    Mailbox m_home;
    StorageThread m_storage;
    CodeService m_codes{m_settings, clock, random, m_sealer};
    RateLimiter m_limits{m_settings, clock};
    Outbox m_outbox{m_settings, clock, m_sealer};
    SignIn m_signIn{m_settings, clock, m_codes, m_limits, m_outbox};
    std::unique_ptr<TokenService> m_tokens;
    std::unique_ptr<AuthService> m_auth;
    std::unique_ptr<Cleanup> m_cleanup;
    std::unique_ptr<HttpServer> m_http;
    quint16 m_port = 0;
};

inline HttpFixture::HttpFixture(const Settings &settings)
    : m_settings(settings)
{
}

inline HttpFixture::~HttpFixture()
{
    m_http.reset();
}

inline QString HttpFixture::start()
{
    const QString file = m_folder.filePath(QStringLiteral("test.db"));
    const Result<void> opened =
        m_storage.start([file] { return std::make_unique<Stores>(file, Database::Access::Write); });
    if (!opened)
        return opened.error().detail;
    const Secret key = TokenService::makeKey(m_settings.tokenAlgorithm, random);
    Result<std::unique_ptr<TokenService>> tokens = TokenService::create(m_settings, key, clock, random);
    if (!tokens)
        return tokens.error().detail;
    m_tokens = std::move(tokens).value();
    m_auth = std::make_unique<AuthService>(m_storage, m_signIn, *m_tokens, m_home);
    m_cleanup = std::make_unique<Cleanup>(m_storage, m_storage, m_home, m_settings, clock, nullptr);
    m_http = std::make_unique<HttpServer>(HttpContext{.settings = m_settings, .auth = *m_auth});
    const Result<QString> url = m_http->listen(quint16(0));
    if (!url)
        return url.error().detail;
    m_port = quint16(QUrl(*url).port());
    return {};
}

inline HttpAnswer HttpFixture::request(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                                       const QList<QByteArray> &headers) const
{
    HttpClient client = connect();
    return client.request(method, target, body, headers).value_or(HttpAnswer());
}

inline HttpAnswer HttpFixture::post(const QByteArray &target, const QByteArray &body,
                                    const QList<QByteArray> &headers) const
{
    return request("POST", target, body, QList<QByteArray>{"Content-Type: application/json"} + headers);
}

inline bool HttpFixture::signIn(const QByteArray &phone, quint64 code)
{
    random.next = code;
    return post("/auth/sign-in/", "{\"phone_number\":\"" + phone + "\"}").status == 200;
}

inline QByteArray HttpFixture::tokenOf(const QByteArray &phone)
{
    if (!signIn(phone, 1234))
        return {};
    const HttpAnswer answer = post("/auth/auth/", "{\"phone_number\":\"" + phone + "\",\"code\":1234}");
    return answer.status == 200 ? answer.body.mid(1, answer.body.size() - 2) : QByteArray();
}

inline Result<CleanupReport> HttpFixture::clearExpired()
{
    std::optional<Result<CleanupReport>> report;
    m_cleanup->run(QStringLiteral("console"), [&](const Result<CleanupReport> &done) { report = done; });
    if (!QTest::qWaitFor([&] { return report.has_value(); }, 5000))
        return ErrorCode::TimedOut;
    return *report;
}

} // namespace smsauth
