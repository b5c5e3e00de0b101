// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/HttpProvider.h"
#include "core/sms/HttpProviderLoader.h"
#include "core/sms/MessageText.h"
#include "core/sms/ProviderRegistry.h"

#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;
using nlohmann::ordered_json;
using Kind = Verdict::Kind;

Q_DECLARE_METATYPE(smsauth::Verdict::Kind)

class tst_httpprovider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodesForEveryPlace();
    void buildsUrls_data();
    void buildsUrls();
    void authenticates_data();
    void authenticates();
    void saysWhatIsMissing();
    void fillsInDefaults();
    void takesAWholeUrl();
    void checksCredentials();
    void readsReplies_data();
    void readsReplies();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void hostileValuesStayValues_data();
    void hostileValuesStayValues();
    void hostileRepliesDoNoHarm();

private:
    static QStringList hostile();
};

namespace {

const char *const description = R"json({
 "format": "sms-http/1", "title": "Test",
 "vars": {"base": "https://sms.example", "login": {}, "account": {"default": "{login}"}, "password": {"secret": true},
          "from": {}},
 "send": {"method": "POST", "url": "{base}/v1/{account}/send?fixed=1", "auth": {"basic": ["{login}", "{password}"]},
          "query": {"to": "{to}", "from": "{from}"}, "headers": {"X-From": "{from}", "X-Fixed": "a b"},
          "json": {"to": "{to|digits|int}", "text": "{text}", "from": "{from}", "nested": [{"ttl": "{ttl|ms|int}"}],
                   "coding": {"value": 2, "when": {"alphabet": "^ucs2$"}}, "id": "{id}"}},
 "reply": {"sent": {"status": [200], "fields": {"/ok": "^true$", "/error": null}}, "id": ["/id", "/items/{to}/id"],
           "code": "/code", "error": ["/message", {"re": "reason=([a-z ]+)"
}],
           "rules": [{"status": [422], "code": ["7", "8"], "is": "recipient"}, {"body": "maintenance", "is": "busy"},
                     {"fields": {"/balance": "^0$"}, "is": "account"}, {"code": ["dup"], "is": "sent"}]
}
, "check":
{
    "method" : "GET", "url" : "{base}/me", "auth" : {"bearer" : "{password}"}, "ok":
    {
        "status" : [200], "fields":
        {
            "/active" : "^true$"
        }
    }
}
})json";

std::shared_ptr<const HttpProvider> load(const ordered_json &patch = ordered_json::array())
{
    const ordered_json patched = ordered_json::parse(description).patch(patch);
    const auto loaded = loadHttpProvider(u"test"_s, QByteArray::fromStdString(patched.dump()));
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().detail));
    return *loaded;
}

OutgoingSms message(const QString &text = u"Your auth code: 4821"_s)
{
    OutgoingSms sms;
    sms.id = u"abcdefgh23456723"_s;
    sms.to = PhoneNumber::fromStored(u"+12025550101"_s);
    sms.text = text;
    sms.timeToLive = seconds(300);
    return sms;
}

ProviderValues values()
{
    return {{{u"login"_s, u"user"_s}, {u"from"_s, u"Acme"_s}}, {{u"password"_s, Secret("p@ss")}}};
}

QByteArray header(const ProviderRequest &request, const QByteArray &name)
{
    for (const auto &[key, value] : request.headers) {
        if (key == name)
            return value;
    }
    return {};
}

ProviderReply answered(int status, const QByteArray &body, QHash<QByteArray, QByteArray> headers = {})
{
    return {ProviderReply::Transport::Answered, status, std::move(headers), body, {}};
}

