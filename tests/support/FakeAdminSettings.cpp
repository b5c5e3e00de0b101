// SPDX-License-Identifier: GPL-3.0-or-later
// FakeAdmin: settings and secrets
#include "tests/support/FakeAdmin.h"

#include "core/settings/SettingsList.h"
#include "core/settings/SettingsSources.h"
#include "tests/support/FakeAdminAnswer.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace smsauth {

using namespace Qt::StringLiterals;

Admin::Answer<SettingsView> FakeAdmin::settings()
{
    return answer<SettingsView>(u"settings"_s, {}, [this] { return Result<SettingsView>(settingsNow); });
}

Admin::Answer<SettingsView> FakeAdmin::applySettings(const QJsonObject &changes)
{
    const QVariantMap arguments{{u"changes"_s, changes.toVariantMap()}};
    return answer<SettingsView>(u"applySettings"_s, arguments, [=, this]() -> Result<SettingsView> {
        Settings next;
        for (const SettingInfo &info : settingsList()) {
            const bool removed = changes.value(info.key).isNull();
            const QJsonValue value =
                changes.contains(info.key) ? changes.value(info.key) : settingsNow.values.value(info.key);
            if (removed || value.isNull())
                continue;
            if (const Result<void> good = info.read(next, value); !good)
                return good.error();
        }
        for (auto change = changes.begin(); change != changes.end(); ++change) {
            if (!findSetting(change.key()))
                return {ErrorCode::Settings, change.key() + u": there is no such setting"_s};
        }
        if (const Result<void> good = validate(next); !good)
            return good.error();
        settingsNow.values = settingsToJson(next);
        for (auto change = changes.begin(); change != changes.end(); ++change)
            settingsNow.origins.insert(change.key(), change->isNull() ? u"default"_s : u"file"_s);
        Q_EMIT changed(Topic::Settings);
        return settingsNow;
    });
}

Admin::Answer<ImportReport> FakeAdmin::importSettings(const QByteArray &text)
{
    return answer<ImportReport>(u"importSettings"_s, {{u"text"_s, text}}, [this] {
        Q_EMIT changed(Topic::Settings);
        return Result<ImportReport>(importAnswer);
    });
}

Admin::Answer<QList<SecretEntry>> FakeAdmin::secrets()
{
    return answer<QList<SecretEntry>>(u"secrets"_s, {}, [this] { return Result<QList<SecretEntry>>(secretRows); });
}

Admin::Answer<void> FakeAdmin::writeSecret(const QString &name, const Secret &value)
{
    return answer<void>(u"writeSecret"_s, {{u"name"_s, name}}, [=, this]() -> Result<void> {
        for (const SecretEntry &entry : secretRows) {
            if (entry.name == name && entry.readOnly)
                return {ErrorCode::NotAllowed, name + u" comes from the environment"_s};
        }
        if (!secretValues.contains(name))
            secretRows.append({name, statusNow.secretStore, false});
        secretValues.insert(name, value);
        Q_EMIT changed(Topic::Secrets);
        return {};
    });
}

Admin::Answer<void> FakeAdmin::removeSecret(const QString &name)
{
    return answer<void>(u"removeSecret"_s, {{u"name"_s, name}}, [=, this]() -> Result<void> {
        if (secretValues.remove(name) == 0)
            return {ErrorCode::NotFound, u"no secret "_s + name};
        secretRows.removeIf([&](const SecretEntry &entry) { return entry.name == name; });
        Q_EMIT changed(Topic::Secrets);
        return {};
    });
}

Admin::Answer<void> FakeAdmin::unlockSecrets(const Secret &given)
{
    return answer<void>(u"unlockSecrets"_s, {{u"length"_s, given.reveal().size()}}, [=, this] {
        if (!passphrase.isEmpty() && given.reveal() != passphrase)
            return Result<void>(ErrorCode::SecretsLocked, u"wrong passphrase"_s);
        statusNow.passphrase = PassphraseNeed::None;
        statusNow.warnings.removeAll(u"secrets_locked"_s);
        Q_EMIT changed(Topic::Status);
        return Result<void>();
    });
}

Admin::Answer<void> FakeAdmin::useOtherSecretStore(OtherSecretStore store, const Secret &given)
{
    const bool memory = store == OtherSecretStore::Memory;
    const QVariantMap arguments{{u"memory"_s, memory}, {u"length"_s, given.reveal().size()}};
    return answer<void>(u"useOtherSecretStore"_s, arguments, [=, this] {
        m_failures.remove(u"secrets"_s);
        statusNow.secretStore = memory ? u"memory"_s : u"file"_s;
        statusNow.warnings.removeAll(u"secrets_locked"_s);
        Q_EMIT changed(Topic::Secrets);
        Q_EMIT changed(Topic::Status);
        return Result<void>();
    });
}

} // namespace smsauth
