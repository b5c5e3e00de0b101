// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maintenance/Backup.h"

#include "core/base/FileSync.h"
#include "core/base/Guarded.h"
#include "core/storage/DatabaseCopy.h"
#include "core/storage/DatabaseFile.h"
#include "core/storage/Stores.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QScopeGuard>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Chunk = 1 << 20;
constexpr QLatin1StringView BackupPart(".smsauth-part");
constexpr QLatin1StringView RestorePart(".restore.part");

Error storageError(const QString &what, const QString &why)
{
    return {ErrorCode::Storage, u"%1: %2"_s.arg(what, why), {}};
}

Error systemError(const QString &what)
{
    return storageError(what, qt_error_string(errno));
}

void removeWithSides(const QString &file)
{
    QFile::remove(file);
    for (const QString &side : databaseSides())
        QFile::remove(file + side);
}

/// A new, empty file of this user alone, locked for as long as this lives: whoever finds it locked knows that
/// somebody is at work on it.
class PartFile
{
public:
    PartFile() = default;
    ~PartFile() { unlock(); }
    Q_DISABLE_COPY_MOVE(PartFile)

    /// `stem` and a number.
    Result<void> make(const QString &stem)
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
                return systemError(u"cannot write "_s + m_name);
        }
        return storageError(u"cannot write "_s + stem, u"too many unfinished copies lie beside it"_s);
    }
    const QString &name() const { return m_name; }
    /// Not while SQLite has the file open, see DatabaseFile.
    void unlock()
    {
        if (m_handle >= 0)
            ::close(std::exchange(m_handle, -1));
    }

private:
    QString m_name;
    int m_handle = -1;
};

