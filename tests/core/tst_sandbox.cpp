// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/HttpServer.h"
#include "tests/support/FakeAuthService.h"
#include "tests/support/FakeInbox.h"
#include "tests/support/HttpClient.h"

#include <QElapsedTimer>
#include <QTest>
#include <QUrl>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

const QString First = u"+12025550101"_s;
const QString Second = u"+12025550102"_s;

} // namespace

/// What scripts rely on: SandboxInbox alone, and behind /sandbox/… over HTTP.
class tst_Sandbox : public QObject
{
    Q_OBJECT

    Settings m_settings;
    AuthService m_auth = FakeAuth::makeService();
    std::unique_ptr<FakeInbox> m_engine;
    std::unique_ptr<SandboxInbox> m_inbox;
    std::unique_ptr<HttpServer> m_server;
    quint16 m_port = 0;

    HttpAnswer request(const QByteArray &method, const QByteArray &target, const QList<QByteArray> &headers = {})
    {
        HttpClient client(m_port);
        return client.request(method, target, {}, headers).value_or(HttpAnswer());
    }

    struct Wait
    {
        int answers = 0;
        RowId id = 0;
        std::optional<ErrorCode> error;
    };
    quint64 wait(Wait &outcome, std::optional<RowId> since, milliseconds timeout = milliseconds(5000),
                 const QString &phone = First)
    {
        return m_inbox->wait(PhoneNumber::fromStored(phone), since, timeout,
                             [&](const Result<MessageRecord> &result) {
                                 ++outcome.answers;
                                 if (result)
                                     outcome.id = result->id;
                                 else
                                     outcome.error = result.error().code;
                             });
    }

private Q_SLOTS:
    void init()
    {
        FakeAuth::reset();
        m_settings = {};
        m_engine = std::make_unique<FakeInbox>();
        m_inbox = std::make_unique<SandboxInbox>(m_engine->backend());
        m_server = std::make_unique<HttpServer>(
            HttpContext{.settings = m_settings, .auth = m_auth, .sandbox = m_inbox.get()});
        const Result<QString> url = m_server->listen(quint16(0));
        QVERIFY(url.ok());
        m_port = quint16(QUrl(*url).port());
    }
    void cleanup()
    {
        m_server.reset();
        m_inbox.reset();
        m_engine.reset();
    }

    // --- waiting

    void takesTheNewestWithALiveCode()
    {
        m_engine->add(1, First);
        m_engine->add(2, First);
        m_engine->add(3, First);
        m_engine->withLiveCode = {1, 2};
        Wait outcome;
        wait(outcome, std::nullopt);
        QCOMPARE(outcome.answers, 1);
        QCOMPARE(outcome.id, 2);
    }

    void elseWaitsForTheNextToCome()
    {
        m_engine->add(1, First); // its code is used
        Wait outcome;
        wait(outcome, std::nullopt);
        QCOMPARE(outcome.answers, 0);
        m_engine->add(2, Second);
        m_inbox->messagesChanged();
        QCOMPARE(outcome.answers, 0);
        m_engine->add(3, First); // never seen while its code lived
        m_engine->add(4, First);
        m_inbox->messagesChanged();
        QCOMPARE(outcome.answers, 1);
        QCOMPARE(outcome.id, 3);
        m_inbox->messagesChanged();
        QCOMPARE(outcome.answers, 1);
    }

    void waitsForOneThatIsOnItsWay()
    {
        m_engine->add(1, First);
        m_engine->add(2, First, MessageState::Sending);
        m_engine->withLiveCode = {2};
        Wait outcome;
        wait(outcome, std::nullopt);
        QCOMPARE(outcome.answers, 0);
        m_engine->messages[1].state = MessageState::Delivered;
        m_engine->withLiveCode = {}; // used in the meantime
        m_inbox->messagesChanged();
        QCOMPARE(outcome.id, 2);
    }

    void missesNothingBetweenItsQuestions()
    {
        m_engine->hold = true;
        Wait outcome;
        wait(outcome, std::nullopt);
        QCOMPARE(m_engine->held.size(), 1); // the newest: none
        m_engine->add(1, First);            // comes, and is used, before the next question
        m_engine->release();
        m_engine->release();
        m_engine->hold = false;
        m_engine->release();
        QCOMPARE(outcome.id, 1);
    }

