// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/Records.h"

namespace smsauth {

QLatin1StringView wireName(CodeState state)
{
    switch (state) {
    case CodeState::Live:
        return QLatin1StringView("live");
    case CodeState::Used:
        return QLatin1StringView("used");
    case CodeState::Expired:
        return QLatin1StringView("expired");
    case CodeState::Superseded:
        return QLatin1StringView("superseded");
    case CodeState::Exhausted:
        return QLatin1StringView("exhausted");
    }
    Q_UNREACHABLE();
}

QLatin1StringView wireName(MessageState state)
{
    switch (state) {
    case MessageState::Queued:
        return QLatin1StringView("queued");
    case MessageState::Sending:
        return QLatin1StringView("sending");
    case MessageState::Sent:
        return QLatin1StringView("sent");
    case MessageState::Delivered:
        return QLatin1StringView("delivered");
    case MessageState::Undelivered:
        return QLatin1StringView("undelivered");
    case MessageState::Failed:
        return QLatin1StringView("failed");
    case MessageState::Expired:
        return QLatin1StringView("expired");
    case MessageState::Cancelled:
        return QLatin1StringView("cancelled");
    case MessageState::Blocked:
        return QLatin1StringView("blocked");
    case MessageState::KeyLost:
        return QLatin1StringView("key_lost");
    }
    Q_UNREACHABLE();
}

std::optional<MessageState> messageStateFromName(QStringView name)
{
    using enum MessageState;
    for (const MessageState state :
         {Queued, Sending, Sent, Delivered, Undelivered, Failed, Expired, Cancelled, Blocked, KeyLost}) {
        if (name == wireName(state))
            return state;
    }
    return std::nullopt;
}

std::optional<CodeState> codeStateFromName(QStringView name)
{
    using enum CodeState;
    for (const CodeState state : {Live, Used, Expired, Superseded, Exhausted}) {
        if (name == wireName(state))
            return state;
    }
    return std::nullopt;
}

bool isFinal(MessageState state)
{
    return state != MessageState::Queued && state != MessageState::Sending;
}

} // namespace smsauth
