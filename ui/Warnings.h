// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

namespace smsauth {

/// A warning of ServerStatus as a person reads it. All texts are translated.
struct Warning
{
    QString badge;       ///< two or three words for the top bar; empty: not worth a badge
    QString sentence;    ///< what it means
    QString action;      ///< what the button says; empty: nothing to do
    QString panel;       ///< where the button leads; empty with an action: it unlocks the secrets
    QString argument;    ///< what that page opens at
    bool direct = false; ///< the badge leads there, too; otherwise to the overview, where the sentence stands
};

/// The warnings that are true now, most important first. Unknown ids come through as they are.
QList<Warning> warningsOf(const ServerStatus &status);

} // namespace smsauth
