// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/OwnerSocket.h"

#include "core/admin/OwnerLines.h"
#include "core/admin/OwnerSession.h"
#include "core/admin/ProfileLock.h"
#include "core/base/ReadyFuture.h"
#include "core/engine/Profile.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <sys/stat.h>
#include <unistd.h>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

/// The folder of a socket outside the profile lies where others may write: it must be ours and closed to them.
Result<void> makeSocketFolder(const QString &socket)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(socket).absolutePath());
    struct stat info
    {
    };
    if (::mkdir(folder.constData(), 0700) != 0 && errno != EEXIST)
        return {ErrorCode::Storage, QFile::decodeName(folder) + u": "_s + qt_error_string(errno)};
    if (::lstat(folder.constData(), &info) != 0 || !S_ISDIR(info.st_mode) || info.st_uid != ::geteuid() ||
        (info.st_mode & 077))
        return {ErrorCode::Storage, QFile::decodeName(folder) + u" is not a private folder of this user"_s};
    return {};
}

} // namespace

class OwnerSocket::Private
{
public:
    Profile profile;
    ProfileLock lock;
    QLocalServer server;
    OwnerSession::Runner run;
    std::function<void()> raise;
    QList<OwnerSession *> sessions;
};

OwnerSocket::OwnerSocket(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&d->server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = d->server.nextPendingConnection()) {
            if (d->sessions.size() >= 2 * MaxClients) { // half of them are being told to leave
                delete socket;
                continue;
            }
            auto *session = new OwnerSession(socket, d->run, this);
            d->sessions.append(session);
            connect(session, &QObject::destroyed, this, [this, session] { d->sessions.removeOne(session); });
            if (std::count_if(d->sessions.begin(), d->sessions.end(),
                              [](const OwnerSession *each) { return !each->hasEnded(); }) > MaxClients)
                session->end(ErrorCode::Busy, u"too many clients"_s);
        }
    });
}

OwnerSocket::~OwnerSocket()
{
    release();
}

Result<void> OwnerSocket::acquire(const QString &folder, milliseconds patience)
{
    d->profile.folder = folder;
    if (const Result<void> made = d->profile.prepare(); !made)
        return made;
    return d->lock.acquire(folder, patience);
}

Result<void> OwnerSocket::serve(Commands &commands)
{
    Q_ASSERT(d->lock.isHeld());
    d->run = [this, &commands](const OwnerRequest &request, const Cancellation &cancellation) -> Commands::Answer {
        if (request.command != u"raise")
            return commands.run(request.command, request.arguments, cancellation);
        if (!d->raise)
            return readyFuture(Result<QJsonObject>(ErrorCode::NotAllowed, u"this server has no window"_s));
        d->raise();
        return readyFuture(Result<QJsonObject>(QJsonObject()));
    };
    const QString name = d->profile.ownerSocket();
    if (!name.startsWith(d->profile.folder + u'/')) {
        if (const Result<void> made = makeSocketFolder(name); !made)
            return made;
    }
    // What lies there is a dead owner's: the lock is ours.
    QFile::remove(name);
    if (!d->server.listen(name))
        return {ErrorCode::Storage, u"cannot make the socket %1: %2"_s.arg(name, d->server.errorString())};
    QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner);
    return d->lock.publish(name);
}

void OwnerSocket::setRaiseHandler(std::function<void()> raise)
{
    d->raise = std::move(raise);
}

void OwnerSocket::release()
{
    d->server.close();
    for (OwnerSession *session : std::exchange(d->sessions, {})) {
        session->disconnect(this);
        session->end(ErrorCode::Cancelled, u"the server is stopping"_s);
        delete session;
    }
    d->lock.release();
}

std::optional<Result<QJsonObject>> runInOwner(const QString &folder, const QString &command,
                                              const QJsonObject &arguments, milliseconds timeout)
{
    const QDeadlineTimer deadline(timeout);
    const QString name = ProfileLock::lastOwner(folder).socket;
    QLocalSocket socket;
    if (!name.isEmpty())
        socket.connectToServer(name);
    if (name.isEmpty() || !socket.waitForConnected(int(timeout.count())))
        return std::nullopt;
    socket.write(requestLine({command, arguments}));
    while (!socket.canReadLine()) {
        const bool leaves = socket.state() != QLocalSocket::ConnectedState;
        if (leaves || (!socket.waitForReadyRead(int(deadline.remainingTime())) && !socket.canReadLine())) {
            if (!leaves && deadline.hasExpired())
                return Error{ErrorCode::TimedOut, u"no answer in time"_s, {}};
            return Error{ErrorCode::Cancelled, u"the server stopped before it had an answer"_s, {}};
        }
    }
    return readAnswer(socket.readLine());
}

} // namespace smsauth
