// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Mailbox.h"

#include <iterator>

namespace smsauth {

void Mailbox::post(Action action)
{
    std::vector<Action> one;
    one.push_back(std::move(action));
    post(std::move(one));
}

void Mailbox::post(std::vector<Action> actions)
{
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.insert(m_waiting.end(), std::make_move_iterator(actions.begin()),
                         std::make_move_iterator(actions.end()));
        wake = !std::exchange(m_woken, true);
    }
    if (wake)
        QMetaObject::invokeMethod(
            this, [this] { deliver(); }, Qt::QueuedConnection);
}

void Mailbox::deliver()
{
    std::vector<Action> ready;
    {
        const std::lock_guard lock(m_mutex);
        ready.swap(m_waiting);
        m_woken = false;
    }
    for (Action &action : ready)
        action();
}

} // namespace smsauth
