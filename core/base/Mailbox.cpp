// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Mailbox.h"

#include <QPointer>
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
    {
        const std::lock_guard lock(m_mutex);
        m_ready.insert(m_ready.end(), std::make_move_iterator(m_waiting.begin()),
                       std::make_move_iterator(m_waiting.end()));
        m_waiting.clear();
        m_woken = false;
    }
    // An action may be the end of this mailbox.
    for (const QPointer<Mailbox> self(this); self && !m_ready.empty();) {
        const Action action = std::move(m_ready.front());
        m_ready.pop_front();
        action();
    }
}

} // namespace smsauth
