// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QString>

namespace smsauth {

/// 2026-01-31T12:00:00Z
inline constexpr Timestamp FilledLogEnds{milliseconds(1'769'860'800'000)};

/// Makes a database with a send log of this many rows, in a few seconds for a million: two live gateways and a rare
/// third, every state, attempts in the gateways' own words, evenly spread over the 30 days up to `newest`. The same
/// arguments make the same rows. databasePath: must not exist, nor be in use.
///
/// Of n rows, with ids from 1 on: one in 50,000 is key_lost, one in 100,000 went to "vonage", one in 1,000 to one
/// of the ten test numbers +12025550100 to +12025550109, the others to +7926…; one in 40 has three attempts. A
/// console or server on it needs an SMS_AUTH_LOG_ROWS that large and `newest` near now, or its cleanup removes what
/// is above the limits.
void fillLog(const QString &databasePath, qint64 rows, Timestamp newest = FilledLogEnds);

} // namespace smsauth