bool isBeingWritten(const QString &file)
{
    const int handle = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    const bool isLocked = handle >= 0 && ::flock(handle, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    if (handle >= 0)
        ::close(handle);
    return isLocked;
}

/// What back-ups that were killed have left in the folder of this one.
void removeLeftParts(const QString &target)
{
    static const QRegularExpression form(u"\\.smsauth-part[0-9]{1,2}\\z"_s);
    const QDir folder(QFileInfo(target).absolutePath());
    const QStringList found = folder.entryList({u"*"_s + BackupPart + u'*'}, QDir::Files | QDir::Hidden);
    for (const QString &name : found) {
        const QString file = folder.filePath(name);
        if (form.match(name).hasMatch() && QFileInfo(file).ownerId() == ::geteuid() && !isBeingWritten(file))
            removeWithSides(file);
    }
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

Error alreadyThere(const QString &file)
{
    return {ErrorCode::InvalidInput, u"there is a file %1 already"_s.arg(file), {}};
}

/// By whatever name or link: one of the files that the server has open. To be asked before the file is opened:
/// closing it would let go of SQLite's locks, see DatabaseFile.
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

Result<void> copyBytes(const QString &from, const QString &to)
{
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {ErrorCode::InvalidInput, u"cannot read %1: %2"_s.arg(from, source.errorString())};
    if (!target.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return storageError(u"cannot write "_s + to, target.errorString());
    QByteArray chunk;
    while (!(chunk = source.read(Chunk)).isEmpty()) {
        if (target.write(chunk) != chunk.size())
            return storageError(u"cannot write "_s + to, target.errorString());
    }
    if (source.error() != QFileDevice::NoError)
        return {ErrorCode::InvalidInput, u"cannot read %1: %2"_s.arg(from, source.errorString())};
    return {};
}

Error notABackup(const QString &file, const QString &why)
{
    return {ErrorCode::InvalidInput, u"%1 cannot be restored: %2"_s.arg(file, why), {}};
}

/// Before a byte of it is copied: a pipe or a device would never end.
Result<void> looksLikeABackup(const QString &file)
{
    const QFileInfo info(file);
    if (!info.exists())
        return notABackup(file, u"there is no such file"_s);
    if (!info.isFile())
        return notABackup(file, u"it is not a file"_s);
    if (QFile content(file); !content.open(QIODevice::ReadOnly))
        return notABackup(file, content.errorString());
    if (info.size() == 0)
        return notABackup(file, u"it is empty"_s);
    if (!beginsAsDatabase(file))
        return notABackup(file, u"it is not a database"_s);
    // A back-up of this program has none. Where there is one, the file alone is older, or torn.
    if (const QString changes = unwrittenChangesOf(file); !changes.isEmpty())
        return notABackup(file, u"%1 holds changes that are not in it yet; end the program that writes it, or "
                                u"restore a file that smsauth backup has made"_s.arg(changes));
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
        return storageError(u"cannot write "_s + target, copied.error().detail);
    if (const Result<void> safe = syncFile(part.name()); !safe)
        return safe.error();
    if (cancellation.isCancelled())
        return {ErrorCode::Cancelled, u"the back-up was cancelled"_s};
    report.bytes = QFileInfo(part.name()).size();
    if (!renameTo(part.name(), target, overwrite))
        return errno == EEXIST ? alreadyThere(target) : systemError(u"cannot write "_s + target);
    removePart.dismiss();
    if (const Result<void> safe = syncFolderOf(target); !safe)
        return safe.error();
    return report;
}

StagedBackup::~StagedBackup()
{
    if (!m_file.isEmpty())
        removeWithSides(m_file);
}

Result<BackupCheck> StagedBackup::stage(const QString &file, const QString &database, const QString &keyId)
{
    if (belongsTo(database, file))
        return notABackup(file, u"it is the database itself"_s);
    if (const Result<void> good = looksLikeABackup(file); !good)
        return good.error();
    {
        PartFile part;
        if (const Result<void> made = part.make(database + RestorePart); !made)
            return made.error();
        m_file = part.name();
    }
    if (const Result<void> copied = copyBytes(file, m_file); !copied)
        return copied.error();
    BackupCheck check;
    check.file = file;
    check.bytes = QFileInfo(m_file).size();
    const Result<void> examined = guarded([&] {
        const FoundDatabase found = examineDatabase(m_file);
        check.contents = found.contents;
        check.lastChange = found.lastChange;
        check.sameKey = found.keyId.isEmpty() || found.keyId == keyId;
    });
    if (!examined)
        return notABackup(file, examined.error().detail);
    return check;
}

Result<void> StagedBackup::prepare(const std::function<void(Stores &)> &note)
{
    const Result<void> prepared = guarded([&] {
        Stores stores(m_file, Database::Access::Write);
        stores.beginGroup();
        stores.codes.expireAllLive();
        stores.messages.endWaitingExcept({}, MessageState::Cancelled, u"a back-up was restored"_s);
        note(stores);
        stores.commitGroup();
    });
    if (!prepared)
        return storageError(u"the back-up cannot be prepared"_s, prepared.error().detail);
    // What still lay in a log of its own would not come along.
    if (!unwrittenChangesOf(m_file).isEmpty())
        return storageError(u"the back-up cannot be prepared"_s, u"its log could not be written back"_s);
    return syncFile(m_file);
}

void removeStaged(const QString &database)
{
    const QFileInfo info(database);
    const QDir folder(info.absolutePath());
    const QStringList left = folder.entryList({info.fileName() + RestorePart + u'*'}, QDir::Files | QDir::System);
    for (const QString &name : left)
        QFile::remove(folder.filePath(name));
}

Result<QString> exchangeDatabase(const QString &database, const QString &file, const QString &dated)
{
    const QFileInfo info(database);
    QString kept;
    if (info.exists()) {
        const QString base = u"%1/%2-%3"_s.arg(info.absolutePath(), info.completeBaseName(), dated);
        const QString ending = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
        for (int number = 1; kept.isEmpty() && number < 1000; ++number) {
            const QString name = (number == 1 ? base : u"%1-%2"_s.arg(base).arg(number)) + ending;
            if (::link(QFile::encodeName(database).constData(), QFile::encodeName(name).constData()) == 0 ||
                (errno != EEXIST && renameTo(database, name, false)))
                kept = name;
            else if (errno != EEXIST)
                return systemError(u"cannot put the database aside as "_s + name);
        }
        // What a process that was killed has left: it belongs to the database, not to what comes in its place.
        for (const QString &side : databaseSides())
            QFile::rename(database + side, kept + side);
    }
    // One step where the file system knows links: whatever ends the process here, a database lies in this place.
    if (!renameTo(file, database, true)) {
        const Error error = systemError(u"cannot put the back-up in the place of the database"_s);
        if (const Result<void> back = returnDatabase(database, kept); !back)
            return back.error();
        return error;
    }
    if (const Result<void> safe = syncFolderOf(database); !safe) {
        if (const Result<void> back = returnDatabase(database, kept); !back)
            return back.error();
        return safe.error();
    }
    return kept;
}

Result<void> returnDatabase(const QString &database, const QString &kept)
{
    removeWithSides(database);
    if (kept.isEmpty())
        return {};
    if (!renameTo(kept, database, false))
        return systemError(u"the database lies in %1 and cannot be put back"_s.arg(kept));
    for (const QString &side : databaseSides())
        QFile::rename(kept + side, database + side);
    return syncFolderOf(database);
}

} // namespace smsauth
