// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Migrations.h"

#include "core/storage/Database.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace smsauth {

namespace {

// Statements end with a semicolon at the end of a line; comments start with two dashes. No migration needs more.
QStringList statementsOf(const QString &script)
{
    static const QRegularExpression comment(QStringLiteral("--[^\n]*"));
    QStringList statements;
    for (const QString &part : QString(script).remove(comment).split(QStringLiteral(";\n"))) {
        if (const QString statement = part.trimmed(); !statement.isEmpty())
            statements.append(statement);
    }
    return statements;
}

int currentVersion(Database &database)
{
    database.run(QStringLiteral("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)"));
    Rows rows = database.select(QStringLiteral("SELECT coalesce(max(version), 0) FROM schema_version"));
    return rows.next() ? int(rows.integer(0)) : 0;
}

QDir scriptFolder()
{
    return QDir(QStringLiteral(":/smsauth/sql"));
}

QStringList scriptNames()
{
    return scriptFolder().entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

} // namespace

int knownVersion()
{
    const QStringList scripts = scriptNames();
    return scripts.isEmpty() ? 0 : scripts.last().first(3).toInt();
}

QString newerVersionText(int version)
{
    return QStringLiteral("the database has version %1, this program knows %2: use a newer program")
        .arg(version)
        .arg(knownVersion());
}

void migrate(Database &database)
{
    const QDir folder = scriptFolder();
    const int current = currentVersion(database);
    if (current > knownVersion())
        throw StorageError{newerVersionText(current)};
    for (const QString &name : scriptNames()) {
        const int version = name.first(3).toInt();
        if (version <= current)
            continue;
        QFile script(folder.filePath(name));
        if (!script.open(QIODevice::ReadOnly))
            throw StorageError{QStringLiteral("cannot read %1").arg(name)};
        database.begin();
        const Result<void> applied = guarded([&] {
            for (const QString &statement :
                 statementsOf(database.dialect().written(QString::fromUtf8(script.readAll()))))
                database.run(statement);
            database.change(QStringLiteral("INSERT INTO schema_version (version) VALUES (?)"), version);
            database.commit();
        });
        if (!applied) {
            database.rollback();
            throw StorageError{QStringLiteral("%1: %2").arg(name, applied.error().detail)};
        }
    }
}

} // namespace smsauth
