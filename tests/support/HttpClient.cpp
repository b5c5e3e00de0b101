// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/HttpClient.h"

#include <QTest>

namespace smsauth {

QByteArray HttpAnswer::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

HttpClient::HttpClient(quint16 port, bool tls, const QHostAddress &address)
    : m_socket(std::make_unique<QSslSocket>())
    , m_port(port)
    , m_tls(tls)
    , m_address(address)
{
    m_socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    QObject::connect(m_socket.get(), &QIODevice::readyRead, m_socket.get(),
                     [this] { m_unread += m_socket->readAll(); });
    if (m_tls)
        m_socket->connectToHostEncrypted(m_address.toString(), m_port);
    else
        m_socket->connectToHost(m_address, m_port);
}

bool HttpClient::connectNow()
{
    return QTest::qWaitFor([this] { return m_tls ? m_socket->isEncrypted() : isOpen(); }, 5000);
}

void HttpClient::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
}

std::optional<HttpAnswer> HttpClient::takeAnswer(bool toHead)
{
    const qsizetype headEnd = m_unread.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return std::nullopt;
    HttpAnswer answer;
    const QList<QByteArray> lines = m_unread.first(headEnd).split('\n');
    answer.status = lines.first().mid(9, 3).toInt();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        answer.headers.append({lines[i].first(colon).toLower(), lines[i].sliced(colon + 1).trimmed()});
    }
    const bool withoutBody = toHead || answer.status == 204 || answer.status < 200;
    const qsizetype length = withoutBody ? 0 : answer.header("content-length").toLongLong();
    if (m_unread.size() < headEnd + 4 + length)
        return std::nullopt;
    answer.body = m_unread.mid(headEnd + 4, length);
    answer.raw = m_unread.first(headEnd + 4 + length);
    m_unread.remove(0, headEnd + 4 + length);
    return answer;
}

std::optional<HttpAnswer> HttpClient::receive(bool toHead, int timeoutMs)
{
    std::optional<HttpAnswer> answer;
    (void)QTest::qWaitFor(
        [&] {
            answer = takeAnswer(toHead);
            return answer.has_value();
        },
        timeoutMs);
    return answer;
}

std::optional<HttpAnswer> HttpClient::request(const QByteArray &method, const QByteArray &target,
                                              const QByteArray &body, const QList<QByteArray> &headerLines)
{
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    for (const QByteArray &line : headerLines)
        bytes += line + "\r\n";
    if (!body.isEmpty() || method == "POST")
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    send(bytes + "\r\n" + body);
    return receive(method == "HEAD");
}

std::optional<HttpAnswer> HttpClient::postJson(const QByteArray &target, const QByteArray &body,
                                               const QList<QByteArray> &headerLines)
{
    return request("POST", target, body, QList<QByteArray>{"Content-Type: application/json"} + headerLines);
}

bool HttpClient::waitForClosed(int timeoutMs)
{
    return QTest::qWaitFor([this] { return m_socket->state() == QAbstractSocket::UnconnectedState; }, timeoutMs);
}

} // namespace smsauth
