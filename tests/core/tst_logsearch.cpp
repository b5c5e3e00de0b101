// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/LogCondition.h"
#include "core/storage/LogSearch.h"
#include "core/storage/Stores.h"
#include "tests/support/LogFit.h"
#include "tests/support/SlowClock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace smsauth;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QList<RowId> ids(const QList<StoredMessage> &rows)
{
    QList<RowId> found;
    for (const StoredMessage &row : rows)
        found.append(row.record.id);
    return found;
}

} // namespace

class tst_LogSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        stores = std::make_unique<Stores>(folder.filePath(u"log.db"_s), Database::Access::Write);
        stores->database.begin();
        for (int i = 0; i < Rows; ++i)
            insert(i);
        // Wide apart, so that it takes several windows to come through.
        stores->database.run(u"UPDATE message SET id = 1000000 + id * 50"_s);
        stores->database.run(u"UPDATE attempt SET message_id = 1000000 + message_id * 50"_s);
        stores->database.commit();
        QList<StoredMessage> all = stores->log.matching(u"1 = 1"_s, {}, false, Rows);
        stores->log.loadAttempts(all);
        for (const StoredMessage &message : all)
            rows.append(message.record);
        QCOMPARE(rows.size(), Rows);
    }

    /// The search agrees with the plain rule, and pages meet without a gap, downwards and upwards.
    void findsWhatFits_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u""_s,
                                    u"status:failed"_s,
                                    u"status:sent,failed"_s,
                                    u"-status:sent"_s,
                                    u"-status:sent,queued,sending"_s,
                                    u"status:queued"_s,
                                    u"status:blocked provider:twilio"_s,
                                    u"provider:TWILIO"_s,
                                    u"-provider:twilio"_s,
                                    u"provider:none"_s,
                                    u"to:+12025550101"_s,
                                    u"to:+12025550101,+12025550102"_s,
                                    u"to:*0101"_s,
                                    u"to:+1202*"_s,
                                    u"to:550"_s,
                                    u"-to:*0101"_s,
                                    u"reason:unsubscribed"_s,
                                    u"reason:UNSUB"_s,
                                    u"reason:недостаточно"_s,
                                    u"reason:Недостаточно"_s,
                                    u"-reason:unsubscribed"_s,
                                    u"21610"_s,
                                    u"2042"_s,
                                    u"20429"_s,
                                    u"reason:%"_s,
                                    u"reason:_"_s,
                                    u"\"\\\\\""_s,
                                    u"verified:yes"_s,
                                    u"verified:no"_s,
                                    u"-verified:yes status:sent"_s,
                                    u"last:30m"_s,
                                    u"last:1h status:failed"_s,
                                    u"since:2025-12-31T22:30:00Z until:2025-12-31T22:40:00Z"_s,
                                    u"status:failed twilio 400"_s,
                                    u"status:sent -status:sent"_s,
                                    u"status:failed status:blocked"_s,
                                    u"status:failed status:expired -status:expired provider:twilio"_s,
                                    u"to:*0101 to:+12025550103 -to:*0101"_s,
                                    u"provider:twilio provider:megafon reason:gone reason:unsubscribed"_s,
                                    u"SM7"_s,
                                    u"0101"_s,
                                    u"-0101 status:failed"_s})
            QTest::newRow(qPrintable(text)) << text;
    }
    void findsWhatFits()
    {
        QFETCH(QString, text);
        const ParsedLogFilter parsed = parseLogFilter(text);
        QVERIFY(parsed.isUsable());
        QList<RowId> wanted;
        for (const MessageRecord &row : rows) {
            if (fits(row, parsed.filter, clock.now()))
                wanted.append(row.id);
        }
        for (const int limit : {7, 1000}) {
            LogQuery query{.filter = parsed.filter, .limit = limit};
            QList<RowId> down;
            do {
                const auto found = LogSearch(stores->log, clock).run(query, 10s);
                QVERIFY(found.ok());
                QVERIFY(found->rows.size() <= limit);
                down += ids(found->rows);
                query.before = found->next;
            } while (query.before > 0);
            QCOMPARE(down, wanted);

            query.upwards = true;
            QList<RowId> up;
            do {
                const auto found = LogSearch(stores->log, clock).run(query, 10s);
                QVERIFY(found.ok());
                up = ids(found->rows) + up;
                query.after = found->next;
            } while (query.after > 0);
            QCOMPARE(up, wanted);
        }
    }

    void staysWithinItsTime()
    {
        SlowClock slow;
        LogQuery query{.filter = parseLogFilter(u"provider:none"_s).filter};
        int answers = 0;
        RowId before = 0;
        do {
            const auto found = LogSearch(stores->log, slow).run(query, 50ms);
            QVERIFY(found.ok());
            QVERIFY(found->rows.isEmpty());
            QVERIFY(found->next == 0 || before == 0 || found->next < before); // it gets on
            QCOMPARE(found->searchedBackTo.has_value(), found->next > 0);
            before = query.before = found->next;
            ++answers;
        } while (query.before > 0);
        QVERIFY(answers > 2);
    }

    void endsWhenNobodyWaits()
    {
        LogQuery query;
        query.cancellation.cancel();
        const auto found = LogSearch(stores->log, clock).run(query, 10s);
        QCOMPARE(found.error().code, ErrorCode::Cancelled);
    }

    void saysHowFarTheLogGoes()
    {
        const auto found = LogSearch(stores->log, clock).run({.limit = 1}, 1s);
        QCOMPARE(found->range.newest, rows.first().id);
        QCOMPARE(found->range.oldest, rows.last().id);
        QCOMPARE(found->next, rows.first().id);
        QCOMPARE(*found->searchedBackTo, rows.first().createdAt);
        QVERIFY(!found->rows.first().record.attempts.isEmpty());
    }

    /// What did not go well and a phone are found by an index; a sign-in writes to neither of the partial ones
    /// twice.
    void usesTheIndexes()
    {
        const auto plan = [this](const QString &condition) {
            ::smsauth::Rows steps = stores->database.selectOnce(
                u"EXPLAIN QUERY PLAN SELECT m.id, m.reason FROM message m WHERE m.id > 0 AND m.id < 9 AND "_s +
                    condition + u" ORDER BY m.id DESC LIMIT 200"_s,
                {});
            return steps.next() ? steps.text(3) : QString();
        };
        QVERIFY2(plan(u"m.state IN ('undelivered', 'failed', 'expired', 'cancelled', 'blocked', 'key_lost') AND "
                      "m.state IN ('failed')"_s)
                     .contains(u"message_trouble"_s),
                 qPrintable(plan(u"m.state = 'failed'"_s)));
        QVERIFY(plan(u"m.phone = '+1'"_s).contains(u"message_phone"_s));
        // The condition as it is made: two states said one after the other are still what the index holds.
        const SqlCondition two = logCondition(parseLogFilter(u"status:failed status:blocked"_s).filter, 0, 9, {});
        ::smsauth::Rows steps =
            stores->database.selectOnce(u"EXPLAIN QUERY PLAN SELECT m.id, m.reason FROM message m WHERE "_s +
                                            two.sql + u" ORDER BY m.id DESC LIMIT 200"_s,
                                        two.values);
        QVERIFY(steps.next());
        QVERIFY2(steps.text(3).contains(u"message_trouble"_s), qPrintable(steps.text(3)));
    }

    void anEmptyLog()
    {
        Stores empty(folder.filePath(u"empty.db"_s), Database::Access::Write);
        const auto found = LogSearch(empty.log, clock).run({}, 1s);
        QVERIFY(found.ok());
        QVERIFY(found->rows.isEmpty());
        QCOMPARE(found->next, 0);
    }

