// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QHash>
#include <QList>
#include <QTemporaryDir>
#include <QThread>
#include <QUrl>
#include <functional>
#include <memory>
#include <mutex>

namespace smsauth {

/// A gateway that misbehaves as told: a real HTTP or HTTPS server on a loopback port and a thread of its own, which
/// writes down every request. All members may be called from the test's thread.
class GatewayStub
{
public:
    struct Request
    {
        QByteArray method;
        QByteArray target;                     ///< as it stood on the wire, still encoded
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
        milliseconds at{0}; ///< since the stub was made
        int connection = 0; ///< 1, 2, …

        /// The fields of a form body or of the query, decoded.
        QHash<QString, QString> form() const;
        QHash<QString, QString> query() const;
    };
    struct Reply
    {
        int status = 200;
        QByteArray body = "{}";
        QList<QPair<QByteArray, QByteArray>> headers;
        milliseconds delay{0};
    };
    enum class Mode {
        Answer,          ///< the reply
        Hang,            ///< reads the request, never answers
        Drip,            ///< the reply, one byte in 20 ms
        Endless,         ///< a 200 whose body does not end
        GzipBomb,        ///< a 200 whose 64 KB would unpack to 64 MB
        CloseUnanswered, ///< reads the request and closes
        ResetUnanswered, ///< reads the request and resets the connection
        ResetMidAnswer,  ///< resets in the middle of the body
        CloseAtOnce,     ///< closes every connection as soon as it is open
    };
    enum class Security { Plain, Good, ExpiredCertificate, OtherHostCertificate };

    explicit GatewayStub(Security security = Security::Plain);
    ~GatewayStub();

    /// "http://127.0.0.1:PORT", or another name for the same machine.
    QString url(const QString &host = QStringLiteral("127.0.0.1")) const;
    quint16 port() const { return m_port; }
    /// PEM file of the authority that signed the stub's certificate.
    QString authorityFile() const;

    void setMode(Mode mode);
    void answer(const Reply &reply);
    /// Runs on the stub's thread, once for each request.
    void answerWith(std::function<Reply(const Request &)> handler);

    QList<Request> requests() const;
    int requestCount() const;
    int connectionCount() const;  ///< ever accepted
    qint64 bytesReceived() const; ///< after the TLS layer: what a gateway would have learned
    /// Bytes that did fit down the connections so far: how much of an endless body a client took.
    qint64 bytesSent() const;

private:
    class Server;
    struct Plan
    {
        Mode mode = Mode::Answer;
        std::function<Reply(const Request &)> handler;
    };
    Plan plan() const;

    mutable std::mutex m_mutex;
    Plan m_plan;
    QList<Request> m_requests;
    int m_connections = 0;
    qint64 m_received = 0;
    qint64 m_sent = 0;

    QTemporaryDir m_folder;
    QThread m_thread;
    std::unique_ptr<Server> m_server; ///< lives on m_thread
    quint16 m_port = 0;
    bool m_secure = false;
};

} // namespace smsauth
