// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"
#include "core/base/Random.h"
#include "core/engine/EngineOptions.h"

#include <memory>

namespace smsauth {

/// Admin over an engine in this process, which runs on a thread of its own (the server thread), so that opening a
/// database, probing a keyring or a busy server never holds up the caller.
///
/// Opens the profile's settings, secrets and store on the server thread; the first failure is the answer of every
/// call and of status() (state Failed). Takes no ownership of the profile: see OwnerSocket.
std::unique_ptr<Admin> openLocalAdmin(const EngineOptions &options, const Clock &clock, Random &random);

/// The same server for what the command line asks, whoever owns the profile: the audit trail names it, not the
/// owner. Lives as long as `admin`; any other Admin is its own.
Admin &commandLineOf(Admin &admin);

} // namespace smsauth
