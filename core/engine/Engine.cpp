// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Engine.h"

#include "core/base/Log.h"
#include "core/http/HttpServer.h"
#include "core/http/TlsCheck.h"
#include "core/maintenance/Backup.h"
#include "core/settings/SecretChoice.h"
#include "core/storage/DatabaseFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QUrl>
#include <algorithm>

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

/// A secret with a line for each database whose audit trail is sealed.
const QString AuditChains = QStringLiteral("audit_chain");

QByteArray nameInChains(const QString &database)
{
    return database.isEmpty() ? QByteArray("default") : "file:" + database.toUtf8().toPercentEncoding("/");
}

} // namespace

/// Everything that is made from one set of settings, in the order of its making; destroyed in the reverse order.
struct Engine::Parts
{
    Parts(Engine &engine, const Settings &s, std::unique_ptr<TokenService> t)
        : settings(s)
        , tokens(std::move(t))
        , codes(settings, engine.m_clock, engine.m_random, *engine.m_sealer)
        , limits(settings, engine.m_clock)
        , outbox(settings, engine.m_clock, *engine.m_sealer)
        , signIn(settings, engine.m_clock, codes, limits, outbox,
                 s.mode() == Mode::Simulated ? &engine.m_faults : nullptr)
        , auth(engine.m_storage, signIn, *tokens, home)
        , cleanup(engine.m_storage, engine.m_reader, home, settings, engine.m_clock, engine.m_checkpointer.get())
        , compaction(engine.m_storage, home, engine.m_checkpointer.get())
    {
    }

    const Settings settings;
    Mailbox home; ///< answers on their way to these parts die with them
    std::unique_ptr<TokenService> tokens;
    CodeService codes;
    RateLimiter limits;
    Outbox outbox;
    SignIn signIn;
    AuthService auth;
    Cleanup cleanup;
    Compaction compaction;
    std::unique_ptr<SandboxInbox> sandbox; ///< only in simulated mode
    std::unique_ptr<SmsSender> sender;     ///< only while running
    std::unique_ptr<HttpServer> http;      ///< only while running
};

Engine::Engine(EngineOptions options, const Clock &clock, Random &random)
    : m_options(std::move(options))
    , m_passphrase(m_options.passphrase)
    , m_profile{m_options.profile}
    , m_clock(clock)
    , m_random(random)
    , m_providerConfig(m_profile.providerConfigFile())
    , m_providers(m_profile.providersFolder())
    , m_faults(m_profile.faultsFile(), clock, random)
{
    // So that they move along to the server thread.
    m_home.setParent(this);
    m_faultsEnd.setParent(this);
    watchFaults();
}

Engine::~Engine()
{
    stop();
    if (m_parts) {
        m_storage.drain();
        m_reader.drain();
    }
}

Result<void> Engine::open(const Secret &passphrase)
{
    if (!passphrase.isEmpty())
        m_passphrase = passphrase;
    const auto opened = [this]() -> Result<void> {
        if (const Result<void> prepared = m_profile.prepare(); !prepared)
            return prepared;
        Result<LoadedSettings> loaded = load();
        if (!loaded)
            return loaded.error();
        m_loaded = std::move(loaded).value();
        if (const Result<void> read = m_providerConfig.load(); !read)
            return read;
        if (const Result<void> secrets = openSecrets(); !secrets)
            return secrets;
        removeStaged(databaseFile());
        return openParts();
    }();
    m_failure = opened.error();
    m_state = opened ? ServerState::Stopped : ServerState::Failed;
    Q_EMIT stateChanged();
    return opened;
}

