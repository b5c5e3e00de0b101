// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/FlowRunner.h"
#include "ui/Panel.h"

namespace smsauth {

/// Where the flows of this console go, and what its server is set to.
struct ServerTarget
{
    FlowTarget target;
    QString region; ///< for national numbers
    FlowCheckOptions checks;
};

/// Asks for it; done(Result<ServerTarget>) comes later, and not when the asker is gone. Errors: NotFound (the
/// server is not running), those of the settings.
void askServerTarget(QObject *asker, const PanelContext &context,
                     std::function<void(const Result<ServerTarget> &)> done);

} // namespace smsauth
