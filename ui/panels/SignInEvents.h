// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"
#include "ui/widgets/RecordDetails.h"

namespace smsauth {

/// What became of the codes that somebody has asked for. messages: of the send log, newest first; the events are
/// oldest first.
QList<Details::Event> signInEvents(const QList<MessageRecord> &messages, Timestamp now);

} // namespace smsauth
