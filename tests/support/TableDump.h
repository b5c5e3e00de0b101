// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/Database.h"

namespace smsauth {

/// Every column of every row of a table as SQL literals, which tell NULL from '' and bytes from text: two dumps are
/// equal when the rows are, byte for byte.
inline QStringList dumpOf(Database &database, const QString &table)
{
    QStringList columns;
    {
        Rows rows = database.selectWith(QStringLiteral("SELECT name FROM pragma_table_info(?)"), {table});
        while (rows.next())
            columns.append(QStringLiteral("quote(%1)").arg(rows.text(0)));
    }
    if (columns.isEmpty())
        qFatal("there is no such table");
    QStringList lines;
    Rows rows = database.select(QStringLiteral("SELECT %1 AS line FROM %2 ORDER BY line")
                                    .arg(columns.join(QStringLiteral(" || ',' || ")), table));
    while (rows.next())
        lines.append(rows.text(0));
    return lines;
}

/// As above, of the file as it is now.
inline QStringList dumpOf(const QString &file, const QString &table)
{
    Database database(file, Database::Access::Read);
    return dumpOf(database, table);
}

} // namespace smsauth
