// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/LogSearch.h"

#include "core/storage/LogCondition.h"
#include "core/storage/SearchPace.h"

#include <algorithm>

namespace smsauth {

namespace {

// The clock of a computer may be set back a little; the ids go on.
constexpr std::chrono::hours Slack(1);

} // namespace

/// Ids that come into question: low < id < high.
struct LogSearch::Bounds
{
    RowId low;
    RowId high;
};

Result<LogSearch::Found> LogSearch::run(const LogQuery &query, milliseconds budget)
{
    const Timestamp now = m_clock.now();
    const milliseconds end = m_clock.uptime() + budget;
    const int limit = std::clamp(query.limit, 1, 1000);
    Found found;
    found.range = m_log.range();
    if (found.range.newest == 0 || !canMatch(query.filter))
        return found;

    Bounds left{std::max(query.after, found.range.oldest - 1), found.range.newest + 1};
    if (query.before > 0)
        left.high = std::min(left.high, query.before);
    std::optional<Timestamp> since = query.filter.since;
    if (query.filter.last)
        since = std::max(since.value_or(now - *query.filter.last), now - *query.filter.last);
    if (since)
        left.low = std::max(left.low, m_log.firstIdFrom(*since - Slack) - 1);
    if (query.filter.until)
        left.high = std::min(left.high, m_log.firstIdFrom(*query.filter.until + Slack));

    bool isFirst = true;
    for (SearchPace pace; left.high - left.low > 1; isFirst = false) {
        if (query.cancellation.isCancelled())
            return Error{ErrorCode::Cancelled, QStringLiteral("nobody waits for this answer any more"), {}};
        const milliseconds began = m_clock.uptime();
        if (began >= end && !isFirst) { // each answer gets on
            found.next = query.upwards ? left.low : left.high;
            break;
        }
        const RowId width = std::min(pace.window(), left.high - left.low - 1);
        const Bounds step =
            query.upwards ? Bounds{left.low, left.low + width + 1} : Bounds{left.high - width - 1, left.high};
        const SqlCondition condition = logCondition(query.filter, step.low, step.high, now);
        const int wanted = limit - int(found.rows.size());
        QList<StoredMessage> rows = m_log.matching(condition.sql, condition.values, query.upwards, wanted);
        const bool full = rows.size() == wanted;
        const RowId last = rows.isEmpty() ? 0 : (query.upwards ? rows.first() : rows.last()).record.id;
        found.rows = query.upwards ? rows + found.rows : found.rows + rows;
        if (full) {
            found.next = last;
            break;
        }
        (query.upwards ? left.low : left.high) = query.upwards ? step.high - 1 : step.low + 1;
        pace.tookFor(m_clock.uptime() - began);
    }
    if (found.next > 0)
        found.searchedBackTo = m_log.timeAt(found.next);
    m_log.loadAttempts(found.rows);
    return found;
}

} // namespace smsauth
