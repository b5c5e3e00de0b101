// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace smsauth {

/// The connection to the session bus that libsecret, QtKeychain's backend, shares with everything else of GLib in
/// the process. GLib's default is to end the process with SIGTERM when such a bus goes away
/// (g_dbus_connection_set_exit_on_close); a server must outlive the session that it was started from.
///
/// Held during a job it keeps the process alive; afterwards libsecret holds the same connection, or nobody does.
/// Belongs to the keyring thread; may block on a bus that hangs.
std::shared_ptr<void> lastingKeyringBus();

} // namespace smsauth
