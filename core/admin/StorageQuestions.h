// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/ServerSide.h"

namespace smsauth {

// The database as a whole, as Admin describes it. Server thread; the first three want an open profile.

void reportStorageSize(ServerSide &server, Done<StorageSize> done);
void compactStorage(ServerSide &server, bool rebuild, Done<CompactReport> done);
void backUp(ServerSide &server, const QString &file, bool overwrite, Done<BackupReport> done);
void cancelBackUp(ServerSide &server);
void checkBackup(ServerSide &server, const QString &file, Done<BackupCheck> done);
void restoreBackup(ServerSide &server, const QString &file, Done<RestoreReport> done);

} // namespace smsauth
