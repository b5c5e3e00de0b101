// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/model/Fault.h"
#include "core/settings/Settings.h"

// What a rule may say, and how it is written as JSON: the same in faults.json of the profile, over HTTP and in the
// answers of the command line. Pure functions, thread-safe.

namespace smsauth {

/// Whether the rule makes sense by itself and with these settings. Errors: InvalidInput, "status: a number from 400
/// to 599 is required", naming the member.
Result<void> checkFault(const FaultRule &rule, const Settings &settings);

/// Reads one rule, strictly: members that nobody knows are refused. Members: phone or probability; outcome, status,
/// delay (seconds), code, limits, until (ISO 8601 with zone) or for (seconds from now). An id, as a list has it,
/// must be the right one. Does not look at the settings beyond the region for national numbers. Errors:
/// InvalidInput.
Result<FaultRule> faultFromJson(const JsonValue &json, const QString &region, Timestamp now);

/// One object; members that say nothing are left out.
QByteArray faultJson(const FaultRule &rule);
/// {"faults":[…]}
QByteArray faultListJson(const QList<FaultRule> &rules);

} // namespace smsauth
