// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSslSocket>
#include <memory>
#include <optional>

namespace smsauth {

/// An answer as it came over the wire.
struct HttpAnswer
{
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
    QByteArray raw;

    /// Null when there is no such line. name: in lower case.
    QByteArray header(QByteArrayView name) const;
};

/// A client that sends exactly the bytes it is told to and reads answers strictly. For servers in the same thread:
/// all waiting turns the event loop.
class HttpClient
{
public:
    explicit HttpClient(quint16 port, bool tls = false,
                        const QHostAddress &address = QHostAddress(QHostAddress::LocalHost));

    /// False if it does not come to a connection in time.
    bool connectNow();
    void send(const QByteArray &bytes);
    /// The next answer, or nothing when it does not come in time. toHead: the answer to HEAD has no body.
    std::optional<HttpAnswer> receive(bool toHead = false, int timeoutMs = 5000);
    /// The whole exchange. Adds Host and Content-Length.
    std::optional<HttpAnswer> request(const QByteArray &method, const QByteArray &target,
                                      const QByteArray &body = {}, const QList<QByteArray> &headerLines = {});
    std::optional<HttpAnswer> postJson(const QByteArray &target, const QByteArray &body,
                                       const QList<QByteArray> &headerLines = {});

    /// True once the other side has closed; waits for it.
    bool waitForClosed(int timeoutMs = 5000);
    bool isOpen() const { return m_socket->state() == QAbstractSocket::ConnectedState; }
    /// Leaves without a word.
    void abort() { m_socket->abort(); }
    /// Bytes that came and belong to no answer yet.
    const QByteArray &unread() const { return m_unread; }
    QSslSocket &socket() { return *m_socket; }

private:
    std::optional<HttpAnswer> takeAnswer(bool toHead);

    std::unique_ptr<QSslSocket> m_socket;
    QByteArray m_unread;
    quint16 m_port;
    bool m_tls;
    QHostAddress m_address;
};

} // namespace smsauth
