// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/TokenKey.h"
#include "core/auth/TokenService.h"
#include "tests/support/FixedRandom.h"
#include "tests/support/ManualClock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace smsauth;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(smsauth::TokenAlgorithm)

namespace {

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray unBase64Url(const QByteArray &text)
{
    return QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding);
}

} // namespace

class tst_Token : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_es256 = TokenService::makeKey(TokenAlgorithm::ES256, m_random);
        m_hs256 = TokenService::makeKey(TokenAlgorithm::HS256, m_random);
        m_user.id = 42;
    }

    void roundTrip_data() { algorithms(); }
    void roundTrip()
    {
        QFETCH(TokenAlgorithm, algorithm);
        const auto service = make(algorithm);
        const auto token = service->issue(m_user);
        QVERIFY(token.ok());
        const auto claims = service->verify(*token);
        QVERIFY(claims.ok());
        QCOMPARE(claims->userId, 42);
        const qint64 now = toMs(m_clock.now()) / 1000;
        QCOMPARE(claims->all.value(QStringLiteral("iat")).toInteger(), now);
        QCOMPARE(claims->all.value(QStringLiteral("exp")).toInteger(), now + 3600);
        QCOMPARE(claims->all.value(QStringLiteral("amr")).toArray(), QJsonArray{QStringLiteral("sms")});
        QVERIFY(claims->all.value(QStringLiteral("jti")).toString().size() >= 16);
        QVERIFY(service->issue(m_user).value() != *token); // jti
    }

    void expires()
    {
        const auto service = make(TokenAlgorithm::ES256);
        const QString token = service->issue(m_user).value();
        m_clock.advance(3604s);
        QVERIFY(service->verify(token).ok());
        m_clock.advance(1s);
        QCOMPARE(service->verify(token).error().code, ErrorCode::NotAuthenticated);
    }

    void notBeforeItWasMade()
    {
        const auto service = make(TokenAlgorithm::ES256);
        const QString token = service->issue(m_user).value();
        m_clock.jump(-6s);
        QVERIFY(!service->verify(token).ok());
        m_clock.jump(6s);
    }

    void everyTamperedByteIsNoticed_data() { algorithms(); }
    void everyTamperedByteIsNoticed()
    {
        QFETCH(TokenAlgorithm, algorithm);
        const auto service = make(algorithm);
        const QString token = service->issue(m_user).value();
        for (qsizetype i = 0; i < token.size(); ++i) {
            QString tampered = token;
            tampered[i] = tampered[i] == u'A' ? u'B' : u'A';
            QVERIFY2(!service->verify(tampered).ok(), qPrintable(QString::number(i)));
        }
    }

    void forgeries_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("keepSignature");
        QTest::newRow("alg none") << QByteArray(R"({"alg":"none","typ":"JWT"})") << false;
        QTest::newRow("alg None") << QByteArray(R"({"alg":"None","typ":"JWT"})") << false;
        QTest::newRow("HS256 over the public key") << QByteArray(R"({"alg":"HS256","typ":"JWT"})") << true;
        QTest::newRow("no typ") << QByteArray(R"({"alg":"ES256"})") << true;
        QTest::newRow("no object") << QByteArray("[]") << true;
        QTest::newRow("empty") << QByteArray() << true;
    }
    void forgeries()
    {
        QFETCH(QByteArray, header);
        QFETCH(bool, keepSignature);
        const auto service = make(TokenAlgorithm::ES256);
        const QList<QByteArray> parts = service->issue(m_user).value().toLatin1().split('.');
        const QByteArray forged =
            base64Url(header) + '.' + parts[1] + '.' + (keepSignature ? parts[2] : QByteArray());
        QCOMPARE(service->verify(QString::fromLatin1(forged)).error().code, ErrorCode::NotAuthenticated);
    }

    void foreignTokensAreRefused_data()
    {
        QTest::addColumn<QByteArray>("claim");
        QTest::addColumn<QJsonValue>("value");
        const qint64 now = toMs(ManualClock().now()) / 1000;
        QTest::newRow("issuer") << QByteArray("iss") << QJsonValue(QStringLiteral("other"));
        QTest::newRow("audience") << QByteArray("aud") << QJsonValue(QStringLiteral("other"));
        QTest::newRow("no expiry") << QByteArray("exp") << QJsonValue();
        QTest::newRow("expired") << QByteArray("exp") << QJsonValue(now - 60);
        QTest::newRow("no begin") << QByteArray("nbf") << QJsonValue();
        QTest::newRow("user is no number") << QByteArray("sub") << QJsonValue(QStringLiteral("x"));
        QTest::newRow("user is zero") << QByteArray("sub") << QJsonValue(QStringLiteral("0"));
    }
    void foreignTokensAreRefused()
    {
        QFETCH(QByteArray, claim);
        QFETCH(QJsonValue, value);
        ManualClock clock;
        const auto service = make(TokenAlgorithm::ES256, clock);
        const QList<QByteArray> parts = service->issue(m_user).value().toLatin1().split('.');
        QJsonObject claims = QJsonDocument::fromJson(unBase64Url(parts[1])).object();
        claims.insert(QString::fromLatin1(claim), value);
        const QByteArray body = parts[0] + '.' + base64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact));
        const auto key = TokenKey::load(TokenAlgorithm::ES256, m_es256);
        const QString token = QString::fromLatin1(body + '.' + base64Url(key.value()->sign(body)));
        QCOMPARE(service->verify(token).error().code, ErrorCode::NotAuthenticated);
    }

    /// Signed with the right key, so that nothing but the header can be what is refused.
    void otherHeadersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("good");
        QTest::newRow("as it is") << QByteArray("typ") << QJsonValue(QStringLiteral("JWT")) << true;
        QTest::newRow("no algorithm") << QByteArray("alg") << QJsonValue(QStringLiteral("none")) << false;
        QTest::newRow("another algorithm") << QByteArray("alg") << QJsonValue(QStringLiteral("HS256")) << false;
        QTest::newRow("another type") << QByteArray("typ") << QJsonValue(QStringLiteral("at+jwt")) << false;
        QTest::newRow("no type") << QByteArray("typ") << QJsonValue() << false;
        QTest::newRow("another key") << QByteArray("kid") << QJsonValue(QStringLiteral("other")) << false;
    }
    void otherHeadersAreRefused()
    {
        QFETCH(QByteArray, member);
        QFETCH(QJsonValue, value);
        QFETCH(bool, good);
        const auto service = make(TokenAlgorithm::ES256);
        const QList<QByteArray> parts = service->issue(m_user).value().toLatin1().split('.');
        QJsonObject header = QJsonDocument::fromJson(unBase64Url(parts[0])).object();
        header.insert(QString::fromLatin1(member), value);
        const QByteArray body = base64Url(QJsonDocument(header).toJson(QJsonDocument::Compact)) + '.' + parts[1];
        const auto key = TokenKey::load(TokenAlgorithm::ES256, m_es256);
        const QString token = QString::fromLatin1(body + '.' + base64Url(key.value()->sign(body)));
        QCOMPARE(service->verify(token).ok(), good);
    }

    void rubbish_data()
    {
        QTest::addColumn<QString>("token");
        for (const char *token : {"", ".", "..", "...", "a.b.c", "eyJ.eyJ.eyJ", "Bearer x.y.z", "a b.c.d"})
            QTest::newRow(token) << QString::fromLatin1(token);
        QTest::newRow("huge") << QString(100000, u'a');
        QTest::newRow("not latin") << QStringLiteral("ключ.ключ.ключ");
    }
    void rubbish()
    {
        QFETCH(QString, token);
        QCOMPARE(make(TokenAlgorithm::ES256)->verify(token).error().code, ErrorCode::NotAuthenticated);
        QCOMPARE(make(TokenAlgorithm::HS256)->verify(token).error().code, ErrorCode::NotAuthenticated);
    }

    void unusableKeys()
    {
        Settings settings;
        const auto failing = [&](TokenAlgorithm algorithm, const QByteArray &key) {
            settings.tokenAlgorithm = algorithm;
            const auto made = TokenService::create(settings, Secret(key), m_clock, m_random);
            return !made.ok() && made.error().code == ErrorCode::Settings;
        };
        QVERIFY(failing(TokenAlgorithm::ES256, "no key"));
        QVERIFY(failing(TokenAlgorithm::ES256, QByteArray()));
        QVERIFY(failing(TokenAlgorithm::HS256, QByteArray(31, 'x')));
    }

    void jwksHoldsOnlyThePublicHalf()
    {
        const QJsonArray keys = make(TokenAlgorithm::ES256)->jwks().value(QStringLiteral("keys")).toArray();
        QCOMPARE(keys.size(), 1);
        const QJsonObject jwk = keys.first().toObject();
        QCOMPARE(jwk.value(QStringLiteral("kty")).toString(), QStringLiteral("EC"));
        QVERIFY(!jwk.contains(QStringLiteral("d")));
        QCOMPARE(unBase64Url(jwk.value(QStringLiteral("x")).toString().toLatin1()).size(), 32);
        QCOMPARE(unBase64Url(jwk.value(QStringLiteral("y")).toString().toLatin1()).size(), 32);
        QVERIFY(make(TokenAlgorithm::HS256)->jwks().value(QStringLiteral("keys")).toArray().isEmpty());
    }

    // RFC 7515 appendix A.3: a signature that somebody else made.
    void theExampleOfTheStandardVerifies()
    {
        const QByteArray pem = "-----BEGIN PRIVATE KEY-----\n"
                               "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgjpsQnnGQmL+YBIff\n"
                               "H1136cspYG6+0iY7X1fCE9+E9LKhRANCAAR/zc4ncPbEXUGDy+5v20t7WAczNXvp\n"
                               "7xO6z248e9FURcfxRM0bvZt+hyzf7bnuufSzaV1uqQskrYpGIyiFiOWt\n"
                               "-----END PRIVATE KEY-----\n";
        const auto key = TokenKey::load(TokenAlgorithm::ES256, Secret(pem));
        QVERIFY(key.ok());
        QCOMPARE(key.value()->publicJwk().value(QStringLiteral("x")).toString(),
                 QStringLiteral("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"));
        const QByteArray input =
            "eyJhbGciOiJFUzI1NiJ9."
            "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        const QByteArray signature =
            unBase64Url("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
        QVERIFY(key.value()->verify(input, signature));
        QVERIFY(!key.value()->verify(input + '.', signature));
    }

private:
    static void algorithms()
    {
        QTest::addColumn<TokenAlgorithm>("algorithm");
        QTest::newRow("ES256") << TokenAlgorithm::ES256;
        QTest::newRow("HS256") << TokenAlgorithm::HS256;
    }
    std::unique_ptr<TokenService> make(TokenAlgorithm algorithm) { return make(algorithm, m_clock); }
    std::unique_ptr<TokenService> make(TokenAlgorithm algorithm, const Clock &clock)
    {
        Settings settings;
        settings.tokenAlgorithm = algorithm;
        return TokenService::create(settings, algorithm == TokenAlgorithm::ES256 ? m_es256 : m_hs256, clock,
                                    m_random)
            .value();
    }

    ManualClock m_clock;
    SystemRandom m_random;
    Secret m_es256;
    Secret m_hs256;
    UserRecord m_user;
};

QTEST_GUILESS_MAIN(tst_Token)
#include "tst_token.moc"
