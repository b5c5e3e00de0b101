// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/LimitStore.h"

#include "core/storage/Database.h"

#include <QHash>

namespace smsauth {

std::optional<std::pair<qsizetype, Timestamp>> LimitStore::firstFull(const QList<Bucket> &buckets, Timestamp now)
{
    if (buckets.isEmpty())
        return std::nullopt;
    QVariantList values;
    for (const Bucket &bucket : buckets)
        values << bucket.name;
    values << toMs(now);
    QHash<QString, std::pair<int, Timestamp>> used;
    Rows rows = m_db.selectWith(
        QStringLiteral("SELECT name, used, ends_at FROM limit_bucket WHERE name IN (%1) AND ends_at > ?")
            .arg(QStringList(buckets.size(), QStringLiteral("?")).join(u',')),
        values);
    while (rows.next())
        used.insert(rows.text(0), {int(rows.integer(1)), rows.time(2)});
    for (qsizetype i = 0; i < buckets.size(); ++i) {
        const auto found = used.constFind(buckets[i].name);
        if (found != used.constEnd() && found->first >= buckets[i].allowed)
            return std::pair(i, found->second);
    }
    return std::nullopt;
}

void LimitStore::countAll(const QList<Bucket> &buckets, Timestamp now)
{
    if (buckets.isEmpty())
        return;
    QVariantList values;
    for (const Bucket &bucket : buckets)
        values << bucket.name << toMs(now + bucket.window);
    values << toMs(now) << toMs(now);
    m_db.changeWith(
        QStringLiteral(
            "INSERT INTO limit_bucket (name, ends_at, used) VALUES %1 ON CONFLICT (name) DO UPDATE SET "
            "used = CASE WHEN limit_bucket.ends_at <= ? THEN 1 ELSE limit_bucket.used + 1 END, "
            "ends_at = CASE WHEN limit_bucket.ends_at <= ? THEN excluded.ends_at ELSE limit_bucket.ends_at END")
            .arg(QStringList(buckets.size(), QStringLiteral("(?, ?, 1)")).join(u',')),
        values);
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
        m_db.change(QStringLiteral("DELETE FROM limit_bucket"));
        m_db.change(QStringLiteral("DELETE FROM failure"));
        return;
    }
    // Names begin with scope and subject: see RateLimiter.
    const QString first = QStringLiteral("phone:") + phone.e164() + u'/';
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
