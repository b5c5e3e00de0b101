// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/Fault.h"
#include "core/sms/HttpProvider.h"
#include "core/sms/ProviderRegistry.h"
#include "core/sms/SmsSender.h"
#include "core/storage/StorageThread.h"
#include "core/storage/Stores.h"
#include "tests/support/GatewayStub.h"
#include "tests/support/ManualClock.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace smsauth;
using namespace Qt::StringLiterals;
using StubMode = GatewayStub::Mode;

Q_DECLARE_METATYPE(smsauth::GatewayStub::Mode)

namespace {

const PhoneNumber phone = PhoneNumber::fromStored(u"+12025550101"_s);
const QString token = u"s3cr3t-t0ken"_s;

SenderOptions quickOptions()
{
    SenderOptions options;
    options.allowPrivate = true;
    options.firstRetry = milliseconds(40);
    options.maxRetry = milliseconds(80);
    options.requestDeadline = milliseconds(3000);
    return options;
}

/// A store, an outbox and a sender around one gateway.
class Rig
{
public:
    explicit Rig(const QString &provider, const QString &base = {}, SenderOptions options = quickOptions(),
                 const Clock *clock = nullptr)
        : m_clock(clock ? *clock : m_systemClock)
        , m_sealer(Secret(QByteArray(Sealer::KeySize, 'k')), m_random)
        , m_settings(settingsFor(provider))
        , outbox(m_settings, m_clock, m_sealer)
    {
        values.plain = {{u"base"_s, base}, {u"from"_s, u"Acme"_s}};
        values.secrets = {{u"password"_s, Secret(token.toLatin1())}};
        storage.afterCommit([this](const Changes &changes) {
            if (changes.queued && m_wake)
                m_wake();
        });
        const QString file = m_folder.filePath(u"test.db"_s);
        const Result<void> opened =
            storage.start([file] { return std::make_unique<Stores>(file, Database::Access::Write); });
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        m_provider = m_registry.find(provider);
        m_options = std::move(options);
    }
    ~Rig() { stop(); }

    void start()
    {
        m_sender = std::make_unique<SmsSender>(storage, outbox, m_provider, values, m_options, m_clock, m_random);
        m_sender->start();
        change([this](Stores &) { m_wake = [this] { m_sender->wake(); }; });
    }
    void stop(milliseconds grace = milliseconds(3000))
    {
        if (!m_sender)
            return;
        change([this](Stores &) { m_wake = nullptr; });
        m_sender->stop(grace);
        m_sender.reset();
    }
    void wake() { m_sender->wake(); }

