// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/UserSearch.h"

#include "core/storage/SearchPace.h"

namespace smsauth {

Result<UserSearch::Found> UserSearch::run(const UserQuery &query, milliseconds budget)
{
    const milliseconds end = m_clock.uptime() + budget;
    const int limit = std::clamp(query.limit, 1, 1000);
    const auto [oldest, newest] = m_users.range();
    RowId high = query.before > 0 ? std::min(query.before, newest + 1) : newest + 1;

    Found found;
    SearchPace pace;
    for (bool isFirst = true; high > oldest && oldest > 0; isFirst = false) {
        if (query.cancellation.isCancelled())
            return Error{ErrorCode::Cancelled, QStringLiteral("nobody waits for this answer any more"), {}};
        const milliseconds began = m_clock.uptime();
        if (began >= end && !isFirst) { // each answer gets on
            found.next = high;
            break;
        }
        const RowId low = std::max(oldest, high - pace.window());
        const int wanted = limit - int(found.rows.size());
        found.rows += m_users.matching(query.find, {low, high}, wanted);
        if (found.rows.size() == limit)
            break;
        high = low;
        pace.tookFor(m_clock.uptime() - began);
    }
    return found;
}

} // namespace smsauth
