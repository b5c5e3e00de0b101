// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maintenance/Cleanup.h"
#include "core/storage/StorageThread.h"
#include "tests/support/AuthFixture.h"

#include <QTest>

using namespace smsauth;
using namespace std::chrono_literals;

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
        QCOMPARE(b.auth.stores.messages.list({}).size(), 1);
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
        QCOMPARE(b.auth.stores.messages.list({}).constLast().record.id, 1491);
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
        QCOMPARE(b.auth.stores.messages
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
            b.cleanup->run([&](const Result<CleanupReport> &report) { removed.append(report->removed); });
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
            cleanup = std::make_unique<Cleanup>(thread, home, auth.settings, auth.clock, nullptr);
        }
        CleanupReport run()
        {
            return wait([this](Cleanup::Done done) { cleanup->run(std::move(done)); });
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
            return answered ? answer->value() : CleanupReport{-1, -1, -1};
        }

        AuthFixture auth;
        Mailbox home;
        StorageThread thread;
        std::unique_ptr<Cleanup> cleanup;
    };
};

QTEST_GUILESS_MAIN(tst_Cleanup)
#include "tst_cleanup.moc"
