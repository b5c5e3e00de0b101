// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/HttpServer.h"

#include "core/base/Guarded.h"
#include "core/base/Log.h"
#include "core/base/QtCompat.h"
#include "core/http/AuthEndpoints.h"
#include "core/http/ClientAddress.h"
#include "core/http/ConnectionGuard.h"
#include "core/http/GuardedTcpServer.h"
#include "core/http/HealthEndpoints.h"
#include "core/http/HostCheck.h"
#include "core/http/OriginCheck.h"
#include "core/http/SandboxEndpoints.h"
#include "core/http/TlsFiles.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QHostInfo>
#include <QTimer>
#include <unistd.h>

namespace smsauth {

class HttpServer::Private
{
public:
    explicit Private(const HttpContext &context);

    Result<QString> listen(std::optional<quint16> wantedPort, const HeldListener &held);
    HeldListener holdListener() const;
    void handOver(milliseconds grace);
    void close(milliseconds grace);

private:
    Result<QHostAddress> address() const;
    Result<std::unique_ptr<GuardedTcpServer>> openListener(quint16 port, const HeldListener &held);
    /// Runs the event loop until it holds, at most as long as that.
    static void waitUntil(milliseconds longest, const std::function<bool()> &holds);
    QString baseUrl(quint16 port) const;

    void handle(const QHttpServerRequest &request, compat::ResponderArgument responder);
    HttpRequest readRequest(const QHttpServerRequest &request, const ConnectionGuard &connection) const;
    void dispatch(const HttpRequest &request, ConnectionGuard &connection);

