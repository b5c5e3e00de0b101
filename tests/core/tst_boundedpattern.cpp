// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/BoundedPattern.h"

#include <QElapsedTimer>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

class tst_BoundedPattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found"); ///< null: nothing
        const auto row = [](const char *name, const QString &pattern, const QString &text, const QString &found) {
            QTest::newRow(name) << pattern << text << found;
        };
        row("all of it", u"o."_s, u"foobar"_s, u"oo"_s);
        row("its first group", u"id=(\\d+),(\\d+)"_s, u"ok id=42,7"_s, u"42"_s);
        row("nowhere", u"^bar"_s, u"foobar"_s, QString());
        row("empty", u"x*"_s, u"foo"_s, u""_s);
        row("verbs of its own", u"(*UCP)\\bда\\b"_s, u"ну да, да"_s, u"да"_s);
        row("a branch", u"a|b"_s, u"xb"_s, u"b"_s);
        row("free spacing", u"(?x) f o # a letter"_s, u"foo"_s, u"fo"_s);
        row("at the end of a long text", u"x$"_s, QString(16'383, u'a') + u'x', u"x"_s);
    }
    void finds()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(QString, found);
        const BoundedPattern bounded(pattern);
        QCOMPARE(bounded.problem(), QString());
        QCOMPARE(bounded.pattern(), pattern);
        QCOMPARE(bounded.fits(text), !found.isNull());
        QCOMPARE(bounded.find(text).value_or(QString()), found);
        QVERIFY(!bounded.givesUpOn(text));
    }

    void saysWhatIsNoPattern()
    {
        const QString problem = BoundedPattern(u"ab(c"_s).problem();
        QVERIFY2(problem.startsWith(u"is not a valid pattern: "_s) && problem.endsWith(u" at character 4"_s),
                 qPrintable(problem));
        QVERIFY(!BoundedPattern(u"ab(c"_s).fits(u"abc"_s));
    }

    /// Without a bound the first of these takes longer than the sun shines.
    void comesToAnEnd_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("givesUp");
        QTest::newRow("exponential") << u"^(a+)+$"_s << true;
        QTest::newRow("alternatives") << u"(a|aa)+$"_s << true;
        QTest::newRow("cubic") << u".*.*.*[xy]"_s << true;
        QTest::newRow("a limit of its own") << u"(*LIMIT_MATCH=1000000000)^(a+)+$"_s << true;
        QTest::newRow("one of the first letters") << u"^a{1,9}!$"_s << false;
        QTest::newRow("quadratic, within the bound") << u".*[xy]"_s << false;
    }
    void comesToAnEnd()
    {
        QFETCH(QString, pattern);
        QFETCH(bool, givesUp);
        const BoundedPattern bounded(pattern);
        QCOMPARE(bounded.problem(), QString());
        const QString text = QString(16'000, u'a') + u'!';
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!bounded.fits(text));
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(bounded.givesUpOn(text), givesUp);
    }

    /// What it does not see to its end it says nothing about.
    void aTextThatIsTooLongDoesNotFit()
    {
        const QString text(16'385, u'a');
        QVERIFY(!BoundedPattern(u"^a*$"_s).fits(text));
        QVERIFY(BoundedPattern(u"^a*$"_s).givesUpOn(text));
        QVERIFY(BoundedPattern(u"^a*$"_s).fits(text.chopped(1)));
    }
};

QTEST_GUILESS_MAIN(tst_BoundedPattern)
#include "tst_boundedpattern.moc"
