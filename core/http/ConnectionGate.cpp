// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/ConnectionGate.h"

#include "core/http/ConnectionGuard.h"

#include <algorithm>

namespace smsauth {

ConnectionGate::ConnectionGate(const HttpLimits &limits, AddressList unlimited, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_unlimited(std::move(unlimited))
    , m_now(std::chrono::steady_clock::now())
{
    m_sweep.setInterval(limits.sweep);
    m_sweep.callOnTimeout(this, &ConnectionGate::sweep);
}

ConnectionGate::~ConnectionGate()
{
    Q_ASSERT(m_connections.empty());
}

// Whoever has an IPv6 address usually has a whole /64 of them.
QHostAddress ConnectionGate::addressKey(const QHostAddress &peer)
{
    const QHostAddress plain = plainAddress(peer);
    if (plain.protocol() == QAbstractSocket::IPv4Protocol)
        return plain;
    Q_IPV6ADDR network = plain.toIPv6Address();
    std::fill(std::begin(network.c) + 8, std::end(network.c), quint8(0));
    return QHostAddress(network);
}

bool ConnectionGate::admit(const QHostAddress &peer)
{
    lookAtTheClock();
    const QHostAddress key = addressKey(peer);
    if (m_perAddress.value(key) >= m_limits.connectionsPerAddress && !m_unlimited.contains(peer) &&
        !evict(weakest(&key))) {
        return false;
    }
    return connections() < m_limits.connections || evictOne();
}

bool ConnectionGate::evictOne()
{
    return evict(weakest(nullptr));
}

// With a plain refusal a few slow clients would lock out everybody else of their address.
ConnectionGuard *ConnectionGate::weakest(const QHostAddress *key) const
{
    ConnectionGuard *oldest = nullptr;
    const auto isWeaker = [&oldest](const ConnectionGuard *candidate) {
        if (!oldest || candidate->hasUnfinishedRequest() != oldest->hasUnfinishedRequest())
            return !oldest || candidate->hasUnfinishedRequest();
        return candidate->waitingSince() < oldest->waitingSince();
    };
    for (ConnectionGuard *connection : m_connections) {
        if (connection->mayBeEvicted() && (!key || addressKey(connection->peer()) == *key) && isWeaker(connection))
            oldest = connection;
    }
    return oldest;
}

bool ConnectionGate::evict(ConnectionGuard *connection)
{
    if (!connection)
        return false;
    connection->evict();
    return true;
}

void ConnectionGate::enter(ConnectionGuard *connection)
{
    m_connections.push_back(connection);
    ++m_perAddress[addressKey(connection->peer())];
    if (!m_sweep.isActive())
        m_sweep.start();
}

void ConnectionGate::leave(ConnectionGuard *connection)
{
    const auto it = std::find(m_connections.begin(), m_connections.end(), connection);
    if (it == m_connections.end())
        return;
    *it = m_connections.back();
    m_connections.pop_back();
    const auto count = m_perAddress.find(addressKey(connection->peer()));
    if (--count.value() == 0)
        m_perAddress.erase(count);
    if (m_connections.empty())
        m_sweep.stop();
}

void ConnectionGate::beginClosing()
{
    m_closing = true;
    const std::vector<ConnectionGuard *> all = m_connections;
    for (ConnectionGuard *connection : all)
        connection->endUnlessAnswering();
}

void ConnectionGate::abortAll()
{
    const std::vector<ConnectionGuard *> all = m_connections;
    for (ConnectionGuard *connection : all)
        connection->abort();
}

ConnectionGuard *ConnectionGate::released() const
{
    return m_released;
}

void ConnectionGate::setReleased(ConnectionGuard *connection)
{
    m_released = connection;
}

int ConnectionGate::answering() const
{
    return int(std::count_if(m_connections.begin(), m_connections.end(),
                             [](const ConnectionGuard *connection) { return connection->isAnswering(); }));
}

int ConnectionGate::awaited() const
{
    return int(std::count_if(m_connections.begin(), m_connections.end(), [](const ConnectionGuard *connection) {
        return connection->mayBeEvicted() && connection->hasUnfinishedRequest();
    }));
}

void ConnectionGate::sweep()
{
    lookAtTheClock();
    const std::vector<ConnectionGuard *> all = m_connections;
    for (ConnectionGuard *connection : all) {
        if (connection->deadline() <= m_now)
            connection->expire();
    }
}

} // namespace smsauth
