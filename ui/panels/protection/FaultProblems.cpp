// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/protection/FaultProblems.h"

#include <QCoreApplication>
#include <algorithm>

namespace smsauth {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::FaultForm)
};

} // namespace

QString shareProblem(const FaultRule &rule, const QString &edited, const FaultSurroundings &surroundings)
{
    int percent = rule.probability;
    for (const FaultRule &other : surroundings.rules) {
        if (other.id() != rule.id() && other.id() != edited)
            percent += other.probability;
    }
    return percent > 100 ? Text::tr("With the other rules this comes to %1 %. 100 % is the most.").arg(percent)
                         : QString();
}

QString codeProblem(const FaultRule &rule, const FaultSurroundings &surroundings)
{
    if (rule.code.isEmpty())
        return {};
    if (!surroundings.fixedCodes)
        return Text::tr("Others can reach this server, and a fixed code would let them in.");
    const bool digits =
        std::all_of(rule.code.begin(), rule.code.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits && rule.code.size() == surroundings.codeLength
               ? QString()
               : Text::tr("A code has %Ln digit(s).", nullptr, surroundings.codeLength);
}

QString effectProblem(const FaultRule &rule)
{
    const bool changes = rule.effect != FaultEffect() || !rule.code.isEmpty() || !rule.limits;
    return changes ? QString()
                   : Text::tr("This changes nothing yet: choose a delay, a fixed code, or lift the limits.");
}

} // namespace smsauth
