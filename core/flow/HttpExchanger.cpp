// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/HttpExchanger.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

bool hasHeader(const HeaderLines &headers, const QByteArray &name)
{
    for (const auto &header : headers) {
        if (header.first.compare(name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

/// Every header is set here, so that none is added silently and what is shown is what was sent.
void completeHeaders(Exchange &request)
{
    const auto add = [&](const QByteArray &name, const QByteArray &value) {
        if (!hasHeader(request.requestHeaders, name))
            request.requestHeaders.append({name, value});
    };
    const int port = request.url.port();
    const QString host = request.url.host(QUrl::FullyEncoded);
    add("Host", (host.contains(u':') ? u'[' + host + u']' : host).toLatin1() +
                    (port > 0 ? ':' + QByteArray::number(port) : QByteArray()));
    add("Accept", "application/json");
    add("Accept-Encoding", "identity");
    add("Accept-Language", "en");
    add("User-Agent", "smsauth-console/" SMSAUTH_VERSION);
    add("Connection", "Keep-Alive");
    if (!request.requestBody.isEmpty())
        add("Content-Length", QByteArray::number(request.requestBody.size()));
}

} // namespace

HttpExchanger::HttpExchanger(const Clock &clock)
    : m_clock(clock)
    , m_network(this)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

HttpExchanger::~HttpExchanger()
{
    abortAll();
}

void HttpExchanger::abortAll()
{
    for (QNetworkReply *reply : m_network.findChildren<QNetworkReply *>())
        reply->abort();
}

void HttpExchanger::send(Exchange request, milliseconds deadline, Done done)
{
    completeHeaders(request);
    QNetworkRequest wire(request.url);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    for (const auto &[name, value] : request.requestHeaders)
        wire.setRawHeader(name, value);

    const auto exchange = std::make_shared<Exchange>(std::move(request));
    exchange->startedAt = m_clock.now();
    const milliseconds begun = m_clock.uptime();
    QNetworkReply *reply = m_network.sendCustomRequest(wire, exchange->method, exchange->requestBody);
    reply->setReadBufferSize(64 * 1024);

    connect(reply, &QNetworkReply::sslErrors, reply, [this, reply](const QList<QSslError> &errors) {
        if (m_trusted.contains(reply->sslConfiguration().peerCertificate()))
            reply->ignoreSslErrors(errors);
    });

    auto *timer = new QTimer(reply);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, reply, [reply, exchange, deadline] {
        exchange->failure = u"No answer within %1 s"_s.arg(deadline.count() / 1000.0);
        reply->abort();
    });
    timer->start(deadline);

    const auto take = [reply, exchange] {
        const QByteArray bytes = reply->readAll();
        const qsizetype room = MaxBody - exchange->responseBody.size();
        exchange->responseBody += bytes.left(room);
        if (bytes.size() <= room)
            return;
        exchange->truncated = true;
        reply->abort();
    };
    connect(reply, &QNetworkReply::readyRead, reply, take);
    connect(reply, &QNetworkReply::finished, this, [this, reply, exchange, begun, take, done = std::move(done)] {
        if (reply->isOpen() && !exchange->truncated)
            take();
        exchange->status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        exchange->reason = reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
        exchange->responseHeaders = reply->rawHeaderPairs();
        exchange->duration = m_clock.uptime() - begun;
        if (exchange->failure.isEmpty() && exchange->status == 0)
            exchange->failure = reply->errorString();
        reply->deleteLater();
        done(std::move(*exchange));
    });
}

} // namespace smsauth
