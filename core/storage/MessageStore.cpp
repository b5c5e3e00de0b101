// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/MessageStore.h"

#include "core/storage/Database.h"

#include <QHash>
#include <algorithm>

namespace smsauth {

namespace {

#define MESSAGE_COLUMNS                                                                                            \
    "m.id, m.phone, m.provider, m.state, m.reason, m.provider_message_id, m.sealed, m.created_at, m.expires_at, "  \
    "m.due_at, m.attempts, m.uncertain, m.verified_at, m.fault"

StoredMessage messageFrom(const Rows &row)
{
    StoredMessage message;
    MessageRecord &record = message.record;
    record.id = row.integer(0);
    record.phone = PhoneNumber::fromStored(row.text(1));
    record.provider = row.text(2);
    record.state = messageStateFromName(row.text(3)).value_or(MessageState::Failed);
    record.reason = row.text(4);
    record.providerMessageId = row.text(5);
    message.sealed = row.bytes(6);
    record.createdAt = row.time(7);
    record.expiresAt = row.time(8);
    message.dueAt = row.time(9);
    message.attempts = int(row.integer(10));
    message.uncertain = int(row.integer(11));
    if (!row.isNull(12))
        record.verifiedAt = row.time(12);
    message.fault = row.text(13);
    return message;
}

QList<StoredMessage> messagesFrom(Rows &rows)
{
    QList<StoredMessage> messages;
    while (rows.next())
        messages.append(messageFrom(rows));
    return messages;
}

QString placeholders(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(u',');
}

} // namespace

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

void MessageStore::setArrival(RowId id, Timestamp at)
{
    m_db.change(QStringLiteral("UPDATE message SET arrives_at = ? WHERE id = ?"), at, id);
}

std::optional<Timestamp> MessageStore::nextArrival()
{
    Rows rows = m_db.select(
        QStringLiteral("SELECT arrives_at FROM message WHERE arrives_at IS NOT NULL ORDER BY arrives_at LIMIT 1"));
    if (!rows.next())
        return std::nullopt;
    return rows.time(0);
}

QList<StoredMessage> MessageStore::arriving(Timestamp now, int limit)
{
    Rows rows =
        m_db.select(QStringLiteral("SELECT " MESSAGE_COLUMNS " FROM message m WHERE m.arrives_at IS NOT NULL "
                                   "AND m.arrives_at <= ? ORDER BY m.arrives_at, m.id LIMIT ?"),
                    now, limit);
    return messagesFrom(rows);
}

bool MessageStore::holdsBack(const PhoneNumber &phone)
{
    Rows rows = m_db.select(QStringLiteral("SELECT 1 FROM message WHERE arrives_at IS NOT NULL AND phone = ? AND "
                                           "fault LIKE 'out_of_order %' LIMIT 1"),
                            phone.e164());
    return rows.next();
}

void MessageStore::releaseHeld(const PhoneNumber &phone, RowId successor, Timestamp now)
{
    m_db.change(QStringLiteral("UPDATE message SET arrives_at = ? WHERE arrives_at IS NOT NULL AND phone = ? AND "
                               "id < ? AND fault LIKE 'out_of_order %'"),
                now, phone.e164(), successor);
}

RowId MessageStore::arrive(RowId id)
{
    const auto overtaken = [&] {
        Rows rows = m_db.select(QStringLiteral("SELECT max(id) FROM message"));
        return rows.next() && rows.integer(0) > id;
    }();
    if (!overtaken) {
        m_db.change(QStringLiteral("UPDATE message SET state = 'delivered', arrives_at = NULL WHERE id = ?"), id);
        return id;
    }
    const RowId late = copyDelivered(id);
    m_db.change(QStringLiteral("UPDATE message SET (attempts, uncertain, verified_at) = "
                               "(SELECT o.attempts, o.uncertain, o.verified_at FROM message o WHERE o.id = ?) "
                               "WHERE id = ?"),
                id, late);
    m_db.change(QStringLiteral("UPDATE attempt SET message_id = ? WHERE message_id = ?"), late, id);
    m_db.change(QStringLiteral("UPDATE code SET message_id = ? WHERE message_id = ? AND phone = "
                               "(SELECT phone FROM message WHERE id = ?)"),
                late, id, id);
    m_db.change(QStringLiteral("DELETE FROM message WHERE id = ?"), id);
    return late;
}

// What comes late has the time of its arrival: ids grow with time, and others search by that.
RowId MessageStore::copyDelivered(RowId id)
{
    return m_db.insert(
        QStringLiteral(
            "INSERT INTO message (phone, provider, state, reason, provider_message_id, sealed, created_at, "
            "expires_at, due_at, fault) SELECT phone, provider, 'delivered', reason, provider_message_id, sealed, "
            "coalesce(arrives_at, created_at), expires_at, due_at, fault FROM message WHERE id = ?"),
        id);
}

void MessageStore::markVerified(RowId id, Timestamp at)
{
    m_db.change(QStringLiteral("UPDATE message SET verified_at = ? WHERE id = ?"), at, id);
}

void MessageStore::eraseAllSealed()
{
    m_db.change(QStringLiteral("UPDATE message SET sealed = NULL, arrives_at = NULL WHERE sealed IS NOT NULL"));
}

QList<StoredMessage> MessageStore::list(const MessageFilter &filter)
{
    QString sql = QStringLiteral("SELECT " MESSAGE_COLUMNS " FROM message m WHERE m.id > ?");
    QVariantList values{filter.after};
    if (filter.before > 0) {
        sql += QStringLiteral(" AND m.id < ?");
        values << filter.before;
    }
    if (!filter.phone.isNull()) {
        sql += QStringLiteral(" AND m.phone = ?");
        values << filter.phone.e164();
    }
    if (!filter.provider.isEmpty()) {
        sql += QStringLiteral(" AND m.provider = ?");
        values << filter.provider;
    }
    if (!filter.states.isEmpty()) {
        sql += QStringLiteral(" AND m.state IN (%1)").arg(placeholders(filter.states.size()));
        for (const MessageState state : filter.states)
            values << QString(wireName(state));
    }
    sql += QStringLiteral(" ORDER BY m.id DESC LIMIT ?");
    values << filter.limit;
    Rows rows = m_db.selectWith(sql, values);
    return messagesFrom(rows);
}

QList<StoredMessage> MessageStore::matching(const QString &condition, const QVariantList &values, bool upwards,
                                            int limit)
{
    Rows rows = m_db.selectOnce(
        QStringLiteral("SELECT " MESSAGE_COLUMNS " FROM message m WHERE %1 ORDER BY m.id %2 LIMIT %3")
            .arg(condition, upwards ? QStringLiteral("ASC") : QStringLiteral("DESC"), QString::number(limit)),
        values);
    QList<StoredMessage> messages = messagesFrom(rows);
    if (upwards)
        std::reverse(messages.begin(), messages.end());
    return messages;
}

std::optional<StoredMessage> MessageStore::find(RowId id)
{
    Rows rows = m_db.select(QStringLiteral("SELECT " MESSAGE_COLUMNS " FROM message m WHERE m.id = ?"), id);
    return rows.next() ? std::optional(messageFrom(rows)) : std::nullopt;
}

QList<StoredMessage> MessageStore::withLiveCode(const PhoneNumber &phone, Timestamp now, int limit)
{
    Rows rows = m_db.select(
        QStringLiteral("SELECT " MESSAGE_COLUMNS " FROM code c JOIN message m ON m.id = c.message_id "
                       "WHERE c.phone = ? AND c.state = 'live' AND c.expires_at > ? ORDER BY m.id DESC LIMIT ?"),
        phone.e164(), now, limit);
    return messagesFrom(rows);
}

void MessageStore::loadAttempts(QList<StoredMessage> &messages)
{
    if (messages.isEmpty())
        return;
    QHash<RowId, StoredMessage *> byId;
    QVariantList ids;
    for (StoredMessage &message : messages) {
        byId.insert(message.record.id, &message);
        ids << message.record.id;
    }
    // One shape of statement for every page: the last id fills up the row of placeholders.
    constexpr qsizetype Page = 200;
    for (qsizetype from = 0; from < ids.size(); from += Page) {
        QVariantList page = ids.mid(from, Page);
        while (page.size() < Page)
            page << page.last();
        Rows rows = m_db.selectWith(
            QStringLiteral(
                "SELECT message_id, at, provider, status, provider_code, error, duration_ms FROM attempt "
                "WHERE message_id IN (%1) ORDER BY message_id, number")
                .arg(placeholders(Page)),
            page);
        while (rows.next()) {
            byId.value(rows.integer(0))
                ->record.attempts.append({.at = rows.time(1),
                                          .provider = rows.text(2),
                                          .status = int(rows.integer(3)),
                                          .providerCode = rows.text(4),
                                          .error = rows.text(5),
                                          .durationMs = int(rows.integer(6))});
        }
    }
}

qint64 MessageStore::removeOf(const PhoneNumber &phone, const QString &provider)
{
    QString where = QStringLiteral("provider = ?");
    QVariantList values{provider};
    if (!phone.isNull()) {
        where += QStringLiteral(" AND phone = ?");
        values << phone.e164();
    }
    m_db.changeWith(
        QStringLiteral("DELETE FROM attempt WHERE message_id IN (SELECT id FROM message WHERE %1)").arg(where),
        values);
    Rows rows = m_db.selectWith(QStringLiteral("DELETE FROM message WHERE %1 RETURNING id").arg(where), values);
    qint64 removed = 0;
    while (rows.next())
        ++removed;
    return removed;
}

QList<qint64> MessageStore::sentPerHour(Timestamp from, int hours)
{
    constexpr qint64 Hour = 3'600'000;
    QList<qint64> counts(hours);
    // By id, as the table has no index by time.
    Rows rows = m_db.select(QStringLiteral("SELECT (created_at - ?) / ?, count(*) FROM message WHERE id > ? AND "
                                           "created_at >= ? AND state IN ('sent', 'delivered', 'undelivered') "
                                           "GROUP BY 1"),
                            from, Hour, lastIdBefore(from), from);
    while (rows.next()) {
        const qint64 hour = rows.integer(0);
        if (hour < hours)
            counts[hour] = rows.integer(1);
    }
    return counts;
}

std::optional<milliseconds> MessageStore::medianToVerify(RowId after)
{
    Rows counted =
        m_db.select(QStringLiteral("SELECT count(*) FROM message WHERE id > ? AND verified_at IS NOT NULL"), after);
    const qint64 count = counted.next() ? counted.integer(0) : 0;
    if (count == 0)
        return std::nullopt;
    Rows rows = m_db.select(QStringLiteral("SELECT verified_at - created_at FROM message WHERE id > ? AND "
                                           "verified_at IS NOT NULL ORDER BY 1 LIMIT 1 OFFSET ?"),
                            after, (count - 1) / 2);
    return rows.next() ? std::optional(milliseconds(rows.integer(0))) : std::nullopt;
}

MessageStore::Counts MessageStore::countsAfter(RowId after)
{
    Counts counts;
    Rows rows = m_db.select(
        QStringLiteral("SELECT state, count(*), count(verified_at) FROM message WHERE id > ? GROUP BY state"),
        after);
    while (rows.next()) {
        const qint64 count = rows.integer(1);
        counts.verified += rows.integer(2);
        switch (messageStateFromName(rows.text(0)).value_or(MessageState::Failed)) {
        case MessageState::Sent:
        case MessageState::Delivered:
        case MessageState::Undelivered:
            counts.sent += count;
            break;
        case MessageState::Failed:
        case MessageState::Expired:
        case MessageState::KeyLost:
            counts.failed += count;
            break;
        case MessageState::Blocked:
            counts.blocked += count;
            break;
        case MessageState::Queued:
        case MessageState::Sending:
        case MessageState::Cancelled:
            break;
        }
    }
    return counts;
}

RowId MessageStore::lastIdBefore(Timestamp time)
{
    Rows rows =
        m_db.select(QStringLiteral("SELECT id FROM message WHERE created_at < ? ORDER BY id DESC LIMIT 1"), time);
    return rows.next() ? rows.integer(0) : 0;
}

MessageStore::Range MessageStore::range()
{
    // One each: both in one question would read the whole table.
    Range range;
    {
        Rows rows = m_db.select(QStringLiteral("SELECT min(id) FROM message"));
        range.oldest = rows.next() ? rows.integer(0) : 0;
    }
    Rows rows = m_db.select(QStringLiteral("SELECT max(id) FROM message"));
    range.newest = rows.next() ? rows.integer(0) : 0;
    return range;
}

std::optional<Timestamp> MessageStore::timeAt(RowId id)
{
    Rows rows = m_db.select(QStringLiteral("SELECT created_at FROM message WHERE id >= ? ORDER BY id LIMIT 1"), id);
    return rows.next() ? std::optional(rows.time(0)) : std::nullopt;
}

RowId MessageStore::firstIdFrom(Timestamp time)
{
    const Range all = range();
    RowId low = all.oldest;
    RowId high = all.newest + 1;
    while (low < high) {
        const RowId middle = low + (high - low) / 2;
        const std::optional<Timestamp> made = timeAt(middle);
        if (made && *made < time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

RowIdRange MessageStore::idsSince(Timestamp time, qint64 most)
{
    const RowId newest = range().newest;
    return {std::max({RowId(0), newest - most, firstIdFrom(time) - 1}), newest};
}

// Only a test of a gateway ends when it begins: it carries no code. What the simulator has delivered twice was
// asked for once; its copy has had no attempt of its own.
QList<LoggedRequest> MessageStore::requests(const RowIdRange &ids, int limit)
{
    Rows rows = m_db.select(
        QStringLiteral("SELECT id, phone, created_at, verified_at, CASE WHEN state = 'blocked' THEN reason END "
                       "FROM message WHERE id > ? AND id <= ? AND (expires_at > created_at OR state = 'blocked') "
                       "AND NOT (state = 'delivered' AND attempts = 0 AND fault LIKE 'duplicate %') "
                       "ORDER BY id LIMIT ?"),
        ids.after, ids.last, limit);
    QList<LoggedRequest> requests;
    while (rows.next()) {
        LoggedRequest request{rows.integer(0), PhoneNumber::fromStored(rows.text(1)), rows.time(2), {}, {}};
        if (!rows.isNull(3))
            request.usedAt = rows.time(3);
        if (!rows.isNull(4))
            request.refusal = rows.text(4);
        requests.append(std::move(request));
    }
    return requests;
}

// Ids grow with time, so what is old lies at the beginning; what still waits is stepped over.
QList<RowId> MessageStore::oldOnes(Timestamp before, qint64 keep, qint64 limit)
{
    constexpr int Page = 500;
    RowId beyond = 0;
    {
        Rows rows = m_db.select(QStringLiteral("SELECT coalesce(max(id), 0) FROM message"));
        if (rows.next())
            beyond = rows.integer(0) - keep;
    }
    QList<RowId> ids;
    RowId seen = 0;
    for (int found = Page; found == Page;) {
        found = 0;
        Rows rows = m_db.select(
            QStringLiteral("SELECT id, created_at, state FROM message WHERE id > ? ORDER BY id LIMIT ?"), seen,
            Page);
        while (rows.next()) {
            seen = rows.integer(0);
            ++found;
            if ((rows.time(1) >= before && seen > beyond) || ids.size() >= limit)
                return ids;
            if (isFinal(messageStateFromName(rows.text(2)).value_or(MessageState::Failed)))
                ids << seen;
        }
    }
    return ids;
}

qint64 MessageStore::countOld(Timestamp before, qint64 keep)
{
    return oldOnes(before, keep, std::numeric_limits<qint64>::max()).size();
}

qint64 MessageStore::removeOld(Timestamp before, qint64 keep, int limit)
{
    const QList<RowId> ids = oldOnes(before, keep, limit);
    for (const RowId id : ids) {
        m_db.change(QStringLiteral("DELETE FROM attempt WHERE message_id = ?"), id);
        m_db.change(QStringLiteral("DELETE FROM message WHERE id = ?"), id);
    }
    return ids.size();
}

} // namespace smsauth
