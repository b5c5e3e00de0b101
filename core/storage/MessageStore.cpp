// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/MessageStore.h"

#include "core/storage/Database.h"

namespace smsauth {

RowId MessageStore::insert(const StoredMessage &message)
{
    const MessageRecord &record = message.record;
    if (!message.fault.isEmpty()) {
        return m_db.insert(
            QStringLiteral("INSERT INTO message (phone, provider, state, reason, sealed, created_at, expires_at, "
                           "due_at, fault) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            record.phone.e164(), record.provider, wireName(record.state), record.reason, message.sealed,
            record.createdAt, record.expiresAt, message.dueAt, message.fault);
    }
    return m_db.insert(
        QStringLiteral(
            "INSERT INTO message (phone, provider, state, reason, sealed, created_at, expires_at, due_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        record.phone.e164(), record.provider, wireName(record.state), record.reason, message.sealed,
        record.createdAt, record.expiresAt, message.dueAt);
}

QList<StoredMessage> MessageStore::due(Timestamp now, int limit)
{
    Rows rows = m_db.select(QStringLiteral("SELECT " MESSAGE_COLUMNS " FROM message m "
                                           "WHERE m.state IN ('queued', 'sending') AND m.state = 'queued' "
                                           "AND m.due_at <= ? ORDER BY m.due_at, m.id LIMIT ?"),
                            now, limit);
    return messagesFrom(rows);
}

void MessageStore::markSending(RowId id)
{
    m_db.change(QStringLiteral("UPDATE message SET state = 'sending' WHERE id = ?"), id);
}

void MessageStore::finishAttempt(const MessageUpdate &update, int number, const AttemptRecord &attempt)
{
    // Only while it is ours: a message that was deleted or cancelled meanwhile stays what it is.
    const int updated = m_db.change(
        QStringLiteral(
            "UPDATE message SET state = ?, reason = ?, provider_message_id = ?, due_at = ?, attempts = ?, "
            "uncertain = uncertain + ?, sealed = CASE WHEN ? = 1 THEN NULL ELSE sealed END "
            "WHERE id = ? AND state IN ('queued', 'sending')"),
        wireName(update.state), update.reason, update.providerMessageId, update.dueAt, number,
        int(update.uncertain), int(update.erase), update.id);
    if (updated == 0)
        return;
    m_db.change(
        QStringLiteral("INSERT INTO attempt (message_id, number, at, provider, status, provider_code, error, "
                       "duration_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        update.id, number, attempt.at, attempt.provider, attempt.status, attempt.providerCode, attempt.error,
        attempt.durationMs);
}

void MessageStore::end(RowId id, MessageState state, const QString &reason, bool erase)
{
    m_db.change(QStringLiteral("UPDATE message SET state = ?, reason = ?, "
                               "sealed = CASE WHEN ? = 1 THEN NULL ELSE sealed END "
                               "WHERE id = ? AND state IN ('queued', 'sending')"),
                wireName(state), reason, int(erase), id);
}

void MessageStore::setEnd(RowId id, Timestamp expiresAt, Timestamp dueAt)
{
    m_db.change(QStringLiteral("UPDATE message SET expires_at = ?, due_at = ? "
                               "WHERE id = ? AND state IN ('queued', 'sending')"),
                expiresAt, dueAt, id);
}

void MessageStore::setEndOnPhone(RowId id, Timestamp expiresAt)
{
    m_db.change(QStringLiteral("UPDATE message SET expires_at = ? WHERE id = ? AND state = 'delivered' AND "
                               "provider = 'sandbox'"),
                expiresAt, id);
}

int MessageStore::endWaitingExcept(const QString &keep, MessageState state, const QString &reason)
{
    return m_db.change(QStringLiteral("UPDATE message SET state = ?, reason = ?, sealed = NULL "
                                      "WHERE state IN ('queued', 'sending') AND provider <> ?"),
                       wireName(state), reason, keep);
}

int MessageStore::endWaitingExpired(Timestamp now)
{
    return m_db.change(
        QStringLiteral("UPDATE message SET state = 'expired', reason = 'the code ran out before it could be sent', "
                       "sealed = CASE WHEN provider = 'sandbox' THEN sealed ELSE NULL END "
                       "WHERE state = 'queued' AND expires_at <= ?"),
        now);
}

int MessageStore::endWaitingFromFuture(Timestamp latest)
{
    return m_db.change(
        QStringLiteral("UPDATE message SET state = 'expired', reason = 'the clock was set back before it could be "
                       "sent', sealed = CASE WHEN provider = 'sandbox' THEN sealed ELSE NULL END "
                       "WHERE state IN ('queued', 'sending') AND state = 'queued' AND due_at > ? "
                       "AND created_at > ?"),
        latest, latest);
}

int MessageStore::requeueSending(Timestamp now)
{
    return m_db.change(QStringLiteral("UPDATE message SET state = 'queued', due_at = ?, uncertain = uncertain + 1 "
                                      "WHERE state = 'sending'"),
                       now);
}

std::optional<Timestamp> MessageStore::nextDue()
{
    Rows rows = m_db.select(QStringLiteral("SELECT due_at FROM message WHERE state IN ('queued', 'sending') "
                                           "AND state = 'queued' ORDER BY due_at LIMIT 1"));
    if (!rows.next())
        return std::nullopt;
    return rows.time(0);
}

qint64 MessageStore::countWaiting()
{
    Rows rows = m_db.select(QStringLiteral("SELECT count(*) FROM message WHERE state IN ('queued', 'sending')"));
    return rows.next() ? rows.integer(0) : 0;
}

void MessageStore::markVerified(RowId id, Timestamp at)
{
    m_db.change(QStringLiteral("UPDATE message SET verified_at = ? WHERE id = ?"), at, id);
}

void MessageStore::eraseAllSealed()
{
    m_db.change(QStringLiteral("UPDATE message SET sealed = NULL, arrives_at = NULL WHERE sealed IS NOT NULL"));
}

} // namespace smsauth
