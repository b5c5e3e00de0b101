// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/AuthFixture.h"

#include <QTest>

using namespace smsauth;
using namespace std::chrono_literals;

namespace {

Settings protecting()
{
    Settings settings;
    settings.limits = LimitsMode::Protect;
    settings.resendWait = 0s;
    settings.limitPhone = settings.limitAddress = settings.limitPrefix = settings.limitCountry =
        settings.limitGlobal = {};
    return settings;
}

} // namespace

class tst_RateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsOfOneGroupShareALimit()
    {
        Settings settings = protecting();
        settings.limitAddress = {{3, 1h}};
        AuthFixture f(settings);
        const auto start = [&](int phone) {
            return f.signIn.start(f.stores, f.signIn.prepare(testPhone(phone), QStringLiteral("192.0.2.1")));
        };
        QVERIFY(f.start(testPhone(1)).ok()); // a group of its own
        f.stores.beginGroup();
        QVERIFY(start(2).ok());
        QVERIFY(start(3).ok());
        QCOMPARE(start(4).error().code, ErrorCode::LimitReached);
        f.stores.commitGroup();
        QCOMPARE(f.start(testPhone(4)).error().code, ErrorCode::LimitReached);
        // Nothing of it is only in memory.
        Stores reopened(f.folder.filePath(QStringLiteral("test.db")), Database::Access::Write);
        QCOMPARE(f.signIn.start(reopened, f.signIn.prepare(testPhone(4), QStringLiteral("192.0.2.1"))).error().code,
                 ErrorCode::LimitReached);
    }

    void whatAGroupDidNotCommitIsNotCounted()
    {
        Settings settings = protecting();
        settings.limitAddress = {{1, 1h}};
        AuthFixture f(settings);
        f.stores.beginGroup();
        QVERIFY(f.signIn.start(f.stores, f.signIn.prepare(testPhone(1), QStringLiteral("192.0.2.1"))).ok());
        f.stores.rollbackGroup();
        QVERIFY(f.start(testPhone(2)).ok());
        QCOMPARE(f.start(testPhone(3)).error().code, ErrorCode::LimitReached);
    }

    void aWindowThatEndsWithinAGroupBeginsAnew()
    {
        Settings settings = protecting();
        settings.limitAddress = {{1, 1h}};
        AuthFixture f(settings);
        f.stores.beginGroup();
        QVERIFY(f.signIn.start(f.stores, f.signIn.prepare(testPhone(1), QStringLiteral("192.0.2.1"))).ok());
        f.clock.advance(1h);
        QVERIFY(f.signIn.start(f.stores, f.signIn.prepare(testPhone(2), QStringLiteral("192.0.2.1"))).ok());
        f.stores.commitGroup();
        const auto refused = f.start(testPhone(3));
        QCOMPARE(refused.error().code, ErrorCode::LimitReached);
        QCOMPARE(refused.error().retryAfter, seconds(1h));
    }

    void everyScopeIsExact_data()
    {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<QStringList>("accepted"); // "phone address"
        QTest::addColumn<QString>("refused");
        QTest::addColumn<QString>("elsewhere"); // still accepted afterwards; empty: nothing is
        const QString a = QStringLiteral("+12025550101 192.0.2.1"), b = QStringLiteral("+12025550102 192.0.2.1"),
                      c = QStringLiteral("+12025560103 192.0.2.2"), d = QStringLiteral("+79261234567 192.0.2.1");
        QTest::newRow("phone") << "phone" << QStringList{a, a, a} << a << b;
        QTest::newRow("address") << "address" << QStringList{a, b, d} << a << c;
        QTest::newRow("prefix") << "prefix" << QStringList{a, b, a} << b << c;
        QTest::newRow("country") << "country" << QStringList{a, b, c} << c << d;
        QTest::newRow("global") << "global" << QStringList{a, c, d} << b << QString();
    }
    void everyScopeIsExact()
    {
        QFETCH(QString, scope);
        QFETCH(QStringList, accepted);
        QFETCH(QString, refused);
        QFETCH(QString, elsewhere);
        Settings settings = protecting();
        QList<Limit> &limit = scope == QLatin1StringView("phone")     ? settings.limitPhone
                              : scope == QLatin1StringView("address") ? settings.limitAddress
                              : scope == QLatin1StringView("prefix")  ? settings.limitPrefix
                              : scope == QLatin1StringView("country") ? settings.limitCountry
                                                                      : settings.limitGlobal;
        limit = {{3, 1h}};
        AuthFixture f(settings);
        const auto ask = [&](const QString &who) {
            return f.start(PhoneNumber::fromStored(who.section(u' ', 0, 0)), who.section(u' ', 1, 1));
        };
        for (const QString &who : accepted) {
            QVERIFY(ask(who).ok());
            f.clock.advance(1s);
        }
        const Result<void> result = ask(refused);
        QCOMPARE(result.error().code, ErrorCode::LimitReached);
        QVERIFY(result.error().detail.contains(scope));
        QCOMPARE(result.error().retryAfter, 3600s - 3s);
        if (!elsewhere.isEmpty())
            QVERIFY(ask(elsewhere).ok());
        f.clock.advance(3597s);
        QVERIFY(ask(refused).ok());
    }

    void severalWindowsOfOneScope()
    {
        Settings settings = protecting();
        settings.limitPhone = {{2, 1h}, {3, 24h}};
        AuthFixture f(settings);
        QVERIFY(f.start(testPhone()).ok());
        QVERIFY(f.start(testPhone()).ok());
        QVERIFY(!f.start(testPhone()).ok());
        f.clock.advance(1h);
        QVERIFY(f.start(testPhone()).ok());
        const auto daily = f.start(testPhone());
        QVERIFY(!daily.ok());
        QCOMPARE(daily.error().retryAfter, 23h);
    }

    void addressesAreGrouped_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<bool>("same");
        QTest::newRow("v4") << "192.0.2.1"
                            << "192.0.2.1" << true;
        QTest::newRow("other v4") << "192.0.2.1"
                                  << "192.0.2.2" << false;
        QTest::newRow("mapped v4") << "192.0.2.1"
                                   << "::ffff:192.0.2.1" << true;
        QTest::newRow("v6 of one /64") << "2001:db8::1"
                                       << "2001:db8::ffff:2" << true;
        QTest::newRow("v6 of another /64") << "2001:db8::1"
                                           << "2001:db8:0:1::1" << false;
        QTest::newRow("unknown") << ""
                                 << "nonsense" << true;
    }
    void addressesAreGrouped()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(bool, same);
        Settings settings = protecting();
        settings.limitAddress = {{1, 1h}};
        AuthFixture f(settings);
        QVERIFY(f.start(testPhone(1), first).ok());
        QCOMPARE(f.start(testPhone(2), second).ok(), !same);
    }

    void onlyAllowedCountries()
    {
        Settings settings;
        settings.countries = {QStringLiteral("US"), QStringLiteral("DE")};
        AuthFixture f(settings);
        QVERIFY(f.start(testPhone()).ok());
        const PhoneNumber russian = PhoneNumber::fromStored(QStringLiteral("+79261234567"));
        QCOMPARE(f.start(russian).error().code, ErrorCode::CountryNotAllowed);
        QCOMPARE(f.messagesOf(russian).constFirst().state, MessageState::Blocked);
    }

    void seedLimitsCountNothing()
    {
        Settings settings = protecting();
        settings.limits = LimitsMode::Seed;
        settings.limitPhone = {{1, 1h}};
        AuthFixture f(settings);
        for (int i = 0; i < 10; ++i)
            QVERIFY(f.start(testPhone()).ok());
    }

    void theLedgerSurvivesResendAndGrows()
    {
        Settings settings = protecting();
        settings.maxTries = 100;
        AuthFixture f(settings);
        QVERIFY(f.start(testPhone()).ok());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(f.complete(testPhone(), QStringLiteral("0000")).error().code, ErrorCode::CodeNotFound);
        QVERIFY(f.start(testPhone()).ok());
        auto held = f.complete(testPhone(), QStringLiteral("4321"));
        QCOMPARE(held.error().code, ErrorCode::LimitReached);
        QCOMPARE(held.error().retryAfter, 30s);

        f.clock.advance(30s);
        QCOMPARE(f.complete(testPhone(), QStringLiteral("0000")).error().code, ErrorCode::CodeNotFound);
        held = f.complete(testPhone(), QStringLiteral("4321"));
        QCOMPARE(held.error().retryAfter, 60s);

        f.clock.advance(60s);
        QVERIFY(f.start(testPhone()).ok());
        QVERIFY(f.complete(testPhone(), QStringLiteral("4321")).ok());
        QCOMPARE(f.stores.limits.failures(testPhone()).count, 0);
    }

    void theWaitIsBounded()
    {
        AuthFixture f(protecting());
        for (int i = 0; i < 99; ++i)
            f.limits.countFailure(f.stores, testPhone());
        QCOMPARE(f.limits.mayVerify(f.stores, testPhone()).error().retryAfter, 3600s);
        f.limits.countFailure(f.stores, testPhone());
        QCOMPARE(f.limits.mayVerify(f.stores, testPhone()).error().retryAfter, 86400s);
    }
};

QTEST_GUILESS_MAIN(tst_RateLimiter)
#include "tst_ratelimiter.moc"
