// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/StartSettings.h"

#include "app/ProfileSession.h"
#include "core/engine/Profile.h"
#include "core/settings/SecretChoice.h"
#include "core/sms/ProviderRegistry.h"

#include <QJsonArray>

namespace smsauth {

using namespace Qt::StringLiterals;

Result<StartSettings> StartSettings::read(const Invocation &call)
{
    const Profile profile{call.profile};
    SettingsSources sources = engineOptions(call, {}).sources;
    sources.file = profile.settingsFile();
    const Result<LoadedSettings> loaded = loadSettings(sources);
    if (!loaded)
        return loaded.error();
    const ProviderRegistry gateways(profile.providersFolder());
    if (!gateways.find(loaded->settings.provider))
        return {ErrorCode::Settings,
                u"SMS_AUTH_PROVIDER = %1: no gateway has this id"_s.arg(loaded->settings.provider)};
    return StartSettings{*loaded, loaded->warnings + gateways.problems()};
}

QJsonObject StartSettings::toJson() const
{
    return {{u"settings"_s, settingsToJson(loaded.settings)}, {u"ignored"_s, QJsonArray::fromStringList(ignored)}};
}

bool StartSettings::mayNeedKeyring(const QString &profile) const
{
    const Settings &settings = loaded.settings;
    if (settings.secrets != SecretsMode::Auto)
        return settings.secrets == SecretsMode::Keyring;
    const Result<std::optional<SecretChoice>> recorded = SecretChoice::read(profile);
    const bool stays = recorded && recorded->has_value() && settings.mode() == Mode::Simulated;
    return !stays || recorded.value()->store == SecretsMode::Keyring;
}

} // namespace smsauth