    template<class T>
    Result<T> onStorage(std::function<Result<T>(Stores &)> work)
    {
        std::optional<Result<T>> result;
        storage.submit<T>(m_home, std::move(work), [&](Result<T> done) { result = std::move(done); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 20000))
            qFatal("the storage does not answer");
        return *result;
    }
    void change(const std::function<void(Stores &)> &work)
    {
        const Result<int> done = onStorage<int>([&](Stores &stores) -> Result<int> {
            work(stores);
            return 0;
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    RowId enqueue(int count = 1, milliseconds life = milliseconds(60000), const FaultEffect &fault = {})
    {
        const Result<RowId> last = onStorage<RowId>([this, count, life, fault](Stores &stores) -> Result<RowId> {
            RowId id = 0;
            for (int i = 0; i < count; ++i) {
                const QString code = QString::number(4000 + i % 6000);
                Outbox::Draft draft;
                draft.phone = phone;
                draft.code = code;
                draft.text = u"Your auth code: "_s + code;
                draft.expiresAt = m_clock.now() + life;
                StoredMessage message = outbox.seal(draft);
                message.fault = fault.stored();
                id = outbox.enqueue(stores, message);
            }
            return id;
        });
        return last.value();
    }
    QList<MessageRecord> messages()
    {
        return onStorage<QList<MessageRecord>>([](Stores &stores) -> Result<QList<MessageRecord>> {
                   MessageFilter filter;
                   filter.limit = 100000;
                   QList<StoredMessage> stored = stores.log.list(filter);
                   stores.log.loadAttempts(stored);
                   QList<MessageRecord> records;
                   for (const StoredMessage &message : stored)
                       records.prepend(message.record);
                   return records;
               })
            .value();
    }
    MessageRecord message() { return messages().constLast(); }
    bool waitForState(MessageState state)
    {
        return QTest::qWaitFor([&] { return message().state == state; }, 15000);
    }
    qint64 waiting()
    {
        return onStorage<qint64>([](Stores &stores) -> Result<qint64> { return stores.messages.countWaiting(); })
            .value();
    }
    void runSql(const QString &sql)
    {
        change([sql](Stores &stores) { stores.database.run(sql); });
    }

private:
    static Settings settingsFor(const QString &provider)
    {
        Settings settings;
        settings.provider = provider;
        return settings;
    }

    SystemClock m_systemClock;
    SystemRandom m_random;
    QTemporaryDir m_folder;
    const Clock &m_clock;
    const Sealer m_sealer;
    const Settings m_settings;
    ProviderRegistry m_registry;
    std::shared_ptr<const SmsProvider> m_provider;
    SenderOptions m_options;
    std::function<void()> m_wake; ///< storage thread, once started
    Mailbox m_home;

public:
    ProviderValues values;
    Outbox outbox;
    StorageThread storage;

private:
    std::unique_ptr<SmsSender> m_sender;
};

QString idOf(const GatewayStub::Request &request)
{
    return QJsonDocument::fromJson(request.body)[u"id"].toString();
}

} // namespace

class tst_sender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsAndRecords();
    void sendsWhatWaitedBeforeTheStart();
    void simulatorDeliversInBatches();
    void triesAgainWhenBusy();
    void honoursRetryAfter();
    void givesUpBeforeTheCodeRunsOut();
    void unclearAnswersAreTriedOnceMore_data();
    void unclearAnswersAreTriedOnceMore();
    void permanentAnswersEndIt_data();
    void permanentAnswersEndIt();
    void keepsSecretsOutOfTheLog();
    void saysWhatIsMissing();
    void refusedAddressEndsIt();
    void noConnectionIsTriedAgain();
    void badCertificateSendsNothing();
    void oldestFirstAndNoneTwice();
    void keepsToTheLimitOfRequests();
    void unrecordedAnswersAreKept();
    void stopWaitsForAnswers();
    void stopLeavesWhatIsNotAnswered();
    void stopsAtOnceWhenIdle();
    void wakesAreCheap();
    void simulatedTimeOutsHoldNobodyUp();
    void simulatedDelaysEndByThemselves();
    void stopLeavesSimulatedAttempts();
};

void tst_sender::sendsAndRecords()
{
    GatewayStub stub;
    stub.answer({202, R"({"id":"gw-1"})", {}, {}});
    Rig rig(u"http"_s, stub.url());
    rig.start();
    const RowId id = rig.enqueue();
    QVERIFY(rig.waitForState(MessageState::Sent));
    const MessageRecord record = rig.message();
    QCOMPARE(record.id, id);
    QCOMPARE(record.providerMessageId, u"gw-1"_s);
    QCOMPARE(record.reason, QString());
    QCOMPARE(record.attempts.size(), 1);
    QCOMPARE(record.attempts[0].provider, u"http"_s);
    QCOMPARE(record.attempts[0].status, 202);
    QCOMPARE(record.attempts[0].error, QString());
    QVERIFY(record.attempts[0].durationMs >= 0);
    QCOMPARE(stub.requestCount(), 1);
    const QJsonObject body = QJsonDocument::fromJson(stub.requests().constFirst().body).object();
    QCOMPARE(body[u"text"].toString(), u"Your auth code: 4000"_s);
    QCOMPARE(body[u"to"].toString(), phone.e164());
    QCOMPARE(body[u"id"].toString().size(), 16);
    QVERIFY(body[u"ttl"].toInt() >= 55 && body[u"ttl"].toInt() <= 60);
}

void tst_sender::sendsWhatWaitedBeforeTheStart()
{
    GatewayStub stub;
    Rig rig(u"http"_s, stub.url());
    rig.enqueue(5);
    rig.start();
    QTRY_COMPARE_WITH_TIMEOUT(rig.waiting(), 0, 15000);
    QCOMPARE(stub.requestCount(), 5);
}

void tst_sender::simulatorDeliversInBatches()
{
    constexpr int count = 3000;
    Rig rig(u"sandbox"_s);
    rig.enqueue(count);
    QElapsedTimer time;
    time.start();
    rig.start();
    QTRY_COMPARE_WITH_TIMEOUT(rig.waiting(), 0, 60000);
    qInfo("%d messages in %lld ms", count, time.elapsed());
    const QList<MessageRecord> records = rig.messages();
    QCOMPARE(records.size(), count);
    for (const MessageRecord &record : records) {
        QCOMPARE(record.state, MessageState::Delivered);
        QCOMPARE(record.attempts.size(), 1);
        QCOMPARE(record.attempts[0].provider, u"sandbox"_s);
    }
    // And what comes while it runs.
    rig.enqueue();
    QVERIFY(rig.waitForState(MessageState::Delivered));
}

void tst_sender::triesAgainWhenBusy()
{
    GatewayStub stub;
    std::atomic<int> asked = 0;
    stub.answerWith([&](const GatewayStub::Request &) {
        const int number = ++asked;
        if (number == 1)
            return GatewayStub::Reply{503, R"({"message":"maintenance"})", {}, {}};
        if (number == 2)
            return GatewayStub::Reply{429, R"({"message":"slow down"})", {}, {}};
        return GatewayStub::Reply{200, R"({"id":"gw"})", {}, {}};
    });
    Rig rig(u"http"_s, stub.url());
    rig.start();
    rig.enqueue();
    QVERIFY(rig.waitForState(MessageState::Sent));
    const MessageRecord record = rig.message();
    QCOMPARE(record.attempts.size(), 3);
    QCOMPARE(record.attempts[0].status, 503);
    QCOMPARE(record.attempts[0].error, u"maintenance"_s);
    QCOMPARE(record.attempts[1].status, 429);
    QCOMPARE(record.attempts[2].error, QString());
    const auto requests = stub.requests();
    QCOMPARE(requests.size(), 3);
    QVERIFY(requests[1].at - requests[0].at >= milliseconds(19)); // half of firstRetry at least
    QVERIFY(requests[2].at - requests[1].at >= milliseconds(39));
    QCOMPARE(idOf(requests[1]), idOf(requests[0])); // the gateway can tell that it is the same message
    QCOMPARE(idOf(requests[2]), idOf(requests[0]));
}

void tst_sender::honoursRetryAfter()
{
    GatewayStub stub;
    std::atomic<int> asked = 0;
    stub.answerWith([&](const GatewayStub::Request &) {
        return ++asked == 1 ? GatewayStub::Reply{429, "{}", {{"Retry-After", "20"}}, {}} : GatewayStub::Reply();
    });
    ManualClock clock;
    Rig rig(u"http"_s, stub.url(), quickOptions(), &clock);
    rig.start();
    rig.enqueue();
    QTRY_COMPARE(rig.message().attempts.size(), 1);
    QCOMPARE(rig.message().state, MessageState::Queued);
    const QString first = idOf(stub.requests().constFirst());

    // Not a moment too early: another message overtakes it.
    clock.advance(milliseconds(19900));
    rig.wake();
    rig.enqueue();
    QTRY_COMPARE(rig.message().state, MessageState::Sent);
    QCOMPARE(rig.messages().constFirst().state, MessageState::Queued);
    QVERIFY(idOf(stub.requests().constLast()) != first);

    clock.advance(milliseconds(100));
    rig.wake();
    QTRY_COMPARE(rig.messages().constFirst().state, MessageState::Sent);
    QCOMPARE(idOf(stub.requests().constLast()), first);
    QCOMPARE(stub.requestCount(), 3);
}

void tst_sender::givesUpBeforeTheCodeRunsOut()
{
    GatewayStub stub;
    stub.answer({503, R"({"message":"down"})", {}, {}});
    Rig rig(u"http"_s, stub.url());
    QElapsedTimer time;
    time.start();
    rig.start();
    rig.enqueue(1, milliseconds(1600));
    QVERIFY(rig.waitForState(MessageState::Expired));
    const MessageRecord record = rig.message();
    QVERIFY(record.attempts.size() >= 2);
    QCOMPARE(record.reason, u"not accepted before the code ran out: down"_s);
    for (const AttemptRecord &attempt : record.attempts)
        QVERIFY(attempt.at < record.expiresAt);

    // An announced pause that is longer than the code lives ends it at once.
    stub.answer({503, "{}", {{"Retry-After", "3600"}}, {}});
    rig.enqueue();
    QVERIFY(rig.waitForState(MessageState::Expired));
    QCOMPARE(rig.message().attempts.size(), 1);
}

void tst_sender::unclearAnswersAreTriedOnceMore_data()
{
    QTest::addColumn<StubMode>("mode");
    QTest::newRow("reset") << StubMode::ResetUnanswered;
    QTest::newRow("closed") << StubMode::CloseUnanswered;
    QTest::newRow("hang") << StubMode::Hang;
    QTest::newRow("broken off") << StubMode::ResetMidAnswer;
    QTest::newRow("packed") << StubMode::GzipBomb;
}

void tst_sender::unclearAnswersAreTriedOnceMore()
{
    QFETCH(StubMode, mode);
    GatewayStub stub;
    stub.answer({200, QByteArray(1000, ' '), {}, {}});
    stub.setMode(mode);
    SenderOptions options = quickOptions();
    options.requestDeadline = milliseconds(400);
    // SMS Aero says what it did in the body: a 200 that cannot be read is no "yes".
    Rig rig(u"smsaero"_s, stub.url(), options);
    rig.values.plain.insert(u"login"_s, u"user"_s);
    rig.start();
    rig.enqueue();
    QVERIFY(rig.waitForState(MessageState::Failed));
    const MessageRecord record = rig.message();
    QCOMPARE(record.attempts.size(), 2);
    QVERIFY2(record.reason.startsWith(u"may have gone out, but the gateway did not say so: "),
             qPrintable(record.reason));
    QCOMPARE(stub.requestCount(), 2); // and Qt has not added any
}

void tst_sender::permanentAnswersEndIt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("reason");

