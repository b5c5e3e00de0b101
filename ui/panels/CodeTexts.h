// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/model/Records.h"
#include "ui/widgets/RecordDetails.h"
#include "ui/widgets/TableModel.h"

namespace smsauth {

class StatusWatch;

enum CodeColumn { PhoneColumn, DigitsColumn, TimeColumn, TriesColumn, DeliveryColumn, CodeStateColumn };

/// The columns of the list of codes, in the order of CodeColumn. Both must outlive the model.
QList<TableModel<CodeRecord>::Column> codeColumns(const Clock &clock, const StatusWatch &status);

/// The state that the clock already knows of.
CodeState codeStateAt(const CodeRecord &record, Timestamp now);
/// The digits, or what stands for those that are hidden or over. revealed: digits that a person has asked to see.
QString codeDigits(const CodeRecord &record, Timestamp now, const QString &revealed = {});

/// Facts and timeline of one code. message: that of the code; id 0: not known. revealed: as above.
Details codeDetails(const CodeRecord &record, const MessageRecord &message, Mode mode, Timestamp now,
                    const QString &revealed);

} // namespace smsauth
