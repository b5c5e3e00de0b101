// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/AnswerReader.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSslCertificate>
#include <QTimer>
#include <QUrl>
#include <chrono>
#include <functional>

class QTcpSocket;

namespace smsauth {

/// What a request of a run came to; only what a run needs of it.
struct RunAnswer
{
    int status = 0; ///< 0: no answer, see failure
    QByteArray body;
    QString failure; ///< English
    std::chrono::microseconds duration{0};

    bool succeeded() const { return status >= 200 && status < 300; }
};

/// One HTTP/1.1 connection that is kept open for one request after the other, on its thread.
///
/// A socket of our own and no QNetworkAccessManager: that one opens at most six connections to a host, so 64 flows
/// at once would need eleven of them, each with a thread of its own, and it costs several times the processor time
/// of the server that is being measured.
class KeepAliveConnection : public QObject
{
public:
    using Done = std::function<void(const RunAnswer &)>;
    using milliseconds = std::chrono::milliseconds;

    /// server: http or https; only scheme, host and port matter. A server that shows exactly one of the trusted
    /// certificates is taken for the right one; every other is checked as usual.
    explicit KeepAliveConnection(const QUrl &server, const QList<QSslCertificate> &trusted = {});
    ~KeepAliveConnection() override;

    /// body empty: a GET, else a POST of JSON. One request at a time. `done` runs once, never within this call.
    void send(const QByteArray &target, const QByteArray &body, milliseconds deadline, Done done);
    /// Forgets the request that is under way, if any; its `done` does not run.
    void abort();

private:
    void open();
    void write();
    void read();
    void ended();
    void fail(const QString &failure);
    void finish(RunAnswer answer);

    const QUrl m_server;
    const QByteArray m_host;
    const QList<QSslCertificate> m_trusted;
    QTcpSocket *m_socket;
    QTimer m_deadline;
    QElapsedTimer m_asked;
    QElapsedTimer m_idle; ///< since the last answer
    AnswerReader m_reader;
    QByteArray m_request; ///< until it is written
    Done m_done;
    quint64 m_opened = 0; ///< how often it was opened
};

} // namespace smsauth