Result<void> Engine::openSecrets()
{
    // A store that never opened gives way to another one; whoever still waits for an answer of it gets that.
    const SecretsMode wanted = m_memoryForThisRun ? SecretsMode::Memory : m_loaded.settings.secrets;
    if (m_vault && !m_sealer && wanted != m_openedWith.secrets)
        m_formerVaults.push_back(std::move(m_vault));
    if (!m_vault) {
        m_openedWith.secrets = wanted;
        auto vault = m_memoryForThisRun
                         ? SecretVault::openInMemory(m_loaded.settings, m_options.sources.environment, m_random)
                         : SecretVault::open(m_profile.folder, m_loaded.settings, m_options.sources.environment,
                                             m_random, m_passphrase);
        if (!vault)
            return vault.error();
        m_vault = std::move(vault).value();
    }
    m_vault->setProvider(m_loaded.settings.provider);
    if (!m_sealer) {
        const Result<Secret> key = m_vault->readOrCreateKey(QStringLiteral("sealing_key"), Sealer::KeySize);
        if (!key && key.error().code == ErrorCode::SecretsUnavailable) {
            return {ErrorCode::SecretsUnavailable,
                    QStringLiteral("%1; this profile keeps its keys in the %2 (SMS_AUTH_SECRETS)")
                        .arg(key.error().detail, m_vault->kind())};
        }
        if (!key)
            return key.error();
        if (key->reveal().size() != Sealer::KeySize)
            return {ErrorCode::SecretsUnavailable, QStringLiteral("the sealing key has a wrong size")};
        m_sealer = std::make_unique<Sealer>(*key, m_random);
    }
    return {};
}

Result<void> Engine::openStorage()
{
    if (m_checkpointer)
        return {};
    m_openedWith.database = m_loaded.settings.database;
    const Result<AuditSealing> audit = auditSealing();
    if (!audit)
        return audit.error();
    m_audit = *audit;
    const QString file = databaseFile();
    if (const Result<void> usable = checkDatabaseFile(file); !usable) {
        if (m_loaded.settings.database.isEmpty())
            return usable;
        return {ErrorCode::Settings,
                QStringLiteral("SMS_AUTH_DATABASE = %1: must be the path of a database file, or "
                               "of none that is there yet; %2")
                    .arg(file, usable.error().detail)};
    }
    m_storage.afterCommit([this](const Changes &changes) { noteCommit(changes); });
    const auto open = [file](Database::Access access) {
        return [file, access] { return std::make_unique<Stores>(file, access); };
    };
    const auto openWriter = [this, file] {
        auto stores = std::make_unique<Stores>(file, Database::Access::Write);
        stores->audit.open(m_audit, m_clock.now(), m_options.actor);
        return stores;
    };
    if (const Result<void> writer = m_storage.start(openWriter); !writer)
        return writer;
    if (const Result<void> reader = m_reader.start(open(Database::Access::Read)); !reader) {
        m_storage.stop();
        return reader;
    }
    m_checkpointer = std::make_unique<Checkpointer>(file);
    noteAuditChain();
    return {};
}

// Which databases have a chain, the secret store says: whoever can write only files cannot make one look as if it
// had not begun yet. A key that lies in memory ends with the process, and so does its chain.
Result<AuditSealing> Engine::auditSealing()
{
    const QString &database = m_openedWith.database;
    AuditSealing sealing;
    sealing.chain = std::make_shared<AuditChain>(Secret(m_sealer->digest("smsauth audit chain key 1")));
    // The anchor of the keys that are not to be had just now stays as it is.
    sealing.anchor = {m_memoryForThisRun ? QString() : m_profile.auditAnchorFile(database), database,
                      sealing.chain};
    sealing.atOnce = m_vault->survivesRestart();
    const Result<Secret> begun = m_vault->read(AuditChains);
    if (!begun && begun.error().code != ErrorCode::NotFound)
        return begun.error();
    sealing.hasBegun = begun && begun->reveal().split('\n').contains(nameInChains(database));
    return sealing;
}

void Engine::noteAuditChain()
{
    if (m_audit.hasBegun || !m_audit.atOnce || !QFile::exists(m_profile.auditAnchorFile(m_openedWith.database)))
        return;
    const Result<Secret> before = m_vault->read(AuditChains);
    QByteArray databases = before ? before->reveal() : QByteArray("chains");
    databases += '\n' + nameInChains(m_openedWith.database);
    const Result<void> noted = m_vault->write(AuditChains, Secret(databases));
    m_audit.hasBegun = noted.ok();
    if (!noted)
        qCWarning(lcServer) << "the secret store does not say that the audit trail is sealed:"
                            << noted.error().detail;
}

Result<void> Engine::anchorRestored(const AuditLink &newest)
{
    const AuditAnchor::Found found = m_audit.anchor.read();
    return found.state == AuditAnchor::State::Sound ? m_audit.anchor.write(found.newest, newest)
                                                    : m_audit.anchor.write(newest);
}

void Engine::writeAudit(const AuditRecord &record)
{
    writeAudit(record, m_home, [] {});
}

