// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/LocalAdmin.h"

#include "core/admin/AuditQuestions.h"
#include "core/admin/CleanupQuestions.h"
#include "core/admin/FaultQuestions.h"
#include "core/admin/GatewayFiles.h"
#include "core/admin/GatewayQuestions.h"
#include "core/admin/LogQuestions.h"
#include "core/admin/ProtectionQuestions.h"
#include "core/admin/RecordChanges.h"
#include "core/admin/RecordQuestions.h"
#include "core/admin/SealQuestions.h"
#include "core/admin/SecretQuestions.h"
#include "core/admin/ServerSide.h"
#include "core/admin/SettingsQuestions.h"
#include "core/admin/StatusReport.h"
#include "core/admin/StorageQuestions.h"
#include "core/admin/TokenQuestion.h"

#include <QPromise>
#include <QThread>

namespace smsauth {

namespace {

/// Asks the server thread on somebody's behalf.
class AskingAdmin : public Admin
{
public:
    AskingAdmin(ServerCore &core, const QString &actor)
        : m_server(core, actor)
    {
    }

    Answer<ServerStatus> status() override
    {
        return ask<ServerStatus>(
            [](ServerSide &server, auto done) { reportStatus(server.engine(), std::move(done)); });
    }
    Answer<Activity> activity() override
    {
        return askOpen<Activity>(
            [](ServerSide &server, Done<Activity> done) { reportActivity(server.engine(), std::move(done)); });
    }
    Answer<ServerStatus> startServer() override { return start(std::nullopt); }
    Answer<ServerStatus> startServerOnFreePort() override { return start(quint16(0)); }
    Answer<void> stopServer() override
    {
        return ask<void>([](ServerSide &server, auto done) {
            server.engine().stop();
            done({});
        });
    }

    Answer<QList<CodeRecord>> codes(const CodeQuery &query) override
    {
        return askOpen<QList<CodeRecord>>(listCodes, query);
    }
    Answer<QList<MessageRecord>> messages(const MessageQuery &query) override
    {
        return askOpen<QList<MessageRecord>>(listMessages, query);
    }
    Answer<LogPage> searchLog(const LogQuery &query) override
    {
        return askOpen<LogPage>(smsauth::searchLog, query);
    }
    Answer<SentAgain> sendAgain(RowId message) override { return askOpen<SentAgain>(smsauth::sendAgain, message); }
    Answer<QList<UserRecord>> users(const UserQuery &query) override
    {
        return askOpen<QList<UserRecord>>(listUsers, query);
    }
    Answer<void> changeCode(RowId id, CodeChange change) override
    {
        return askOpen<void>(smsauth::changeCode, id, change);
    }
    Answer<void> takeBackCodeChange(const CodeRecord &before) override
    {
        return askOpen<void>(smsauth::takeBackCodeChange, before);
    }
    Answer<QString> revealCode(RowId id) override { return askOpen<QString>(smsauth::revealCode, id); }
    Answer<UserRecord> changeUser(RowId id, const UserChange &change) override
    {
        return askOpen<UserRecord>(smsauth::changeUser, id, change);
    }
    Answer<void> removeUser(RowId id) override { return askOpen<void>(smsauth::removeUser, id); }
    Answer<MessageRecord> waitForCode(const PhoneNumber &phone, std::optional<RowId> since,
                                      milliseconds timeout) override
    {
        return askOpen<MessageRecord>(awaitCode, phone, since, timeout);
    }

    Answer<QList<FaultRule>> faults() override { return askOpen<QList<FaultRule>>(listFaults); }
    Answer<void> setFault(const FaultRule &rule) override { return askOpen<void>(changeFault, rule); }
    Answer<void> removeFault(const QString &id) override { return askOpen<void>(dropFault, id); }
    Answer<int> clearFaults() override { return askOpen<int>(dropFaults); }

    Answer<CleanupReport> clearExpired(bool dryRun) override
    {
        return askOpen<CleanupReport>(smsauth::clearExpired, dryRun);
    }
    Answer<CleanupStatus> cleanupStatus() override { return askOpen<CleanupStatus>(reportCleanup); }
    void holdCleanup(milliseconds time) override
    {
        askOpen<void>(
            [](ServerSide &server, milliseconds held, Done<void> done) {
                server.engine().cleanup().hold(held);
                done({});
            },
            time);
    }

