// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Cancellation.h"
#include "core/model/LogFilter.h"

namespace smsauth {

/// A question for one page of the send log.
struct LogQuery
{
    LogFilter filter;
    RowId before = 0;     ///< only ids below; 0: from the newest
    RowId after = 0;      ///< only ids above
    bool upwards = false; ///< the rows next above `after`; false: those next below `before`
    int limit = 200;      ///< 1–1000
    Cancellation cancellation;
};

/// A page of the send log, newest first. It may hold fewer rows than asked for, even none, before the end: a filter
/// that finds little is answered after a bounded time, and goes on at `next`.
struct LogPage
{
    QList<MessageRecord> rows;
    RowId next = 0; ///< `before` (upwards: `after`) of the next question; 0: the end was reached
    std::optional<Timestamp> searchedBackTo; ///< the time of the last row that was looked at, while next > 0
    RowId oldest = 0;                        ///< of the whole log: how far there is to go
    RowId newest = 0;
};

/// What sending a message again has led to.
struct SentAgain
{
    RowId message = 0;     ///< the new row; 0: not known
    bool sameCode = false; ///< the code of the old message was still valid and went out again
};

} // namespace smsauth
