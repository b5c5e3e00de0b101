// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"
#include "ui/Theme.h"

namespace smsauth {

/// The colour of the lamp for a state of the server.
inline Tone lampTone(ServerState state)
{
    switch (state) {
    case ServerState::Stopped:
        return Tone::Muted;
    case ServerState::Starting:
    case ServerState::Stopping:
        return Tone::Warning;
    case ServerState::Running:
        return Tone::Good;
    case ServerState::Failed:
        return Tone::Bad;
    }
    Q_UNREACHABLE();
}

} // namespace smsauth
