// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/LatencyHistogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace smsauth {

/// Up to Width each value has a bucket of its own; above, the first seven significant bits choose it.
int LatencyHistogram::bucketOf(qint64 value)
{
    if (value < Width)
        return int(value);
    const int shift = std::bit_width(quint64(value)) - 7;
    return Width + shift * Width + int(value >> shift) - Width;
}

qint64 LatencyHistogram::topOf(int bucket)
{
    if (bucket < Width)
        return bucket;
    const int shift = (bucket - Width) / Width;
    const qint64 significant = Width + (bucket - Width) % Width;
    return ((significant + 1) << shift) - 1;
}

void LatencyHistogram::add(microseconds duration)
{
    const microseconds kept = std::clamp(duration, microseconds(0), Longest);
    ++m_counts[size_t(bucketOf(kept.count()))];
    ++m_count;
    m_longest = std::max(m_longest, kept);
}

LatencyHistogram::microseconds LatencyHistogram::quantile(double q) const
{
    const auto wanted = std::clamp(qint64(std::ceil(q * double(m_count))), qint64(1), std::max(m_count, qint64(1)));
    qint64 seen = 0;
    for (int bucket = 0; bucket < Buckets; ++bucket) {
        seen += qint64(m_counts[size_t(bucket)]);
        if (seen >= wanted)
            return std::min(microseconds(topOf(bucket)), m_longest);
    }
    return microseconds(0);
}

} // namespace smsauth
