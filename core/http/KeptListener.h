// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <utility>

namespace smsauth {

/// A listening socket that outlives its server: who connects meanwhile waits in the kernel for the next one. Nobody
/// is refused while settings are applied.
class KeptListener
{
public:
    KeptListener() = default;
    /// Another descriptor of this socket; invalid when the process has none left.
    explicit KeptListener(qintptr listening);
    ~KeptListener();
    KeptListener(KeptListener &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    KeptListener &operator=(KeptListener &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }

    bool isValid() const { return m_descriptor >= 0; }
    qintptr descriptor() const { return m_descriptor; }
    /// Somebody else has taken it over.
    void release() { m_descriptor = -1; }

private:
    int m_descriptor = -1;
};

} // namespace smsauth
