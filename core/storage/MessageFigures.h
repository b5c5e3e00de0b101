// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

namespace smsauth {

class Database;

/// What the send log adds up to. Every function throws StorageError.
class MessageFigures
{
public:
    explicit MessageFigures(Database &database)
        : m_db(database)
    {
    }

    struct Counts
    {
        qint64 sent = 0;
        qint64 failed = 0;
        qint64 blocked = 0;
        qint64 verified = 0;
    };
    /// Of messages with an id above `after`.
    Counts countsAfter(RowId after);
    /// How many of the messages made from `from` on were sent, by hours counted from there; `hours` numbers.
    QList<qint64> sentPerHour(Timestamp from, int hours);
    /// The middle of the times from the making of a message to the use of its code, of ids above `after`.
    std::optional<milliseconds> medianToVerify(RowId after);
    /// The newest id made before `time`; 0 for none.
    RowId lastIdBefore(Timestamp time);

private:
    Database &m_db;
};

} // namespace smsauth
