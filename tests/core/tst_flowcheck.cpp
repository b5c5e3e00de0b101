// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/PhoneNumber.h"
#include "core/flow/FlowRunner.h"
#include "tests/support/TinyHttpServer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Verdict = FlowCheckReport::Verdict;

namespace {

/// A server that remembers one code; each of its virtues can be taken away.
struct Stub : TinyHttpServer
{
    Stub()
    {
        answer = [this](const QByteArray &line) { return respond(line); };
    }

    static QByteArray refusal(const QByteArray &words = "Code not found")
    {
        return reply("400 Bad Request", R"({"detail":")" + words + R"("})");
    }

    QByteArray respond(const QByteArray &line)
    {
        if (line.startsWith("POST /sandbox/reset?phone=%2B")) {
            asked = used = false;
            tries = 0;
            return resets ? reply("200 OK", "{}") : reply("404 Not Found", "{}");
        }
        if (line.startsWith("GET /sandbox/messages/wait?"))
            return reply("200 OK", R"({"id":1,"code":"0489"})");
        const QByteArray body = requests.last().mid(requests.last().indexOf("\r\n\r\n") + 4);
        const QJsonObject sent = QJsonDocument::fromJson(body).object();
        if (line.startsWith("POST /auth/sign-in/ ")) {
            const bool good = sent.value("phone_number"_L1).toString().size() == 12;
            if ((!good && !lax) || (std::exchange(asked, true) && !lax))
                return refusal("No.");
            return reply("200 OK", "{}");
        }
        codes.append(sent.value("code"_L1).toString());
        const bool right = codes.last() == u"0489";
        const bool exhausted = tries >= 3;
        tries += !right;
        if (!lax && (!right || exhausted || used || expires))
            return exhausted ? reply("429 Too Many Requests", "{}") : refusal();
        used = true;
        return reply("200 OK", R"({"jwt_token":"x"})");
    }

    bool lax = false; ///< accepts everything
    bool resets = true;
    bool expires = false;
    bool asked = false;
    bool used = false;
    int tries = 0;
    QStringList codes;
};

FlowCheckReport outcome(FlowRunner &runner, const Stub &server, FlowCheck check, const FlowCheckOptions &options)
{
    const auto answer = runner.check({QUrl(server.url()), u"auth/"_s}, check, options);
    if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 20000))
        qFatal("no answer");
    return *answer.result();
}

} // namespace

class tst_FlowCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void resendWithoutWait();
    void triesOftenEnough();
    void saysThatItCouldNotBeTried();
    void eachHasItsNumber();
    void stops();
    void runsAllAtOnce();
    void endsWithTheRunner();

private:
    SystemClock m_clock;
    const FlowCheckOptions m_options{3, 0s, true};
};

void tst_FlowCheck::judges_data()
{
    QTest::addColumn<FlowCheck>("check");
    for (const FlowCheck check : flowChecks())
        QTest::newRow(wireName(check).data()) << check;
}

void tst_FlowCheck::judges()
{
    QFETCH(FlowCheck, check);
    Stub server;
    server.expires = check == FlowCheck::ExpiredCode;
    FlowRunner runner(m_clock);
    QSignalSpy seen(&runner, &FlowRunner::exchanged);
    const FlowCheckReport good = outcome(runner, server, check, m_options);
    QCOMPARE(good.check, check);
    QCOMPARE(good.verdict, Verdict::AsExpected);
    QVERIFY(expectedStatuses(check, m_options).contains(good.answer.status));
    QTRY_COMPARE(seen.count(), server.requests.size());

    server.lax = true;
    const FlowCheckReport bad = outcome(runner, server, check, m_options);
    QCOMPARE(bad.verdict, Verdict::Otherwise);
    QCOMPARE(bad.answer.status, 200);
}

void tst_FlowCheck::resendWithoutWait()
{
    Stub server;
    server.lax = true;
    FlowRunner runner(m_clock);
    FlowCheckOptions options = m_options;
    options.resendMustWait = false;
    QCOMPARE(outcome(runner, server, FlowCheck::TooSoon, options).verdict, Verdict::AsExpected);
    server.lax = false;
    QCOMPARE(outcome(runner, server, FlowCheck::TooSoon, options).verdict, Verdict::Otherwise);
}

void tst_FlowCheck::triesOftenEnough()
{
    Stub server;
    FlowRunner runner(m_clock);
    QCOMPARE(outcome(runner, server, FlowCheck::TooManyTries, m_options).answer.status, 429);
    QCOMPARE(server.codes, (QStringList{u"0480"_s, u"0480"_s, u"0480"_s, u"0489"_s}));
}

void tst_FlowCheck::saysThatItCouldNotBeTried()
{
    Stub server;
    server.resets = false;
    FlowRunner runner(m_clock);
    const FlowCheckReport report = outcome(runner, server, FlowCheck::WrongCode, m_options);
    QCOMPARE(report.verdict, Verdict::NotTried);
    QCOMPARE(report.answer.status, 404);
    QVERIFY(server.codes.isEmpty());
    server.close();
    QCOMPARE(outcome(runner, server, FlowCheck::BadNumber, m_options).verdict, Verdict::NotTried);
}

void tst_FlowCheck::eachHasItsNumber()
{
    QSet<QString> phones;
    QSet<QString> names;
    for (const FlowCheck check : flowChecks()) {
        phones.insert(phoneOf(check));
        names.insert(wireName(check));
        QVERIFY(!phoneOf(check).startsWith(u"+1202"_s)); // where runs count up
        QCOMPARE(PhoneNumber::parse(phoneOf(check)).ok(), check != FlowCheck::BadNumber);
    }
    QCOMPARE(phones.size(), 6);
    QCOMPARE(names.size(), 6);
}

void tst_FlowCheck::stops()
{
    Stub server;
    FlowRunner runner(m_clock);
    FlowCheckOptions options = m_options;
    options.codeLife = 600s;
    const auto answer = runner.check({QUrl(server.url()), u"auth/"_s}, FlowCheck::ExpiredCode, options);
    QTRY_COMPARE(server.requests.size(), 3);
    runner.cancel();
    QTRY_VERIFY(answer.isFinished());
    QCOMPARE(answer.result()->verdict, Verdict::Stopped);
    QVERIFY(server.codes.isEmpty());
}

void tst_FlowCheck::runsAllAtOnce()
{
    Stub server;
    server.lax = true;
    FlowRunner runner(m_clock);
    QList<QFuture<Result<FlowCheckReport>>> answers;
    for (const FlowCheck check : flowChecks())
        answers.append(runner.check({QUrl(server.url()), u"auth/"_s}, check, m_options));
    for (const auto &answer : answers) {
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result()->verdict, Verdict::Otherwise);
    }
}

void tst_FlowCheck::endsWithTheRunner()
{
    Stub server;
    FlowCheckOptions options = m_options;
    options.codeLife = 600s;
    QFuture<Result<FlowCheckReport>> answer;
    {
        FlowRunner runner(m_clock);
        answer = runner.check({QUrl(server.url()), u"auth/"_s}, FlowCheck::ExpiredCode, options);
        QTRY_COMPARE(server.requests.size(), 3);
    }
    QVERIFY(answer.isFinished());
    QCOMPARE(answer.result()->verdict, Verdict::Stopped);
}

QTEST_GUILESS_MAIN(tst_FlowCheck)
#include "tst_flowcheck.moc"
