// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/ServerSide.h"

namespace smsauth {

// The secret store, which may be there although the profile could not be opened. Server thread. Without a store:
// the failure of the opening.

void listSecrets(ServerSide &server, Done<QList<SecretEntry>> done);
void writeSecret(ServerSide &server, const QString &name, const Secret &value, Done<void> done);
void removeSecret(ServerSide &server, const QString &name, Done<void> done);
/// Opens the profile as well if that is what it waited for.
void unlockSecrets(ServerSide &server, const Secret &passphrase, Done<void> done);
void takeOtherSecretStore(ServerSide &server, OtherSecretStore store, const Secret &passphrase, Done<void> done);

} // namespace smsauth
