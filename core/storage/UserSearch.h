// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/model/UserQuery.h"
#include "core/storage/UserStore.h"

namespace smsauth {

/// Looks for users in bounded time, as LogSearch does for messages. Reader thread. Throws StorageError.
class UserSearch
{
public:
    UserSearch(UserStore &users, const Clock &clock)
        : m_users(users)
        , m_clock(clock)
    {
    }

    struct Found
    {
        QList<UserRecord> rows; ///< newest first
        RowId next = 0; ///< `before` of the question that goes on; 0: the page is full, or the end was reached
    };
    /// budget: after which it ends with what it has; a little more. Errors: Cancelled.
    Result<Found> run(const UserQuery &query, milliseconds budget);

private:
    UserStore &m_users;
    const Clock &m_clock;
};

} // namespace smsauth