    HttpContext m_context;
    HostCheck m_hosts;
    OriginCheck m_origins;
    Result<AddressList> m_trustedProxies;
    AuthEndpoints m_auth;
    SandboxEndpoints m_sandbox;
    Router m_router;
    std::unique_ptr<ConnectionGate> m_gate; // outlives the connections, which the server owns
    std::unique_ptr<QHttpServer> m_server;
};

HttpServer::Private::Private(const HttpContext &context)
    : m_context(context)
    , m_hosts(context.settings.allowedHosts)
    , m_origins(context.settings)
    , m_trustedProxies(AddressList::parse(context.settings.trustedProxies))
    , m_auth(m_context)
    , m_sandbox(m_context)
{
    m_auth.addTo(m_router);
    m_sandbox.addTo(m_router);
    addHealthEndpoints(m_router, m_context);
}

Result<QHostAddress> HttpServer::Private::address() const
{
    const QString &host = m_context.settings.host;
    if (const QHostAddress literal(host); !literal.isNull())
        return literal;
    if (host == u"localhost")
        return QHostAddress(QHostAddress::LocalHost);
    const QList<QHostAddress> found = QHostInfo::fromName(host).addresses();
    if (found.isEmpty())
        return {ErrorCode::Settings,
                QStringLiteral("SMS_AUTH_HOST = %1: an address of this machine is required").arg(host)};
    return found.first();
}

QString HttpServer::Private::baseUrl(quint16 port) const
{
    const Settings &settings = m_context.settings;
    const bool isIPv6 = settings.host.contains(u':');
    return QStringLiteral("%1://%2:%3")
        .arg(settings.tlsCert.isEmpty() ? QStringLiteral("http") : QStringLiteral("https"),
             isIPv6 ? u'[' + settings.host + u']' : settings.host)
        .arg(port);
}

Result<std::unique_ptr<GuardedTcpServer>> HttpServer::Private::openListener(quint16 port, const HeldListener &held)
{
    const Settings &settings = m_context.settings;
    std::optional<QSslConfiguration> tls;
    if (!settings.tlsCert.isEmpty() || !settings.tlsKey.isEmpty()) {
        Result<QSslConfiguration> loaded = loadTlsFiles(settings.tlsCert, settings.tlsKey);
        if (!loaded)
            return loaded.error();
        tls = std::move(loaded).value();
    }
    const Result<QHostAddress> host = address();
    if (!host)
        return host.error();

    auto listener = std::make_unique<GuardedTcpServer>(*m_gate, std::move(tls));
    if (const int descriptor = held.copy(); descriptor >= 0) {
        if (listener->setSocketDescriptor(descriptor))
            return listener;
        ::close(descriptor);
    }
    if (listener->listen(*host, port))
        return listener;
    if (listener->serverError() == QAbstractSocket::AddressInUseError)
        return Error{ErrorCode::InUse, QStringLiteral("port %1 is in use").arg(port)};
    return Error{ErrorCode::Settings, QStringLiteral("SMS_AUTH_HOST, SMS_AUTH_PORT = %1, %2: %3")
                                          .arg(settings.host)
                                          .arg(port)
                                          .arg(listener->errorString())};
}

Result<QString> HttpServer::Private::listen(std::optional<quint16> wantedPort, const HeldListener &held)
{
    close(milliseconds(0));
    if (!m_trustedProxies) {
        return {ErrorCode::Settings,
                QStringLiteral("SMS_AUTH_TRUSTED_PROXIES = %1: an address or network is required")
                    .arg(m_trustedProxies.error().detail)};
    }
    m_gate = std::make_unique<ConnectionGate>(m_context.limits, *m_trustedProxies);
    Result<std::unique_ptr<GuardedTcpServer>> listener =
        openListener(wantedPort.value_or(m_context.settings.port), held);
    if (!listener)
        return listener.error();

    const quint16 realPort = listener.value()->serverPort();
    m_server = std::make_unique<QHttpServer>();
    compat::setMissingHandler(*m_server,
                              [this](const QHttpServerRequest &request, compat::ResponderArgument responder) {
                                  handle(request, std::forward<compat::ResponderArgument>(responder));
                              });
    if (!compat::bind(*m_server, std::move(listener).value()))
        return {ErrorCode::Internal, QStringLiteral("QHttpServer does not take the listener")};
    return baseUrl(realPort);
}

void HttpServer::Private::waitUntil(milliseconds longest, const std::function<bool()> &holds)
{
    if (holds())
        return;
    constexpr milliseconds Look{5};
    const QDeadlineTimer deadline(longest);
    QEventLoop loop;
    QTimer look;
    look.callOnTimeout(&loop, [&] {
        if (holds() || deadline.hasExpired())
            loop.quit();
    });
    look.start(Look);
    loop.exec();
}

HeldListener HttpServer::Private::holdListener() const
{
    const auto listeners = m_server ? m_server->servers() : QList<QTcpServer *>();
    return HeldListener::of(listeners.isEmpty() ? -1 : int(listeners.first()->socketDescriptor()));
}

void HttpServer::Private::handOver(milliseconds grace)
{
    // Whoever only connects and says nothing, as browsers do beforehand, must not hold up the others.
    constexpr milliseconds Silence{300};
    if (m_server) {
        for (QTcpServer *listener : m_server->servers())
            listener->close();
        // What the system has for us already is read first.
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
        waitUntil(Silence, [this] { return m_gate->awaited() == 0; });
    }
    close(grace);
}

/// Listeners first, then the answers that are owed, then whoever is left, then the server, which owns the sockets.
void HttpServer::Private::close(milliseconds grace)
{
    if (m_server) {
        for (QTcpServer *listener : m_server->servers())
            listener->close();
        m_gate->beginClosing();
        waitUntil(grace, [this] { return m_gate->answering() == 0; });
        m_gate->abortAll();
    }
    m_server.reset();
    m_gate.reset();
}

void HttpServer::Private::handle(const QHttpServerRequest &request, compat::ResponderArgument responder)
{
    const QPointer<ConnectionGuard> connection = m_gate->released();
    m_gate->setReleased(nullptr);
    if (!connection || connection->request() == 0) {
        qCWarning(lcHttp) << "a request that the guard did not let pass";
        return;
    }
    const Reply reply(*connection);
    const Result<void> handled = guarded([&] { dispatch(readRequest(request, *connection), *connection); });
    if (!handled) {
        qCWarning(lcHttp).noquote() << "a handler failed:" << handled.error().detail;
        reply.send(HttpResponse::detail(500, u"Internal error."));
    }
    if (reply.isWanted())
        connection->keep(compat::keepWaiting(std::forward<compat::ResponderArgument>(responder)));
}

HttpRequest HttpServer::Private::readRequest(const QHttpServerRequest &request,
                                             const ConnectionGuard &connection) const
{
    const QUrl url = request.url();
    HttpRequest read;
    read.method = connection.method();
    read.path = url.path(QUrl::FullyDecoded);
    if (url.hasQuery())
        read.query = url.query(QUrl::FullyEncoded);
    read.headers = compat::headers(request);
    read.body = request.body();
    read.peer = connection.peer();
    read.viaProxy = m_trustedProxies->contains(read.peer);
    read.clientAddress = clientAddress(read.peer, read.header("X-Forwarded-For"), *m_trustedProxies);
    return read;
}

void HttpServer::Private::dispatch(const HttpRequest &request, ConnectionGuard &connection)
{
    const Reply reply(connection);
    connection.setAnswerHeaders({});
    if (!m_hosts.allows(request.header("Host")))
        return reply.send(HttpResponse::detail(400, u"Invalid Host header."));

    const QByteArray origin = request.header("Origin");
    if (!origin.isNull() && !m_origins.allows(origin))
        return reply.send(HttpResponse::detail(403, u"Origin not allowed."));

    const Router::Route *route = m_router.find(request);
    QByteArray headers = route ? route->allowLine : QByteArray();
    if (!origin.isNull())
        headers += OriginCheck::answerHeaders(origin);
    connection.setAnswerHeaders(std::move(headers));
    if (!route)
        return reply.send(HttpResponse::detail(404, u"Not found."));

    if (request.method == "OPTIONS" && !origin.isNull() && request.hasHeader("Access-Control-Request-Method")) {
        HttpResponse preflight;
        preflight.status = 204;
        preflight.headers = OriginCheck::preflightHeaders(route->allow);
        return reply.send(preflight);
    }
    Router::dispatch(*route, request, reply);
}

HttpServer::HttpServer(HttpContext context, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(context))
{
}

HttpServer::~HttpServer()
{
    d->close(milliseconds(0));
}

Result<QString> HttpServer::listen(std::optional<quint16> port, const HeldListener &held)
{
    return d->listen(port, held);
}

HeldListener HttpServer::holdListener() const
{
    return d->holdListener();
}

void HttpServer::handOver(milliseconds grace)
{
    d->handOver(grace);
}

void HttpServer::close(milliseconds grace)
{
    d->close(grace);
}

} // namespace smsauth
