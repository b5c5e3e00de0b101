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
    QStringList onCreate;      ///< for a file that is empty, before anything else
    QStringList onOpenWriting; ///< statements for a fresh writing connection
    QStringList onOpenReading;
    QString writeBack;           ///< moves the log of writes into the database, as far as nobody reads it
    QString writeBackAndEmpty;   ///< all of it, and makes the log small
    QString writeBackAndRestart; ///< all of it, so that the next writer begins the log anew
    QString spaceQuestion;    ///< one row: bytes of the database, free bytes in it, whether it can give them back
    QString freePages;        ///< one row
    QString giveBackOne;      ///< of them
    QStringList rebuild;      ///< outside of a transaction
    QStringList readOnlyCopy; ///< lets a reading connection write a copy elsewhere
    QString copyShrinks;      ///< besides, where the database itself cannot give free bytes back
    QString copyInto;         ///< one value: the path of an empty file
    QString soundness;        ///< one row "ok", or a row for everything that is wrong
    QString triggersAndViews; ///< their number
    QList<QPair<QString, QString>> types; ///< placeholder in a migration → column type or table option

    static const Dialect &sqlite();

    /// Statements before copyInto.
    QStringList beforeCopy(bool shrinks) const
    {
        return shrinks ? readOnlyCopy : readOnlyCopy + QStringList{copyShrinks};
    }
    /// A migration's text with the placeholders replaced.
    QString written(QString migration) const;
};

} // namespace smsauth
