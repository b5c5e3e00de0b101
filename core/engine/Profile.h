// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

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
    QString faultsFile() const { return folder + QStringLiteral("/faults.json"); }
    /// What keeps the newest row of the audit trail (see AuditAnchor); one for each database. database: as in the
    /// settings, empty for the one in the folder.
    QString auditAnchorFile(const QString &database) const;
    /// In the folder, or, where its path is too long for a socket, under a short name in $XDG_RUNTIME_DIR or /tmp.
    QString ownerSocket() const;

    /// Makes the folders where they are missing and closes them to other users. Blocks on the file system.
    /// Errors: InvalidInput (cannot be made or written; or a shared folder such as /tmp, or the home folder).
    Result<void> prepare() const;

    /// Whether the folder is one, or may become one without being somebody's else: it is empty, or something of
    /// ours lies in it. Changes nothing.
    bool exists() const;

    /// Whether this file lies, or would lie, in the folder of a profile, this one or another: nothing that is
    /// written at a person's wish may take the place of what is there.
    static bool holds(const QString &file);

    /// $XDG_DATA_HOME/smsauth
    static QString defaultFolder();
};

} // namespace smsauth
