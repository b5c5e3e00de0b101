// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/ConnectionGate.h"
#include "core/http/SpareDescriptor.h"

#include <QSslConfiguration>
#include <QTcpServer>
#include <QTimer>
#include <optional>

namespace smsauth {

/// Takes connections for QHttpServer, each with its ConnectionGuard. With TLS a connection is handed on once it is
/// encrypted. Never goes deaf: when the process is short of descriptors it refuses, and takes connections again
/// when it can.
class GuardedTcpServer : public QTcpServer
{
public:
    /// tls: none for plain HTTP. gate outlives the server.
    GuardedTcpServer(ConnectionGate &gate, std::optional<QSslConfiguration> tls, QObject *parent = nullptr);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void take(QTcpSocket *socket);
    void startTls(QSslSocket *socket);
    void keepAccepting();

    ConnectionGate &m_gate;
    std::optional<QSslConfiguration> m_tls;
    SpareDescriptor m_spare;
    QTimer m_look;
    bool m_warned = false; ///< of the present shortage
};

} // namespace smsauth
