// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/GatewayClient.h"
#include "tests/support/GatewayStub.h"

#include <QRegularExpression>
#include <QTest>
#include <QThread>

using namespace smsauth;
using namespace Qt::StringLiterals;
using Transport = ProviderReply::Transport;
using StubMode = GatewayStub::Mode;
using Security = GatewayStub::Security;

Q_DECLARE_METATYPE(smsauth::GatewayStub::Mode)
Q_DECLARE_METATYPE(smsauth::GatewayStub::Security)
Q_DECLARE_METATYPE(smsauth::ProviderReply::Transport)

namespace {

const QByteArray secret = "s3cr3t-t0ken";

SenderOptions loopbackAllowed()
{
    SenderOptions options;
    options.allowPrivate = true;
    options.requestDeadline = milliseconds(5000);
    return options;
}

ProviderRequest post(const QString &url)
{
    return {"POST", QUrl(url), {{"Authorization", "Bearer " + secret}}, "{\"text\":\"4821\"}"};
}

ProviderRequest fetch(const QString &url)
{
    return {"GET", QUrl(url), {{"Authorization", "Bearer " + secret}}, {}};
}

/// Waits for the one answer and makes sure that it stays the one.
ProviderReply exchange(const ProviderRequest &request, const SenderOptions &options)
{
    GatewayClient client(options);
    int answers = 0;
    ProviderReply result;
    client.send(request, [&](const ProviderReply &reply) {
        ++answers;
        result = reply;
    });
    const bool inside = answers > 0;
    const bool answered = QTest::qWaitFor([&] { return answers > 0; }, 20000);
    if (!answered || inside || answers != 1 || client.inFlight() != 0)
        qFatal("answered %d times%s, %d under way", answers, inside ? " from inside send()" : "",
               client.inFlight());
    return result;
}

} // namespace

class tst_gatewayclient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesTheRequest();
    void carriesStatusHeadersAndBody_data();
    void carriesStatusHeadersAndBody();
    void tellsNotSentFromNoAnswer_data();
    void tellsNotSentFromNoAnswer();
    void neverSendsTwice_data();
    void neverSendsTwice();
    void keepsTheDeadline_data();
    void keepsTheDeadline();
    void followsNoRedirect_data();
    void followsNoRedirect();
    void verifiesTls_data();
    void verifiesTls();
    void capsTheAnswer();
    void unpacksNothing();
    void refusesAddresses_data();
    void refusesAddresses();
    void plainHttpOnlyToPrivateAddresses();
    void opensMoreThanSixConnections();
    void keepsConnections();
    void keepsNoCookies();
    void dropsWhatIsUnderWay();
};

void tst_gatewayclient::carriesTheRequest()
{
    GatewayStub stub;
    ProviderRequest request = post(stub.url() + u"/v1/%2B1%2F2?a=%2B1&b=x%20y%26c"_s);
    request.url = QUrl::fromEncoded((stub.url() + u"/v1/%2B1%2F2?a=%2B1&b=x%20y%26c"_s).toLatin1());
    request.headers.append(qMakePair(QByteArray("X-Own"), QByteArray("1")));
    const ProviderReply reply = exchange(request, loopbackAllowed());
    QCOMPARE(reply.transport, Transport::Answered);
    QCOMPARE(stub.requestCount(), 1);
    const GatewayStub::Request seen = stub.requests().constFirst();
    QCOMPARE(seen.method, QByteArray("POST"));
    QCOMPARE(seen.target, QByteArray("/v1/%2B1%2F2?a=%2B1&b=x%20y%26c"));
    QCOMPARE(seen.headers.value("authorization"), "Bearer " + secret);
    QCOMPARE(seen.headers.value("x-own"), QByteArray("1"));
    QCOMPARE(seen.headers.value("accept-encoding"), QByteArray("identity"));
    QVERIFY(seen.headers.value("user-agent").startsWith("smsauth/"));
    QCOMPARE(seen.body, request.body);

    exchange(fetch(stub.url() + u"/list"_s), loopbackAllowed());
    const GatewayStub::Request second = stub.requests().constLast();
    QCOMPARE(second.method, QByteArray("GET"));
    QCOMPARE(second.body, QByteArray());
}

void tst_gatewayclient::carriesStatusHeadersAndBody_data()
{
    QTest::addColumn<int>("status");
    for (int status :
         {200, 201, 202, 204, 304, 400, 401, 402, 403, 404, 407, 409, 418, 422, 429, 451, 500, 502, 503, 504, 599})
        QTest::addRow("%d", status) << status;
}

