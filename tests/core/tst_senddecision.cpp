// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/Redaction.h"
#include "core/sms/SendDecision.h"
#include "tests/support/FixedRandom.h"
#include "tests/support/ManualClock.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;
using Kind = Verdict::Kind;

Q_DECLARE_METATYPE(smsauth::Verdict::Kind)
Q_DECLARE_METATYPE(smsauth::MessageState)

namespace {

const PhoneNumber phone = PhoneNumber::fromStored(u"+12025550101"_s);

ClaimedMessage message(Timestamp expiresAt)
{
    ClaimedMessage result;
    result.id = 7;
    result.phone = phone;
    result.text = u"Your auth code: 4821"_s;
    result.expiresAt = expiresAt;
    return result;
}

} // namespace

class tst_senddecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backsOff_data();
    void backsOff();
    void jitterStaysInside();
    void decides_data();
    void decides();
    void recordsTheAttempt();
    void keyIsStableAndItsOwn();
    void messageForTheGateway();
    void redacts_data();
    void redacts();
    void redactsIds();
    void shortensVerdicts();
};

void tst_senddecision::backsOff_data()
{
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");

    QTest::newRow("first") << 1 << 250 << 500;
    QTest::newRow("second") << 2 << 500 << 1000;
    QTest::newRow("third") << 3 << 1000 << 2000;
    QTest::newRow("fifth") << 5 << 4000 << 8000;
    QTest::newRow("sixth is capped") << 6 << 7500 << 15000;
    QTest::newRow("hundredth is capped") << 100 << 7500 << 15000;
    QTest::newRow("a great many") << 1000000 << 7500 << 15000;
}

void tst_senddecision::backsOff()
{
    QFETCH(int, attempts);
    FixedRandom lowest(0);
    FixedRandom highest;
    QTEST(int(RetryPolicy().delay(attempts, lowest).count()), "least");
    // below(bound) gives next % bound: the highest is bound - 1 for the bound at hand.
    QFETCH(int, most);
    QFETCH(int, least);
    highest.next = quint64(most - least);
    QCOMPARE(int(RetryPolicy().delay(attempts, highest).count()), most);
}

void tst_senddecision::jitterStaysInside()
{
    SystemRandom random;
    QSet<qint64> seen;
    for (int i = 0; i < 1000; ++i) {
        const qint64 delay = RetryPolicy().delay(3, random).count();
        QVERIFY(delay >= 1000 && delay <= 2000);
        seen.insert(delay);
    }
    QVERIFY(seen.size() > 100);
}

void tst_senddecision::decides_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("retryAfter");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("earlierUncertain");
    QTest::addColumn<int>("lifeLeft"); // ms
    QTest::addColumn<MessageState>("state");
    QTest::addColumn<int>("wait"); // ms, -1: none
    QTest::addColumn<QString>("reason");

    const QString words = u"words"_s;
    const QString late = u"not accepted before the code ran out: words"_s;
    const QString unclear = u"may have gone out, but the gateway did not say so: words"_s;
    QTest::newRow("sent") << Kind::Sent << 0 << 0 << 0 << 60000 << MessageState::Sent << -1 << QString();
    QTest::newRow("delivered") << Kind::Delivered << 0 << 0 << 0 << 60000 << MessageState::Delivered << -1
                               << QString();
    QTest::newRow("sent late") << Kind::Sent << 0 << 3 << 1 << -5 << MessageState::Sent << -1 << QString();
    QTest::newRow("recipient") << Kind::Recipient << 0 << 0 << 0 << 60000 << MessageState::Failed << -1 << words;
    QTest::newRow("account") << Kind::Account << 0 << 0 << 0 << 60000 << MessageState::Failed << -1 << words;
    QTest::newRow("request") << Kind::Request << 0 << 0 << 0 << 60000 << MessageState::Failed << -1 << words;
    QTest::newRow("busy") << Kind::Busy << 0 << 0 << 0 << 60000 << MessageState::Queued << 250 << QString();
    QTest::newRow("busy again") << Kind::Busy << 0 << 3 << 0 << 60000 << MessageState::Queued << 2000 << QString();
    QTest::newRow("busy after unknown")
        << Kind::Busy << 0 << 1 << 1 << 60000 << MessageState::Queued << 500 << QString();
    QTest::newRow("retry after") << Kind::Busy << 20 << 0 << 0 << 60000 << MessageState::Queued << 20000
                                 << QString();
    QTest::newRow("retry after, shorter than ours")
        << Kind::Busy << 1 << 4 << 0 << 60000 << MessageState::Queued << 4000 << QString();
    QTest::newRow("retry after the end")
        << Kind::Busy << 60 << 0 << 0 << 60000 << MessageState::Expired << -1 << late;
    QTest::newRow("just in time") << Kind::Busy << 0 << 0 << 0 << 1250 << MessageState::Queued << 250 << QString();
    QTest::newRow("just too late") << Kind::Busy << 0 << 0 << 0 << 1249 << MessageState::Expired << -1 << late;
    QTest::newRow("busy, run out") << Kind::Busy << 0 << 0 << 0 << -1 << MessageState::Expired << -1 << late;
    QTest::newRow("unknown") << Kind::Unknown << 0 << 0 << 0 << 60000 << MessageState::Queued << 250 << QString();
    QTest::newRow("unknown twice") << Kind::Unknown << 0 << 1 << 1 << 60000 << MessageState::Failed << -1
                                   << unclear;
    QTest::newRow("unknown, run out") << Kind::Unknown << 0 << 0 << 0 << 900 << MessageState::Failed << -1
                                      << unclear;
}

