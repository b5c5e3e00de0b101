// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/LimitStore.h"

#include "core/storage/Database.h"

#include <algorithm>

namespace smsauth {

std::optional<LimitStore::Full> LimitStore::firstFull(const QList<Subject> &subjects, Timestamp now)
{
    for (const Subject &subject : subjects) {
        for (const Limit &limit : subject.limits) {
            const Count &count = countOf(subject.name, limit.window, now);
            if (count.isFull(limit))
                return Full{subject.name, limit, count.endsAt};
        }
    }
    return std::nullopt;
}

void LimitStore::countAll(const QList<Subject> &subjects, Timestamp now)
{
    for (const Subject &subject : subjects) {
        for (const Limit &limit : subject.limits) {
            Count &count = countOf(subject.name, limit.window, now);
            count.count(now, limit.window);
            ++count.added;
        }
    }
}

void LimitStore::writeCounts()
{
    for (auto [subject, counts] : m_counts.asKeyValueRange()) {
        for (const Count &count : counts)
            write(subject, count);
    }
    m_counts.clear();
}

LimitStore::Count &LimitStore::countOf(const QString &subject, seconds window, Timestamp now)
{
    auto counts = m_counts.find(subject);
    if (counts == m_counts.end())
        counts = m_counts.insert(subject, read(subject));
    auto count = std::find_if(counts->begin(), counts->end(), [&](const Count &c) { return c.length == window; });
    if (count == counts->end())
        count = counts->insert(counts->end(), Count{{}, window});
    else if (count->isOver(now, window))
        *count = Count{{}, window};
    return *count;
}

QList<LimitStore::Count> LimitStore::read(const QString &subject)
{
    QList<Count> counts;
    Rows rows =
        m_db.select(QStringLiteral("SELECT window_s, ends_at, used FROM limit_window WHERE subject = ?"), subject);
    while (rows.next())
        counts.append(Count{{rows.time(1), rows.integer(2)}, seconds(rows.integer(0))});
    return counts;
}

void LimitStore::write(const QString &subject, const Count &count)
{
    if (count.added == 0)
        return;
    if (count.added < count.used) {
        m_db.change(QStringLiteral("UPDATE limit_window SET used = used + ? WHERE subject = ? AND window_s = ?"),
                    count.added, subject, qint64(count.length.count()));
        return;
    }
    m_db.change(QStringLiteral("INSERT INTO limit_window (subject, window_s, ends_at, used) VALUES (?, ?, ?, ?) "
                               "ON CONFLICT (subject, window_s) DO UPDATE SET ends_at = excluded.ends_at, "
                               "used = excluded.used"),
                subject, qint64(count.length.count()), count.endsAt, count.used);
}

int LimitStore::removeEnded(Timestamp now, int limit)
{
    int seen = 0;
    QList<std::pair<QString, qint64>> ended;
    {
        Rows rows =
            m_db.select(QStringLiteral("SELECT subject, window_s, ends_at FROM limit_window "
                                       "WHERE (subject, window_s) > (?, ?) ORDER BY subject, window_s LIMIT ?"),
                        m_sweptTo.first, m_sweptTo.second, limit);
        while (rows.next()) {
            ++seen;
            m_sweptTo = {rows.text(0), rows.integer(1)};
            if (rows.time(2) <= now)
                ended.append(m_sweptTo);
        }
    }
    for (const auto &[subject, window] : std::as_const(ended))
        m_db.change(QStringLiteral("DELETE FROM limit_window WHERE subject = ? AND window_s = ?"), subject, window);
    if (seen < limit)
        m_sweptTo = {};
    return seen;
}

int LimitStore::removeFailures(Timestamp before, int limit)
{
    return m_db.change(QStringLiteral("DELETE FROM failure WHERE phone IN "
                                      "(SELECT phone FROM failure WHERE wait_until <= ? LIMIT ?)"),
                       before, limit);
}

void LimitStore::forget(const PhoneNumber &phone)
{
    if (phone.isNull()) {
        m_counts.clear();
        m_db.change(QStringLiteral("DELETE FROM limit_window"));
        m_db.change(QStringLiteral("DELETE FROM failure"));
        return;
    }
    const QString subject = QStringLiteral("phone:") + phone.e164(); // as RateLimiter names it
    m_counts.remove(subject);
    m_db.change(QStringLiteral("DELETE FROM limit_window WHERE subject = ?"), subject);
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
