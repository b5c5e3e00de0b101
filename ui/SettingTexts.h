// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/SettingsList.h"

namespace smsauth {

/// What a person reads of a setting, in their own language.
struct SettingText
{
    QString label;
    QString help;
    QString range; ///< "4 to 10"
};

/// A setting without a text of its own here has that of the list, in English.
SettingText settingText(const SettingInfo &info);
/// Whether it has one.
bool hasSettingText(const SettingInfo &info);
/// The rule of an error, "must be 4 to 10", as a sentence.
QString settingRuleText(const SettingInfo &info, const QString &rule);
/// A warning of SettingsView.
QString settingWarningText(const QString &warning);

} // namespace smsauth
