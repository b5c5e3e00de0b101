// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/StatusWatch.h"

#include "ui/WhenDone.h"

namespace smsauth {

namespace {

constexpr int PauseFactor = 10;
// A person who waits for a failure sees it within a second.
constexpr std::chrono::milliseconds LongestPause(500);
constexpr std::chrono::seconds WhileSomethingRunsOut(1);

} // namespace

StatusWatch::StatusWatch(Admin &admin, QObject *parent)
    : QObject(parent)
    , m_admin(admin)
{
    connect(&admin, &Admin::changed, this, [this](Admin::Topic topic) {
        if (topic != Admin::Topic::Providers && topic != Admin::Topic::Audit)
            ask();
    });
    m_pause.setSingleShot(true);
    m_pause.callOnTimeout(this, [this] {
        if (std::exchange(m_askAgain, false))
            ask();
    });
    m_byClock.setSingleShot(true);
    m_byClock.setInterval(WhileSomethingRunsOut);
    m_byClock.callOnTimeout(this, &StatusWatch::ask);
    ask();
}

void StatusWatch::ask()
{
    // One question at a time: a burst of changes needs the last answer, not all of them.
    if (m_asking || m_pause.isActive()) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_asked.start();
    whenDone(this, m_admin.status(), [this](const Result<ServerStatus> &answer) {
        m_asking = false;
        if (answer) {
            m_current = *answer;
        } else {
            m_current.state = ServerState::Failed;
            m_current.failure = answer.error();
        }
        m_known = true;
        if (m_current.liveCodes > 0)
            m_byClock.start();
        Q_EMIT changed(m_current);
        m_pause.start(std::min(PauseFactor * std::chrono::milliseconds(m_asked.elapsed()), LongestPause));
    });
}

} // namespace smsauth
