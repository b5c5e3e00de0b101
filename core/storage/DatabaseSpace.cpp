// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/DatabaseSpace.h"

#include "core/storage/Database.h"

#include <algorithm>

namespace smsauth {

StorageSize sizeOf(Database &database)
{
    Rows rows = database.select(database.dialect().spaceQuestion);
    StorageSize size{.file = database.file(), .bytes = 0, .free = 0, .shrinks = true};
    if (rows.next()) {
        size.bytes = rows.integer(0);
        size.free = rows.integer(1);
        size.shrinks = rows.integer(2) != 0;
    }
    return size;
}

bool giveBack(Database &database, int pages)
{
    const auto freePages = [&] {
        Rows rows = database.select(database.dialect().freePages);
        return rows.next() ? rows.integer(0) : 0;
    };
    // Rows without columns, one a page, are none for Qt: it asks for the first alone.
    const qint64 now = std::min(qint64(pages), freePages());
    for (qint64 page = 0; page < now; ++page)
        database.change(database.dialect().giveBackOne);
    return freePages() > 0;
}

void rebuild(Database &database)
{
    for (const QString &statement : database.dialect().rebuild)
        database.run(statement);
}

} // namespace smsauth
