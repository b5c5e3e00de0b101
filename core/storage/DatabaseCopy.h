// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/StorageRecords.h"

namespace smsauth {

/// What can be learnt of a database file without changing it.
struct FoundDatabase
{
    int version = 0;
    QString keyId; ///< of the key that sealed what is in it; empty: nothing was sealed yet
    StorageContents contents;
    std::optional<Timestamp> lastChange;
};

/// Ours has neither: they could change, invent or keep out rows behind the program's back. Throws StorageError.
void refuseTriggersAndViews(class Database &database);

// All block as long as the file is large, throw StorageError, and have a connection of their own.

/// Copies the database as of one moment, without what is free in it, into `target`, an empty file. Others may write
/// meanwhile.
void copyDatabase(const QString &file, const QString &target);

/// Reads the file from one end to the other. Throws also when it is damaged or none of this program's.
FoundDatabase examineDatabase(const QString &file);

/// Makes `file` go on numbering its rows where `replaced` ends: a number that was given to one user is never given
/// to another, whose account the token of the first would open. Where `replaced` cannot be read, with a wide gap.
void skipGivenNumbers(const QString &file, const QString &replaced);

/// What is in a database that is open.
StorageContents contentsOf(class Database &database);

} // namespace smsauth
