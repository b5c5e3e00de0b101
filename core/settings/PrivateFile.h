// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>

namespace smsauth {

/// Small files that only their owner may read. All block on the file system.
namespace PrivateFile {

/// Replaces the file as a whole, mode 0600, and returns once it lies on the disk; on any error the old file is
/// untouched. Errors: Storage, with path and reason.
Result<void> replace(const QString &path, const QByteArray &content);

/// The whole file. Errors: NotFound (there is none), Storage (unreadable, no plain file, or larger than `limit`
/// bytes).
Result<QByteArray> read(const QString &path, qint64 limit);

/// read() of a file that is edited by hand: closed to others (mode 0600) first, whenever an editor left it open.
/// Errors: as read(), and Storage where it cannot be closed.
Result<QByteArray> readAndClose(const QString &path, qint64 limit);

/// Its group or everybody may read or write it. A file that is not there is not.
bool isOpenToOthers(const QString &path);

} // namespace PrivateFile

} // namespace smsauth