void tst_gatewayclient::carriesStatusHeadersAndBody()
{
    QFETCH(int, status);
    GatewayStub stub;
    const QByteArray body = status == 204 || status == 304 ? QByteArray() : QByteArray(R"({"code":21211})");
    stub.answer({status,
                 body,
                 {{"Retry-After", "7"}, {"X-Mixed-Case", "a"}, {"WWW-Authenticate", "Basic realm=\"x\""}},
                 {}});
    const ProviderReply reply = exchange(post(stub.url()), loopbackAllowed());
    QCOMPARE(reply.transport, Transport::Answered);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.body, body);
    QCOMPARE(reply.headers.value("retry-after"), QByteArray("7"));
    QCOMPARE(reply.headers.value("x-mixed-case"), QByteArray("a"));
    QCOMPARE(reply.networkError, QString());
    QCOMPARE(stub.requestCount(), 1);
}

void tst_gatewayclient::tellsNotSentFromNoAnswer_data()
{
    QTest::addColumn<StubMode>("mode");
    QTest::addColumn<int>("status");
    QTest::addColumn<Transport>("expected");

    QTest::newRow("hang") << StubMode::Hang << 200 << Transport::NoAnswer;
    QTest::newRow("closed unanswered") << StubMode::CloseUnanswered << 200 << Transport::NoAnswer;
    QTest::newRow("reset unanswered") << StubMode::ResetUnanswered << 200 << Transport::NoAnswer;
    QTest::newRow("reset in a yes") << StubMode::ResetMidAnswer << 200 << Transport::NoAnswer;
    QTest::newRow("reset in a no") << StubMode::ResetMidAnswer << 400 << Transport::Answered;
}

void tst_gatewayclient::tellsNotSentFromNoAnswer()
{
    QFETCH(StubMode, mode);
    QFETCH(int, status);
    QFETCH(Transport, expected);
    GatewayStub stub;
    stub.setMode(mode);
    stub.answer({status, QByteArray(2000, 'x'), {}, {}});
    SenderOptions options = loopbackAllowed();
    options.requestDeadline = milliseconds(600);
    const ProviderReply reply = exchange(post(stub.url()), options);
    QCOMPARE(reply.transport, expected);
    if (expected == Transport::NoAnswer)
        QVERIFY(!reply.networkError.isEmpty());
    QVERIFY2(!reply.networkError.contains(u"127.0.0.1"), qPrintable(reply.networkError));
    QCOMPARE(stub.requestCount(), 1);

    // Nobody there at all.
    const QString gone = [] { return GatewayStub().url(); }();
    const ProviderReply refused = exchange(post(gone), options);
    QCOMPARE(refused.transport, Transport::NotSent);
    QCOMPARE(refused.networkError, u"connection refused"_s);
}

void tst_gatewayclient::neverSendsTwice_data()
{
    QTest::addColumn<StubMode>("mode");
    QTest::addColumn<QByteArray>("method");

    for (const char *method : {"POST", "GET", "PUT"}) {
        QTest::addRow("%s closed", method) << StubMode::CloseUnanswered << QByteArray(method);
        QTest::addRow("%s reset", method) << StubMode::ResetUnanswered << QByteArray(method);
    }
}

// QNetworkAccessManager alone repeats such requests, on a fresh connection as on a kept one.
void tst_gatewayclient::neverSendsTwice()
{
    QFETCH(StubMode, mode);
    QFETCH(QByteArray, method);
    GatewayStub stub;
    GatewayClient client(loopbackAllowed());
    ProviderRequest request = method == "GET" ? fetch(stub.url()) : post(stub.url());
    request.method = method;
    QList<Transport> seen;
    const auto send = [&] {
        const qsizetype before = seen.size();
        client.send(request, [&](const ProviderReply &reply) { seen.append(reply.transport); });
        return QTest::qWaitFor([&] { return seen.size() > before; }, 10000);
    };
    QVERIFY(send()); // leaves a connection that is kept
    stub.setMode(mode);
    QVERIFY(send());
    QVERIFY(send());
    stub.setMode(StubMode::Answer);
    QVERIFY(send());
    QCOMPARE(seen, (QList<Transport>{Transport::Answered, Transport::NoAnswer, Transport::NoAnswer,
                                     Transport::Answered}));
    QCOMPARE(stub.requestCount(), 4);
}

void tst_gatewayclient::keepsTheDeadline_data()
{
    QTest::addColumn<StubMode>("mode");
    QTest::newRow("hang") << StubMode::Hang;
    QTest::newRow("drip") << StubMode::Drip; // never idle, and still over
}