    void asksAgainWhenSomethingChangedMeanwhile()
    {
        m_engine->hold = true;
        Wait outcome;
        wait(outcome, RowId(0));
        QCOMPARE(m_engine->held.size(), 1); // answered with nothing
        m_engine->add(1, First);
        m_inbox->messagesChanged();
        m_inbox->messagesChanged();
        QCOMPARE(m_engine->held.size(), 1);
        m_engine->release();
        QCOMPARE(outcome.answers, 0);
        QCOMPARE(m_engine->held.size(), 1);
        m_engine->release();
        QCOMPARE(outcome.id, 1);
    }

    void takesTheOldestAfterAnId()
    {
        for (RowId id = 1; id <= 4; ++id)
            m_engine->add(id, First);
        m_engine->messages[1].state = MessageState::Failed;
        Wait outcome;
        wait(outcome, RowId(1));
        QCOMPARE(outcome.id, 3);
        Wait later;
        wait(later, RowId(4));
        QCOMPARE(later.answers, 0);
        m_engine->add(5, First);
        m_inbox->messagesChanged();
        QCOMPARE(later.id, 5);
    }

    void waitsForAnyPhone()
    {
        Wait outcome;
        wait(outcome, std::nullopt, milliseconds(5000), {});
        m_engine->add(1, Second);
        m_inbox->messagesChanged();
        QCOMPARE(outcome.id, 1);
    }

    void timesOut()
    {
        Wait outcome;
        wait(outcome, std::nullopt, milliseconds(20));
        QTRY_COMPARE(outcome.answers, 1);
        QCOMPARE(outcome.error, std::optional(ErrorCode::TimedOut));
        m_engine->add(1, First);
        m_inbox->messagesChanged();
        QCOMPARE(outcome.answers, 1);
    }

    void forgetsACancelledWait()
    {
        Wait outcome;
        const quint64 id = wait(outcome, std::nullopt, milliseconds(20));
        m_inbox->cancelWait(id);
        m_inbox->cancelWait(id);
        m_engine->add(1, First);
        m_inbox->messagesChanged();
        Wait later;
        wait(later, RowId(1), milliseconds(40));
        QTRY_COMPARE(later.answers, 1);
        QCOMPARE(outcome.answers, 0);
    }

    void passesFailuresOn()
    {
        m_engine->failing = true;
        m_engine->failure = Error{ErrorCode::Storage, u"disk"_s};
        Wait first;
        wait(first, std::nullopt);
        QCOMPARE(first.error, std::optional(ErrorCode::Storage));
        Wait second;
        wait(second, RowId(1));
        QCOMPARE(second.error, std::optional(ErrorCode::Storage));
        QCOMPARE(request("GET", "/sandbox/messages").status, 503);
        QCOMPARE(request("GET", "/sandbox/messages/wait").status, 503);
        QCOMPARE(request("DELETE", "/sandbox/messages?phone=+12025550101").status, 503);
        QCOMPARE(request("POST", "/sandbox/reset?phone=+12025550101").status, 503);
    }

    void survivesItsEngineAnsweringTooLate()
    {
        m_engine->hold = true;
        Wait outcome;
        wait(outcome, std::nullopt);
        wait(outcome, RowId(3));
        m_server.reset();
        m_inbox.reset();
        m_engine->release();
        QCOMPARE(outcome.answers, 0);
    }

    // --- over HTTP