    QTest::newRow("recipient") << 400 << QByteArray(R"({"code":21211,"message":"Invalid 'To' Phone Number"})")
                               << u"21211"_s << u"Invalid 'To' Phone Number"_s;
    QTest::newRow("account") << 401 << QByteArray(R"({"code":20003,"message":"Authenticate"})") << u"20003"_s
                             << u"Authenticate"_s;
    QTest::newRow("request") << 404 << QByteArray("<html>") << QString()
                             << u"HTTP status 404 without an explanation"_s;
    QTest::newRow("redirect") << 302 << QByteArray() << QString() << u"HTTP status 302 without an explanation"_s;
}

void tst_sender::permanentAnswersEndIt()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    GatewayStub elsewhere;
    GatewayStub stub;
    stub.answer({status, body, {{"Location", elsewhere.url().toLatin1()}}, {}});
    Rig rig(u"twilio"_s, stub.url());
    rig.values.plain.insert(u"login"_s, u"AC1"_s);
    rig.start();
    rig.enqueue();
    QVERIFY(rig.waitForState(MessageState::Failed));
    const MessageRecord record = rig.message();
    QTEST(record.reason, "reason");
    QCOMPARE(record.attempts.size(), 1);
    QCOMPARE(record.attempts[0].status, status);
    QTEST(record.attempts[0].providerCode, "code");
    QTEST(record.attempts[0].error, "reason");
    QCOMPARE(stub.requestCount(), 1);
    QCOMPARE(elsewhere.connectionCount(), 0);
}

