// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/LimitReplay.h"
#include "tests/support/AuthFixture.h"

#include <QTest>
#include <numeric>
#include <random>

using namespace smsauth;
using namespace std::chrono_literals;

namespace {

/// Protecting, with room for everything; without a wait, so that the log has every request.
Settings roomy()
{
    Settings settings;
    settings.limits = LimitsMode::Protect;
    settings.resendWait = 0s;
    settings.limitPhone = settings.limitAddress = settings.limitPrefix = settings.limitCountry =
        settings.limitGlobal = {{1'000'000, 1h}};
    return settings;
}

/// Within ten numbers of two ranges of two countries each.
PhoneNumber phoneOf(int number)
{
    static const QStringList ranges{QStringLiteral("+1202555"), QStringLiteral("+1202556"),
                                    QStringLiteral("+7926123"), QStringLiteral("+7926124")};
    return PhoneNumber::fromStored(ranges.at(number % 4) + QString::number(4560 + number / 4));
}

LimitTrial replay(AuthFixture &log, const Settings &settings, Timestamp from = {})
{
    LimitReplay replay(settings, from);
    RowIdRange ids = log.stores.log.idsSince(from - LimitReplay::reach(settings), LimitTrial::MaxRows);
    for (const LoggedRequest &request : log.stores.log.requests(ids, 1'000'000))
        replay.take(request);
    return replay.trial();
}

qint64 sum(const LimitTrial &trial)
{
    const QList<qint64> limits = trial.byLimit.values();
    return std::accumulate(limits.begin(), limits.end(), trial.byCountries + trial.byWait);
}

} // namespace

