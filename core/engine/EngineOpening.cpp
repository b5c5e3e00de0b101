// SPDX-License-Identifier: GPL-3.0-or-later
// How an engine opens its profile and closes it for a while; its life is in Engine.cpp.
#include "core/engine/Engine.h"

#include "core/base/Log.h"
#include "core/engine/EngineParts.h"
#include "core/maintenance/Restore.h"

#include <QUrl>

namespace smsauth {

Result<void> Engine::open(const Secret &passphrase)
{
    m_secrets.setPassphrase(passphrase);
    const auto opened = [this]() -> Result<void> {
        if (const Result<void> prepared = m_profile.prepare(); !prepared)
            return prepared;
        Result<LoadedSettings> loaded = load();
        if (!loaded)
            return loaded.error();
        m_loaded = std::move(loaded).value();
        if (const Result<void> read = m_providerConfig.load(); !read)
            return read;
        if (const Result<void> secrets = m_secrets.open(m_loaded); !secrets)
            return secrets;
        if (!std::exchange(m_hasSwept, true)) // later there may be one of ours
            removeStaged(databaseFile());
        return openParts();
    }();
    m_failure = opened.error();
    m_state = opened ? ServerState::Stopped : ServerState::Failed;
    Q_EMIT stateChanged();
    return opened;
}

Result<void> Engine::openStorage()
{
    if (m_storage.isOpen())
        return {};
    if (const Result<void> audit = m_audit.prepare(settings().database); !audit)
        return audit;
    const auto sealTrail = [this](Stores &stores) {
        stores.audit.open(m_audit.sealing(), m_clock.now(), m_options.actor);
    };
    if (const Result<void> opened = m_storage.open(settings(), sealTrail); !opened)
        return opened;
    m_audit.noteBegun();
    return {};
}

Result<void> Engine::openParts()
{
    if (const Result<void> storage = openStorage(); !storage)
        return storage;
    Result<std::unique_ptr<EngineParts>> parts = makeParts(settings());
    if (!parts)
        return parts.error();
    m_parts = std::move(parts).value();
    m_parts->cleanup.startSchedule();
    for (const AuditRecord &record : std::exchange(m_auditForReopening, {}))
        writeAudit(record);
    return {};
}

Result<std::unique_ptr<EngineParts>> Engine::makeParts(const Settings &settings)
{
    for (const ProviderRegistry::Broken &broken : m_providers.broken()) {
        if (broken.id == settings.provider && !m_providers.find(broken.id))
            return {ErrorCode::Settings, QStringLiteral("SMS_AUTH_PROVIDER = %1: %2: %3")
                                             .arg(broken.id, m_providers.fileOf(broken.id), broken.detail)};
    }
    if (!m_providers.find(settings.provider)) {
        return {ErrorCode::Settings,
                QStringLiteral("SMS_AUTH_PROVIDER = %1: no gateway has this id").arg(settings.provider)};
    }
    return EngineParts::make({m_clock, m_random, *m_secrets.vault(), sealer(), m_storage, m_faults}, settings);
}

/// What waits is finished, and its answers, which may need the parts, are given; who asks on from there is told
/// that the database is closed.
void Engine::closeStorage()
{
    m_storage.stopThreads();
    m_home.deliver();
    m_parts.reset();
    m_storage.close();
}

Result<void> Engine::whileClosed(const std::function<Result<void>(const QString &file)> &work,
                                 const std::function<Result<void>(const QString &file)> &undo)
{
    if (const Result<void> may = mayBegin(); !may)
        return may;
    if (!hasSealer())
        return m_failure;
    if (m_storage.waitsForRestart(settings())) {
        // What is done to one file would be followed by opening the other.
        return {ErrorCode::NotAllowed,
                QStringLiteral("SMS_AUTH_DATABASE names another file by now: start the program anew first")};
    }
    const bool wasRunning = m_state == ServerState::Running;
    const std::optional<quint16> port = wasRunning ? quint16(QUrl(m_url).port()) : m_portForThisRun;
    const QString file = databaseFile();
    const milliseconds held = m_parts ? m_parts->cleanup.heldFor() : milliseconds(0);
    stop();
    closeStorage();

    Result<void> done = work(file);
    Result<void> opened = openParts();
    if (done && !opened) {
        done = opened;
        closeStorage();
        const Result<void> undone = undo(file);
        opened = undone ? openParts() : undone;
    }
    if (opened)
        m_parts->cleanup.hold(held);
    m_failure = opened.error();
    m_state = opened ? ServerState::Stopped : ServerState::Failed;
    Q_EMIT stateChanged();
    if (opened && wasRunning) {
        if (const Result<void> again = start(port); !again)
            qCWarning(lcServer) << "the server could not go on:" << again.error().detail;
    }
    Q_EMIT settingsApplied();
    return done;
}

QString Engine::databaseFile() const
{
    return m_storage.file(settings());
}

QStringList Engine::waitingForRestart() const
{
    QStringList keys;
    if (m_secrets.waitsForRestart(settings()))
        keys << QStringLiteral("SMS_AUTH_SECRETS");
    if (m_storage.waitsForRestart(settings()))
        keys << QStringLiteral("SMS_AUTH_DATABASE");
    return keys;
}

} // namespace smsauth
