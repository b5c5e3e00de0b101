// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/LocalAdmin.h"

#include "core/admin/RecordChanges.h"
#include "core/admin/StatusReport.h"
#include "core/engine/Engine.h"
#include "core/sms/GatewayClient.h"

#include <QJsonDocument>
#include <QPromise>
#include <QThread>
#include <QThreadPool>
#include <QTimer>
#include <array>

namespace smsauth {

namespace {

// Ten times a second is as often as a person sees.
constexpr milliseconds TellInterval(100);

/// Calls of the secret store may wait for a person or a hanging service: never on the server thread.
template<class T>
void inBackground(QThreadPool &pool, Mailbox &home, std::function<Result<T>()> work, Done<T> done)
{
    pool.start([&home, work = std::move(work), done = std::move(done)] {
        auto result = std::make_shared<Result<T>>(work());
        home.post([result, done] { done(std::move(*result)); });
    });
}

QJsonObject decodedPart(const QString &token, int part)
{
    return QJsonDocument::fromJson(
               QByteArray::fromBase64(token.section(u'.', part, part).toLatin1(), QByteArray::Base64UrlEncoding))
        .object();
}

class LocalAdmin final : public Admin
{
public:
    LocalAdmin(const EngineOptions &options, const Clock &clock, Random &random);
    ~LocalAdmin() override;

    Answer<ServerStatus> status() override;
    Answer<Activity> activity() override;
    Answer<ServerStatus> startServer() override;
    Answer<ServerStatus> startServerOnFreePort() override;
    Answer<void> stopServer() override;
    Answer<QList<CodeRecord>> codes(const CodeQuery &query) override;
    Answer<QList<MessageRecord>> messages(const MessageQuery &query) override;
    Answer<QList<UserRecord>> users(int limit, RowId before) override;
    Answer<void> changeCode(RowId id, CodeChange change) override;
    Answer<QString> revealCode(RowId id) override;
    Answer<UserRecord> changeUser(RowId id, const UserChange &change) override;
    Answer<void> removeUser(RowId id) override;
    Answer<MessageRecord> waitForCode(const PhoneNumber &phone, std::optional<RowId> since,
                                      milliseconds timeout) override;
    Answer<CleanupReport> clearExpired(bool dryRun) override;
    Answer<CleanupStatus> cleanupStatus() override;
    Answer<QList<ProviderInfo>> providers() override;
    Answer<void> saveProvider(const ProviderDraft &draft) override;
    Answer<void> activateProvider(const QString &id) override;
    Answer<QString> checkProvider(const ProviderDraft &draft) override;
    Answer<TestSend> sendTest(const PhoneNumber &to, const ProviderDraft &draft) override;
    Answer<SettingsView> settings() override;
    Answer<SettingsView> applySettings(const QJsonObject &changes) override;
    Answer<ImportReport> importSettings(const QByteArray &text) override;
    Answer<QList<SecretEntry>> secrets() override;
    Answer<void> writeSecret(const QString &name, const Secret &value) override;
    Answer<void> removeSecret(const QString &name) override;
    Answer<void> unlockSecrets(const Secret &passphrase) override;
    Answer<TokenReport> inspectToken(const QString &token) override;
    Answer<void> audit(const QString &action, const QString &subject) override;

private:
    template<class T>
    using Question = std::function<void(Engine &, Done<T>)>;

    /// Puts the question on the server thread; a promise that nobody keeps ends as a cancelled future.
    template<class T>
    Answer<T> ask(Question<T> question);
    /// As ask(), for what needs an open profile.
    template<class T>
    Answer<T> askOpen(Question<T> question);
    /// As askOpen(), for what needs only the secret store, which may be there although the profile is not open.
    template<class T>
    Answer<T> askVault(std::function<Result<T>(SecretVault &)> question);

    Answer<ServerStatus> start(std::optional<quint16> port);
    void watch(Engine &engine);
    void tell(Topic topic);
    void tellAll();
    void writeAudit(Engine &engine, const QString &action, const QString &subject, const QString &detail = {});
    void withValues(Engine &engine, const ProviderDraft &draft,
                    std::function<void(std::shared_ptr<const SmsProvider>, Result<ProviderValues>)> then);

