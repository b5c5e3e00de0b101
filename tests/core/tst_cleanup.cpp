// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maintenance/Cleanup.h"
#include "core/maintenance/CleanupSchedule.h"
#include "core/storage/StorageThread.h"
#include "tests/support/AuthFixture.h"

#include <QTest>

using namespace smsauth;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class tst_Cleanup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatRanOutGoes()
    {
        Bench b;
        b.signIn(1, 1200);
        QVERIFY(b.auth.complete(testPhone(1), QStringLiteral("4321")).ok());
        b.auth.clock.advance(60s);
        b.signIn(2000, 2002);
        b.open();

        CleanupReport report = b.runDry();
        QCOMPARE(report.expired, 1199); // the used one did not run out
        QCOMPARE(report.removed, 0);
        report = b.run();
        QCOMPARE(report.expired, 1199);
        QCOMPARE(report.removed, 1199);
        QCOMPARE(b.auth.stores.codes.list({}, false, 0, 5000, b.auth.clock.now()).size(), 3);
        QCOMPARE(b.run().removed, 0);
    }

    void theResendWaitIsNotForgotten()
    {
        Settings settings;
        settings.resendWait = 600s;
        Bench b(settings);
        b.signIn(101, 101); // testPhone(1)
        b.auth.clock.advance(61s);
        b.open();
        QCOMPARE(b.run().removed, 0);
        QCOMPARE(b.auth.start(testPhone(1)).error().code, ErrorCode::SentEarly);
        b.auth.clock.advance(600s);
        QCOMPARE(b.run().removed, 1);
    }

    void oldLogRowsGoButNotWaitingOnes()
    {
        Settings settings;
        settings.logDays = 1;
        Bench b(settings);
        b.signIn(1, 3);
        const auto claimed = b.auth.outbox.claim(b.auth.stores, 2);
        for (const ClaimedMessage &message : claimed)
            b.auth.stores.messages.end(message.id, MessageState::Sent, {}, true);
        b.auth.clock.advance(25h);
        b.open();
        QCOMPARE(b.runDry().logRemoved, 2);
        QCOMPARE(b.run().logRemoved, 2);
        QCOMPARE(b.runDry().logRemoved, 0);
        QCOMPARE(b.auth.stores.log.list({}).size(), 1);
    }

    void theLogKeepsItsNewestRows()
    {
        Settings settings;
        settings.logRows = 10;
        Bench b(settings);
        b.signIn(1, 1500);
        b.auth.stores.database.run(QStringLiteral("UPDATE message SET state = 'sent'"));
        b.open();
        QCOMPARE(b.run().logRemoved, 1490);
        QCOMPARE(b.auth.stores.log.list({}).constLast().record.id, 1491);
    }

    void aDryRunTellsWhatARunRemoves()
    {
        Settings settings;
        settings.limits = LimitsMode::Protect; // their windows end as well, and are no rows of the log
        settings.logDays = 1;
        settings.logRows = 1000;
        for (QList<Limit> *limit : {&settings.limitPhone, &settings.limitAddress, &settings.limitPrefix,
                                    &settings.limitCountry, &settings.limitGlobal})
            *limit = {{10'000, 1h}};
        Bench b(settings);
        b.signIn(1, 1300);
        // Waiting ones in the first, the second and no batch.
        b.auth.stores.database.run(QStringLiteral("UPDATE message SET state = 'sent' WHERE id NOT IN (1, 7, 900)"));
        b.auth.clock.advance(25h);
        b.signIn(2001, 2400);
        b.open();
        const CleanupReport dry = b.runDry();
        QCOMPARE(dry.logRemoved, 1297);
        QCOMPARE(dry.expired, 1300);
        const CleanupReport report = b.run();
        QCOMPARE(report.logRemoved, dry.logRemoved);
        QCOMPARE(report.expired, dry.expired);
        QCOMPARE(b.auth.stores.log
                     .list({.phone = {}, .states = {}, .provider = {}, .before = 0, .after = 0, .limit = 5000})
                     .size(),
                 403);
    }

    void aSecondRunJoinsTheFirst()
    {
        Bench b;
        b.signIn(1, 700);
        b.auth.clock.advance(60s);
        b.open();
        QList<qint64> removed;
        for (int i = 0; i < 2; ++i)
            b.cleanup->run(u"test"_s,
                           [&](const Result<CleanupReport> &report) { removed.append(report->removed); });
        QTRY_COMPARE(removed.size(), 2);
        QCOMPARE(removed, QList<qint64>({700, 700}));
        QCOMPARE(b.cleanup->status().lastReport.removed, 700);
        QVERIFY(b.cleanup->status().lastRun);
    }

    void theScheduleRuns()
    {
        Settings settings;
        settings.cleanupInterval = 1s;
        Bench b(settings);
        b.signIn(1, 5);
        b.auth.clock.advance(60s);
        b.open();
        b.cleanup->startSchedule();
        QCOMPARE(b.cleanup->status().nextRun, b.auth.clock.now() + 1s);
        QTRY_VERIFY(b.cleanup->status().lastRun);
        QCOMPARE(b.cleanup->status().lastReport.removed, 5);
    }

    void theHistoryIsKept()
    {
        Bench b;
        b.signIn(1, 5);
        b.auth.clock.advance(60s);
        b.open();
        QCOMPARE(b.run().removed, 5);
        // What found nothing on its own is told once.
        for (int i = 0; i < 3; ++i) {
            b.auth.clock.advance(10min);
            QCOMPARE(b.run(u"schedule"_s).removed, 0);
        }
        QCOMPARE(b.run(u"console"_s).removed, 0);
        const QList<CleanupRun> runs = b.auth.stores.cleanups.list(10);
        QCOMPARE(runs.size(), 3);
        QCOMPARE(runs[0].cause, u"console"_s);
        QCOMPARE(runs[1].runs, 3);
        QCOMPARE(runs[1].at - runs[1].since, 20min);
        QCOMPARE(runs[1].cause, u"schedule"_s);
        QCOMPARE(runs[2].report.removed, 5);
        QCOMPARE(runs[2].report.expired, 5);
        QVERIFY(runs[2].error.isEmpty());
    }

    void theHistoryHasAnEnd()
    {
        AuthFixture auth;
        auth.stores.beginGroup();
        for (int i = 0; i < CleanupStore::Kept + 50; ++i) {
            CleanupRun run;
            run.cause = u"console"_s;
            run.at = fromMs(i);
            auth.stores.cleanups.append(run);
        }
        auth.stores.commitGroup();
        const QList<CleanupRun> runs = auth.stores.cleanups.list(10'000);
        QCOMPARE(runs.size(), CleanupStore::Kept);
        QCOMPARE(toMs(runs.first().at), CleanupStore::Kept + 49);
    }

    void aFailedRunIsToldOf()
    {
        Bench b;
        b.signIn(1, 3);
        b.auth.clock.advance(60s);
        b.auth.stores.database.run(u"CREATE TRIGGER broken BEFORE DELETE ON code BEGIN "
                                   "SELECT RAISE(ABORT, 'no room'); END"_s);
        b.open();
        QCOMPARE(b.run(u"console"_s).removed, -1);
        const QList<CleanupRun> runs = b.auth.stores.cleanups.list(10);
        QCOMPARE(runs.size(), 1);
        QVERIFY(runs.first().error.contains(u"no room"_s));
    }

    void aDryRunNamesTheCodes()
    {
        Bench b;
        b.signIn(1, 60);
        b.auth.clock.advance(60s);
        b.signIn(61, 61); // live
        b.open();
        const CleanupReport report = b.runDry();
        QCOMPARE(report.codes.size(), CleanupReport::Shown);
        QCOMPARE(report.codes.first().phone.e164(), u"+12025550001"_s);
        QCOMPARE(report.codes.first().state, CodeState::Expired);
        QVERIFY(report.codes.first().code.isEmpty());
    }

    void theTimeOfDay_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("next");
        QTest::addColumn<QString>("last");
        QTest::newRow("before") << u"2026-05-10T02:00:00"_s << u"2026-05-10T03:30:00"_s << u"2026-05-09T03:30:00"_s;
        QTest::newRow("at it") << u"2026-05-10T03:30:00"_s << u"2026-05-11T03:30:00"_s << u"2026-05-10T03:30:00"_s;
        QTest::newRow("after") << u"2026-12-31T23:59:59"_s << u"2027-01-01T03:30:00"_s << u"2026-12-31T03:30:00"_s;
    }
    void theTimeOfDay()
    {
        QFETCH(QString, now);
        const auto at = [](const QString &text) {
            return fromMs(QDateTime::fromString(text, Qt::ISODate).toMSecsSinceEpoch());
        };
        QFETCH(QString, next);
        QFETCH(QString, last);
        QCOMPARE(nextTimeOfDay(u"03:30"_s, at(now)), at(next));
        QCOMPARE(lastTimeOfDay(u"03:30"_s, at(now)), at(last));
    }

    void theDailyRunComes()
    {
        Settings settings;
        settings.cleanupAt = u"03:30"_s;
        settings.cleanupInterval = 1s; // does not count beside it
        Bench b(settings);
        b.signIn(1, 5);
        const Timestamp due = nextTimeOfDay(u"03:30"_s, b.auth.clock.now());
        b.auth.clock.advance(due - b.auth.clock.now() - 10ms);
        b.open();
        b.cleanup->startSchedule();
        QCOMPARE(b.cleanup->status().nextRun, due);
        b.auth.clock.advance(10ms);
        QTRY_COMPARE(b.cleanup->status().lastReport.removed, 5);
        QCOMPARE(b.cleanup->status().nextRun, nextTimeOfDay(u"03:30"_s, due));
    }

    void aMissedDayIsMadeUpFor()
    {
        Settings settings;
        settings.cleanupAt = u"03:30"_s;
        Bench b(settings);
        b.open();
        b.run(); // the last one
        b.signIn(1, 5);
        b.auth.clock.advance(25h);
        b.cleanup->startSchedule();
        QTRY_COMPARE(b.cleanup->status().lastReport.removed, 5);
    }

    void theScheduleWaitsForWhatMayBeTakenBack()
    {
        Settings settings;
        settings.cleanupInterval = 1s;
        Bench b(settings);
        b.signIn(1, 5);
        b.auth.clock.advance(60s);
        b.open();
        b.cleanup->hold(1500ms);
        b.cleanup->startSchedule();
        QVERIFY(!QTest::qWaitFor([&] { return b.cleanup->status().lastRun.has_value(); }, 1200));
        b.auth.clock.advance(1500ms);
        QTRY_COMPARE(b.cleanup->status().lastReport.removed, 5);
    }

private:
    struct Bench
    {
        explicit Bench(const Settings &settings = {})
            : auth(settings)
        {
        }
        void signIn(int first, int last)
        {
            for (int i = first; i <= last; ++i)
                QVERIFY(auth.start(PhoneNumber::fromStored(
                                       QStringLiteral("+1202555%1").arg(i, 4, 10, QLatin1Char('0'))))
                            .ok());
        }
        void open()
        {
            const QString file = auth.stores.database.file();
            QVERIFY(thread.start([file] { return std::make_unique<Stores>(file, Database::Access::Write); }).ok());
            cleanup = std::make_unique<Cleanup>(thread, thread, home, auth.settings, auth.clock, nullptr);
        }
        CleanupReport run(const QString &cause = u"test"_s)
        {
            return wait([&](Cleanup::Done done) { cleanup->run(cause, std::move(done)); });
        }
        CleanupReport runDry()
        {
            return wait([this](Cleanup::Done done) { cleanup->dryRun(std::move(done)); });
        }
        static CleanupReport wait(const std::function<void(Cleanup::Done)> &action)
        {
            std::optional<Result<CleanupReport>> answer;
            action([&](const Result<CleanupReport> &report) { answer = report; });
            const bool answered = QTest::qWaitFor([&] { return answer.has_value(); }) && answer->ok();
            return answered ? answer->value() : CleanupReport{-1, -1, -1, {}};
        }

        AuthFixture auth;
        Mailbox home;
        StorageThread thread;
        std::unique_ptr<Cleanup> cleanup;
    };
};

QTEST_GUILESS_MAIN(tst_Cleanup)
#include "tst_cleanup.moc"
