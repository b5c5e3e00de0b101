// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/StorageRecords.h"

namespace smsauth {

class Database;

// What a database takes up on the disk. Every function throws StorageError.

StorageSize sizeOf(Database &database);

/// Gives up to `pages` free pages back to the disk, as a part of the caller's transaction. False: nothing is left.
/// Precondition: sizeOf() says that it shrinks.
bool giveBack(Database &database, int pages);

/// Writes the file anew without what is free, so that it shrinks from then on. Not within a transaction; needs as
/// much room on the disk once more.
void rebuild(Database &database);

} // namespace smsauth