void tst_sender::keepsSecretsOutOfTheLog()
{
    GatewayStub stub;
    stub.answerWith([](const GatewayStub::Request &request) {
        // A gateway that echoes all it was told.
        const QByteArray echo = request.headers.value("authorization") + ' ' + request.body;
        return GatewayStub::Reply{400, "{\"message\":\"" + QByteArray(echo).replace('"', '\'') + "\"}", {}, {}};
    });
    Rig rig(u"http"_s, stub.url());
    rig.start();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^http does not send: Bearer ••• "_s));
    rig.enqueue();
    QVERIFY(rig.waitForState(MessageState::Failed));
    const MessageRecord record = rig.message();
    const QString all = record.reason + record.attempts[0].error;
    QVERIFY2(all.contains(u"Bearer •••"), qPrintable(all));
    QVERIFY(!all.contains(token));
    QVERIFY(!all.contains(u"4000"));
    QVERIFY(!all.contains(phone.e164().mid(1)));
    QVERIFY(record.reason.size() <= 300);
}

void tst_sender::saysWhatIsMissing()
{
    GatewayStub stub;
    Rig rig(u"http"_s, stub.url());
    rig.values.secrets.clear();
    rig.start();
    rig.enqueue();
    QVERIFY(rig.waitForState(MessageState::Failed));
    QCOMPARE(rig.message().reason, u"http.password is not set"_s);
    QCOMPARE(rig.message().attempts.size(), 1);
    QCOMPARE(stub.connectionCount(), 0);
}

