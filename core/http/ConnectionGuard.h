// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/ConnectionGate.h"
#include "core/http/RequestHead.h"

#include <QPointer>
#include <QTcpSocket>
#include <functional>
#include <memory>

namespace smsauth {

/// Stands between one socket and QHttpServer. Its slot is connected to readyRead before QHttpServer's; it hides the
/// bytes (a device transaction and skip()) until exactly one complete, valid request is there and no answer is
/// owed, and shows nothing else. What it refuses it answers itself. A child of the socket; server thread.
class ConnectionGuard : public QObject
{
public:
    /// handshake: TLS is still to come; handshakeDone() ends that.
    ConnectionGuard(ConnectionGate &gate, QTcpSocket *socket, bool handshake);
    ~ConnectionGuard() override;

    void handshakeDone();

    QHostAddress peer() const { return m_peer; }

    // --- the request under way: from the moment QHttpServer sees it until it is answered

    /// Changes with every request; 0 when no answer is owed.
    quint64 request() const { return m_state == State::Handling ? m_requests : 0; }
    QByteArrayView method() const { return m_head.method; }
    bool isHead() const { return m_head.method == "HEAD"; }
    /// What the answer has to say about the connection: "Connection: close\r\n", or nothing.
    QByteArrayView connectionHeader() const;

    /// Header lines for the answer that depend on the request alone (Allow, CORS), each ended by CRLF.
    const QByteArray &answerHeaders() const { return m_answerHeaders; }
    void setAnswerHeaders(QByteArray lines) { m_answerHeaders = std::move(lines); }

    /// Kept until the answer is sent or the client has gone: what QHttpServer needs to wait for it (Qt 6.8+).
    void keep(std::shared_ptr<void> thing) { m_kept = std::move(thing); }
    /// Runs once if the client goes, or the time is up, before the answer.
    void onAbandoned(std::function<void()> action) { m_abandoned = std::move(action); }
    /// The handler needs this long, counted from now.
    void extendAnswerTime(std::chrono::milliseconds time);

    /// The whole answer, header and body. Does nothing unless the request with that number waits for it.
    void answer(quint64 request, const QByteArray &bytes);

    // --- for the gate

    /// Nothing is owed to the client: it is still sending its request, or there is none.
    bool mayBeEvicted() const;
    /// A request or the first one is awaited, as opposed to idle between two.
    bool hasUnfinishedRequest() const { return m_state != State::Waiting || m_requests == 0; }
    bool isAnswering() const { return m_state == State::Handling || m_state == State::Answering; }
    ConnectionGate::TimePoint waitingSince() const { return m_waitingSince; }
    ConnectionGate::TimePoint deadline() const { return m_deadline; }
    void expire();
    /// 503 as far as it can be said in a hurry, and the end.
    void evict();
    /// The server stops: closes, or says so to a client that is still sending its request.
    void endUnlessAnswering();
    void abort();

private:
    enum class State {
        Handshake,
        Waiting,
        ReadingHead,
        ReadingBody,
        Handling,  ///< QHttpServer has it
        Answering, ///< the answer is on its way
        Draining,  ///< refused; what still comes in is thrown away
        Closing,
    };

    void enter(State state);
    void setDeadline(std::chrono::milliseconds time) { m_deadline = m_gate.now() + time; }
    void onReadyRead();
    void onBytesWritten();
    void onDisconnected();
    void readHead();
    void readBody();
    void release();
    void hideReadable();
    void discardReadable();
    void continueWithHeldBytes();
    void announceHeldBytes();
    void sayContinue();
    qint64 sendAtOnce(const QByteArray &bytes);
    void refuse(int status);
    /// After what is still to be sent.
    void close();
    void sendNoMore();
    void abandonRequest();

    ConnectionGate &m_gate;
    QTcpSocket *m_socket;
    const bool m_isTls;
    QHostAddress m_peer;
    State m_state = State::Waiting;
    ConnectionGate::TimePoint m_deadline;
    ConnectionGate::TimePoint m_waitingSince;
    RequestHead m_head;
    quint64 m_requests = 0;
    qint64 m_hidden = 0; ///< bytes of the request that are there, while its body is awaited
    qint64 m_drained = 0;
    QByteArray m_answerHeaders;
    std::shared_ptr<void> m_kept;
    std::function<void()> m_abandoned;
};

} // namespace smsauth
