// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/SettingsSources.h"

namespace smsauth {

/// Where a profile keeps its things. Folders are made with mode 0700.
struct Profile
{
    QString folder;

    QString settingsFile() const { return folder + QStringLiteral("/settings.json"); }
    QString databaseFile() const { return folder + QStringLiteral("/smsauth.db"); }
    QString providersFolder() const { return folder + QStringLiteral("/providers"); }
    QString ownerSocket() const;

    /// $XDG_DATA_HOME/smsauth
    static QString defaultFolder();
};

} // namespace smsauth
