// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/LikePatterns.h"
#include "core/storage/SearchPace.h"
#include "core/storage/UserSearch.h"
#include "tests/support/AuthFixture.h"
#include "tests/support/SlowClock.h"

#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QList<RowId> ids(const QList<UserRecord> &users)
{
    QList<RowId> found;
    for (const UserRecord &user : users)
        found.append(user.id);
    return found;
}

} // namespace

/// A search through many users comes to an end in time, misses nobody and finds nobody twice.
class tst_UserSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        f.stores.beginGroup();
        for (int i = 0; i < Users; ++i) {
            UserRecord user;
            user.phone = PhoneNumber::fromStored(u"+1202%1"_s.arg(5550000 + i));
            user.username = user.phone.e164();
            user.firstName = i % 100 == 0 ? u"Ада"_s : u"Bob"_s;
            f.stores.users.insert(user);
        }
        // Wide apart, so that it takes several windows to come through.
        f.stores.database.run(u"UPDATE app_user SET id = 1000000 + id * 50"_s);
        f.stores.commitGroup();
    }

    void stepsMeetWithoutAGap_data()
    {
        QTest::addColumn<QString>("find");
        QTest::addColumn<int>("limit");
        QTest::newRow("few") << u"ада"_s << 1000;
        QTest::newRow("few, a page") << u"АДА"_s << 7;
        QTest::newRow("all") << QString() << 1000;
        QTest::newRow("a number") << u"555 01"_s << 1000;
        QTest::newRow("nobody") << u"nobody"_s << 1000;
    }
    void stepsMeetWithoutAGap()
    {
        QFETCH(QString, find);
        QFETCH(int, limit);
        const QList<RowId> expected = ids(f.stores.users.matching(find, {0, RowId(1) << 50}, limit));
        SlowClock clock;
        QList<RowId> found;
        int steps = 0;
        for (UserQuery query{.find = find, .limit = limit};;) {
            const Result<UserSearch::Found> step = UserSearch(f.stores.users, clock).run(query, 100ms);
            QVERIFY(step.ok());
            ++steps;
            found += ids(step->rows);
            if (step->next == 0)
                break;
            query.before = step->next;
            query.limit -= int(step->rows.size());
        }
        QCOMPARE(found, expected);
        // Each window takes 30 ms of this clock: what finds little has to go on.
        QVERIFY2(limit < 1000 || found.size() == limit || steps > 3, qPrintable(QString::number(steps)));
    }

    void goesOnWhereAPageEnded()
    {
        const ManualClock clock;
        UserSearch search(f.stores.users, clock);
        const auto first = search.run({.find = u"Ада"_s, .limit = 10}, 1s);
        const auto second = search.run({.find = u"Ада"_s, .before = first->rows.last().id, .limit = 10}, 1s);
        QCOMPARE(ids(first->rows + second->rows), ids(search.run({.find = u"Ада"_s, .limit = 20}, 1s)->rows));
    }

    void endsWhenNobodyWaits()
    {
        UserQuery query{.find = u"nobody"_s};
        query.cancellation.cancel();
        QCOMPARE(UserSearch(f.stores.users, f.clock).run(query, 1s).error().code, ErrorCode::Cancelled);
    }

    void anEmptyTableHasNobody()
    {
        AuthFixture empty;
        const auto found = UserSearch(empty.stores.users, empty.clock).run({}, 1s);
        QVERIFY(found.ok() && found->rows.isEmpty());
        QCOMPARE(found->next, 0);
    }

    void signsStandForThemselves()
    {
        QCOMPARE(likePatterns(u"5%_!"_s), QStringList{u"%5!%!_!!%"_s});
        QCOMPARE(likePatterns(u"Ada"_s), QStringList{u"%ada%"_s});
        // What lower() of the database leaves alone is looked for as people write it.
        QCOMPARE(likePatterns(u"иван п"_s),
                 QStringList({u"%иван п%"_s, u"%ИВАН П%"_s, u"%Иван п%"_s, u"%Иван П%"_s}));
        QCOMPARE(likePatterns(u"нет SMS"_s).first(), u"%нет sms%"_s);
        QVERIFY(likePatterns(u"нет SMS"_s).contains(u"%НЕТ sms%"_s));
    }

    void thePaceFollowsTheTime()
    {
        SearchPace pace;
        const RowId first = pace.window();
        pace.tookFor(1ms);
        QCOMPARE(pace.window(), first * 4);
        pace.tookFor(10ms);
        QCOMPARE(pace.window(), first * 4);
        pace.tookFor(80ms);
        QCOMPARE(pace.window(), first * 2);
        for (int i = 0; i < 100; ++i)
            pace.tookFor(1s);
        QCOMPARE(pace.window(), 512);
    }

private:
    static constexpr int Users = 3000;
    AuthFixture f;
};

QTEST_GUILESS_MAIN(tst_UserSearch)
#include "tst_usersearch.moc"
