// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/ProfileLock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr milliseconds Pause{20};
constexpr qsizetype LongestFile = 512;

QString lockFile(const QString &folder)
{
    return folder + u"/owner.lock"_s;
}

Error storageError(const QString &what)
{
    return {ErrorCode::Storage, what + u": "_s + qt_error_string(errno), {}};
}

} // namespace

ProfileLock::~ProfileLock()
{
    release();
}

Result<void> ProfileLock::acquire(const QString &folder, milliseconds patience)
{
    release();
    const QByteArray name = QFile::encodeName(lockFile(folder));
    const int file = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return storageError(lockFile(folder));
    const QDeadlineTimer deadline(patience);
    while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) {
            const Error error = storageError(lockFile(folder));
            ::close(file);
            return error;
        }
        const Owner owner = lastOwner(folder);
        // A socket of an owner before this one may still stand there: only a living owner's counts.
        const bool answers = !owner.socket.isEmpty() && QFile::exists(owner.socket);
        if (answers || deadline.hasExpired()) {
            ::close(file);
            const QString who = owner.pid > 0 ? u"process %1"_s.arg(owner.pid) : u"another process"_s;
            return {ErrorCode::InUse, u"the profile %1 is in use by %2"_s.arg(folder, who)};
        }
        QThread::msleep(ulong(Pause.count()));
    }
    m_file = file;
    return write({});
}

Result<void> ProfileLock::publish(const QString &socket)
{
    return write(socket);
}

void ProfileLock::release()
{
    if (m_file < 0)
        return;
    // The file stays: a lock file that comes and goes lets two processes lock two different ones.
    if (::ftruncate(m_file, 0) != 0)
        qt_noop();
    ::close(m_file);
    m_file = -1;
}

Result<void> ProfileLock::write(const QString &socket)
{
    const QByteArray text = QByteArray::number(qint64(::getpid())) + '\n' + QFile::encodeName(socket) + '\n';
    const bool written = ::pwrite(m_file, text.constData(), size_t(text.size()), 0) == ssize_t(text.size()) &&
                         ::ftruncate(m_file, text.size()) == 0;
    if (written)
        return {};
    return storageError(u"owner.lock"_s);
}

ProfileLock::Owner ProfileLock::lastOwner(const QString &folder)
{
    QFile file(lockFile(folder));
    // A pipe would keep whoever opens it waiting.
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> lines = file.read(LongestFile).split('\n');
    Owner owner;
    owner.pid = lines.value(0).toLongLong();
    if (lines.size() > 2) // the last line is whole
        owner.socket = QFile::decodeName(lines.value(1));
    return owner;
}

} // namespace smsauth
