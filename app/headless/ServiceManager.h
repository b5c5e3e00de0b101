// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace smsauth {

/// Tells systemd how the service is ("READY=1", "STOPPING=1"); nothing when there is no $NOTIFY_SOCKET
/// (sd_notify(3)).
void tellServiceManager(const char *state);

} // namespace smsauth
