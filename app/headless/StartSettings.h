// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"
#include "core/settings/SettingsSources.h"

namespace smsauth {

/// What `serve` would start with, read without touching store, secrets or a running server.
struct StartSettings
{
    LoadedSettings loaded;
    QString profile;

    /// Blocks on small files; needs no QCoreApplication. Errors: Settings, Storage.
    static Result<StartSettings> read(const Invocation &call);

    /// Certificates and keys that the settings name. Needs a QCoreApplication. Errors: Settings.
    Result<void> checkFiles() const;

    /// `settings check`; "ignored" is what was passed over: unknown variables, gateway files with mistakes.
    QJsonObject toJson() const;
    /// QtKeychain needs glib's event loop, which costs a server without a keyring a tenth of its time.
    bool mayNeedKeyring() const;
};

} // namespace smsauth
