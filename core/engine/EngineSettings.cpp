// SPDX-License-Identifier: GPL-3.0-or-later
// How an engine comes to other settings while it is there.
#include "core/engine/Engine.h"

#include "core/base/Log.h"
#include "core/engine/EngineParts.h"
#include "core/http/HttpServer.h"
#include "core/http/TlsCheck.h"
#include "core/settings/SecretChoice.h"

#include <QUrl>

namespace smsauth {

namespace {

// The gateway fields that settings.json holds belong to one gateway; what the console saves lies in providers.json.
QJsonObject withoutGatewayFields(const LoadedSettings &loaded)
{
    QJsonObject changes;
    for (const char *name :
         {"SMS_AUTH_PROVIDER_LOGIN", "SMS_AUTH_PROVIDER_FROM", "SMS_AUTH_PROVIDER_URL", "SMS_AUTH_ACCOUNT_SID"}) {
        const QString key = QString::fromLatin1(name);
        if (loaded.origins.value(key) == QLatin1StringView("file"))
            changes.insert(key, QJsonValue());
    }
    return changes;
}

} // namespace

Result<LoadedSettings> Engine::load() const
{
    SettingsSources sources = m_options.sources;
    sources.file = m_profile.settingsFile();
    return loadSettings(sources);
}

Result<void> Engine::apply(const LoadedSettings &loaded)
{
    if (const Result<void> may = mayBegin(); !may)
        return may;
    const bool wasRunning = m_state == ServerState::Running;
    // Clients know the port that is in use, also when the system chose it.
    const std::optional<quint16> port = wasRunning ? quint16(QUrl(m_url).port()) : m_portForThisRun;
    // Until somebody accepts again, clients queue instead of being refused.
    HeldListener held = wasRunning ? m_parts->http->holdListener() : HeldListener();
    stopServing(true);
    m_storage.drain();

    Result<std::unique_ptr<EngineParts>> fresh = makeParts(loaded.settings);
    if (!fresh) {
        if (wasRunning) {
            if (const Result<void> again = startOn(port, held); !again)
                qCWarning(lcServer) << "the server could not go on:" << again.error().detail;
        }
        return fresh.error();
    }
    std::unique_ptr<EngineParts> oldParts = std::exchange(m_parts, std::move(fresh).value());
    const LoadedSettings oldLoaded = std::exchange(m_loaded, loaded);
    m_secrets.vault()->setProvider(m_loaded.settings.provider);
    const bool samePort =
        loaded.settings.port == oldLoaded.settings.port && loaded.settings.host == oldLoaded.settings.host;

    Result<void> started;
    if (wasRunning) {
        if (!samePort)
            held = {}; // the new address may be one that this one stands in the way of
        started = startOn(samePort ? port : std::nullopt, held);
    }
    if (!started) {
        m_parts = std::move(oldParts);
        m_loaded = oldLoaded;
        m_secrets.vault()->setProvider(m_loaded.settings.provider);
        if (const Result<void> again = startOn(port, held); !again)
            qCWarning(lcServer) << "the server could not go on:" << again.error().detail;
        return started;
    }
    m_parts->cleanup.hold(oldParts->cleanup.heldFor());
    m_parts->cleanup.startSchedule();
    Q_EMIT settingsApplied();
    return {};
}

Result<void> Engine::changeSettings(const QJsonObject &changes)
{
    const QJsonObject before = settingsToJson(m_loaded.settings);
    QJsonObject undo;
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        const bool wasInFile = m_loaded.origins.value(change.key()) == QLatin1StringView("file");
        undo.insert(change.key(), wasInFile ? before.value(change.key()) : QJsonValue());
    }
    if (const Result<void> saved = saveSettings(m_profile.settingsFile(), changes); !saved)
        return saved;
    const Result<LoadedSettings> loaded = load();
    const auto applied = [&]() -> Result<void> {
        if (!loaded)
            return loaded.error();
        if (const Result<void> files = checkTlsFiles(loaded->settings); !files)
            return files;
        return m_parts ? apply(*loaded) : open();
    }();
    if (!applied) {
        if (const Result<void> undone = saveSettings(m_profile.settingsFile(), undo); !undone)
            qCWarning(lcServer) << "settings.json could not be put back:" << undone.error().detail;
    }
    return applied;
}

Result<void> Engine::saveProviderFields(const QString &id, const QMap<QString, QString> &values)
{
    if (id != settings().provider)
        return m_providerConfig.save(id, values);
    if (const Result<void> kept = keepCurrentGatewayFields(values); !kept)
        return kept;
    const QJsonObject changes = withoutGatewayFields(m_loaded);
    const auto current = m_providers.find(id);
    if (!changes.isEmpty() || !current)
        return changeSettings(changes);
    // Nothing but the sender stands on them.
    const Result<ProviderValues> opened =
        ProviderConfig::values(*current, m_providerConfig.plain(*current, settings()), {}, *m_secrets.vault());
    if (!opened)
        return opened.error();
    renewSender(*opened);
    return {};
}

Result<void> Engine::activateProvider(const QString &id)
{
    if (const Result<void> kept = keepCurrentGatewayFields({}); !kept)
        return kept;
    QJsonObject changes = withoutGatewayFields(m_loaded);
    changes.insert(QStringLiteral("SMS_AUTH_PROVIDER"), id);
    return changeSettings(changes);
}

Result<void> Engine::keepCurrentGatewayFields(const QMap<QString, QString> &changed)
{
    const auto current = m_providers.find(settings().provider);
    if (!current)
        return {};
    QMap<QString, QString> fields = m_providerConfig.plain(*current, settings());
    for (const ProviderField &field : current->fields()) {
        if (fields.value(field.name) == field.defaultValue)
            fields.remove(field.name);
    }
    fields.insert(changed);
    return m_providerConfig.save(current->id(), fields);
}

Result<void> Engine::takeMemoryForSecrets()
{
    if (isOpen())
        return {};
    m_secrets.setMemoryForThisRun(true);
    return open();
}

Result<void> Engine::takeSealedFileForSecrets(const Secret &passphrase)
{
    if (isOpen())
        return {ErrorCode::NotAllowed,
                QStringLiteral("the profile is open with its secrets; choose the store in the "
                               "settings, for the next start")};
    const QString key = QStringLiteral("SMS_AUTH_SECRETS");
    const QString origin = m_loaded.origins.value(key);
    if (origin == QLatin1StringView("environment") || origin == QLatin1StringView("option"))
        return {ErrorCode::Settings, QStringLiteral("%1 = %2: is set by the %3, change it there")
                                         .arg(key, toText(settings().secrets), origin)};
    const QJsonValue before =
        origin == QLatin1StringView("file") ? settingsToJson(settings()).value(key) : QJsonValue();
    if (const Result<void> saved = saveSettings(m_profile.settingsFile(), {{key, QStringLiteral("file")}}); !saved)
        return saved;
    m_secrets.setMemoryForThisRun(false);
    Result<void> opened = open(passphrase);
    if (!opened) {
        if (const Result<void> undone = saveSettings(m_profile.settingsFile(), {{key, before}}); !undone)
            qCWarning(lcServer) << "settings.json could not be put back:" << undone.error().detail;
        if (Result<LoadedSettings> loaded = load(); loaded)
            m_loaded = std::move(loaded).value();
    }
    Q_EMIT settingsApplied();
    return opened;
}

} // namespace smsauth
