// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GatewayStub.h"

#include "tests/support/GatewayCertificate.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <sys/socket.h>

namespace smsauth {
namespace {

constexpr int chunk = 64 * 1024;

QHash<QString, QString> decodedFields(const QByteArray &encoded)
{
    QHash<QString, QString> result;
    for (const QByteArray &pair : encoded.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        const auto decoded = [](QByteArray text) {
            return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
        };
        if (equals > 0)
            result.insert(decoded(pair.first(equals)), decoded(pair.sliced(equals + 1)));
    }
    return result;
}

QByteArray encodedReply(const GatewayStub::Reply &reply)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " Status\r\n";
    for (const auto &[name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    return head + "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n" + reply.body;
}

QByteArray gzipBomb()
{
    // qCompress() gives length ‖ zlib header ‖ deflate ‖ Adler-32.
    const QByteArray zlib = qCompress(QByteArray(64 * 1024 * 1024, '\0'), 9);
    return QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10) + zlib.sliced(6).chopped(4);
}

} // namespace

QHash<QString, QString> GatewayStub::Request::form() const
{
    return decodedFields(body);
}

QHash<QString, QString> GatewayStub::Request::query() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QHash<QString, QString>() : decodedFields(target.sliced(mark + 1));
}

/// The server's side, all on the stub's thread.
class GatewayStub::Server : public QObject
{
public:
    Server(GatewayStub &stub, Security security, const GatewayCertificate &certificate);
    bool listen();
    quint16 port() const { return m_listener->serverPort(); }
    void close();

private:
    void accept();
    void read(QTcpSocket *socket, int connection, QByteArray &buffer);
    void handle(QTcpSocket *socket, const Request &request);
    void send(QTcpSocket *socket, const QByteArray &bytes);
    void drip(QTcpSocket *socket, const QByteArray &bytes);
    void pour(QTcpSocket *socket);
    void reset(QTcpSocket *socket);

    GatewayStub &m_stub;
    QElapsedTimer m_time;
    QTcpServer *m_listener = nullptr;
    QByteArray m_bomb;
};

GatewayStub::Server::Server(GatewayStub &stub, Security security, const GatewayCertificate &certificate)
    : m_stub(stub)
{
    m_time.start();
    if (security == Security::Plain) {
        m_listener = new QTcpServer(this);
    } else {
        auto *listener = new QSslServer(this);
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(certificate.certificate));
        configuration.setPrivateKey(QSslKey(certificate.key, QSsl::Ec));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        listener->setSslConfiguration(configuration);
        m_listener = listener;
    }
    m_listener->setListenBacklogSize(1024);
    m_listener->setMaxPendingConnections(1024);
    connect(m_listener, &QTcpServer::pendingConnectionAvailable, this, &Server::accept);
}

bool GatewayStub::Server::listen()
{
    return m_listener->listen(QHostAddress::LocalHost);
}

void GatewayStub::Server::close()
{
    delete std::exchange(m_listener, nullptr); // and its sockets with it
}

void GatewayStub::Server::accept()
{
    while (QTcpSocket *socket = m_listener->nextPendingConnection()) {
        int connection = 0;
        {
            const std::lock_guard lock(m_stub.m_mutex);
            connection = ++m_stub.m_connections;
        }
        if (m_stub.plan().mode == Mode::CloseAtOnce) {
            reset(socket);
            continue;
        }
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::bytesWritten, this, [this](qint64 count) {
            const std::lock_guard lock(m_stub.m_mutex);
            m_stub.m_sent += count;
        });
        const auto buffer = std::make_shared<QByteArray>();
        const auto readAll = [this, socket, connection, buffer] { read(socket, connection, *buffer); };
        connect(socket, &QTcpSocket::readyRead, this, readAll);
        readAll();
    }
}

