// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/PhoneRange.h"

#include <algorithm>

namespace smsauth {

using namespace Qt::StringLiterals;

QString PhoneRange::at(int index) const
{
    return u'+' + QString::number(m_first + quint64(index));
}

Result<PhoneRange> PhoneRange::create(const PhoneNumber &first, int count)
{
    if (count < 1 || count > Most)
        return {ErrorCode::InvalidInput, u"the number of flows must be 1 to %1"_s.arg(Most)};
    bool isNumber = false;
    const quint64 start = QStringView(first.e164()).mid(1).toULongLong(&isNumber);
    if (!isNumber)
        return {ErrorCode::InvalidPhone, u"a first phone number is needed"_s};
    const PhoneRange range(start, count);
    const auto check = [&](int index) -> Result<void> {
        const QString number = range.at(index);
        if (number.size() == first.e164().size() && PhoneNumber::parse(number))
            return {};
        return {ErrorCode::InvalidPhone,
                u"counting up from %1, number %2 (%3) is not a valid phone number"_s.arg(
                    first.masked(), QString::number(index + 1), PhoneNumber::fromStored(number).masked())};
    };
    const int step = std::max(1, count / 100);
    for (int index = 0; index < count; index += step) {
        if (const Result<void> checked = check(index); !checked)
            return checked.error();
    }
    if (const Result<void> checked = check(count - 1); !checked)
        return checked.error();
    return range;
}

} // namespace smsauth
