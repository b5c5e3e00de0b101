// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/MessageRows.h"

namespace smsauth {

class Database;

/// What the send log is asked for; newest first.
struct MessageFilter
{
    PhoneNumber phone; ///< null: all
    QList<MessageState> states;
    QString provider;
    RowId before = 0;
    RowId after = 0;
    int limit = 200;
};

/// A request for a code as the log remembers it.
struct LoggedRequest
{
    RowId id = 0;
    PhoneNumber phone;
    Timestamp at;
    std::optional<Timestamp> usedAt; ///< its code was used
    QString refusal;                 ///< why it was blocked; empty: it was accepted
};

/// Ids above `after`, up to and with `last`.
struct RowIdRange
{
    RowId after = 0;
    RowId last = 0;
};

/// The tables `message` and `attempt` as a log: what was, newest first. Every function throws StorageError.
class MessageLog
{
public:
    explicit MessageLog(Database &database)
        : m_db(database)
    {
    }

    QList<StoredMessage> list(const MessageFilter &filter);
    /// Rows m of `message` that a condition of many shapes holds for, the newest or (upwards) the oldest of them;
    /// newest first.
    QList<StoredMessage> matching(const QString &condition, const QVariantList &values, bool upwards, int limit);
    std::optional<StoredMessage> find(RowId id);
    QList<StoredMessage> withLiveCode(const PhoneNumber &phone, Timestamp now, int limit);
    /// Fills in record.attempts, oldest first.
    void loadAttempts(QList<StoredMessage> &messages);
    qint64 removeOf(const PhoneNumber &phone, const QString &provider); ///< null phone: of everybody

    struct Range
    {
        RowId oldest = 0; ///< both 0: the table is empty
        RowId newest = 0;
    };
    Range range();
    /// An id below which everything is older than `time`, as far as ids grow with time: found in a few steps.
    RowId firstIdFrom(Timestamp time);
    /// When the first row from this id on was made.
    std::optional<Timestamp> timeAt(RowId id);

    /// What was made from `time` on, the newest `most` rows at most; found without reading what lies before.
    RowIdRange idsSince(Timestamp time, qint64 most);
    /// Up to `limit` requests for a code, oldest first; without tests of a gateway.
    QList<LoggedRequest> requests(const RowIdRange &ids, int limit);

    /// Removes up to `limit` final messages that are older than `before` or beyond the newest `keep` rows.
    qint64 removeOld(Timestamp before, qint64 keep, int limit);
    /// How many removeOld() would remove, called until nothing is left.
    qint64 countOld(Timestamp before, qint64 keep);

private:
    QList<RowId> oldOnes(Timestamp before, qint64 keep, qint64 limit);

    Database &m_db;
};

} // namespace smsauth
