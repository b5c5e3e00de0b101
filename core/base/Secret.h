// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <memory>

namespace smsauth {

/// Bytes that must not leak: shared when copied, wiped with the last copy, not printable, not convertible.
/// Immutable and therefore safe to hand between threads.
class Secret
{
public:
    Secret() = default;
    /// Takes the bytes over and wipes the original where it is not shared.
    explicit Secret(QByteArray bytes);

    bool isEmpty() const { return !m_bytes || m_bytes->isEmpty(); }
    /// The bytes for the duration of a use. Do not keep, log or store them.
    const QByteArray &reveal() const;
    /// Constant-time comparison.
    bool operator==(const Secret &other) const;

private:
    std::shared_ptr<const QByteArray> m_bytes;
};

/// Overwrites the bytes in memory. No effect on shared copies.
void wipe(QByteArray &bytes);

/// Constant-time equality; only the lengths may be told apart by timing.
bool equalInConstantTime(const QByteArray &a, const QByteArray &b);

} // namespace smsauth
