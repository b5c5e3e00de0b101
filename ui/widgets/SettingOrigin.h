// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace smsauth {

/// Why this setting cannot be changed in the console, translated; empty: it can. origin: as in SettingsView.
QString readOnlyReason(const QString &key, const QString &origin);

} // namespace smsauth
