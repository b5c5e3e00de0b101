// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"

#include <QJsonObject>
#include <QMap>
#include <QProcessEnvironment>

namespace smsauth {

/// Where the settings of one start come from, weakest first: defaults, file, environment, overrides.
struct SettingsSources
{
    QString file; ///< settings.json of the profile; need not exist
    QProcessEnvironment environment;
    QList<QPair<QString, QString>> overrides; ///< --set KEY=VALUE, in order
};

struct LoadedSettings
{
    Settings settings;
    QStringList warnings;           ///< unknown SMS_AUTH_* variables and the like, one sentence each
    QMap<QString, QString> origins; ///< key → "default" | "file" | "environment" | "option"
};

/// Reads, merges and validates. Blocks on one small file. Errors: Settings (unknown key in the file or an override,
/// value out of range, secret in the wrong place, unsafe combination), Storage (file unreadable).
Result<LoadedSettings> loadSettings(const SettingsSources &sources);

/// Whether each override by itself may stand on a command line; also for one whose settings nobody will use.
/// Errors: Settings.
Result<void> checkOverrides(const QList<QPair<QString, QString>> &overrides);

/// Replaces the given keys in the file (null removes a key), keeps the others, validates the whole first and writes
/// atomically with mode 0600. Errors as above; the file is untouched on any error.
Result<void> saveSettings(const QString &file, const QJsonObject &changes);

/// Every key with its value, as settings.json would hold it.
QJsonObject settingsToJson(const Settings &settings);

/// What an import of the library's SMS_AUTH_SETTINGS found.
struct ImportedSettings
{
    QJsonObject settings;           ///< ready for saveSettings(); SMS_AUTH_RESPONSE is "value"
    QMap<QString, QString> secrets; ///< variable → value, for the secret store
    QString gateway;                ///< whose secrets they are; empty when the import does not tell
    QStringList ignored;            ///< keys without effect here, one "KEY: reason" each
};
/// text: JSON, or a settings.py that assigns a literal dictionary to SMS_AUTH_SETTINGS. Nothing is executed.
/// Errors: Settings, with line and reason.
Result<ImportedSettings> importSettings(const QByteArray &text);

} // namespace smsauth
