// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maintenance/PartFile.h"

#include "core/storage/DatabaseFile.h"

#include <QFile>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace smsauth {

using namespace Qt::StringLiterals;

Error fileError(const QString &what, const QString &why)
{
    return {ErrorCode::Storage, u"%1: %2"_s.arg(what, why), {}};
}

Error fileError(const QString &what)
{
    return fileError(what, qt_error_string(errno));
}

PartFile::~PartFile()
{
    unlock();
}

Result<void> PartFile::make(const QString &stem)
{
    for (int number = 0; number < 100; ++number) {
        m_name = stem + QString::number(number);
        m_handle = ::open(QFile::encodeName(m_name).constData(),
                          O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (m_handle >= 0) {
            ::flock(m_handle, LOCK_EX | LOCK_NB);
            return {};
        }
        if (errno != EEXIST)
            return fileError(u"cannot write "_s + m_name);
    }
    return fileError(u"cannot write "_s + stem, u"too many unfinished copies lie beside it"_s);
}

void PartFile::unlock()
{
    if (m_handle >= 0)
        ::close(std::exchange(m_handle, -1));
}

bool PartFile::isLocked(const QString &file)
{
    const int handle = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    const bool locked = handle >= 0 && ::flock(handle, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    if (handle >= 0)
        ::close(handle);
    return locked;
}

bool renameTo(const QString &from, const QString &to, bool overwrite)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    if (overwrite)
        return ::rename(source.constData(), target.constData()) == 0;
    if (::renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    // A file system that knows no such thing.
    if (::access(target.constData(), F_OK) == 0) {
        errno = EEXIST;
        return false;
    }
    return ::rename(source.constData(), target.constData()) == 0;
}

void removeWithSides(const QString &file)
{
    QFile::remove(file);
    for (const QString &side : databaseSides())
        QFile::remove(file + side);
}

bool belongsTo(const QString &database, const QString &file)
{
    const auto identity = [](const QString &path) -> std::optional<std::pair<dev_t, ino_t>> {
        struct stat found = {};
        if (::stat(QFile::encodeName(path).constData(), &found) != 0)
            return std::nullopt;
        return std::pair(found.st_dev, found.st_ino);
    };
    const auto asked = identity(file);
    if (!asked)
        return false;
    for (const QString &side : QStringList{QString()} + databaseSides()) {
        if (identity(database + side) == asked)
            return true;
    }
    return false;
}

} // namespace smsauth
