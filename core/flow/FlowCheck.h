// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/Exchange.h"

#include <span>

namespace smsauth {

/// What a server must refuse.
enum class FlowCheck { WrongCode, ExpiredCode, UsedTwice, TooSoon, BadNumber, TooManyTries };

std::span<const FlowCheck> flowChecks();
/// "wrong_code", "expired_code", …
QLatin1StringView wireName(FlowCheck check);

/// What the server is set to, on which the expectations depend.
struct FlowCheckOptions
{
    int maxTries = 5;           ///< SMS_AUTH_MAX_TRIES
    seconds codeLife{60};       ///< SMS_TIMELIFE
    bool resendMustWait = true; ///< false: SMS_AUTH_RESEND_WAIT is 0

    /// How long a check waits before it asks its question: for the expired code, until it has expired.
    milliseconds waitOf(FlowCheck check) const;
};

/// Each check has a number of its own, which it resets on the simulated phone before it begins: so it disturbs
/// neither the others nor a person.
QString phoneOf(FlowCheck check);

/// Statuses with which the server does what it should. A server with all limits may say 429 where another says 400.
QList<int> expectedStatuses(FlowCheck check, const FlowCheckOptions &options);

struct FlowCheckReport
{
    enum class Verdict {
        AsExpected,
        Otherwise,
        NotTried, ///< a step before the question failed: `answer` is what it got
        Stopped,
    };

    FlowCheck check = FlowCheck::WrongCode;
    Verdict verdict = Verdict::NotTried;
    Exchange answer; ///< the one that decided
};

} // namespace smsauth

Q_DECLARE_METATYPE(smsauth::FlowCheckReport)