void tst_senddecision::decides()
{
    QFETCH(Kind, kind);
    QFETCH(int, retryAfter);
    QFETCH(int, attempts);
    QFETCH(int, earlierUncertain);
    QFETCH(int, lifeLeft);
    QFETCH(int, wait);
    ManualClock clock;
    FixedRandom random(0);
    ClaimedMessage claimed = message(clock.now() + milliseconds(lifeLeft));
    claimed.attempts = attempts;
    claimed.uncertain = earlierUncertain;
    const Verdict verdict{kind, u"SM1"_s, u"c"_s, u"words"_s, seconds(retryAfter)};
    const SendOutcome outcome = decide(claimed, verdict, {}, clock.now(), RetryPolicy(), random);
    QCOMPARE(outcome.id, claimed.id);
    QTEST(outcome.state, "state");
    QTEST(outcome.reason, "reason");
    QCOMPARE(outcome.uncertain, kind == Kind::Unknown);
    QCOMPARE(outcome.retryAt.has_value(), wait >= 0);
    if (outcome.retryAt) {
        QCOMPARE((*outcome.retryAt - clock.now()).count(), qint64(wait));
        QVERIFY(*outcome.retryAt < claimed.expiresAt);
    }
}

void tst_senddecision::recordsTheAttempt()
{
    ManualClock clock;
    FixedRandom random;
    const AttemptRecord attempt{clock.now(), u"twilio"_s, 400, {}, {}, 31};
    const Verdict refused{Kind::Recipient, {}, u"21211"_s, u"not a number"_s, seconds(0)};
    const SendOutcome outcome =
        decide(message(clock.now() + seconds(60)), refused, attempt, clock.now(), RetryPolicy(), random);
    QCOMPARE(outcome.attempt.provider, u"twilio"_s);
    QCOMPARE(outcome.attempt.status, 400);
    QCOMPARE(outcome.attempt.providerCode, u"21211"_s);
    QCOMPARE(outcome.attempt.error, u"not a number"_s);
    QCOMPARE(outcome.attempt.durationMs, 31);

    const Verdict sent{Kind::Sent, u"SM1"_s, {}, u"ignored"_s, seconds(0)};
    const SendOutcome good =
        decide(message(clock.now() + seconds(60)), sent, attempt, clock.now(), RetryPolicy(), random);
    QCOMPARE(good.attempt.error, QString());
    QCOMPARE(good.providerMessageId, u"SM1"_s);
}

void tst_senddecision::keyIsStableAndItsOwn()
{
    ManualClock clock;
    const ClaimedMessage first = message(clock.now());
    static const QRegularExpression shape(u"^[a-z2-7]{16}$"_s);
    QVERIFY(shape.match(messageKey(first)).hasMatch());

    ClaimedMessage retried = first;
    retried.attempts = 3;
    retried.uncertain = 1;
    retried.text.clear(); // the key must not let anyone guess the code
    QCOMPARE(messageKey(retried), messageKey(first));

    ClaimedMessage next = first;
    next.id = 8;
    ClaimedMessage otherDatabase = first; // the same row id, another moment
    otherDatabase.expiresAt += milliseconds(1);
    ClaimedMessage otherPhone = first;
    otherPhone.phone = PhoneNumber::fromStored(u"+12025550102"_s);
    for (const ClaimedMessage &other : {next, otherDatabase, otherPhone})
        QVERIFY(messageKey(other) != messageKey(first));
}

