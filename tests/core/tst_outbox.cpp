// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/AuthFixture.h"

#include <QTest>

using namespace smsauth;
using namespace std::chrono_literals;

namespace {

Settings live()
{
    Settings settings;
    settings.provider = QStringLiteral("twilio");
    settings.limits = LimitsMode::Seed;
    return settings;
}

SendOutcome outcomeOf(const ClaimedMessage &message, MessageState state, const QString &provider)
{
    SendOutcome outcome;
    outcome.id = message.id;
    outcome.number = message.attempts + 1;
    outcome.state = state;
    outcome.attempt.provider = provider;
    outcome.attempt.status = 201;
    return outcome;
}

} // namespace

class tst_Outbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oldestFirstAndOnlyOnce()
    {
        AuthFixture f;
        for (int i = 1; i <= 5; ++i) {
            QVERIFY(f.start(testPhone(i)).ok());
            f.clock.advance(1ms);
        }
        const auto first = f.outbox.claim(f.stores, 3);
        QCOMPARE(first.size(), 3);
        QCOMPARE(first[0].phone, testPhone(1));
        QCOMPARE(first[2].phone, testPhone(3));
        QCOMPARE(f.outbox.claim(f.stores, 10).size(), 2);
        QVERIFY(f.outbox.claim(f.stores, 10).isEmpty());
    }

    void aRecordedAttemptIsInTheLog()
    {
        AuthFixture f(live());
        QVERIFY(f.start(testPhone()).ok());
        const auto claimed = f.outbox.claim(f.stores, 1);
        SendOutcome outcome = outcomeOf(claimed[0], MessageState::Queued, QStringLiteral("twilio"));
        outcome.attempt.status = 503;
        outcome.attempt.error = QStringLiteral("try later");
        outcome.retryAt = f.clock.now() + 5s;
        f.outbox.record(f.stores, {outcome});
        QVERIFY(f.outbox.claim(f.stores, 1).isEmpty());
        QCOMPARE(f.outbox.nextDue(f.stores), f.clock.now() + 5s);

        f.clock.advance(5s);
        const auto again = f.outbox.claim(f.stores, 1);
        QCOMPARE(again.size(), 1);
        QCOMPARE(again[0].attempts, 1);
        SendOutcome sent = outcomeOf(again[0], MessageState::Sent, QStringLiteral("twilio"));
        sent.providerMessageId = QStringLiteral("SM1");
        f.outbox.record(f.stores, {sent});

        const MessageRecord row = f.messagesOf(testPhone()).constFirst();
        QCOMPARE(row.state, MessageState::Sent);
        QCOMPARE(row.providerMessageId, QStringLiteral("SM1"));
        QCOMPARE(row.attempts.size(), 2);
        QCOMPARE(row.attempts[0].error, QStringLiteral("try later"));
        QCOMPARE(row.attempts[1].status, 201);
        QVERIFY(row.text.isEmpty()); // a real phone has it now
    }

    void theSimulatorKeepsItsTexts()
    {
        AuthFixture f;
        QVERIFY(f.start(testPhone()).ok());
        const auto claimed = f.outbox.claim(f.stores, 1);
        f.outbox.record(f.stores, {outcomeOf(claimed[0], MessageState::Delivered, QStringLiteral("sandbox"))});
        const MessageRecord row = f.messagesOf(testPhone()).constFirst();
        QCOMPARE(row.text, QStringLiteral("Your auth code: 4321"));
        QCOMPARE(row.code, QStringLiteral("4321"));
    }

    void nothingIsSentAfterItsCodeExpired()
    {
        AuthFixture f(live());
        QVERIFY(f.start(testPhone()).ok());
        f.clock.advance(60s);
        QVERIFY(f.outbox.claim(f.stores, 10).isEmpty());
        QCOMPARE(f.messagesOf(testPhone()).constFirst().state, MessageState::Expired);
    }

    void whatADeadProcessHeldIsSentAgain()
    {
        AuthFixture f(live());
        QVERIFY(f.start(testPhone()).ok());
        QCOMPARE(f.outbox.claim(f.stores, 10).size(), 1);
        f.outbox.recover(f.stores);
        const auto again = f.outbox.claim(f.stores, 10);
        QCOMPARE(again.size(), 1);
        QCOMPARE(again[0].uncertain, 1); // it may have gone out: no further attempt after another unclear one
    }

    void whatTheClockLeftInTheFutureIsEnded()
    {
        AuthFixture f(live());
        QVERIFY(f.start(testPhone()).ok());
        const auto claimed = f.outbox.claim(f.stores, 1);
        SendOutcome later = outcomeOf(claimed[0], MessageState::Queued, QStringLiteral("twilio"));
        later.retryAt = f.clock.now() + 5s;
        f.outbox.record(f.stores, {later});
        f.clock.jump(-30s); // a little is forgiven
        QVERIFY(f.outbox.claim(f.stores, 10).isEmpty());
        QCOMPARE(f.messagesOf(testPhone()).constFirst().state, MessageState::Queued);
        f.clock.jump(-2h);
        QVERIFY(f.outbox.claim(f.stores, 10).isEmpty());
        QCOMPARE(f.messagesOf(testPhone()).constFirst().state, MessageState::Expired);
        QVERIFY(!f.outbox.nextDue(f.stores));
    }

    void anotherGatewayNeverSendsThem()
    {
        AuthFixture f(live());
        QVERIFY(f.start(testPhone()).ok());
        Settings other = f.settings;
        other.provider = QStringLiteral("megafon");
        Outbox(other, f.clock, f.sealer).recover(f.stores);
        const MessageRecord row = f.messagesOf(testPhone()).constFirst();
        QCOMPARE(row.state, MessageState::Cancelled);
        QVERIFY(!row.reason.isEmpty());
    }

    void aLostKeyEndsWhatItSealed()
    {
        AuthFixture f;
        f.outbox.recover(f.stores); // notes the key
        QVERIFY(f.start(testPhone()).ok());
        const Sealer fresh(Secret(QByteArray(Sealer::KeySize, 'n')), f.random);
        Outbox(f.settings, f.clock, fresh).recover(f.stores);
        QCOMPARE(f.messagesOf(testPhone()).constFirst().state, MessageState::KeyLost);
        QCOMPARE(f.codesOf(testPhone()).constFirst().state, CodeState::Expired);
    }

    void aMessageThatWasCancelledMeanwhileStaysCancelled()
    {
        AuthFixture f(live());
        QVERIFY(f.start(testPhone()).ok());
        const auto claimed = f.outbox.claim(f.stores, 1);
        f.stores.messages.end(claimed[0].id, MessageState::Cancelled, QStringLiteral("by hand"), true);
        f.outbox.record(f.stores, {outcomeOf(claimed[0], MessageState::Sent, QStringLiteral("twilio"))});
        QCOMPARE(f.messagesOf(testPhone()).constFirst().state, MessageState::Cancelled);
    }

    void aRowCopiedToAnotherPhoneDoesNotOpen()
    {
        AuthFixture f;
        QVERIFY(f.start(testPhone(1)).ok());
        f.stores.database.change(QStringLiteral("UPDATE message SET phone = ?"), testPhone(2).e164());
        QVERIFY(f.messagesOf(testPhone(2)).constFirst().text.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Outbox)
#include "tst_outbox.moc"
