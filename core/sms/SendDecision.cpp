// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/SendDecision.h"

#include <QCryptographicHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr milliseconds leastLifeLeft{1000};

/// Queued again, or nothing when the code would not live long enough.
bool tryAgain(SendOutcome &outcome, const ClaimedMessage &message, const Verdict &verdict, Timestamp now,
              const RetryPolicy &policy, Random &random)
{
    const milliseconds wait =
        std::max<milliseconds>(policy.delay(message.attempts + 1, random), verdict.retryAfter);
    if (now + wait > message.expiresAt - leastLifeLeft)
        return false;
    outcome.state = MessageState::Queued;
    outcome.retryAt = now + wait;
    return true;
}

} // namespace

milliseconds RetryPolicy::delay(int attempts, Random &random) const
{
    milliseconds full = first;
    for (int i = 1; i < attempts && full < longest; ++i)
        full *= 2;
    full = std::clamp(full, milliseconds(1), longest);
    const milliseconds half = full / 2;
    return half + milliseconds(random.below(quint64((full - half).count()) + 1));
}

QString messageKey(const ClaimedMessage &message)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(message.id) + '|' + QByteArray::number(toMs(message.expiresAt)) + '|' +
                 message.phone.e164().toLatin1());
    const QByteArray digest = hash.result();
    QString key;
    for (int i = 0; i < 16; ++i)
        key += QLatin1Char("abcdefghijklmnopqrstuvwxyz234567"[uchar(digest[i]) % 32]);
    return key;
}

OutgoingSms outgoingSms(const ClaimedMessage &message, Timestamp now)
{
    OutgoingSms sms;
    sms.id = messageKey(message);
    sms.to = message.phone;
    sms.text = message.text;
    sms.timeToLive = std::max(seconds(1), std::chrono::floor<seconds>(message.expiresAt - now));
    return sms;
}

SendOutcome decide(const ClaimedMessage &message, const Verdict &verdict, AttemptRecord attempt, Timestamp now,
                   const RetryPolicy &policy, Random &random)
{
    using Kind = Verdict::Kind;
    SendOutcome outcome;
    outcome.id = message.id;
    outcome.number = message.attempts + 1;
    outcome.providerMessageId = verdict.messageId;
    attempt.providerCode = verdict.code;
    if (verdict.kind != Kind::Sent && verdict.kind != Kind::Delivered)
        attempt.error = verdict.error;
    outcome.attempt = std::move(attempt);

    switch (verdict.kind) {
    case Kind::Sent:
        outcome.state = MessageState::Sent;
        break;
    case Kind::Delivered:
        outcome.state = MessageState::Delivered;
        break;
    case Kind::Recipient:
    case Kind::Account:
    case Kind::Request:
        outcome.state = MessageState::Failed;
        outcome.reason = verdict.error;
        break;
    case Kind::Busy:
        if (tryAgain(outcome, message, verdict, now, policy, random))
            break;
        outcome.state = MessageState::Expired;
        outcome.reason = u"not accepted before the code ran out: "_s + verdict.error;
        break;
    case Kind::Unknown:
        outcome.uncertain = true;
        if (message.uncertain == 0 && tryAgain(outcome, message, verdict, now, policy, random))
            break;
        outcome.state = MessageState::Failed;
        outcome.reason = u"may have gone out, but the gateway did not say so: "_s + verdict.error;
        break;
    }
    return outcome;
}

} // namespace smsauth
