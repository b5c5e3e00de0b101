// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/MessageLog.h"

#include "core/storage/Database.h"

#include <QHash>
#include <algorithm>

namespace smsauth {
namespace {

QString placeholders(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(u',');
}

} // namespace

QList<StoredMessage> MessageLog::list(const MessageFilter &filter)
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

QList<StoredMessage> MessageLog::matching(const QString &condition, const QVariantList &values, bool upwards,
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

std::optional<StoredMessage> MessageLog::find(RowId id)
{
    Rows rows = m_db.select(QStringLiteral("SELECT " MESSAGE_COLUMNS " FROM message m WHERE m.id = ?"), id);
    return oneMessageFrom(rows);
}

QList<StoredMessage> MessageLog::withLiveCode(const PhoneNumber &phone, Timestamp now, int limit)
{
    Rows rows = m_db.select(
        QStringLiteral("SELECT " MESSAGE_COLUMNS " FROM code c JOIN message m ON m.id = c.message_id "
                       "WHERE c.phone = ? AND c.state = 'live' AND c.expires_at > ? ORDER BY m.id DESC LIMIT ?"),
        phone.e164(), now, limit);
    return messagesFrom(rows);
}

void MessageLog::loadAttempts(QList<StoredMessage> &messages)
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

qint64 MessageLog::removeOf(const PhoneNumber &phone, const QString &provider)
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

MessageLog::Range MessageLog::range()
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

std::optional<Timestamp> MessageLog::timeAt(RowId id)
{
    Rows rows = m_db.select(QStringLiteral("SELECT created_at FROM message WHERE id >= ? ORDER BY id LIMIT 1"), id);
    return rows.next() ? std::optional(rows.time(0)) : std::nullopt;
}

RowId MessageLog::firstIdFrom(Timestamp time)
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

RowIdRange MessageLog::idsSince(Timestamp time, qint64 most)
{
    const RowId newest = range().newest;
    return {std::max({RowId(0), newest - most, firstIdFrom(time) - 1}), newest};
}

// Only a test of a gateway ends when it begins: it carries no code. What the simulator has delivered twice was
// asked for once; its copy has had no attempt of its own.
QList<LoggedRequest> MessageLog::requests(const RowIdRange &ids, int limit)
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
QList<RowId> MessageLog::oldOnes(Timestamp before, qint64 keep, qint64 limit)
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

qint64 MessageLog::countOld(Timestamp before, qint64 keep)
{
    return oldOnes(before, keep, std::numeric_limits<qint64>::max()).size();
}

qint64 MessageLog::removeOld(Timestamp before, qint64 keep, int limit)
{
    const QList<RowId> ids = oldOnes(before, keep, limit);
    for (const RowId id : ids) {
        m_db.change(QStringLiteral("DELETE FROM attempt WHERE message_id = ?"), id);
        m_db.change(QStringLiteral("DELETE FROM message WHERE id = ?"), id);
    }
    return ids.size();
}

} // namespace smsauth
