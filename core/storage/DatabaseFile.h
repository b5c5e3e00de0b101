// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QStringList>

namespace smsauth {

/// Whether the file may become, or is, the database: there is none yet, it is empty, or SQLite has written it, and
/// it belongs to this user and is no link to another one. Looked at before anything is opened, since opening closes
/// the file to others: a mistyped path must not do that to a folder, a device or somebody's document. Errors:
/// Storage.
///
/// Not while this process has the database open: closing a file gives up the locks that SQLite holds on it
/// (https://www.sqlite.org/howtocorrupt.html §2.2).
Result<void> checkDatabaseFile(const QString &file);

/// Whether the file begins as a database does; false: it cannot be read, too. Not of a file that this process has
/// open, see above.
bool beginsAsDatabase(const QString &file);

/// What lies beside a database and belongs to it, as endings of its name.
const QStringList &databaseSides();

/// A file beside the database with changes that are not in it yet; empty: there is none.
QString unwrittenChangesOf(const QString &file);

/// Makes the file with mode 0600, or closes one that may be the database to others. Errors: Storage.
Result<void> makePrivateDatabase(const QString &file);

} // namespace smsauth
