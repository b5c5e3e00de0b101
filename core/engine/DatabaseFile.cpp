// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/DatabaseFile.h"

#include <QFile>
#include <sys/stat.h>
#include <unistd.h>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView Header("SQLite format 3\0", 16); // https://www.sqlite.org/fileformat.html

} // namespace

Result<void> checkDatabaseFile(const QString &file)
{
    struct stat info
    {
    };
    if (::stat(QFile::encodeName(file).constData(), &info) != 0) {
        if (errno == ENOENT)
            return {};
        return {ErrorCode::Storage, u"cannot open %1: %2"_s.arg(file, qt_error_string(errno))};
    }
    if (!S_ISREG(info.st_mode))
        return {ErrorCode::Storage, file + u" is not a file"_s};
    if (info.st_uid != ::geteuid())
        return {ErrorCode::Storage, file + u" belongs to another user"_s};
    QFile content(file);
    if (!content.open(QIODevice::ReadOnly))
        return {ErrorCode::Storage, u"cannot open %1: %2"_s.arg(file, content.errorString())};
    const QByteArray begin = content.read(Header.size());
    if (!begin.isEmpty() && begin != Header)
        return {ErrorCode::Storage, file + u" is not a database"_s};
    return {};
}

} // namespace smsauth
