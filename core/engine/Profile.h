// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace smsauth {

/// Where a profile keeps its things. The folder has mode 0700, files 0600.
struct Profile
{
    QString folder;

    QString settingsFile() const { return folder + QStringLiteral("/settings.json"); }
    QString databaseFile() const { return folder + QStringLiteral("/smsauth.db"); }
    QString providersFolder() const { return folder + QStringLiteral("/providers"); }
    QString providerConfigFile() const { return folder + QStringLiteral("/providers.json"); }
    QString ownerSocket() const;

    /// $XDG_DATA_HOME/smsauth
    static QString defaultFolder();
};

} // namespace smsauth
