// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"
#include "ui/widgets/RecordDetails.h"

namespace smsauth {

/// One event for every attempt to send, with the gateway's own words.
QList<Details::Event> attemptEvents(const MessageRecord &message, Timestamp now);

} // namespace smsauth
