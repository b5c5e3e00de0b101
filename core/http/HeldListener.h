// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

namespace smsauth {

/// A copy of a listening socket. As long as it is open the system lets clients queue on it instead of refusing
/// them, although nobody accepts: what bridges one server's end and the next one's start.
class HeldListener
{
public:
    HeldListener() = default;
    /// descriptor: of a listening socket, is copied; -1 holds nothing.
    static HeldListener of(int descriptor);
    HeldListener(HeldListener &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    HeldListener &operator=(HeldListener &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~HeldListener();

    /// One more copy, for somebody who accepts; -1: nothing is held.
    int copy() const;

private:
    int m_descriptor = -1;
};

} // namespace smsauth
