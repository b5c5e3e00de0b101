// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Fault.h"

namespace smsauth {

/// What a rule is judged against before it is sent to the server, which has the last word.
struct FaultSurroundings
{
    int codeLength = 4;
    QString region;
    bool fixedCodes = true; ///< false: others can reach the server
    QList<FaultRule> rules; ///< those that there are
};

// What is wrong with a rule that a person types. Translated; empty: nothing.

/// edited: the id of the rule that this one takes the place of; empty: none.
QString shareProblem(const FaultRule &rule, const QString &edited, const FaultSurroundings &surroundings);
QString codeProblem(const FaultRule &rule, const FaultSurroundings &surroundings);
/// It would change nothing.
QString effectProblem(const FaultRule &rule);

} // namespace smsauth
