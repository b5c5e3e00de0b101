// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Guarded.h"
#include "core/model/Records.h"
#include "core/storage/Dialect.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>
#include <memory>
#include <unordered_map>

namespace smsauth {

/// The rows of one question. Ends the statement when it goes out of scope.
class Rows
{
public:
    explicit Rows(QSqlQuery &query)
        : m_query(query)
    {
    }
    explicit Rows(std::unique_ptr<QSqlQuery> query)
        : m_own(std::move(query))
        , m_query(*m_own)
    {
    }
    ~Rows() { m_query.finish(); }
    Q_DISABLE_COPY_MOVE(Rows)

    bool next() { return m_query.next(); }
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    bool isNull(int column) const { return m_query.isNull(column); }
    Timestamp time(int column) const { return fromMs(integer(column)); }

private:
    const std::unique_ptr<QSqlQuery> m_own; ///< null: the statement is kept
    QSqlQuery &m_query;
};

/// One connection, used on the thread that opened it. Statements are prepared once and kept. Every failure of the
/// database is thrown as StorageError; guarded() turns it into an Error.
class Database
{
public:
    enum class Access { Write, Read };

    /// file: made with mode 0600 when missing (Write). Throws StorageError, also for a file that is no database,
    /// which is left alone.
    Database(const QString &file, Access access);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    Access access() const { return m_access; }
    const Dialect &dialect() const { return m_dialect; }
    QString file() const { return m_file; }

    /// Executes a statement that changes rows; returns how many. sql: a literal, so that it is prepared once.
    template<class... Values>
    int change(const QString &sql, const Values &...values)
    {
        QSqlQuery &query = execute(sql, {toVariant(values)...});
        const int affected = query.numRowsAffected();
        query.finish();
        return affected;
    }
    /// Executes an INSERT of one row; returns the id that it got. Cheaper than a RETURNING clause.
    template<class... Values>
    RowId insert(const QString &sql, const Values &...values)
    {
        QSqlQuery &query = execute(sql, {toVariant(values)...});
        const RowId id = query.lastInsertId().toLongLong();
        query.finish();
        return id;
    }
    /// Asks a question, or changes rows with a RETURNING clause.
    template<class... Values>
    Rows select(const QString &sql, const Values &...values)
    {
        return Rows(execute(sql, {toVariant(values)...}));
    }
    Rows selectWith(const QString &sql, const QVariantList &values) { return Rows(execute(sql, values)); }
    /// As selectWith(), for one of many shapes: the statement is not kept.
    Rows selectOnce(const QString &sql, const QVariantList &values);
    void changeWith(const QString &sql, const QVariantList &values) { execute(sql, values).finish(); }

    /// For statements that are not worth keeping: schema, pragmas.
    void run(const QString &sql);

    void begin();
    void commit();
    void rollback();
    void savepoint();
    void release();
    void rollbackToSavepoint();

private:
    static QVariant toVariant(const QVariant &value) { return value; }
    // QtSql writes a null QString as NULL; in this schema an absent text is an empty one.
    static QVariant toVariant(const QString &value) { return value.isNull() ? QStringLiteral("") : value; }
    static QVariant toVariant(QLatin1StringView value) { return QString(value); }
    static QVariant toVariant(const QByteArray &value) { return value; }
    static QVariant toVariant(qint64 value) { return value; }
    static QVariant toVariant(int value) { return value; }
    static QVariant toVariant(Timestamp value) { return toMs(value); }

    QSqlQuery prepared(const QString &sql);
    void execute(QSqlQuery &query, const QVariantList &values);
    QSqlQuery &execute(const QString &sql, const QVariantList &values);
    [[noreturn]] void fail(const QSqlError &error) const;

    struct SqlHash
    {
        size_t operator()(const QString &sql) const { return qHash(sql); }
    };

    const Dialect &m_dialect = Dialect::sqlite();
    const QString m_file;
    const Access m_access;
    const QString m_connection;
    QSqlDatabase m_database;
    std::unordered_map<QString, QSqlQuery, SqlHash> m_prepared;
    bool m_isLost = false; ///< nothing more may be done in this transaction
};

} // namespace smsauth
