// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/ServerSide.h"

namespace smsauth {

// Server thread; settings can be asked for and changed although the profile could not be opened.

void reportSettings(ServerSide &server, Done<SettingsView> done);
void changeSettings(ServerSide &server, const QJsonObject &changes, Done<SettingsView> done);
/// The profile must be open.
void takeOverSettings(ServerSide &server, const QByteArray &text, Done<ImportReport> done);

} // namespace smsauth
