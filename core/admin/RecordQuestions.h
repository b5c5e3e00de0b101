// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/ServerSide.h"

namespace smsauth {

// What has been stored, newest first. Server thread; the profile is open.

/// The digits of live codes only in simulated mode.
void listCodes(ServerSide &server, const CodeQuery &query, Done<QList<CodeRecord>> done);
/// Texts only of what the simulator has sent, and only in simulated mode.
void listMessages(ServerSide &server, const MessageQuery &query, Done<QList<MessageRecord>> done);
/// Goes on until the page is full or the end was reached, in steps that others pass between. Errors: Cancelled.
void listUsers(ServerSide &server, const UserQuery &query, Done<QList<UserRecord>> done);
/// Errors: NotAllowed (live), TimedOut.
void awaitCode(ServerSide &server, const PhoneNumber &phone, std::optional<RowId> since, milliseconds timeout,
               Done<MessageRecord> done);

} // namespace smsauth
