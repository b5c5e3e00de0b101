// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/HttpServer.h"
#include "tests/support/FakeAuthService.h"
#include "tests/support/HttpClient.h"

#include <QTest>
#include <QUrl>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Phone = R"({"phone_number":"+12025550101"})";
const QByteArray PhoneAndCode = R"({"phone_number":"+12025550101","code":"21"})";
const QByteArray NewPhone = R"({"new_phone_number":"+12025550101"})";

SignedIn somebody()
{
    UserRecord user;
    user.id = 3;
    user.phone = PhoneNumber::fromStored(u"+12025550101"_s);
    user.username = u"+12025550101"_s;
    user.firstName = u"Zoë"_s;
    user.email = u"zoe@example.com"_s;
    user.attributes = {{u"tier"_s, u"gold"_s}, {u"points"_s, 7}, {u"flags"_s, QJsonArray{1, 2}}};
    user.createdAt = fromMs(1'767'225'600'000);
    return {user, u"the.token"_s};
}

} // namespace

class tst_AuthEndpoints : public QObject
{
    Q_OBJECT

    Settings m_settings;
    AuthService m_auth = FakeAuth::makeService();
    std::unique_ptr<HttpServer> m_server;
    std::unique_ptr<HttpClient> m_client;

    void start()
    {
        m_server = std::make_unique<HttpServer>(HttpContext{.settings = m_settings, .auth = m_auth});
        const Result<QString> url = m_server->listen(quint16(0));
        QVERIFY(url.ok());
        m_client = std::make_unique<HttpClient>(quint16(QUrl(*url).port()));
    }

    HttpAnswer post(const QByteArray &path, const QByteArray &body, const QList<QByteArray> &headers = {})
    {
        return m_client->postJson(path, body, headers).value_or(HttpAnswer());
    }

private Q_SLOTS:
    void init()
    {
        FakeAuth::reset();
        m_settings = {};
    }
    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void callsTheService()
    {
        FakeAuth::goodBearer = u"abc.def"_s;
        start();
        QCOMPARE(post("/auth/sign-in/", Phone).body,
                 QByteArray(R"({"detail":"Your request was successfully processed"})"));
        FakeAuth::signedIn = somebody();
        QCOMPARE(post("/auth/auth/", PhoneAndCode, {"Authorization: Bearer abc.def"}).body,
                 QByteArray(R"({"jwt_token":"the.token"})"));
        QCOMPARE(post("/auth/change-phonenumber/", NewPhone, {"authorization: bearer abc.def"}).status, 200);

        QCOMPARE(FakeAuth::calls.size(), 3);
        QCOMPARE(FakeAuth::calls[0].function, QByteArray("start"));
        QCOMPARE(FakeAuth::calls[0].phone.e164(), u"+12025550101"_s);
        QCOMPARE(FakeAuth::calls[0].address, u"127.0.0.1"_s);
        QCOMPARE(FakeAuth::calls[1].function, QByteArray("complete"));
        QCOMPARE(FakeAuth::calls[1].code, u"21"_s);
        QCOMPARE(FakeAuth::calls[1].bearer, u"abc.def"_s);
        QCOMPARE(FakeAuth::calls[2].function, QByteArray("startChange"));
        QCOMPARE(FakeAuth::calls[2].bearer, u"abc.def"_s);
    }

