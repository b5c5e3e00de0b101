// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/GuardedTcpServer.h"

#include "core/base/Log.h"
#include "core/http/ConnectionGuard.h"
#include "core/http/HttpResponse.h"

#include <QSslSocket>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace smsauth {

namespace {

constexpr int Backlog = 1024; // Qt's 50 drop connections in a burst
constexpr std::chrono::milliseconds LookForDescriptors{250};

/// Without a QTcpSocket, which would need more than the one descriptor that is left.
void refuseDescriptor(int descriptor, bool tls)
{
    if (!tls) {
        const QByteArray answer = refusal(503, false);
        ::send(descriptor, answer.constData(), size_t(answer.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    }
    ::close(descriptor);
}

} // namespace

GuardedTcpServer::GuardedTcpServer(ConnectionGate &gate, std::optional<QSslConfiguration> tls, QObject *parent)
    : QTcpServer(parent)
    , m_gate(gate)
    , m_tls(std::move(tls))
{
    setListenBacklogSize(Backlog);
    setMaxPendingConnections(gate.limits().connections + 1);
    connect(this, &QTcpServer::acceptError, this, &GuardedTcpServer::keepAccepting);
    m_look.callOnTimeout(this, &GuardedTcpServer::keepAccepting);
    m_look.start(LookForDescriptors);
}

void GuardedTcpServer::incomingConnection(qintptr descriptor)
{
    // One must stay free for the next connection and for the rest of the process.
    const bool wasTheLast = SpareDescriptor::noneLeft() && !m_gate.evictOne();
    if (wasTheLast) {
        if (!std::exchange(m_warned, true))
            qCWarning(lcHttp) << "no file descriptor left: connections are refused";
        refuseDescriptor(int(descriptor), m_tls.has_value());
    }
    m_spare.reserve();
    if (wasTheLast)
        return;
    QTcpSocket *socket = m_tls ? new QSslSocket(this) : new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        ::close(int(descriptor));
        delete socket;
        return;
    }
    if (m_gate.admit(socket->peerAddress()))
        return take(socket);

    if (!m_tls) {
        socket->write(refusal(503, false));
        socket->flush();
    }
    socket->abort();
    delete socket;
}

void GuardedTcpServer::take(QTcpSocket *socket)
{
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (auto *tlsSocket = qobject_cast<QSslSocket *>(socket))
        return startTls(tlsSocket);
    new ConnectionGuard(m_gate, socket, false);
    addPendingConnection(socket);
}

void GuardedTcpServer::startTls(QSslSocket *socket)
{
    auto *guard = new ConnectionGuard(m_gate, socket, true);
    socket->setSslConfiguration(*m_tls);
    // Until QHttpServer has it, nobody else deletes it.
    const auto deleteWhenGone = connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QSslSocket::encrypted, this, [this, socket, guard, deleteWhenGone] {
        disconnect(deleteWhenGone);
        guard->handshakeDone();
        addPendingConnection(socket);
    });
    socket->startServerEncryption();
}

/// The rest of the process may have taken the last descriptor. Then accept() fails, and Qt either pauses for good
/// or mistakes the error for "nothing there" and tries again at once, for ever.
void GuardedTcpServer::keepAccepting()
{
    if (!isListening())
        return;
    if (!SpareDescriptor::noneLeft())
        m_warned = false;
    else if (!m_gate.evictOne())
        m_spare.release();
    resumeAccepting();
}

} // namespace smsauth
