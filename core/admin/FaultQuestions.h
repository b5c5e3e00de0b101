// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/ServerSide.h"

namespace smsauth {

// Test numbers and faults, as Admin describes them. Server thread; precondition: the engine is open.

void listFaults(ServerSide &server, Done<QList<FaultRule>> done);
void changeFault(ServerSide &server, const FaultRule &rule, Done<void> done);
void dropFault(ServerSide &server, const QString &id, Done<void> done);
void dropFaults(ServerSide &server, Done<int> done);

} // namespace smsauth
