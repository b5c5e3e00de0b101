// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Engine.h"

#include "core/base/Log.h"
#include "core/engine/CommitNews.h"
#include "core/engine/EngineParts.h"
#include "core/engine/FaultsEnd.h"
#include "core/http/HttpServer.h"
#include "core/http/TlsCheck.h"

namespace smsauth {

Engine::Engine(EngineOptions options, const Clock &clock, Random &random)
    : m_options(std::move(options))
    , m_profile{m_options.profile}
    , m_clock(clock)
    , m_random(random)
    , m_providerConfig(m_profile.providerConfigFile())
    , m_providers(m_profile.providersFolder())
    , m_faults(m_profile.faultsFile(), clock, random)
    , m_news(new CommitNews(this))
    , m_secrets(m_profile.folder, m_options, random)
    , m_audit(m_profile, m_secrets)
    , m_storage(m_profile.databaseFile(), [news = m_news](const Changes &changes) { news->note(changes); })
{
    m_home.setParent(this); // so that it moves along to the server thread
    connect(new FaultsEnd(m_faults, clock, this), &FaultsEnd::faultsChanged, this, &Engine::faultsChanged);
    connect(m_news, &CommitNews::committed, this, [this](const Changes &changes) {
        if (changes.messages && m_parts && m_parts->sandbox)
            m_parts->sandbox->messagesChanged();
        Q_EMIT committed(changes);
    });
}

Engine::~Engine()
{
    stop();
    if (m_parts)
        m_storage.drain();
    for (const AuditRecord &record : std::as_const(m_auditForReopening))
        qCWarning(lcServer) << "not in the audit trail:" << record.action << "the database was not opened again";
}

/// The connections of a server that stops are being closed in a loop of events, and whoever asks may be one of
/// them.
Result<void> Engine::mayBegin() const
{
    if (m_state == ServerState::Stopping)
        return Error{ErrorCode::Busy, QStringLiteral("the server is stopping"), seconds(1)};
    return {};
}

Result<void> Engine::start(std::optional<quint16> port)
{
    return startOn(port, {});
}

Result<void> Engine::startOn(std::optional<quint16> port, const HeldListener &held)
{
    if (m_state == ServerState::Running)
        return {};
    if (const Result<void> may = mayBegin(); !may)
        return may;
    if (!m_parts) {
        if (const Result<void> opened = open(); !opened)
            return opened;
    }
    m_portForThisRun = port;
    m_state = ServerState::Starting;
    Q_EMIT stateChanged();

    const auto started = [this, port, &held]() -> Result<void> {
        if (const Result<void> files = checkTlsFiles(m_parts->settings); !files)
            return files;
        const auto provider = m_providers.find(m_parts->settings.provider);
        const Result<ProviderValues> values = ProviderConfig::values(
            *provider, m_providerConfig.plain(*provider, m_parts->settings), {}, *m_secrets.vault());
        if (!values)
            return values.error();
        m_parts->sender = std::make_unique<SmsSender>(m_storage.writer(), m_parts->outbox, provider, *values,
                                                      senderOptions(), m_clock, m_random);
        m_parts->http = std::make_unique<HttpServer>(
            HttpContext{.settings = m_parts->settings,
                        .auth = m_parts->auth,
                        .sandbox = m_parts->sandbox.get(),
                        .healthy = [this] { return m_storage.writer().lastCommitted(); },
                        .faults = faults(),
                        .audit =
                            [this](AuditRecord deed, std::function<void(const Result<void> &)> written) {
                                deed.at = m_clock.now();
                                deed.actor = QStringLiteral("http");
                                writeAudit(deed, m_parts->home, std::move(written));
                            }});
        const Result<QString> url = m_parts->http->listen(port, held);
        if (!url)
            return url.error();
        m_url = *url;
        startSender();
        return {};
    }();
    if (!started) {
        m_parts->http.reset();
        m_parts->sender.reset();
    }
    m_failure = started.error();
    m_state = started ? ServerState::Running : ServerState::Failed;
    Q_EMIT stateChanged();
    return started;
}

void Engine::stop()
{
    stopServing(false);
}

void Engine::stopServing(bool handOver)
{
    if (m_state != ServerState::Running) {
        if (m_state == ServerState::Failed && m_parts) {
            m_state = ServerState::Stopped;
            Q_EMIT stateChanged();
        }
        return;
    }
    m_state = ServerState::Stopping;
    Q_EMIT stateChanged();
    if (handOver)
        m_parts->http->handOver(seconds(2));
    else
        m_parts->http->close(seconds(2));
    m_parts->http.reset();
    stopSender();
    m_url.clear();
    m_state = ServerState::Stopped;
    Q_EMIT stateChanged();
}

// Before the sender claims anything: what an earlier process, or another gateway, left behind.
void Engine::recoverOutbox()
{
    m_storage.writer().submit<void>(
        m_parts->home,
        [outbox = m_parts->outbox](Stores &stores) {
            return stores.atomically([&]() -> Result<void> {
                outbox.recover(stores);
                return {};
            });
        },
        [](const Result<void> &recovered) {
            if (!recovered)
                qCWarning(lcServer) << "waiting messages could not be recovered:" << recovered.error().detail;
        });
}

void Engine::startSender()
{
    recoverOutbox();
    m_parts->sender->start();
    m_news->setSender(m_parts->sender.get());
}

void Engine::stopSender()
{
    m_news->setSender(nullptr);
    m_parts->sender->stop();
    m_parts->sender.reset();
}

void Engine::writeAudit(const AuditRecord &record)
{
    if (m_storage.takesWork())
        writeAudit(record, m_home, [](const Result<void> &) {});
    else
        m_auditForReopening.append(record);
}

void Engine::writeAudit(const AuditRecord &record, Mailbox &home, std::function<void(const Result<void> &)> written)
{
    m_storage.writer().submit<void>(
        home,
        [record](Stores &stores) {
            return stores.atomically([&]() -> Result<void> {
                stores.audit.append(record);
                return {};
            });
        },
        [action = record.action, written = std::move(written)](const Result<void> &appended) {
            if (!appended)
                qCWarning(lcServer) << "not in the audit trail:" << action << appended.error().detail;
            written(appended);
        });
}

void Engine::renewSender(const ProviderValues &values)
{
    const auto provider = m_providers.find(settings().provider);
    if (m_state != ServerState::Running || !provider)
        return;
    stopSender();
    m_parts->sender = std::make_unique<SmsSender>(m_storage.writer(), m_parts->outbox, provider, values,
                                                  senderOptions(), m_clock, m_random);
    startSender();
}

void Engine::reloadProviders()
{
    m_providers = ProviderRegistry(m_profile.providersFolder());
}

const Outbox &Engine::outbox() const
{
    return m_parts->outbox;
}

const SignIn &Engine::signIn() const
{
    return m_parts->signIn;
}

const CodeService &Engine::codes() const
{
    return m_parts->codes;
}

const TokenService &Engine::tokens() const
{
    return *m_parts->tokens;
}

Cleanup &Engine::cleanup()
{
    return m_parts->cleanup;
}

Compaction &Engine::compaction()
{
    return m_parts->compaction;
}

SandboxInbox *Engine::sandbox()
{
    return m_parts->sandbox.get();
}

FaultBook *Engine::faults()
{
    return m_parts && m_parts->sandbox ? &m_faults : nullptr;
}

SenderOptions Engine::senderOptions() const
{
    SenderOptions options;
    options.allowPrivate = settings().gatewayPrivate;
    options.extraCa = settings().gatewayCa;
    return options;
}

} // namespace smsauth
