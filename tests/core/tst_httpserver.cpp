// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/AddressList.h"
#include "core/http/ClientAddress.h"
#include "core/http/HostCheck.h"
#include "core/http/HttpServer.h"
#include "core/http/OriginCheck.h"
#include "tests/support/FakeAuthService.h"
#include "tests/support/HttpClient.h"
#include "tests/support/TestCertificate.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace smsauth;
using namespace Qt::StringLiterals;

class tst_HttpServer : public QObject
{
    Q_OBJECT

    Settings m_settings;
    AuthService m_auth = FakeAuth::makeService();
    std::unique_ptr<HttpServer> m_server;
    bool m_healthy = true;
    quint16 m_port = 0;

    Result<QString> tryStart(const HttpLimits &limits = {})
    {
        m_server = std::make_unique<HttpServer>(HttpContext{
            .settings = m_settings, .auth = m_auth, .healthy = [this] { return m_healthy; }, .limits = limits});
        return m_server->listen(quint16(0));
    }
    void start(const HttpLimits &limits = {})
    {
        const Result<QString> url = tryStart(limits);
        QVERIFY2(url.ok(), qPrintable(url.ok() ? QString() : url.error().detail));
        m_port = quint16(QUrl(*url).port());
    }
    HttpAnswer request(const QByteArray &method, const QByteArray &target, const QList<QByteArray> &headers = {})
    {
        HttpClient client(m_port);
        return client.request(method, target, {}, headers).value_or(HttpAnswer());
    }
    QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        return file.fileName();
    }

