// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <mutex>
#include <vector>

namespace smsauth {

/// Finished work on its way back to a thread. Any thread posts; the actions run on the thread in which the mailbox
/// lives, in the order of posting, many of them per wake-up (one queued event for a whole group, not one each).
/// What is still waiting when the mailbox is destroyed never runs.
class Mailbox : public QObject
{
public:
    using Action = std::function<void()>;

    /// Thread-safe.
    void post(Action action);
    void post(std::vector<Action> actions);

private:
    void deliver();

    std::mutex m_mutex;
    std::vector<Action> m_waiting;
    bool m_woken = false;
};

} // namespace smsauth
