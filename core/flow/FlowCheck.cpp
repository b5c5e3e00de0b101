// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/FlowCheck.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace smsauth {

std::span<const FlowCheck> flowChecks()
{
    using enum FlowCheck;
    static constexpr FlowCheck all[] = {WrongCode, UsedTwice, TooSoon, BadNumber, TooManyTries, ExpiredCode};
    return all;
}

QLatin1StringView wireName(FlowCheck check)
{
    switch (check) {
    case FlowCheck::WrongCode:
        return "wrong_code"_L1;
    case FlowCheck::ExpiredCode:
        return "expired_code"_L1;
    case FlowCheck::UsedTwice:
        return "used_twice"_L1;
    case FlowCheck::TooSoon:
        return "too_soon"_L1;
    case FlowCheck::BadNumber:
        return "bad_number"_L1;
    case FlowCheck::TooManyTries:
        return "too_many_tries"_L1;
    }
    Q_UNREACHABLE();
}

milliseconds FlowCheckOptions::waitOf(FlowCheck check) const
{
    return check == FlowCheck::ExpiredCode ? milliseconds(codeLife) + 1s : milliseconds(0);
}

QString phoneOf(FlowCheck check)
{
    if (check == FlowCheck::BadNumber)
        return u"+1303"_s;
    // Numbers that nobody has: 555-0100 to 555-0199 are kept for fiction. Of another area than those that people
    // and runs count up from.
    return u"+1303555019"_s + QString::number(int(check));
}

QList<int> expectedStatuses(FlowCheck check, const FlowCheckOptions &options)
{
    switch (check) {
    case FlowCheck::TooSoon:
        return options.resendMustWait ? QList<int>{400, 429} : QList<int>{200};
    case FlowCheck::TooManyTries:
        return {400, 429};
    case FlowCheck::WrongCode:
    case FlowCheck::ExpiredCode:
    case FlowCheck::UsedTwice:
    case FlowCheck::BadNumber:
        return {400};
    }
    Q_UNREACHABLE();
}

} // namespace smsauth
