// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/ServerSide.h"

namespace smsauth {

// Gateways: their fields, the one in use, and trying them. Server thread; the profile is open, save for the list.

void listGateways(ServerSide &server, Done<QList<ProviderInfo>> done);
void saveGateway(ServerSide &server, const ProviderDraft &draft, Done<void> done);
void activateGateway(ServerSide &server, const QString &id, Done<void> done);
void checkGateway(ServerSide &server, const ProviderDraft &draft, Done<QString> done);
void askGatewayBalance(ServerSide &server, const ProviderDraft &draft, Done<BalanceReply> done);
void sendTestMessage(ServerSide &server, const PhoneNumber &to, const ProviderDraft &draft, Done<TestSend> done);

} // namespace smsauth
