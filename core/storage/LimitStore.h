// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/PhoneNumber.h"

#include <QList>
#include <optional>

namespace smsauth {

class Database;

/// The tables `limit_bucket` and `failure`. Every function throws StorageError.
class LimitStore
{
public:
    explicit LimitStore(Database &database)
        : m_db(database)
    {
    }

    /// One limit as it applies to one request.
    struct Bucket
    {
        QString name;
        int allowed = 0;
        milliseconds window{0};
    };
    /// The first bucket that is full, with the end of its window; none: all have room.
    std::optional<std::pair<qsizetype, Timestamp>> firstFull(const QList<Bucket> &buckets, Timestamp now);
    /// Adds one to each; a window that is over begins anew.
    void countAll(const QList<Bucket> &buckets, Timestamp now);
    int removeEnded(Timestamp now, int limit);
    /// Empties the windows and the failures of a phone; null: of everybody and everything.
    void forget(const PhoneNumber &phone);

    struct Failures
    {
        int count = 0;
        Timestamp waitUntil{};
    };
    Failures failures(const PhoneNumber &phone);
    void setFailures(const PhoneNumber &phone, const Failures &failures);
    void clearFailures(const PhoneNumber &phone);

private:
    Database &m_db;
};

} // namespace smsauth
