// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/ConnectionGuard.h"

#include "core/base/Log.h"
#include "core/http/HttpResponse.h"

#include <QSslSocket>
#include <array>
#include <sys/socket.h>
#include <utility>

namespace smsauth {

namespace {

// The head is looked at in a buffer on the stack; limits beyond it make no sense for this server.
constexpr qsizetype PeekSize = 8 * 1024;

} // namespace

ConnectionGuard::ConnectionGuard(ConnectionGate &gate, QTcpSocket *socket, bool handshake)
    : QObject(socket)
    , m_gate(gate)
    , m_socket(socket)
    , m_isTls(qobject_cast<QSslSocket *>(socket))
    , m_peer(socket->peerAddress())
{
    const HttpLimits &limits = gate.limits();
    // Bounds the memory of a connection, held pipelined bytes included.
    socket->setReadBufferSize(qMin(limits.head, PeekSize) + limits.body + 1024);
    connect(socket, &QIODevice::readyRead, this, &ConnectionGuard::onReadyRead);
    connect(socket, &QIODevice::bytesWritten, this, &ConnectionGuard::onBytesWritten);
    connect(socket, &QAbstractSocket::disconnected, this, &ConnectionGuard::onDisconnected);
    gate.enter(this);
    m_waitingSince = gate.now();
    enter(handshake ? State::Handshake : State::Waiting);
}

ConnectionGuard::~ConnectionGuard()
{
    abandonRequest();
    m_gate.leave(this);
}

void ConnectionGuard::handshakeDone()
{
    enter(State::Waiting);
}

void ConnectionGuard::enter(State state)
{
    m_state = state;
    const HttpLimits &limits = m_gate.limits();
    switch (state) {
    case State::Handshake:
        return setDeadline(limits.handshake);
    case State::Waiting:
        return setDeadline(limits.idle);
    case State::ReadingHead:
        return setDeadline(limits.receiveHead);
    case State::ReadingBody:
        return setDeadline(limits.receiveBody);
    case State::Handling:
        return setDeadline(limits.answer);
    case State::Answering:
        return setDeadline(limits.send);
    case State::Draining:
    case State::Closing:
        return setDeadline(limits.drain);
    }
}

void ConnectionGuard::onReadyRead()
{
    switch (m_state) {
    case State::Draining:
    case State::Closing:
        return discardReadable();
    case State::Handshake:
    case State::Handling:
    case State::Answering:
        return hideReadable(); // pipelined: its turn comes after the answer
    case State::ReadingBody:
        return readBody();
    case State::Waiting:
        if (m_socket->bytesAvailable() == 0)
            return;
        m_gate.lookAtTheClock();
        m_waitingSince = m_gate.now();
        enter(State::ReadingHead);
        [[fallthrough]];
    case State::ReadingHead:
        return readHead();
    }
}

void ConnectionGuard::readHead()
{
    if (!m_socket->isOpen()) // it was closed by what came before; Qt would complain in the log for each client
        return;
    if (m_socket->isTransactionStarted())
        m_socket->rollbackTransaction();
    std::array<char, PeekSize> buffer;
    const qint64 size = m_socket->peek(buffer.data(), qMin(m_gate.limits().head, PeekSize));
    if (size <= 0)
        return;

    const HeadVerdict verdict = checkRequestHead(QByteArrayView(buffer.data(), size), m_gate.limits());
    m_head = verdict.head;
    switch (verdict.kind) {
    case HeadVerdict::Kind::Refused:
        return refuse(verdict.status);
    case HeadVerdict::Kind::Incomplete:
        return hideReadable();
    case HeadVerdict::Kind::Valid:
        break;
    }
    if (m_gate.isClosing())
        return refuse(503);
    m_hidden = m_socket->bytesAvailable();
    if (m_hidden >= m_head.size + m_head.contentLength)
        return release(); // the usual case: nothing was copied or allocated
    sayContinue();
    enter(State::ReadingBody);
    hideReadable();
}

void ConnectionGuard::readBody()
{
    m_hidden += m_socket->bytesAvailable();
    if (m_hidden < m_head.size + m_head.contentLength)
        return hideReadable();
    m_socket->rollbackTransaction();
    release();
}

/// QHttpServer's slot, which runs next in the same emission, may have the request.
void ConnectionGuard::release()
{
    ++m_requests;
    enter(State::Handling);
    m_gate.setReleased(this);
}

void ConnectionGuard::hideReadable()
{
    const qint64 available = m_socket->bytesAvailable();
    if (available == 0)
        return;
    if (!m_socket->isTransactionStarted())
        m_socket->startTransaction();
    m_socket->skip(available);
}

void ConnectionGuard::discardReadable()
{
    if (!m_socket->isOpen())
        return;
    m_drained += m_socket->skip(m_socket->bytesAvailable());
    if (m_socket->isTransactionStarted())
        m_socket->commitTransaction();
    if (m_drained > m_gate.limits().drainBytes)
        abort();
}

void ConnectionGuard::sayContinue()
{
    if (m_head.expectsContinue)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
}

QByteArrayView ConnectionGuard::connectionHeader() const
{
    if (m_head.close || m_gate.isClosing())
        return "Connection: close\r\n";
    return m_head.http10 ? QByteArrayView("Connection: keep-alive\r\n") : QByteArrayView();
}

void ConnectionGuard::extendAnswerTime(std::chrono::milliseconds time)
{
    if (m_state == State::Handling) {
        m_gate.lookAtTheClock();
        setDeadline(time + m_gate.limits().answer);
    }
}

void ConnectionGuard::answer(quint64 request, const QByteArray &bytes)
{
    if (m_state != State::Handling || request != m_requests)
        return;
    m_abandoned = nullptr;
    enter(State::Answering);
    const qint64 sent = sendAtOnce(bytes);
    if (sent < bytes.size()) {
        m_socket->write(bytes.constData() + sent, bytes.size() - sent);
        m_socket->flush();
    }
    m_kept.reset();
    onBytesWritten();
}

/// An answer nearly always fits the system's buffer. Going past QTcpSocket saves arming and disarming a notifier
/// for each, which costs more than the sending. Returns how much went out; the socket deals with the rest and with
/// errors.
qint64 ConnectionGuard::sendAtOnce(const QByteArray &bytes)
{
    if (m_isTls || m_socket->bytesToWrite() > 0)
        return 0;
    const ssize_t sent = ::send(int(m_socket->socketDescriptor()), bytes.constData(), size_t(bytes.size()),
                                MSG_DONTWAIT | MSG_NOSIGNAL);
    return qMax<qint64>(0, sent);
}

void ConnectionGuard::onBytesWritten()
{
    if (m_state != State::Answering || m_socket->bytesToWrite() > 0)
        return;
    if (m_head.close || m_gate.isClosing())
        return close();
    m_gate.lookAtTheClock();
    m_waitingSince = m_gate.now();
    enter(State::Waiting);
    continueWithHeldBytes();
}

void ConnectionGuard::continueWithHeldBytes()
{
    if (m_socket->isTransactionStarted()) {
        m_socket->rollbackTransaction();
        // A notifier that stopped at a full buffer starts again only when the size of the buffer changes.
        m_socket->setReadBufferSize(m_socket->readBufferSize() ^ 1);
    }
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &ConnectionGuard::announceHeldBytes, Qt::QueuedConnection);
}

