// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <array>
#include <chrono>

namespace smsauth {

/// Durations counted in fixed memory (12 KB), however many there are: buckets that are never wider than 1/64 of
/// their value, as HdrHistogram has them. What is longer than Longest counts as Longest.
class LatencyHistogram
{
public:
    using microseconds = std::chrono::microseconds;
    static constexpr microseconds Longest{(1 << 28) - 1}; ///< 268 s

    void add(microseconds duration);
    void clear() { *this = {}; }

    qint64 count() const { return m_count; }
    microseconds longest() const { return m_longest; }
    /// The duration that a share q (0–1) of all does not exceed: at most 1/64 too high, 0 when there is none.
    microseconds quantile(double q) const;

private:
    static constexpr int Width = 64; ///< buckets for each doubling
    static constexpr int Buckets = Width * 23;

    static int bucketOf(qint64 value);
    static qint64 topOf(int bucket);

    std::array<quint64, Buckets> m_counts{};
    qint64 m_count = 0;
    microseconds m_longest{0};
};

} // namespace smsauth
