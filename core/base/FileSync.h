// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

namespace smsauth {

// What was written is only safe once file and folder lie on the disk. Both block. Errors: Storage.

Result<void> syncFile(const QString &path);
/// The folder that holds the name: a rename is only durable once it is.
Result<void> syncFolderOf(const QString &path);

} // namespace smsauth
