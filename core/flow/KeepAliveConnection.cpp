// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/KeepAliveConnection.h"

#include <QNetworkProxy>
#include <QSslSocket>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

/// Servers close what is idle, some after two seconds; a request that crosses the closing would be lost.
constexpr std::chrono::milliseconds LongestIdle{1000};

bool isEncrypted(const QUrl &server)
{
    return server.scheme() == "https"_L1;
}

QByteArray hostOf(const QUrl &server)
{
    const QByteArray host = server.host(QUrl::FullyEncoded).toLatin1();
    const QByteArray written = host.contains(':') ? '[' + host + ']' : host;
    return server.port() > 0 ? written + ':' + QByteArray::number(server.port()) : written;
}

} // namespace

KeepAliveConnection::KeepAliveConnection(const QUrl &server, const QList<QSslCertificate> &trusted)
    : m_server(server)
    , m_host(hostOf(server))
    , m_trusted(trusted)
    , m_socket(isEncrypted(server) ? new QSslSocket(this) : new QTcpSocket(this))
{
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { fail(u"no answer within %1 s"_s.arg(m_deadline.interval() / 1000.0)); });
    if (auto *encrypted = qobject_cast<QSslSocket *>(m_socket)) {
        connect(encrypted, &QSslSocket::encrypted, this, &KeepAliveConnection::write);
        connect(encrypted, &QSslSocket::sslErrors, this, [this, encrypted](const QList<QSslError> &errors) {
            if (m_trusted.contains(encrypted->peerCertificate()))
                encrypted->ignoreSslErrors(errors);
        });
    } else {
        connect(m_socket, &QTcpSocket::connected, this, &KeepAliveConnection::write);
    }
    connect(m_socket, &QTcpSocket::readyRead, this, &KeepAliveConnection::read);
    // Later, since the socket may report an error while it is being told to connect; and then it may be about a
    // connection that has been replaced.
    connect(m_socket, &QTcpSocket::errorOccurred, this, [this] {
        const auto look = [this, opened = m_opened] {
            if (opened == m_opened)
                ended();
        };
        QMetaObject::invokeMethod(this, look, Qt::QueuedConnection);
    });
}

KeepAliveConnection::~KeepAliveConnection()
{
    m_socket->disconnect(this);
}

void KeepAliveConnection::send(const QByteArray &target, const QByteArray &body, milliseconds deadline, Done done)
{
    m_request = (body.isEmpty() ? "GET " : "POST ") + target + " HTTP/1.1\r\nHost: " + m_host +
                "\r\nUser-Agent: smsauth/" SMSAUTH_VERSION
                "\r\nAccept: application/json\r\nAccept-Language: en\r\n";
    if (!body.isEmpty())
        m_request +=
            "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    m_request += "\r\n" + body;
    m_done = std::move(done);
    m_reader.reset();
    m_asked.start();
    m_deadline.start(deadline);
    const bool reusable = m_socket->state() == QAbstractSocket::ConnectedState && m_idle.isValid() &&
                          !m_idle.hasExpired(LongestIdle.count()) && m_socket->bytesAvailable() == 0;
    if (reusable)
        write();
    else
        open();
}

void KeepAliveConnection::open()
{
    ++m_opened;
    m_socket->abort();
    m_idle.invalidate();
    const bool encrypted = isEncrypted(m_server);
    const auto port = quint16(m_server.port(encrypted ? 443 : 80));
    if (encrypted)
        static_cast<QSslSocket *>(m_socket)->connectToHostEncrypted(m_server.host(), port);
    else
        m_socket->connectToHost(m_server.host(), port);
}

void KeepAliveConnection::write()
{
    if (m_request.isEmpty())
        return;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->write(m_request);
    m_request.clear();
}

void KeepAliveConnection::read()
{
    const QByteArray bytes = m_socket->readAll();
    if (!m_done)
        return;
    switch (m_reader.take(bytes)) {
    case AnswerReader::State::Reading:
        return;
    case AnswerReader::State::Done:
        return finish({m_reader.status(), m_reader.body(), {}, {}});
    case AnswerReader::State::Broken:
        return fail(m_reader.problem());
    }
}

void KeepAliveConnection::ended()
{
    if (!m_done)
        return;
    if (m_reader.hasBegun() && m_reader.end() == AnswerReader::State::Done)
        return finish({m_reader.status(), m_reader.body(), {}, {}});
    fail(m_socket->errorString());
}

void KeepAliveConnection::fail(const QString &failure)
{
    m_socket->abort();
    finish({0, {}, failure, {}});
}

void KeepAliveConnection::finish(RunAnswer answer)
{
    answer.duration = std::chrono::microseconds(m_asked.nsecsElapsed() / 1000);
    m_deadline.stop();
    m_request.clear();
    if (answer.status != 0 && m_reader.keepsAlive())
        m_idle.start();
    else
        m_idle.invalidate();
    const Done done = std::exchange(m_done, {});
    done(answer);
}

void KeepAliveConnection::abort()
{
    m_done = {};
    m_request.clear();
    m_deadline.stop();
    m_socket->abort();
    m_idle.invalidate();
}

} // namespace smsauth
