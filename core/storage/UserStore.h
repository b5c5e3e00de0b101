// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

namespace smsauth {

class Database;

/// The table `app_user`. Every function throws StorageError.
class UserStore
{
public:
    explicit UserStore(Database &database)
        : m_db(database)
    {
    }

    std::optional<UserRecord> find(RowId id);
    std::optional<UserRecord> findByPhone(const PhoneNumber &phone);
    /// user.id is ignored; the stored record comes back.
    UserRecord insert(const UserRecord &user);
    void update(const UserRecord &user);
    /// Touches no other column.
    void setActive(RowId id, bool active);
    bool remove(RowId id);
    void markSignedIn(RowId id, Timestamp at);
    struct Range
    {
        RowId oldest = 0; ///< 0: there is nobody
        RowId newest = 0;
    };
    Range range();
    struct Ids
    {
        RowId from;
        RowId below;
    };
    /// Newest first, of these ids. find: as in UserQuery. Compares all rows of the ids until it has `limit`: see
    /// UserSearch.
    QList<UserRecord> matching(const QString &find, Ids ids, int limit);

private:
    Database &m_db;
};

} // namespace smsauth
