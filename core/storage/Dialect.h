// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace smsauth {

/// Everything in which the databases differ. The rest of the SQL in this project is common to all of them.
struct Dialect
{
    QString driver;            ///< Qt's name of it: "QSQLITE"
    QString beginWriting;      ///< starts a transaction that may write, without an upgrade half-way
    QStringList onOpenWriting; ///< statements for a fresh writing connection
    QStringList onOpenReading;
    QList<QPair<QString, QString>> types; ///< placeholder in a migration → column type or table option

    static const Dialect &sqlite();

    /// A migration's text with the placeholders replaced.
    QString written(QString migration) const;
};

} // namespace smsauth