/// The request without its values: what a hostile value must not be able to change.
QString skeleton(const ProviderRequest &request)
{
    const auto keys = [](const QByteArray &fields) {
        QByteArrayList result;
        for (const QByteArray &field : fields.split('&'))
            result.append(field.first(field.indexOf('=') + 1));
        return QString::fromUtf8(result.join(' '));
    };
    QStringList parts{QString::fromUtf8(request.method), request.url.scheme(), request.url.authority(),
                      QString::number(request.url.path(QUrl::FullyEncoded).count(u'/')),
                      keys(request.url.query(QUrl::FullyEncoded).toUtf8())};
    for (const auto &[name, value] : request.headers)
        parts.append(QString::fromUtf8(name));
    const ordered_json json = ordered_json::parse(request.body.begin(), request.body.end(), nullptr, false);
    if (json.is_discarded()) {
        parts.append(keys(request.body));
    } else {
        const ordered_json flat = json.flatten();
        for (const auto &leaf : flat.items())
            parts.append(QString::fromStdString(leaf.key() + leaf.value().type_name()));
    }
    return parts.join(u'\n');
}

/// Everything that a gateway would read as a value.
QStringList leaves(const ProviderRequest &request)
{
    QStringList result;
    const auto fields = [&](const QByteArray &encoded) {
        for (const QByteArray &field : encoded.split('&'))
            result.append(QString::fromUtf8(QByteArray::fromPercentEncoding(field.sliced(field.indexOf('=') + 1))));
    };
    for (const QByteArray &segment : request.url.path(QUrl::FullyEncoded).toLatin1().split('/'))
        result.append(QString::fromUtf8(QByteArray::fromPercentEncoding(segment)));
    fields(request.url.query(QUrl::FullyEncoded).toLatin1());
    const ordered_json json = ordered_json::parse(request.body.begin(), request.body.end(), nullptr, false);
    if (json.is_discarded()) {
        fields(request.body);
    } else {
        const ordered_json flat = json.flatten();
        for (const auto &leaf : flat.items()) {
            if (leaf.value().is_string())
                result.append(QString::fromStdString(leaf.value().get<std::string>()));
        }
    }
    for (const auto &[name, value] : request.headers) {
        result.append(QString::fromUtf8(value.sliced(value.indexOf(' ') + 1)));
        result.append(QString::fromUtf8(value));
        const QByteArray pair = QByteArray::fromBase64(value.sliced(value.indexOf(' ') + 1));
        result.append(QString::fromUtf8(pair.first(std::max<qsizetype>(0, pair.indexOf(':')))));
        result.append(QString::fromUtf8(pair.sliced(pair.indexOf(':') + 1)));
    }
    return result;
}

} // namespace

