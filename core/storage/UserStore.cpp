// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/UserStore.h"

#include "core/storage/Database.h"
#include "core/storage/LikePatterns.h"

#include <QJsonDocument>
#include <QRegularExpression>

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

/// For what looks like a number, or a part of one: its digits, from the beginning if it has a plus. Else empty.
QString numberPattern(const QString &typed)
{
    static const QRegularExpression form(QStringLiteral("\\A[+0-9 ().-]*[0-9][+0-9 ().-]*\\z"));
    if (!form.match(typed).hasMatch())
        return {};
    QString digits = typed;
    digits.remove(QRegularExpression(QStringLiteral("[^0-9]")));
    return (typed.startsWith(u'+') ? u'+' : u'%') + digits + u'%';
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
    // Attributes that say the same stay as they were written, to the byte.
    QString attributes = attributesText(user);
    {
        Rows rows = m_db.select(QStringLiteral("SELECT attributes FROM app_user WHERE id = ?"), user.id);
        if (rows.next() && QJsonDocument::fromJson(rows.text(0).toUtf8()).object() == user.attributes)
            attributes = rows.text(0);
    }
    m_db.change(
        QStringLiteral("UPDATE app_user SET phone = ?, username = ?, first_name = ?, last_name = ?, email = ?, "
                       "is_active = ?, attributes = ? WHERE id = ?"),
        user.phone.e164(), user.username, user.firstName, user.lastName, user.email, int(user.isActive), attributes,
        user.id);
}

bool UserStore::remove(RowId id)
{
    return m_db.change(QStringLiteral("DELETE FROM app_user WHERE id = ?"), id) == 1;
}

void UserStore::markSignedIn(RowId id, Timestamp at)
{
    m_db.change(QStringLiteral("UPDATE app_user SET last_sign_in_at = ? WHERE id = ?"), at, id);
}

void UserStore::setActive(RowId id, bool active)
{
    m_db.change(QStringLiteral("UPDATE app_user SET is_active = ? WHERE id = ?"), int(active), id);
}

UserStore::Range UserStore::range()
{
    // Two questions, each of which an index answers: for both at once SQLite reads the whole table.
    Rows rows = m_db.select(QStringLiteral("SELECT coalesce((SELECT min(id) FROM app_user), 0), "
                                           "coalesce((SELECT max(id) FROM app_user), 0)"));
    return rows.next() ? Range{rows.integer(0), rows.integer(1)} : Range();
}

QList<UserRecord> UserStore::matching(const QString &find, Ids ids, int limit)
{
    QString sql = QStringLiteral("SELECT " USER_COLUMNS " FROM app_user WHERE id >= ? AND id < ?");
    QVariantList values{ids.from, ids.below};
    const QString typed = find.simplified();
    if (!typed.isEmpty()) {
        QStringList conditions;
        if (const QString number = numberPattern(typed); !number.isEmpty()) {
            conditions += QStringLiteral("phone LIKE ?");
            values << number;
        }
        for (const QString &pattern : likePatterns(typed)) {
            for (const char *column : {"username", "first_name || ' ' || last_name", "email"}) {
                conditions += likeCondition(QString::fromLatin1(column));
                values << pattern;
            }
        }
        sql += QStringLiteral(" AND (%1)").arg(conditions.join(QStringLiteral(" OR ")));
    }
    sql += QStringLiteral(" ORDER BY id DESC LIMIT ?");
    values << limit;

    Rows rows = m_db.selectWith(sql, values);
    QList<UserRecord> users;
    while (rows.next())
        users.append(userFrom(rows));
    return users;
}

} // namespace smsauth
