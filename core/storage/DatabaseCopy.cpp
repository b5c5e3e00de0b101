// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/DatabaseCopy.h"

#include "core/storage/Database.h"
#include "core/storage/DatabaseSpace.h"
#include "core/storage/Migrations.h"

#include <QMap>
#include <algorithm>

namespace smsauth {

namespace {

qint64 number(Database &database, const QString &question)
{
    Rows rows = database.select(question);
    return rows.next() ? rows.integer(0) : 0;
}

/// Table → the last number that it has given out; see https://www.sqlite.org/autoinc.html
QMap<QString, qint64> numbersGiven(Database &database)
{
    QMap<QString, qint64> given;
    Rows rows = database.select(QStringLiteral("SELECT name, seq FROM sqlite_sequence"));
    while (rows.next())
        given.insert(rows.text(0), rows.integer(1));
    return given;
}

/// The first line that says something; SQLite puts a headline over a long list.
QString firstFinding(const QString &verdict)
{
    const QStringList lines = verdict.split(u'\n', Qt::SkipEmptyParts);
    const auto finding =
        std::find_if(lines.begin(), lines.end(), [](const QString &line) { return !line.startsWith(u"***"); });
    return (finding == lines.end() ? verdict : *finding).simplified().left(200);
}

} // namespace

void refuseTriggersAndViews(Database &database)
{
    if (number(database, database.dialect().triggersAndViews) > 0)
        throw StorageError{QStringLiteral("it has triggers or views, which no database of this program has")};
}

void copyDatabase(const QString &file, const QString &target)
{
    Database database(file, Database::Access::Read);
    const bool shrinks = sizeOf(database).shrinks;
    for (const QString &statement : database.dialect().beforeCopy(shrinks))
        database.run(statement);
    database.change(database.dialect().copyInto, target);
}

void skipGivenNumbers(const QString &file, const QString &replaced)
{
    constexpr qint64 Gap = 1'000'000;
    QMap<QString, qint64> given;
    const Result<void> read = guarded([&] {
        Database database(replaced, Database::Access::Read);
        given = numbersGiven(database);
    });
    Database database(file, Database::Access::Write);
    const QMap<QString, qint64> own = numbersGiven(database);
    database.begin();
    for (const char *table : {"app_user", "code", "message"}) {
        const QString name = QString::fromLatin1(table);
        const qint64 last = read ? std::max(own.value(name), given.value(name)) : own.value(name) + Gap;
        database.change(QStringLiteral("DELETE FROM sqlite_sequence WHERE name = ?"), name);
        database.change(QStringLiteral("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)"), name, last);
    }
    database.commit();
}

StorageContents contentsOf(Database &database)
{
    return {.codes = number(database, QStringLiteral("SELECT count(*) FROM code")),
            .messages = number(database, QStringLiteral("SELECT count(*) FROM message")),
            .users = number(database, QStringLiteral("SELECT count(*) FROM app_user"))};
}

FoundDatabase examineDatabase(const QString &file)
{
    Database database(file, Database::Access::Read);
    {
        Rows verdict = database.select(database.dialect().soundness);
        while (verdict.next()) {
            if (verdict.text(0) != QLatin1StringView("ok"))
                throw StorageError{QStringLiteral("it is damaged: %1").arg(firstFinding(verdict.text(0)))};
        }
    }
    refuseTriggersAndViews(database);
    FoundDatabase found;
    found.version = int(number(database, QStringLiteral("SELECT max(version) FROM schema_version")));
    if (found.version > knownVersion())
        throw StorageError{newerVersionText(found.version)};
    found.contents = contentsOf(database);
    const qint64 last =
        number(database, QStringLiteral("SELECT max(at) FROM (SELECT max(created_at) AS at FROM code "
                                        "UNION ALL SELECT max(created_at) FROM message) AS times"));
    if (last > 0)
        found.lastChange = fromMs(last);
    Rows key = database.select(QStringLiteral("SELECT value FROM meta WHERE name = 'sealing_key'"));
    if (key.next())
        found.keyId = key.text(0);
    return found;
}

} // namespace smsauth
