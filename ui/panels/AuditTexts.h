// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/AuditVerdict.h"

namespace smsauth {

// The audit trail in a person's words. Translated.

/// "Settings changed"; what this program does not know is shown as it was written.
QString auditActionText(const QString &action);
/// "Console", "Command line", …
QString auditActorText(const QString &actor);
/// Whom or what it was about, with what is known besides.
QString auditSubjectText(const AuditRecord &row);
/// "Row 5 was changed."
QString findingText(const AuditFinding &finding);
/// The whole verdict with its first findings, and what to do next.
QString verdictText(const AuditVerdict &verdict, Timestamp now);

} // namespace smsauth
