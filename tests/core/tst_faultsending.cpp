// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/SandboxProvider.h"
#include "core/sms/SimulatedNetwork.h"
#include "tests/support/AuthFixture.h"

#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const PhoneNumber ann = testPhone(1);
const PhoneNumber bob = testPhone(2);
constexpr seconds TimeOut = 15s;

/// The sign-in with rules, and the simulator behind it: visits of the sender happen when a test says so.
struct FaultFixture : AuthFixture
{
    explicit FaultFixture(const Settings &s = {})
        : AuthFixture(s)
    {
    }

    void rule(const PhoneNumber &phone, FaultEffect effect, bool limited = true)
    {
        FaultRule made;
        made.phone = phone;
        made.effect = effect;
        made.limits = limited;
        set(made);
    }
    void set(const FaultRule &made)
    {
        const Result<FaultRule> done = book.set(made, settings);
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    Result<void> ask(const PhoneNumber &phone)
    {
        return inTransaction([&] { return faulty.start(stores, faulty.prepare(phone, u"192.0.2.1"_s)); });
    }
    Result<RowId> askAgain(const PhoneNumber &phone)
    {
        return inTransaction([&] {
            return faulty.sendAgain(stores, stores.codes.list(phone, true, 0, 1, clock.now()).value(0),
                                    u"127.0.0.1"_s);
        });
    }
    Result<UserRecord> use(const PhoneNumber &phone, const QString &code)
    {
        return inTransaction([&] { return faulty.complete(stores, phone, code, 0); });
    }
    /// What a visit of the sender does.
    void visit()
    {
        QList<SendOutcome> ended;
        slow.removeIf([&](const SimulatedNetwork::SlowAttempt &attempt) {
            if (attempt.endsAt > clock.uptime())
                return false;
            ended.append(network.endOf(attempt));
            return true;
        });
        inTransaction([&] {
            outbox.record(stores, ended);
            const SimulatedNetwork::Round round = network.work(stores, 100);
            slow += round.slow;
            nextArrival = round.nextArrival;
            return 0;
        });
    }
    void visitAfter(milliseconds time)
    {
        clock.advance(time);
        visit();
    }
    MessageRecord newest(const PhoneNumber &phone) { return messagesOf(phone).value(0); }
    QList<MessageRecord> onThePhone(const PhoneNumber &phone)
    {
        QList<MessageRecord> all = messagesOf(phone);
        all.removeIf([](const MessageRecord &message) { return message.state != MessageState::Delivered; });
        return all;
    }

    FaultBook book{folder.filePath(u"faults.json"_s), clock, random};
    SignIn faulty{settings, clock, codes, limits, outbox, &book};
    SimulatedNetwork network{outbox, std::make_shared<SandboxProvider>(), TimeOut, RetryPolicy(), clock, random};
    QList<SimulatedNetwork::SlowAttempt> slow;
    std::optional<Timestamp> nextArrival;
};

} // namespace

