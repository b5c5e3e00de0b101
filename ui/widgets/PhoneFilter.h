// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/PhoneNumber.h"

namespace smsauth {

/// What somebody typed to find a phone: a whole number, which the store can look up, or some of its digits.
struct PhoneFilter
{
    PhoneNumber exact; ///< null: not a whole number
    QString digits;    ///< empty: all phones

    static PhoneFilter parse(const QString &text);
    bool isEmpty() const { return digits.isEmpty(); }
    bool accepts(const PhoneNumber &phone) const;
    /// The text can only be meant as a phone: digits and what people write between them.
    static bool looksLikePhone(const QString &text);
};

} // namespace smsauth