void tst_httpprovider::encodesForEveryPlace()
{
    const Result<ProviderRequest> request = load()->request(message(u"a \"b\" + я & c=d\n😀"_s), values());
    QVERIFY(request.ok());
    QCOMPARE(request->method, QByteArray("POST"));
    QCOMPARE(request->url.toEncoded(),
             QByteArray("https://sms.example/v1/user/send?fixed=1&to=%2B12025550101&from=Acme"));
    QCOMPARE(header(*request, "Authorization"), "Basic " + QByteArray("user:p@ss").toBase64());
    QCOMPARE(header(*request, "X-From"), QByteArray("Acme"));
    QCOMPARE(header(*request, "X-Fixed"), QByteArray("a b"));
    QCOMPARE(header(*request, "Content-Type"), QByteArray("application/json"));
    QCOMPARE(request->body,
             QByteArray("{\"to\":12025550101,\"text\":\"a \\\"b\\\" + я & c=d\\n😀\",\"from\":\"Acme\","
                        "\"nested\":[{\"ttl\":300000}],\"coding\":2,\"id\":\"abcdefgh23456723\"}"));

    const auto form = load(ordered_json::parse(R"([{"op":"remove","path":"/send/json"},
        {"op":"add","path":"/send/form","value":{"To":"{to}","Body":"{text}","From":"{from}","Flag":true,"N":1}}])"));
    ProviderValues bare = values();
    bare.plain.remove(u"from"_s);
    const Result<ProviderRequest> posted = form->request(message(u"a b+c&d=e%я~-._"_s), bare);
    QVERIFY(posted.ok());
    QCOMPARE(header(*posted, "Content-Type"), QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(posted->body, QByteArray("To=%2B12025550101&Body=a%20b%2Bc%26d%3De%25%D1%8F~-._&Flag=true&N=1"));
    QCOMPARE(posted->url.toEncoded(), QByteArray("https://sms.example/v1/user/send?fixed=1&to=%2B12025550101"));
    QCOMPARE(header(*posted, "X-From"), QByteArray());
}

void tst_httpprovider::buildsUrls_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("expected"); // empty: refused

    const QString tail = u"/v1/user/send?fixed=1&to=%2B12025550101&from=Acme"_s;
    QTest::newRow("default") << QString() << QString() << u"https://sms.example"_s + tail;
    QTest::newRow("port") << u"https://h.example:8443"_s << QString() << u"https://h.example:8443"_s + tail;
    QTest::newRow("slash") << u"https://h.example/"_s << QString() << u"https://h.example"_s + tail;
    QTest::newRow("path") << u"https://h.example/api//"_s << QString() << u"https://h.example/api"_s + tail;
    QTest::newRow("plain http") << u"http://10.0.0.1"_s << QString() << u"http://10.0.0.1"_s + tail;
    QTest::newRow("ipv6") << u"https://[2001:db8::1]:1"_s << QString() << u"https://[2001:db8::1]:1"_s + tail;
    QTest::newRow("query") << u"https://h.example/?a=b"_s << QString() << QString();
    QTest::newRow("fragment") << u"https://h.example/#a"_s << QString() << QString();
    QTest::newRow("credentials") << u"https://a:b@h.example"_s << QString() << QString();
    QTest::newRow("no scheme") << u"h.example"_s << QString() << QString();
    QTest::newRow("file") << u"file:///etc/passwd"_s << QString() << QString();
    QTest::newRow("ftp") << u"ftp://h.example"_s << QString() << QString();
    QTest::newRow("no host") << u"https:///x"_s << QString() << QString();
    QTest::newRow("space in the host") << u"https://h .example"_s << QString() << QString();
    QTest::newRow("line feed") << u"https://h.example\n"_s << QString() << QString();
    QTest::newRow("climbing base") << u"https://h.example/a/.."_s << QString() << QString();
    QTest::newRow("account") << QString() << u"a/b?c#d"_s
                             << u"https://sms.example/v1/a%2Fb%3Fc%23d/send?fixed=1&to=%2B12025550101&from=Acme"_s;
    QTest::newRow("climbing") << QString() << u".."_s << QString();
    QTest::newRow("staying") << QString() << u"."_s << QString();
    QTest::newRow("three dots") << QString() << u"..."_s
                                << u"https://sms.example/v1/.../send?fixed=1&to=%2B12025550101&from=Acme"_s;
}

void tst_httpprovider::buildsUrls()
{
    QFETCH(QString, base);
    QFETCH(QString, account);
    QFETCH(QString, expected);
    ProviderValues given = values();
    given.plain.insert(u"base"_s, base);
    given.plain.insert(u"account"_s, account);
    const Result<ProviderRequest> request = load()->request(message(), given);
    QCOMPARE(request.ok(), !expected.isEmpty());
    if (request.ok())
        QCOMPARE(QString::fromLatin1(request->url.toEncoded()), expected);
    else
        QCOMPARE(request.error().code, ErrorCode::InvalidInput);
}

void tst_httpprovider::authenticates_data()
{
    QTest::addColumn<QByteArray>("auth");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");

    QTest::newRow("bearer") << QByteArray(R"({"bearer":"{password}"})") << QByteArray("Authorization")
                            << QByteArray("Bearer p@ss");
    QTest::newRow("scheme") << QByteArray(R"({"scheme":["AccessKey","{password}"]})") << QByteArray("Authorization")
                            << QByteArray("AccessKey p@ss");
    QTest::newRow("header") << QByteArray(R"({"header":["X-Api-Key","{password}"]})") << QByteArray("X-Api-Key")
                            << QByteArray("p@ss");
    QTest::newRow("basic") << QByteArray(R"({"basic":["{login}","{password}"]})") << QByteArray("Authorization")
                           << QByteArray("Basic dXNlcjpwQHNz");
}

