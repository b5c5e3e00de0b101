// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace smsauth {

/// A file descriptor kept in reserve, so that a connection can still be taken, and refused, when the process has no
/// other left.
class SpareDescriptor
{
public:
    SpareDescriptor() { reserve(); }
    ~SpareDescriptor() { release(); }
    SpareDescriptor(const SpareDescriptor &) = delete;
    SpareDescriptor &operator=(const SpareDescriptor &) = delete;

    /// Takes one again. False when the process has none.
    bool reserve();
    /// Gives it up. False when there was none.
    bool release();

    /// The process cannot open another one.
    static bool noneLeft();

private:
    int m_descriptor = -1;
};

} // namespace smsauth
