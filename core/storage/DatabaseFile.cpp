// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/DatabaseFile.h"

#include <QFile>
#include <QFileInfo>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView Header("SQLite format 3\0", 16); // https://www.sqlite.org/fileformat.html
constexpr mode_t OwnerOnly = 0600;

/// Nothing: there is no such file.
Result<std::optional<struct stat>> look(const QString &file)
{
    struct stat info
    {
    };
    if (::lstat(QFile::encodeName(file).constData(), &info) != 0) {
        if (errno == ENOENT)
            return std::optional<struct stat>();
        return {ErrorCode::Storage, u"cannot open %1: %2"_s.arg(file, qt_error_string(errno))};
    }
    // Whoever may write the link could point it, and the mode that it gets, at any file of this user.
    if (S_ISLNK(info.st_mode))
        return {ErrorCode::Storage, file + u" is a link: name the file itself (SMS_AUTH_DATABASE)"_s};
    if (!S_ISREG(info.st_mode))
        return {ErrorCode::Storage, file + u" is not a file"_s};
    if (info.st_uid != ::geteuid())
        return {ErrorCode::Storage, file + u" belongs to another user"_s};
    return std::optional(info);
}

} // namespace

Result<void> makePrivateDatabase(const QString &file)
{
    const QByteArray name = QFile::encodeName(file);
    const int made = ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, OwnerOnly);
    if (made >= 0) {
        ::close(made);
        return {};
    }
    if (errno != EEXIST)
        return {ErrorCode::Storage, u"cannot create %1: %2"_s.arg(file, qt_error_string(errno))};
    const auto found = look(file);
    if (!found)
        return found.error();
    if (!*found || ((*found)->st_mode & 07777) == OwnerOnly)
        return {};
    if (const Result<void> ours = checkDatabaseFile(file); !ours)
        return ours;
    if (::chmod(name.constData(), OwnerOnly) != 0)
        return {ErrorCode::Storage, u"cannot make %1 private: %2"_s.arg(file, qt_error_string(errno))};
    return {};
}

Result<void> checkDatabaseFile(const QString &file)
{
    const auto found = look(file);
    if (!found)
        return found.error();
    if (!*found)
        return {};
    QFile content(file);
    if (!content.open(QIODevice::ReadOnly))
        return {ErrorCode::Storage, u"cannot open %1: %2"_s.arg(file, content.errorString())};
    const QByteArray begin = content.read(Header.size());
    if (!begin.isEmpty() && begin != Header)
        return {ErrorCode::Storage, file + u" is not a database"_s};
    return {};
}

bool beginsAsDatabase(const QString &file)
{
    QFile content(file);
    return content.open(QIODevice::ReadOnly) && content.read(Header.size()) == Header;
}

const QStringList &databaseSides()
{
    static const QStringList sides{u"-wal"_s, u"-shm"_s, u"-journal"_s};
    return sides;
}

QString unwrittenChangesOf(const QString &file)
{
    for (const QLatin1StringView side : {"-wal"_L1, "-journal"_L1}) {
        if (QFileInfo(file + side).size() > 0)
            return file + side;
    }
    return {};
}

} // namespace smsauth
