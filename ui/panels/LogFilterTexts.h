// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/LogFilter.h"
#include "ui/widgets/Suggestions.h"

namespace smsauth {

// The filter language of the send log, for a person.

/// Translated: what is wrong and what would be right.
QString problemText(const LogFilterProblem &problem);

/// How the word at the cursor could go on. providers: ids of the gateways.
Suggested suggestLogFilter(const QString &text, qsizetype cursor, const QStringList &providers);

/// Somebody is in the middle of typing what could still become right.
bool isBegun(const LogFilterProblem &problem, const QString &text, qsizetype cursor, const QStringList &providers);

} // namespace smsauth
