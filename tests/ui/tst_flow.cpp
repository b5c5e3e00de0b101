// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/FlowRunner.h"
#include "tests/support/TestCertificate.h"
#include "tests/support/TinyHttpServer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

const QByteArray tokenHeader = QByteArray(R"({"alg":"ES256","typ":"JWT"})").toBase64(QByteArray::Base64UrlEncoding);
const QByteArray token = tokenHeader + ".eyJzdWIiOiIxIn0.c2ln";

FlowTarget targetOf(const TinyHttpServer &server)
{
    return {QUrl(server.url()), u"auth/"_s, {}};
}

/// As TinyHttpServer, with TLS.
class TinyTlsServer : public TinyHttpServer
{
public:
    explicit TinyTlsServer(const TestCertificate &certificate)
    {
        m_tls.setLocalCertificate(QSslCertificate(certificate.certificatePem));
        m_tls.setPrivateKey(QSslKey(certificate.keyPem, QSsl::Ec));
    }
    QString url() const { return QStringLiteral("https://127.0.0.1:%1").arg(serverPort()); }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSslConfiguration(m_tls);
        socket->setSocketDescriptor(descriptor);
        socket->startServerEncryption();
        addPendingConnection(socket);
    }

private:
    QSslConfiguration m_tls = QSslConfiguration::defaultConfiguration();
};

QString write(const QTemporaryDir &folder, const QByteArray &text)
{
    QFile file(folder.filePath(u"certificate.pem"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write");
    return file.fileName();
}

template<class T>
T waitFor(const QFuture<T> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 10000))
        qFatal("no answer");
    return future.result();
}

} // namespace

class tst_Flow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsTheWholeExchange();
    void sendsWhatItShows();
    void keepsRefusals();
    void followsNoRedirect();
    void saysWhenNobodyListens();
    void capsTheBody();
    void refusesOtherSchemes();
    void trustsOnlyTheServersOwnCertificate_data();
    void trustsOnlyTheServersOwnCertificate();
    void walksThreeSteps();
    void walkEndsWithTheFirstFailure();
    void cancelEndsWhatIsUnderWay();
    void endsWithAnOpenRequest();
    void findsTokens_data();
    void findsTokens();

private:
    SystemClock m_clock;
};

void tst_Flow::recordsTheWholeExchange()
{
    TinyHttpServer server;
    server.answer = [](const QByteArray &) {
        return TinyHttpServer::reply("200 OK", R"({"detail":"ok"})", "X-One: 1\r\nX-Two: 2\r\n");
    };
    FlowRunner runner(m_clock);
    QSignalSpy seen(&runner, &FlowRunner::exchanged);
    const Result<Exchange> result = waitFor(runner.signIn(targetOf(server), u"+12025550101"_s));
    QVERIFY(result.ok());
    const Exchange &exchange = *result;
    QCOMPARE(exchange.method, "POST");
    QCOMPARE(exchange.url.path(), u"/auth/sign-in/"_s);
    QCOMPARE(exchange.requestBody, R"({"phone_number":"+12025550101"})");
    QCOMPARE(exchange.status, 200);
    QCOMPARE(exchange.reason, "OK");
    QVERIFY(exchange.responseHeaders.contains({"X-One", "1"}));
    QVERIFY(exchange.responseHeaders.contains({"X-Two", "2"}));
    QCOMPARE(exchange.responseBody, R"({"detail":"ok"})");
    QVERIFY(exchange.succeeded());
    QVERIFY(exchange.failure.isEmpty());
    QTRY_COMPARE(seen.count(), 1);
}

void tst_Flow::sendsWhatItShows()
{
    TinyHttpServer server;
    server.answer = [](const QByteArray &) { return TinyHttpServer::reply("200 OK", "{}"); };
    FlowRunner runner(m_clock);
    const Result<Exchange> result = waitFor(runner.verify(targetOf(server), u"+12025550101"_s, u"0042"_s));
    QVERIFY(result.ok());
    QCOMPARE(server.requests.size(), 1);
    const QByteArray &wire = server.requests.first();
    const qsizetype end = wire.indexOf("\r\n\r\n");
    QList<QByteArray> sent = wire.left(end).split('\n');
    QCOMPARE(sent.takeFirst().trimmed(), "POST /auth/auth/ HTTP/1.1");
    QSet<QByteArray> onTheWire;
    for (const QByteArray &line : sent)
        onTheWire.insert(line.trimmed().toLower());
    QSet<QByteArray> shown;
    for (const auto &[name, value] : result->requestHeaders)
        shown.insert((name + ": " + value).toLower());
    QCOMPARE(shown, onTheWire);
    QCOMPARE(wire.mid(end + 4), result->requestBody);
    // The leading zeros of a code are part of it.
    QCOMPARE(QJsonDocument::fromJson(result->requestBody).object().value("code"_L1).toString(), u"0042"_s);
}

