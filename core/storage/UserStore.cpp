// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/UserStore.h"

#include "core/storage/Database.h"

#include <QJsonDocument>

namespace smsauth {

namespace {

#define USER_COLUMNS                                                                                               \
    "id, phone, username, first_name, last_name, email, is_active, attributes, created_at, last_sign_in_at"

UserRecord userFrom(const Rows &row)
{
    UserRecord user;
    user.id = row.integer(0);
    user.phone = PhoneNumber::fromStored(row.text(1));
    user.username = row.text(2);
    user.firstName = row.text(3);
    user.lastName = row.text(4);
    user.email = row.text(5);
    user.isActive = row.integer(6) != 0;
    user.attributes = QJsonDocument::fromJson(row.text(7).toUtf8()).object();
    user.createdAt = row.time(8);
    if (!row.isNull(9))
        user.lastSignInAt = row.time(9);
    return user;
}

QString attributesText(const UserRecord &user)
{
    return QString::fromUtf8(QJsonDocument(user.attributes).toJson(QJsonDocument::Compact));
}

} // namespace

std::optional<UserRecord> UserStore::find(RowId id)
{
    Rows rows = m_db.select(QStringLiteral("SELECT " USER_COLUMNS " FROM app_user WHERE id = ?"), id);
    if (!rows.next())
        return std::nullopt;
    return userFrom(rows);
}

std::optional<UserRecord> UserStore::findByPhone(const PhoneNumber &phone)
{
    Rows rows = m_db.select(QStringLiteral("SELECT " USER_COLUMNS " FROM app_user WHERE phone = ?"), phone.e164());
    if (!rows.next())
        return std::nullopt;
    return userFrom(rows);
}

UserRecord UserStore::insert(const UserRecord &user)
{
    Rows rows = m_db.select(QStringLiteral("INSERT INTO app_user (phone, username, first_name, last_name, email, "
                                           "is_active, attributes, created_at) "
                                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"),
                            user.phone.e164(), user.username, user.firstName, user.lastName, user.email,
                            int(user.isActive), attributesText(user), user.createdAt);
    rows.next();
    UserRecord stored = user;
    stored.id = rows.integer(0);
    return stored;
}

void UserStore::update(const UserRecord &user)
{
    m_db.change(
        QStringLiteral("UPDATE app_user SET phone = ?, username = ?, first_name = ?, last_name = ?, email = ?, "
                       "is_active = ?, attributes = ? WHERE id = ?"),
        user.phone.e164(), user.username, user.firstName, user.lastName, user.email, int(user.isActive),
        attributesText(user), user.id);
}

bool UserStore::remove(RowId id)
{
    return m_db.change(QStringLiteral("DELETE FROM app_user WHERE id = ?"), id) == 1;
}

void UserStore::markSignedIn(RowId id, Timestamp at)
{
    m_db.change(QStringLiteral("UPDATE app_user SET last_sign_in_at = ? WHERE id = ?"), at, id);
}

QList<UserRecord> UserStore::list(int limit, RowId before)
{
    Rows rows = m_db.select(
        QStringLiteral("SELECT " USER_COLUMNS " FROM app_user WHERE ? = 0 OR id < ? ORDER BY id DESC LIMIT ?"),
        before, before, limit);
    QList<UserRecord> users;
    while (rows.next())
        users.append(userFrom(rows));
    return users;
}

} // namespace smsauth
