// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

namespace smsauth {

/// Whether the file may become, or is, the database: there is none yet, it is empty, or SQLite has written it, and
/// it belongs to this user. Looked at before anything is opened, since opening closes the file to others: a
/// mistyped path must not do that to a folder, a device or somebody's document. Errors: Storage.
Result<void> checkDatabaseFile(const QString &file);

} // namespace smsauth