private Q_SLOTS:
    void init()
    {
        FakeAuth::reset();
        m_settings = {};
        m_healthy = true;
    }
    void cleanup() { m_server.reset(); }

    void tellsItsHealth()
    {
        start();
        HttpAnswer answer = request("GET", "/healthz");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("allow"), QByteArray("GET, HEAD, OPTIONS"));
        QCOMPARE(answer.body, QByteArray(R"({"status":"ok"})"));
        m_healthy = false;
        answer = request("GET", "/healthz");
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.header("retry-after"), QByteArray("1"));
        QCOMPARE(request("POST", "/healthz").status, 405);
    }

    void publishesItsKeys()
    {
        start();
        const HttpAnswer answer = request("GET", "/.well-known/jwks.json");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, QByteArray(R"({"keys":[]})"));
        QCOMPARE(answer.header("cache-control"), QByteArray("public, max-age=300"));
        QCOMPARE(answer.header("content-type"), QByteArray("application/json"));
    }

    void knowsNoSandboxWhenLive()
    {
        m_settings.provider = u"twilio"_s;
        start();
        for (const QByteArray path :
             {"/sandbox/messages", "/sandbox/messages/wait", "/sandbox/reset", "/", "/auth/"})
            QCOMPARE(request("GET", path).body, QByteArray(R"({"detail":"Not found."})"));
    }

    void survivesAHandlerThatThrows()
    {
        m_server = std::make_unique<HttpServer>(
            HttpContext{.settings = m_settings, .auth = m_auth, .healthy = []() -> bool {
                            throw StorageError{u"disk I/O error"_s};
                        }});
        const Result<QString> url = m_server->listen(quint16(0));
        QVERIFY(url.ok());
        HttpClient client(quint16(QUrl(*url).port()));
        for (int i = 0; i < 2; ++i) {
            const auto answer = client.request("GET", "/healthz");
            QVERIFY(answer);
            QCOMPARE(answer->status, 500);
            QCOMPARE(answer->body, QByteArray(R"({"detail":"Internal error."})"));
        }
    }

    void checksHosts_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("allowed");
        for (const char *host :
             {"127.0.0.1", "127.0.0.1:8000", "192.0.2.7", "localhost", "LocalHost:80", "localhost.", "[::1]",
              "[::1]:8000", "[2001:db8::1]", "auth.example.com", "AUTH.example.com:443", "auth.example.com."})
            QTest::newRow(host) << QByteArray(host) << true;
        for (const char *host : {"evil.example",
                                 "example.com",
                                 "x.auth.example.com",
                                 "auth.example.com.evil.example",
                                 "localhost.evil.example",
                                 "127.0.0.1.evil.example",
                                 "evil.example:80",
                                 "127.1",
                                 "1",
                                 "0x7f.0.0.1",
                                 "::1",
                                 "[::1",
                                 "[::1]x",
                                 "[::1]:x",
                                 "[127.0.0.1]",
                                 "[evil]",
                                 "[]",
                                 "127.0.0.1:x",
                                 "127.0.0.1:",
                                 "127.0.0.1:99999",
                                 "user@127.0.0.1",
                                 "127.0.0.1/x",
                                 "."})
            QTest::newRow(host) << QByteArray(host) << false;
        QTest::newRow("empty") << QByteArray("") << false;
        QTest::newRow("none") << QByteArray() << true;
    }

    void checksHosts()
    {
        QFETCH(QByteArray, host);
        QFETCH(bool, allowed);
        QCOMPARE(HostCheck({u"Auth.Example.com"_s}).allows(host), allowed);
    }

    void refusesForeignHosts()
    {
        m_settings.allowedHosts = {u"auth.example.com"_s};
        start();
        HttpClient client(m_port);
        client.send("GET /healthz HTTP/1.1\r\nHost: auth.example.com\r\n\r\n"
                    "GET /healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n"
                    "GET /healthz HTTP/1.1\r\nHost:\r\n\r\n");
        QCOMPARE(client.receive().value_or(HttpAnswer()).status, 200);
        const auto refused = client.receive();
        QVERIFY(refused);
        QCOMPARE(refused->status, 400);
        QCOMPARE(refused->body, QByteArray(R"({"detail":"Invalid Host header."})"));
        QCOMPARE(client.receive().value_or(HttpAnswer()).status, 400);
    }

    void checksOrigins_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QStringList>("listed"); // empty: the default
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *name, const QString &provider, const QStringList &listed,
                            const char *origin, bool allowed) {
            QTest::newRow(name) << provider << listed << QByteArray(origin) << allowed;
        };
        const QString sandbox = u"sandbox"_s;
        const QString live = u"twilio"_s;
        row("localhost", sandbox, {}, "http://localhost", true);
        row("localhost with port", sandbox, {}, "http://localhost:3000", true);
        row("127.0.0.1", sandbox, {}, "https://127.0.0.1:8443", true);
        row("null", sandbox, {}, "null", false);
        row("other", sandbox, {}, "https://evil.example", false);
        row("localhost in front", sandbox, {}, "http://localhost.evil.example", false);
        row("address in front", sandbox, {}, "http://127.0.0.1.evil.example", false);
        row("user", sandbox, {}, "http://localhost@evil.example", false);
        row("port with more", sandbox, {}, "http://localhost:3000.evil.example", false);
        row("empty port", sandbox, {}, "http://localhost:", false);
        row("no scheme", sandbox, {}, "localhost", false);
        row("file", sandbox, {}, "file://", false);
        row("live", live, {}, "http://localhost:3000", false);
        row("listed", live, {u"https://App.example.com/"_s}, "https://app.example.com", true);
        row("other port", live, {u"https://app.example.com"_s}, "https://app.example.com:444", false);
        row("other scheme", live, {u"https://app.example.com"_s}, "http://app.example.com", false);
        row("a list replaces the default", sandbox, {u"https://app.example.com"_s}, "http://localhost", false);
    }

    void checksOrigins()
    {
        QFETCH(QString, provider);
        QFETCH(QStringList, listed);
        QFETCH(QByteArray, origin);
        QFETCH(bool, allowed);
        m_settings.provider = provider;
        if (!listed.isEmpty())
            m_settings.corsOrigins = listed;
        start();

        HttpClient client(m_port);
        const auto answer = client.postJson("/auth/sign-in/", R"({"phone_number":"x"})", {"Origin: " + origin});
        QVERIFY(answer);
        QCOMPARE(answer->status, allowed ? 400 : 403);
        QCOMPARE(answer->header("access-control-allow-origin"), allowed ? origin : QByteArray());
        QCOMPARE(answer->header("vary"), allowed ? QByteArray("Origin") : QByteArray());

        const auto preflight = client.request("OPTIONS", "/auth/sign-in/", {},
                                              {"Origin: " + origin, "Access-Control-Request-Method: POST"});
        QVERIFY(preflight);
        QCOMPARE(preflight->status, allowed ? 204 : 403);
        QCOMPARE(preflight->header("access-control-allow-methods"),
                 allowed ? QByteArray("POST, OPTIONS") : QByteArray());
        QCOMPARE(preflight->header("access-control-allow-headers"),
                 allowed ? QByteArray("Authorization, Content-Type") : QByteArray());
        QVERIFY(!preflight->raw.contains("Content-Length") || !allowed); // RFC 9110 §8.6
    }

    void saysNothingOfOriginsWithoutOne()
    {
        start();
        QVERIFY(!request("OPTIONS", "/auth/sign-in/").raw.contains("Access-Control"));
        QVERIFY(!request("GET", "/healthz").raw.contains("Vary"));
    }

    void findsTheClientAddress_data()
    {
        QTest::addColumn<QString>("peer");
        QTest::addColumn<QStringList>("proxies");
        QTest::addColumn<QByteArray>("forwardedFor");
        QTest::addColumn<QString>("client");
        const QStringList proxies{u"10.0.0.0/8"_s, u"fd00::/8"_s, u"192.0.2.1"_s};
        const auto row = [&](const char *name, const char *peer, const char *forwarded, const char *client) {
            QTest::newRow(name) << QString::fromLatin1(peer) << proxies << QByteArray(forwarded)
                                << QString::fromLatin1(client);
        };
        row("direct", "198.51.100.7", nullptr, "198.51.100.7");
        row("direct, claims another", "198.51.100.7", "203.0.113.9", "198.51.100.7");
        row("proxy", "10.1.2.3", "203.0.113.9", "203.0.113.9");
        row("single proxy", "192.0.2.1", "203.0.113.9", "203.0.113.9");
        row("beside the single proxy", "192.0.2.2", "203.0.113.9", "192.0.2.2");
        row("mapped proxy", "::ffff:10.1.2.3", "203.0.113.9", "203.0.113.9");
        row("proxy, claimed before", "10.1.2.3", "1.2.3.4, 203.0.113.9", "203.0.113.9");
        row("two proxies", "10.1.2.3", "203.0.113.9, 10.9.9.9", "203.0.113.9");
        row("two proxies, claimed before", "10.1.2.3", "1.2.3.4,203.0.113.9 , 10.9.9.9", "203.0.113.9");
        row("only proxies", "10.1.2.3", "10.0.0.1, 10.0.0.2", "10.0.0.1");
        row("IPv6", "fd00::1", "2001:db8::9", "2001:db8::9");
        row("IPv6 with port", "fd00::1", "[2001:db8::9]:4711", "2001:db8::9");
        row("IPv4 with port", "10.1.2.3", "203.0.113.9:4711", "203.0.113.9");
        row("proxy says nothing", "10.1.2.3", nullptr, "10.1.2.3");
        row("rubbish", "10.1.2.3", "unknown", "");
        row("rubbish behind a proxy", "10.1.2.3", "203.0.113.9, _hidden, 10.0.0.2", "");
        row("empty element", "10.1.2.3", "203.0.113.9,", "");
        row("short form", "10.1.2.3", "203.9", "");
        row("open bracket", "10.1.2.3", "[", "");
        QTest::newRow("nobody trusted")
            << u"10.1.2.3"_s << QStringList() << QByteArray("203.0.113.9") << u"10.1.2.3"_s;
        QTest::newRow("mapped client") << u"::ffff:198.51.100.7"_s << QStringList() << QByteArray()
                                       << u"198.51.100.7"_s;
    }

    void findsTheClientAddress()
    {
        QFETCH(QString, peer);
        QFETCH(QStringList, proxies);
        QFETCH(QByteArray, forwardedFor);
        QFETCH(QString, client);
        const Result<AddressList> trusted = AddressList::parse(proxies);
        QVERIFY(trusted.ok());
        QCOMPARE(clientAddress(QHostAddress(peer), forwardedFor, *trusted), client);
    }

    void tellsTheServiceWhoAsks()
    {
        m_settings.trustedProxies = {u"127.0.0.1"_s};
        start();
        HttpClient client(m_port);
        client.postJson("/auth/sign-in/", R"({"phone_number":"+12025550101"})",
                        {"X-Forwarded-For: 1.2.3.4", "X-Forwarded-For: 203.0.113.9"});
        QCOMPARE(FakeAuth::calls.size(), 1);
        QCOMPARE(FakeAuth::calls[0].address, u"203.0.113.9"_s);
    }

    void namesItsUrl_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("url");
        QTest::newRow("IPv4") << u"127.0.0.1"_s << u"http://127.0.0.1:"_s;
        QTest::newRow("IPv6") << u"::1"_s << u"http://[::1]:"_s;
        QTest::newRow("name") << u"localhost"_s << u"http://localhost:"_s;
    }

    void namesItsUrl()
    {
        QFETCH(QString, host);
        QFETCH(QString, url);
        m_settings.host = host;
        const Result<QString> listening = tryStart();
        QVERIFY2(listening.ok(), qPrintable(listening.ok() ? QString() : listening.error().detail));
        QVERIFY(listening->startsWith(url));
        QVERIFY(QUrl(*listening).port() > 0);
        HttpClient client(quint16(QUrl(*listening).port()), false,
                          host == u"::1" ? QHostAddress(QHostAddress::LocalHostIPv6)
                                         : QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(client.request("GET", "/healthz").value_or(HttpAnswer()).status, 200);
    }

    void saysWhyItDoesNotListen()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        HttpServer server(HttpContext{.settings = m_settings, .auth = m_auth});
        Result<QString> url = server.listen(other.serverPort());
        QVERIFY(!url);
        QCOMPARE(url.error().code, ErrorCode::InUse);
        QVERIFY(url.error().detail.contains(QString::number(other.serverPort())));
        other.close();
        QVERIFY(server.listen(quint16(0)).ok());

        m_settings.host = u"192.0.2.1"_s; // not an address of this machine
        url = tryStart();
        QVERIFY(!url);
        QCOMPARE(url.error().code, ErrorCode::Settings);
        m_settings.host = u"no such host"_s;
        url = tryStart();
        QVERIFY(!url);
        QCOMPARE(url.error().code, ErrorCode::Settings);
        m_settings.host = u"127.0.0.1"_s;
        m_settings.trustedProxies = {u"10.0.0.0/8"_s, u"proxy"_s};
        url = tryStart();
        QVERIFY(!url);
        QCOMPARE(url.error().code, ErrorCode::Settings);
        QVERIFY(url.error().detail.startsWith(u"SMS_AUTH_TRUSTED_PROXIES = proxy: "));
    }

    void speaksTls()
    {
        const QTemporaryDir folder;
        const TestCertificate certificate = TestCertificate::make();
        m_settings.tlsCert = writeFile(folder, u"cert.pem"_s, certificate.certificatePem);
        m_settings.tlsKey = writeFile(folder, u"key.pem"_s, certificate.keyPem);
        const Result<QString> url = tryStart();
        QVERIFY2(url.ok(), qPrintable(url.ok() ? QString() : url.error().detail));
        QVERIFY(url->startsWith(u"https://127.0.0.1:"));
        m_port = quint16(QUrl(*url).port());

        HttpClient client(m_port, true);
        client.send(
            "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QCOMPARE(client.receive().value_or(HttpAnswer()).status, 200);
        QCOMPARE(client.receive().value_or(HttpAnswer()).status, 404);
        QVERIFY(client.socket().sessionProtocol() >= QSsl::TlsV1_2);
        const auto last = client.request("GET", "/healthz", {}, {"Connection: close"});
        QVERIFY(last);
        QVERIFY(client.waitForClosed());

        HttpClient bad(m_port, true);
        bad.send("BREW / HTTP/1.1\r\n\r\n");
        QCOMPARE(bad.receive().value_or(HttpAnswer()).status, 501);
        QVERIFY(bad.waitForClosed());
    }

    void endsHandshakesThatDoNotEnd()
    {
        const QTemporaryDir folder;
        const TestCertificate certificate = TestCertificate::make();
        m_settings.tlsCert = writeFile(folder, u"cert.pem"_s, certificate.certificatePem);
        m_settings.tlsKey = writeFile(folder, u"key.pem"_s, certificate.keyPem);
        HttpLimits limits;
        limits.handshake = milliseconds(100);
        limits.sweep = milliseconds(10);
        limits.connectionsPerAddress = 8;
        start(limits);

        HttpClient silent(m_port);
        QVERIFY(silent.waitForClosed());
        HttpClient plain(m_port);
        plain.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QVERIFY(plain.waitForClosed());
        QVERIFY(!plain.unread().contains("HTTP/"));

        // As many as there may be, all silent: a good client still gets in.
        std::vector<std::unique_ptr<HttpClient>> waiting;
        for (int i = 0; i < 8; ++i) {
            waiting.push_back(std::make_unique<HttpClient>(m_port));
            QVERIFY(waiting.back()->connectNow());
        }
        HttpClient good(m_port, true);
        QCOMPARE(good.request("GET", "/healthz").value_or(HttpAnswer()).status, 200);
    }

    void refusesUnusableTlsFiles()
    {
        const QTemporaryDir folder;
        const TestCertificate certificate = TestCertificate::make();
        const QString good = writeFile(folder, u"cert.pem"_s, certificate.certificatePem);
        const QString key = writeFile(folder, u"key.pem"_s, certificate.keyPem);
        const QString otherKey = writeFile(folder, u"other.pem"_s, TestCertificate::make().keyPem);
        const QString rubbish = writeFile(folder, u"rubbish.pem"_s, "-----BEGIN NOTHING-----\n");
        struct Case
        {
            QString certificate, key, rule;
        };
        const QList<Case> cases{
            {folder.filePath(u"absent.pem"_s), key, u"SMS_AUTH_TLS_CERT = "_s},
            {good, folder.filePath(u"absent.pem"_s), u"SMS_AUTH_TLS_KEY = "_s},
            {rubbish, key, u"SMS_AUTH_TLS_CERT = "_s},
            {good, rubbish, u"SMS_AUTH_TLS_KEY = "_s},
            {good, otherKey, u"SMS_AUTH_TLS_KEY = "_s},
            {good, QString(), u"SMS_AUTH_TLS_KEY = "_s},
            {folder.path(), key, u"SMS_AUTH_TLS_CERT = "_s},
            {u"/dev/zero"_s, key, u"SMS_AUTH_TLS_CERT = "_s},
        };
        for (const Case &each : cases) {
            m_settings.tlsCert = each.certificate;
            m_settings.tlsKey = each.key;
            const Result<QString> url = tryStart();
            QVERIFY(!url);
            QCOMPARE(url.error().code, ErrorCode::Settings);
            QVERIFY2(url.error().detail.startsWith(each.rule), qPrintable(url.error().detail));
        }
        m_settings.tlsCert = good;
        m_settings.tlsKey = key;
        QVERIFY(tryStart().ok());
    }
};

QTEST_GUILESS_MAIN(tst_HttpServer)
#include "tst_httpserver.moc"
