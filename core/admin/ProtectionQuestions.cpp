// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/ProtectionQuestions.h"

#include "core/settings/SettingsList.h"

namespace smsauth {

namespace {

Result<Settings> changed(Settings settings, const QJsonObject &changes)
{
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        const SettingInfo *info = findSetting(change.key());
        if (!info)
            return {ErrorCode::Settings, change.key() + QStringLiteral(": there is no such setting")};
        if (const Result<void> read = info->read(settings, change.value()); !read)
            return read.error();
    }
    if (const Result<void> good = validate(settings); !good)
        return good.error();
    return settings;
}

} // namespace

void tryLimits(ServerSide &server, const QJsonObject &changes, Done<LimitTrial> done)
{
    const Result<Settings> settings = changed(server.engine().settings(), changes);
    if (!settings)
        return done(settings.error());
    server.limitTrials().start(server.engine(), *settings, std::move(done));
}

} // namespace smsauth