void tst_sender::refusedAddressEndsIt()
{
    GatewayStub stub;
    SenderOptions options = quickOptions();
    options.allowPrivate = false;
    Rig rig(u"http"_s, stub.url(), options);
    rig.start();
    rig.enqueue();
    QVERIFY(rig.waitForState(MessageState::Failed));
    QVERIFY2(rig.message().reason.contains(u"SMS_AUTH_GATEWAY_PRIVATE"), qPrintable(rig.message().reason));
    QCOMPARE(stub.connectionCount(), 0);
}

void tst_sender::noConnectionIsTriedAgain()
{
    const QString gone = [] { return GatewayStub().url(); }();
    Rig rig(u"http"_s, gone);
    rig.start();
    rig.enqueue(1, milliseconds(1500));
    QVERIFY(rig.waitForState(MessageState::Expired));
    QVERIFY(rig.message().attempts.size() >= 2);
    QCOMPARE(rig.message().attempts[0].status, 0);
    QCOMPARE(rig.message().attempts[0].error, u"connection refused"_s);
}

void tst_sender::badCertificateSendsNothing()
{
    GatewayStub stub(GatewayStub::Security::OtherHostCertificate);
    SenderOptions options = quickOptions();
    options.extraCa = stub.authorityFile();
    Rig rig(u"http"_s, stub.url(), options);
    rig.start();
    rig.enqueue(1, milliseconds(1500));
    QVERIFY(rig.waitForState(MessageState::Expired));
    QVERIFY2(rig.message().reason.contains(u"TLS refused: "), qPrintable(rig.message().reason));
    QCOMPARE(stub.bytesReceived(), qint64(0));
}

void tst_sender::oldestFirstAndNoneTwice()
{
    constexpr int count = 400;
    GatewayStub stub;
    stub.answer({200, "{}", {}, milliseconds(5)});
    SenderOptions options = quickOptions();
    options.maxInFlight = 16;
    options.claimBatch = 10;
    Rig rig(u"http"_s, stub.url(), options);
    rig.start();
    rig.enqueue(count);
    QTRY_COMPARE_WITH_TIMEOUT(rig.waiting(), 0, 30000);
    QSet<QString> ids;
    int place = 0;
    for (const GatewayStub::Request &request : stub.requests()) {
        ids.insert(idOf(request));
        const QString text = QJsonDocument::fromJson(request.body)[u"text"].toString();
        const int age = text.right(4).toInt() - 4000;
        QVERIFY2(qAbs(age - place) <= options.maxInFlight, qPrintable(u"%1 at %2"_s.arg(age).arg(place)));
        ++place;
    }
    QCOMPARE(ids.size(), count);
    QCOMPARE(stub.requestCount(), count);
    for (const MessageRecord &record : rig.messages())
        QCOMPARE(record.state, MessageState::Sent);
}

void tst_sender::keepsToTheLimitOfRequests()
{
    GatewayStub stub;
    stub.setMode(StubMode::Hang);
    SenderOptions options = quickOptions();
    options.maxInFlight = 9;
    options.requestDeadline = milliseconds(20000);
    Rig rig(u"http"_s, stub.url(), options);
    rig.start();
    rig.enqueue(30);
    QTRY_COMPARE_WITH_TIMEOUT(stub.requestCount(), 9, 15000);
    rig.wake();
    const auto inState = [&](MessageState state) {
        const auto records = rig.messages();
        return std::count_if(records.begin(), records.end(),
                             [&](const auto &record) { return record.state == state; });
    };
    QCOMPARE(inState(MessageState::Sending), 9); // no more is taken than is sent
    QCOMPARE(inState(MessageState::Queued), 21);
    QCOMPARE(stub.requestCount(), 9);
    rig.stop(milliseconds(0));
}

void tst_sender::unrecordedAnswersAreKept()
{
    GatewayStub stub;
    Rig rig(u"http"_s, stub.url());
    rig.start();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"was not stored: .*disk full"_s));
    rig.runSql(u"CREATE TRIGGER full BEFORE INSERT ON attempt BEGIN SELECT RAISE(ABORT, 'disk full'); END"_s);
    rig.enqueue();
    QTRY_COMPARE(stub.requestCount(), 1);
    QCOMPARE(rig.message().state, MessageState::Sending);
    rig.runSql(u"DROP TRIGGER full"_s);
    QVERIFY(rig.waitForState(MessageState::Sent));
    QCOMPARE(rig.message().attempts.size(), 1);
    QCOMPARE(stub.requestCount(), 1);
}

