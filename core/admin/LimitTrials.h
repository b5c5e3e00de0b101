// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/AuthService.h"
#include "core/model/LimitTrial.h"

namespace smsauth {

class Engine;

/// Tries settings on the send log, a slice of it at a time, so that other questions pass between. One trial at a
/// time: a newer one ends the one under way. Server thread.
class LimitTrials
{
public:
    /// Errors: Cancelled (by a newer one), Storage.
    void start(Engine &engine, const Settings &settings, Done<LimitTrial> done);

private:
    struct Run;
    void goOn(Engine &engine, const std::shared_ptr<Run> &run);

    std::shared_ptr<Run> m_run; ///< the one under way
};

} // namespace smsauth
