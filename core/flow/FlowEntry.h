// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/PhoneNumber.h"
#include "core/flow/Exchange.h"

#include <QByteArray>
#include <QList>
#include <optional>

namespace smsauth {

struct FlowCheckReport;
struct FlowRunResult;

/// One flow, check or run that was made by hand. Holds no code, no token and no readable phone number.
struct FlowEntry
{
    enum class Kind {
        SignIn, ///< send code, verify
        Walk,   ///< both in one go
        Check,  ///< something that must be refused; `detail` is its name
        Run,    ///< many flows; `detail` says how many, at once, per second: "100 16 0"
    };

    qint64 id = 0; ///< grows; given by FlowHistory
    Timestamp at;
    Kind kind = Kind::SignIn;
    QString detail;
    bool passed = false;
    QString step; ///< where it ended: "sign_in", "code_arrival", "verify"
    int status = 0;
    QString words; ///< the server's own
    milliseconds duration{0};
    QString phone;          ///< masked
    QByteArray sealedPhone; ///< for a replay; empty: not possible

    int passedFlows = 0; ///< of a run
    int failedFlows = 0;
};

/// What came of these requests for this number. The words are freed of the number and of the code that was tried.
FlowEntry entryOf(FlowEntry::Kind kind, const PhoneNumber &phone, const QList<Exchange> &exchanges);
/// None: nothing was found out.
std::optional<FlowEntry> entryOf(const FlowCheckReport &report);
FlowEntry entryOf(const FlowRunResult &result);

} // namespace smsauth
