// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"
#include "core/base/Random.h"
#include "core/settings/SettingsSources.h"

#include <memory>

namespace smsauth {


/// How an engine is opened.
struct EngineOptions
{
    QString profile;                 ///< folder; made when missing
    SettingsSources sources;         ///< file is filled in from the profile
    Secret passphrase;               ///< for a sealed secret file; may be empty
    QString actor;                   ///< "console", "server", "command line": for the audit trail
};

/// Admin over an engine in this process, which runs on a thread of its own (the server thread), so that opening a
/// database, probing a keyring or a busy server never holds up the caller.
///
/// Opens the profile's settings, secrets and store on the server thread; the first failure is the answer of every call
/// and of status() (state Failed). Takes no ownership of the profile: see OwnerSocket.
std::unique_ptr<Admin> openLocalAdmin(const EngineOptions &options, const Clock &clock, Random &random);

} // namespace smsauth