    void answersAtItsPaths_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("with slash") << u"auth/"_s << QByteArray("/auth/sign-in/") << 200;
        QTest::newRow("without slash") << u"auth/"_s << QByteArray("/auth/sign-in") << 200;
        QTest::newRow("escaped") << u"auth/"_s << QByteArray("/auth/sign%2Din/") << 200;
        QTest::newRow("with query") << u"auth/"_s << QByteArray("/auth/sign-in/?a=b") << 200;
        QTest::newRow("two slashes") << u"auth/"_s << QByteArray("/auth/sign-in//") << 404;
        QTest::newRow("inner slashes") << u"auth/"_s << QByteArray("/auth//sign-in/") << 404;
        QTest::newRow("capitals") << u"auth/"_s << QByteArray("/auth/Sign-In/") << 404;
        QTest::newRow("unknown") << u"auth/"_s << QByteArray("/auth/login/") << 404;
        QTest::newRow("other prefix") << u"api/v1/"_s << QByteArray("/api/v1/sign-in/") << 200;
        QTest::newRow("not at the usual prefix then") << u"api/v1/"_s << QByteArray("/auth/sign-in/") << 404;
        QTest::newRow("no prefix") << QString() << QByteArray("/sign-in/") << 200;
        QTest::newRow("dots") << u"auth/"_s << QByteArray("/x/../auth/sign-in/") << 404;
    }

    void answersAtItsPaths()
    {
        QFETCH(QString, prefix);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        m_settings.path = prefix;
        start();
        const HttpAnswer answer = post(path, Phone);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.header("allow"), status == 200 ? QByteArray("POST, OPTIONS") : QByteArray());
        if (status == 404)
            QCOMPARE(answer.body, QByteArray(R"({"detail":"Not found."})"));
    }

    void saysWhichMethods()
    {
        start();
        for (const QByteArray method : {"GET", "PUT", "PATCH", "DELETE", "TRACE"}) {
            const HttpAnswer answer = m_client->request(method, "/auth/auth/").value_or(HttpAnswer());
            QCOMPARE(answer.status, 405);
            QCOMPARE(answer.header("allow"), QByteArray("POST, OPTIONS"));
            QCOMPARE(answer.header("content-type"), QByteArray("application/json"));
            QCOMPARE(answer.body, "{\"detail\":\"Method \\\"" + method + "\\\" not allowed.\"}");
        }
        const HttpAnswer options = m_client->request("OPTIONS", "/auth/change-phonenumber").value_or(HttpAnswer());
        QCOMPARE(options.status, 200);
        QCOMPARE(options.header("allow"), QByteArray("POST, OPTIONS"));
        QCOMPARE(options.body, QByteArray());
    }

    void mapsErrors_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("retryAfter");
        const auto row = [](const char *name, ErrorCode code, int status, const char *detail,
                            const QByteArray &retryAfter = {}) {
            QTest::newRow(name) << int(code) << status << QByteArray("{\"detail\":\"" + QByteArray(detail) + "\"}")
                                << retryAfter;
        };
        const char *later = "Service temporarily unavailable, try again later.";
        row("code", ErrorCode::CodeNotFound, 400, "Code not found");
        row("early", ErrorCode::SentEarly, 400, "Code was send early");
        row("taken", ErrorCode::UserExists, 400, "User already exist");
        row("phone", ErrorCode::InvalidPhone, 400, "Enter a valid phone number.");
        row("input", ErrorCode::InvalidInput, 400, "Invalid input.");
        row("token", ErrorCode::NotAuthenticated, 401, "Authentication credentials were not provided.");
        row("country", ErrorCode::CountryNotAllowed, 403, "Numbers of this country are not accepted.");
        row("mode", ErrorCode::NotAllowed, 403, "You do not have permission to perform this action.");
        row("absent", ErrorCode::NotFound, 404, "Not found.");
        row("time", ErrorCode::TimedOut, 408, "Timed out.");
        row("in use", ErrorCode::InUse, 409, later);
        row("limit", ErrorCode::LimitReached, 429, "Request was throttled. Expected available in 17 seconds.",
            "17");
        row("settings", ErrorCode::Settings, 500, "Internal error.");
        row("internal", ErrorCode::Internal, 500, "Internal error.");
        row("provider", ErrorCode::Provider, 502, "Internal error.");
        row("busy", ErrorCode::Busy, 503, later, "17");
        row("storage", ErrorCode::Storage, 503, later, "17");
        row("locked", ErrorCode::SecretsLocked, 503, later, "17");
        row("no store", ErrorCode::SecretsUnavailable, 503, later, "17");
        row("no secret", ErrorCode::SecretMissing, 503, later, "17");
        row("cancelled", ErrorCode::Cancelled, 503, later, "17");
    }

    void mapsErrors()
    {
        QFETCH(int, code);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, retryAfter);
        FakeAuth::goodBearer = u"t"_s;
        start();
        const Error error{ErrorCode(code), u"secret inside"_s, std::chrono::seconds(17)};
        FakeAuth::started = error;
        FakeAuth::signedIn = error;
        for (const QByteArray path : {"sign-in/", "auth/", "change-phonenumber/"}) {
            const QByteArray request = path == "auth/" ? PhoneAndCode : path == "sign-in/" ? Phone : NewPhone;
            const HttpAnswer answer = post("/auth/" + path, request, {"Authorization: Bearer t"});
            QCOMPARE(answer.status, status);
            QCOMPARE(answer.body, body);
            QCOMPARE(answer.header("retry-after"), retryAfter);
            QCOMPARE(answer.header("www-authenticate"), status == 401 ? QByteArray("Bearer") : QByteArray());
            QCOMPARE(answer.header("cache-control"), QByteArray("no-store"));
        }
    }

    void alwaysSaysWhenToTryAgain()
    {
        start();
        FakeAuth::started = ErrorCode::LimitReached;
        HttpAnswer answer = post("/auth/sign-in/", Phone);
        QCOMPARE(answer.header("retry-after"), QByteArray("1"));
        QVERIFY(answer.body.contains("in 1 second."));
        FakeAuth::started = ErrorCode::Busy;
        answer = post("/auth/sign-in/", Phone);
        QCOMPARE(answer.header("retry-after"), QByteArray("1"));
    }

    void usesTheTextsOfTheSettings()
    {
        m_settings.textSuccess = u"отправлено"_s;
        m_settings.textCodeNotFound = u"нет \"кода\""_s;
        m_settings.textWait = u"ждите"_s;
        m_settings.textUserExists = u"занято"_s;
        start();
        QCOMPARE(post("/auth/sign-in/", Phone).body, QByteArray(R"({"detail":"отправлено"})"));
        QCOMPARE(post("/auth/auth/", PhoneAndCode).body, QByteArray("{\"detail\":\"нет \\\"кода\\\"\"}"));
        FakeAuth::started = ErrorCode::SentEarly;
        QCOMPARE(post("/auth/sign-in/", Phone).body, QByteArray(R"({"detail":"ждите"})"));
        FakeAuth::started = ErrorCode::UserExists;
        QCOMPARE(post("/auth/sign-in/", Phone).body, QByteArray(R"({"detail":"занято"})"));
    }

    void collectsFieldErrorsInOrder()
    {
        FakeAuth::goodBearer = u"t"_s;
        start();
        QCOMPARE(post("/auth/auth/", "{}").body,
                 QByteArray(R"({"phone_number":["This field is required."],"code":["This field is required."]})"));
        QCOMPARE(post("/auth/change-phonenumber/", "[]", {"Authorization: Bearer t"}).body,
                 QByteArray(R"({"non_field_errors":["Invalid data. Expected a dictionary, but got list."]})"));
        QCOMPARE(FakeAuth::calls.size(), 0);
    }

    void needsCredentials_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("signIn");
        QTest::addColumn<QByteArray>("detail"); // of change-phonenumber, and of sign-in where that refuses
        const QByteArray missing = "Authentication credentials were not provided.";
        QTest::newRow("none") << QByteArray() << 200 << missing;
        QTest::newRow("empty") << QByteArray("Authorization:") << 200 << missing;
        QTest::newRow("token") << QByteArray("Authorization: Token abc") << 200 << missing;
        QTest::newRow("bearer without token") << QByteArray("Authorization: Bearer") << 200 << missing;
        QTest::newRow("bad bearer") << QByteArray("Authorization: Bearer x.y.z") << 200 << missing;
        QTest::newRow("basic") << QByteArray("Authorization: Basic !!!") << 401
                               << QByteArray("Invalid username/password.");
        QTest::newRow("basic without credentials") << QByteArray("Authorization: basic") << 401
                                                   << QByteArray("Invalid basic header. No credentials provided.");
        QTest::newRow("basic with spaces")
            << QByteArray("Authorization: Basic a b") << 401
            << QByteArray("Invalid basic header. Credentials string should not contain spaces.");
    }

    void needsCredentials()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, signIn);
        QFETCH(QByteArray, detail);
        start();
        const QList<QByteArray> headers = header.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{header};
        const HttpAnswer change = post("/auth/change-phonenumber/", NewPhone, headers);
        QCOMPARE(change.status, 401);
        // Who may not ask is not told what is wrong with the question.
        for (const QByteArray body : {"{", "{}", "\xff", R"({"new_phone_number":"1"})"})
            QCOMPARE(post("/auth/change-phonenumber/", body, headers).body, change.body);
        QCOMPARE(change.header("www-authenticate"), QByteArray("Bearer"));
        QCOMPARE(change.body, "{\"detail\":\"" + detail + "\"}");
        QVERIFY(FakeAuth::calls.isEmpty());
        const HttpAnswer answer = post("/auth/sign-in/", Phone, headers);
        QCOMPARE(answer.status, signIn);
        if (signIn == 401)
            QCOMPARE(answer.body, change.body);
    }

    void answersWithTheProperty_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("token") << u"jwt_token"_s << QByteArray("\"the.token\"");
        QTest::newRow("pk") << u"pk"_s << QByteArray("3");
        QTest::newRow("id") << u"id"_s << QByteArray("3");
        QTest::newRow("phone field") << u"username"_s << QByteArray("\"+12025550101\"");
        QTest::newRow("first name") << u"first_name"_s << QByteArray("\"Zoë\"");
        QTest::newRow("last name") << u"last_name"_s << QByteArray("\"\"");
        QTest::newRow("email") << u"email"_s << QByteArray("\"zoe@example.com\"");
        QTest::newRow("active") << u"is_active"_s << QByteArray("true");
        QTest::newRow("created") << u"created_at"_s << QByteArray("\"2026-01-01T00:00:00.000Z\"");
        QTest::newRow("never signed in") << u"last_sign_in_at"_s << QByteArray("null");
        QTest::newRow("own text") << u"tier"_s << QByteArray("\"gold\"");
        QTest::newRow("own number") << u"points"_s << QByteArray("7");
        QTest::newRow("own list") << u"flags"_s << QByteArray("[1,2]");
    }

    void answersWithTheProperty()
    {
        QFETCH(QString, key);
        QFETCH(QByteArray, value);
        m_settings.successKey = key;
        FakeAuth::signedIn = somebody();
        start();
        QCOMPARE(post("/auth/auth/", PhoneAndCode).body, "{\"" + key.toUtf8() + "\":" + value + '}');
        cleanup();
        m_settings.response = ResponseStyle::Value;
        start();
        QCOMPARE(post("/auth/auth/", PhoneAndCode).body, value);
    }

    void saysThatTheUserLacksTheProperty()
    {
        m_settings.successKey = u"nope"_s;
        FakeAuth::signedIn = somebody();
        start();
        const HttpAnswer answer = post("/auth/auth/", PhoneAndCode);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.body, QByteArray("{\"detail\":\"The user has no attribute \\\"nope\\\".\"}"));
    }

    void answersInTheStyleOfTheLaterVersion()
    {
        m_settings.response = ResponseStyle::User;
        start();
        const auto error = [](const QByteArray &field, const QByteArray &message) {
            return "{\"code\":\"0000\",\"field\":" + field + ",\"message\":\"" + message + "\"}";
        };
        const auto body = [](const QByteArray &errors) { return R"({"message":"","errors":[)" + errors + "]}"; };
        QCOMPARE(post("/auth/auth/", PhoneAndCode).body, body(error("null", "Code not found")));
        QCOMPARE(post("/auth/auth/", "{}").body, body(error("\"phone_number\"", "This field is required.") + ',' +
                                                      error("\"code\"", "This field is required.")));
        QCOMPARE(m_client->request("GET", "/auth/auth/").value_or(HttpAnswer()).body,
                 body(error("null", "Method \\\"GET\\\" not allowed.")));
        QCOMPARE(post("/auth/change-phonenumber/", NewPhone).status, 401);
        FakeAuth::signedIn = somebody();
        QCOMPARE(post("/auth/auth/", PhoneAndCode).body,
                 QByteArray(R"({"pk":3,"first_name":"Zoë","last_name":""})"));
        QCOMPARE(post("/auth/sign-in/", Phone).body,
                 QByteArray(R"({"detail":"Your request was successfully processed"})"));
    }
};

QTEST_GUILESS_MAIN(tst_AuthEndpoints)
#include "tst_authendpoints.moc"
