// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/SettingsQuestions.h"

namespace smsauth {

namespace {

SettingsView viewOf(const Engine &engine)
{
    const LoadedSettings &loaded = engine.loaded();
    SettingsView view{settingsToJson(loaded.settings), loaded.origins, loaded.warnings};
    for (const QString &key : engine.waitingForRestart())
        view.warnings.append(key + QStringLiteral(" takes effect when the program starts again."));
    return view;
}

} // namespace

void reportSettings(ServerSide &server, Done<SettingsView> done)
{
    Engine &engine = server.engine();
    if (engine.loaded().origins.isEmpty()) // nothing could be read: the defaults would be a lie
        return done(engine.failure());
    done(viewOf(engine));
}

void changeSettings(ServerSide &server, const QJsonObject &changes, Done<SettingsView> done)
{
    Engine &engine = server.engine();
    if (const Result<void> changed = engine.changeSettings(changes); !changed)
        return done(changed.error());
    if (engine.isOpen())
        server.writeAudit(QStringLiteral("settings.changed"), changes.keys().join(u' '));
    done(viewOf(engine));
}

void takeOverSettings(ServerSide &server, const QByteArray &text, Done<ImportReport> done)
{
    Engine &engine = server.engine();
    Result<ImportedSettings> imported = smsauth::importSettings(text);
    if (!imported)
        return done(imported.error());
    const QString owner = imported->gateway.isEmpty() ? engine.settings().provider : imported->gateway;
    const auto ignoreSecret = [&imported](const QString &reason) {
        imported->ignored.append(QStringLiteral("SMS_AUTH_PROVIDER_PASSWORD: ") + reason);
    };
    const bool lost = engine.options().brief && !engine.vault()->survivesRestart();
    QMap<QString, Secret> secrets;
    for (auto secret = imported->secrets.begin(); secret != imported->secrets.end(); ++secret) {
        if (owner == QLatin1StringView("sandbox"))
            ignoreSecret(QStringLiteral("no gateway is named whose secret it is; store it with 'secret set "
                                        "GATEWAY.%1'")
                             .arg(secret.key()));
        else if (lost)
            ignoreSecret(
                QStringLiteral("this profile keeps its secrets in the memory of its server, and none runs; "
                               "store it later with 'secret set %1.%2'")
                    .arg(owner, secret.key()));
        else
            secrets.insert(owner + u'.' + secret.key(), Secret(secret->toUtf8()));
    }
    // Secrets first: a gateway that becomes active without its password would only fail.
    server.inBackground<void>(
        [secrets, vault = engine.vault()]() -> Result<void> {
            for (auto secret = secrets.begin(); secret != secrets.end(); ++secret) {
                if (const Result<void> written = vault->write(secret.key(), *secret); !written)
                    return written;
            }
            return {};
        },
        [&server, &engine, imported = *imported, secrets, done](const Result<void> &written) {
            if (!written)
                return done(written.error());
            if (const Result<void> changed = engine.changeSettings(imported.settings); !changed)
                return done(changed.error());
            server.writeAudit(QStringLiteral("settings.imported"), imported.settings.keys().join(u' '));
            done(ImportReport{imported.settings, secrets.keys(), imported.ignored});
        });
}

} // namespace smsauth
