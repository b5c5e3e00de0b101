// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/Outbox.h"

#include "core/storage/Stores.h"

namespace smsauth {

namespace {

constexpr QLatin1StringView Simulator("sandbox");

// A seal belongs to its phone and kind: a row copied onto another one does not open.
QByteArray contextOf(const PhoneNumber &phone)
{
    return "message|" + phone.e164().toLatin1();
}

} // namespace

Outbox::Outbox(const Settings &settings, const Clock &clock, const Sealer &sealer)
    : m_settings(settings)
    , m_clock(clock)
    , m_sealer(sealer)
{
}

StoredMessage Outbox::seal(const Draft &draft) const
{
    StoredMessage message;
    message.record.phone = draft.phone;
    message.record.provider = m_settings.provider;
    message.record.state = MessageState::Queued;
    message.record.createdAt = m_clock.now();
    message.record.expiresAt = draft.expiresAt;
    message.dueAt = message.record.createdAt;
    message.sealed = m_sealer.seal(draft.code.toUtf8() + '\n' + draft.text.toUtf8(), contextOf(draft.phone));
    return message;
}

RowId Outbox::enqueue(Stores &stores, const StoredMessage &message) const
{
    const RowId id = stores.messages.insert(message);
    stores.changes.messages = stores.changes.queued = true;
    return id;
}

void Outbox::logBlocked(Stores &stores, const PhoneNumber &phone, const QString &reason) const
{
    const Timestamp now = m_clock.now();
    const QList<LimitStore::Subject> log{{QStringLiteral("log:blocked"), {LoggedRefusals}}};
    const LimitStore::Subject almostFull{log.constFirst().name,
                                         {{LoggedRefusals.count - 1, LoggedRefusals.window}}};
    if (stores.limits.firstFull(log, now))
        return;
    StoredMessage message;
    message.record.phone = phone;
    message.record.provider = m_settings.provider;
    message.record.state = MessageState::Blocked;
    message.record.reason = reason;
    if (stores.limits.firstFull({almostFull}, now))
        message.record.reason += QStringLiteral("; further refusals of this hour are not listed");
    message.record.createdAt = message.record.expiresAt = message.dueAt = now;
    stores.messages.insert(message);
    stores.changes.messages = true;
    stores.limits.countAll(log, now);
}

RowId Outbox::logSent(Stores &stores, const PhoneNumber &phone, const QString &text,
                      const SendOutcome &outcome) const
{
    StoredMessage message;
    message.record.phone = phone;
    message.record.provider = outcome.attempt.provider;
    message.record.state = MessageState::Sending;
    message.record.createdAt = message.record.expiresAt = message.dueAt = m_clock.now();
    message.sealed = m_sealer.seal('\n' + text.toUtf8(), contextOf(phone));
    SendOutcome logged = outcome;
    logged.id = stores.messages.insert(message);
    record(stores, {logged});
    return logged.id;
}

void Outbox::recover(Stores &stores) const
{
    const Timestamp now = m_clock.now();
    const QString keyId = QString::fromLatin1(m_sealer.keyId());
    const QString sealedWith = stores.meta(QStringLiteral("sealing_key"));
    if (sealedWith != keyId) {
        if (!sealedWith.isEmpty()) {
            stores.messages.endWaitingExcept({}, MessageState::KeyLost,
                                             QStringLiteral("the key that sealed it is lost"));
            stores.messages.eraseAllSealed();
            stores.codes.expireAllLive();
        }
        stores.setMeta(QStringLiteral("sealing_key"), keyId);
    }
    stores.messages.endWaitingExcept(m_settings.provider, MessageState::Cancelled,
                                     QStringLiteral("the gateway was changed before it could be sent"));
    stores.messages.requeueSending(now);
    stores.messages.endWaitingExpired(now);
    stores.changes.codes = stores.changes.messages = stores.changes.queued = true;
}

QList<ClaimedMessage> Outbox::due(Stores &stores, int limit) const
{
    const Timestamp now = m_clock.now();
    QList<StoredMessage> stored = stores.messages.due(now, limit);
    if (stored.size() < limit && stores.messages.endWaitingFromFuture(now + CodeStore::ClockTolerance) > 0)
        stores.changes.messages = true;
    QList<ClaimedMessage> due;
    due.reserve(stored.size());
    for (StoredMessage &message : stored) {
        const MessageRecord &record = message.record;
        stores.changes.messages = true;
        if (record.expiresAt <= now) {
            stores.messages.end(record.id, MessageState::Expired,
                                QStringLiteral("the code ran out before it could be sent"),
                                record.provider != Simulator);
            continue;
        }
        open(message);
        if (record.text.isEmpty()) {
            stores.messages.end(record.id, MessageState::KeyLost, QStringLiteral("the key that sealed it is lost"),
                                true);
            continue;
        }
        due.append({.id = record.id,
                    .phone = record.phone,
                    .text = record.text,
                    .expiresAt = record.expiresAt,
                    .attempts = message.attempts,
                    .uncertain = message.uncertain,
                    .fault = message.fault});
    }
    return due;
}

QList<ClaimedMessage> Outbox::claim(Stores &stores, int limit) const
{
    QList<ClaimedMessage> claimed = due(stores, limit);
    for (const ClaimedMessage &message : std::as_const(claimed))
        stores.messages.markSending(message.id);
    return claimed;
}

void Outbox::record(Stores &stores, const QList<SendOutcome> &outcomes) const
{
    for (const SendOutcome &outcome : outcomes) {
        stores.messages.finishAttempt({.id = outcome.id,
                                       .state = outcome.state,
                                       .reason = outcome.reason,
                                       .providerMessageId = outcome.providerMessageId,
                                       .dueAt = outcome.retryAt.value_or(m_clock.now()),
                                       .uncertain = outcome.uncertain,
                                       // The simulated phone shows its texts; a real one has them, we need not.
                                       .erase = isFinal(outcome.state) && outcome.attempt.provider != Simulator},
                                      outcome.number, outcome.attempt);
    }
    stores.changes.messages = stores.changes.messages || !outcomes.isEmpty();
}

std::optional<Timestamp> Outbox::nextDue(Stores &stores) const
{
    return stores.messages.nextDue();
}

void Outbox::open(StoredMessage &message) const
{
    if (message.sealed.isEmpty())
        return;
    const std::optional<QByteArray> plain = m_sealer.open(message.sealed, contextOf(message.record.phone));
    if (!plain)
        return;
    const qsizetype end = plain->indexOf('\n');
    message.record.code = QString::fromUtf8(plain->first(end));
    message.record.text = QString::fromUtf8(plain->sliced(end + 1));
}

} // namespace smsauth
