// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maintenance/Backup.h"

#include "core/base/FileSync.h"
#include "core/base/Guarded.h"
#include "core/maintenance/PartFile.h"
#include "core/storage/Database.h"
#include "core/storage/DatabaseCopy.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QScopeGuard>
#include <cerrno>
#include <unistd.h>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView BackupPart(".smsauth-part");

/// What back-ups that were killed have left in the folder of this one.
void removeLeftParts(const QString &target)
{
    static const QRegularExpression form(u"\\.smsauth-part[0-9]{1,2}\\z"_s);
    const QDir folder(QFileInfo(target).absolutePath());
    const QStringList found = folder.entryList({u"*"_s + BackupPart + u'*'}, QDir::Files | QDir::Hidden);
    for (const QString &name : found) {
        const QString file = folder.filePath(name);
        if (form.match(name).hasMatch() && QFileInfo(file).ownerId() == ::geteuid() && !PartFile::isLocked(file))
            removeWithSides(file);
    }
}

Error alreadyThere(const QString &file)
{
    return {ErrorCode::InvalidInput, u"there is a file %1 already"_s.arg(file), {}};
}

Result<void> checkTarget(const QString &database, const QString &target, bool overwrite)
{
    const QFileInfo info(target);
    if (info.fileName().isEmpty() || info.isDir())
        return {ErrorCode::InvalidInput, u"%1 is no name of a file"_s.arg(target)};
    if (belongsTo(database, target))
        return {ErrorCode::InvalidInput, target + u" is the database itself"_s};
    if (!info.exists() && !info.isSymLink())
        return {};
    if (!overwrite)
        return alreadyThere(target);
    // A link stays a link; what it points to is not what was named.
    if (info.isSymLink() || !info.isFile())
        return {ErrorCode::InvalidInput, target + u" is not a plain file"_s};
    return {};
}

} // namespace

Result<BackupReport> writeBackup(const QString &database, const QString &target, bool overwrite,
                                 const Cancellation &cancellation)
{
    if (const Result<void> good = checkTarget(database, target, overwrite); !good)
        return good.error();
    removeLeftParts(target);
    PartFile part;
    if (const Result<void> made = part.make(target + BackupPart); !made)
        return made.error();
    auto removePart = qScopeGuard([&] { removeWithSides(part.name()); });
    BackupReport report{.file = target, .bytes = 0, .contents = {}};
    const Result<void> copied = guarded([&] {
        copyDatabase(database, part.name());
        Database copy(part.name(), Database::Access::Read);
        report.contents = contentsOf(copy);
    });
    if (!copied)
        return fileError(u"cannot write "_s + target, copied.error().detail);
    if (const Result<void> safe = syncFile(part.name()); !safe)
        return safe.error();
    if (cancellation.isCancelled())
        return {ErrorCode::Cancelled, u"the back-up was cancelled"_s};
    report.bytes = QFileInfo(part.name()).size();
    if (!renameTo(part.name(), target, overwrite))
        return errno == EEXIST ? alreadyThere(target) : fileError(u"cannot write "_s + target);
    removePart.dismiss();
    if (const Result<void> safe = syncFolderOf(target); !safe)
        return safe.error();
    return report;
}

} // namespace smsauth
