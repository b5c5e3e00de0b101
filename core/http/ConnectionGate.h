// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/AddressList.h"
#include "core/http/HttpLimits.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <chrono>
#include <vector>

namespace smsauth {

class ConnectionGuard;

/// All connections of a server: how many there may be, who has to go when it is full, and whose time is up.
/// One a server, on its thread; outlives the connections.
class ConnectionGate : public QObject
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    /// unlimited: addresses without a cap of their own, because many clients stand behind them (trusted proxies).
    ConnectionGate(const HttpLimits &limits, AddressList unlimited, QObject *parent = nullptr);
    ~ConnectionGate() override;

    const HttpLimits &limits() const { return m_limits; }

    /// Makes room for one more connection of that address if need be. False: there is none to be had.
    bool admit(const QHostAddress &peer);
    /// Ends the oldest connection with an unfinished request, else the one that has been idle for longest. False
    /// when all are being answered.
    bool evictOne();

    void enter(ConnectionGuard *connection);
    void leave(ConnectionGuard *connection);

    /// From now on every answer is a connection's last one, and idle connections are closed.
    void beginClosing();
    bool isClosing() const { return m_closing; }
    /// Ends all connections at once.
    void abortAll();

    /// The connection whose request QHttpServer is being given at this moment. It answers in the same call chain,
    /// so that this also works where the responder does not tell its socket (Qt 6.5 and newer).
    ConnectionGuard *released() const;
    void setReleased(ConnectionGuard *connection);

    int connections() const { return int(m_connections.size()); }
    /// Connections that are owed an answer, or have not yet taken it.
    int answering() const;
    /// Connections whose first request, or the rest of one, has not come yet.
    int awaited() const;

    /// Steady time, read once for each look at the deadlines.
    TimePoint now() const { return m_now; }
    void lookAtTheClock() { m_now = std::chrono::steady_clock::now(); }

private:
    static QHostAddress addressKey(const QHostAddress &peer);
    ConnectionGuard *weakest(const QHostAddress *key) const;
    bool evict(ConnectionGuard *connection);
    void sweep();

    HttpLimits m_limits;
    AddressList m_unlimited;
    std::vector<ConnectionGuard *> m_connections;
    QHash<QHostAddress, int> m_perAddress;
    QPointer<ConnectionGuard> m_released;
    QTimer m_sweep;
    TimePoint m_now;
    bool m_closing = false;
};

} // namespace smsauth
