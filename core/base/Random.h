// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace smsauth {

/// The only source of randomness in core, handed in so that tests hold the die. Thread-safe.
class Random
{
public:
    virtual ~Random() = default;
    /// A number in [0, bound), every value equally likely. bound >= 1.
    virtual quint64 below(quint64 bound) = 0;
    virtual QByteArray bytes(qsizetype count) = 0;

    /// Decimal digits, uniform over all 10^length strings, leading zeros kept. 1 <= length <= 18.
    QString digits(int length);
};

/// The operating system's cryptographic generator, through libsodium.
class SystemRandom final : public Random
{
public:
    SystemRandom();
    quint64 below(quint64 bound) override;
    QByteArray bytes(qsizetype count) override;
};

} // namespace smsauth
