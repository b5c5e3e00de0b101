// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/AuthFixture.h"

#include <QTest>

using namespace smsauth;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class tst_SignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rightCodeMakesAUser()
    {
        AuthFixture f;
        QVERIFY(f.start(testPhone()).ok());
        const auto user = f.complete(testPhone(), QStringLiteral("4321"));
        QVERIFY(user.ok());
        QCOMPARE(user->phone, testPhone());
        QCOMPARE(user->username, testPhone().e164());
        QCOMPARE(f.codesOf(testPhone()).constFirst().state, CodeState::Used);
    }

    void secondSignInFindsTheSameUser()
    {
        AuthFixture f;
        QVERIFY(f.start(testPhone()).ok());
        const RowId first = f.complete(testPhone(), QStringLiteral("4321"))->id;
        QVERIFY(f.start(testPhone()).ok()); // a successful verify ended the wait
        QCOMPARE(f.complete(testPhone(), QStringLiteral("4321"))->id, first);
    }

    void wrongCodes_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("other") << QStringLiteral("1234");
        QTest::newRow("empty") << QString();
        QTest::newRow("longer") << QStringLiteral("43210");
        QTest::newRow("shorter") << QStringLiteral("432");
        QTest::newRow("negative") << QStringLiteral("-4321");
    }
    void wrongCodes()
    {
        QFETCH(QString, code);
        AuthFixture f;
        QVERIFY(f.start(testPhone()).ok());
        const auto user = f.complete(testPhone(), code);
        QVERIFY(!user.ok());
        QCOMPARE(user.error().code, ErrorCode::CodeNotFound);
        QVERIFY(f.stores.users.range().newest == 0);
        QCOMPARE(f.codesOf(testPhone()).constFirst().tries, 1);
    }

    void aUsedCodeIsRefused()
    {
        AuthFixture f;
        QVERIFY(f.start(testPhone()).ok());
        QVERIFY(f.complete(testPhone(), QStringLiteral("4321")).ok());
        QCOMPARE(f.complete(testPhone(), QStringLiteral("4321")).error().code, ErrorCode::CodeNotFound);
    }

    void anExpiredCodeIsRefusedWithoutAnyCleanup()
    {
        AuthFixture f;
        QVERIFY(f.start(testPhone()).ok());
        f.clock.advance(60s);
        QCOMPARE(f.complete(testPhone(), QStringLiteral("4321")).error().code, ErrorCode::CodeNotFound);
        QCOMPARE(f.codesOf(testPhone()).constFirst().state, CodeState::Expired);
    }

    void aCodeFromTheFutureIsRefused()
    {
        AuthFixture f;
        QVERIFY(f.start(testPhone()).ok());
        QVERIFY(f.start(testPhone(2)).ok());
        f.clock.jump(-60s); // a little is forgiven
        QVERIFY(f.complete(testPhone(), QStringLiteral("4321")).ok());
        f.clock.jump(-1s);
        QCOMPARE(f.complete(testPhone(2), QStringLiteral("4321")).error().code, ErrorCode::CodeNotFound);
    }

    void aCodeLivesToItsLastMillisecond()
    {
        AuthFixture f;
        QVERIFY(f.start(testPhone()).ok());
        f.clock.advance(59'999ms);
        QVERIFY(f.complete(testPhone(), QStringLiteral("4321")).ok());
    }

    void fiveTriesAndNoMore()
    {
        AuthFixture f;
        QVERIFY(f.start(testPhone()).ok());
        for (int i = 0; i < 5; ++i)
            QVERIFY(!f.complete(testPhone(), QStringLiteral("0000")).ok());
        QCOMPARE(f.complete(testPhone(), QStringLiteral("4321")).error().code, ErrorCode::CodeNotFound);
        QCOMPARE(f.codesOf(testPhone()).constFirst().state, CodeState::Exhausted);
        QCOMPARE(f.codesOf(testPhone()).constFirst().tries, 5);
    }

    void theLastTryMaySucceed()
    {
        AuthFixture f;
        QVERIFY(f.start(testPhone()).ok());
        for (int i = 0; i < 4; ++i)
            QVERIFY(!f.complete(testPhone(), QStringLiteral("0000")).ok());
        QVERIFY(f.complete(testPhone(), QStringLiteral("4321")).ok());
    }

    void anExhaustedCodeDoesNotEndTheWait()
    {
        AuthFixture f;
        QVERIFY(f.start(testPhone()).ok());
        for (int i = 0; i < 5; ++i)
            QVERIFY(!f.complete(testPhone(), QStringLiteral("0000")).ok());
        QCOMPARE(f.start(testPhone()).error().code, ErrorCode::SentEarly);
    }

    void resendWaits()
    {
        AuthFixture f;
        QVERIFY(f.start(testPhone()).ok());
        QCOMPARE(f.start(testPhone()).error().code, ErrorCode::SentEarly);
        QVERIFY(f.start(testPhone(2)).ok());
        f.clock.advance(60s);
        QVERIFY(f.start(testPhone()).ok());
        QCOMPARE(f.codesOf(testPhone()).size(), 2);
    }

    void aNewCodeReplacesTheOldOne()
    {
        Settings settings;
        settings.resendWait = 0s;
        AuthFixture f(settings);
        QVERIFY(f.start(testPhone()).ok());
        f.random.next = 8765;
        QVERIFY(f.start(testPhone()).ok());
        QCOMPARE(f.complete(testPhone(), QStringLiteral("4321")).error().code, ErrorCode::CodeNotFound);
        QVERIFY(f.complete(testPhone(), QStringLiteral("8765")).ok());
        // The first message was still waiting: nobody needs a code that is no longer valid.
        QCOMPARE(f.messagesOf(testPhone()).last().state, MessageState::Cancelled);
    }

    void leadingZerosAreKept()
    {
        AuthFixture f;
        f.random.next = 7;
        QVERIFY(f.start(testPhone()).ok());
        QVERIFY(f.messagesOf(testPhone()).constFirst().text.endsWith(QStringLiteral("0007")));
        QVERIFY(f.complete(testPhone(), QStringLiteral("0007")).ok());
    }

    void aCodeIsGoodHoweverLongCodesAreByNow_data()
    {
        QTest::addColumn<int>("then");
        QTest::addColumn<int>("now");
        QTest::addColumn<QString>("given");
        QTest::newRow("longer ones") << 4 << 6 << u"7"_s;
        QTest::newRow("shorter ones") << 6 << 4 << u"7"_s;
        QTest::newRow("as it is written") << 6 << 4 << u"000007"_s;
    }
    void aCodeIsGoodHoweverLongCodesAreByNow()
    {
        QFETCH(int, then);
        QFETCH(int, now);
        QFETCH(QString, given);
        Settings settings;
        settings.codeLength = then;
        AuthFixture f(settings);
        f.random.next = 7;
        QVERIFY(f.start(testPhone()).ok());
        settings.codeLength = now;
        const CodeService codes(settings, f.clock, f.random, f.sealer);
        const std::optional<StoredCode> live = codes.countTry(f.stores, testPhone());
        QVERIFY(!codes.matches(live, u"8"_s));
        QVERIFY(codes.matches(live, given));
    }

    void aClockThatWasSetBackHoldsNobodyUp()
    {
        AuthFixture f;
        QVERIFY(f.start(testPhone()).ok());
        f.clock.jump(-24h);
        QVERIFY(f.start(testPhone()).ok());
    }

    void debugCodeIsPaddedAndAudited()
    {
        Settings settings;
        settings.debug = true;
        settings.debugCode = QStringLiteral("11");
        AuthFixture f(settings);
        QVERIFY(f.start(testPhone()).ok());
        QVERIFY(f.complete(testPhone(), QStringLiteral("0011")).ok());
        const auto audit = f.stores.audit.list(10, 0);
        QCOMPARE(audit.size(), 1);
        QCOMPARE(audit.constFirst().action, QStringLiteral("debug_code.used"));
        QVERIFY(!audit.constFirst().subject.contains(testPhone().e164()));
    }

    void debugPhoneOnly()
    {
        Settings settings;
        settings.debugPhone = testPhone(2);
        AuthFixture f(settings);
        QVERIFY(f.start(testPhone(1)).ok());
        QVERIFY(f.start(testPhone(2)).ok());
        QVERIFY(!f.complete(testPhone(1), QStringLiteral("1111")).ok());
        QVERIFY(f.complete(testPhone(2), QStringLiteral("1111")).ok());
    }

    void userFieldReceivesThePhone_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : {"username", "email", "first_name", "last_name", "phone"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void userFieldReceivesThePhone()
    {
        QFETCH(QString, field);
        Settings settings;
        settings.userField = field;
        AuthFixture f(settings);
        QVERIFY(f.start(testPhone()).ok());
        const auto user = f.complete(testPhone(), QStringLiteral("4321"));
        QVERIFY(user.ok());
        const QMap<QString, QString> values{
            {QStringLiteral("username"), user->username},
            {QStringLiteral("email"), user->email},
            {QStringLiteral("first_name"), user->firstName},
            {QStringLiteral("last_name"), user->lastName},
            {QStringLiteral("phone"), user->attributes.value(QStringLiteral("phone")).toString()}};
        for (auto value = values.begin(); value != values.end(); ++value)
            QCOMPARE(*value, value.key() == field ? testPhone().e164() : QString());
    }

    void changeOfNumberNeedsTheAskingUser()
    {
        AuthFixture f;
        QVERIFY(f.start(testPhone(1)).ok());
        const RowId user = f.complete(testPhone(1), QStringLiteral("4321"))->id;
        QVERIFY(f.startChange(user, testPhone(2)).ok());
        QCOMPARE(f.complete(testPhone(2), QStringLiteral("4321")).error().code, ErrorCode::CodeNotFound);
        QCOMPARE(f.complete(testPhone(2), QStringLiteral("4321"), user + 1).error().code, ErrorCode::CodeNotFound);
        const auto changed = f.complete(testPhone(2), QStringLiteral("4321"), user);
        QVERIFY(changed.ok());
        QCOMPARE(changed->id, user);
        QCOMPARE(changed->phone, testPhone(2));
        QCOMPARE(changed->username, testPhone(2).e164());
        QVERIFY(!f.stores.users.findByPhone(testPhone(1)));
    }

    void theNumberOfAnotherUserIsRefusedAtBothSteps()
    {
        AuthFixture f;
        for (int i : {1, 2}) {
            QVERIFY(f.start(testPhone(i)).ok());
            QVERIFY(f.complete(testPhone(i), QStringLiteral("4321")).ok());
        }
        const RowId first = f.stores.users.findByPhone(testPhone(1))->id;
        QCOMPARE(f.startChange(first, testPhone(2)).error().code, ErrorCode::UserExists);

        // Somebody takes the number between asking and confirming.
        QVERIFY(f.startChange(first, testPhone(3)).ok());
        UserRecord other;
        other.phone = testPhone(3);
        f.stores.users.insert(other);
        QCOMPARE(f.complete(testPhone(3), QStringLiteral("4321"), first).error().code, ErrorCode::UserExists);
    }

    /// Somebody who signs in once does not learn of any number whether it has an account.
    void askingForTakenNumbersHasItsLimit()
    {
        Settings settings;
        settings.limits = LimitsMode::Protect;
        settings.resendWait = 0s;
        settings.limitPhone = settings.limitPrefix = settings.limitCountry = settings.limitGlobal = {{100, 1h}};
        settings.limitAddress = {{5, 1h}};
        AuthFixture f(settings);
        for (int i : {1, 2}) {
            QVERIFY(f.start(testPhone(i)).ok());
            QVERIFY(f.complete(testPhone(i), u"4321"_s).ok());
        }
        const RowId first = f.stores.users.findByPhone(testPhone(1))->id;
        for (int i = 0; i < 3; ++i)
            QCOMPARE(f.startChange(first, testPhone(2)).error().code, ErrorCode::UserExists);
        QCOMPARE(f.startChange(first, testPhone(2)).error().code, ErrorCode::LimitReached); // taken or not
        QCOMPARE(f.startChange(first, testPhone(3)).error().code, ErrorCode::LimitReached);
        QCOMPARE(f.messagesOf(testPhone(2)).first().state, MessageState::Blocked);
        // Who has the number is not held up by it.
        QVERIFY(f.start(testPhone(2), u"192.0.2.9"_s).ok());
    }

    void anInactiveUserGetsNothing()
    {
        AuthFixture f;
        QVERIFY(f.start(testPhone()).ok());
        UserRecord user = *f.complete(testPhone(), QStringLiteral("4321"));
        user.isActive = false;
        f.stores.users.update(user);
        QVERIFY(f.start(testPhone()).ok());
        QCOMPARE(f.complete(testPhone(), QStringLiteral("4321")).error().code, ErrorCode::CodeNotFound);
    }

    void aRefusedSignInLeavesNothingButItsLogRow()
    {
        Settings settings;
        settings.limits = LimitsMode::Protect;
        settings.resendWait = 0s;
        settings.limitPhone = {{2, 1h}};
        AuthFixture f(settings);
        QVERIFY(f.start(testPhone()).ok());
        QVERIFY(f.start(testPhone()).ok());
        const auto refused = f.start(testPhone());
        QCOMPARE(refused.error().code, ErrorCode::LimitReached);
        QCOMPARE(refused.error().retryAfter, 3600s);
        QCOMPARE(f.codesOf(testPhone()).size(), 2);
        const MessageRecord row = f.messagesOf(testPhone()).constFirst();
        QCOMPARE(row.state, MessageState::Blocked);
        QVERIFY(row.reason.contains(QStringLiteral("phone")));
    }

    void neitherCodeNorTextLieReadableInTheFile()
    {
        Settings settings;
        settings.codeLength = 10;
        AuthFixture f(settings);
        f.random.next = 8'642'097'531;
        QVERIFY(f.start(testPhone()).ok());
        for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
            QFile file(f.stores.database.file() + suffix);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains("8642097531"));
            QVERIFY(!bytes.contains("Your auth code"));
            QCOMPARE(file.permissions() &
                         (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                     QFile::Permissions());
        }
    }
};

QTEST_GUILESS_MAIN(tst_SignIn)
#include "tst_signin.moc"
