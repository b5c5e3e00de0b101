// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"

#include <QJsonValue>
#include <functional>
#include <span>

namespace smsauth {

enum class SettingGroup { Codes, Messages, Users, Gateway, Server, Limits, Tokens, Secrets, Upkeep };

/// One setting as every surface shows it. File, environment, --set, help, the settings page, the table in the
/// README and the tests all walk settingsList().
struct SettingInfo
{
    enum class Kind { Text, Number, Switch, Choice, List, Path };

    QLatin1StringView key; ///< "SMS_AUTH_CODE_LEN"
    SettingGroup group;
    Kind kind;
    QLatin1StringView label; ///< short English name for a form: "Code length"
    QLatin1StringView help;  ///< one English sentence with unit and effect
    QLatin1StringView range; ///< "4–10", "object | value | user"; empty: any text
    QStringList choices;     ///< for Kind::Choice
    /// Reads a JSON value or the text of a file, variable or option into the struct. Errors: Settings, with
    /// "KEY = value: rule" as detail.
    std::function<Result<void>(Settings &, const QJsonValue &)> read;
    /// The current value, in the form that read() takes. Null when unset.
    std::function<QJsonValue(const Settings &)> write;
};

/// All settings, in the order of documentation and pages. Built once; immutable afterwards; thread-safe.
std::span<const SettingInfo> settingsList();
const SettingInfo *findSetting(QStringView key);

/// Keys of secrets, which are never settings: refused in settings.json and on the command line, read from the
/// environment. Maps the setting's key ("SMS_AUTH_PROVIDER_PASSWORD") to the variable of the gateway ("password").
struct SecretKey
{
    QLatin1StringView key;
    QLatin1StringView variable;
};
std::span<const SecretKey> secretKeys();

/// Rules over several values: unsafe combinations, names that must exist. Run after all sources are read.
/// Errors: Settings, detail in the same form.
Result<void> validate(const Settings &settings);

} // namespace smsauth
