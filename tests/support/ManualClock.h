// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <atomic>

namespace smsauth {

/// A clock that moves only when a test moves it.
class ManualClock final : public Clock
{
public:
    Timestamp now() const override { return fromMs(m_wallMs); }
    milliseconds uptime() const override { return milliseconds(m_uptimeMs.load()); }

    void advance(milliseconds by)
    {
        m_wallMs += by.count();
        m_uptimeMs += by.count();
    }
    /// Somebody changed the wall clock.
    void jump(milliseconds by) { m_wallMs += by.count(); }

private:
    std::atomic<qint64> m_wallMs{1'767'225'600'000}; // 2026-01-01T00:00:00Z
    std::atomic<qint64> m_uptimeMs{1'000};
};

} // namespace smsauth
