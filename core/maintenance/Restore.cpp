// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maintenance/Restore.h"

#include "core/base/FileSync.h"
#include "core/base/Guarded.h"
#include "core/maintenance/PartFile.h"
#include "core/storage/DatabaseCopy.h"
#include "core/storage/DatabaseFile.h"
#include "core/storage/Stores.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <unistd.h>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Chunk = 1 << 20;
constexpr QLatin1StringView RestorePart(".restore.part");

Result<void> copyBytes(const QString &from, const QString &to)
{
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {ErrorCode::InvalidInput, u"cannot read %1: %2"_s.arg(from, source.errorString())};
    if (!target.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return fileError(u"cannot write "_s + to, target.errorString());
    QByteArray chunk;
    while (!(chunk = source.read(Chunk)).isEmpty()) {
        if (target.write(chunk) != chunk.size())
            return fileError(u"cannot write "_s + to, target.errorString());
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
    return change([&] {
        Stores stores(m_file, Database::Access::Write);
        stores.beginGroup();
        stores.codes.expireAllLive();
        stores.messages.endWaitingExcept({}, MessageState::Cancelled, u"a back-up was restored"_s);
        note(stores);
        stores.commitGroup();
    });
}

Result<void> StagedBackup::followNumbersOf(const QString &database)
{
    return change([&] { skipGivenNumbers(m_file, database); });
}

Result<void> StagedBackup::change(const std::function<void()> &how)
{
    if (const Result<void> changed = guarded(how); !changed)
        return fileError(u"the back-up cannot be prepared"_s, changed.error().detail);
    // What still lay in a log of its own would not come along.
    if (!unwrittenChangesOf(m_file).isEmpty())
        return fileError(u"the back-up cannot be prepared"_s, u"its log could not be written back"_s);
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
                return fileError(u"cannot put the database aside as "_s + name);
        }
        // What a process that was killed has left: it belongs to the database, not to what comes in its place.
        for (const QString &side : databaseSides())
            QFile::rename(database + side, kept + side);
    }
    // One step where the file system knows links: whatever ends the process here, a database lies in this place.
    if (!renameTo(file, database, true)) {
        const Error error = fileError(u"cannot put the back-up in the place of the database"_s);
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
        return fileError(u"the database lies in %1 and cannot be put back"_s.arg(kept));
    for (const QString &side : databaseSides())
        QFile::rename(kept + side, database + side);
    return syncFolderOf(database);
}

} // namespace smsauth
