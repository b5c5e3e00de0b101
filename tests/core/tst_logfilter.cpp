// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/LogFilter.h"

#include <QTest>

using namespace smsauth;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Kind = LogFilterProblem::Kind;
using Field = LogTerm::Field;

namespace {

/// The terms in one line: "state!=failed,blocked phone=*4567".
QString shortened(const LogFilter &filter)
{
    QStringList terms;
    for (const LogTerm &term : filter.terms) {
        const char *const names[] = {"state", "provider", "phone", "reason", "verified", "word"};
        QStringList values = term.values;
        for (const MessageState state : term.states)
            values.append(wireName(state));
        if (term.field == Field::Verified)
            values.append(term.isVerified ? u"yes"_s : u"no"_s);
        terms.append(QString::fromLatin1(names[int(term.field)]) + (term.isNegated ? u"!="_s : u"="_s) +
                     values.join(u','));
    }
    return terms.join(u' ');
}

} // namespace

class tst_LogFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("terms");
        const auto row = [](const QString &text, const QString &terms) {
            QTest::newRow(text.isEmpty() ? "nothing" : qPrintable(text)) << text << terms;
        };
        row(u""_s, u""_s);
        row(u"  \t "_s, u""_s);
        row(u"status:failed"_s, u"state=failed"_s);
        row(u"state:failed,BLOCKED"_s, u"state=failed,blocked"_s);
        row(u"STATUS:key_lost"_s, u"state=key_lost"_s);
        row(u"status:failed status:blocked"_s, u"state=failed,blocked"_s);
        row(u"status:failed x status:blocked,failed"_s, u"state=failed,blocked,failed word=x"_s);
        row(u"status:failed -status:sent -status:delivered"_s, u"state=failed state!=sent,delivered"_s);
        row(u"to:*0101 +12025550102"_s, u"phone=*0101,+12025550102"_s);
        row(u"-to:*0101 to:+1202* -to:*0102"_s, u"phone!=*0101,*0102 phone=+1202*"_s);
        row(u"provider:twilio gateway:megafon"_s, u"provider=twilio,megafon"_s);
        row(u"reason:late error:\"not valid\""_s, u"reason=late,not valid"_s);
        row(u"-status:sent,delivered"_s, u"state!=sent,delivered"_s);
        row(u"provider:twilio"_s, u"provider=twilio"_s);
        row(u"gateway:twilio,megafon"_s, u"provider=twilio,megafon"_s);
        row(u"provider:\"my gate, the old\" x"_s, u"provider=my gate, the old word=x"_s);
        row(u"to:+12025550101"_s, u"phone=+12025550101"_s);
        row(u"phone:\"+1 202 555-0101\""_s, u"phone=+12025550101"_s);
        row(u"to:*0101"_s, u"phone=*0101"_s);
        row(u"to:+1202*"_s, u"phone=+1202*"_s);
        row(u"to:0101"_s, u"phone=*0101*"_s);
        row(u"to:*555*"_s, u"phone=*555*"_s);
        row(u"to:+1202"_s, u"phone=+1202*"_s); // not yet a whole number
        row(u"to:*0101,*0102"_s, u"phone=*0101,*0102"_s);
        row(u"-to:*0101"_s, u"phone!=*0101"_s);
        row(u"+1 202 555-0101"_s, u"phone=+12025550101"_s); // one phone, not three words
        row(u"+1 202 555-0101 x"_s, u"phone=+12025550101 word=x"_s);
        row(u"reason:unsubscribed"_s, u"reason=unsubscribed"_s);
        row(u"error:\"not valid\""_s, u"reason=not valid"_s);
        row(u"verified:yes -verified:NO"_s, u"verified=yes verified!=no"_s);
        row(u"21211"_s, u"word=21211"_s); // a gateway's code is no phone
        row(u"not valid"_s, u"word=not word=valid"_s);
        row(u"\"status:sent\""_s, u"word=status:sent"_s);
        row(u"-\"a b\""_s, u"word!=a b"_s);
        row(u"12:30"_s, u"word=12:30"_s);
        row(u"a,b"_s, u"word=a,b"_s);
        row(u"недостаточно"_s, u"word=недостаточно"_s);
        row(u"status:failed provider:twilio to:*4567 x"_s, u"state=failed provider=twilio phone=*4567 word=x"_s);
    }
    void understands()
    {
        QFETCH(QString, text);
        const ParsedLogFilter parsed = parseLogFilter(text);
        QCOMPARE(parsed.problems.size(), 0);
        QVERIFY(parsed.isUsable());
        QTEST(shortened(parsed.filter), "terms");
    }

    void understandsTimes()
    {
        QCOMPARE(*parseLogFilter(u"last:30m"_s).filter.last, 30min);
        QCOMPARE(*parseLogFilter(u"last:24h"_s).filter.last, 24h);
        QCOMPARE(*parseLogFilter(u"last:7D"_s).filter.last, 24h * 7);
        QCOMPARE(*parseLogFilter(u"last:2w last:90s"_s).filter.last, 90s); // both must hold
        const LogFilter day = parseLogFilter(u"since:2026-01-30 until:2026-01-30"_s).filter;
        QCOMPARE(*day.until - *day.since, 24h); // the whole day
        const QDateTime noon(QDate(2026, 1, 30), QTime(12, 30));
        QCOMPARE(toMs(*parseLogFilter(u"since:2026-01-30T12:30"_s).filter.since), noon.toMSecsSinceEpoch());
        QCOMPARE(toMs(*parseLogFilter(u"until:\"2026-01-30 12:30:00\""_s).filter.until), noon.toMSecsSinceEpoch());
        QCOMPARE(toIso(*parseLogFilter(u"since:2026-01-30T12:30:00Z"_s).filter.since),
                 u"2026-01-30T12:30:00.000Z"_s);
    }

    void pointsAtWhatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("terms"); // what holds all the same
        const auto row = [](const QString &text, Kind kind, int start, int length, const QString &terms = {}) {
            QTest::newRow(qPrintable(text)) << text << kind << start << length << terms;
        };
        row(u"status:"_s, Kind::NoValue, 0, 7);
        row(u"x -"_s, Kind::NoValue, 2, 1, u"word=x"_s);
        row(u"to: x"_s, Kind::NoValue, 0, 3, u"word=x"_s);
        row(u"provider:\"\""_s, Kind::NoValue, 0, 11);
        row(u"colour:red x"_s, Kind::UnknownKey, 0, 10, u"word=x"_s);
        row(u"x http://a"_s, Kind::UnknownKey, 2, 8, u"word=x"_s);
        row(u"status:failed,lost"_s, Kind::UnknownState, 14, 4, u"state=failed"_s);
        row(u"to:abc"_s, Kind::BadPhone, 3, 3);
        row(u"to:*"_s, Kind::BadPhone, 3, 1);
        row(u"to:1*2"_s, Kind::BadPhone, 3, 3);
        row(u"to:*+1202"_s, Kind::BadPhone, 3, 6);
        row(u"last:24"_s, Kind::BadDuration, 5, 2);
        row(u"last:0h"_s, Kind::BadDuration, 5, 2);
        row(u"last:-5h"_s, Kind::BadDuration, 5, 3);
        row(u"last:99999w"_s, Kind::BadDuration, 5, 6);
        row(u"since:yesterday"_s, Kind::BadTime, 6, 9);
        row(u"since:2026-02-30"_s, Kind::BadTime, 6, 10);
        row(u"until:0001-01-01"_s, Kind::BadTime, 6, 10);
        row(u"verified:maybe"_s, Kind::BadAnswer, 9, 5, u"verified=yes"_s);
        row(u"-last:24h"_s, Kind::CannotNegate, 0, 9);
        row(u"a \"b c"_s, Kind::OpenQuote, 2, 4, u"word=a"_s);
        row(QString(1001, u'x'), Kind::TooMuch, 1000, 1);
    }
    void pointsAtWhatIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(Kind, kind);
        const ParsedLogFilter parsed = parseLogFilter(text);
        QCOMPARE(parsed.problems.size(), 1);
        const LogFilterProblem &problem = parsed.problems.first();
        QCOMPARE(problem.kind, kind);
        QCOMPARE(parsed.isUsable(), kind == Kind::NoValue);
        QTEST(int(problem.start), "start");
        QTEST(int(problem.length), "length");
        QVERIFY(!describe(problem).isEmpty());
        if (kind != Kind::BadAnswer)
            QTEST(shortened(parsed.filter), "terms");
    }

    void isNotFloodedByTerms()
    {
        const ParsedLogFilter parsed = parseLogFilter(u"a "_s.repeated(100));
        QCOMPARE(parsed.filter.terms.size(), LogFilter::MostTerms);
        QCOMPARE(parsed.problems.first().kind, Kind::TooMuch);
    }

    /// Whatever is typed: positions lie within the text, pieces do not overlap, and nothing hangs.
    void survivesAnything()
    {
        const QString alphabet = u"ab:\",*-+ \t05T\u00a0\u0130\U0001f600.status:last:to:since:2026-01-01\\%_'"_s;
        quint32 seed = 1;
        const auto next = [&seed](qsizetype below) {
            seed = seed * 1664525 + 1013904223;
            return qsizetype(seed >> 8) % below;
        };
        for (int round = 0; round < 20'000; ++round) {
            QString text;
            for (qsizetype i = next(40); i > 0; --i)
                text += alphabet.mid(next(alphabet.size()), next(4) == 0 ? 7 : 1);
            const ParsedLogFilter parsed = parseLogFilter(text);
            for (const LogFilterProblem &problem : parsed.problems)
                QVERIFY2(problem.start >= 0 && problem.length > 0 && problem.start + problem.length <= text.size(),
                         qPrintable(text));
            qsizetype end = 0;
            for (const LogFilterPiece &piece : piecesOfLogFilter(text)) {
                QVERIFY2(piece.start >= end && piece.length > 0 && piece.valueFrom <= piece.start + piece.length,
                         qPrintable(text));
                end = piece.start + piece.length;
            }
            QVERIFY(end <= text.size());
        }
    }
};

QTEST_GUILESS_MAIN(tst_LogFilter)
#include "tst_logfilter.moc"
