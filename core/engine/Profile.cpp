// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Profile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

// sun_path holds 107 bytes, and QLocalServer binds in a temporary folder next to the name first.
constexpr qsizetype LongestSocketPath = 90;
constexpr auto OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

/// Makes a folder for this user alone. One that exists is closed to others, unless it is plainly no profile:
/// somebody else's, a shared one such as /tmp, or the home folder.
Result<void> makePrivate(const QString &folder)
{
    const QByteArray name = QFile::encodeName(folder);
    if (!QDir().exists(folder)) {
        const QString parent = QFileInfo(folder).absolutePath();
        if (!QDir().mkpath(parent) || (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST))
            return {ErrorCode::InvalidInput,
                    u"cannot make the folder "_s + folder + u": "_s + qt_error_string(errno)};
    }
    struct stat info
    {
    };
    if (::stat(name.constData(), &info) != 0 || !S_ISDIR(info.st_mode))
        return {ErrorCode::InvalidInput, folder + u" is not a folder"_s};
    // What root made there, its owner could not open; and its owner could change under root's hands.
    if (info.st_uid != ::geteuid())
        return {ErrorCode::InvalidInput, folder + u" belongs to another user"_s};
    const bool shared = info.st_mode & S_ISVTX;
    if (shared || folder == u"/" || QDir(folder) == QDir::home())
        return {ErrorCode::InvalidInput, folder + u" cannot be a profile: give it a folder of its own"_s};
    if ((info.st_mode & 077) && !QFile::setPermissions(folder, OwnerOnly))
        return {ErrorCode::InvalidInput, u"cannot close the folder to others: "_s + folder};
    if (::access(name.constData(), W_OK | X_OK) != 0)
        return {ErrorCode::InvalidInput, u"no permission to write in "_s + folder};
    return {};
}

/// A short name for a folder that is too deep for a socket.
QString hashed(const QString &folder)
{
    const QByteArray digest = QCryptographicHash::hash(QFile::encodeName(folder), QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex().left(24)) + u".sock"_s;
}

} // namespace

QString Profile::auditAnchorFile(const QString &database) const
{
    if (database.isEmpty())
        return folder + u"/audit.anchor"_s;
    const QByteArray digest = QCryptographicHash::hash(QFile::encodeName(database), QCryptographicHash::Sha256);
    return u"%1/audit-%2.anchor"_s.arg(folder, QString::fromLatin1(digest.toHex().first(16)));
}

QString Profile::ownerSocket() const
{
    const QString inside = folder + u"/owner.sock"_s;
    if (QFile::encodeName(inside).size() <= LongestSocketPath)
        return inside;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!runtime.isEmpty() && QDir(runtime).exists() && runtime.size() <= 40)
        return runtime + u"/smsauth/"_s + hashed(folder);
    return u"/tmp/smsauth-%1/"_s.arg(::geteuid()) + hashed(folder);
}

namespace {

// One look at all of it: another command may just be making it.
QStringList contentOf(const QDir &dir)
{
    return dir.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Unsorted);
}

bool hasOurs(const QStringList &content)
{
    static const QStringList known{u"settings.json"_s, u"smsauth.db"_s,     u"owner.lock"_s, u"providers.json"_s,
                                   u"secrets.json"_s,  u"secrets.sealed"_s, u"providers"_s,  u"faults.json"_s};
    return std::any_of(content.begin(), content.end(), [](const QString &name) { return known.contains(name); });
}

bool isOpenToOthers(const QString &folder)
{
    struct stat info
    {
    };
    return ::stat(QFile::encodeName(folder).constData(), &info) == 0 && (info.st_mode & 077) != 0;
}

} // namespace

bool Profile::exists() const
{
    const QDir dir(folder);
    if (folder.isEmpty() || !dir.exists())
        return false;
    const QStringList content = contentOf(dir);
    return content.isEmpty() || hasOurs(content);
}

bool Profile::holds(const QString &file)
{
    const QFileInfo info(file);
    const QString real = info.exists() ? info.canonicalPath() : info.dir().canonicalPath();
    return !real.isEmpty() && hasOurs(contentOf(QDir(real)));
}

Result<void> Profile::prepare() const
{
    if (folder.isEmpty())
        return {ErrorCode::InvalidInput, u"no profile folder"_s};
    // Somebody's other folder, which closing it would take from those who read it.
    const QFileInfo info(folder);
    const QStringList content = info.isDir() ? contentOf(QDir(folder)) : QStringList();
    if (!content.isEmpty() && !hasOurs(content) && isOpenToOthers(folder))
        return {ErrorCode::InvalidInput,
                folder + u" holds other files and is open to others: give the profile a folder of its own"_s};
    if (const Result<void> made = makePrivate(folder); !made)
        return made;
    return makePrivate(providersFolder());
}

// XDG Base Directory Specification: a relative $XDG_DATA_HOME does not count. Qt takes it, and "/" for no $HOME.
QString Profile::defaultFolder()
{
    const QString data = qEnvironmentVariable("XDG_DATA_HOME");
    if (QDir::isAbsolutePath(data))
        return QDir::cleanPath(data + u"/smsauth"_s);
    QString home = qEnvironmentVariable("HOME");
    const passwd *user = home.isEmpty() ? ::getpwuid(::geteuid()) : nullptr;
    if (user)
        home = QFile::decodeName(user->pw_dir);
    return QDir::cleanPath(home + u"/.local/share/smsauth"_s);
}

} // namespace smsauth
