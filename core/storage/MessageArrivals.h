// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/MessageRows.h"

namespace smsauth {

class Database;

/// Messages of the simulator that were accepted and are not on the phone yet. Every function throws StorageError.
class MessageArrivals
{
public:
    explicit MessageArrivals(Database &database)
        : m_db(database)
    {
    }

    /// The message arrives at this time, or earlier when releaseHeld() lets it.
    void setArrival(RowId id, Timestamp at);
    /// When the next of them arrives; none: nothing is under way.
    std::optional<Timestamp> nextArrival();
    /// Up to `limit` that arrive now, in this order.
    QList<StoredMessage> arriving(Timestamp now, int limit);
    /// A message to this number is held back until its successor arrives.
    bool holdsBack(const PhoneNumber &phone);
    /// Lets those that are older than its message `successor` arrive now.
    void releaseHeld(const PhoneNumber &phone, RowId successor, Timestamp now);
    /// It is on the phone. If others have overtaken it, it gets a new id, and the time, so that it is found after
    /// theirs. Returns its id.
    RowId arrive(RowId id);
    /// The same message once more, delivered, with an id of its own.
    RowId copyDelivered(RowId id);

private:
    Database &m_db;
};

} // namespace smsauth