void GatewayStub::Server::read(QTcpSocket *socket, int connection, QByteArray &buffer)
{
    const QByteArray fresh = socket->readAll();
    buffer += fresh;
    {
        const std::lock_guard lock(m_stub.m_mutex);
        m_stub.m_received += fresh.size();
    }
    for (;;) {
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        QList<QByteArray> lines = buffer.first(end).split('\n');
        const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
        Request request;
        request.method = first.value(0);
        request.target = first.value(1);
        for (const QByteArray &line : std::as_const(lines)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length", "0").toLongLong();
        if (buffer.size() < end + 4 + length)
            return;
        request.body = buffer.sliced(end + 4, length);
        buffer.remove(0, end + 4 + length);
        request.at = milliseconds(m_time.elapsed());
        request.connection = connection;
        {
            const std::lock_guard lock(m_stub.m_mutex);
            m_stub.m_requests.append(request);
        }
        handle(socket, request);
    }
}

void GatewayStub::Server::handle(QTcpSocket *socket, const Request &request)
{
    const Plan plan = m_stub.plan();
    const Reply reply = plan.handler(request);
    switch (plan.mode) {
    case Mode::Answer:
        if (reply.delay == milliseconds(0))
            send(socket, encodedReply(reply));
        else
            QTimer::singleShot(reply.delay, socket, [this, socket, reply] { send(socket, encodedReply(reply)); });
        return;
    case Mode::Hang:
    case Mode::CloseAtOnce:
        return;
    case Mode::Drip:
        return drip(socket, encodedReply(reply));
    case Mode::Endless:
        send(socket, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"id\":\"");
        return pour(socket);
    case Mode::GzipBomb: {
        if (m_bomb.isEmpty())
            m_bomb = gzipBomb();
        Reply bomb{200, m_bomb, {{"Content-Encoding", "gzip"}, {"Content-Type", "application/json"}}, {}};
        return send(socket, encodedReply(bomb));
    }
    case Mode::CloseUnanswered:
        return socket->disconnectFromHost();
    case Mode::ResetUnanswered:
        return reset(socket);
    case Mode::ResetMidAnswer:
        send(socket, encodedReply(reply).chopped((reply.body.size() + 1) / 2));
        socket->flush();
        // The client must have the first half before the connection breaks.
        QTimer::singleShot(milliseconds(50), socket, [this, socket] { reset(socket); });
        return;
    }
}

void GatewayStub::Server::send(QTcpSocket *socket, const QByteArray &bytes)
{
    socket->write(bytes);
}

void GatewayStub::Server::drip(QTcpSocket *socket, const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    send(socket, bytes.first(1));
    QTimer::singleShot(milliseconds(20), socket, [this, socket, rest = bytes.sliced(1)] { drip(socket, rest); });
}

void GatewayStub::Server::pour(QTcpSocket *socket)
{
    const auto more = [this, socket] {
        if (socket->bytesToWrite() < chunk)
            send(socket, QByteArray(chunk, 'x'));
    };
    connect(socket, &QTcpSocket::bytesWritten, this, more);
    more();
}

void GatewayStub::Server::reset(QTcpSocket *socket)
{
    // With SO_LINGER 0 a close becomes a reset.
    const linger none{1, 0};
    ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
    socket->abort();
    socket->deleteLater();
}

GatewayStub::GatewayStub(Security security)
    : m_secure(security != Security::Plain)
{
    m_plan.handler = [](const Request &) { return Reply(); };
    GatewayCertificate certificate;
    if (m_secure) {
        using Kind = GatewayCertificate::Kind;
        const Kind kind = security == Security::ExpiredCertificate     ? Kind::Expired
                          : security == Security::OtherHostCertificate ? Kind::OtherHost
                                                                       : Kind::Good;
        certificate = GatewayCertificate::make(kind);
        QFile file(authorityFile());
        if (!file.open(QIODevice::WriteOnly) || file.write(certificate.authority) < 0)
            qFatal("the test's certificate cannot be written");
    }
    m_server = std::make_unique<Server>(*this, security, certificate);
    m_server->moveToThread(&m_thread);
    m_thread.start();
    bool listens = false;
    QMetaObject::invokeMethod(
        m_server.get(),
        [this, &listens] {
            listens = m_server->listen();
            m_port = listens ? m_server->port() : 0;
        },
        Qt::BlockingQueuedConnection);
    if (!listens)
        qFatal("the gateway stub cannot listen");
}

GatewayStub::~GatewayStub()
{
    QMetaObject::invokeMethod(
        m_server.get(), [this] { m_server->close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QString GatewayStub::url(const QString &host) const
{
    return QStringLiteral("%1://%2:%3")
        .arg(m_secure ? QStringLiteral("https") : QStringLiteral("http"), host)
        .arg(m_port);
}

QString GatewayStub::authorityFile() const
{
    return m_folder.filePath(QStringLiteral("authority.pem"));
}

void GatewayStub::setMode(Mode mode)
{
    const std::lock_guard lock(m_mutex);
    m_plan.mode = mode;
}

void GatewayStub::answer(const Reply &reply)
{
    answerWith([reply](const Request &) { return reply; });
}

void GatewayStub::answerWith(std::function<Reply(const Request &)> handler)
{
    const std::lock_guard lock(m_mutex);
    m_plan.handler = std::move(handler);
}

GatewayStub::Plan GatewayStub::plan() const
{
    const std::lock_guard lock(m_mutex);
    return m_plan;
}

QList<GatewayStub::Request> GatewayStub::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

int GatewayStub::requestCount() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_requests.size());
}

int GatewayStub::connectionCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_connections;
}

qint64 GatewayStub::bytesReceived() const
{
    const std::lock_guard lock(m_mutex);
    return m_received;
}

qint64 GatewayStub::bytesSent() const
{
    const std::lock_guard lock(m_mutex);
    return m_sent;
}

} // namespace smsauth
