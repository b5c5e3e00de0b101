// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/CheckSettings.h"

#include "app/ProfileSession.h"
#include "core/engine/Profile.h"
#include "core/sms/ProviderRegistry.h"

#include <QJsonArray>

namespace smsauth {

using namespace Qt::StringLiterals;

Result<QJsonObject> checkSettings(const Invocation &call)
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
    return QJsonObject{{u"settings"_s, settingsToJson(loaded->settings)},
                       {u"ignored"_s, QJsonArray::fromStringList(loaded->warnings + gateways.problems())}};
}

} // namespace smsauth
