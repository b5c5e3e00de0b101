// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/StartSettings.h"

#include "app/ProfileSession.h"
#include "core/engine/Profile.h"
#include "core/http/TlsCheck.h"
#include "core/settings/SecretChoice.h"
#include "core/sms/ProviderRegistry.h"

#include <QJsonArray>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

ProviderRegistry gatewaysOf(const QString &profile)
{
    return ProviderRegistry(Profile{profile}.providersFolder());
}

} // namespace

Result<StartSettings> StartSettings::read(const Invocation &call)
{
    SettingsSources sources = engineOptions(call, {}).sources;
    sources.file = Profile{call.profile}.settingsFile();
    const Result<LoadedSettings> loaded = loadSettings(sources);
    if (!loaded)
        return loaded.error();
    const QString gateway = loaded->settings.provider;
    // Reading every description takes a while, which the simulator does not have to wait for.
    if (loaded->settings.mode() == Mode::Live && !gatewaysOf(call.profile).find(gateway))
        return {ErrorCode::Settings, u"SMS_AUTH_PROVIDER = %1: no gateway has this id"_s.arg(gateway)};
    return StartSettings{*loaded, call.profile};
}

Result<void> StartSettings::checkFiles() const
{
    return checkTlsFiles(loaded.settings);
}

QJsonObject StartSettings::toJson() const
{
    const QStringList ignored = loaded.warnings + gatewaysOf(profile).problems();
    return {{u"settings"_s, settingsToJson(loaded.settings)}, {u"ignored"_s, QJsonArray::fromStringList(ignored)}};
}

bool StartSettings::mayNeedKeyring() const
{
    const Settings &settings = loaded.settings;
    if (settings.secrets != SecretsMode::Auto)
        return settings.secrets == SecretsMode::Keyring;
    const Result<std::optional<SecretChoice>> recorded = SecretChoice::read(profile);
    const bool stays = recorded && recorded->has_value() && settings.mode() == Mode::Simulated;
    return !stays || recorded.value()->store == SecretsMode::Keyring;
}

} // namespace smsauth
