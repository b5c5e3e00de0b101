// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"

namespace smsauth {

/// What is counted within one window of a limit: it begins with the first that counts and lasts its full length.
struct LimitWindow
{
    Timestamp endsAt{};
    qint64 used = 0;

    /// It has ended, or it cannot be of this time because the wall clock was set back.
    bool isOver(Timestamp now, seconds length) const { return endsAt <= now || endsAt > now + length; }
    bool isFull(const Limit &limit) const { return used >= limit.count; }
    /// Only while it is not over.
    void count(Timestamp now, seconds length)
    {
        if (used == 0)
            endsAt = now + length;
        ++used;
    }
};

} // namespace smsauth
