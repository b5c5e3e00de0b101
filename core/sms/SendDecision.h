// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/sms/Outbox.h"
#include "core/sms/SmsProvider.h"

namespace smsauth {

/// How long to wait before the next attempt: doubles with every one, up to `longest`, and lies somewhere between
/// half of that and all of it, so that messages which failed together do not come back together.
struct RetryPolicy
{
    milliseconds first{500};
    milliseconds longest{15000};

    /// attempts: made so far, the one that has just failed included; >= 1.
    milliseconds delay(int attempts, Random &random) const;
};

/// The message as the gateway gets it.
OutgoingSms outgoingSms(const ClaimedMessage &message, Timestamp now);

/// Our id of a message for the gateway, 16 characters of a–z and 2–7: the same for every attempt and after a
/// restart, another one in every other database that uses the same account. Says nothing about the text.
QString messageKey(const ClaimedMessage &message);

/// What a verdict means for the message. The attempt's provider, time, status and duration are the caller's; code
/// and error are filled in here. Nothing is tried again when less than a second of the code's life would be left.
SendOutcome decide(const ClaimedMessage &message, const Verdict &verdict, AttemptRecord attempt, Timestamp now,
                   const RetryPolicy &policy, Random &random);

} // namespace smsauth