    Answer<StorageSize> storageSize() override { return askOpen<StorageSize>(reportStorageSize); }
    Answer<CompactReport> compact(bool rebuild) override { return askOpen<CompactReport>(compactStorage, rebuild); }
    Answer<BackupReport> backUp(const QString &file, bool overwrite) override
    {
        return askOpen<BackupReport>(smsauth::backUp, file, overwrite);
    }
    void cancelBackUp() override
    {
        ask<void>([](ServerSide &server, auto done) {
            smsauth::cancelBackUp(server);
            done({});
        });
    }
    Answer<BackupCheck> checkBackup(const QString &file) override
    {
        return ask<BackupCheck>(
            [file](ServerSide &server, auto done) { smsauth::checkBackup(server, file, std::move(done)); });
    }
    Answer<RestoreReport> restore(const QString &file) override
    {
        return ask<RestoreReport>(
            [file](ServerSide &server, auto done) { restoreBackup(server, file, std::move(done)); });
    }

    Answer<QList<ProviderInfo>> providers() override { return ask<QList<ProviderInfo>>(listGateways); }
    Answer<void> saveProvider(const ProviderDraft &draft) override
    {
        return askOpen<void>(smsauth::saveGateway, draft);
    }
    Answer<void> activateProvider(const QString &id) override { return askOpen<void>(activateGateway, id); }
    Answer<QString> checkProvider(const ProviderDraft &draft) override
    {
        return askOpen<QString>(checkGateway, draft);
    }
    Answer<BalanceReply> askBalance(const ProviderDraft &draft) override
    {
        return askOpen<BalanceReply>(askGatewayBalance, draft);
    }
    Answer<TestSend> sendTest(const PhoneNumber &to, const ProviderDraft &draft) override
    {
        return askOpen<TestSend>(sendTestMessage, to, draft);
    }

    Answer<LimitTrial> tryLimits(const QJsonObject &changes) override
    {
        return askOpen<LimitTrial>(smsauth::tryLimits, changes);
    }

    Answer<GatewayFile> gatewayFile(const QString &id) override
    {
        return ask<GatewayFile>(
            [id](ServerSide &server, auto done) { readGatewayFile(server, id, std::move(done)); });
    }
    Answer<GatewayPreview> previewGateway(const QByteArray &text, const GatewaySample &sample) override
    {
        return ask<GatewayPreview>([text, sample](ServerSide &server, auto done) {
            previewDraftedGateway(server, text, sample, std::move(done));
        });
    }
    Answer<ReplyReading> testReply(const QByteArray &text, const ReplySample &reply) override
    {
        return ask<ReplyReading>([text, reply](ServerSide &server, auto done) {
            testGatewayReply(server, text, reply, std::move(done));
        });
    }
    Answer<void> saveGateway(const QString &id, const QByteArray &text) override
    {
        return askOpen<void>(storeGatewayFile, id, text);
    }
    Answer<void> removeGateway(const QString &id) override { return askOpen<void>(removeGatewayFile, id); }

    Answer<SettingsView> settings() override { return ask<SettingsView>(reportSettings); }
    Answer<SettingsView> applySettings(const QJsonObject &changes) override
    {
        return ask<SettingsView>(
            [changes](ServerSide &server, auto done) { changeSettings(server, changes, std::move(done)); });
    }
    Answer<ImportReport> importSettings(const QByteArray &text) override
    {
        return askOpen<ImportReport>(takeOverSettings, text);
    }

    Answer<QList<SecretEntry>> secrets() override { return ask<QList<SecretEntry>>(listSecrets); }
    Answer<void> writeSecret(const QString &name, const Secret &value) override
    {
        return ask<void>([name, value](ServerSide &server, auto done) {
            smsauth::writeSecret(server, name, value, std::move(done));
        });
    }
    Answer<void> removeSecret(const QString &name) override
    {
        return ask<void>(
            [name](ServerSide &server, auto done) { smsauth::removeSecret(server, name, std::move(done)); });
    }
    Answer<void> unlockSecrets(const Secret &passphrase) override
    {
        return ask<void>([passphrase](ServerSide &server, auto done) {
            smsauth::unlockSecrets(server, passphrase, std::move(done));
        });
    }

    Answer<void> useOtherSecretStore(OtherSecretStore store, const Secret &passphrase) override
    {
        return ask<void>([store, passphrase](ServerSide &server, auto done) {
            takeOtherSecretStore(server, store, passphrase, std::move(done));
        });
    }

