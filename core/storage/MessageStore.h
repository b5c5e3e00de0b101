// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

#include <QByteArray>

namespace smsauth {

class Database;

/// A message as it lies in the table: sealed.
struct StoredMessage
{
    MessageRecord record; ///< text and code are empty
    QByteArray sealed;    ///< empty once it is erased
    QString fault;        ///< FaultEffect::stored(); empty as a rule
    Timestamp dueAt;
    int attempts = 0;
    int uncertain = 0; ///< attempts that may have gone out
};

/// How one attempt leaves a message.
struct MessageUpdate
{
    RowId id = 0;
    MessageState state = MessageState::Queued;
    QString reason;
    QString providerMessageId;
    Timestamp dueAt;
    bool uncertain = false;
    bool erase = false; ///< forget what is sealed
};

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

/// The tables `message` and `attempt`. Every function throws StorageError.
class MessageStore
{
public:
    explicit MessageStore(Database &database)
        : m_db(database)
    {
    }

    RowId insert(const StoredMessage &message);

    /// What is queued and due, oldest first.
    QList<StoredMessage> due(Timestamp now, int limit);
    void markSending(RowId id);
    /// number: of the attempt, from 1 on.
    void finishAttempt(const MessageUpdate &update, int number, const AttemptRecord &attempt);
    /// Ends a message without an attempt, if it is still waiting.
    void end(RowId id, MessageState state, const QString &reason, bool erase);
    /// It ends at another time, if it is still waiting, and its next attempt is not before `dueAt`.
    void setEnd(RowId id, Timestamp expiresAt, Timestamp dueAt);
    /// As end(), for everything that waits under another provider, or for all (`keep` empty).
    int endWaitingExcept(const QString &keep, MessageState state, const QString &reason);
    int endWaitingExpired(Timestamp now);
    /// Ends what was queued after `latest`, a time to come: the wall clock was set back, and such codes are not
    /// accepted.
    int endWaitingFromFuture(Timestamp latest);
    /// sending → queued, due at once: what a dead process held. Counted as an attempt that may have gone out.
    int requeueSending(Timestamp now);
    std::optional<Timestamp> nextDue();
    qint64 countWaiting();

    // Messages of the simulator that were accepted and are not on the phone yet.
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

    void markVerified(RowId id, Timestamp at);
    /// Forgets all sealed texts: their key is lost.
    void eraseAllSealed();

    QList<StoredMessage> list(const MessageFilter &filter);
    /// Rows m of `message` that a condition of many shapes holds for, the newest or (upwards) the oldest of them;
    /// newest first.
    QList<StoredMessage> matching(const QString &condition, const QVariantList &values, bool upwards, int limit);
    std::optional<StoredMessage> find(RowId id);
    QList<StoredMessage> withLiveCode(const PhoneNumber &phone, Timestamp now, int limit);
    /// Fills in record.attempts, oldest first.
    void loadAttempts(QList<StoredMessage> &messages);
    qint64 removeOf(const PhoneNumber &phone, const QString &provider); ///< null phone: of everybody

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
