// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QString>

namespace smsauth {

// Times of day are those of this computer's clock and time zone. time: as in SMS_AUTH_CLEANUP_AT, not empty.

/// The first moment after `now` at which the clock shows this time. On a day on which the clock skips it, the
/// moment after the gap.
Timestamp nextTimeOfDay(const QString &time, Timestamp now);
/// The last such moment, not after `now`.
Timestamp lastTimeOfDay(const QString &time, Timestamp now);

} // namespace smsauth
