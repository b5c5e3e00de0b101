// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/FlowRunner.h"

namespace smsauth {

// The requests of a flow, as an app or a test script writes them.

/// POST {path}sign-in/
Exchange signInRequest(const FlowTarget &target, const QString &phone);
/// POST {path}auth/
Exchange verifyRequest(const FlowTarget &target, const QString &phone, const QString &code);
/// GET /sandbox/messages/wait
Exchange waitRequest(const FlowTarget &target, const QString &phone);
/// POST /sandbox/reset
Exchange resetRequest(const FlowTarget &target, const QString &phone);

/// The code in the answer to waitRequest(); empty when there is none.
QString codeIn(const Exchange &answer);

} // namespace smsauth
