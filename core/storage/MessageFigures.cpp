// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/MessageFigures.h"

#include "core/storage/Database.h"

#include <algorithm>

namespace smsauth {

QList<qint64> MessageFigures::sentPerHour(Timestamp from, int hours)
{
    constexpr qint64 Hour = 3'600'000;
    QList<qint64> counts(hours);
    // By id, as the table has no index by time.
    Rows rows = m_db.select(QStringLiteral("SELECT (created_at - ?) / ?, count(*) FROM message WHERE id > ? AND "
                                           "created_at >= ? AND state IN ('sent', 'delivered', 'undelivered') "
                                           "GROUP BY 1"),
                            from, Hour, lastIdBefore(from), from);
    while (rows.next()) {
        const qint64 hour = rows.integer(0);
        if (hour < hours)
            counts[hour] = rows.integer(1);
    }
    return counts;
}

std::optional<milliseconds> MessageFigures::medianToVerify(RowId after)
{
    Rows counted =
        m_db.select(QStringLiteral("SELECT count(*) FROM message WHERE id > ? AND verified_at IS NOT NULL"), after);
    const qint64 count = counted.next() ? counted.integer(0) : 0;
    if (count == 0)
        return std::nullopt;
    Rows rows = m_db.select(QStringLiteral("SELECT verified_at - created_at FROM message WHERE id > ? AND "
                                           "verified_at IS NOT NULL ORDER BY 1 LIMIT 1 OFFSET ?"),
                            after, (count - 1) / 2);
    return rows.next() ? std::optional(milliseconds(rows.integer(0))) : std::nullopt;
}

MessageFigures::Counts MessageFigures::countsAfter(RowId after)
{
    Counts counts;
    Rows rows = m_db.select(
        QStringLiteral("SELECT state, count(*), count(verified_at) FROM message WHERE id > ? GROUP BY state"),
        after);
    while (rows.next()) {
        const qint64 count = rows.integer(1);
        counts.verified += rows.integer(2);
        const MessageState state = messageStateFromName(rows.text(0)).value_or(MessageState::Failed);
        if (std::ranges::count(SentStates, state))
            counts.sent += count;
        else if (std::ranges::count(FailedStates, state))
            counts.failed += count;
        else if (state == MessageState::Blocked)
            counts.blocked += count;
    }
    return counts;
}

RowId MessageFigures::lastIdBefore(Timestamp time)
{
    Rows rows =
        m_db.select(QStringLiteral("SELECT id FROM message WHERE created_at < ? ORDER BY id DESC LIMIT 1"), time);
    return rows.next() ? rows.integer(0) : 0;
}

} // namespace smsauth
