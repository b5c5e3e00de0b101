// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/StatusWatch.h"

class QAction;

namespace smsauth {

/// Starts and stops the server, for the top bar, the menu, F5 and the start of the console. GUI thread.
class ServerControl : public QObject
{
    Q_OBJECT

public:
    ServerControl(Admin &admin, StatusWatch &status, QObject *parent = nullptr);

    /// "Start" or "Stop", as the state is; F5.
    QAction *toggleAction() const { return m_toggle; }

    void start();
    void startOnFreePort();
    /// done runs when it has stopped, or after the deadline.
    void stop(const std::function<void()> &done = {});

Q_SIGNALS:
    /// The server did not do as it was told, and its status does not say why.
    void failed(const smsauth::Error &error);

private:
    void showState();
    void finish(const Result<ServerStatus> &result);

    Admin &m_admin;
    StatusWatch &m_status;
    QAction *m_toggle;
    bool m_busy = false;
};

} // namespace smsauth
