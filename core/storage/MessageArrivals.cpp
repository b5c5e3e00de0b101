// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/MessageArrivals.h"

#include "core/storage/Database.h"

namespace smsauth {

void MessageArrivals::setArrival(RowId id, Timestamp at)
{
    m_db.change(QStringLiteral("UPDATE message SET arrives_at = ? WHERE id = ?"), at, id);
}

std::optional<Timestamp> MessageArrivals::nextArrival()
{
    Rows rows = m_db.select(
        QStringLiteral("SELECT arrives_at FROM message WHERE arrives_at IS NOT NULL ORDER BY arrives_at LIMIT 1"));
    if (!rows.next())
        return std::nullopt;
    return rows.time(0);
}

QList<StoredMessage> MessageArrivals::arriving(Timestamp now, int limit)
{
    Rows rows =
        m_db.select(QStringLiteral("SELECT " MESSAGE_COLUMNS " FROM message m WHERE m.arrives_at IS NOT NULL "
                                   "AND m.arrives_at <= ? ORDER BY m.arrives_at, m.id LIMIT ?"),
                    now, limit);
    return messagesFrom(rows);
}

bool MessageArrivals::holdsBack(const PhoneNumber &phone)
{
    Rows rows = m_db.select(QStringLiteral("SELECT 1 FROM message WHERE arrives_at IS NOT NULL AND phone = ? AND "
                                           "fault LIKE 'out_of_order %' LIMIT 1"),
                            phone.e164());
    return rows.next();
}

void MessageArrivals::releaseHeld(const PhoneNumber &phone, RowId successor, Timestamp now)
{
    m_db.change(QStringLiteral("UPDATE message SET arrives_at = ? WHERE arrives_at IS NOT NULL AND phone = ? AND "
                               "id < ? AND fault LIKE 'out_of_order %'"),
                now, phone.e164(), successor);
}

RowId MessageArrivals::arrive(RowId id)
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
RowId MessageArrivals::copyDelivered(RowId id)
{
    return m_db.insert(
        QStringLiteral(
            "INSERT INTO message (phone, provider, state, reason, provider_message_id, sealed, created_at, "
            "expires_at, due_at, fault) SELECT phone, provider, 'delivered', reason, provider_message_id, sealed, "
            "coalesce(arrives_at, created_at), expires_at, due_at, fault FROM message WHERE id = ?"),
        id);
}

} // namespace smsauth
