// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/MessageText.h"

#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

class tst_messagetext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsTheCodeIn();
    void splitsAsNetworksDo_data();
    void splitsAsNetworksDo();
    void knowsTheWholeAlphabet();
};

void tst_messagetext::putsTheCodeIn()
{
    QCOMPARE(messageText(u"Your auth code: {code}"_s, u"0042"_s), u"Your auth code: 0042"_s);
    QCOMPARE(messageText(u"{code}\n\n@example.com #{code}"_s, u"4821"_s), u"4821\n\n@example.com #4821"_s);
}

void tst_messagetext::splitsAsNetworksDo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("gsm");
    QTest::addColumn<int>("units");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("left");

    const auto a = [](int n) { return QString(n, u'a'); };
    const auto ya = [](int n) { return QString(n, u'я'); };
    const QString face = u"😀"_s;
    QTest::newRow("empty") << QString() << true << 0 << 0 << 160;
    QTest::newRow("one") << u"a"_s << true << 1 << 1 << 159;
    QTest::newRow("160") << a(160) << true << 160 << 1 << 0;
    QTest::newRow("161") << a(161) << true << 161 << 2 << 145;
    QTest::newRow("306") << a(306) << true << 306 << 2 << 0;
    QTest::newRow("307") << a(307) << true << 307 << 3 << 152;
    QTest::newRow("extension counts twice") << u"€"_s << true << 2 << 1 << 158;
    QTest::newRow("160 with an extension") << a(158) + u"{"_s << true << 160 << 1 << 0;
    QTest::newRow("161 with an extension") << a(159) + u"{"_s << true << 161 << 2 << 145;
    // The escape and its character stay together: part 1 ends at 152.
    QTest::newRow("an extension is not torn") << a(152) + u"{"_s + a(152) << true << 306 << 3 << 152;
    QTest::newRow("cyrillic 70") << ya(70) << false << 70 << 1 << 0;
    QTest::newRow("cyrillic 71") << ya(71) << false << 71 << 2 << 63;
    QTest::newRow("cyrillic 134") << ya(134) << false << 134 << 2 << 0;
    QTest::newRow("emoji") << face << false << 2 << 1 << 68;
    QTest::newRow("a pair is not torn") << ya(66) + face + ya(4) << false << 72 << 2 << 61;
    QTest::newRow("lone surrogate") << QString(QChar(0xd83d)) << false << 1 << 1 << 69;
    QTest::newRow("accents of the alphabet") << u"àèéìòùäöüñåøæß"_s << true << 14 << 1 << 146;
    QTest::newRow("one accent outside it") << u"café ê"_s << false << 6 << 1 << 64;
    QTest::newRow("line feed and origin") << u"4821\n\n@example.com #4821"_s << true << 24 << 1 << 136;
    QTest::newRow("backtick is not in it") << u"`"_s << false << 1 << 1 << 69;
}

void tst_messagetext::splitsAsNetworksDo()
{
    QFETCH(QString, text);
    const Segments result = segments(text);
    QTEST(result.gsm, "gsm");
    QTEST(result.units, "units");
    QTEST(result.count, "count");
    QTEST(result.leftInLast, "left");
}

// 128 septets less the escape, ten characters behind it: no more and no fewer.
void tst_messagetext::knowsTheWholeAlphabet()
{
    int basic = 0;
    int extension = 0;
    for (int c = 0; c < 0x10000; ++c) {
        const Segments result = segments(QString(QChar(c)));
        if (result.gsm)
            (result.units == 1 ? basic : extension) += 1;
    }
    QCOMPARE(basic, 127);
    QCOMPARE(extension, 10);
}

QTEST_GUILESS_MAIN(tst_messagetext)
#include "tst_messagetext.moc"
