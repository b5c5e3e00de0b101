// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Cancellation.h"
#include "core/base/Result.h"
#include "core/model/StorageRecords.h"

namespace smsauth {

/// Writes a copy of the database into `target`, mode 0600, and returns once it lies on the disk; until then it lies
/// beside it as `target`.smsauth-part0. What a back-up that was killed has left in that folder under such a name is
/// removed first. Blocks as long as the database is large: never on the server thread. cancellation: looked at
/// before the copy gets its name. Errors: as Admin::backUp().
Result<BackupReport> writeBackup(const QString &database, const QString &target, bool overwrite,
                                 const Cancellation &cancellation);

} // namespace smsauth