    void listsMessages()
    {
        m_engine->add(7, First);
        m_engine->add(8, Second, MessageState::Queued);
        const HttpAnswer answer = request("GET", "/sandbox/messages");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("content-type"), QByteArray("application/json"));
        QCOMPARE(answer.body,
                 QByteArray(R"({"messages":[{"id":8,"phone":"+12025550102","text":"Your auth code: 4808",)"
                            R"("code":"4808","created_at":"2026-01-01T09:41:07.212Z","state":"queued"},)"
                            R"({"id":7,"phone":"+12025550101","text":"Your auth code: 4807","code":"4807",)"
                            R"("created_at":"2026-01-01T09:41:07.212Z","state":"delivered"}]})"));
        QCOMPARE(request("GET", "/sandbox/messages?limit=1").body.count("\"id\""), 1);
        QCOMPARE(request("GET", "/sandbox/messages?phone=%2B12025550109").body, QByteArray(R"({"messages":[]})"));
        QCOMPARE(request("HEAD", "/sandbox/messages").status, 200);
    }

    void readsPhonesInQueries_data()
    {
        QTest::addColumn<QByteArray>("phone");
        QTest::newRow("plus") << QByteArray("+12025550101");
        QTest::newRow("escaped plus") << QByteArray("%2B12025550101");
        QTest::newRow("escaped space") << QByteArray("%2012025550101");
        QTest::newRow("formatted") << QByteArray("+1%20(202)%20555-0101");
        QTest::newRow("spaces as plus") << QByteArray("%2B1+202+555+0101");
    }

    void readsPhonesInQueries()
    {
        QFETCH(QByteArray, phone);
        m_engine->add(7, First);
        m_engine->add(8, Second);
        const HttpAnswer answer = request("GET", "/sandbox/messages?phone=" + phone);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body.count("\"id\""), 1);
        QVERIFY(answer.body.contains("\"id\":7"));
    }

    void refusesBadQueries_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        const auto row = [](const char *method, const char *target) {
            QTest::newRow(target) << QByteArray(method) << QByteArray(target);
        };
        row("GET", "/sandbox/messages?phone=abc");
        row("GET", "/sandbox/messages?limit=0");
        row("GET", "/sandbox/messages?limit=1001");
        row("GET", "/sandbox/messages?limit=-1");
        row("GET", "/sandbox/messages?limit=");
        row("GET", "/sandbox/messages?limit=%201");
        row("GET", "/sandbox/messages/wait?phone=12");
        row("GET", "/sandbox/messages/wait?since=x");
        row("GET", "/sandbox/messages/wait?since=-1");
        row("GET", "/sandbox/messages/wait?since=99999999999999999999");
        row("GET", "/sandbox/messages/wait?timeout=0");
        row("GET", "/sandbox/messages/wait?timeout=121");
        row("GET", "/sandbox/messages/wait?timeout=nan");
        row("GET", "/sandbox/messages/wait?timeout=inf");
        row("GET", "/sandbox/messages/wait?timeout=x");
        row("DELETE", "/sandbox/messages");
        row("DELETE", "/sandbox/messages?phone=");
        row("DELETE", "/sandbox/messages?phone=abc");
        row("POST", "/sandbox/reset");
        row("POST", "/sandbox/reset?phone=abc");
    }

    void refusesBadQueries()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        m_engine->add(7, First);
        const HttpAnswer answer = request(method, target);
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.body.startsWith("{\"detail\":\""));
        QCOMPARE(m_engine->questions, 0);
        QCOMPARE(m_engine->messages.size(), 1);
    }

    void deletesAndResets()
    {
        m_engine->add(7, First);
        m_engine->add(8, First);
        m_engine->add(9, Second);
        QCOMPARE(request("DELETE", "/sandbox/messages?phone=%2B12025550101").body, QByteArray(R"({"deleted":2})"));
        QCOMPARE(request("DELETE", "/sandbox/messages?phone=+12025550101").body, QByteArray(R"({"deleted":0})"));
        const HttpAnswer reset = request("POST", "/sandbox/reset?phone=+12025550102");
        QCOMPARE(reset.status, 200);
        QCOMPARE(reset.body, QByteArray("{}"));
        QVERIFY(m_engine->messages.isEmpty());
    }

    void waitsOverHttp()
    {
        HttpClient client(m_port);
        client.send("GET /sandbox/messages/wait?phone=+12025550101&timeout=5 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QTRY_VERIFY(m_engine->questions > 0);
        m_engine->add(7, First);
        m_inbox->messagesChanged();
        const auto answer = client.receive();
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body,
                 QByteArray(R"({"id":7,"phone":"+12025550101","text":"Your auth code: 4807","code":"4807",)"
                            R"("created_at":"2026-01-01T09:41:07.212Z","state":"delivered"})"));
        const auto later = client.request("GET", "/sandbox/messages/wait?phone=+12025550101&since=6&timeout=0.5");
        QVERIFY(later);
        QCOMPARE(later->status, 200);
        const auto never = client.request("GET", "/sandbox/messages/wait?phone=+12025550101&since=7&timeout=0.05");
        QVERIFY(never);
        QCOMPARE(never->status, 408);
        QCOMPARE(never->body, QByteArray(R"({"detail":"No message came."})"));
    }

    void waitsLongerThanOtherAnswersMayTake()
    {
        HttpLimits limits;
        limits.answer = milliseconds(30);
        limits.sweep = milliseconds(5);
        HttpServer server(HttpContext{
            .settings = m_settings, .auth = m_auth, .sandbox = m_inbox.get(), .healthy = {}, .limits = limits});
        const Result<QString> url = server.listen(quint16(0));
        QVERIFY(url.ok());
        HttpClient client(quint16(QUrl(*url).port()));
        const auto answer = client.request("GET", "/sandbox/messages/wait?timeout=0.2");
        QVERIFY(answer);
        QCOMPARE(answer->status, 408);
    }

    void cancelsTheWaitOfAClientThatLeaves()
    {
        {
            HttpClient client(m_port);
            client.send("GET /sandbox/messages/wait HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            QTRY_VERIFY(m_engine->questions > 0);
            client.abort();
        }
        // Nobody asks any more.
        QTRY_VERIFY([this] {
            const int before = m_engine->questions;
            m_inbox->messagesChanged();
            return m_engine->questions == before;
        }());
        QCOMPARE(request("GET", "/healthz").status, 200);
    }

    void stopsWhileClientsWait()
    {
        HttpClient client(m_port);
        client.send("GET /sandbox/messages/wait HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QTRY_VERIFY(m_engine->questions > 0);
        m_server.reset();
        QVERIFY(client.waitForClosed());
        const int before = m_engine->questions;
        m_inbox->messagesChanged();
        QCOMPARE(m_engine->questions, before);
    }

    void isHiddenFromStrangers_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("Forwarded") << QByteArray("Forwarded: for=192.0.2.1");
        QTest::newRow("X-Forwarded-For") << QByteArray("X-Forwarded-For: 127.0.0.1");
        QTest::newRow("Via") << QByteArray("Via: 1.1 proxy");
        QTest::newRow("X-Real-IP") << QByteArray("X-Real-IP: 192.0.2.9");
        QTest::newRow("x-forwarded-proto") << QByteArray("x-forwarded-proto: https");
        QTest::newRow("X-Forwarded-Host, empty") << QByteArray("X-FORWARDED-HOST:");
    }

    void isHiddenFromStrangers()
    {
        QFETCH(QByteArray, header);
        const QList<std::pair<QByteArray, QByteArray>> all{{"GET", "/sandbox/messages"},
                                                           {"GET", "/sandbox/messages/wait?timeout=0.1"},
                                                           {"DELETE", "/sandbox/messages?phone=+12025550101"},
                                                           {"POST", "/sandbox/reset?phone=+12025550101"},
                                                           {"PUT", "/sandbox/messages"},
                                                           {"OPTIONS", "/sandbox/messages"}};
        for (const auto &[method, target] : all) {
            const HttpAnswer hidden = request(method, target, {header});
            const HttpAnswer unknown = request(method, "/nowhere", {header});
            QCOMPARE(hidden.status, 404);
            QCOMPARE(hidden.raw, unknown.raw);
        }
        QCOMPARE(m_engine->questions, 0);
    }

    void isHiddenFromADeclaredProxyThatSaysNothing()
    {
        m_settings.trustedProxies = {u"127.0.0.0/8"_s};
        HttpServer server(HttpContext{.settings = m_settings, .auth = m_auth, .sandbox = m_inbox.get()});
        const Result<QString> url = server.listen(quint16(0));
        QVERIFY(url.ok());
        HttpClient client(quint16(QUrl(*url).port()));
        for (const QByteArray target : {"/sandbox/messages", "/sandbox/messages/wait?timeout=0.1"}) {
            const auto answer = client.request("GET", target);
            QVERIFY(answer);
            QCOMPARE(answer->status, 404);
        }
        QCOMPARE(m_engine->questions, 0);
    }

    void saysWhichMethods()
    {
        const HttpAnswer answer = request("PUT", "/sandbox/messages");
        QCOMPARE(answer.status, 405);
        QCOMPARE(answer.header("allow"), QByteArray("GET, HEAD, DELETE, OPTIONS"));
        QCOMPARE(request("GET", "/sandbox/reset?phone=+12025550101").status, 405);
    }
};

QTEST_GUILESS_MAIN(tst_Sandbox)
#include "tst_sandbox.moc"
