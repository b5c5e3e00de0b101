// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Fault.h"
#include "core/sms/SendDecision.h"

namespace smsauth {

/// What lies between the sender and the simulated phones: it delivers at once, unless a rule says otherwise (see
/// FaultRule). Messages without a rule take the short way. All functions run on the storage thread, in the
/// transaction of a visit; what they do not return does not exist before its commit.
class SimulatedNetwork
{
public:
    SimulatedNetwork(const Outbox &outbox, std::shared_ptr<const SmsProvider> provider,
                     milliseconds requestDeadline, RetryPolicy retry, const Clock &clock, Random &random);

    /// An attempt that the simulated gateway lets wait. Nobody waits for it: others are delivered meanwhile.
    struct SlowAttempt
    {
        ClaimedMessage message;
        AttemptRecord attempt;
        Verdict verdict;
        milliseconds endsAt{0}; ///< by Clock::uptime()
    };
    struct Round
    {
        bool more = false;       ///< as many as asked for were due: there may be others
        QList<SlowAttempt> slow; ///< begun; their messages are marked as being sent
        std::optional<Timestamp> nextArrival;
    };
    /// Takes up to `room` due messages, and brings to the phones what has been under way long enough.
    Round work(Stores &stores, int room) const;
    /// The end of a slow attempt. Any thread.
    SendOutcome endOf(const SlowAttempt &slow) const;

private:
    struct Reached
    {
        PhoneNumber phone;
        RowId message = 0;
    };
    Verdict accepted(const ClaimedMessage &message, Timestamp now) const;
    SendOutcome outcome(const ClaimedMessage &message, const Verdict &verdict, const AttemptRecord &attempt) const;
    AttemptRecord attemptAt(Timestamp now) const;
    std::optional<SlowAttempt> slowAttempt(const ClaimedMessage &message, const FaultEffect &effect,
                                           Timestamp now) const;
    bool hasArrivedAtOnce(Stores &stores, const ClaimedMessage &message, const FaultEffect &effect,
                          Timestamp now) const;
    std::optional<Timestamp> bringArrivals(Stores &stores, QList<Reached> reached, int room, Timestamp now) const;

    const Outbox &m_outbox;
    const std::shared_ptr<const SmsProvider> m_provider;
    const milliseconds m_requestDeadline;
    const RetryPolicy m_retry;
    const Clock &m_clock;
    Random &m_random;
};

} // namespace smsauth
