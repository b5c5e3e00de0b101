// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/PhoneNumber.h"

#include <QSet>
#include <QTest>
#include <QThread>
#include <memory>
#include <vector>

using namespace smsauth;
using namespace Qt::StringLiterals;

class tst_PhoneNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("e164");
        const QString none;
        const QString test = u"+12025550101"_s;
        QTest::newRow("E.164") << u"+12025550101"_s << none << test;
        QTest::newRow("E.164 with a region of another country") << u"+12025550101"_s << u"DE"_s << test;
        QTest::newRow("spaces") << u"+1 202 555 0101"_s << none << test;
        QTest::newRow("punctuation") << u"+1 (202) 555-0101"_s << none << test;
        QTest::newRow("dots") << u"+1.202.555.0101"_s << none << test;
        QTest::newRow("around it") << u"  +12025550101\n"_s << none << test;
        QTest::newRow("as a link") << u"tel:+1-202-555-0101"_s << none << test;
        QTest::newRow("full-width digits") << u"＋１２０２５５５０１０１"_s << none << test;
        QTest::newRow("Arabic-Indic digits") << u"+١٢٠٢٥٥٥٠١٠١"_s << none << test;
        QTest::newRow("non-breaking spaces") << u"+1\u00a0202\u00a0555\u00a00101"_s << none << test;
        QTest::newRow("letters of a keypad") << u"+1 202 KJL-0101"_s << none << test;
        QTest::newRow("national") << u"(202) 555-0101"_s << u"US"_s << test;
        QTest::newRow("national with its country code") << u"12025550101"_s << u"US"_s << test;
        QTest::newRow("international prefix") << u"011 1 202 555 0101"_s << u"US"_s << test;
        QTest::newRow("international prefix of Germany") << u"001 202 555 0101"_s << u"DE"_s << test;
        QTest::newRow("national trunk digit") << u"030 123456"_s << u"DE"_s << u"+4930123456"_s;
        QTest::newRow("trunk digit in brackets") << u"+44 (0)20 7946 0000"_s << none << u"+442079460000"_s;
        QTest::newRow("Italy keeps its zero") << u"+39 06 1234 5678"_s << none << u"+390612345678"_s;
        QTest::newRow("eight of Russia") << u"8 (912) 345-67-89"_s << u"RU"_s << u"+79123456789"_s;
        QTest::newRow("not geographic") << u"+800 1234 5678"_s << none << u"+80012345678"_s;
    }
    void accepts()
    {
        QFETCH(QString, text);
        QFETCH(QString, region);
        QFETCH(QString, e164);
        const Result<PhoneNumber> phone = PhoneNumber::parse(text, region);
        QVERIFY(phone);
        QVERIFY(!phone->isNull());
        QCOMPARE(phone->e164(), e164);
        // What it wrote, it reads, wherever it stands.
        QCOMPARE(PhoneNumber::parse(phone->e164())->e164(), e164);
        QCOMPARE(PhoneNumber::parse(phone->international())->e164(), e164);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("region");
        const QString none;
        QTest::newRow("null") << QString() << none;
        QTest::newRow("empty") << u""_s << u"US"_s;
        QTest::newRow("space") << u"   "_s << u"US"_s;
        QTest::newRow("words") << u"call me"_s << u"US"_s;
        QTest::newRow("only a plus") << u"+"_s << none;
        QTest::newRow("national without a region") << u"(202) 555-0101"_s << none;
        QTest::newRow("digits without a plus") << u"12025550101"_s << none;
        QTest::newRow("national of another region") << u"(202) 555-0101"_s << u"FR"_s;
        QTest::newRow("unknown region") << u"(202) 555-0101"_s << u"XX"_s;
        QTest::newRow("region in small letters") << u"(202) 555-0101"_s << u"us"_s;
        QTest::newRow("too short") << u"+1202555"_s << none;
        QTest::newRow("too long") << u"+1202555010123"_s << none;
        QTest::newRow("a digit beyond E.164") << u"+4926212345095550"_s << none;
        QTest::newRow("much too long") << u"+"_s + QString(40, u'1') << none;
        QTest::newRow("no such country code") << u"+999 123456789"_s << none;
        QTest::newRow("no such area") << u"+1 111 555 0101"_s << none;
        QTest::newRow("emergency") << u"911"_s << u"US"_s;
        QTest::newRow("short number") << u"+1 12345"_s << none;
        QTest::newRow("a word inside") << u"+1202 555 call 0101"_s << none;
        QTest::newRow("zero character") << u"+12025550101"_s + QChar(0) + u"9"_s << none;
        QTest::newRow("only a zero character") << QString(QChar(0)) << none;
        QTest::newRow("unpaired surrogate") << QString(QChar(0xd800)) << none;
        QTest::newRow("SQL") << u"' OR 1=1 --"_s << u"US"_s;
        QTest::newRow("minus") << u"-12025550101"_s << none;
    }
    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, region);
        const Result<PhoneNumber> phone = PhoneNumber::parse(text, region);
        QVERIFY(!phone);
        QCOMPARE(phone.error().code, ErrorCode::InvalidPhone);
        // What was written never shows up again, in a log for example.
        if (text.size() > 3)
            QVERIFY(!phone.error().detail.contains(text));
    }

    void looksAtSoManyCharactersOnly()
    {
        const QString number = u"+12025550101"_s;
        const QString longest = number + QString(PhoneNumber::MaxTextLength - number.size(), u' ');
        QCOMPARE(longest.size(), 250);
        QVERIFY(PhoneNumber::parse(longest));
        QCOMPARE(PhoneNumber::parse(longest + u' ').error().code, ErrorCode::InvalidPhone);
        QCOMPARE(PhoneNumber::parse(number + QString(100000, u' ')).error().code, ErrorCode::InvalidPhone);
    }

    void parts_data()
    {
        QTest::addColumn<QString>("e164");
        QTest::addColumn<QString>("country");
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<QString>("masked");
        QTest::addColumn<QString>("international");
        QTest::newRow("Washington") << u"+12025550101"_s << u"US"_s << u"+1202555"_s << u"+1202•••0101"_s
                                    << u"+1 202-555-0101"_s;
        QTest::newRow("Toronto shares the code")
            << u"+14165550101"_s << u"CA"_s << u"+1416555"_s << u"+1416•••0101"_s << u"+1 416-555-0101"_s;
        QTest::newRow("London") << u"+442079460000"_s << u"GB"_s << u"+44207946"_s << u"+44207•••0000"_s
                                << u"+44 20 7946 0000"_s;
        QTest::newRow("Moscow") << u"+79123456789"_s << u"RU"_s << u"+7912345"_s << u"+7912•••6789"_s
                                << u"+7 912 345-67-89"_s;
        QTest::newRow("not geographic")
            << u"+80012345678"_s << u"001"_s << u"+8001234"_s << u"+8001•••5678"_s << u"+800 1234 5678"_s;
    }
    void parts()
    {
        QFETCH(QString, e164);
        const PhoneNumber phone = PhoneNumber::fromStored(e164);
        QTEST(phone.country(), "country");
        QTEST(phone.prefix(), "prefix");
        QTEST(phone.masked(), "masked");
        QTEST(phone.international(), "international");
    }

    void aShortNumberIsHiddenWhole()
    {
        QCOMPARE(PhoneNumber::fromStored(u"+2907123"_s).masked(), u"•••"_s);
        QCOMPARE(PhoneNumber().masked(), u"•••"_s);
        // At least three digits are always hidden.
        const PhoneNumber shortest = PhoneNumber::fromStored(u"+29071234"_s);
        QCOMPARE(shortest.masked(), u"+2•••1234"_s);
    }

    void nullIsAPlaceholder()
    {
        const PhoneNumber none;
        QVERIFY(none.isNull());
        QCOMPARE(none.e164(), QString());
        QCOMPARE(none.country(), QString());
        QVERIFY(none == PhoneNumber());
        QVERIFY(!(none == PhoneNumber::fromStored(u"+12025550101"_s)));
    }

    void isAKey()
    {
        QSet<PhoneNumber> set;
        set.insert(*PhoneNumber::parse(u"+1 (202) 555-0101"_s));
        set.insert(PhoneNumber::fromStored(u"+12025550101"_s));
        set.insert(PhoneNumber::fromStored(u"+12025550102"_s));
        QCOMPARE(set.size(), 2);
    }

    void parsesOnManyThreads()
    {
        std::vector<std::unique_ptr<QThread>> threads;
        std::vector<int> right(4);
        for (size_t i = 0; i < right.size(); ++i) {
            threads.emplace_back(QThread::create([&right, i] {
                for (int n = 0; n < 200; ++n) {
                    const QString text = u"(202) 555-%1"_s.arg(100 + n % 10, 4, 10, QChar(u'0'));
                    const Result<PhoneNumber> phone = PhoneNumber::parse(text, u"US"_s);
                    right[i] += phone && phone->country() == u"US"_s;
                }
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait(30000));
        for (const int count : right)
            QCOMPARE(count, 200);
    }
};

QTEST_APPLESS_MAIN(tst_PhoneNumber)
#include "tst_phonenumber.moc"
