// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PhoneFilter.h"

namespace smsauth {

PhoneFilter PhoneFilter::parse(const QString &text)
{
    PhoneFilter filter;
    if (const Result<PhoneNumber> number = PhoneNumber::parse(text)) {
        filter.exact = *number;
        filter.digits = number->e164().sliced(1);
        return filter;
    }
    for (const QChar c : text) {
        if (const int digit = c.digitValue(); digit >= 0)
            filter.digits += QString::number(digit);
    }
    return filter;
}

bool PhoneFilter::accepts(const PhoneNumber &phone) const
{
    return digits.isEmpty() || (exact.isNull() ? phone.e164().contains(digits) : phone == exact);
}

bool PhoneFilter::looksLikePhone(const QString &text)
{
    bool anyDigit = false;
    for (const QChar c : text) {
        if (c.digitValue() >= 0)
            anyDigit = true;
        else if (!QStringLiteral("+-().").contains(c) && !c.isSpace())
            return false;
    }
    return anyDigit;
}

} // namespace smsauth
