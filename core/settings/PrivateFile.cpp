// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/PrivateFile.h"

#include "core/base/FileSync.h"

#include <QFileInfo>
#include <QSaveFile>
#include <sys/stat.h>

namespace smsauth {

using namespace Qt::StringLiterals;

Result<void> PrivateFile::replace(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    // Closed to others before the first byte is in it.
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(content) == content.size() && file.commit();
    if (!written)
        return {ErrorCode::Storage, u"cannot write %1: %2"_s.arg(path, file.errorString())};
    // It is there already: that its name may not survive a power cut is no reason to call it unwritten.
    (void)syncFolderOf(path);
    return {};
}

Result<QByteArray> PrivateFile::read(const QString &path, qint64 limit)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink()) {
        // A folder that is closed to us hides what is in it, which is not the same as nothing.
        struct stat ignored
        {
        };
        if (::stat(QFile::encodeName(path).constData(), &ignored) != 0 && errno == EACCES)
            return {ErrorCode::Storage, u"cannot read %1: %2"_s.arg(path, qt_error_string(EACCES))};
        return {ErrorCode::NotFound, u"there is no file %1"_s.arg(path)};
    }
    // A named pipe would keep whoever opens it waiting.
    if (!info.isFile())
        return {ErrorCode::Storage, u"%1 is not a readable file"_s.arg(path)};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {ErrorCode::Storage, u"cannot read %1: %2"_s.arg(path, file.errorString())};
    QByteArray content = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return {ErrorCode::Storage, u"cannot read %1: %2"_s.arg(path, file.errorString())};
    if (content.size() > limit)
        return {ErrorCode::Storage, u"%1 is larger than %2 bytes"_s.arg(path).arg(limit)};
    return content;
}

Result<QByteArray> PrivateFile::readAndClose(const QString &path, qint64 limit)
{
    if (isOpenToOthers(path) && !QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return {ErrorCode::Storage, u"cannot close the file to others: "_s + path};
    return read(path, limit);
}

bool PrivateFile::isOpenToOthers(const QString &path)
{
    struct stat found
    {
    };
    return ::stat(QFile::encodeName(path).constData(), &found) == 0 && S_ISREG(found.st_mode) &&
           (found.st_mode & (S_IRWXG | S_IRWXO)) != 0;
}

} // namespace smsauth