void tst_httpprovider::authenticates()
{
    QFETCH(QByteArray, auth);
    QFETCH(QByteArray, name);
    ordered_json patch = ordered_json::array();
    patch.push_back(
        {{"op", "replace"}, {"path", "/send/auth"}, {"value", ordered_json::parse(auth.toStdString())}});
    const Result<ProviderRequest> request = load(patch)->request(message(), values());
    QVERIFY(request.ok());
    QTEST(header(*request, name), "value");
}

void tst_httpprovider::saysWhatIsMissing()
{
    ProviderValues given = values();
    given.secrets.clear();
    const auto noSecret = load()->request(message(), given);
    QCOMPARE(noSecret.error().code, ErrorCode::SecretMissing);
    QCOMPARE(noSecret.error().detail, u"test.password is not set"_s);

    given = values();
    given.plain.insert(u"password"_s, u"p@ss"_s); // a secret among the plain values does not count
    given.secrets.clear();
    QCOMPARE(load()->request(message(), given).error().code, ErrorCode::SecretMissing);

    given = values();
    given.plain.remove(u"login"_s);
    const auto noLogin = load()->request(message(), given);
    QCOMPARE(noLogin.error().code, ErrorCode::InvalidInput);
    QCOMPARE(noLogin.error().detail, u"test: login is not set"_s);

    given = values();
    given.plain.remove(u"from"_s); // only a field: the gateway may know a default
    QVERIFY(load()->request(message(), given).ok());
}

void tst_httpprovider::fillsInDefaults()
{
    ProviderValues given = values();
    given.plain.insert(u"account"_s, u"{login}"_s); // as a form gives it back, untouched
    QCOMPARE(load()->request(message(), given)->url.path(), u"/v1/user/send"_s);
    given.plain.insert(u"account"_s, u"{password}"_s); // any other brace is only text
    QCOMPARE(load()->request(message(), given)->url.path(), u"/v1/{password}/send"_s);
}

void tst_httpprovider::takesAWholeUrl()
{
    ProviderValues given = values();
    given.plain.insert(u"url"_s, u"https://own.example:8443/a%20b/c?x=%2B1"_s);
    given.plain.remove(u"account"_s);
    const Result<ProviderRequest> request = load()->request(message(), given);
    QVERIFY(request.ok());
    QCOMPARE(request->url.toEncoded(),
             QByteArray("https://own.example:8443/a%20b/c?x=%2B1&to=%2B12025550101&from=Acme"));
    // The credentials do not go to the description's host for a check either.
    QCOMPARE(load()->checkRequest(given)->value().url.toEncoded(), QByteArray("https://own.example:8443/me"));

    for (const QString &bad :
         {u"own.example/path"_s, u"file:///x/y"_s, u"https://a:b@own.example/x"_s, u"https:///x"_s}) {
        given.plain.insert(u"url"_s, bad);
        const Result<ProviderRequest> refused = load()->request(message(), given);
        QVERIFY2(!refused.ok(), qPrintable(bad));
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    }
}

void tst_httpprovider::checksCredentials()
{
    const auto provider = load();
    QVERIFY(provider->canCheck());
    const auto request = provider->checkRequest(values());
    QVERIFY(request && request->ok());
    QCOMPARE(request->value().url.toEncoded(), QByteArray("https://sms.example/me"));
    QCOMPARE(header(request->value(), "Authorization"), QByteArray("Bearer p@ss"));
    QCOMPARE(provider->checkVerdict(answered(200, R"({"active":true})")), QString());
    QCOMPARE(provider->checkVerdict(answered(200, R"({"active":false,"message":"suspended"})")), u"suspended"_s);
    QCOMPARE(provider->checkVerdict(answered(401, "")), u"HTTP status 401 without an explanation"_s);
    ProviderReply none;
    none.transport = ProviderReply::Transport::NotSent;
    none.networkError = u"connection refused"_s;
    QCOMPARE(provider->checkVerdict(none), u"connection refused"_s);

    const auto without = load(ordered_json::parse(R"([{"op":"remove","path":"/check"}])"));
    QVERIFY(!without->canCheck());
    QVERIFY(!without->checkRequest(values()));
}