/// What the page about protection says of settings that are not applied yet.
class tst_LimitReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The proof that both have the same rules: what a server with these settings did to the same requests.
    void doesAsTheServerWouldHaveDone_data()
    {
        QTest::addColumn<QString>("limit");
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 2; ++seed) {
            for (const char *limit :
                 {"phone", "prefix", "country", "global", "all", "countries", "wait", "library"})
                QTest::addRow("%s %d", limit, seed) << QString::fromLatin1(limit) << seed;
        }
    }
    void doesAsTheServerWouldHaveDone()
    {
        QFETCH(QString, limit);
        QFETCH(int, seed);
        Settings tried = roomy();
        const bool all = limit == QLatin1StringView("all");
        if (all || limit == QLatin1StringView("phone"))
            tried.limitPhone = {{2, 10min}, {5, 1h}};
        if (all || limit == QLatin1StringView("prefix"))
            tried.limitPrefix = {{7, 20min}};
        if (all || limit == QLatin1StringView("country"))
            tried.limitCountry = {{9, 15min}};
        if (all || limit == QLatin1StringView("global"))
            tried.limitGlobal = {{25, 30min}, {300, 24h}};
        if (all || limit == QLatin1StringView("countries"))
            tried.countries = {QStringLiteral("US")};
        if (all || limit == QLatin1StringView("wait"))
            tried.resendWait = 120s;
        if (limit == QLatin1StringView("library"))
            tried.limits = LimitsMode::Seed;

        AuthFixture log(roomy());
        AuthFixture server(tried);
        std::mt19937 die{unsigned(seed)};
        qint64 refused = 0, requests = 0;
        for (AuthFixture *one : {&log, &server})
            one->stores.beginGroup();
        for (int i = 0; i < 300; ++i) {
            if (i % 150 == 0) { // not each in a group of its own, which the disk would have to confirm
                for (AuthFixture *one : {&log, &server}) {
                    one->stores.commitGroup();
                    one->stores.beginGroup();
                }
            }
            const milliseconds pause(die() % 60'000);
            log.clock.advance(pause);
            server.clock.advance(pause);
            const PhoneNumber phone = phoneOf(int(die() % 40));
            const auto start = [&](AuthFixture &one) {
                return one.signIn.start(one.stores, one.signIn.prepare(phone, {})).ok();
            };
            const auto complete = [&](AuthFixture &one) {
                return one.signIn.complete(one.stores, phone, QStringLiteral("4321"), 0).ok();
            };
            QVERIFY(start(log));
            ++requests;
            const bool accepted = start(server);
            refused += accepted ? 0 : 1;
            if (die() % 3 == 0)
                QVERIFY(complete(log) && (!accepted || complete(server)));
        }
        for (AuthFixture *one : {&log, &server})
            one->stores.commitGroup();
        const LimitTrial trial = replay(log, tried);
        QCOMPARE(trial.requests, requests);
        QCOMPARE(trial.blocked, refused);
        QCOMPARE(sum(trial), refused);
        QCOMPARE(trial.blockedThen, 0);
        QCOMPARE(refused > 0, limit != QLatin1StringView("library"));
    }

    void saysWhichRuleItWas()
    {
        AuthFixture log(roomy());
        for (int i = 0; i < 3; ++i) {
            QVERIFY(log.start(phoneOf(0)).ok()); // US
            log.clock.advance(1min);
        }
        QVERIFY(log.start(phoneOf(2)).ok()); // RU
        Settings tried = roomy();
        tried.limitPhone = {{1, 1h}};
        tried.countries = {QStringLiteral("US")};
        LimitTrial trial = replay(log, tried);
        QCOMPARE(trial.requests, 4);
        QCOMPARE(trial.blocked, 3);
        QCOMPARE(trial.byLimit, (QMap<LimitScope, qint64>{{LimitScope::Phone, 2}}));
        QCOMPARE(trial.byCountries, 1);
        tried.resendWait = 90s;
        trial = replay(log, tried);
        QCOMPARE(trial.byWait, 1);
        QCOMPARE(trial.byLimit.value(LimitScope::Phone), 1);
    }

    void whatWasRefusedIsJudgedAgain()
    {
        Settings tight = roomy();
        tight.limitPhone = {{1, 1h}};
        AuthFixture log(tight);
        QVERIFY(log.start(phoneOf(0)).ok());
        for (int i = 0; i < 4; ++i) {
            log.clock.advance(1min);
            QVERIFY(!log.start(phoneOf(0)).ok());
        }
        LimitTrial trial = replay(log, roomy());
        QCOMPARE(trial.requests, 5);
        QCOMPARE(trial.blockedThen, 4);
        QCOMPARE(trial.blocked, 0);
        Settings tried = roomy();
        tried.limitPhone = {{3, 1h}};
        QCOMPARE(replay(log, tried).blocked, 2);
    }

    void whatTheAddressWasRefusedForIsLeftOut()
    {
        Settings tight = roomy();
        tight.limitAddress = {{2, 1h}};
        AuthFixture log(tight);
        for (int i = 0; i < 5; ++i)
            (void)log.start(phoneOf(i));
        const LimitTrial trial = replay(log, roomy());
        QCOMPARE(trial.requests, 2);
        QCOMPARE(trial.notJudged, 3);
        QCOMPARE(trial.blockedThen, 0);
    }

    void earlierRequestsFillTheWindows()
    {
        AuthFixture log(roomy());
        QVERIFY(log.start(phoneOf(0)).ok());
        log.clock.advance(30min);
        const Timestamp from = log.clock.now();
        QVERIFY(log.start(phoneOf(0)).ok());
        Settings tried = roomy();
        tried.limitPhone = {{1, 1h}};
        const LimitTrial trial = replay(log, tried, from);
        QCOMPARE(trial.requests, 1);
        QCOMPARE(trial.blocked, 1);
        QCOMPARE(trial.since.value(), from);
    }

    void testsOfAGatewayAreNoRequests()
    {
        AuthFixture log(roomy());
        log.inTransaction([&] {
            return log.outbox.logSent(log.stores, testPhone(), QStringLiteral("test"),
                                      {.state = MessageState::Sent});
        });
        QCOMPARE(replay(log, roomy()).requests, 0);
    }

    void aClockSetBackOpensTheWindows()
    {
        Settings tried = roomy();
        tried.limitPhone = {{1, 1h}};
        AuthFixture log(roomy()), server(tried);
        for (AuthFixture *one : {&log, &server}) {
            QVERIFY(one->start(phoneOf(0)).ok());
            one->clock.jump(-2h);
            QVERIFY(one->start(phoneOf(0)).ok());
        }
        QCOMPARE(replay(log, tried).blocked, 0);
    }

    void findsTheFirstOfATime()
    {
        AuthFixture log(roomy());
        QList<Timestamp> times;
        log.stores.beginGroup();
        for (int i = 0; i < 40; ++i) {
            QVERIFY(log.signIn.start(log.stores, log.signIn.prepare(phoneOf(i), {})).ok());
            times.append(log.clock.now());
            log.clock.advance(1min);
        }
        log.stores.commitGroup();
        MessageLog &logged = log.stores.log;
        // Gaps, as a cleanup and a removed test leave them.
        logged.removeOf(phoneOf(0), QStringLiteral("sandbox"));
        logged.removeOf(phoneOf(20), QStringLiteral("sandbox"));
        logged.removeOf(phoneOf(21), QStringLiteral("sandbox"));
        for (int i = 0; i < 40; ++i) {
            const RowIdRange range = logged.idsSince(times.at(i), 1000);
            const QList<LoggedRequest> found = logged.requests(range, 1000);
            const int expected = i == 0 ? 1 : i == 20 || i == 21 ? 22 : i;
            QCOMPARE(found.constFirst().at, times.at(expected));
            QCOMPARE(found.constLast().at, times.constLast());
        }
        QVERIFY(logged.requests(logged.idsSince(log.clock.now(), 1000), 1000).isEmpty());
        QCOMPARE(logged.requests(logged.idsSince({}, 5), 1000).size(), 5);
        QCOMPARE(logged.requests(logged.idsSince({}, 1000), 3).size(), 3);
        logged.removeOf({}, QStringLiteral("sandbox"));
        QVERIFY(logged.requests(logged.idsSince({}, 1000), 1000).isEmpty());
    }

    // A flood must neither fill the disk nor drive everything else out of the log.
    void aFloodIsLoggedWithinBounds()
    {
        Settings settings = roomy();
        settings.limitGlobal = {{1, 24h}};
        AuthFixture f(settings);
        QVERIFY(f.start(phoneOf(0)).ok());
        const auto refusals = [&] {
            return f.stores.log
                .list({.states = {MessageState::Blocked}, .limit = 10 * Outbox::LoggedRefusals.count})
                .size();
        };
        const auto flood = [&](int requests) {
            f.stores.beginGroup();
            for (int i = 0; i < requests; ++i)
                QCOMPARE(f.signIn.start(f.stores, f.signIn.prepare(phoneOf(i), {})).error().code,
                         ErrorCode::LimitReached);
            f.stores.commitGroup();
        };
        flood(999);
        QCOMPARE(refusals(), 999);
        QVERIFY(!f.stores.log.list({.limit = 1}).constFirst().record.reason.contains(QLatin1StringView("listed")));
        flood(1000);
        QCOMPARE(refusals(), 1000);
        QCOMPARE(f.stores.log.list({.limit = 1}).constFirst().record.reason,
                 QStringLiteral("limit global: 1 per 86400 s; further refusals of this hour are not listed"));
        f.clock.advance(1h);
        flood(2);
        QCOMPARE(refusals(), 1002);
    }
};

QTEST_GUILESS_MAIN(tst_LimitReplay)
#include "tst_limitreplay.moc"
