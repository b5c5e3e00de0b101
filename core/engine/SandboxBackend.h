// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/Outbox.h"
#include "core/sms/SandboxInbox.h"
#include "core/storage/StorageThread.h"

namespace smsauth {

/// What the simulated phones ask of the database. Answers run on the thread of `home` and die with it; `outbox`
/// must live as long.
SandboxInbox::Backend sandboxBackend(StorageThread &storage, StorageThread &reader, Mailbox &home,
                                     const Outbox &outbox, const Clock &clock);

} // namespace smsauth
