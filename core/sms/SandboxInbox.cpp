// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/SandboxInbox.h"

#include <QPointer>
#include <algorithm>

namespace smsauth {

namespace {

constexpr int ManyMessages = 1000;

bool isDelivered(const MessageRecord &message)
{
    return message.state == MessageState::Delivered;
}

} // namespace

SandboxInbox::SandboxInbox(Backend backend, QObject *parent)
    : QObject(parent)
    , m_backend(std::move(backend))
{
}

void SandboxInbox::messages(const PhoneNumber &phone, int limit, Done<QList<MessageRecord>> done)
{
    m_backend.messages(phone, 0, limit, std::move(done));
}

void SandboxInbox::remove(const PhoneNumber &phone, Done<qint64> done)
{
    m_backend.removeMessages(phone, std::move(done));
}

void SandboxInbox::reset(const PhoneNumber &phone, Done<void> done)
{
    m_backend.reset(phone, std::move(done));
}

quint64 SandboxInbox::wait(const PhoneNumber &phone, std::optional<RowId> since, milliseconds timeout,
                           Done<MessageRecord> done)
{
    const quint64 id = ++m_nextId;
    auto *deadline = new QTimer(this);
    deadline->setSingleShot(true);
    deadline->callOnTimeout(this, [this, id] { finish(id, ErrorCode::TimedOut); });
    deadline->start(timeout);
    m_waiters.insert(id, Waiter{phone, since, std::move(done), deadline});
    if (since)
        ask(id);
    else
        askForNewest(id);
    return id;
}

void SandboxInbox::cancelWait(quint64 id)
{
    const Waiter waiter = m_waiters.take(id);
    delete waiter.deadline;
}

void SandboxInbox::messagesChanged()
{
    const QList<quint64> ids = m_waiters.keys();
    for (const quint64 id : ids)
        ask(id);
}

SandboxInbox::Done<QList<MessageRecord>> SandboxInbox::whileWaiting(quint64 id, Step step)
{
    const QPointer<SandboxInbox> self(this);
    return [self, id, step](const Result<QList<MessageRecord>> &messages) {
        if (!self || !self->m_waiters.contains(id))
            return;
        if (!messages)
            return self->finish(id, messages.error());
        (self->*step)(id, *messages);
    };
}

void SandboxInbox::ask(quint64 id)
{
    const auto waiter = m_waiters.find(id);
    if (waiter == m_waiters.end() || !waiter->since)
        return;
    // What changes while an answer is under way may be missing from it.
    waiter->askAgain = waiter->asking;
    if (waiter->asking)
        return;
    waiter->asking = true;
    m_backend.messages(waiter->phone, *waiter->since, ManyMessages, whileWaiting(id, &SandboxInbox::takeOldest));
}

void SandboxInbox::takeOldest(quint64 id, const QList<MessageRecord> &newestFirst)
{
    const auto oldest = std::find_if(newestFirst.rbegin(), newestFirst.rend(), isDelivered);
    if (oldest != newestFirst.rend())
        return finish(id, *oldest);
    m_waiters[id].asking = false;
    if (m_waiters[id].askAgain)
        ask(id);
}

void SandboxInbox::askForNewest(quint64 id)
{
    m_backend.messages(m_waiters[id].phone, 0, 1, whileWaiting(id, &SandboxInbox::askForLive));
}

void SandboxInbox::askForLive(quint64 id, const QList<MessageRecord> &newest)
{
    m_waiters[id].lastBefore = newest.isEmpty() ? 0 : newest.first().id;
    m_backend.liveMessages(m_waiters[id].phone, whileWaiting(id, &SandboxInbox::takeNewestLive));
}

void SandboxInbox::takeNewestLive(quint64 id, const QList<MessageRecord> &liveNewestFirst)
{
    const auto newest = std::find_if(liveNewestFirst.begin(), liveNewestFirst.end(), isDelivered);
    if (newest != liveNewestFirst.end())
        return finish(id, *newest);
    // From here on the next one counts, also if its code is used before this is asked again: a message that is
    // still on its way, or whatever came after the wait began.
    RowId since = m_waiters[id].lastBefore;
    if (!liveNewestFirst.isEmpty())
        since = std::min(since, liveNewestFirst.last().id - 1);
    m_waiters[id].since = since;
    ask(id);
}

void SandboxInbox::finish(quint64 id, Result<MessageRecord> result)
{
    const auto found = m_waiters.find(id);
    if (found == m_waiters.end())
        return;
    const Waiter waiter = std::move(found.value());
    m_waiters.erase(found);
    waiter.deadline->deleteLater();
    waiter.done(std::move(result));
}

} // namespace smsauth
