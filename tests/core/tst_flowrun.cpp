// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/FlowRun.h"
#include "core/flow/FlowRunReport.h"
#include "core/flow/KeepAliveConnection.h"
#include "tests/support/TestCertificate.h"
#include "tests/support/TinyHttpServer.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSignalSpy>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <algorithm>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {

/// What a server in simulated mode says, with the code of a number being its last four digits.
struct Stub : TinyHttpServer
{
    Stub()
    {
        connect(this, &QTcpServer::newConnection, this, [this] { ++connections; });
        answer = [this](const QByteArray &line) { return respond(line); };
    }

    QByteArray respond(const QByteArray &line)
    {
        if (line.startsWith("GET /sandbox/messages?"))
            return reply("200 OK", R"({"messages":[]})");
        if (line.startsWith("GET /sandbox/messages/wait?phone=%2B")) {
            const QByteArray phone = line.mid(35, 12);
            return silent ? QByteArray() : reply("200 OK", R"({"id":1,"code":")" + phone.right(4) + R"("})");
        }
        const QByteArray &request = requests.last();
        const QJsonObject sent = QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
        const QString phone = sent.value("phone_number"_L1).toString();
        if (line.startsWith("POST /auth/sign-in/ ")) {
            asked.append(phone);
            if (refused.contains(phone))
                return reply("400 Bad Request", R"({"detail":"Code was send early"})");
            return reply("200 OK", R"({"detail":"ok"})");
        }
        if (!line.startsWith("POST /auth/auth/ ") || sent.value("code"_L1).toString() != phone.right(4))
            return reply("400 Bad Request", R"({"detail":"Code )" + phone.toLatin1() + R"( not found"})");
        verified.append(phone);
        return reply("200 OK", R"({"jwt_token":"x"})");
    }

    int connections = 0;
    bool silent = false; ///< codes never arrive, and nobody says so
    QStringList asked;
    QStringList verified;
    QSet<QString> refused;
};

/// The same behind TLS.
struct EncryptedStub : Stub
{
    EncryptedStub(const TestCertificate &certificate)
    {
        m_tls.setLocalCertificate(QSslCertificate(certificate.certificatePem));
        m_tls.setPrivateKey(QSslKey(certificate.keyPem, QSsl::Ec));
    }
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSslConfiguration(m_tls);
        socket->setSocketDescriptor(descriptor);
        socket->startServerEncryption();
        addPendingConnection(socket);
    }

    QSslConfiguration m_tls = QSslConfiguration::defaultConfiguration();
};

FlowRunOptions optionsFor(const TinyHttpServer &server, int count, int parallel)
{
    FlowRunOptions options;
    options.target = {QUrl(server.url()), u"auth/"_s};
    options.firstPhone = PhoneNumber::fromStored(u"+12025550100"_s);
    options.count = count;
    options.parallel = parallel;
    return options;
}

FlowRunResult runToEnd(FlowRun &run, const FlowRunOptions &options)
{
    QSignalSpy finished(&run, &FlowRun::finished);
    if (const Result<void> started = run.start(options); !started)
        qFatal("%s", qPrintable(started.error().detail));
    if (!QTest::qWaitFor([&] { return finished.count() == 1; }, 60000))
        qFatal("the run does not end");
    return finished.first().first().value<FlowRunResult>();
}

/// Names and attributes of all elements; empty when the text is not well-formed.
struct Element
{
    QString name;
    QXmlStreamAttributes attributes;
};
QList<Element> elementsOf(const QByteArray &text)
{
    QXmlStreamReader xml(text);
    QList<Element> elements;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement)
            elements.append({xml.name().toString(), xml.attributes()});
    }
    return xml.hasError() ? QList<Element>() : elements;
}

qsizetype countOf(const QList<Element> &elements, const QString &name)
{
    return std::count_if(elements.begin(), elements.end(), [&](const Element &e) { return e.name == name; });
}

} // namespace

