// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <chrono>

namespace smsauth {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// Wall-clock time, milliseconds since 1970-01-01T00:00:00Z: what is stored and compared across restarts.
using Timestamp = std::chrono::sys_time<milliseconds>;

inline qint64 toMs(Timestamp t)
{
    return t.time_since_epoch().count();
}
inline Timestamp fromMs(qint64 ms)
{
    return Timestamp(milliseconds(ms));
}
/// "2026-01-01T09:41:07.212Z"
QString toIso(Timestamp t);

/// The only source of time in core, handed in so that tests hold it. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;
    /// Monotonic, unaffected by changes of the wall clock: for intervals and deadlines within one process.
    virtual milliseconds uptime() const = 0;
};

class SystemClock final : public Clock
{
public:
    Timestamp now() const override;
    milliseconds uptime() const override;
};

} // namespace smsauth
