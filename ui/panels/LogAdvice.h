// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

namespace smsauth {

/// What became of a message, in a sentence, and the one thing to do about it.
struct LogAdvice
{
    enum class Action { None, SendAgain, OpenGateway, OpenSetting };

    QString sentence; ///< translated; empty: it speaks for itself
    Action action = Action::None;
    QString button;   ///< translated; empty with None
    QString argument; ///< the gateway's id or the key of the setting
};

LogAdvice adviceFor(const MessageRecord &message, Timestamp now);

} // namespace smsauth