void tst_httpprovider::readsReplies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("error");

    const auto row = [](const char *name, int status, const char *body, Kind kind, const char *id, const char *code,
                        const QString &error) {
        QTest::newRow(name) << status << QByteArray(body) << kind << QString::fromUtf8(id)
                            << QString::fromUtf8(code) << error;
    };
    const QString none = u"HTTP status %1 without an explanation"_s;
    row("sent", 200, R"({"ok":true,"id":"m1"})", Kind::Sent, "m1", "", {});
    row("id is a number", 200, R"({"ok":true,"id":17})", Kind::Sent, "17", "", {});
    row("id is a huge number", 200, R"({"ok":true,"id":18446744073709551615})", Kind::Sent, "18446744073709551615",
        "", {});
    row("id by number", 200, R"({"ok":true,"items":{"+12025550101":{"id":"x"}}})", Kind::Sent, "x", "", {});
    row("null counts as absent", 200, R"({"ok":true,"error":null})", Kind::Sent, "", "", {});
    row("field that must be absent", 200, R"({"ok":true,"error":"e"})", Kind::Unknown, "", "", none.arg(200));
    row("text where true is wanted", 200, R"({"ok":"yes"})", Kind::Unknown, "", "", none.arg(200));
    row("no JSON", 200, "OK", Kind::Unknown, "", "", none.arg(200));
    row("cut JSON", 200, R"({"ok":true,"id":"m)", Kind::Unknown, "", "", none.arg(200));
    row("empty", 200, "", Kind::Unknown, "", "", none.arg(200));
    row("other success", 202, R"({"ok":true})", Kind::Unknown, "", "", none.arg(202));
    row("rule by status and code", 422, R"({"code":7,"message":"bad number"})", Kind::Recipient, "", "7",
        u"bad number"_s);
    row("rule by code as text", 422, R"({"code":"8"})", Kind::Recipient, "", "8", none.arg(422));
    row("rule not by status alone", 422, R"({"code":9})", Kind::Request, "", "9", none.arg(422));
    row("rule by body", 200, "down for maintenance", Kind::Busy, "", "", none.arg(200));
    row("rule by pointer", 400, R"({"balance":0,"message":"empty"})", Kind::Account, "", "", u"empty"_s);
    row("rule says sent", 409, R"({"code":"dup","id":"m1","message":"known"})", Kind::Sent, "m1", "dup", {});
    row("second source of words", 400, "x reason=too long; y", Kind::Request, "", "", u"too long"_s);
    row("branch is no value", 400, R"({"message":{"a":1},"code":[1]})", Kind::Request, "", "", none.arg(400));
    for (int status : {401, 402, 403})
        row(qPrintable(QString::number(status)), status, "{}", Kind::Account, "", "", none.arg(status));
    for (int status : {408, 425, 429, 500, 502, 503, 504, 599})
        row(qPrintable(QString::number(status)), status, "{}", Kind::Busy, "", "", none.arg(status));
    for (int status : {301, 302, 307, 308, 400, 404, 405, 409, 413, 418, 451})
        row(qPrintable(QString::number(status)), status, "{}", Kind::Request, "", "", none.arg(status));
}

