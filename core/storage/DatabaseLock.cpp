// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/DatabaseLock.h"

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

/// The same for every name that leads to the database.
QString lockFileOf(const QString &database)
{
    const QFileInfo info(database);
    const QString real = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    return real + u".lock"_s;
}

} // namespace

Result<void> DatabaseLock::acquire(const QString &database)
{
    const QString name = lockFileOf(database);
    if (m_file >= 0 && name == m_name)
        return {};
    release();
    const int file = ::open(QFile::encodeName(name).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return {ErrorCode::Storage, u"cannot write %1: %2"_s.arg(name, qt_error_string(errno))};
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return {ErrorCode::InUse, u"another program works on the database %1"_s.arg(database)};
    }
    m_file = file;
    m_name = name;
    return {};
}

void DatabaseLock::release()
{
    if (m_file >= 0)
        ::close(m_file);
    m_file = -1;
    m_name.clear();
}

} // namespace smsauth
