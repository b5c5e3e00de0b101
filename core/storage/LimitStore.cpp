// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/LimitStore.h"

#include "core/storage/Database.h"

namespace smsauth {

std::optional<std::pair<qsizetype, Timestamp>> LimitStore::firstFull(const QList<Bucket> &buckets, Timestamp now)
{
    for (qsizetype i = 0; i < buckets.size(); ++i) {
        const Count &count = countOf(buckets[i].name, now);
        if (count.used >= buckets[i].allowed)
            return std::pair(i, count.endsAt);
    }
    return std::nullopt;
}

void LimitStore::countAll(const QList<Bucket> &buckets, Timestamp now)
{
    for (const Bucket &bucket : buckets) {
        Count &count = countOf(bucket.name, now);
        if (count.used == 0)
            count.endsAt = now + bucket.window;
        ++count.used;
        ++count.added;
    }
}

void LimitStore::writeCounts()
{
    for (auto [bucket, count] : m_counts.asKeyValueRange()) {
        if (count.added == 0)
            continue;
        if (count.stored) {
            m_db.change(QStringLiteral("UPDATE limit_bucket SET used = used + ? WHERE name = ?"), count.added,
                        bucket);
        } else {
            m_db.change(
                QStringLiteral("INSERT INTO limit_bucket (name, ends_at, used) VALUES (?, ?, ?) "
                               "ON CONFLICT (name) DO UPDATE SET ends_at = excluded.ends_at, used = excluded.used"),
                bucket, count.endsAt, count.used);
        }
    }
    m_counts.clear();
}

LimitStore::Count &LimitStore::countOf(const QString &bucket, Timestamp now)
{
    auto count = m_counts.find(bucket);
    if (count == m_counts.end())
        count = m_counts.insert(bucket, read(bucket, now));
    else if (count->used > 0 && count->endsAt <= now)
        *count = {};
    return *count;
}

LimitStore::Count LimitStore::read(const QString &bucket, Timestamp now)
{
    Rows rows = m_db.select(QStringLiteral("SELECT used, ends_at FROM limit_bucket WHERE name = ?"), bucket);
    if (!rows.next() || rows.time(1) <= now)
        return {};
    return {.used = rows.integer(0), .endsAt = rows.time(1), .added = 0, .stored = true};
}

int LimitStore::removeEnded(Timestamp now, int limit)
{
    return m_db.change(QStringLiteral("DELETE FROM limit_bucket WHERE name IN "
                                      "(SELECT name FROM limit_bucket WHERE ends_at <= ? LIMIT ?)"),
                       now, limit);
}

void LimitStore::forget(const PhoneNumber &phone)
{
    if (phone.isNull()) {
        m_counts.clear();
        m_db.change(QStringLiteral("DELETE FROM limit_bucket"));
        m_db.change(QStringLiteral("DELETE FROM failure"));
        return;
    }
    // Names begin with scope and subject: see RateLimiter.
    const QString first = QStringLiteral("phone:") + phone.e164() + u'/';
    m_counts.removeIf([&first](const auto &count) { return count.key().startsWith(first); });
    m_db.change(QStringLiteral("DELETE FROM limit_bucket WHERE name >= ? AND name < ?"), first, first + u'~');
    clearFailures(phone);
}

LimitStore::Failures LimitStore::failures(const PhoneNumber &phone)
{
    Rows rows =
        m_db.select(QStringLiteral("SELECT failures, wait_until FROM failure WHERE phone = ?"), phone.e164());
    if (!rows.next())
        return {};
    return {int(rows.integer(0)), rows.time(1)};
}

void LimitStore::setFailures(const PhoneNumber &phone, const Failures &failures)
{
    m_db.change(
        QStringLiteral(
            "INSERT INTO failure (phone, failures, wait_until) VALUES (?, ?, ?) "
            "ON CONFLICT (phone) DO UPDATE SET failures = excluded.failures, wait_until = excluded.wait_until"),
        phone.e164(), failures.count, failures.waitUntil);
}

void LimitStore::clearFailures(const PhoneNumber &phone)
{
    m_db.change(QStringLiteral("DELETE FROM failure WHERE phone = ?"), phone.e164());
}

} // namespace smsauth