void tst_httpprovider::readsReplies()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Verdict verdict = load()->verdict(message(), answered(status, body));
    QTEST(verdict.kind, "kind");
    QTEST(verdict.messageId, "id");
    QTEST(verdict.code, "code");
    QTEST(verdict.error, "error");

    ProviderReply none;
    none.networkError = u"no answer"_s;
    const QList<QPair<ProviderReply::Transport, Kind>> expected{{ProviderReply::Transport::NotSent, Kind::Busy},
                                                                {ProviderReply::Transport::NoAnswer, Kind::Unknown},
                                                                {ProviderReply::Transport::Refused, Kind::Request}};
    for (const auto &[transport, kind] : expected) {
        none.transport = transport;
        const Verdict lost = load()->verdict(message(), none);
        QCOMPARE(lost.kind, kind);
        QCOMPARE(lost.error, u"no answer"_s);
    }
}

void tst_httpprovider::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("expected");

    const QByteArray date = "Sun, 06 Nov 1994 08:49:47 GMT"; // ten seconds after the reply
    QTest::newRow("seconds") << QByteArray("7") << 7;
    QTest::newRow("none") << QByteArray() << 0;
    QTest::newRow("negative") << QByteArray("-7") << 0;
    QTest::newRow("huge") << QByteArray("99999999999") << 86400;
    QTest::newRow("overflow") << QByteArray("99999999999999999999999") << 0;
    QTest::newRow("rubbish") << QByteArray("soon") << 0;
    QTest::newRow("date") << date << 10;
    QTest::newRow("past date") << QByteArray("Sun, 06 Nov 1994 08:49:00 GMT") << 0;
}

void tst_httpprovider::readsRetryAfter()
{
    QFETCH(QByteArray, value);
    const ProviderReply reply =
        answered(503, "{}", {{"retry-after", value}, {"date", "Sun, 06 Nov 1994 08:49:37 GMT"}});
    QTEST(int(load()->verdict(message(), reply).retryAfter.count()), "expected");
}

QStringList tst_httpprovider::hostile()
{
    return {u"\""_s,
            u"\",\"admin\":true,\"x\":\""_s,
            u"\"}],\"extra\":[{\"a\":\"b"_s,
            u"\\"_s,
            u"\\\",\"x\":\""_s,
            u"\\u0022"_s,
            u"}"_s,
            u"{to}"_s,
            u"{password}"_s,
            u"{{password}}"_s,
            u"{to|digits|int}"_s,
            u"&admin=1"_s,
            u"=&=&"_s,
            u"a=b;c=d"_s,
            u"?x=y"_s,
            u"#fragment"_s,
            u"%"_s,
            u"%00"_s,
            u"%0d%0aX-Evil: 1"_s,
            u"%2e%2e%2f"_s,
            u"+1 +2"_s,
            u".."_s,
            u"../../admin"_s,
            u"..\\..\\admin"_s,
            u"/"_s,
            u"//evil.example/"_s,
            u"@evil.example"_s,
            u":80@evil.example/"_s,
            u"https://evil.example/"_s,
            u"x\r\nX-Evil: 1"_s,
            u"x\nX-Evil: 1"_s,
            u"x\rX-Evil: 1"_s,
            u"x\r\n\r\nGET / HTTP/1.1\r\nHost: evil\r\n\r\n"_s,
            QString::fromUtf16(u"x\0y", 3),
            u"\u2028\u2029\u0085"_s,
            u"\u202etxt.exe"_s,
            u"'; DROP TABLE message; --"_s,
            u"<script>alert(1)</script>"_s,
            u"$(id)`id`|id"_s,
            QString(QChar(0xd800)),
            QString(QChar(0xdc00)) + u"x"_s,
            u"😀é漢"_s,
            u"\u001b[31m\u0007"_s,
            QString(20000, u'A')};
}

void tst_httpprovider::hostileValuesStayValues_data()
{
    QTest::addColumn<QString>("id");
    const ProviderRegistry registry;
    for (const auto &provider : registry.all()) {
        if (provider->id() != u"sandbox")
            QTest::newRow(qPrintable(provider->id())) << provider->id();
    }
}

