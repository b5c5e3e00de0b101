// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <deque>
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

    /// Runs everything that has been posted, at once: for whoever is about to remove what the actions need. Also
    /// from within an action; those that stand behind it run before this returns.
    void deliver();

private:
    std::mutex m_mutex; ///< guards the next two
    std::vector<Action> m_waiting;
    bool m_woken = false;
    std::deque<Action> m_ready;
};

} // namespace smsauth
