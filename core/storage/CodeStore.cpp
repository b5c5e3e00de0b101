// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/CodeStore.h"

#include "core/storage/Database.h"

namespace smsauth {

namespace {

StoredCode codeFrom(const Rows &row, Timestamp now)
{
    StoredCode code;
    CodeRecord &record = code.record;
    record.id = row.integer(0);
    record.phone = PhoneNumber::fromStored(row.text(1));
    code.sealed = row.bytes(2);
    record.createdAt = row.time(3);
    record.expiresAt = row.time(4);
    record.tries = int(row.integer(5));
    record.maxTries = int(row.integer(6));
    record.state = codeStateFromName(row.text(7)).value_or(CodeState::Expired);
    record.changeForUser = row.integer(8);
    record.messageId = row.integer(9);
    if (record.state == CodeState::Live && record.expiresAt <= now)
        record.state = CodeState::Expired;
    return code;
}

} // namespace

RowId CodeStore::insert(const StoredCode &code)
{
    const CodeRecord &record = code.record;
    return m_db.insert(
        QStringLiteral(
            "INSERT INTO code (phone, sealed, created_at, expires_at, tries, max_tries, state, change_for, "
            "message_id) VALUES (?, ?, ?, ?, 0, ?, 'live', ?, ?)"),
        record.phone.e164(), code.sealed, record.createdAt, record.expiresAt, record.maxTries, record.changeForUser,
        record.messageId);
}

std::optional<NewestCode> CodeStore::newest(const PhoneNumber &phone)
{
    Rows rows = m_db.select(
        QStringLiteral(
            "SELECT id, created_at, state, message_id FROM code WHERE phone = ? ORDER BY id DESC LIMIT 1"),
        phone.e164());
    if (!rows.next())
        return std::nullopt;
    return NewestCode{.id = rows.integer(0),
                      .createdAt = rows.time(1),
                      .state = codeStateFromName(rows.text(2)).value_or(CodeState::Expired),
                      .messageId = rows.integer(3)};
}

void CodeStore::markSuperseded(RowId id)
{
    m_db.change(
        QStringLiteral("UPDATE code SET state = 'superseded', sealed = NULL WHERE id = ? AND state = 'live'"), id);
}

std::optional<StoredCode> CodeStore::countTry(const PhoneNumber &phone, Timestamp now)
{
    Rows rows = m_db.select(
        QStringLiteral(
            "UPDATE code SET tries = tries + 1 "
            "WHERE phone = ? AND state = 'live' AND expires_at > ? AND created_at <= ? AND tries < max_tries "
            "RETURNING id, phone, sealed, created_at, expires_at, tries, max_tries, state, change_for, message_id"),
        phone.e164(), now, now + ClockTolerance);
    if (!rows.next())
        return std::nullopt;
    return codeFrom(rows, now);
}

bool CodeStore::markUsed(RowId id)
{
    return m_db.change(
               QStringLiteral("UPDATE code SET state = 'used', sealed = NULL WHERE id = ? AND state = 'live'"),
               id) == 1;
}

void CodeStore::markExhausted(RowId id)
{
    m_db.change(QStringLiteral("UPDATE code SET state = 'exhausted', sealed = NULL "
                               "WHERE id = ? AND state = 'live' AND tries >= max_tries"),
                id);
}

void CodeStore::expireAllLive()
{
    m_db.change(QStringLiteral("UPDATE code SET state = 'expired', sealed = NULL WHERE state = 'live'"));
}

void CodeStore::removeOf(const PhoneNumber &phone)
{
    if (phone.isNull())
        m_db.change(QStringLiteral("DELETE FROM code"));
    else
        m_db.change(QStringLiteral("DELETE FROM code WHERE phone = ?"), phone.e164());
}

std::optional<StoredCode> CodeStore::find(RowId id, Timestamp now)
{
    Rows rows = m_db.select(QStringLiteral("SELECT id, phone, sealed, created_at, expires_at, tries, max_tries, "
                                           "state, change_for, message_id FROM code WHERE id = ?"),
                            id);
    if (!rows.next())
        return std::nullopt;
    return codeFrom(rows, now);
}

bool CodeStore::setExpiry(RowId id, Timestamp expiresAt, Timestamp now)
{
    return m_db.change(
               QStringLiteral("UPDATE code SET expires_at = ? WHERE id = ? AND state = 'live' AND expires_at > ?"),
               expiresAt, id, now) == 1;
}

bool CodeStore::restoreExpiry(RowId id, Timestamp expiresAt)
{
    return m_db.change(QStringLiteral("UPDATE code SET expires_at = ? WHERE id = ? AND state = 'live'"), expiresAt,
                       id) == 1;
}

bool CodeStore::remove(RowId id)
{
    return m_db.change(QStringLiteral("DELETE FROM code WHERE id = ?"), id) == 1;
}

void CodeStore::setMessage(RowId id, RowId messageId)
{
    m_db.change(QStringLiteral("UPDATE code SET message_id = ? WHERE id = ?"), messageId, id);
}

QList<StoredCode> CodeStore::list(const PhoneNumber &phone, bool onlyLive, RowId before, int limit, Timestamp now)
{
    QString sql =
        QStringLiteral("SELECT c.id, c.phone, c.sealed, c.created_at, c.expires_at, c.tries, c.max_tries, c.state, "
                       "c.change_for, c.message_id, m.state FROM code c LEFT JOIN message m ON m.id = c.message_id "
                       "WHERE 1 = 1");
    QVariantList values;
    if (!phone.isNull()) {
        sql += QStringLiteral(" AND c.phone = ?");
        values << phone.e164();
    }
    if (onlyLive) {
        sql += QStringLiteral(" AND c.state = 'live' AND c.expires_at > ?");
        values << toMs(now);
    }
    if (before > 0) {
        sql += QStringLiteral(" AND c.id < ?");
        values << before;
    }
    sql += QStringLiteral(" ORDER BY c.id DESC LIMIT ?");
    values << limit;

    QList<StoredCode> codes;
    Rows rows = m_db.selectWith(sql, values);
    while (rows.next()) {
        StoredCode code = codeFrom(rows, now);
        if (!rows.isNull(10))
            code.record.messageState = messageStateFromName(rows.text(10));
        codes.append(code);
    }
    return codes;
}

qint64 CodeStore::countLive(Timestamp now)
{
    Rows rows =
        m_db.select(QStringLiteral("SELECT count(*) FROM code WHERE state = 'live' AND expires_at > ?"), now);
    return rows.next() ? rows.integer(0) : 0;
}

qint64 CodeStore::countExpired(Timestamp now, milliseconds wait)
{
    Rows rows = m_db.select(QStringLiteral("SELECT count(*) FROM code WHERE expires_at <= ? AND created_at <= ? "
                                           "AND state IN ('live', 'expired')"),
                            now, now - wait);
    return rows.next() ? rows.integer(0) : 0;
}

QList<CodeRecord> CodeStore::listExpired(Timestamp now, milliseconds wait, int limit)
{
    Rows rows = m_db.select(
        QStringLiteral(
            "SELECT id, phone, NULL, created_at, expires_at, tries, max_tries, state, change_for, message_id "
            "FROM code WHERE expires_at <= ? AND created_at <= ? AND state IN ('live', 'expired') "
            "ORDER BY expires_at, id LIMIT ?"),
        now, now - wait, limit);
    QList<CodeRecord> codes;
    while (rows.next())
        codes.append(codeFrom(rows, now).record);
    return codes;
}

CodeStore::Removed CodeStore::removeExpired(Timestamp now, milliseconds wait, int limit)
{
    Rows rows =
        m_db.select(QStringLiteral("DELETE FROM code WHERE id IN (SELECT id FROM code WHERE expires_at <= ? "
                                   "AND created_at <= ? ORDER BY expires_at LIMIT ?) RETURNING state"),
                    now, now - wait, limit);
    Removed removed;
    while (rows.next()) {
        ++removed.all;
        const QString state = rows.text(0);
        if (state == wireName(CodeState::Live) || state == wireName(CodeState::Expired))
            ++removed.expired;
    }
    return removed;
}

} // namespace smsauth