void tst_httpprovider::hostileValuesStayValues()
{
    QFETCH(QString, id);
    QVERIFY(hostile().size() >= 40);
    const auto provider = ProviderRegistry().find(id);
    ProviderValues sound;
    for (const ProviderField &field : provider->fields()) {
        if (field.secret)
            sound.secrets.insert(field.name, Secret("p4ssw0rd"));
        else if (field.name == u"base")
            sound.plain.insert(field.name, u"https://gateway.example"_s);
        else
            sound.plain.insert(field.name, u"sound"_s);
    }

    int carried = 0;
    const auto attempt = [&](const OutgoingSms &sms, const ProviderValues &given, const OutgoingSms &soundSms,
                             const QString &value, const QString &place) {
        const Result<ProviderRequest> request = provider->request(sms, given);
        if (!request) {
            QCOMPARE(request.error().code, ErrorCode::InvalidInput);
            QVERIFY(!request.error().detail.contains(value) || value.size() < 3);
            return;
        }
        const Result<ProviderRequest> expected = provider->request(soundSms, sound);
        QVERIFY(expected.ok());
        QVERIFY2(skeleton(*request) == skeleton(*expected), qPrintable(place + u": "_s + value.left(60)));
        for (const auto &[name, text] : request->headers) {
            QVERIFY(!text.contains('\r') && !text.contains('\n') && !text.contains('\0'));
            QVERIFY(!name.contains('\r') && !name.contains('\n'));
        }
        const QString arrives = QString::fromUtf8(value.toUtf8()); // a lone surrogate cannot
        if (leaves(*request).contains(arrives))
            ++carried;
    };
    for (const QString &value : hostile()) {
        const OutgoingSms sms = message(value);
        // A text of the same alphabet, since some gateways are told which it is.
        attempt(sms, sound, message(segments(value).gsm ? u"sound"_s : u"я"_s), value, u"text"_s);
        for (const ProviderField &field : provider->fields()) {
            if (field.name == u"base")
                continue;
            ProviderValues given = sound;
            if (field.secret)
                given.secrets.insert(field.name, Secret(value.toUtf8()));
            else
                given.plain.insert(field.name, value);
            attempt(message(), given, message(), value, field.name);
        }
        // An address is the operator's, but must be one.
        ProviderValues given = sound;
        given.plain.insert(u"base"_s, value);
        given.plain.insert(u"url"_s, value);
        const Result<ProviderRequest> request = provider->request(message(), given);
        if (request)
            QCOMPARE(request->url.authority(), u"evil.example"_s);
    }
    // The text at least must have arrived as it was, every time.
    QVERIFY2(carried >= hostile().size(), qPrintable(QString::number(carried)));
}

void tst_httpprovider::hostileRepliesDoNoHarm()
{
    const ProviderRegistry registry;
    const QList<QByteArray> bodies{QByteArray(60000, '['),
                                   QByteArray("{\"a\":").repeated(10000),
                                   QByteArray("[").repeated(20000) + QByteArray("]").repeated(20000),
                                   "\xff\xfe\x00",
                                   QByteArray(65536, '\0'),
                                   "{\"id\":1e999,\"code\":-0,\"sid\":1e-999}",
                                   "{\"code\":\"\\ud800\"}",
                                   "null",
                                   "\"text\"",
                                   "[null,{}]",
                                   "{\"messages\":[],\"errors\":[],\"data\":[],\"list\":{},\"sms\":[1]}",
                                   QByteArray(65536, 'a') + "!"};
    for (const auto &provider : registry.all()) {
        for (const QByteArray &body : bodies) {
            for (int status : {200, 202, 500}) {
                const Verdict verdict = provider->verdict(message(), answered(status, body));
                // Nothing of this is an acceptance, except where the status alone is one.
                if (verdict.kind == Kind::Sent)
                    QVERIFY2(status < 300, qPrintable(provider->id()));
            }
        }
    }
}

QTEST_GUILESS_MAIN(tst_httpprovider)
#include "tst_httpprovider.moc"