void tst_Flow::keepsRefusals()
{
    TinyHttpServer server;
    server.answer = [](const QByteArray &) {
        return TinyHttpServer::reply("400 Bad Request", R"({"detail":"Code not found"})");
    };
    FlowRunner runner(m_clock);
    const Result<Exchange> result = waitFor(runner.verify(targetOf(server), u"+12025550101"_s, u"1"_s));
    QVERIFY(result.ok());
    QCOMPARE(result->status, 400);
    QVERIFY(!result->succeeded());
    QCOMPARE(result->responseBody, R"({"detail":"Code not found"})");
    QVERIFY(result->failure.isEmpty());
}

void tst_Flow::followsNoRedirect()
{
    TinyHttpServer server;
    server.answer = [&](const QByteArray &) {
        return TinyHttpServer::reply("307 Temporary Redirect", "{}",
                                     "Location: http://127.0.0.1:" + QByteArray::number(server.serverPort()) +
                                         "/x\r\n");
    };
    FlowRunner runner(m_clock);
    const Result<Exchange> result = waitFor(runner.signIn(targetOf(server), u"+12025550101"_s));
    QVERIFY(result.ok());
    QCOMPARE(result->status, 307);
    QCOMPARE(server.requests.size(), 1);
}

void tst_Flow::saysWhenNobodyListens()
{
    FlowTarget target;
    {
        const TinyHttpServer gone;
        target = targetOf(gone);
    }
    FlowRunner runner(m_clock);
    const Result<Exchange> result = waitFor(runner.signIn(target, u"+12025550101"_s));
    QVERIFY(result.ok());
    QCOMPARE(result->status, 0);
    QVERIFY(!result->failure.isEmpty());
}

void tst_Flow::capsTheBody()
{
    TinyHttpServer server;
    server.answer = [](const QByteArray &) { return TinyHttpServer::reply("200 OK", QByteArray(3 << 20, 'x')); };
    FlowRunner runner(m_clock);
    const Result<Exchange> result = waitFor(runner.signIn(targetOf(server), u"+12025550101"_s));
    QVERIFY(result.ok());
    QVERIFY(result->truncated);
    QCOMPARE(result->responseBody.size(), 1 << 20);
    QCOMPARE(result->status, 200);
}

void tst_Flow::refusesOtherSchemes()
{
    FlowRunner runner(m_clock);
    for (const QString &address : {u"file:///etc/passwd"_s, u"ftp://127.0.0.1"_s, u""_s, u"http://"_s}) {
        const Result<Exchange> result = waitFor(runner.signIn({QUrl(address), u"auth/"_s}, u"+12025550101"_s));
        QVERIFY2(!result.ok(), qPrintable(address));
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
    }
}

void tst_Flow::trustsOnlyTheServersOwnCertificate_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("trusted");
    QTest::newRow("its own") << u"own"_s << true;
    QTest::newRow("another one") << u"other"_s << false;
    QTest::newRow("its own as the issuer of another") << u"behind"_s << false;
    QTest::newRow("a missing file") << u"missing"_s << false;
    QTest::newRow("none") << QString() << false;
}

void tst_Flow::trustsOnlyTheServersOwnCertificate()
{
    QFETCH(QString, file);
    QFETCH(bool, trusted);
    const TestCertificate own = TestCertificate::make();
    const TestCertificate other = TestCertificate::make();
    const QTemporaryDir folder;
    TinyTlsServer server(own);
    server.answer = [](const QByteArray &) { return TinyHttpServer::reply("200 OK", "{}"); };
    FlowTarget target{QUrl(server.url()), u"auth/"_s, {}};
    if (file == "missing"_L1)
        target.certificateFile = folder.filePath(u"missing.pem"_s);
    else if (!file.isEmpty())
        target.certificateFile = write(folder, file == "own"_L1     ? own.certificatePem
                                               : file == "other"_L1 ? other.certificatePem
                                                                    : other.certificatePem + own.certificatePem);
    FlowRunner runner(m_clock);
    const Result<Exchange> result = waitFor(runner.signIn(target, u"+12025550101"_s));
    QVERIFY(result.ok());
    QCOMPARE(result->status, trusted ? 200 : 0);
    QCOMPARE(result->failure.isEmpty(), trusted);
    QCOMPARE(server.requests.size(), trusted ? 1 : 0);
}