/// What each outcome of a rule does to a sign-in and to its message, step by step on a clock that the test holds.
class tst_FaultSending : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutARuleAllIsAsAlways()
    {
        FaultFixture f;
        f.rule(ann, {FaultOutcome::NeverArrives, 0, 0ms});
        QVERIFY(f.ask(bob).ok());
        f.visit();
        QCOMPARE(f.newest(bob).state, MessageState::Delivered);
        QCOMPARE(f.newest(bob).attempts.size(), 1);
        QVERIFY(f.slow.isEmpty());
        QCOMPARE(f.nextArrival, std::nullopt);
    }

    // --- what the gateway answers

    void serverErrorsAreTriedAgainWhileTheCodeLives()
    {
        FaultFixture f;
        f.rule(ann, {FaultOutcome::ProviderError, 503, 0ms});
        QVERIFY(f.ask(ann).ok());
        f.visit();
        QCOMPARE(f.newest(ann).state, MessageState::Sending);
        f.visit();
        QCOMPARE(f.newest(ann).state, MessageState::Queued);
        QCOMPARE(f.newest(ann).attempts.size(), 1);
        QCOMPARE(f.newest(ann).attempts[0].status, 503);
        QVERIFY(f.newest(ann).attempts[0].error.contains(u"503"));
        for (int i = 0; i < 130; ++i)
            f.visitAfter(500ms);
        const MessageRecord message = f.newest(ann);
        QCOMPARE(message.state, MessageState::Expired);
        QVERIFY(message.attempts.size() >= 4);
        for (const AttemptRecord &attempt : message.attempts)
            QCOMPARE(attempt.status, 503);
        QVERIFY(f.onThePhone(ann).isEmpty());
    }

    void endsWhenTheRuleIsGone()
    {
        FaultFixture f;
        FaultRule made;
        made.phone = ann;
        made.effect = {FaultOutcome::ProviderError, 429, 0ms};
        made.until = f.clock.now() + 5s;
        f.set(made);
        QVERIFY(f.ask(ann).ok());
        f.visit();
        f.visit();
        QCOMPARE(f.newest(ann).attempts.value(0).status, 429);
        // What has begun under a rule goes on so; the next sign-in is free of it.
        f.clock.advance(61s);
        f.visit();
        QVERIFY(f.ask(ann).ok());
        f.visit();
        QCOMPARE(f.newest(ann).state, MessageState::Delivered);
    }

    void otherErrorsAreFinal_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 402, 404, 422, 499})
            QTest::addRow("%d", status) << status;
    }
    void otherErrorsAreFinal()
    {
        QFETCH(int, status);
        FaultFixture f;
        f.rule(ann, {FaultOutcome::ProviderError, status, 0ms});
        QVERIFY(f.ask(ann).ok());
        f.visit();
        f.visit();
        f.visitAfter(20s);
        const MessageRecord message = f.newest(ann);
        QCOMPARE(message.state, MessageState::Failed);
        QCOMPARE(message.attempts.size(), 1);
        QCOMPARE(message.attempts[0].status, status);
        QVERIFY(message.reason.contains(QString::number(status)));
    }

    void aSlowErrorHoldsNobodyUp()
    {
        FaultFixture f;
        f.rule(ann, {FaultOutcome::ProviderError, 500, 4s});
        QVERIFY(f.ask(ann).ok());
        QVERIFY(f.ask(bob).ok());
        f.visit();
        QCOMPARE(f.newest(ann).state, MessageState::Sending);
        QCOMPARE(f.newest(bob).state, MessageState::Delivered);
        f.visitAfter(3999ms);
        QCOMPARE(f.newest(ann).state, MessageState::Sending);
        f.visitAfter(1ms);
        QCOMPARE(f.newest(ann).state, MessageState::Queued);
        QCOMPARE(f.newest(ann).attempts[0].durationMs, 4000);
    }

    void aTimeOutTakesItsTimeAndIsTriedOnceMore()
    {
        FaultFixture f;
        f.rule(ann, {FaultOutcome::TimeOut, 0, 0ms});
        QVERIFY(f.ask(ann).ok());
        QVERIFY(f.ask(bob).ok());
        f.visit();
        QCOMPARE(f.newest(bob).state, MessageState::Delivered);
        f.visitAfter(TimeOut - 1ms);
        QCOMPARE(f.newest(ann).state, MessageState::Sending);
        QVERIFY(f.newest(ann).attempts.isEmpty());
        f.visitAfter(1ms);
        QCOMPARE(f.newest(ann).state, MessageState::Queued);
        QCOMPARE(f.newest(ann).attempts.size(), 1);
        QCOMPARE(f.newest(ann).attempts[0].status, 0);
        QCOMPARE(f.newest(ann).attempts[0].durationMs, 15000);
        f.visitAfter(1s);
        QCOMPARE(f.newest(ann).state, MessageState::Sending);
        f.visitAfter(TimeOut);
        QCOMPARE(f.newest(ann).state, MessageState::Failed);
        QCOMPARE(f.newest(ann).attempts.size(), 2);
        f.visitAfter(60s);
        QCOMPARE(f.newest(ann).attempts.size(), 2);
    }

    void aTimeOutIsNotLongerThanTheCodeLives()
    {
        Settings settings;
        settings.codeLife = 5s;
        FaultFixture f(settings);
        f.rule(ann, {FaultOutcome::TimeOut, 0, 0ms});
        QVERIFY(f.ask(ann).ok());
        f.visit();
        f.visitAfter(5s);
        QCOMPARE(f.newest(ann).state, MessageState::Failed);
        QCOMPARE(f.newest(ann).attempts[0].durationMs, 5000);
    }

    void aNewCodeEndsAnAttemptUnderWay()
    {
        FaultFixture f;
        f.rule(ann, {FaultOutcome::TimeOut, 0, 0ms}, false);
        QVERIFY(f.ask(ann).ok());
        f.visit();
        f.rule(ann, {FaultOutcome::Delivered, 0, 0ms}, false);
        QVERIFY(f.ask(ann).ok());
        f.visit();
        f.visitAfter(TimeOut);
        f.visitAfter(1s);
        QCOMPARE(f.messagesOf(ann)[0].state, MessageState::Delivered);
        QCOMPARE(f.messagesOf(ann)[1].state, MessageState::Cancelled);
        QVERIFY(f.messagesOf(ann)[1].attempts.isEmpty());
    }

    void aRestartBeginsASlowAttemptAnew()
    {
        FaultFixture f;
        f.rule(ann, {FaultOutcome::ProviderError, 500, 10s});
        QVERIFY(f.ask(ann).ok());
        f.visit();
        f.slow.clear();
        f.inTransaction([&] {
            f.outbox.recover(f.stores);
            return 0;
        });
        f.visitAfter(1s);
        QCOMPARE(f.slow.size(), 1);
        f.visitAfter(10s);
        QCOMPARE(f.newest(ann).attempts.value(0).status, 500);
    }

    // --- how it comes to the phone

    void delaysPassNobodyElsesTime()
    {
        FaultFixture f;
        f.rule(ann, {FaultOutcome::Delivered, 0, 10s});
        QVERIFY(f.ask(ann).ok());
        const RowId id = f.newest(ann).id;
        f.visit();
        QCOMPARE(f.newest(ann).state, MessageState::Sent);
        QCOMPARE(f.nextArrival, std::optional(f.clock.now() + 10s));
        f.visitAfter(9999ms);
        QVERIFY(f.onThePhone(ann).isEmpty());
        f.visitAfter(1ms);
        QCOMPARE(f.newest(ann).state, MessageState::Delivered);
        QCOMPARE(f.newest(ann).id, id);
        QCOMPARE(f.nextArrival, std::nullopt);
        QVERIFY(f.use(ann, f.newest(ann).code).ok());
    }

    void whoIsOvertakenIsFoundAfterTheOthers()
    {
        FaultFixture f;
        f.rule(ann, {FaultOutcome::Delivered, 0, 10s});
        QVERIFY(f.ask(ann).ok());
        f.visit();
        QVERIFY(f.ask(bob).ok());
        f.visit();
        const RowId others = f.newest(bob).id;
        f.visitAfter(10s);
        const MessageRecord late = f.newest(ann);
        QCOMPARE(f.messagesOf(ann).size(), 1);
        QVERIFY(late.id > others);
        QCOMPARE(late.createdAt, f.clock.now()); // ids grow with time
        QCOMPARE(late.attempts.value(0).at, f.clock.now() - 10s);
        QCOMPARE(late.attempts.size(), 1);
        QVERIFY(!late.providerMessageId.isEmpty());
        QCOMPARE(f.codesOf(ann).first().messageId, late.id);
        QVERIFY(f.use(ann, late.code).ok());
        QVERIFY(f.newest(ann).verifiedAt.has_value());
    }

    void aDelayMayOutliveItsCode()
    {
        FaultFixture f;
        f.rule(ann, {FaultOutcome::Delivered, 0, 60s});
        QVERIFY(f.ask(ann).ok());
        f.visit();
        f.visitAfter(60s);
        QCOMPARE(f.newest(ann).state, MessageState::Delivered);
        QCOMPARE(f.use(ann, f.newest(ann).code).error().code, ErrorCode::CodeNotFound);
    }

    void aDelayEndsAfterARestart()
    {
        FaultFixture f;
        f.rule(ann, {FaultOutcome::Delivered, 0, 10s});
        QVERIFY(f.ask(ann).ok());
        f.visit();
        f.inTransaction([&] {
            f.outbox.recover(f.stores);
            return 0;
        });
        f.visitAfter(10s);
        QCOMPARE(f.newest(ann).state, MessageState::Delivered);
    }

    void someNeverArrive()
    {
        FaultFixture f;
        f.rule(ann, {FaultOutcome::NeverArrives, 0, 0ms});
        QVERIFY(f.ask(ann).ok());
        f.visit();
        QCOMPARE(f.newest(ann).state, MessageState::Sent);
        QCOMPARE(f.nextArrival, std::nullopt);
        for (int i = 0; i < 10; ++i)
            f.visitAfter(600s);
        QCOMPARE(f.newest(ann).state, MessageState::Sent);
    }

    void someArriveTwice_data()
    {
        QTest::addColumn<int>("delay");
        QTest::newRow("at once") << 0;
        QTest::newRow("later") << 3000;
    }
    void someArriveTwice()
    {
        QFETCH(int, delay);
        FaultFixture f;
        f.rule(ann, {FaultOutcome::Duplicate, 0, milliseconds(delay)});
        QVERIFY(f.ask(ann).ok());
        f.visit();
        f.visitAfter(milliseconds(delay));
        const QList<MessageRecord> both = f.onThePhone(ann);
        QCOMPARE(both.size(), 2);
        QVERIFY(both[0].id > both[1].id);
        QCOMPARE(both[0].text, both[1].text);
        QCOMPARE(both[0].code, both[1].code);
        QCOMPARE(both[0].providerMessageId, both[1].providerMessageId);
        QCOMPARE(both[0].createdAt, both[1].createdAt);
        QCOMPARE(f.codesOf(ann).size(), 1);
        // It was asked for once: so says what tries limits on the log.
        MessageLog &log = f.stores.log;
        QCOMPARE(log.requests(log.idsSince({}, 1000), 1000).size(), 1);
        QVERIFY(f.use(ann, both[0].code).ok());
        QCOMPARE(f.use(ann, both[1].code).error().code, ErrorCode::CodeNotFound);
        f.visitAfter(60s);
        QCOMPARE(f.onThePhone(ann).size(), 2);
    }

    void someComeAfterTheirSuccessor()
    {
        FaultFixture f;
        f.rule(ann, {FaultOutcome::OutOfOrder, 0, 0ms});
        QVERIFY(f.ask(ann).ok());
        f.visit();
        const QString first = f.newest(ann).code;
        QVERIFY(f.ask(bob).ok()); // another number's is no successor
        f.visit();
        QCOMPARE(f.onThePhone(bob).size(), 1);
        f.visitAfter(61s);
        QVERIFY(f.onThePhone(ann).isEmpty());
        f.random.next = 9876;
        QVERIFY(f.ask(ann).ok());
        f.visit();
        // The second is there, and nothing else yet: whoever waits sees that order.
        QCOMPARE(f.onThePhone(ann).size(), 1);
        QCOMPARE(f.onThePhone(ann)[0].code, u"9876"_s);
        QVERIFY(f.nextArrival && *f.nextArrival <= f.clock.now());
        f.visit();
        QCOMPARE(f.onThePhone(ann).size(), 2);
        QCOMPARE(f.onThePhone(ann)[0].code, first); // newest first
        QVERIFY(f.use(ann, u"9876"_s).ok());
    }

    void withoutASuccessorItComesInTheEnd()
    {
        FaultFixture f;
        f.rule(ann, {FaultOutcome::OutOfOrder, 0, 0ms});
        f.rule(bob, {FaultOutcome::OutOfOrder, 0, 7s});
        QVERIFY(f.ask(ann).ok());
        QVERIFY(f.ask(bob).ok());
        f.visit();
        f.visitAfter(7s);
        QCOMPARE(f.onThePhone(bob).size(), 1);
        f.visitAfter(FaultEffect::HoldBack - 7001ms);
        QVERIFY(f.onThePhone(ann).isEmpty());
        f.visitAfter(1ms);
        QCOMPARE(f.onThePhone(ann).size(), 1);
    }

    void outOfOrderWithinOneVisit()
    {
        FaultFixture f;
        f.rule(ann, {FaultOutcome::OutOfOrder, 0, 0ms}, false);
        QVERIFY(f.ask(ann).ok());
        f.visit();
        f.random.next = 5555;
        QVERIFY(f.ask(ann).ok());
        f.random.next = 6666;
        f.visit();
        f.visit();
        const QList<MessageRecord> there = f.onThePhone(ann);
        QCOMPARE(there.size(), 2);
        QCOMPARE(there[0].code, u"4321"_s);
        QCOMPARE(there[1].code, u"5555"_s);
        // And the next pair again.
        QVERIFY(f.ask(ann).ok());
        f.visit();
        QCOMPARE(f.onThePhone(ann).size(), 2);
    }

    void aLostKeyEndsWhatIsUnderWay()
    {
        FaultFixture f;
        f.rule(ann, {FaultOutcome::Delivered, 0, 10s});
        QVERIFY(f.ask(ann).ok());
        f.visit();
        f.inTransaction([&] {
            f.stores.messages.eraseAllSealed();
            return 0;
        });
        f.visitAfter(10s);
        QCOMPARE(f.newest(ann).state, MessageState::Sent);
    }

    // --- what becomes of the sign-in

    void fixedCodesAreTaken()
    {
        FaultFixture f;
        FaultRule made;
        made.phone = ann;
        made.code = u"0042"_s;
        f.set(made);
        QVERIFY(f.ask(ann).ok());
        f.visit();
        QCOMPARE(f.newest(ann).code, u"0042"_s);
        QVERIFY(f.newest(ann).text.contains(u"0042"_s));
        QVERIFY(f.use(ann, u"0042"_s).ok());
        QVERIFY(f.ask(bob).ok());
        QCOMPARE(f.newest(bob).code, u"4321"_s);
    }

    void expiredOnesAreRefused()
    {
        FaultFixture f;
        f.rule(ann, {FaultOutcome::Expired, 0, 0ms});
        QVERIFY(f.ask(ann).ok());
        f.visit();
        QCOMPARE(f.newest(ann).state, MessageState::Delivered);
        QCOMPARE(f.codesOf(ann).first().state, CodeState::Expired);
        QCOMPARE(f.use(ann, f.newest(ann).code).error().code, ErrorCode::CodeNotFound);
        QCOMPARE(f.ask(ann).error().code, ErrorCode::SentEarly);
    }

    void lockedNumbersWait()
    {
        FaultFixture f;
        QVERIFY(f.ask(ann).ok());
        f.visit();
        const QString code = f.newest(ann).code;
        f.rule(ann, {FaultOutcome::Locked, 0, 0ms});
        f.clock.advance(30s);
        for (const Error &error : {f.ask(ann).error(), f.use(ann, code).error()}) {
            QCOMPARE(error.code, ErrorCode::LimitReached);
            QCOMPARE(error.retryAfter, 30s);
        }
        QCOMPARE(f.newest(ann).state, MessageState::Blocked);
        QCOMPARE(f.newest(ann).reason, u"locked by a test rule"_s);

        FaultRule made;
        made.phone = ann;
        made.effect.outcome = FaultOutcome::Locked;
        made.until = f.clock.now() + 2500ms;
        f.set(made);
        QCOMPARE(f.ask(ann).error().retryAfter, 3s);
        f.clock.advance(2500ms);
        QVERIFY(f.use(ann, code).ok());
    }

    void lockedByChanceLeavesCodesAlone()
    {
        FaultFixture f;
        QVERIFY(f.ask(ann).ok());
        f.visit();
        FaultRule made;
        made.probability = 50;
        made.effect.outcome = FaultOutcome::Locked;
        f.set(made);
        f.random.next = 49;
        QCOMPARE(f.ask(bob).error().code, ErrorCode::LimitReached);
        QVERIFY(f.use(ann, f.newest(ann).code).ok());
        f.random.next = 50;
        QVERIFY(f.ask(bob).ok());
    }

    void limitsCanBeLifted()
    {
        Settings settings;
        settings.limits = LimitsMode::Protect;
        settings.limitPhone = {{1, 3600s}};
        settings.countries = {u"DE"_s};
        FaultFixture f(settings);
        f.rule(ann, {}, false);
        for (int i = 0; i < 8; ++i)
            QVERIFY(f.ask(ann).ok());
        QCOMPARE(f.ask(bob).error().code, ErrorCode::CountryNotAllowed);
        for (int i = 0; i < 12; ++i)
            QCOMPARE(f.use(ann, u"0000"_s).error().code, ErrorCode::CodeNotFound);
        QVERIFY(f.ask(ann).ok());
        f.visit();
        QVERIFY(f.use(ann, f.newest(ann).code).ok());
    }

    void limitsHoldOtherwise()
    {
        Settings settings;
        settings.limits = LimitsMode::Protect;
        FaultFixture f(settings);
        f.rule(ann, {FaultOutcome::Duplicate, 0, 0ms});
        QVERIFY(f.ask(ann).ok());
        QCOMPARE(f.ask(ann).error().code, ErrorCode::SentEarly);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(f.use(ann, u"0000"_s).error().code, ErrorCode::CodeNotFound);
        QCOMPARE(f.use(ann, u"0000"_s).error().code, ErrorCode::LimitReached);
    }

    // --- what a person sends once more

    void aLockedNumberGetsNothingAgain()
    {
        FaultFixture f;
        QVERIFY(f.ask(ann).ok());
        f.visit();
        f.rule(ann, {FaultOutcome::Locked, 0, 0ms});
        const Result<RowId> again = f.askAgain(ann);
        QCOMPARE(again.error().code, ErrorCode::LimitReached);
        QVERIFY(again.error().retryAfter > 0s);
        QCOMPARE(f.newest(ann).state, MessageState::Blocked);
        QVERIFY(!f.newest(ann).reason.isEmpty());
        QCOMPARE(f.messagesOf(ann).size(), 2);
    }

    void aTestNumberWithoutLimitsHasNoneAgain()
    {
        Settings settings;
        settings.limits = LimitsMode::Protect;
        settings.limitPhone = {{1, 1h}};
        FaultFixture f(settings);
        QVERIFY(f.ask(ann).ok());
        f.visit();
        QCOMPARE(f.askAgain(ann).error().code, ErrorCode::LimitReached);
        QCOMPARE(f.newest(ann).state, MessageState::Blocked);
        QVERIFY(f.newest(ann).reason.contains(u"phone"_s));
        f.rule(ann, {FaultOutcome::Delivered, 0, 0ms}, false);
        for (int i = 0; i < 3; ++i)
            QVERIFY(f.askAgain(ann).ok());
        f.visit();
        QCOMPARE(f.newest(ann).state, MessageState::Delivered);
    }

    void whatIsSentAgainMeetsTheFault()
    {
        FaultFixture f;
        QVERIFY(f.ask(ann).ok());
        f.visit();
        const QString code = f.newest(ann).code;
        f.rule(ann, {FaultOutcome::ProviderError, 400, 0ms});
        QVERIFY(f.askAgain(ann).ok());
        f.visit();
        f.visit();
        QCOMPARE(f.newest(ann).state, MessageState::Failed);
        QCOMPARE(f.newest(ann).attempts.value(0).status, 400);

        f.rule(ann, {FaultOutcome::Expired, 0, 0ms});
        QVERIFY(f.askAgain(ann).ok());
        f.visit();
        QCOMPARE(f.newest(ann).state, MessageState::Delivered);
        QCOMPARE(f.newest(ann).code, code);
        QCOMPARE(f.use(ann, code).error().code, ErrorCode::CodeNotFound);
    }

    void aChangeOfNumberMeetsThemToo()
    {
        FaultFixture f;
        QVERIFY(f.ask(bob).ok());
        f.visit();
        const Result<UserRecord> user = f.use(bob, f.newest(bob).code);
        QVERIFY(user.ok());
        f.rule(ann, {FaultOutcome::Locked, 0, 0ms});
        const auto change = [&] {
            return f.inTransaction(
                [&] { return f.faulty.startChange(f.stores, user->id, f.faulty.prepare(ann, u"192.0.2.1"_s)); });
        };
        QCOMPARE(change().error().code, ErrorCode::LimitReached);
        QVERIFY(f.book.clear().ok());
        QVERIFY(change().ok());
    }

    void withoutABookNothingHappens()
    {
        AuthFixture live;
        QVERIFY(live.start(ann).ok());
        QVERIFY(live.messagesOf(ann).first().code == u"4321"_s);
    }
};

QTEST_GUILESS_MAIN(tst_FaultSending)
#include "tst_faultsending.moc"
