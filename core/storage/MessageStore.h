// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/MessageRows.h"

namespace smsauth {

class Database;

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

/// The tables `message` and `attempt` as a queue: what waits, and what becomes of it. Every function throws
/// StorageError.
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
    /// What lies on a simulated phone says how long its code lives.
    void setEndOnPhone(RowId id, Timestamp expiresAt);
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

    void markVerified(RowId id, Timestamp at);
    /// Forgets all sealed texts: their key is lost.
    void eraseAllSealed();

private:
    Database &m_db;
};

} // namespace smsauth