    const QString m_actor;
    QThread m_thread;
    QThreadPool m_pool;
    Engine *m_engine;                ///< lives on m_thread
    QTimer *m_tellTimer = nullptr;   ///< as m_engine, and its child
    std::array<bool, 8> m_changed{}; ///< by topic; server thread
};

LocalAdmin::LocalAdmin(const EngineOptions &options, const Clock &clock, Random &random)
    : m_actor(options.actor)
    , m_engine(new Engine(options, clock, random))
{
    m_pool.setMaxThreadCount(2);
    m_thread.setObjectName(QStringLiteral("server"));
    m_engine->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_engine,
        [this] {
            watch(*m_engine);
            // Its failure is told by every later call.
            (void)m_engine->open();
        },
        Qt::QueuedConnection);
}

LocalAdmin::~LocalAdmin()
{
    m_pool.waitForDone();
    m_engine->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

template<class T>
Admin::Answer<T> LocalAdmin::ask(Question<T> question)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    Answer<T> answer = promise->future();
    QMetaObject::invokeMethod(
        m_engine,
        [engine = m_engine, question = std::move(question), promise] {
            question(*engine, [promise](Result<T> result) {
                promise->addResult(std::move(result));
                promise->finish();
            });
        },
        Qt::QueuedConnection);
    return answer;
}

template<class T>
Admin::Answer<T> LocalAdmin::askOpen(Question<T> question)
{
    return ask<T>([question = std::move(question)](Engine &engine, Done<T> done) {
        if (!engine.isOpen())
            return done(engine.failure());
        question(engine, std::move(done));
    });
}

template<class T>
Admin::Answer<T> LocalAdmin::askVault(std::function<Result<T>(SecretVault &)> question)
{
    return ask<T>([this, question = std::move(question)](Engine &engine, Done<T> done) {
        SecretVault *vault = engine.vault();
        if (!vault)
            return done(engine.failure());
        inBackground<T>(
            m_pool, engine.home(), [vault, question] { return question(*vault); },
            [this, done](Result<T> result) {
                tell(Topic::Secrets);
                tell(Topic::Status);
                done(std::move(result));
            });
    });
}

// Server thread.
void LocalAdmin::watch(Engine &engine)
{
    m_tellTimer = new QTimer(&engine);
    m_tellTimer->setSingleShot(true);
    m_tellTimer->setInterval(TellInterval);
    connect(m_tellTimer, &QTimer::timeout, &engine, [this] { tellAll(); });
    connect(&engine, &Engine::stateChanged, &engine, [this] { tell(Topic::Status); });
    connect(&engine, &Engine::settingsApplied, &engine, [this] {
        for (const Topic topic : {Topic::Status, Topic::Settings, Topic::Providers, Topic::Cleanup, Topic::Codes})
            tell(topic);
    });
    connect(&engine, &Engine::committed, &engine, [this](const Changes &changes) {
        if (changes.codes)
            tell(Topic::Codes);
        if (changes.messages)
            tell(Topic::Messages);
        if (changes.users)
            tell(Topic::Users);
        if (changes.any())
            tell(Topic::Status);
    });
}

void LocalAdmin::tell(Topic topic)
{
    m_changed[size_t(topic)] = true;
    if (m_tellTimer && !m_tellTimer->isActive())
        m_tellTimer->start();
}

void LocalAdmin::tellAll()
{
    for (size_t topic = 0; topic < m_changed.size(); ++topic) {
        if (std::exchange(m_changed[topic], false))
            Q_EMIT changed(Topic(topic));
    }
}

void LocalAdmin::writeAudit(Engine &engine, const QString &action, const QString &subject, const QString &detail)
{
    engine.storage().submit<void>(
        engine.home(),
        [record = AuditRecord{0, engine.clock().now(), m_actor, action, subject, detail}](Stores &stores) {
            return stores.atomically([&]() -> Result<void> {
                stores.audit.append(record);
                return {};
            });
        },
        [](const Result<void> &) {});
}

Admin::Answer<ServerStatus> LocalAdmin::status()
{
    return ask<ServerStatus>(reportStatus);
}

Admin::Answer<Activity> LocalAdmin::activity()
{
    return askOpen<Activity>(reportActivity);
}

Admin::Answer<ServerStatus> LocalAdmin::start(std::optional<quint16> port)
{
    return ask<ServerStatus>([port](Engine &engine, Done<ServerStatus> done) {
        if (const Result<void> started = engine.start(port); !started)
            return done(started.error());
        reportStatus(engine, std::move(done));
    });
}

Admin::Answer<ServerStatus> LocalAdmin::startServer()
{
    return start(std::nullopt);
}

Admin::Answer<ServerStatus> LocalAdmin::startServerOnFreePort()
{
    return start(quint16(0));
}

Admin::Answer<void> LocalAdmin::stopServer()
{
    return ask<void>([](Engine &engine, Done<void> done) {
        engine.stop();
        done({});
    });
}

Admin::Answer<QList<CodeRecord>> LocalAdmin::codes(const CodeQuery &query)
{
    using Stored = QList<StoredCode>;
    return askOpen<QList<CodeRecord>>([query](Engine &engine, Done<QList<CodeRecord>> done) {
        engine.reader().submit<Stored>(
            engine.home(),
            [query, now = engine.clock().now()](Stores &stores) -> Result<Stored> {
                return stores.codes.list(query.phone, query.onlyLive, query.before,
                                         std::clamp(query.limit, 1, 1000), now);
            },
            [&engine, done = std::move(done)](const Result<Stored> &stored) {
                if (!stored)
                    return done(stored.error());
                const bool readable = engine.settings().mode() == Mode::Simulated;
                QList<CodeRecord> records;
                for (const StoredCode &code : *stored) {
                    records.append(code.record);
                    if (readable && code.record.state == CodeState::Live)
                        records.last().code = engine.codes().open(code);
                }
                done(records);
            });
    });
}

Admin::Answer<QList<MessageRecord>> LocalAdmin::messages(const MessageQuery &query)
{
    using Stored = QList<StoredMessage>;
    return askOpen<QList<MessageRecord>>([query](Engine &engine, Done<QList<MessageRecord>> done) {
        engine.reader().submit<Stored>(
            engine.home(),
            [query](Stores &stores) -> Result<Stored> {
                Stored messages = stores.messages.list({.phone = query.phone,
                                                        .states = query.states,
                                                        .provider = query.provider,
                                                        .before = query.before,
                                                        .after = query.after,
                                                        .limit = std::clamp(query.limit, 1, 1000)});
                stores.messages.loadAttempts(messages);
                return messages;
            },
            [&engine, done = std::move(done)](Result<Stored> stored) {
                if (!stored)
                    return done(stored.error());
                const bool readable = engine.settings().mode() == Mode::Simulated;
                QList<MessageRecord> records;
                for (StoredMessage &message : stored.value()) {
                    if (readable && message.record.provider == QLatin1StringView("sandbox"))
                        engine.outbox().open(message);
                    records.append(message.record);
                }
                done(records);
            });
    });
}

Admin::Answer<QList<UserRecord>> LocalAdmin::users(int limit, RowId before)
{
    return askOpen<QList<UserRecord>>([limit, before](Engine &engine, Done<QList<UserRecord>> done) {
        engine.reader().submit<QList<UserRecord>>(
            engine.home(),
            [limit, before](Stores &stores) -> Result<QList<UserRecord>> {
                return stores.users.list(std::clamp(limit, 1, 1000), before);
            },
            std::move(done));
    });
}

Admin::Answer<void> LocalAdmin::changeCode(RowId id, CodeChange change)
{
    return askOpen<void>([this, id, change](Engine &engine, Done<void> done) {
        smsauth::changeCode(engine, m_actor, id, change, std::move(done));
    });
}

Admin::Answer<QString> LocalAdmin::revealCode(RowId id)
{
    return askOpen<QString>([this, id](Engine &engine, Done<QString> done) {
        smsauth::revealCode(engine, m_actor, id, std::move(done));
    });
}

Admin::Answer<UserRecord> LocalAdmin::changeUser(RowId id, const UserChange &change)
{
    return askOpen<UserRecord>([this, id, change](Engine &engine, Done<UserRecord> done) {
        smsauth::changeUser(engine, m_actor, id, change, std::move(done));
    });
}

Admin::Answer<void> LocalAdmin::removeUser(RowId id)
{
    return askOpen<void>(
        [this, id](Engine &engine, Done<void> done) { smsauth::removeUser(engine, m_actor, id, std::move(done)); });
}

Admin::Answer<MessageRecord> LocalAdmin::waitForCode(const PhoneNumber &phone, std::optional<RowId> since,
                                                     milliseconds timeout)
{
    return askOpen<MessageRecord>([=](Engine &engine, Done<MessageRecord> done) {
        if (!engine.sandbox())
            return done({ErrorCode::NotAllowed, QStringLiteral("codes can only be read in simulated mode")});
        engine.sandbox()->wait(phone, since, timeout, std::move(done));
    });
}

Admin::Answer<CleanupReport> LocalAdmin::clearExpired(bool dryRun)
{
    return askOpen<CleanupReport>([this, dryRun](Engine &engine, Done<CleanupReport> done) {
        if (dryRun)
            return engine.cleanup().dryRun(std::move(done));
        engine.cleanup().run([this, &engine, done = std::move(done)](const Result<CleanupReport> &report) {
            if (report)
                writeAudit(engine, QStringLiteral("codes.cleared"), QString::number(report->removed));
            tell(Topic::Cleanup);
            done(report);
        });
    });
}

Admin::Answer<CleanupStatus> LocalAdmin::cleanupStatus()
{
    return askOpen<CleanupStatus>([](Engine &engine, Done<CleanupStatus> done) {
        CleanupStatus status = engine.cleanup().status();
        engine.reader().submit<qint64>(
            engine.home(),
            [now = engine.clock().now(), wait = engine.settings().effectiveResendWait()](
                Stores &stores) -> Result<qint64> { return stores.codes.countExpired(now, wait); },
            [status, done = std::move(done)](const Result<qint64> &expired) mutable {
                if (!expired)
                    return done(expired.error());
                status.expiredNow = *expired;
                done(status);
            });
    });
}

Admin::Answer<QList<ProviderInfo>> LocalAdmin::providers()
{
    return ask<QList<ProviderInfo>>([this](Engine &engine, Done<QList<ProviderInfo>> done) {
        QList<ProviderInfo> infos;
        for (const auto &provider : engine.providers().all()) {
            const QMap<QString, QString> plain = engine.providerConfig().plain(*provider, engine.settings());
            ProviderInfo info{.id = provider->id(),
                              .title = provider->title(),
                              .active = provider->id() == engine.settings().provider,
                              .canCheck = provider->canCheck(),
                              .fields = {}};
            for (const ProviderField &field : provider->fields()) {
                info.fields.append({.name = field.name,
                                    .label = field.label,
                                    .value = field.secret ? QString() : plain.value(field.name),
                                    .defaultValue = field.defaultValue,
                                    .secret = field.secret,
                                    .storedIn = {}});
            }
            infos.append(info);
        }
        SecretVault *vault = engine.vault();
        if (!vault)
            return done(infos);
        inBackground<QList<SecretVault::Entry>>(
            m_pool, engine.home(), [vault] { return vault->entries(); },
            [infos, done](const Result<QList<SecretVault::Entry>> &entries) mutable {
                if (!entries)
                    return done(infos); // where they lie is not known just now; status() says why
                for (ProviderInfo &info : infos) {
                    for (ProviderFieldInfo &field : info.fields) {
                        for (const SecretVault::Entry &entry : *entries) {
                            if (field.secret && entry.name == info.id + u'.' + field.name)
                                field.storedIn = entry.place;
                        }
                    }
                }
                done(infos);
            });
    });
}

Admin::Answer<void> LocalAdmin::saveProvider(const ProviderDraft &draft)
{
    return askOpen<void>([this, draft](Engine &engine, Done<void> done) {
        const auto provider = engine.providers().find(draft.id);
        if (!provider)
            return done({ErrorCode::NotFound, QStringLiteral("no gateway has the id %1").arg(draft.id)});
        inBackground<void>(
            m_pool, engine.home(),
            [draft, vault = engine.vault()]() -> Result<void> {
                for (auto secret = draft.secrets.begin(); secret != draft.secrets.end(); ++secret) {
                    const QString name = draft.id + u'.' + secret.key();
                    const Result<void> written =
                        secret->isEmpty() ? vault->remove(name) : vault->write(name, *secret);
                    if (!written && written.error().code != ErrorCode::NotFound)
                        return written;
                }
                return {};
            },
            [this, &engine, draft, done](const Result<void> &written) {
                if (!written)
                    return done(written);
                const Result<void> saved = engine.saveProviderFields(draft.id, draft.plain);
                if (saved)
                    writeAudit(engine, QStringLiteral("provider.saved"), draft.id);
                tell(Topic::Providers);
                tell(Topic::Secrets);
                done(saved);
            });
    });
}

Admin::Answer<void> LocalAdmin::activateProvider(const QString &id)
{
    return askOpen<void>([this, id](Engine &engine, Done<void> done) {
        const Result<void> activated = engine.activateProvider(id);
        if (activated)
            writeAudit(engine, QStringLiteral("provider.activated"), id);
        done(activated);
    });
}

void LocalAdmin::withValues(Engine &engine, const ProviderDraft &draft,
                            std::function<void(std::shared_ptr<const SmsProvider>, Result<ProviderValues>)> then)
{
    const QString id = draft.id.isEmpty() ? engine.settings().provider : draft.id;
    const auto provider = engine.providers().find(id);
    if (!provider)
        return then(nullptr, {ErrorCode::NotFound, QStringLiteral("no gateway has the id %1").arg(id)});
    QMap<QString, QString> plain = engine.providerConfig().plain(*provider, engine.settings());
    plain.insert(draft.plain);
    inBackground<ProviderValues>(
        m_pool, engine.home(),
        [provider, plain, secrets = draft.secrets, vault = engine.vault()] {
            return ProviderConfig::values(*provider, plain, secrets, *vault);
        },
        [provider, then = std::move(then)](Result<ProviderValues> values) { then(provider, std::move(values)); });
}

Admin::Answer<QString> LocalAdmin::checkProvider(const ProviderDraft &draft)
{
    return askOpen<QString>([this, draft](Engine &engine, Done<QString> done) {
        withValues(engine, draft, [&engine, done](const auto &provider, const Result<ProviderValues> &values) {
            if (!values)
                return done(values.error());
            const std::optional<Result<ProviderRequest>> request = provider->checkRequest(*values);
            if (!request)
                return done(
                    {ErrorCode::NotAllowed, QStringLiteral("this gateway has no request that tests credentials")});
            if (!request->ok())
                return done(request->error());
            auto *client = new GatewayClient(engine.senderOptions(), &engine);
            client->send(request->value(), [client, provider, done](const ProviderReply &reply) {
                client->deleteLater();
                done(provider->checkVerdict(reply));
            });
        });
    });
}

Admin::Answer<TestSend> LocalAdmin::sendTest(const PhoneNumber &to, const ProviderDraft &draft)
{
    return askOpen<TestSend>([this, to, draft](Engine &engine, Done<TestSend> done) {
        withValues(
            engine, draft, [this, &engine, to, done](const auto &provider, const Result<ProviderValues> &values) {
                if (!values)
                    return done(values.error());
                const OutgoingSms sms{.id = QStringLiteral("t%1").arg(engine.random().below(1'000'000'000'000)),
                                      .to = to,
                                      .text = QStringLiteral("Test message from SMS Auth Console"),
                                      .timeToLive = seconds(300),
                                      .reportUrl = {}};
                const Timestamp began = engine.clock().now();
                const auto report = [this, &engine, provider, sms, began, done](const Verdict &verdict,
                                                                                int status) {
                    SendOutcome outcome;
                    outcome.state = verdict.kind == Verdict::Kind::Sent        ? MessageState::Sent
                                    : verdict.kind == Verdict::Kind::Delivered ? MessageState::Delivered
                                                                               : MessageState::Failed;
                    outcome.providerMessageId = verdict.messageId;
                    outcome.reason = verdict.error;
                    outcome.attempt = {.at = began,
                                       .provider = provider->id(),
                                       .status = status,
                                       .providerCode = verdict.code,
                                       .error = verdict.error,
                                       .durationMs = int((engine.clock().now() - began).count())};
                    engine.storage().submit<RowId>(
                        engine.home(),
                        [outbox = engine.outbox(), sms, outcome](Stores &stores) {
                            return stores.atomically([&]() -> Result<RowId> {
                                return outbox.logSent(stores, sms.to, sms.text, outcome);
                            });
                        },
                        [outcome, provider, done](const Result<RowId> &) {
                            done(TestSend{.state = outcome.state,
                                          .provider = provider->id(),
                                          .providerMessageId = outcome.providerMessageId,
                                          .error = outcome.reason});
                        });
                    writeAudit(engine, QStringLiteral("test.sent"), sms.to.masked(), provider->id());
                };
                if (const std::optional<Verdict> local = provider->deliverLocally(sms))
                    return report(*local, 0);
                const Result<ProviderRequest> request = provider->request(sms, *values);
                if (!request)
                    return done(request.error());
                auto *client = new GatewayClient(engine.senderOptions(), &engine);
                client->send(*request, [client, provider, sms, report](const ProviderReply &reply) {
                    client->deleteLater();
                    report(provider->verdict(sms, reply), reply.status);
                });
            });
    });
}

Admin::Answer<SettingsView> LocalAdmin::settings()
{
    return ask<SettingsView>([](Engine &engine, Done<SettingsView> done) {
        const LoadedSettings &loaded = engine.loaded();
        done(SettingsView{settingsToJson(loaded.settings), loaded.origins, loaded.warnings});
    });
}

Admin::Answer<SettingsView> LocalAdmin::applySettings(const QJsonObject &changes)
{
    return ask<SettingsView>([this, changes](Engine &engine, Done<SettingsView> done) {
        if (const Result<void> changed = engine.changeSettings(changes); !changed)
            return done(changed.error());
        if (engine.isOpen())
            writeAudit(engine, QStringLiteral("settings.changed"), changes.keys().join(u' '));
        const LoadedSettings &loaded = engine.loaded();
        done(SettingsView{settingsToJson(loaded.settings), loaded.origins, loaded.warnings});
    });
}

Admin::Answer<ImportReport> LocalAdmin::importSettings(const QByteArray &text)
{
    return askOpen<ImportReport>([this, text](Engine &engine, Done<ImportReport> done) {
        const Result<ImportedSettings> imported = smsauth::importSettings(text);
        if (!imported)
            return done(imported.error());
        const QString provider =
            imported->settings.value(QStringLiteral("SMS_AUTH_PROVIDER")).toString(engine.settings().provider);
        QMap<QString, Secret> secrets;
        for (auto secret = imported->secrets.begin(); secret != imported->secrets.end(); ++secret)
            secrets.insert(provider + u'.' + secret.key(), Secret(secret->toUtf8()));
        // Secrets first: a gateway that becomes active without its password would only fail.
        inBackground<void>(
            m_pool, engine.home(),
            [secrets, vault = engine.vault()]() -> Result<void> {
                for (auto secret = secrets.begin(); secret != secrets.end(); ++secret) {
                    if (const Result<void> written = vault->write(secret.key(), *secret); !written)
                        return written;
                }
                return {};
            },
            [this, &engine, imported = *imported, secrets, done](const Result<void> &written) {
                if (!written)
                    return done(written.error());
                if (const Result<void> changed = engine.changeSettings(imported.settings); !changed)
                    return done(changed.error());
                writeAudit(engine, QStringLiteral("settings.imported"), imported.settings.keys().join(u' '));
                done(ImportReport{imported.settings, secrets.keys(), imported.ignored});
            });
    });
}

Admin::Answer<QList<SecretEntry>> LocalAdmin::secrets()
{
    return askVault<QList<SecretEntry>>([](SecretVault &vault) -> Result<QList<SecretEntry>> {
        const Result<QList<SecretVault::Entry>> entries = vault.entries();
        if (!entries)
            return entries.error();
        QList<SecretEntry> list;
        for (const SecretVault::Entry &entry : *entries)
            list.append({entry.name, entry.place, entry.readOnly});
        return list;
    });
}

Admin::Answer<void> LocalAdmin::writeSecret(const QString &name, const Secret &value)
{
    return askVault<void>([name, value](SecretVault &vault) { return vault.write(name, value); });
}

Admin::Answer<void> LocalAdmin::removeSecret(const QString &name)
{
    return askVault<void>([name](SecretVault &vault) { return vault.remove(name); });
}

Admin::Answer<void> LocalAdmin::unlockSecrets(const Secret &passphrase)
{
    return ask<void>([this, passphrase](Engine &engine, Done<void> done) {
        SecretVault *vault = engine.vault();
        if (!vault)
            return done(engine.open(passphrase));
        inBackground<void>(
            m_pool, engine.home(), [vault] { return vault->unlock(); },
            [this, &engine, done](const Result<void> &unlocked) {
                tell(Topic::Secrets);
                done(unlocked && !engine.isOpen() ? engine.open() : unlocked);
            });
    });
}

Admin::Answer<TokenReport> LocalAdmin::inspectToken(const QString &token)
{
    return askOpen<TokenReport>([token](Engine &engine, Done<TokenReport> done) {
        TokenReport report;
        report.header = decodedPart(token, 0);
        report.claims = decodedPart(token, 1);
        const Result<TokenService::Claims> claims = engine.tokens().verify(token);
        report.valid = claims.ok();
        if (!claims)
            report.problem = claims.error().detail;
        done(report);
    });
}

Admin::Answer<void> LocalAdmin::audit(const QString &action, const QString &subject)
{
    return askOpen<void>([this, action, subject](Engine &engine, Done<void> done) {
        writeAudit(engine, action, subject);
        done({});
    });
}

} // namespace

std::unique_ptr<Admin> openLocalAdmin(const EngineOptions &options, const Clock &clock, Random &random)
{
    return std::make_unique<LocalAdmin>(options, clock, random);
}

} // namespace smsauth
