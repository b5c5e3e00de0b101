// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/FillLog.h"

#include "core/storage/Stores.h"

namespace smsauth {

namespace {

constexpr std::chrono::hours Span(30 * 24);

// Everything follows from n, the id of the row; 7919 is a prime, so that neighbours differ.
const char *const MessageSql = R"(
WITH RECURSIVE counter(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < %1),
     made AS (
         SELECT n, %2 - (%1 - n) * %3 / %1 AS made_at,
                CASE WHEN n % 50000 = 7 THEN 'key_lost'
                     WHEN n * 7919 % 1000 < 800 THEN 'sent'
                     WHEN n * 7919 % 1000 < 900 THEN 'delivered'
                     WHEN n * 7919 % 1000 < 950 THEN 'failed'
                     WHEN n * 7919 % 1000 < 970 THEN 'undelivered'
                     WHEN n * 7919 % 1000 < 985 THEN 'expired'
                     WHEN n * 7919 % 1000 < 995 THEN 'blocked'
                     ELSE 'cancelled' END AS state
         FROM counter)
INSERT INTO message (id, phone, provider, state, reason, provider_message_id, sealed, created_at, expires_at, due_at,
                     attempts, uncertain, verified_at)
SELECT n,
       CASE WHEN n % 1000 = 0 THEN '+1202555010' || (n / 1000 % 10)
            ELSE '+7926' || (1000000 + n * 7919 % 8999993) END,
       CASE WHEN n % 100000 = 3 THEN 'vonage' WHEN n * 7919 % 100 < 70 THEN 'twilio' ELSE 'megafon' END,
       state,
       CASE state WHEN 'key_lost' THEN 'the key that sealed it is lost'
                  WHEN 'failed' THEN CASE n % 3 WHEN 0 THEN 'The number is unsubscribed'
                                                WHEN 1 THEN 'Authenticate' ELSE 'Недостаточно средств' END
                  WHEN 'undelivered' THEN 'unknown subscriber'
                  WHEN 'expired' THEN 'the code ran out before it could be sent'
                  WHEN 'blocked' THEN 'limit phone: 5 per 3600 s'
                  WHEN 'cancelled' THEN 'its code was ended' ELSE '' END,
       CASE WHEN state IN ('sent', 'delivered', 'undelivered') THEN 'SM' || (n * 7919 * 1000003) ELSE '' END,
       NULL, made_at, made_at + 60000, made_at,
       CASE WHEN state IN ('blocked', 'cancelled', 'key_lost', 'expired') THEN 0 WHEN n % 40 = 0 THEN 3 ELSE 1 END,
       0, CASE WHEN state IN ('sent', 'delivered') AND n % 5 < 4 THEN made_at + 9000 + n * 7919 % 30000 END
FROM made)";

const char *const AttemptSql = R"(
INSERT INTO attempt (message_id, number, at, provider, status, provider_code, error, duration_ms)
SELECT m.id, t.number, m.created_at + t.number * 900, m.provider,
       CASE WHEN t.number < m.attempts THEN 503 WHEN m.state <> 'failed' THEN 201 WHEN m.id % 3 = 1 THEN 401
            ELSE 400 END,
       CASE WHEN t.number < m.attempts THEN '20429' WHEN m.state <> 'failed' THEN '' WHEN m.id % 3 = 0 THEN '21610'
            WHEN m.id % 3 = 1 THEN '20003' ELSE '-4' END,
       CASE WHEN t.number < m.attempts THEN 'Too many requests' WHEN m.state = 'failed' THEN m.reason ELSE '' END,
       40 + m.id * 7919 % 400
FROM message m JOIN (SELECT 1 AS number UNION ALL SELECT 2 UNION ALL SELECT 3) t ON t.number <= m.attempts
ORDER BY m.id, t.number)";

/// "CREATE INDEX name ON message …"
QStringList indexesOf(Database &database)
{
    QStringList found;
    Rows rows = database.select(QStringLiteral("SELECT sql FROM sqlite_master WHERE type = 'index' AND "
                                               "tbl_name = 'message' AND sql LIKE 'CREATE INDEX %'"));
    while (rows.next())
        found.append(rows.text(0));
    return found;
}

} // namespace

void fillLog(const QString &databasePath, qint64 rows, Timestamp newest)
{
    Stores stores(databasePath, Database::Access::Write);
    Database &database = stores.database;
    database.run(QStringLiteral("PRAGMA journal_mode = OFF"));
    database.run(QStringLiteral("PRAGMA synchronous = OFF"));
    // Made at the end, in one go: the phones come in no order.
    const QStringList indexes = indexesOf(database);
    for (const QString &index : indexes)
        database.run(QStringLiteral("DROP INDEX ") + index.section(u' ', 2, 2));
    database.begin();
    database.run(QString::fromUtf8(MessageSql).arg(rows).arg(toMs(newest)).arg(milliseconds(Span).count()));
    database.run(QString::fromUtf8(AttemptSql));
    database.commit();
    for (const QString &index : indexes)
        database.run(index);
    database.run(QStringLiteral("PRAGMA journal_mode = WAL"));
}

} // namespace smsauth