void tst_senddecision::messageForTheGateway()
{
    ManualClock clock;
    const OutgoingSms sms = outgoingSms(message(clock.now() + milliseconds(59900)), clock.now());
    QCOMPARE(sms.to, phone);
    QCOMPARE(sms.text, u"Your auth code: 4821"_s);
    QCOMPARE(sms.timeToLive, seconds(59)); // never longer than the code lives
    QCOMPARE(outgoingSms(message(clock.now() + milliseconds(5)), clock.now()).timeToLive, seconds(1));
}

void tst_senddecision::redacts_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("expected");

    QTest::newRow("nothing to hide") << u"Queue is full (30001)"_s << u"Queue is full (30001)"_s;
    QTest::newRow("password") << u"bad token p@ss w:rd!"_s << u"bad token •••"_s;
    QTest::newRow("percent-encoded") << u"GET /?psw=p%40ss%20w%3Ard%21&x=1"_s << u"GET /?psw=•••&x=1"_s;
    QTest::newRow("base64") << u"key %1"_s.arg(QString::fromLatin1(QByteArray("p@ss w:rd!").toBase64()))
                            << u"key •••"_s;
    QTest::newRow("basic") << u"Authorization: Basic %1"_s.arg(
                                  QString::fromLatin1(QByteArray("user:p@ss w:rd!").toBase64()))
                           << u"Authorization: Basic •••"_s;
    QTest::newRow("text") << u"refused: \"Your auth code: 4821\""_s << u"refused: \"•••\""_s;
    QTest::newRow("code") << u"template {code} got 4821"_s << u"template {code} got •••"_s;
    QTest::newRow("code inside") << u"x48210"_s << u"x•••0"_s;
    QTest::newRow("number") << u"The 'To' number +12025550101 is not valid"_s
                            << u"The 'To' number +1202•••0101 is not valid"_s;
    QTest::newRow("number without plus") << u"12025550101 is blocked"_s << u"+1202•••0101 is blocked"_s;
    QTest::newRow("lines") << u"a\r\nSet-Cookie: b\t\u0000\u001b[31mc\u2028d"_s << u"a Set-Cookie: b [31mc d"_s;
    QTest::newRow("long") << QString(5000, u'x') << QString(299, u'x') + u'…';
    QTest::newRow("password across the cut")
        << QString(295, u'x') + u"p@ss w:rd!"_s << QString(295, u'x') + u"•••"_s;
}

void tst_senddecision::redacts()
{
    QFETCH(QString, words);
    ProviderValues values;
    values.plain = {{u"login"_s, u"user"_s}, {u"from"_s, u"Acme"_s}};
    values.secrets = {{u"password"_s, Secret("p@ss w:rd!")}, {u"unused"_s, Secret()}};
    OutgoingSms sms;
    sms.to = phone;
    sms.text = u"Your auth code: 4821"_s;
    QTEST(Redaction(values).words(words, sms), "expected");
}

void tst_senddecision::redactsIds()
{
    ProviderValues values;
    values.secrets = {{u"password"_s, Secret("p@ss w:rd!")}};
    OutgoingSms sms;
    sms.to = phone;
    sms.text = u"Your auth code: 4821"_s;
    const auto idOf = [&](const QString &id) {
        return Redaction(values).verdict({Kind::Sent, id, {}, {}, seconds(0)}, sms).messageId;
    };
    QCOMPARE(idOf(u"SM48217f-4821"_s), u"SM48217f-•••"_s); // digits within an id are chance
    QCOMPARE(idOf(u"p@ss w:rd!"_s), u"•••"_s);
    QCOMPARE(idOf(u"Your auth code: 4821"_s), u"Your auth code: •••"_s);
}

void tst_senddecision::shortensVerdicts()
{
    const Verdict verdict{Kind::Account, QString(900, u'i'), QString(900, u'c'), QString(900, u'e'), seconds(3)};
    const Verdict fit = Redaction({}).verdict(verdict, {});
    QCOMPARE(fit.messageId.size(), 200);
    QCOMPARE(fit.code.size(), 64);
    QCOMPARE(fit.error.size(), 300);
    QCOMPARE(fit.kind, Kind::Account);
    QCOMPARE(fit.retryAfter, seconds(3));
}

QTEST_GUILESS_MAIN(tst_senddecision)
#include "tst_senddecision.moc"