void tst_Flow::walksThreeSteps()
{
    TinyHttpServer server;
    server.answer = [](const QByteArray &line) {
        if (line.startsWith("POST /auth/sign-in/ "))
            return TinyHttpServer::reply("200 OK", R"({"detail":"ok"})");
        if (line.startsWith("GET /sandbox/messages/wait?"))
            return TinyHttpServer::reply("200 OK", R"({"id":7,"phone":"+12025550101","code":"0482"})");
        return TinyHttpServer::reply("200 OK", R"({"jwt_token":")" + token + R"("})");
    };
    FlowRunner runner(m_clock);
    QSignalSpy seen(&runner, &FlowRunner::exchanged);
    const Result<FlowReport> result = waitFor(runner.walk(targetOf(server), u"+12025550101"_s));
    QVERIFY(result.ok());
    QVERIFY(result->completed);
    QCOMPARE(result->code, u"0482"_s);
    QCOMPARE(result->token, QString::fromLatin1(token));
    QCOMPARE(result->exchanges.size(), 3);
    QVERIFY(server.requests.at(1).contains("phone=%2B12025550101"));
    QVERIFY(server.requests.at(2).endsWith(R"({"code":"0482","phone_number":"+12025550101"})"));
    QTRY_COMPARE(seen.count(), 3);
}

void tst_Flow::walkEndsWithTheFirstFailure()
{
    TinyHttpServer server;
    server.answer = [](const QByteArray &) {
        return TinyHttpServer::reply("400 Bad Request", R"({"detail":"Code was send early"})");
    };
    FlowRunner runner(m_clock);
    const Result<FlowReport> result = waitFor(runner.walk(targetOf(server), u"+12025550101"_s));
    QVERIFY(result.ok());
    QVERIFY(!result->completed);
    QVERIFY(result->token.isEmpty());
    QCOMPARE(result->exchanges.size(), 1);
    QCOMPARE(result->exchanges.first().status, 400);
}

void tst_Flow::cancelEndsWhatIsUnderWay()
{
    TinyHttpServer server;
    server.answer = [](const QByteArray &) { return QByteArray(); };
    FlowRunner runner(m_clock);
    const auto answer = runner.signIn(targetOf(server), u"+12025550101"_s);
    QTRY_COMPARE(server.requests.size(), 1);
    QVERIFY(!answer.isFinished());
    runner.cancel();
    const Result<Exchange> result = waitFor(answer);
    QVERIFY(result.ok());
    QVERIFY(!result->failure.isEmpty());
}

void tst_Flow::endsWithAnOpenRequest()
{
    TinyHttpServer server;
    server.answer = [](const QByteArray &) { return QByteArray(); };
    QFuture<Result<FlowReport>> answer;
    {
        FlowRunner runner(m_clock);
        answer = runner.walk(targetOf(server), u"+12025550101"_s);
        QTRY_COMPARE(server.requests.size(), 1);
    }
    QVERIFY(answer.isFinished());
    QVERIFY(!answer.result()->completed);
}

void tst_Flow::findsTokens_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("found");
    QTest::newRow("object") << QByteArray(R"({"jwt_token":")" + token + R"("})") << true;
    QTest::newRow("own key") << QByteArray(R"({"a":1,"access":")" + token + R"("})") << true;
    QTest::newRow("value") << QByteArray('"' + token + '"') << true;
    QTest::newRow("nested") << QByteArray(R"({"user":{"tokens":[")" + token + R"("]}})") << true;
    QTest::newRow("user") << QByteArray(R"({"pk":3,"first_name":"","last_name":""})") << false;
    QTest::newRow("three parts, no header") << QByteArray(R"("a.b.c")") << false;
    QTest::newRow("unsigned") << QByteArray('"' + tokenHeader + R"(.eyJ9.")") << false;
    QTest::newRow("not JSON") << QByteArray("<html>") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void tst_Flow::findsTokens()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, found);
    QCOMPARE(tokenIn(body), found ? QString::fromLatin1(token) : QString());
}

QTEST_GUILESS_MAIN(tst_Flow)
#include "tst_flow.moc"
