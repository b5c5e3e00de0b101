// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/PhoneNumber.h"

#include <QHash>
#include <QList>
#include <optional>

namespace smsauth {

class Database;

/// The tables `limit_bucket` and `failure`. Every function throws StorageError.
///
/// All sign-ins of a group count in the same few buckets of address, prefix, country and everybody. So a group
/// reads a bucket once, counts in memory, and writes what it has added once, just before its commit.
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
    /// Adds one to each; a window that is over begins anew. In memory and never failing: the last step of a
    /// request, so that nothing has to be taken back when an earlier one fails.
    void countAll(const QList<Bucket> &buckets, Timestamp now);
    /// Writes what was counted since the group began.
    void writeCounts();
    /// For the beginning of a group: what the last one has not written is not to be counted.
    void dropCounts() { m_counts.clear(); }
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
    /// A bucket as this group sees it.
    struct Count
    {
        qint64 used = 0;
        Timestamp endsAt{};
        qint64 added = 0;    ///< by this group
        bool stored = false; ///< the table has a row of this window
    };
    Count &countOf(const QString &bucket, Timestamp now);
    Count read(const QString &bucket, Timestamp now);

    Database &m_db;
    QHash<QString, Count> m_counts;
};

} // namespace smsauth
