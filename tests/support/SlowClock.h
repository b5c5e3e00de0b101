// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ManualClock.h"

namespace smsauth {

/// Time passes whenever somebody looks: a store that is slow.
class SlowClock final : public Clock
{
public:
    Timestamp now() const override { return ManualClock().now(); }
    milliseconds uptime() const override
    {
        m_time += step;
        return m_time;
    }
    milliseconds step{30};

private:
    mutable milliseconds m_time{0};
};

} // namespace smsauth
