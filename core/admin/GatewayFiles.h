// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/ServerSide.h"

namespace smsauth {

// Descriptions of gateways: reading, trying and keeping them. Server thread.

/// What came, went or changed in the folder since it was read last is taken in.
void noticeGatewayFiles(Engine &engine);
void readGatewayFile(ServerSide &server, const QString &id, Done<GatewayFile> done);
void previewDraftedGateway(ServerSide &server, const QByteArray &text, const GatewaySample &sample,
                           Done<GatewayPreview> done);
void testGatewayReply(ServerSide &server, const QByteArray &text, const ReplySample &reply,
                      Done<ReplyReading> done);
/// The profile must be open for the next two.
void storeGatewayFile(ServerSide &server, const QString &id, const QByteArray &text, Done<void> done);
void removeGatewayFile(ServerSide &server, const QString &id, Done<void> done);

} // namespace smsauth
