// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"
#include "ui/Theme.h"

namespace smsauth {

/// How good the news is: the colour of a state in lists and timelines.
Tone toneOf(CodeState state);
Tone toneOf(MessageState state);

} // namespace smsauth
