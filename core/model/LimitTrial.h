// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QMap>
#include <optional>

namespace smsauth {

/// For whom a limit counts.
enum class LimitScope { Phone, Address, Prefix, Country, Global };

/// What settings would have done to the requests of the send log's last days.
struct LimitTrial
{
    static constexpr int Days = 7;
    /// The most rows that are looked at: the newest.
    static constexpr qint64 MaxRows = 1'000'000;

    qint64 requests = 0;    ///< for a code, as the log has them: accepted or refused
    qint64 blocked = 0;     ///< of those, refused by these settings: the sum of the next three
    qint64 byCountries = 0; ///< the country is not among the allowed ones
    qint64 byWait = 0;      ///< too soon after the last code of the number
    QMap<LimitScope, qint64> byLimit;
    qint64 blockedThen = 0;         ///< of `requests`, refused when they came
    qint64 notJudged = 0;           ///< not among `requests`: refused by the limit per address, which the log lacks
    std::optional<Timestamp> since; ///< of the oldest of them; none: there are no requests
};

} // namespace smsauth