    Answer<TokenReport> inspectToken(const QString &token) override
    {
        return askOpen<TokenReport>(
            [](ServerSide &server, const QString &text, Done<TokenReport> done) {
                done(smsauth::inspectToken(server.engine(), text));
            },
            token);
    }
    Answer<QByteArray> seal(const QString &text, const QByteArray &purpose) override
    {
        return askOpen<QByteArray>([text, purpose](ServerSide &server, Done<QByteArray> done) {
            done(sealText(server.engine(), text, purpose));
        });
    }
    Answer<QString> unseal(const QByteArray &sealed, const QByteArray &purpose) override
    {
        return askOpen<QString>([sealed, purpose](ServerSide &server, Done<QString> done) {
            done(unsealText(server.engine(), sealed, purpose));
        });
    }
    Answer<void> audit(const QString &action, const QString &subject) override
    {
        return askOpen<void>(
            [](ServerSide &server, const QString &what, const QString &whom, Done<void> done) {
                server.writeAudit(what, whom);
                done({});
            },
            action, subject);
    }
    Answer<QList<AuditRecord>> auditTrail(int limit, RowId before, const QString &find) override
    {
        return askOpen<QList<AuditRecord>>(listAudit, limit, before, find);
    }
    Answer<AuditVerdict> verifyAudit(const NotedAuditRow &noted) override
    {
        return askOpen<AuditVerdict>(verifyAuditTrail, noted);
    }

private:
    /// Puts the question on the server thread; a promise that nobody keeps ends as a cancelled future.
    template<class T>
    Answer<T> ask(std::function<void(ServerSide &, Done<T>)> question)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        Answer<T> answer = promise->future();
        QMetaObject::invokeMethod(
            &m_server.core(),
            [server = &m_server, question = std::move(question), promise] {
                question(*server, [promise](Result<T> result) {
                    promise->addResult(std::move(result));
                    promise->finish();
                });
            },
            Qt::QueuedConnection);
        return answer;
    }
    /// As ask(), for what needs an open profile: question(server, arguments…, done).
    template<class T, class Question, class... Arguments>
    Answer<T> askOpen(Question question, const Arguments &...arguments)
    {
        return ask<T>([=](ServerSide &server, Done<T> done) {
            if (!server.engine().isOpen())
                return done(server.engine().failure());
            question(server, arguments..., std::move(done));
        });
    }

    Answer<ServerStatus> start(std::optional<quint16> port)
    {
        return ask<ServerStatus>([port](ServerSide &server, Done<ServerStatus> done) {
            if (const Result<void> started = server.engine().start(port); !started)
                return done(started.error());
            reportStatus(server.engine(), std::move(done));
        });
    }

    ServerSide m_server;
};

class LocalAdmin final : public AskingAdmin
{
public:
    LocalAdmin(const EngineOptions &options, const Clock &clock, Random &random)
        : LocalAdmin(new ServerCore(options, clock, random, [this](Topic topic) { Q_EMIT changed(topic); }),
                     options.actor)
    {
    }
    ~LocalAdmin() override
    {
        // After all that was asked so far: what a person has deleted must not come back.
        QMetaObject::invokeMethod(
            m_core, [this] { m_core->whenIdle([this] { m_thread.quit(); }); }, Qt::QueuedConnection);
        m_thread.wait();
    }

    Admin &commandLine() { return m_commandLine; }

private:
    LocalAdmin(ServerCore *core, const QString &actor)
        : AskingAdmin(*core, actor)
        , m_core(core)
        , m_commandLine(*core, QStringLiteral("command line"))
    {
        connect(this, &Admin::changed, &m_commandLine, &Admin::changed);
        m_thread.setObjectName(QStringLiteral("server"));
        m_core->moveToThread(&m_thread);
        // Not deleteLater() from here: that would be carried out within the loop in which a server closes.
        connect(&m_thread, &QThread::finished, m_core, &QObject::deleteLater);
        m_thread.start();
        QMetaObject::invokeMethod(
            m_core, [core] { core->open(); }, Qt::QueuedConnection);
    }

    QThread m_thread;
    ServerCore *m_core;        ///< lives on m_thread
    AskingAdmin m_commandLine; ///< like this one until the thread has ended: answers may name it
};

} // namespace

std::unique_ptr<Admin> openLocalAdmin(const EngineOptions &options, const Clock &clock, Random &random)
{
    return std::make_unique<LocalAdmin>(options, clock, random);
}

Admin &commandLineOf(Admin &admin)
{
    auto *local = dynamic_cast<LocalAdmin *>(&admin);
    return local ? local->commandLine() : admin;
}

} // namespace smsauth
