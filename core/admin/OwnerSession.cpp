// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/OwnerSession.h"

#include "core/admin/OwnerSocket.h"

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {
constexpr milliseconds Farewell{2000};
}

OwnerSession::OwnerSession(QLocalSocket *socket, Runner run, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_run(std::move(run))
{
    m_socket->setParent(this);
    // One byte more than a line may have: what does not fit stays with the client.
    m_socket->setReadBufferSize(OwnerSocket::MaxLine + 1);
    m_idle.setSingleShot(true);
    m_idle.setInterval(OwnerSocket::IdleTime);
    connect(&m_idle, &QTimer::timeout, m_socket, &QLocalSocket::abort);
    connect(m_socket, &QLocalSocket::disconnected, this, &QObject::deleteLater);
    connect(m_socket, &QLocalSocket::readyRead, this, &OwnerSession::readNext);
    connect(m_socket, &QLocalSocket::bytesWritten, this, &OwnerSession::readNext);
    connect(&m_running, &QFutureWatcherBase::finished, this, &OwnerSession::answered);
    m_idle.start();
    readNext();
}

OwnerSession::~OwnerSession()
{
    m_cancellation.cancel();
}

void OwnerSession::readNext()
{
    if (m_ended && m_socket->bytesAvailable() > 0)
        m_socket->readAll();
    // Who does not read its answers is not heard either.
    if (m_ended || m_busy || m_socket->bytesToWrite() > 0)
        return;
    if (!m_socket->canReadLine()) {
        if (m_socket->bytesAvailable() > OwnerSocket::MaxLine)
            end(ErrorCode::InvalidInput, u"the line is longer than %1 bytes"_s.arg(OwnerSocket::MaxLine));
        return;
    }
    m_busy = true;
    m_idle.stop();
    const Result<OwnerRequest> request = readRequest(m_socket->readLine());
    m_cancellation = {};
    if (request)
        m_running.setFuture(m_run(*request, m_cancellation));
    else
        write(request.error());
}

void OwnerSession::answered()
{
    const auto future = m_running.future();
    if (m_ended)
        return;
    if (future.resultCount() > 0)
        write(future.result());
    else
        write(Error{ErrorCode::Cancelled, u"the server stopped before it had an answer"_s, {}});
}

void OwnerSession::write(const Result<QJsonObject> &answer)
{
    m_socket->write(answerLine(answer));
    m_busy = false;
    m_idle.start();
    // Not from here: a client that sends many lines at once must not grow the stack.
    QMetaObject::invokeMethod(this, &OwnerSession::readNext, Qt::QueuedConnection);
}

void OwnerSession::end(ErrorCode code, const QString &detail)
{
    m_ended = true;
    m_cancellation.cancel();
    if (m_socket->state() != QLocalSocket::ConnectedState)
        return;
    m_socket->write(answerLine(Error{code, detail, {}}));
    m_socket->flush();
    // Closing while the client's words lie unread would take the answer away from it: it leaves when it has read
    // it.
    if (m_socket->bytesAvailable() > 0)
        m_socket->readAll();
    m_idle.start(Farewell);
}

} // namespace smsauth
