// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/model/LogQuery.h"
#include "core/storage/MessageLog.h"

namespace smsauth {

/// Looks through the send log for what a filter asks. Where an index leads to it (a phone, what did not go well)
/// that is quick; else rows are compared, window after window of ids, until a page is full, the time given is over
/// or nobody waits any more. Reader thread. Throws StorageError.
class LogSearch
{
public:
    LogSearch(MessageLog &log, const Clock &clock)
        : m_log(log)
        , m_clock(clock)
    {
    }

    struct Found
    {
        QList<StoredMessage> rows; ///< newest first, with their attempts
        RowId next = 0;            ///< as in LogPage
        std::optional<Timestamp> searchedBackTo;
        MessageLog::Range range;
    };
    /// budget: after which it ends with what it has; a little more. Errors: Cancelled.
    Result<Found> run(const LogQuery &query, milliseconds budget);

private:
    struct Bounds;

    MessageLog &m_log;
    const Clock &m_clock;
};

} // namespace smsauth