private:
    static constexpr int Rows = 900;

    void insert(int i)
    {
        using enum MessageState;
        const MessageState states[] = {Sent,   Sent,        Failed,  Delivered, Blocked,
                                       Queued, Undelivered, Expired, Sent,      KeyLost};
        const QString reasons[] = {u"The number is unsubscribed"_s, u"Недостаточно средств"_s,
                                   u"100% of_it \\ gone"_s};
        StoredMessage message;
        MessageRecord &record = message.record;
        record.phone = PhoneNumber::fromStored(u"+1202555010%1"_s.arg(i * 7 % 10));
        record.provider = i % 3 == 0 ? u"twilio"_s : u"megafon"_s;
        record.state = states[i * 3 % 10];
        record.reason = record.state == Failed ? reasons[i % 3] : QString();
        record.createdAt = record.expiresAt = message.dueAt = clock.now() - 2h + std::chrono::seconds(i * 8);
        const RowId id = stores->messages.insert(message);
        if (i % 4 == 0)
            stores->messages.markVerified(id, record.createdAt + 5s);
        if (record.state == Blocked)
            return;
        for (int attempt = 1; attempt <= 1 + i % 2; ++attempt) {
            const bool failed = record.state == Failed || attempt == 1 + i % 2 - 1;
            stores->database.change(
                u"INSERT INTO attempt (message_id, number, at, provider, status, provider_code, error, "
                u"duration_ms) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, 5)"_s,
                id, attempt, record.createdAt, record.provider, failed ? 503 - 103 * (attempt - 1) : 201,
                failed ? (attempt == 1 ? u"20429"_s : u"21610"_s) : u""_s,
                failed ? (record.reason.isEmpty() ? u"Too many requests"_s : record.reason) : u""_s);
        }
    }

    QTemporaryDir folder;
    ManualClock clock;
    std::unique_ptr<Stores> stores;
    QList<MessageRecord> rows; ///< newest first
};

QTEST_GUILESS_MAIN(tst_LogSearch)
#include "tst_logsearch.moc"