class tst_FlowRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quantilesAreClose_data();
    void quantilesAreClose();
    void countsUp_data();
    void countsUp();
    void refusesRanges_data();
    void refusesRanges();
    void readsAnswers_data();
    void readsAnswers();
    void readsOneAfterTheOther();
    void keepsOneConnection();
    void opensAnotherWhenClosed();
    void endsAtTheDeadline();
    void saysWhoIsNotThere();
    void runsEveryFlowOnce();
    void trustsOnlyTheServersOwnCertificate();
    void keepsToItsParallels();
    void keepsToItsRate();
    void breaksFailuresDown();
    void stopsAtOnce();
    void refusesALiveServer_data();
    void refusesALiveServer();
    void refusesOptions_data();
    void refusesOptions();
    void tellsProgressSeldom();
    void runsAgain();
    void diesWhileItRuns();
    void memoryStaysBounded();
    void hints();
    void writesReports();
    void writesReportsOfWhatDidNotBegin();

private:
    SystemClock m_clock;
};

void tst_FlowRun::quantilesAreClose_data()
{
    QTest::addColumn<qint64>("spread");
    for (const qint64 spread : {1, 60, 1000, 50'000, 3'000'000, 200'000'000})
        QTest::addRow("up to %lld", spread) << spread;
}

void tst_FlowRun::quantilesAreClose()
{
    QFETCH(qint64, spread);
    LatencyHistogram histogram;
    std::vector<qint64> values;
    quint64 state = 7;
    for (int i = 0; i < 20'000; ++i) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        values.push_back(qint64((state >> 20) % quint64(spread)));
        histogram.add(microseconds(values.back()));
    }
    std::sort(values.begin(), values.end());
    QCOMPARE(histogram.count(), 20'000);
    QCOMPARE(histogram.longest().count(), values.back());
    for (const double q : {0.0, 0.01, 0.5, 0.95, 0.99, 0.999, 1.0}) {
        const qint64 exact = values[size_t(std::max(0.0, std::ceil(q * 20'000) - 1))];
        const qint64 found = histogram.quantile(q).count();
        QVERIFY2(found >= exact && found <= exact + exact / 64 + 1,
                 qPrintable(u"%1: %2 instead of %3"_s.arg(q).arg(found).arg(exact)));
    }
    LatencyHistogram edge;
    QCOMPARE(edge.quantile(0.5).count(), 0);
    edge.add(microseconds(-5));
    QCOMPARE(edge.quantile(1).count(), 0);
    edge.add(LatencyHistogram::Longest * 9);
    QCOMPARE(edge.quantile(1), LatencyHistogram::Longest);
}

void tst_FlowRun::countsUp_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("last");
    QTest::newRow("one") << u"+12025550100"_s << 1 << u"+12025550100"_s;
    QTest::newRow("carry") << u"+12025550199"_s << 2 << u"+12025550200"_s;
    QTest::newRow("all") << u"+12025550100"_s << 100'000 << u"+12025650099"_s;
}

void tst_FlowRun::countsUp()
{
    QFETCH(QString, first);
    QFETCH(int, count);
    const Result<PhoneRange> range = PhoneRange::create(PhoneNumber::fromStored(first), count);
    QVERIFY(range.ok());
    QCOMPARE(range->count(), count);
    QCOMPARE(range->at(0), first);
    QTEST(range->at(count - 1), "last");
}

void tst_FlowRun::refusesRanges_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("count");
    QTest::addColumn<ErrorCode>("error");
    QTest::newRow("none") << u"+12025550100"_s << 0 << ErrorCode::InvalidInput;
    QTest::newRow("too many") << u"+12025550100"_s << 100'001 << ErrorCode::InvalidInput;
    QTest::newRow("no number") << QString() << 1 << ErrorCode::InvalidPhone;
    QTest::newRow("first is invalid") << u"+12020550100"_s << 1 << ErrorCode::InvalidPhone;
    QTest::newRow("last is invalid") << u"+12029999999"_s << 2 << ErrorCode::InvalidPhone;
    QTest::newRow("one digit more") << u"+999999999999999"_s << 2 << ErrorCode::InvalidPhone;
}

void tst_FlowRun::refusesRanges()
{
    QFETCH(QString, first);
    QFETCH(int, count);
    const Result<PhoneRange> range = PhoneRange::create(PhoneNumber::fromStored(first), count);
    QVERIFY(!range.ok());
    QTEST(range.error().code, "error");
    QVERIFY(first.isEmpty() || !range.error().detail.contains(first));
}

void tst_FlowRun::readsAnswers_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<int>("status"); ///< 0: broken
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("keepsAlive");
    const auto row = [](const char *name, const QByteArray &wire, int status, const QByteArray &body = {},
                        bool keepsAlive = true, bool closes = false) {
        QTest::newRow(name) << wire << closes << status << body << keepsAlive;
    };
    row("length", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", 200, "{}");
    row("no body", "HTTP/1.1 204 No Content\r\n\r\n", 204);
    row("empty", "HTTP/1.1 400 Bad Request\r\ncontent-LENGTH:0\r\n\r\n", 400);
    row("no reason", "HTTP/1.1 200 \r\nContent-Length: 1\r\n\r\nx", 200, "x");
    row("chunks",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0a\r\n0123456789\r\n0\r\nX: "
        "y\r\n\r\n",
        200, "abc0123456789");
    row("interim", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 1\r\n\r\nx", 201, "x");
    row("says close", "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx", 200, "x", false);
    row("old", "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx", 200, "x", false);
    row("old, kept", "HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 1\r\n\r\nx", 200, "x");
    row("until the end", "HTTP/1.1 200 OK\r\n\r\nall of it", 200, "all of it", false, true);
    row("more than was asked for", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxHTTP/1.1 200", 200, "x", false);
    row("cut", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nx", 0, {}, false, true);
    row("cut in a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nx", 0, {}, false, true);
    row("not HTTP", "SSH-2.0-x\r\n\r\n", 0, {}, false);
    row("no status", "HTTP/1.1 OK\r\n\r\n", 0, {}, false);
    row("negative length", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", 0, {}, false);
    row("length of words", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", 0, {}, false);
    row("bad chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 0, {}, false);
    row("chunk longer than it says", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc", 0, {}, false);
    row("no colon", "HTTP/1.1 200 OK\r\nnothing\r\n\r\n", 0, {}, false);
    row("endless head", "HTTP/1.1 200 OK\r\nX: " + QByteArray(20'000, 'x'), 0, {}, false);
    row("huge", "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n", 0, {}, false);
    row("huge, unsaid", "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(70'000, 'x'), 0, {}, false);
}

void tst_FlowRun::readsAnswers()
{
    QFETCH(QByteArray, wire);
    QFETCH(bool, closes);
    QFETCH(int, status);
    for (const qsizetype piece : {wire.size(), qsizetype(1)}) {
        AnswerReader reader;
        auto state = AnswerReader::State::Reading;
        // What comes behind an answer comes with it, or nobody waits for it.
        for (qsizetype at = 0; at < wire.size() && state == AnswerReader::State::Reading; at += piece)
            state = reader.take(wire.mid(at, piece));
        if (closes)
            state = reader.end();
        QCOMPARE(state, status == 0 ? AnswerReader::State::Broken : AnswerReader::State::Done);
        if (status == 0) {
            QVERIFY(!reader.problem().isEmpty());
            continue;
        }
        QCOMPARE(reader.status(), status);
        QTEST(reader.body(), "body");
        if (piece > 1)
            QTEST(reader.keepsAlive(), "keepsAlive");
    }
}

void tst_FlowRun::readsOneAfterTheOther()
{
    AnswerReader reader;
    for (const QByteArray &body : {QByteArray("one"), QByteArray("two")}) {
        reader.reset();
        QVERIFY(!reader.hasBegun());
        QCOMPARE(reader.take("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n" + body), AnswerReader::State::Done);
        QCOMPARE(reader.body(), body);
    }
}

void tst_FlowRun::keepsOneConnection()
{
    Stub server;
    KeepAliveConnection connection(QUrl(server.url()));
    int answers = 0;
    for (int i = 0; i < 5; ++i) {
        connection.send("/sandbox/messages?limit=1", {}, 5s, [&](const RunAnswer &answer) {
            QCOMPARE(answer.status, 200);
            QVERIFY(answer.duration > 0us);
            ++answers;
        });
        QCOMPARE(answers, i); // never within the call
        QTRY_COMPARE(answers, i + 1);
    }
    QCOMPARE(server.connections, 1);
    const QByteArray host = "\r\nHost: 127.0.0.1:" + QByteArray::number(server.serverPort()) + "\r\n";
    QVERIFY(server.requests.last().contains(host));
}

void tst_FlowRun::opensAnotherWhenClosed()
{
    TinyHttpServer server;
    bool says = true;
    server.answer = [&](const QByteArray &) {
        return TinyHttpServer::reply("200 OK", "{}", says ? "Connection: close\r\n" : "");
    };
    int connections = 0;
    connect(&server, &QTcpServer::newConnection, this, [&] { ++connections; });
    KeepAliveConnection connection(QUrl(server.url()));
    int answers = 0;
    for (int i = 1; i <= 3; ++i) {
        says = i < 3;
        connection.send("/", "{}", 5s, [&](const RunAnswer &answer) { answers += answer.status == 200; });
        QTRY_COMPARE(answers, i);
        QCOMPARE(connections, i);
    }
    // Closed without a word while nobody waits.
    for (QTcpSocket *socket : server.findChildren<QTcpSocket *>())
        socket->abort();
    connection.send("/", "{}", 5s, [&](const RunAnswer &answer) { answers += answer.status == 200; });
    QTRY_VERIFY(answers == 4 || connections == 3);
}

void tst_FlowRun::endsAtTheDeadline()
{
    TinyHttpServer server;
    server.answer = [](const QByteArray &) { return QByteArray(); };
    KeepAliveConnection connection(QUrl(server.url()));
    QString failure;
    connection.send("/", {}, 50ms, [&](const RunAnswer &answer) {
        QCOMPARE(answer.status, 0);
        failure = answer.failure;
    });
    QTRY_COMPARE(failure, u"no answer within 0.05 s"_s);
}

void tst_FlowRun::saysWhoIsNotThere()
{
    QUrl url;
    {
        const TinyHttpServer gone;
        url = QUrl(gone.url());
    }
    KeepAliveConnection connection(url);
    QString failure;
    connection.send("/", {}, 5s, [&](const RunAnswer &answer) { failure = answer.failure; });
    QTRY_VERIFY(!failure.isEmpty());
    // Of encrypted ones, too: here the other side speaks no TLS.
    Stub plain;
    QUrl encrypted(plain.url());
    encrypted.setScheme(u"https"_s);
    KeepAliveConnection other(encrypted);
    failure.clear();
    other.send("/", {}, 1s, [&](const RunAnswer &answer) { failure = answer.failure; });
    QTRY_VERIFY(!failure.isEmpty());
}

void tst_FlowRun::runsEveryFlowOnce()
{
    Stub server;
    FlowRun run(m_clock);
    const FlowRunResult result = runToEnd(run, optionsFor(server, 200, 8));
    QVERIFY(result.passed());
    QCOMPARE(result.progress.passed, 200);
    QCOMPARE(result.progress.failed, 0);
    QCOMPARE(server.asked.size(), 200);
    QCOMPARE(QSet<QString>(server.asked.begin(), server.asked.end()).size(), 200);
    std::sort(server.verified.begin(), server.verified.end());
    QCOMPARE(server.verified.first(), u"+12025550100"_s);
    QCOMPARE(server.verified.last(), u"+12025550299"_s);
    QCOMPARE(server.connections, 1 + 8); // the one that asks for the mode, and the lanes
    for (const FlowTimes &times : result.progress.steps) {
        QCOMPARE(times.count, 200);
        QVERIFY(times.p50 > 0us);
        QVERIFY(times.p50 <= times.p95 && times.p95 <= times.p99 && times.p99 <= times.longest);
    }
    QCOMPARE(result.progress.whole.count, 200);
    QCOMPARE(result.tally->outcomes().size(), size_t(200));
    int charted = 0;
    for (const FlowInterval &interval : result.progress.intervals)
        charted += interval.flows;
    QCOMPARE(charted, 200);
}

void tst_FlowRun::trustsOnlyTheServersOwnCertificate()
{
    const TestCertificate own = TestCertificate::make();
    EncryptedStub server(own);
    FlowRunOptions options = optionsFor(server, 20, 3);
    options.target.server.setScheme(u"https"_s);
    FlowRun run(m_clock);
    const FlowRunResult unknown = runToEnd(run, options);
    QVERIFY(!unknown.began);
    QVERIFY(server.requests.isEmpty());
    const QTemporaryDir folder;
    options.target.certificateFile = folder.filePath(u"certificate.pem"_s);
    for (const QByteArray &pem : {TestCertificate::make().certificatePem, own.certificatePem}) {
        QFile file(options.target.certificateFile);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pem) == pem.size());
        file.close();
        QCOMPARE(runToEnd(run, options).passed(), pem == own.certificatePem);
    }
    QCOMPARE(server.verified.size(), 20);
}

void tst_FlowRun::keepsToItsParallels()
{
    Stub server;
    server.silent = true; // every flow stays in its second step
    FlowRun run(m_clock);
    QVERIFY(run.start(optionsFor(server, 100, 5)).ok());
    QTRY_COMPARE(server.requests.size(), 1 + 5 + 5);
    QCOMPARE(server.asked.size(), 5);
    QCOMPARE(server.connections, 1 + 5);
    QVERIFY(run.isRunning());
    const Result<void> twice = run.start(optionsFor(server, 1, 1));
    QVERIFY(!twice.ok());
    QCOMPARE(twice.error().code, ErrorCode::Busy);
}

void tst_FlowRun::keepsToItsRate()
{
    Stub server;
    FlowRun run(m_clock);
    FlowRunOptions options = optionsFor(server, 11, 4);
    options.perSecond = 20;
    const FlowRunResult result = runToEnd(run, options);
    QVERIFY(result.passed());
    QVERIFY2(result.progress.elapsed >= 500ms, qPrintable(QString::number(result.progress.elapsed.count())));
}

void tst_FlowRun::breaksFailuresDown()
{
    Stub server;
    server.refused = {u"+12025550103"_s, u"+12025550105"_s};
    const auto usual = server.answer;
    server.answer = [&](const QByteArray &line) {
        if (line.contains("wait?phone=%2B12025550107"))
            return TinyHttpServer::reply("408 Request Timeout", R"({"detail":"No message came."})");
        if (line.contains("wait?phone=%2B12025550108"))
            return TinyHttpServer::reply("200 OK", R"({"id":1,"code":"0000"})");
        return usual(line);
    };
    FlowRun run(m_clock);
    const FlowRunResult result = runToEnd(run, optionsFor(server, 10, 3));
    QVERIFY(!result.passed());
    QCOMPARE(result.progress.passed, 6);
    QCOMPARE(result.progress.failed, 4);
    QCOMPARE(result.progress.failures.size(), 3);
    const FlowFailure &most = result.progress.failures.first();
    QCOMPARE(most.count, 2);
    QCOMPARE(most.step, FlowStep::SignIn);
    QCOMPARE(most.status, 400);
    QCOMPARE(most.words, u"Code was send early"_s);
    QSet<QString> others;
    for (const FlowFailure &failure : result.progress.failures)
        others.insert(QString(wireName(failure.step)) + u' ' + QString::number(failure.status) + u' ' +
                      failure.words);
    QVERIFY(others.contains(u"code_arrival 408 No message came."_s));
    // No number in what is kept.
    QVERIFY(others.contains(u"verify 400 Code (number) not found"_s));
    QCOMPARE(result.progress.steps[0].count, 8);
    QCOMPARE(result.progress.steps[1].count, 7);
    QCOMPARE(result.progress.steps[2].count, 6);
}

void tst_FlowRun::stopsAtOnce()
{
    Stub server;
    server.silent = true;
    FlowRun run(m_clock);
    QSignalSpy finished(&run, &FlowRun::finished);
    QVERIFY(run.start(optionsFor(server, 1000, 64)).ok());
    QTRY_COMPARE(server.asked.size(), 64);
    QElapsedTimer time;
    time.start();
    run.stop();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 5000);
    QVERIFY2(time.elapsed() < 500, qPrintable(QString::number(time.elapsed())));
    const auto result = finished.first().first().value<FlowRunResult>();
    QVERIFY(result.stopped);
    QVERIFY(!result.passed());
    QCOMPARE(result.progress.passed + result.progress.failed, 0);
    QVERIFY(!run.isRunning());
    run.stop(); // nothing to stop
}

void tst_FlowRun::refusesALiveServer_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("live") << QByteArray("404 Not Found") << QByteArray(R"({"detail":"Not found."})");
    QTest::newRow("another program") << QByteArray("200 OK") << QByteArray("<html>");
}

void tst_FlowRun::refusesALiveServer()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    TinyHttpServer server;
    server.answer = [&](const QByteArray &) { return TinyHttpServer::reply(status, body); };
    FlowRun run(m_clock);
    const FlowRunResult result = runToEnd(run, optionsFor(server, 5, 2));
    QVERIFY(!result.began);
    QVERIFY(!result.passed());
    QCOMPARE(result.problem.code, ErrorCode::NotAllowed);
    QCOMPARE(server.requests.size(), 1); // no sign-in, no SMS
    server.close();
    const FlowRunResult silent = runToEnd(run, optionsFor(server, 5, 2));
    QVERIFY(!silent.began);
}

void tst_FlowRun::refusesOptions_data()
{
    QTest::addColumn<FlowRunOptions>("options");
    FlowRunOptions good;
    good.target.server = QUrl(u"http://127.0.0.1:1"_s);
    good.firstPhone = PhoneNumber::fromStored(u"+12025550100"_s);
    const auto row = [&](const char *name, const auto &change) {
        FlowRunOptions options = good;
        change(options);
        QTest::newRow(name) << options;
    };
    row("scheme", [](FlowRunOptions &o) { o.target.server = QUrl(u"ftp://127.0.0.1"_s); });
    row("no host", [](FlowRunOptions &o) { o.target.server = QUrl(u"http://"_s); });
    row("no flow", [](FlowRunOptions &o) { o.count = 0; });
    row("too many", [](FlowRunOptions &o) { o.count = 100'001; });
    row("no lane", [](FlowRunOptions &o) { o.parallel = 0; });
    row("too many lanes", [](FlowRunOptions &o) { o.parallel = 65; });
    row("negative rate", [](FlowRunOptions &o) { o.perSecond = -1; });
    row("rate", [](FlowRunOptions &o) { o.perSecond = 10'001; });
    row("phone", [](FlowRunOptions &o) { o.firstPhone = {}; });
}

void tst_FlowRun::refusesOptions()
{
    QFETCH(FlowRunOptions, options);
    FlowRun run(m_clock);
    QSignalSpy finished(&run, &FlowRun::finished);
    QVERIFY(!run.start(options).ok());
    QVERIFY(!run.isRunning());
    QCOMPARE(finished.count(), 0);
}

void tst_FlowRun::tellsProgressSeldom()
{
    Stub server;
    FlowRun run(m_clock);
    QSignalSpy progressed(&run, &FlowRun::progressed);
    FlowRunOptions options = optionsFor(server, 30, 4);
    options.perSecond = 50;
    const FlowRunResult result = runToEnd(run, options);
    QVERIFY(progressed.count() >= 1);
    QVERIFY(progressed.count() <= result.progress.elapsed / FlowRun::ProgressInterval + 1);
    const auto last = progressed.last().first().value<FlowProgress>();
    QCOMPARE(last.total, 30);
    QVERIFY(last.passed + last.underWay <= 30);
}

void tst_FlowRun::runsAgain()
{
    Stub server;
    FlowRun run(m_clock);
    for (int i = 0; i < 3; ++i)
        QVERIFY(runToEnd(run, optionsFor(server, 10, 3)).passed());
    QCOMPARE(server.asked.size(), 30);
}

void tst_FlowRun::diesWhileItRuns()
{
    Stub server;
    server.silent = true;
    {
        FlowRun run(m_clock);
        QVERIFY(run.start(optionsFor(server, 10, 3)).ok());
        QTRY_COMPARE(server.asked.size(), 3);
    }
    FlowRun begun(m_clock);
    QVERIFY(begun.start(optionsFor(server, 10, 3)).ok());
}

void tst_FlowRun::memoryStaysBounded()
{
    FlowTally tally(100'000);
    for (int i = 0; i < 100'000; ++i) {
        FlowOutcome outcome;
        outcome.index = i;
        outcome.took = {microseconds(i), microseconds(i), 0us};
        const milliseconds now(i * 100);
        if (i % 2)
            tally.flowFailed(outcome, FlowStep(i % 3), 400 + i % 7, u"answer %1"_s.arg(i), now);
        else
            tally.flowPassed(outcome, now);
    }
    const FlowProgress progress = tally.progress(10'000s, 0);
    QCOMPARE(progress.passed, 50'000);
    QCOMPARE(progress.failed, 50'000);
    QVERIFY(tally.failures().size() <= FlowTally::MostFailures);
    QVERIFY(progress.intervals.size() <= FlowTally::MostIntervals + 1);
    qint64 failures = 0;
    for (const FlowFailure &failure : progress.failures)
        failures += failure.count;
    QCOMPARE(failures, 50'000);
    int flows = 0;
    milliseconds before(-1);
    for (const FlowInterval &interval : progress.intervals) {
        QVERIFY(interval.begin > before);
        before = interval.begin;
        flows += interval.flows;
    }
    QCOMPARE(flows, 100'000);
    QVERIFY(sizeof(FlowOutcome) * 100'000 + sizeof(FlowTally) < 5'000'000);
}

void tst_FlowRun::hints()
{
    FlowProgress progress;
    QVERIFY(hintsFor(progress).isEmpty());
    progress.failures = {{FlowStep::SignIn, 400, u"Code was send early"_s, 5},
                         {FlowStep::SignIn, 400, u"other"_s, 5},
                         {FlowStep::SignIn, 429, {}, 2},
                         {FlowStep::CodeArrival, 408, {}, 2},
                         {FlowStep::Verify, 400, {}, 2},
                         {FlowStep::Verify, 503, {}, 2},
                         {FlowStep::Verify, 0, {}, 2},
                         {FlowStep::Verify, 418, {}, 2}};
    QCOMPARE(hintsFor(progress),
             (QList<FlowHint>{FlowHint::ResendWait, FlowHint::Limits, FlowHint::CodesLate, FlowHint::CodesWrong,
                              FlowHint::Overloaded, FlowHint::Unreachable}));
    for (const FlowHint hint : hintsFor(progress))
        QVERIFY(!hintText(hint).isEmpty());
}

void tst_FlowRun::writesReports()
{
    Stub server;
    const auto usual = server.answer;
    server.answer = [&](const QByteArray &line) {
        if (line.contains("wait?phone=%2B12025550101"))
            return TinyHttpServer::reply("500 Error", R"({"detail":"<&\"'> \u0000\u0007 \ud83d\udc4b \ud800"})");
        return usual(line);
    };
    FlowRun run(m_clock);
    const FlowRunResult result = runToEnd(run, optionsFor(server, 4, 2));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(writeJUnit(result, buffer));
    const QList<Element> elements = elementsOf(buffer.data());
    QVERIFY2(!elements.isEmpty(), buffer.data().constData());
    QCOMPARE(countOf(elements, u"testcase"_s), 4);
    QCOMPARE(countOf(elements, u"failure"_s), 1);
    QCOMPARE(countOf(elements, u"skipped"_s), 0);
    const auto suite =
        std::find_if(elements.begin(), elements.end(), [](const Element &e) { return e.name == u"testsuite"; });
    QCOMPARE(suite->attributes.value("tests"_L1), u"4"_s);
    QCOMPARE(suite->attributes.value("failures"_L1), u"1"_s);
    const auto failure =
        std::find_if(elements.begin(), elements.end(), [](const Element &e) { return e.name == u"failure"; });
    QCOMPARE(failure->attributes.value("type"_L1), u"code_arrival 500"_s);
    QVERIFY(failure->attributes.value("message"_L1).startsWith(u"<&\"'> "_s));
    QVERIFY(failure->attributes.value("message"_L1).contains(u"👋"_s));

    const QByteArray json = QJsonDocument(toJson(result)).toJson();
    const QJsonObject object = toJson(result);
    QCOMPARE(object.value("passed"_L1).toInt(), 3);
    QCOMPARE(object.value("failed"_L1).toInt(), 1);
    QCOMPARE(object.value("not_run"_L1).toInt(), 0);
    QCOMPARE(object.value("errors"_L1).toArray().size(), 1);
    QVERIFY(object.value("sign_in"_L1).toObject().value("p50_ms"_L1).toDouble() > 0);
    for (const QByteArray &text : {json, buffer.data()}) {
        QVERIFY(!text.contains("2025550100"));
        QVERIFY(!text.contains("2025550101"));
    }

    const QTemporaryDir folder;
    const QString file = folder.filePath(u"report"_s);
    for (const auto format : {FlowReportFormat::JUnit, FlowReportFormat::Json}) {
        QVERIFY(saveReport(result, file, format).ok());
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), format == FlowReportFormat::JUnit ? buffer.data() : json);
    }
    const Result<void> nowhere = saveReport(result, folder.filePath(u"no/folder"_s), FlowReportFormat::JUnit);
    QVERIFY(!nowhere.ok());
    QCOMPARE(nowhere.error().code, ErrorCode::Storage);
    QFile full(u"/dev/full"_s);
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QVERIFY(!writeJUnit(result, full));
}

void tst_FlowRun::writesReportsOfWhatDidNotBegin()
{
    TinyHttpServer server;
    server.answer = [](const QByteArray &) { return TinyHttpServer::reply("404 Not Found", "{}"); };
    FlowRun run(m_clock);
    const FlowRunResult result = runToEnd(run, optionsFor(server, 3, 2));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(writeJUnit(result, buffer));
    const QList<Element> elements = elementsOf(buffer.data());
    QCOMPARE(countOf(elements, u"error"_s), 1);
    QCOMPARE(countOf(elements, u"skipped"_s), 3);
    QVERIFY(toJson(result).value("problem"_L1).toString().contains(u"live mode"_s));
}

QTEST_GUILESS_MAIN(tst_FlowRun)
#include "tst_flowrun.moc"
