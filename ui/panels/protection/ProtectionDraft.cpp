// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/protection/ProtectionDraft.h"

#include "core/settings/LimitScopes.h"
#include "core/settings/SettingsList.h"
#include "ui/widgets/SettingOrigin.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

/// What the page can change.
QList<const SettingInfo *> editable()
{
    QList<const SettingInfo *> infos;
    for (const SettingInfo &info : settingsList()) {
        if (info.group == SettingGroup::Limits || info.key == "SMS_AUTH_RESEND_WAIT"_L1 ||
            info.key == "SMS_AUTH_MAX_TRIES"_L1)
            infos.append(&info);
    }
    return infos;
}

void useLimitsOf(Settings &settings, const Settings &other)
{
    for (const LimitScopeInfo &scope : limitScopes())
        settings.*scope.limits = other.*scope.limits;
}

bool sameLimits(const Settings &a, const Settings &b)
{
    const auto scopes = limitScopes();
    return std::all_of(scopes.begin(), scopes.end(),
                       [&](const LimitScopeInfo &scope) { return a.*scope.limits == b.*scope.limits; });
}

/// For an app whose users sign in a few times a week, or while an attack goes on.
Settings strict()
{
    Settings settings;
    settings.limitPhone = {{3, 1h}, {6, 24h}};
    settings.limitAddress = {{10, 1h}, {30, 24h}};
    settings.limitPrefix = {{20, 1h}};
    settings.limitCountry = {{300, 1h}};
    settings.limitGlobal = {{1000, 1h}};
    return settings;
}

} // namespace

ProtectionPreset presetOf(const Settings &settings)
{
    switch (settings.limits) {
    case LimitsMode::Auto:
        return ProtectionPreset::Automatic;
    case LimitsMode::Seed:
        return ProtectionPreset::Library;
    case LimitsMode::Protect:
        break;
    }
    if (sameLimits(settings, Settings()))
        return ProtectionPreset::Protect;
    return sameLimits(settings, strict()) ? ProtectionPreset::Strict : ProtectionPreset::Own;
}

void applyPreset(Settings &settings, ProtectionPreset preset)
{
    switch (preset) {
    case ProtectionPreset::Automatic:
        settings.limits = LimitsMode::Auto;
        return;
    case ProtectionPreset::Library:
        settings.limits = LimitsMode::Seed;
        return;
    case ProtectionPreset::Protect:
        settings.limits = LimitsMode::Protect;
        useLimitsOf(settings, Settings());
        return;
    case ProtectionPreset::Strict:
        settings.limits = LimitsMode::Protect;
        useLimitsOf(settings, strict());
        return;
    case ProtectionPreset::Own:
        settings.limits = LimitsMode::Protect;
        return;
    }
    Q_UNREACHABLE();
}

void ProtectionDraft::take(const SettingsView &view)
{
    const QJsonObject edited = isKnown() ? changes() : QJsonObject();
    m_view = view;
    m_stored = {};
    for (const SettingInfo &info : settingsList())
        (void)info.read(m_stored, view.values.value(info.key)); // it was written by the same list
    m_wanted = m_stored;
    for (const SettingInfo *info : editable()) {
        if (edited.contains(info->key) && readOnlyReason(info->key).isEmpty())
            (void)info->read(m_wanted, edited.value(info->key));
    }
}

void ProtectionDraft::want(const Settings &settings)
{
    for (const SettingInfo *info : editable()) {
        const Settings &source = readOnlyReason(info->key).isEmpty() ? settings : m_stored;
        if (const Result<void> read = info->read(m_wanted, info->write(source)); !read)
            m_wanted = settings; // not to be refused by a field's rule: those stand beside the fields
    }
}

QJsonObject ProtectionDraft::changes() const
{
    const Settings defaults;
    QJsonObject changes;
    for (const SettingInfo *info : editable()) {
        const QJsonValue value = info->write(m_wanted);
        if (value != info->write(m_stored))
            changes.insert(info->key, value == info->write(defaults) ? QJsonValue() : value);
    }
    return changes;
}

QJsonObject ProtectionDraft::undoOf(const QJsonObject &changes) const
{
    QJsonObject undo;
    for (const QString &key : changes.keys())
        undo.insert(key, m_view.origins.value(key) == "file"_L1 ? m_view.values.value(key) : QJsonValue());
    return undo;
}

QString ProtectionDraft::readOnlyReason(const QString &key) const
{
    return smsauth::readOnlyReason(key, m_view.origins.value(key));
}

} // namespace smsauth
