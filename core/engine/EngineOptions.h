// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"
#include "core/settings/SettingsSources.h"

namespace smsauth {

/// How an engine is opened.
struct EngineOptions
{
    QString profile;         ///< folder; made when missing
    SettingsSources sources; ///< file is filled in from the profile
    Secret passphrase;       ///< for a sealed secret file; may be empty
    bool brief = false;      ///< it ends with the one command it is opened for: memory would keep nothing
    QString actor;           ///< "console", "server", "command line": for the audit trail
};

} // namespace smsauth
