// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"

#include <QElapsedTimer>
#include <QTimer>

namespace smsauth {

/// The newest ServerStatus, asked for once whenever something that it counts has changed, and handed to all who
/// show a part of it. Counting a long log takes time: it is given a small share of it, not all. GUI thread.
class StatusWatch : public QObject
{
    Q_OBJECT

public:
    explicit StatusWatch(Admin &admin, QObject *parent = nullptr);

    /// The default-constructed status until the first answer.
    const ServerStatus &current() const { return m_current; }
    bool isSimulated() const { return m_current.mode == Mode::Simulated; }
    /// True from the first answer on.
    bool isKnown() const { return m_known; }
    void ask();

Q_SIGNALS:
    void changed(const smsauth::ServerStatus &status);

private:
    Admin &m_admin;
    QElapsedTimer m_asked;
    QTimer m_pause;   ///< runs after an answer, for many times as long as that took
    QTimer m_byClock; ///< codes run out and messages wait without anybody telling of it
    ServerStatus m_current;
    bool m_known = false;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace smsauth
