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
    /// Newest first. before: ids below; 0: from the newest. find: a part of the number, however it is written, of
    /// the user name, the name or the e-mail address; empty: all.
    QList<UserRecord> list(int limit, RowId before, const QString &find = {});

private:
    Database &m_db;
};

} // namespace smsauth