void tst_gatewayclient::keepsTheDeadline()
{
    QFETCH(StubMode, mode);
    GatewayStub stub;
    stub.setMode(mode);
    stub.answer({200, QByteArray(5000, 'x'), {}, {}});
    GatewayClient client(loopbackAllowed());
    std::optional<ProviderReply> answer;
    QElapsedTimer time;
    time.start();
    client.send(post(stub.url()), milliseconds(400), [&](const ProviderReply &reply) { answer = reply; });
    QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, 4000));
    QVERIFY(time.elapsed() >= 390);
    QCOMPARE(answer->transport, Transport::NoAnswer);
    QCOMPARE(answer->networkError, u"no complete answer within 0.4 s"_s);
}

void tst_gatewayclient::followsNoRedirect_data()
{
    QTest::addColumn<int>("status");
    for (int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void tst_gatewayclient::followsNoRedirect()
{
    QFETCH(int, status);
    GatewayStub other;
    GatewayStub stub;
    for (const QString &target : {other.url() + u"/steal"_s, stub.url() + u"/again"_s, u"/again"_s}) {
        const int before = stub.requestCount();
        stub.answer({status, "moved", {{"Location", target.toLatin1()}}, {}});
        const ProviderReply reply = exchange(post(stub.url()), loopbackAllowed());
        QCOMPARE(reply.transport, Transport::Answered);
        QCOMPARE(reply.status, status);
        QCOMPARE(stub.requestCount(), before + 1);
    }
    QCOMPARE(other.connectionCount(), 0);
}

void tst_gatewayclient::verifiesTls_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<bool>("authorityKnown");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("good");

    QTest::newRow("good") << Security::Good << true << u"127.0.0.1"_s << true;
    QTest::newRow("good by name") << Security::Good << true << u"localhost"_s << true;
    QTest::newRow("unknown authority") << Security::Good << false << u"127.0.0.1"_s << false;
    QTest::newRow("expired") << Security::ExpiredCertificate << true << u"127.0.0.1"_s << false;
    QTest::newRow("other host") << Security::OtherHostCertificate << true << u"127.0.0.1"_s << false;
    QTest::newRow("no TLS there") << Security::Plain << true << u"127.0.0.1"_s << false;
}

void tst_gatewayclient::verifiesTls()
{
    QFETCH(Security, security);
    QFETCH(bool, authorityKnown);
    QFETCH(QString, host);
    QFETCH(bool, good);
    GatewayStub stub(security);
    SenderOptions options = loopbackAllowed();
    options.requestDeadline = milliseconds(1500);
    options.extraCa = authorityKnown && security != Security::Plain ? stub.authorityFile() : QString();
    const ProviderReply reply = exchange(post(u"https://%1:%2/send"_s.arg(host).arg(stub.port())), options);
    QCOMPARE(reply.transport, good ? Transport::Answered : Transport::NotSent);
    QCOMPARE(stub.requestCount(), good ? 1 : 0);
    if (good)
        return;
    QVERIFY2(!reply.networkError.isEmpty(), qPrintable(reply.networkError));
    if (security != Security::Plain) {
        // Not one byte of the request went through.
        QCOMPARE(stub.bytesReceived(), qint64(0));
        QVERIFY2(reply.networkError.startsWith(u"TLS refused: "), qPrintable(reply.networkError));
    }
}

void tst_gatewayclient::capsTheAnswer()
{
    GatewayStub stub;
    stub.setMode(StubMode::Endless);
    const ProviderReply reply = exchange(post(stub.url()), loopbackAllowed());
    QCOMPARE(reply.transport, Transport::Answered);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body.size(), qsizetype(64 * 1024));
    // What the sockets of both sides hold, not megabytes.
    QVERIFY2(stub.bytesSent() < 16 * 1024 * 1024, qPrintable(QString::number(stub.bytesSent())));
}

void tst_gatewayclient::unpacksNothing()
{
    GatewayStub stub;
    stub.setMode(StubMode::GzipBomb);
    const ProviderReply reply = exchange(post(stub.url()), loopbackAllowed());
    QCOMPARE(reply.transport, Transport::Answered);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, QByteArray());
}

void tst_gatewayclient::refusesAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowPrivate");

    for (const QString &host :
         {u"127.0.0.1"_s, u"localhost"_s, u"[::1]"_s, u"10.1.2.3"_s, u"172.31.0.1"_s, u"192.168.1.1"_s,
          u"100.64.0.1"_s, u"[fd00::1]"_s, u"[::ffff:127.0.0.1]"_s, u"[::ffff:10.0.0.1]"_s, u"[64:ff9b::7f00:1]"_s,
          u"[2002:7f00:1::]"_s, u"2130706433"_s, u"0x7f000001"_s, u"127.1"_s})
        QTest::addRow("private %s", qPrintable(host)) << u"https://%1/send"_s.arg(host) << false;
    for (const QString &host :
         {u"0.0.0.0"_s, u"[::]"_s, u"169.254.169.254"_s, u"[fe80::1]"_s, u"224.0.0.1"_s, u"[ff02::1]"_s,
          u"255.255.255.255"_s, u"192.0.2.1"_s, u"[2001:db8::1]"_s, u"[::ffff:169.254.169.254]"_s}) {
        QTest::addRow("unusable %s", qPrintable(host)) << u"https://%1/send"_s.arg(host) << false;
        QTest::addRow("unusable, private allowed: %s", qPrintable(host)) << u"https://%1/send"_s.arg(host) << true;
    }
}