void Engine::writeAudit(const AuditRecord &record, Mailbox &home, std::function<void()> written)
{
    m_storage.submit<void>(
        home,
        [record](Stores &stores) {
            return stores.atomically([&]() -> Result<void> {
                stores.audit.append(record);
                return {};
            });
        },
        [written = std::move(written)](const Result<void> &) { written(); });
}

void Engine::closeStorage()
{
    m_parts.reset();
    m_storage.stop();
    m_reader.stop();
    m_checkpointer.reset();
}

Result<void> Engine::openParts()
{
    if (const Result<void> storage = openStorage(); !storage)
        return storage;
    Result<std::unique_ptr<Parts>> parts = makeParts(m_loaded.settings);
    if (!parts)
        return parts.error();
    m_parts = std::move(parts).value();
    m_parts->cleanup.startSchedule();
    return {};
}

QString Engine::databaseFile() const
{
    const QString &set = m_checkpointer ? m_openedWith.database : m_loaded.settings.database;
    return set.isEmpty() ? m_profile.databaseFile() : set;
}

Result<void> Engine::whileClosed(const std::function<Result<void>(const QString &file)> &work,
                                 const std::function<Result<void>(const QString &file)> &undo)
{
    if (m_state == ServerState::Stopping)
        return Error{ErrorCode::Busy, QStringLiteral("the server is stopping"), seconds(1)};
    if (!m_sealer)
        return m_failure;
    const bool wasRunning = m_state == ServerState::Running;
    const std::optional<quint16> port = wasRunning ? quint16(QUrl(m_url).port()) : m_portForThisRun;
    const QString file = databaseFile();
    stop();
    if (m_parts) {
        m_storage.drain();
        m_reader.drain();
        // Answers that are on their way may need the parts.
        QCoreApplication::sendPostedEvents(&m_home, QEvent::MetaCall);
    }
    closeStorage();

    Result<void> done = work(file);
    Result<void> opened = openParts();
    if (done && !opened) {
        done = opened;
        closeStorage();
        const Result<void> undone = undo(file);
        opened = undone ? openParts() : undone;
    }
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

Result<Secret> Engine::tokenKey(TokenAlgorithm algorithm)
{
    // An HMAC key may be set by hand ("secret set token_key"); a signing key has a form of its own and another
    // name.
    if (algorithm == TokenAlgorithm::HS256)
        return m_vault->readOrCreateKey(QStringLiteral("token_key"), 32);
    const QString name = QStringLiteral("token_signing_key");
    Result<Secret> stored = m_vault->read(name);
    if (stored || stored.error().code != ErrorCode::NotFound)
        return stored;
    const Secret made = TokenService::makeKey(algorithm, m_random);
    if (const Result<void> written = m_vault->write(name, made); !written)
        return written.error();
    return made;
}

Result<std::unique_ptr<Engine::Parts>> Engine::makeParts(const Settings &settings)
{
    if (!m_providers.find(settings.provider)) {
        return {ErrorCode::Settings,
                QStringLiteral("SMS_AUTH_PROVIDER = %1: no gateway has this id").arg(settings.provider)};
    }
    // Tests that run without their faults would say that all is well.
    if (const Result<void> faults = settings.mode() == Mode::Simulated ? m_faults.load(settings) : Result<void>();
        !faults)
        return faults.error();
    const Result<Secret> key = tokenKey(settings.tokenAlgorithm);
    if (!key)
        return key.error();
    Result<std::unique_ptr<TokenService>> tokens = TokenService::create(settings, *key, m_clock, m_random);
    if (!tokens)
        return tokens.error();

    auto parts = std::make_unique<Parts>(*this, settings, std::move(tokens).value());
    if (settings.mode() == Mode::Simulated)
        parts->sandbox = std::make_unique<SandboxInbox>(sandboxBackend(parts->home));
    return parts;
}

Result<void> Engine::start(std::optional<quint16> port)
{
    return startOn(port, {});
}

Result<void> Engine::startOn(std::optional<quint16> port, const HeldListener &held)
{
    if (m_state == ServerState::Running)
        return {};
    // Its connections are being closed in a loop of events, and this may be one of them.
    if (m_state == ServerState::Stopping)
        return Error{ErrorCode::Busy, QStringLiteral("the server is stopping"), seconds(1)};
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
        const Result<ProviderValues> values =
            ProviderConfig::values(*provider, m_providerConfig.plain(*provider, m_parts->settings), {}, *m_vault);
        if (!values)
            return values.error();
        m_parts->sender = std::make_unique<SmsSender>(m_storage, m_parts->outbox, provider, *values,
                                                      senderOptions(), m_clock, m_random);
        m_parts->http =
            std::make_unique<HttpServer>(HttpContext{.settings = m_parts->settings,
                                                     .auth = m_parts->auth,
                                                     .sandbox = m_parts->sandbox.get(),
                                                     .healthy = [this] { return m_storage.lastCommitted(); },
                                                     .faults = faults(),
                                                     .audit =
                                                         [this](AuditRecord deed, std::function<void()> written) {
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

Result<void> Engine::apply(const LoadedSettings &loaded)
{
    // Its connections are being closed in a loop of events, and this may be one of them.
    if (m_state == ServerState::Stopping)
        return Error{ErrorCode::Busy, QStringLiteral("the server is stopping"), seconds(1)};
    const bool wasRunning = m_state == ServerState::Running;
    // Clients know the port that is in use, also when the system chose it.
    const std::optional<quint16> port = wasRunning ? quint16(QUrl(m_url).port()) : m_portForThisRun;
    // Until somebody accepts again, clients queue instead of being refused.
    HeldListener held = wasRunning ? m_parts->http->holdListener() : HeldListener();
    stopServing(true);
    m_storage.drain();
    m_reader.drain();

    Result<std::unique_ptr<Parts>> fresh = makeParts(loaded.settings);
    if (!fresh) {
        if (wasRunning) {
            if (const Result<void> again = startOn(port, held); !again)
                qCWarning(lcServer) << "the server could not go on:" << again.error().detail;
        }
        return fresh.error();
    }
    std::unique_ptr<Parts> oldParts = std::exchange(m_parts, std::move(fresh).value());
    const LoadedSettings oldLoaded = std::exchange(m_loaded, loaded);
    m_vault->setProvider(m_loaded.settings.provider);
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
        m_vault->setProvider(m_loaded.settings.provider);
        if (const Result<void> again = startOn(port, held); !again)
            qCWarning(lcServer) << "the server could not go on:" << again.error().detail;
        return started;
    }
    m_parts->cleanup.hold(oldParts->cleanup.heldFor());
    m_parts->cleanup.startSchedule();
    Q_EMIT settingsApplied();
    return {};
}

Result<LoadedSettings> Engine::load() const
{
    SettingsSources sources = m_options.sources;
    sources.file = m_profile.settingsFile();
    return loadSettings(sources);
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
        ProviderConfig::values(*current, m_providerConfig.plain(*current, settings()), {}, *m_vault);
    if (!opened)
        return opened.error();
    renewSender(*opened);
    return {};
}

void Engine::reloadProviders()
{
    m_providers = ProviderRegistry(m_profile.providersFolder());
}

void Engine::renewSender(const ProviderValues &values)
{
    const auto provider = m_providers.find(settings().provider);
    if (m_state != ServerState::Running || !provider)
        return;
    stopSender();
    m_parts->sender = std::make_unique<SmsSender>(m_storage, m_parts->outbox, provider, values, senderOptions(),
                                                  m_clock, m_random);
    startSender();
}

Result<void> Engine::takeMemoryForSecrets()
{
    if (isOpen())
        return {};
    m_memoryForThisRun = true;
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
    m_memoryForThisRun = false;
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

// Before the sender claims anything: what an earlier process, or another gateway, left behind.
void Engine::recoverOutbox()
{
    m_storage.submit<void>(
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
    const std::lock_guard lock(m_commitMutex);
    m_sender = m_parts->sender.get();
    m_sender->wake();
}

void Engine::stopSender()
{
    {
        const std::lock_guard lock(m_commitMutex);
        m_sender = nullptr;
    }
    m_parts->sender->stop();
    m_parts->sender.reset();
}

// Storage thread.
void Engine::noteCommit(const Changes &changes)
{
    bool tell = false;
    {
        const std::lock_guard lock(m_commitMutex);
        if (changes.queued && m_sender)
            m_sender->wake();
        m_uncommunicated.codes |= changes.codes;
        m_uncommunicated.messages |= changes.messages;
        m_uncommunicated.users |= changes.users;
        m_uncommunicated.audit |= changes.audit;
        tell = !std::exchange(m_tellQueued, true);
    }
    if (tell)
        QMetaObject::invokeMethod(
            this, [this] { tellCommitted(); }, Qt::QueuedConnection);
}

void Engine::tellCommitted()
{
    Changes changes;
    {
        const std::lock_guard lock(m_commitMutex);
        changes = std::exchange(m_uncommunicated, {});
        m_tellQueued = false;
    }
    if (changes.messages && m_parts && m_parts->sandbox)
        m_parts->sandbox->messagesChanged();
    Q_EMIT committed(changes);
}

SandboxInbox::Backend Engine::sandboxBackend(Mailbox &home)
{
    const auto opened = [this](QList<StoredMessage> stored) {
        QList<MessageRecord> records;
        for (StoredMessage &message : stored) {
            outbox().open(message);
            records.append(message.record);
        }
        return records;
    };
    using Messages = QList<MessageRecord>;
    using Stored = QList<StoredMessage>;
    const auto answer = [opened](SandboxInbox::Done<Messages> done) {
        return [opened, done = std::move(done)](const Result<Stored> &stored) {
            done(stored ? Result<Messages>(opened(*stored)) : Result<Messages>(stored.error()));
        };
    };
    return {
        .messages =
            [this, &home, answer](const PhoneNumber &phone, RowId after, int limit,
                                  SandboxInbox::Done<Messages> done) {
                m_reader.submit<Stored>(
                    home,
                    [phone, after, limit](Stores &stores) -> Result<Stored> {
                        return stores.messages.list({.phone = phone,
                                                     .states = {},
                                                     .provider = QStringLiteral("sandbox"),
                                                     .before = 0,
                                                     .after = after,
                                                     .limit = limit});
                    },
                    answer(std::move(done)));
            },
        .liveMessages =
            [this, &home, answer](const PhoneNumber &phone, SandboxInbox::Done<Messages> done) {
                m_reader.submit<Stored>(
                    home,
                    [this, phone](Stores &stores) -> Result<Stored> {
                        return stores.messages.withLiveCode(phone, m_clock.now(), 1);
                    },
                    answer(std::move(done)));
            },
        .removeMessages =
            [this, &home](const PhoneNumber &phone, SandboxInbox::Done<qint64> done) {
                m_storage.submit<qint64>(
                    home,
                    [phone](Stores &stores) {
                        return stores.atomically([&]() -> Result<qint64> {
                            stores.changes.messages = true;
                            return stores.messages.removeOf(phone, QStringLiteral("sandbox"));
                        });
                    },
                    std::move(done));
            },
        .reset =
            [this, &home](const PhoneNumber &phone, SandboxInbox::Done<void> done) {
                m_storage.submit<void>(
                    home,
                    [phone](Stores &stores) {
                        return stores.atomically([&]() -> Result<void> {
                            stores.messages.removeOf(phone, QStringLiteral("sandbox"));
                            stores.codes.removeOf(phone);
                            stores.limits.forget(phone);
                            stores.changes.messages = stores.changes.codes = true;
                            return {};
                        });
                    },
                    std::move(done));
            },
    };
}

QStringList Engine::waitingForRestart() const
{
    QStringList keys;
    if (m_vault && settings().secrets != m_openedWith.secrets)
        keys << QStringLiteral("SMS_AUTH_SECRETS");
    if (m_checkpointer && settings().database != m_openedWith.database)
        keys << QStringLiteral("SMS_AUTH_DATABASE");
    return keys;
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

void Engine::watchFaults()
{
    // The wall clock may be set: no wait is longer than this without a look at it.
    static constexpr milliseconds LongestLook = std::chrono::minutes(1);
    m_faultsEnd.setSingleShot(true);
    const auto wait = [this] {
        m_faultsEnd.stop();
        if (const std::optional<Timestamp> end = m_faults.nextEnd())
            m_faultsEnd.start(std::clamp<milliseconds>(*end - m_clock.now(), milliseconds(1), LongestLook));
    };
    m_faults.onChange([this, wait] {
        wait();
        Q_EMIT faultsChanged();
    });
    connect(&m_faultsEnd, &QTimer::timeout, this, [this, wait] {
        m_faults.dropEnded();
        wait();
    });
}

SenderOptions Engine::senderOptions() const
{
    SenderOptions options;
    options.allowPrivate = settings().gatewayPrivate;
    options.extraCa = settings().gatewayCa;
    return options;
}

} // namespace smsauth
