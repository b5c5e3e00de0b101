// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"
#include "core/settings/Settings.h"

namespace smsauth {

/// A choice of SMS_AUTH_LIMITS with values for the limits.
enum class ProtectionPreset {
    Automatic, ///< Library while simulated, Protect when live; the values stay as they are
    Library,   ///< no limits; the values stay as they are
    Protect,   ///< the default values
    Strict,    ///< tighter ones
    Own,       ///< protecting, with other values
};

ProtectionPreset presetOf(const Settings &settings);
/// Own: as they are.
void applyPreset(Settings &settings, ProtectionPreset preset);

/// What the page about protection shows of the settings: what is stored, and what a person wants instead. What they
/// have edited stays when the stored ones are read again.
class ProtectionDraft
{
public:
    void take(const SettingsView &view);
    bool isKnown() const { return !m_view.values.isEmpty(); }

    const Settings &stored() const { return m_stored; }
    const Settings &wanted() const { return m_wanted; }
    /// Values that are set from outside (environment, command line) stay as they are.
    void want(const Settings &settings);
    void revert() { m_wanted = m_stored; }

    bool isChanged() const { return !changes().isEmpty(); }
    /// In the form of Admin::applySettings(); a value that is the default is taken out of the file.
    QJsonObject changes() const;
    /// What makes settings what they are now, once such changes have been applied.
    QJsonObject undoOf(const QJsonObject &changes) const;

    /// Translated; empty: it can be changed here.
    QString readOnlyReason(const QString &key) const;

private:
    SettingsView m_view;
    Settings m_stored;
    Settings m_wanted;
};

} // namespace smsauth
