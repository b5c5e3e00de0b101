// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/GatewayQuestions.h"

#include "core/admin/GatewayFiles.h"
#include "core/sms/GatewayClient.h"
#include "core/sms/HttpProvider.h"
#include "core/sms/Redaction.h"

namespace smsauth {

namespace {

/// The fields of a draft over those that are kept, secrets included.
void withValues(ServerSide &server, const ProviderDraft &draft,
                std::function<void(std::shared_ptr<const SmsProvider>, Result<ProviderValues>)> then)
{
    Engine &engine = server.engine();
    const QString id = draft.id.isEmpty() ? engine.settings().provider : draft.id;
    const auto provider = engine.providers().find(id);
    if (!provider)
        return then(nullptr, {ErrorCode::NotFound, QStringLiteral("no gateway has the id %1").arg(id.left(40))});
    QMap<QString, QString> plain = engine.providerConfig().plain(*provider, engine.settings());
    plain.insert(draft.plain);
    server.inBackground<ProviderValues>(
        [provider, plain, secrets = draft.secrets, vault = engine.vault()] {
            return ProviderConfig::values(*provider, plain, secrets, *vault);
        },
        [provider, then = std::move(then)](Result<ProviderValues> values) { then(provider, std::move(values)); });
}

/// Keeps a test message in the log and answers with how it went.
void logTestMessage(ServerSide &server, const SmsProvider &provider, const OutgoingSms &sms,
                    const SendOutcome &outcome, Done<TestSend> done)
{
    Engine &engine = server.engine();
    const TestSend answer{.state = outcome.state,
                          .provider = provider.id(),
                          .providerMessageId = outcome.providerMessageId,
                          .error = outcome.reason};
    engine.storage().submit<RowId>(
        engine.home(),
        [outbox = engine.outbox(), sms, outcome](Stores &stores) {
            return stores.atomically(
                [&]() -> Result<RowId> { return outbox.logSent(stores, sms.to, sms.text, outcome); });
        },
        [answer, done = std::move(done)](const Result<RowId> &) { done(answer); });
    server.writeAudit(QStringLiteral("test.sent"), sms.to.masked(), provider.id());
}

MessageState stateAfter(Verdict::Kind kind)
{
    if (kind == Verdict::Kind::Delivered)
        return MessageState::Delivered;
    return kind == Verdict::Kind::Sent ? MessageState::Sent : MessageState::Failed;
}

} // namespace

void listGateways(ServerSide &server, Done<QList<ProviderInfo>> done)
{
    Engine &engine = server.engine();
    noticeGatewayFiles(engine);
    const ProviderRegistry &registry = engine.providers();
    QList<ProviderInfo> infos;
    for (const auto &provider : registry.all()) {
        const QMap<QString, QString> plain = engine.providerConfig().plain(*provider, engine.settings());
        ProviderInfo info{.id = provider->id(),
                          .title = provider->title(),
                          .active = provider->id() == engine.settings().provider,
                          .canCheck = provider->canCheck(),
                          .fields = {},
                          .hasBalance = provider->hasBalance(),
                          .isFile = dynamic_cast<const HttpProvider *>(provider.get()) != nullptr,
                          .isOwn = registry.isOwn(provider->id()),
                          .problem = {}};
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
    for (const ProviderRegistry::Broken &broken : registry.broken()) {
        const Result<QByteArray> text = registry.text(broken.id);
        const GatewayProblem problem = gatewayProblemOf(text ? *text : QByteArray(), broken.detail);
        const auto shipped = std::find_if(infos.begin(), infos.end(),
                                          [&](const ProviderInfo &info) { return info.id == broken.id; });
        if (shipped != infos.end())
            shipped->problem = problem;
        else
            infos.append({.id = broken.id,
                          .title = broken.id,
                          .active = broken.id == engine.settings().provider,
                          .canCheck = false,
                          .fields = {},
                          .hasBalance = false,
                          .isFile = true,
                          .isOwn = true,
                          .problem = problem});
    }
    SecretVault *vault = engine.vault();
    if (!vault)
        return done(infos);
    server.inBackground<QList<SecretVault::Entry>>(
        [vault] { return vault->entries(); },
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
}

void saveGateway(ServerSide &server, const ProviderDraft &draft, Done<void> done)
{
    Engine &engine = server.engine();
    const auto provider = engine.providers().find(draft.id);
    if (!provider)
        return done({ErrorCode::NotFound, QStringLiteral("no gateway has the id %1").arg(draft.id.left(40))});
    server.inBackground<void>(
        [draft, vault = engine.vault()]() -> Result<void> {
            for (auto secret = draft.secrets.begin(); secret != draft.secrets.end(); ++secret) {
                const QString name = draft.id + u'.' + secret.key();
                const Result<void> written = secret->isEmpty() ? vault->remove(name) : vault->write(name, *secret);
                if (!written && written.error().code != ErrorCode::NotFound)
                    return written;
            }
            return {};
        },
        [&server, &engine, draft, done](const Result<void> &written) {
            if (!written)
                return done(written);
            const Result<void> saved = engine.saveProviderFields(draft.id, draft.plain);
            if (saved)
                server.writeAudit(QStringLiteral("provider.saved"), draft.id);
            server.tell(Admin::Topic::Providers);
            server.tell(Admin::Topic::Secrets);
            done(saved);
        });
}

void activateGateway(ServerSide &server, const QString &id, Done<void> done)
{
    Engine &engine = server.engine();
    const Result<void> activated = engine.activateProvider(id);
    if (activated)
        server.writeAudit(QStringLiteral("provider.activated"), id);
    done(activated);
}

void checkGateway(ServerSide &server, const ProviderDraft &draft, Done<QString> done)
{
    Engine &engine = server.engine();
    withValues(server, draft, [&engine, done](const auto &provider, const Result<ProviderValues> &values) {
        if (!values)
            return done(values.error());
        const std::optional<Result<ProviderRequest>> request = provider->checkRequest(*values);
        if (!request)
            return done(
                {ErrorCode::NotAllowed, QStringLiteral("this gateway has no request that tests credentials")});
        if (!request->ok())
            return done(request->error());
        auto *client = new GatewayClient(engine.senderOptions(), &engine);
        // A gateway may repeat what it was sent.
        const auto redaction = std::make_shared<Redaction>(*values);
        client->send(request->value(), [client, provider, redaction, done](const ProviderReply &reply) {
            client->deleteLater();
            done(redaction->words(provider->checkVerdict(reply), {}));
        });
    });
}

void askGatewayBalance(ServerSide &server, const ProviderDraft &draft, Done<BalanceReply> done)
{
    Engine &engine = server.engine();
    withValues(server, draft, [&engine, done](const auto &provider, const Result<ProviderValues> &values) {
        if (!values)
            return done(values.error());
        const std::optional<Result<ProviderRequest>> request = provider->balanceRequest(*values);
        if (!request)
            return done({ErrorCode::NotAllowed, QStringLiteral("this gateway has no request for the balance")});
        if (!request->ok())
            return done(request->error());
        auto *client = new GatewayClient(engine.senderOptions(), &engine);
        const auto redaction = std::make_shared<Redaction>(*values);
        client->send(request->value(), [client, provider, redaction, done](const ProviderReply &reply) {
            client->deleteLater();
            BalanceReply balance = provider->balanceOf(reply);
            for (QString *words : {&balance.amount, &balance.currency, &balance.refusal})
                *words = redaction->words(*words, {});
            done(balance);
        });
    });
}

void sendTestMessage(ServerSide &server, const PhoneNumber &to, const ProviderDraft &draft, Done<TestSend> done)
{
    withValues(server, draft, [&server, to, done](const auto &provider, const Result<ProviderValues> &values) {
        if (!values)
            return done(values.error());
        Engine &engine = server.engine();
        const OutgoingSms sms{.id = QStringLiteral("t%1").arg(engine.random().below(1'000'000'000'000)),
                              .to = to,
                              .text = QStringLiteral("Test message from SMS Auth Console"),
                              .timeToLive = seconds(300),
                              .reportUrl = {}};
        const Timestamp began = engine.clock().now();
        const Redaction redaction(*values);
        const auto report = [&server, provider, sms, redaction, began, done](const Verdict &raw, int status) {
            const Verdict verdict = redaction.verdict(raw, sms);
            SendOutcome outcome;
            outcome.state = stateAfter(verdict.kind);
            outcome.providerMessageId = verdict.messageId;
            outcome.reason = verdict.error;
            outcome.attempt = {.at = began,
                               .provider = provider->id(),
                               .status = status,
                               .providerCode = verdict.code,
                               .error = verdict.error,
                               .durationMs = int((server.engine().clock().now() - began).count())};
            logTestMessage(server, *provider, sms, outcome, done);
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
}

} // namespace smsauth
