// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/CommitNews.h"

#include "core/sms/SmsSender.h"

namespace smsauth {

void CommitNews::setSender(SmsSender *sender)
{
    const std::lock_guard lock(m_mutex);
    m_sender = sender;
    if (m_sender)
        m_sender->wake();
}

void CommitNews::note(const Changes &changes)
{
    bool mustTell = false;
    {
        const std::lock_guard lock(m_mutex);
        if (changes.queued && m_sender)
            m_sender->wake();
        m_untold.codes |= changes.codes;
        m_untold.messages |= changes.messages;
        m_untold.users |= changes.users;
        m_untold.audit |= changes.audit;
        mustTell = !std::exchange(m_isTelling, true);
    }
    if (mustTell)
        QMetaObject::invokeMethod(
            this, [this] { tell(); }, Qt::QueuedConnection);
}

void CommitNews::tell()
{
    Changes changes;
    {
        const std::lock_guard lock(m_mutex);
        changes = std::exchange(m_untold, {});
        m_isTelling = false;
    }
    Q_EMIT committed(changes);
}

} // namespace smsauth
