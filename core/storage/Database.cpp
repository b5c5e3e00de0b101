// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Database.h"

#include "core/storage/DatabaseFile.h"

#include <QFileInfo>
#include <QSqlError>
#include <atomic>

namespace smsauth {

namespace {

/// The database's own words. The driver's ("Unable to execute statement") say nothing beside them.
QString wordsOf(const QSqlError &error)
{
    return error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
}

QString newConnectionName()
{
    static std::atomic<int> count{0};
    return QStringLiteral("smsauth-%1").arg(++count);
}

} // namespace

Database::Database(const QString &file, Access access)
    : m_file(file)
    , m_access(access)
    , m_connection(newConnectionName())
{
    // SQLite gives its side files the mode of the database: it must be private before the first of them exists.
    const Result<void> closed = access == Access::Write ? makePrivateDatabase(file) : Result<void>();
    if (!closed)
        throw StorageError{closed.error().detail};
    m_database = QSqlDatabase::addDatabase(m_dialect.driver, m_connection);
    m_database.setDatabaseName(file);
    if (access == Access::Read)
        m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
    if (!m_database.open()) {
        const QString why = wordsOf(m_database.lastError());
        m_database = {};
        QSqlDatabase::removeDatabase(m_connection);
        throw StorageError{QStringLiteral("cannot open %1: %2").arg(file, why)};
    }
    if (access == Access::Write && QFileInfo(file).size() == 0) {
        for (const QString &statement : m_dialect.onCreate)
            run(statement);
    }
    for (const QString &statement : access == Access::Write ? m_dialect.onOpenWriting : m_dialect.onOpenReading)
        run(statement);
}

Database::~Database()
{
    m_prepared.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

void Database::run(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        fail(query.lastError());
}

QSqlQuery Database::prepared(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        fail(query.lastError());
    return query;
}

void Database::execute(QSqlQuery &query, const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values.at(i));
    if (!query.exec()) {
        const QSqlError error = query.lastError();
        query.finish();
        fail(error);
    }
}

QSqlQuery &Database::execute(const QString &sql, const QVariantList &values)
{
    if (m_isLost)
        throw StorageError{QStringLiteral("the transaction was lost to an earlier failure")};
    auto found = m_prepared.find(sql);
    if (found == m_prepared.end())
        found = m_prepared.emplace(sql, prepared(sql)).first;
    execute(found->second, values);
    return found->second;
}

Rows Database::selectOnce(const QString &sql, const QVariantList &values)
{
    auto query = std::make_unique<QSqlQuery>(prepared(sql));
    execute(*query, values);
    return Rows(std::move(query));
}

void Database::fail(const QSqlError &error) const
{
    throw StorageError{wordsOf(error)};
}

void Database::begin()
{
    m_isLost = false;
    change(m_access == Access::Write ? m_dialect.beginWriting : QStringLiteral("BEGIN"));
}

void Database::commit()
{
    change(QStringLiteral("COMMIT"));
}

void Database::rollback()
{
    // After some failures the database has already rolled back by itself: nothing is left to undo then.
    QSqlQuery query(m_database);
    query.exec(QStringLiteral("ROLLBACK"));
}

void Database::savepoint()
{
    change(QStringLiteral("SAVEPOINT request"));
}

void Database::release()
{
    change(QStringLiteral("RELEASE SAVEPOINT request"));
}

void Database::rollbackToSavepoint()
{
    // A full disk ends the whole transaction, savepoints and all. What came afterwards would be committed one by
    // one.
    const Result<void> undone = guarded([this] {
        change(QStringLiteral("ROLLBACK TO SAVEPOINT request"));
        release();
    });
    if (undone)
        return;
    m_isLost = true;
    throw StorageError{undone.error().detail};
}

} // namespace smsauth
