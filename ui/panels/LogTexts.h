// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/model/Records.h"
#include "ui/widgets/RecordDetails.h"
#include "ui/widgets/TableModel.h"

namespace smsauth {

class StatusWatch;

enum LogColumn { LogTimeColumn, LogPhoneColumn, LogStateColumn, LogGatewayColumn, LogReasonColumn };

/// The columns of the send log, in the order of LogColumn. Both must outlive the model.
QList<TableModel<MessageRecord>::Column> logColumns(const Clock &clock, const StatusWatch &status);

/// Facts and timeline of one message.
Details logDetails(const MessageRecord &message, Mode mode, Timestamp now);

} // namespace smsauth
