// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"

namespace smsauth {

Timestamp SystemClock::now() const
{
    return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

milliseconds SystemClock::uptime() const
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace smsauth
