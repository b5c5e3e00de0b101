// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace smsauth {

class Database;

/// Brings the schema to this program's version: resources/sql/NNN_*.sql in order, each in a transaction of its own,
/// each once. Throws StorageError, also for a database that a newer program has made.
void migrate(Database &database);

/// The version that migrate() brings a database to.
int knownVersion();
/// What is said of a database with a higher one.
QString newerVersionText(int version);

} // namespace smsauth
