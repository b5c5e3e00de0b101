// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace smsauth {

class Database;

/// Brings the schema to this program's version: resources/sql/NNN_*.sql in order, each in a transaction of its own,
/// each once. Throws StorageError, also for a database that a newer program has made.
void migrate(Database &database);

} // namespace smsauth
