// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/SimulatedNetwork.h"

#include "core/sms/HttpProviderReply.h"
#include "core/storage/Stores.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

/// What a real gateway's answer of this status would mean.
Verdict errorVerdict(int status)
{
    ProviderReply reply;
    reply.status = status;
    return {defaultVerdict(reply), {}, {}, u"HTTP status %1, as a test rule wants it"_s.arg(status), seconds(0)};
}

Verdict noAnswerVerdict()
{
    ProviderReply reply;
    reply.transport = ProviderReply::Transport::NoAnswer;
    return {defaultVerdict(reply), {}, {}, u"no answer in time, as a test rule wants it"_s, seconds(0)};
}

} // namespace

SimulatedNetwork::SimulatedNetwork(const Outbox &outbox, std::shared_ptr<const SmsProvider> provider,
                                   milliseconds requestDeadline, RetryPolicy retry, const Clock &clock,
                                   Random &random)
    : m_outbox(outbox)
    , m_provider(std::move(provider))
    , m_requestDeadline(requestDeadline)
    , m_retry(retry)
    , m_clock(clock)
    , m_random(random)
{
}

SimulatedNetwork::Round SimulatedNetwork::work(Stores &stores, int room) const
{
    const QList<ClaimedMessage> due = m_outbox.due(stores, room);
    const Timestamp now = m_clock.now();
    Round round;
    round.more = due.size() == room;
    QList<SendOutcome> delivered;
    QList<Reached> reached;
    delivered.reserve(due.size());
    reached.reserve(due.size());
    for (const ClaimedMessage &message : due) {
        if (message.fault.isEmpty()) {
            delivered.append(outcome(message, accepted(message, now), attemptAt(now)));
            reached.append({message.phone, message.id});
            continue;
        }
        const FaultEffect effect = FaultEffect::fromStored(message.fault);
        if (std::optional<SlowAttempt> slow = slowAttempt(message, effect, now)) {
            stores.messages.markSending(message.id);
            round.slow.append(std::move(*slow));
        } else if (hasArrivedAtOnce(stores, message, effect, now)) {
            reached.append({message.phone, message.id});
        }
    }
    m_outbox.record(stores, delivered);
    round.nextArrival = bringArrivals(stores, std::move(reached), room, now);
    return round;
}

SendOutcome SimulatedNetwork::endOf(const SlowAttempt &slow) const
{
    return outcome(slow.message, slow.verdict, slow.attempt);
}

Verdict SimulatedNetwork::accepted(const ClaimedMessage &message, Timestamp now) const
{
    return m_provider->deliverLocally(outgoingSms(message, now)).value_or(Verdict());
}

SendOutcome SimulatedNetwork::outcome(const ClaimedMessage &message, const Verdict &verdict,
                                      const AttemptRecord &attempt) const
{
    return decide(message, verdict, attempt, m_clock.now(), m_retry, m_random);
}

AttemptRecord SimulatedNetwork::attemptAt(Timestamp now) const
{
    AttemptRecord attempt;
    attempt.at = now;
    attempt.provider = m_provider->id();
    return attempt;
}

std::optional<SimulatedNetwork::SlowAttempt>
SimulatedNetwork::slowAttempt(const ClaimedMessage &message, const FaultEffect &effect, Timestamp now) const
{
    SlowAttempt slow{message, attemptAt(now), {}, {}};
    milliseconds takes{0};
    if (effect.outcome == FaultOutcome::ProviderError) {
        slow.verdict = errorVerdict(effect.status);
        slow.attempt.status = effect.status;
        takes = effect.delay;
    } else if (effect.outcome == FaultOutcome::TimeOut) {
        slow.verdict = noAnswerVerdict();
        takes = m_requestDeadline;
    } else {
        return std::nullopt;
    }
    // No request lasts longer than its code lives.
    takes = std::min<milliseconds>(takes, message.expiresAt - now);
    slow.attempt.durationMs = int(takes.count());
    slow.endsAt = m_clock.uptime() + takes;
    return slow;
}

/// False: it was accepted, and is under way or lost.
bool SimulatedNetwork::hasArrivedAtOnce(Stores &stores, const ClaimedMessage &message, const FaultEffect &effect,
                                        Timestamp now) const
{
    // The second of two that are to come out of order passes the first one.
    const bool isHeld = effect.outcome == FaultOutcome::OutOfOrder && !stores.arrivals.holdsBack(message.phone);
    const bool isLost = effect.outcome == FaultOutcome::NeverArrives;
    const bool isDelayed = effect.outcome != FaultOutcome::OutOfOrder && effect.delay > milliseconds(0);
    const bool isThere = !isHeld && !isLost && !isDelayed;

    Verdict verdict = accepted(message, now);
    verdict.kind = isThere ? Verdict::Kind::Delivered : Verdict::Kind::Sent;
    m_outbox.record(stores, {outcome(message, verdict, attemptAt(now))});
    if (isHeld)
        stores.arrivals.setArrival(message.id,
                                   now + (effect.delay > milliseconds(0) ? effect.delay : FaultEffect::HoldBack));
    if (isDelayed)
        stores.arrivals.setArrival(message.id, now + effect.delay);
    if (isThere && effect.outcome == FaultOutcome::Duplicate)
        stores.arrivals.copyDelivered(message.id);
    return isThere;
}

std::optional<Timestamp> SimulatedNetwork::bringArrivals(Stores &stores, QList<Reached> reached, int room,
                                                         Timestamp now) const
{
    const std::optional<Timestamp> first = stores.arrivals.nextArrival();
    if (!first)
        return std::nullopt;
    if (*first <= now) {
        for (const StoredMessage &message : stores.arrivals.arriving(now, std::max(1, room))) {
            const RowId id = stores.arrivals.arrive(message.record.id);
            if (FaultEffect::fromStored(message.fault).outcome == FaultOutcome::Duplicate)
                stores.arrivals.copyDelivered(id);
            reached.append({message.record.phone, id});
            stores.changes.messages = stores.changes.codes = true;
        }
    }
    // With the next visit, so that whoever looks in between sees the order.
    for (const Reached &each : std::as_const(reached))
        stores.arrivals.releaseHeld(each.phone, each.message, now);
    return stores.arrivals.nextArrival();
}

} // namespace smsauth
