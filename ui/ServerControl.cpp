// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ServerControl.h"

#include "ui/Theme.h"
#include "ui/WhenDone.h"

#include <QAction>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace smsauth {
namespace {

constexpr auto StopDeadline = 6s; // a little above the engine's own 5 s

bool isUp(ServerState state)
{
    return state == ServerState::Running || state == ServerState::Starting;
}

} // namespace

ServerControl::ServerControl(Admin &admin, StatusWatch &status, QObject *parent)
    : QObject(parent)
    , m_admin(admin)
    , m_status(status)
    , m_toggle(new QAction(this))
{
    m_toggle->setShortcut(Qt::Key_F5);
    connect(m_toggle, &QAction::triggered, this, [this] {
        if (isUp(m_status.current().state))
            stop();
        else
            start();
    });
    connect(&status, &StatusWatch::changed, this, &ServerControl::showState);
    showState();
}

void ServerControl::start()
{
    m_busy = true;
    showState();
    whenDone(this, m_admin.startServer(), [this](const Result<ServerStatus> &result) { finish(result); });
}

void ServerControl::startOnFreePort()
{
    m_busy = true;
    showState();
    whenDone(this, m_admin.startServerOnFreePort(), [this](const Result<ServerStatus> &result) { finish(result); });
}

void ServerControl::finish(const Result<ServerStatus> &result)
{
    m_busy = false;
    showState();
    m_status.ask();
    if (result)
        return;
    // A failed start is a state of the server, which the window shows until it is mended; saying it twice helps
    // nobody. The state is asked for here, because the error may be faster than the news of it.
    whenDone(this, m_admin.status(), [this, error = result.error()](const Result<ServerStatus> &status) {
        if (!status || status->state != ServerState::Failed)
            Q_EMIT failed(error);
    });
}

void ServerControl::stop(const std::function<void()> &done)
{
    m_busy = true;
    showState();
    const auto finished = std::make_shared<bool>(false);
    const auto finishOnce = [this, done, finished] {
        if (std::exchange(*finished, true))
            return;
        m_busy = false;
        m_status.ask();
        showState();
        if (done)
            done();
    };
    whenDone(this, m_admin.stopServer(), [this, finishOnce](const Result<void> &result) {
        finishOnce();
        if (!result)
            Q_EMIT failed(result.error());
    });
    QTimer::singleShot(StopDeadline, this, finishOnce);
}

void ServerControl::showState()
{
    const ServerState state = m_status.current().state;
    const bool up = isUp(state);
    m_toggle->setText(up ? tr("Stop") : tr("Start"));
    m_toggle->setIcon(up ? themedIcon(u"stop"_s) : themedIcon(u"start"_s));
    m_toggle->setToolTip(up ? tr("Stop the server (F5)") : tr("Start the server (F5)"));
    m_toggle->setEnabled(!m_busy && m_status.isKnown() && state != ServerState::Starting &&
                         state != ServerState::Stopping);
}

} // namespace smsauth
