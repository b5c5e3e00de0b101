// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Fault.h"

namespace smsauth {

// Rules as a person reads them. Translated.

/// "The gateway answers 503": for a list to choose from.
QString outcomeName(FaultOutcome outcome);
/// "+1 202-555-0101", "5 % of all numbers".
QString subjectText(const FaultRule &rule);
/// What happens, with status and delay.
QString effectText(const FaultEffect &effect);
/// Fixed code and limits; empty when there is nothing to say.
QString extrasText(const FaultRule &rule);

} // namespace smsauth
