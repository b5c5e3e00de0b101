// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/model/Records.h"

#include <algorithm>

namespace smsauth {

/// How many ids a search compares at once: few enough that it can end in time, more where rows are compared
/// quickly.
class SearchPace
{
public:
    RowId window() const { return m_window; }
    void tookFor(milliseconds time)
    {
        if (time < QuickStep)
            m_window = std::min(m_window * 4, Largest);
        else if (time > SlowStep)
            m_window = std::max(Least, m_window / 2);
    }

private:
    static constexpr RowId Least = 512;
    static constexpr RowId Largest = RowId(1) << 40;
    static constexpr milliseconds QuickStep{6};
    static constexpr milliseconds SlowStep{25};

    RowId m_window = 4096;
};

} // namespace smsauth
