// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileSync.h"

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace smsauth {

namespace {

Result<void> sync(const QString &path, int flags)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | flags);
    // EINVAL: a file system that cannot, and where it is no use.
    const bool good = handle >= 0 && (::fsync(handle) == 0 || errno == EINVAL);
    const Error error{
        ErrorCode::Storage, QStringLiteral("cannot write %1: %2").arg(path, qt_error_string(errno)), {}};
    if (handle >= 0)
        ::close(handle);
    return good ? Result<void>() : Result<void>(error);
}

} // namespace

Result<void> syncFile(const QString &path)
{
    return sync(path, O_NOFOLLOW);
}

Result<void> syncFolderOf(const QString &path)
{
    return sync(QFileInfo(path).absolutePath(), O_DIRECTORY);
}

} // namespace smsauth
