// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/GatewayExchange.h"

#include <QMetaEnum>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslError>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

/// No connection came about, whatever else is known.
bool isConnectError(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError ||
           error == QNetworkReply::SslHandshakeFailedError;
}

/// The reply's own status, not a failure of the network.
bool isHttpStatusError(QNetworkReply::NetworkError error)
{
    if (error == QNetworkReply::ContentReSendError)
        return false;
    return (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError) ||
           (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

} // namespace

/// A body that can be read once. QNetworkAccessManager sends a request again, up to three times, when the
/// connection closes before an answer. With a body that cannot be rewound it must not, not even with an empty one,
/// and a text is not sent twice unnoticed.
class GatewayExchange::BodyOnce final : public QIODevice
{
public:
    BodyOnce(QByteArray bytes, QObject *parent)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return false; }
    qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return false; }

    /// The connection stands and has asked for the body. An empty body is never asked for: then nobody knows.
    bool mayHaveBeenSent() const { return m_asked || m_bytes.isEmpty(); }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        m_asked = true;
        const qint64 count = std::min(size, m_bytes.size() - pos());
        if (count <= 0)
            return -1;
        std::copy_n(m_bytes.constData() + pos(), count, data);
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
    bool m_asked = false;
};

GatewayExchange::GatewayExchange(ProviderRequest request, milliseconds deadline, Done done, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_done(std::move(done))
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer); // a coarse one may end 5 % early
    connect(&m_deadline, &QTimer::timeout, this, &GatewayExchange::deadlinePassed);
    m_deadline.start(deadline);
}

GatewayExchange::~GatewayExchange()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    delete m_reply;
}

void GatewayExchange::start(QNetworkAccessManager &manager, const QSslConfiguration &tls)
{
    QNetworkRequest request(m_request.url);
    for (const auto &[name, value] : std::as_const(m_request.headers))
        request.setRawHeader(name, value);
    request.setRawHeader("User-Agent", "smsauth/" SMSAUTH_VERSION);
    request.setRawHeader("Accept-Encoding", "identity"); // asked for by us, so that Qt unpacks nothing
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // One connection would carry everything, and one lost connection would leave everything uncertain.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);

    m_body = new BodyOnce(m_request.body, this);
    m_reply = manager.sendCustomRequest(request, m_request.method, m_body);
    // Qt hands the limit to its network thread only while the request runs there: too early and it is lost.
    const auto limitBuffer = [this] { m_reply->setReadBufferSize(LargestBody + 1); };
    limitBuffer();
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, limitBuffer);
    connect(m_reply, &QNetworkReply::requestSent, this, limitBuffer);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, limitBuffer);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &problems) {
        for (const QSslError &problem : problems)
            m_tlsProblems.append(problem.errorString());
        m_tlsProblems.removeDuplicates();
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &GatewayExchange::readMore);
    connect(m_reply, &QNetworkReply::finished, this, &GatewayExchange::noteFinished);
}

void GatewayExchange::readMore()
{
    m_answer += m_reply->read(LargestBody + 1 - m_answer.size());
    if (m_answer.size() <= LargestBody)
        return;
    m_answer.truncate(LargestBody);
    finish(answer());
}

void GatewayExchange::noteFinished()
{
    if (!m_done)
        return;
    if (m_reply->isOpen())
        readMore();
    if (!m_done)
        return;
    const QNetworkReply::NetworkError error = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // A refusal stays one even if its explanation broke off; a "yes" that broke off is none.
    if (status > 0 && (error == QNetworkReply::NoError || isHttpStatusError(error) || status >= 300))
        return finish(answer());
    const bool sent = status > 0 || (m_body->mayHaveBeenSent() && !isConnectError(error));
    end(sent ? ProviderReply::Transport::NoAnswer : ProviderReply::Transport::NotSent, failure());
}

void GatewayExchange::deadlinePassed()
{
    const double limit = std::chrono::duration<double>(m_deadline.intervalAsDuration()).count();
    const bool sent = m_body && m_body->mayHaveBeenSent();
    end(sent ? ProviderReply::Transport::NoAnswer : ProviderReply::Transport::NotSent,
        (sent ? u"no complete answer within %1 s"_s : u"no connection within %1 s"_s).arg(limit));
}

void GatewayExchange::end(ProviderReply::Transport transport, const QString &reason)
{
    ProviderReply reply;
    reply.transport = transport;
    reply.networkError = reason;
    finish(reply);
}

void GatewayExchange::finish(const ProviderReply &reply)
{
    if (!m_done)
        return;
    const Done done = std::exchange(m_done, nullptr);
    m_deadline.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    deleteLater();
    done(reply);
}

ProviderReply GatewayExchange::answer() const
{
    ProviderReply reply;
    reply.transport = ProviderReply::Transport::Answered;
    reply.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QList<QByteArray> names = m_reply->rawHeaderList();
    for (const QByteArray &name : names)
        reply.headers.insert(name.toLower(), m_reply->rawHeader(name));
    const QByteArray encoding = reply.headers.value("content-encoding", "identity").toLower();
    if (encoding == "identity")
        reply.body = m_answer; // else it is packed, although we asked for that not to be: not looked at
    return reply;
}

/// Own words: Qt's sentence holds the URL, and with it whatever secret stands in a query.
QString GatewayExchange::failure() const
{
    using NetworkError = QNetworkReply::NetworkError;
    switch (m_reply->error()) {
    case NetworkError::ConnectionRefusedError:
        return u"connection refused"_s;
    case NetworkError::RemoteHostClosedError:
    case NetworkError::ContentReSendError:
        return u"the connection was closed before the answer was complete"_s;
    case NetworkError::HostNotFoundError:
        return u"the gateway's host name has no address"_s;
    case NetworkError::SslHandshakeFailedError:
        return u"TLS refused: %1"_s.arg(m_tlsProblems.isEmpty() ? u"the handshake failed"_s
                                                                : m_tlsProblems.join(u"; "_s));
    default: {
        const char *name = QMetaEnum::fromType<NetworkError>().valueToKey(m_reply->error());
        return u"network failure (%1)"_s.arg(QLatin1StringView(name ? name : "unknown"));
    }
    }
}

} // namespace smsauth
