// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Hardening.h"
#include "app/StopSignals.h"

#include <QFile>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <sys/resource.h>

using namespace smsauth;
using namespace Qt::StringLiterals;

class tst_StopSignals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfSignals_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGHUP") << SIGHUP;
    }
    void tellsOfSignals()
    {
        QFETCH(int, number);
        StopSignals signalsOfThisProcess;
        QSignalSpy requested(&signalsOfThisProcess, &StopSignals::requested);
        QCOMPARE(std::raise(number), 0);
        QVERIFY2(requested.isEmpty(), "a handler must not call into Qt");
        QTRY_COMPARE(requested.count(), 1);
        QCOMPARE(requested.first().first().toInt(), number);
    }

    void remembersWhatCameBeforeTheEventLoop()
    {
        StopSignals signalsOfThisProcess;
        QSignalSpy requested(&signalsOfThisProcess, &StopSignals::requested);
        for (int i = 0; i < 3; ++i)
            std::raise(SIGTERM);
        QTRY_COMPARE(requested.count(), 3);
    }

    void survivesAStormOfSignals()
    {
        StopSignals signalsOfThisProcess;
        QSignalSpy requested(&signalsOfThisProcess, &StopSignals::requested);
        for (int i = 0; i < 100'000; ++i) // more than a pipe holds
            std::raise(SIGTERM);
        QTRY_VERIFY(!requested.isEmpty());
    }

    void givesTheSignalsBack()
    {
        {
            StopSignals signalsOfThisProcess;
        }
        struct sigaction action
        {
        };
        QCOMPARE(::sigaction(SIGTERM, nullptr, &action), 0);
        QVERIFY(action.sa_handler == SIG_DFL);
    }

    void leavesAnIgnoredHangUpIgnored()
    {
        QVERIFY(std::signal(SIGHUP, SIG_IGN) != SIG_ERR);
        const auto restore = qScopeGuard([] { std::signal(SIGHUP, SIG_DFL); });
        {
            StopSignals signalsOfThisProcess;
            QSignalSpy requested(&signalsOfThisProcess, &StopSignals::requested);
            std::raise(SIGHUP);
            std::raise(SIGTERM);
            QTRY_COMPARE(requested.count(), 1);
            QCOMPARE(requested.first().first().toInt(), SIGTERM);
        }
        struct sigaction action
        {
        };
        QCOMPARE(::sigaction(SIGHUP, nullptr, &action), 0);
        QVERIFY(action.sa_handler == SIG_IGN);
    }

    void makesFilesPrivateAndForbidsCoreDumps()
    {
        const QTemporaryDir dir;
        hardenProcess();
        QFile file(dir.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(int(file.permissions() & 0x0077), 0);
        rlimit limit{1, 1};
        QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_max, rlim_t(0));
    }
};

QTEST_GUILESS_MAIN(tst_StopSignals)
#include "tst_StopSignals.moc"
