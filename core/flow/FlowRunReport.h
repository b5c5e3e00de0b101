// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/FlowRun.h"

#include <QJsonObject>

class QIODevice;

namespace smsauth {

/// What a person may do about the failures of a run.
enum class FlowHint {
    ResendWait, ///< numbers that asked before must wait (SMS_AUTH_RESEND_WAIT): count from another first number
    Limits,     ///< SMS_AUTH_LIMITS: limits per number, address, prefix, country
    Unreachable,
    Overloaded, ///< 503: fewer in parallel
    CodesLate,  ///< codes did not arrive within the wait: a delay or a fault of the simulated phone
    CodesWrong, ///< codes were refused: used by somebody else meanwhile, or expired
};
/// Each at most once, for the failures that there are.
QList<FlowHint> hintsFor(const FlowProgress &progress);
/// One English sentence, for reports and the command line.
QString hintText(FlowHint hint);

/// Everything but the single flows. Phone numbers are masked.
QJsonObject toJson(const FlowRunResult &result);

/// One test case a flow, in JUnit's XML; flows that were not begun are skipped ones. Written piece by piece, since
/// a large run makes tens of megabytes. False: the device took less; it knows why.
bool writeJUnit(const FlowRunResult &result, QIODevice &device);

enum class FlowReportFormat { JUnit, Json };
/// Replaces the file as a whole. Blocks on the file system. Errors: Storage (path and reason).
Result<void> saveReport(const FlowRunResult &result, const QString &file, FlowReportFormat format);

} // namespace smsauth