void tst_gatewayclient::refusesAddresses()
{
    QFETCH(QString, url);
    QFETCH(bool, allowPrivate);
    SenderOptions options = loopbackAllowed();
    options.allowPrivate = allowPrivate;
    const ProviderReply reply = exchange(post(url), options);
    QCOMPARE(reply.transport, Transport::Refused);
    QVERIFY2(reply.networkError.contains(u"address"), qPrintable(reply.networkError));
}

void tst_gatewayclient::plainHttpOnlyToPrivateAddresses()
{
    SenderOptions options = loopbackAllowed();
    for (bool allowPrivate : {false, true}) {
        options.allowPrivate = allowPrivate;
        // A public address; refused before anything is sent to it.
        const ProviderReply reply = exchange(post(u"http://1.1.1.1/send"_s), options);
        QCOMPARE(reply.transport, Transport::Refused);
        QCOMPARE(reply.networkError, u"plain http is only for gateways at private addresses"_s);
    }
    GatewayStub stub;
    QCOMPARE(exchange(post(stub.url(u"localhost"_s)), loopbackAllowed()).transport, Transport::Answered);
}

void tst_gatewayclient::opensMoreThanSixConnections()
{
    GatewayStub stub;
    stub.answer({200, "{}", {}, milliseconds(300)});
    GatewayClient client(loopbackAllowed());
    constexpr int count = 40;
    int answered = 0;
    for (int i = 0; i < count; ++i) {
        client.send(post(stub.url()), [&](const ProviderReply &reply) {
            QCOMPARE(reply.transport, Transport::Answered);
            ++answered;
        });
    }
    QCOMPARE(client.inFlight(), count);
    // All of them are with the gateway before it has answered one.
    QTRY_COMPARE_WITH_TIMEOUT(stub.requestCount(), count, 10000);
    QTRY_COMPARE_WITH_TIMEOUT(answered, count, 10000);
    QVERIFY(stub.connectionCount() > 6);
    const QList<GatewayStub::Request> requests = stub.requests();
    QSet<int> connections;
    for (const GatewayStub::Request &request : requests)
        connections.insert(request.connection);
    QCOMPARE(connections.size(), count);
}

void tst_gatewayclient::keepsConnections()
{
    GatewayStub stub(Security::Good);
    SenderOptions options = loopbackAllowed();
    options.extraCa = stub.authorityFile();
    GatewayClient client(options);
    for (int i = 1; i <= 5; ++i) {
        int answered = 0;
        client.send(post(stub.url()), [&](const ProviderReply &) { ++answered; });
        QTRY_COMPARE(answered, 1);
    }
    QCOMPARE(stub.requestCount(), 5);
    QCOMPARE(stub.requests().constLast().connection, stub.requests().constFirst().connection);
}

void tst_gatewayclient::keepsNoCookies()
{
    GatewayStub stub;
    stub.answer({200, "{}", {{"Set-Cookie", "session=1; Path=/"}}, {}});
    GatewayClient client(loopbackAllowed());
    for (int i = 1; i <= 2; ++i) {
        int answered = 0;
        client.send(post(stub.url()), [&](const ProviderReply &) { ++answered; });
        QTRY_COMPARE(answered, 1);
    }
    QVERIFY(!stub.requests().constLast().headers.contains("cookie"));
}

void tst_gatewayclient::dropsWhatIsUnderWay()
{
    GatewayStub stub;
    stub.setMode(StubMode::Hang);
    int answers = 0;
    {
        GatewayClient client(loopbackAllowed());
        client.send(post(stub.url()), [&](const ProviderReply &) { ++answers; });
        client.send(post(stub.url(u"localhost"_s)), [&](const ProviderReply &) { ++answers; });
        QTRY_COMPARE(stub.requestCount(), 2);
        client.send(post(stub.url()), [&](const ProviderReply &) { ++answers; }); // not even begun
    }
    QCoreApplication::processEvents();
    QCOMPARE(answers, 0);
}

QTEST_GUILESS_MAIN(tst_gatewayclient)
#include "tst_gatewayclient.moc"
