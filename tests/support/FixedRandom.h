// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"

namespace smsauth {

/// A die that shows what the test wants: below() gives `next % bound`, bytes() a repeated, counted byte.
class FixedRandom final : public Random
{
public:
    explicit FixedRandom(quint64 first = 4321)
        : next(first)
    {
    }
    quint64 below(quint64 bound) override { return next % bound; }
    QByteArray bytes(qsizetype count) override { return QByteArray(count, char(++m_drawn)); }

    quint64 next;

private:
    quint64 m_drawn = 0;
};

} // namespace smsauth
