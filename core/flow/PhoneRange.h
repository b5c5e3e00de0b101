// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/PhoneNumber.h"

namespace smsauth {

/// Phone numbers that follow one another.
class PhoneRange
{
public:
    static constexpr int Most = 100'000;

    /// count: 1 to Most. Looks at the first, the last and about a hundred numbers between them.
    /// Errors: InvalidPhone (the detail names the number, masked), InvalidInput (count).
    static Result<PhoneRange> create(const PhoneNumber &first, int count);

    int count() const { return m_count; }
    /// E.164; 0 <= index < count().
    QString at(int index) const;

private:
    PhoneRange(quint64 first, int count)
        : m_first(first)
        , m_count(count)
    {
    }

    quint64 m_first;
    int m_count;
};

} // namespace smsauth
