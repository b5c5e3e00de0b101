// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/SettingsImportLiterals.h"

#include <QStringList>

namespace smsauth {

/// What a project of the library says about it, before it is understood.
struct LibrarySettings
{
    using Entry = LibraryEntry;
    std::vector<Entry> entries; ///< of SMS_AUTH_SETTINGS; a key may come again, the last one counts
    std::optional<Entry> region;
    QStringList apps; ///< texts in INSTALLED_APPS: it names the gateway as "sms_auth.providers.twilio"
};

/// text: {"SMS_AUTH_SETTINGS": {…}} or only the inner object, as JSON; or a Python file, or only its dictionary.
/// Thread-safe. Errors: Settings, with the line where there is one.
Result<LibrarySettings> readLibrarySettings(const QByteArray &text);

} // namespace smsauth
