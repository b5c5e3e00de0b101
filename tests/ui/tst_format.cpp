// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Format.h"

#include <QLocale>
#include <QScopeGuard>
#include <QTest>

using namespace smsauth;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Values as a person writes them.
class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durations_data()
    {
        QTest::addColumn<int>("ms");
        QTest::addColumn<QString>("duration");
        QTest::addColumn<QString>("elapsed");
        QTest::newRow("nothing") << 0 << u"0 s"_s << u"0.1 s"_s; // what took no time at all was not done
        QTest::newRow("a moment") << 153 << u"0 s"_s << u"0.2 s"_s;
        QTest::newRow("seconds") << 9'940 << u"9 s"_s << u"9.9 s"_s;
        QTest::newRow("more seconds") << 10'000 << u"10 s"_s << u"10 s"_s;
        QTest::newRow("minutes") << 125'000 << u"2 min 5 s"_s << u"2 min 5 s"_s;
        QTest::newRow("hours") << 3'600'000 << u"1 h"_s << u"1 h"_s;
        QTest::newRow("backwards") << -5'000 << u"0 s"_s << u"0 s"_s;
    }
    void durations()
    {
        QFETCH(int, ms);
        QTEST(durationText(milliseconds(ms)), "duration");
        QTEST(elapsedText(milliseconds(ms)), "elapsed");
    }

    void followsTheLanguage()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const auto back = qScopeGuard([] { QLocale::setDefault(QLocale::system()); });
        QCOMPARE(elapsedText(1500ms), u"1,5 s"_s);
        QCOMPARE(sizeText(3 << 20), u"3,0 MiB"_s);
    }
};

QTEST_MAIN(TestFormat)
#include "tst_format.moc"