/// QHttpServer's slot reads from a socket that was closed meanwhile, and Qt complains in the log for each client.
void ConnectionGuard::announceHeldBytes()
{
    if (m_socket->isOpen())
        Q_EMIT m_socket->readyRead();
}

void ConnectionGuard::refuse(int status)
{
    qCDebug(lcHttp) << "refused a request with" << status;
    abandonRequest();
    enter(State::Draining);
    discardReadable();
    m_socket->write(refusal(status, m_head.method == "HEAD"));
    m_socket->flush();
    sendNoMore();
}

/// Closing with unread data would make the system reset the connection, and the refusal would be lost with it. So
/// only the sending side is shut, and reading goes on until the client closes or has had its time.
void ConnectionGuard::sendNoMore()
{
    if (!m_isTls && m_socket->bytesToWrite() == 0)
        ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
}

void ConnectionGuard::abandonRequest()
{
    const auto abandoned = std::exchange(m_abandoned, nullptr);
    if (abandoned)
        abandoned();
    m_kept.reset();
}

void ConnectionGuard::onDisconnected()
{
    enter(State::Closing);
    // Qt announces what it had not read yet, and QHttpServer would read from a closed socket and log that.
    disconnect(m_socket, &QIODevice::readyRead, nullptr, nullptr);
    abandonRequest();
}

bool ConnectionGuard::mayBeEvicted() const
{
    switch (m_state) {
    case State::Handshake:
    case State::Waiting:
    case State::ReadingHead:
    case State::ReadingBody:
        return true;
    case State::Handling:
    case State::Answering:
    case State::Draining:
    case State::Closing:
        return false;
    }
    Q_UNREACHABLE();
}

void ConnectionGuard::expire()
{
    switch (m_state) {
    case State::ReadingHead:
    case State::ReadingBody:
        return refuse(408);
    case State::Handling:
        return refuse(503);
    case State::Waiting:
        return close();
    case State::Handshake:
    case State::Answering:
    case State::Draining:
    case State::Closing:
        return abort();
    }
}

void ConnectionGuard::evict()
{
    m_gate.leave(this);
    if (m_state != State::Handshake) {
        m_socket->write(refusal(503, false));
        m_socket->flush();
    }
    abort();
}

void ConnectionGuard::endUnlessAnswering()
{
    switch (m_state) {
    case State::Handshake:
        return abort();
    case State::Waiting:
        return close();
    case State::ReadingHead:
    case State::ReadingBody:
        return refuse(503);
    case State::Handling:
    case State::Answering:
    case State::Draining:
    case State::Closing:
        return;
    }
}

void ConnectionGuard::close()
{
    enter(State::Closing);
    discardReadable();
    m_socket->disconnectFromHost();
}

void ConnectionGuard::abort()
{
    enter(State::Closing);
    abandonRequest();
    m_socket->abort();
}

} // namespace smsauth