void tst_sender::stopWaitsForAnswers()
{
    GatewayStub stub;
    stub.answer({200, R"({"id":"late"})", {}, milliseconds(300)});
    Rig rig(u"http"_s, stub.url());
    rig.start();
    rig.enqueue();
    QTRY_COMPARE(stub.requestCount(), 1);
    rig.stop();
    QCOMPARE(rig.message().state, MessageState::Sent);
    QCOMPARE(rig.message().providerMessageId, u"late"_s);
}

void tst_sender::stopLeavesWhatIsNotAnswered()
{
    GatewayStub stub;
    stub.setMode(StubMode::Hang);
    Rig rig(u"http"_s, stub.url());
    rig.start();
    rig.enqueue();
    QTRY_COMPARE(stub.requestCount(), 1);
    QElapsedTimer time;
    time.start();
    rig.stop(milliseconds(200));
    QVERIFY(time.elapsed() >= 190 && time.elapsed() < 2500);
    QCOMPARE(rig.message().state, MessageState::Sending);
    QCOMPARE(rig.message().attempts.size(), 0);

    // The next start takes it up again, with the same id.
    rig.change([&](Stores &stores) { rig.outbox.recover(stores); });
    stub.setMode(StubMode::Answer);
    rig.start();
    QVERIFY(rig.waitForState(MessageState::Sent));
    QCOMPARE(stub.requestCount(), 2);
    QCOMPARE(idOf(stub.requests()[1]), idOf(stub.requests()[0]));
}

void tst_sender::stopsAtOnceWhenIdle()
{
    Rig rig(u"http"_s, u"https://gateway.example"_s);
    rig.start();
    QElapsedTimer time;
    time.start();
    rig.stop(milliseconds(10000));
    QVERIFY(time.elapsed() < 5000);
}

void tst_sender::wakesAreCheap()
{
    GatewayStub stub;
    Rig rig(u"http"_s, stub.url());
    rig.start();
    for (int i = 0; i < 100000; ++i)
        rig.wake();
    rig.enqueue();
    QVERIFY(rig.waitForState(MessageState::Sent));
    QCOMPARE(stub.requestCount(), 1);
}

void tst_sender::simulatedTimeOutsHoldNobodyUp()
{
    ManualClock clock;
    Rig rig(u"sandbox"_s, {}, quickOptions(), &clock); // a request may last 3 s
    rig.start();
    rig.enqueue(5, milliseconds(60000), {FaultOutcome::TimeOut, 0, {}});
    rig.enqueue(5);
    const auto inState = [&](MessageState state) {
        const QList<MessageRecord> all = rig.messages();
        return std::count_if(all.begin(), all.end(),
                             [state](const MessageRecord &message) { return message.state == state; });
    };
    QTRY_COMPARE_WITH_TIMEOUT(inState(MessageState::Delivered), 5, 15000);
    QCOMPARE(inState(MessageState::Sending), 5);
    for (const MessageState after : {MessageState::Queued, MessageState::Sending, MessageState::Failed}) {
        clock.advance(after == MessageState::Sending ? milliseconds(100) : milliseconds(3000));
        rig.wake();
        QTRY_COMPARE_WITH_TIMEOUT(inState(after), 5, 15000);
    }
    for (const MessageRecord &message : rig.messages().first(5)) {
        QCOMPARE(message.attempts.size(), 2);
        QCOMPARE(message.attempts[0].durationMs, 3000);
    }
}

void tst_sender::simulatedDelaysEndByThemselves()
{
    Rig rig(u"sandbox"_s);
    rig.start();
    QElapsedTimer time;
    time.start();
    rig.enqueue(1, milliseconds(60000), {FaultOutcome::Delivered, 0, milliseconds(300)});
    QVERIFY(rig.waitForState(MessageState::Sent));
    QVERIFY(rig.waitForState(MessageState::Delivered));
    QVERIFY(time.elapsed() >= 300);
}

void tst_sender::stopLeavesSimulatedAttempts()
{
    Rig rig(u"sandbox"_s);
    rig.start();
    rig.enqueue(1, milliseconds(60000), {FaultOutcome::TimeOut, 0, {}});
    QVERIFY(rig.waitForState(MessageState::Sending));
    QElapsedTimer time;
    time.start();
    rig.stop();
    QVERIFY(time.elapsed() < 1000); // nobody waits for an answer that is only made up
    QCOMPARE(rig.message().state, MessageState::Sending);
}

QTEST_GUILESS_MAIN(tst_sender)
#include "tst_sender.moc"
