// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/PhoneNumber.h"
#include "core/storage/LimitWindow.h"

#include <QHash>
#include <QList>
#include <optional>

namespace smsauth {

class Database;

/// The tables `limit_window` and `failure`. Every function throws StorageError.
///
/// All sign-ins of a group count in the same few windows of address, prefix, country and everybody. So a group
/// reads a window once, counts in memory, and writes what it has added once, just before its commit.
class LimitStore
{
public:
    explicit LimitStore(Database &database)
        : m_db(database)
    {
    }

    /// Whoever or whatever a sign-in counts for, and the limits that hold for it.
    struct Subject
    {
        QString name; ///< scope and subject: "phone:+12025550101"
        QList<Limit> limits;
    };
    struct Full
    {
        QString subject;
        Limit limit;
        Timestamp endsAt{};
    };
    /// The first limit that is reached; none: all have room.
    std::optional<Full> firstFull(const QList<Subject> &subjects, Timestamp now);
    /// Adds one to each; a window that is over begins anew. In memory and never failing: the last step of a
    /// request, so that nothing has to be taken back when an earlier one fails.
    void countAll(const QList<Subject> &subjects, Timestamp now);
    /// Writes what was counted since the group began.
    void writeCounts();
    /// For the beginning of a group: what the last one has not written is not to be counted.
    void dropCounts() { m_counts.clear(); }

    /// Removes those windows that are over among the next `limit` rows. Returns how many rows it looked at: fewer
    /// than `limit` at the end of the table; the next call begins at its start.
    int removeEnded(Timestamp now, int limit);
    /// Removes up to `limit` ledgers of phones that have had nothing to wait for since `before`.
    int removeFailures(Timestamp before, int limit);
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
    /// A window as this group sees it.
    struct Count : LimitWindow
    {
        seconds length{0};
        qint64 added = 0; ///< by this group; all of `used` in a window that it began
    };
    Count &countOf(const QString &subject, seconds window, Timestamp now);
    QList<Count> read(const QString &subject);
    void write(const QString &subject, const Count &count);

    Database &m_db;
    QHash<QString, QList<Count>> m_counts;
    std::pair<QString, qint64> m_sweptTo; ///< the last row that removeEnded() has seen
};

} // namespace smsauth
