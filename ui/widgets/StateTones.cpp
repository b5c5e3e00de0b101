// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/StateTones.h"

namespace smsauth {

Tone toneOf(CodeState state)
{
    switch (state) {
    case CodeState::Live:
        return Tone::Accent;
    case CodeState::Used:
        return Tone::Good;
    case CodeState::Expired:
    case CodeState::Superseded:
        return Tone::Muted;
    case CodeState::Exhausted:
        return Tone::Warning;
    }
    Q_UNREACHABLE();
}

Tone toneOf(MessageState state)
{
    switch (state) {
    case MessageState::Queued:
    case MessageState::Sending:
        return Tone::Accent;
    case MessageState::Sent:
    case MessageState::Delivered:
        return Tone::Good;
    case MessageState::Undelivered:
    case MessageState::Blocked:
    case MessageState::Expired:
        return Tone::Warning;
    case MessageState::Failed:
    case MessageState::KeyLost:
        return Tone::Bad;
    case MessageState::Cancelled:
        return Tone::Muted;
    }
    Q_UNREACHABLE();
}

} // namespace smsauth
