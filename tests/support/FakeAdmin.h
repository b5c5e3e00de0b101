// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"
#include "tests/support/ManualClock.h"

#include <QPromise>
#include <functional>

namespace smsauth {

/// A whole Admin in memory, for tests of whatever stands in front of it. The data is public and may be changed at
/// will; every call is written down; an answer can be made to fail or to wait.
///
/// It starts stopped, in simulated mode, with plausible settings, four gateways and no codes, messages or users.
class FakeAdmin final : public Admin
{
    Q_OBJECT

public:
    explicit FakeAdmin(QObject *parent = nullptr);
    ~FakeAdmin() override;

    // What it knows. Lists are newest first.
    ManualClock clock;
    ServerStatus statusNow;
    QList<CodeRecord> codeRows;
    QList<MessageRecord> messageRows;
    QList<UserRecord> userRows;
    QList<FaultRule> faultRows;
    CleanupStatus cleanup;
    std::optional<std::pair<qint64, CodeRecord>> wouldGo; ///< a dry run finds so many of this code
    StorageSize size{
        .file = QStringLiteral("/tmp/profile/smsauth.db"), .bytes = 8 << 20, .free = 3 << 20, .shrinks = true};
    BackupCheck backupAnswer; ///< what checkBackup() says, besides the file
    RestoreReport restoreAnswer;
    QList<ProviderInfo> providerRows;
    SettingsView settingsNow;
    QList<SecretEntry> secretRows;
    QMap<QString, Secret> secretValues;
    QList<QPair<QString, QString>> audited; ///< action, subject
    QList<AuditRecord> auditRows;
    AuditVerdict auditAnswer; ///< what verifyAudit() finds
    Activity activityNow;
    LimitTrial trialNow;     ///< what tryLimits() finds
    TestSend testSendAnswer; ///< state Sent by default
    BalanceReply balanceAnswer{QStringLiteral("12.50"), QStringLiteral("USD"), {}};
    QMap<QString, GatewayFile> gatewayFiles; ///< of gateways that are described by data
    SentAgain sentAgainAnswer{0, true};
    int rowsPerSearch = 1 << 30; ///< after so many rows searchLog() ends early, as a large log does
    QString checkAnswer;         ///< what checkProvider() says; empty: good
    ImportReport importAnswer;
    TokenReport tokenAnswer;
    QByteArray passphrase;                       ///< not empty: what unlockSecrets() wants to hear
    QString hiddenCode = QStringLiteral("4821"); ///< what revealCode() gives away

    // What it was asked: "codes", "applySettings", … with the arguments that matter, in order.
    struct Call
    {
        QString name;
        QVariantMap arguments;
    };
    QList<Call> calls;
    int count(const QString &name) const;
    /// The arguments of the last call of this name; empty when there was none.
    QVariantMap last(const QString &name) const;

    /// From now on calls of this name answer with the error; succeed() ends that.
    void fail(const QString &name, Error error) { m_failures.insert(name, std::move(error)); }
    void succeed(const QString &name) { m_failures.remove(name); }

    /// While held, answers are pending: what a slow engine looks like. release() gives them all, in order.
    void hold() { m_held = true; }
    void release();

    // What happens in a server, in one call; each emits changed().
    /// A code and its delivered message, as a sign-in leaves them. Returns the message.
    MessageRecord signIn(const PhoneNumber &phone, const QString &code = QStringLiteral("4821"));
    /// The newest live code of the phone is used and its user signed in.
    UserRecord verify(const PhoneNumber &phone);
    CodeRecord addCode(const PhoneNumber &phone, CodeState state = CodeState::Live,
                       const QString &code = QStringLiteral("4821"));
    MessageRecord addMessage(const PhoneNumber &phone, MessageState state = MessageState::Delivered,
                             const QString &code = QStringLiteral("4821"));
    UserRecord addUser(const PhoneNumber &phone);
    /// Live mode with this gateway: codes and texts are no longer shown.
    void goLive(const QString &provider = QStringLiteral("twilio"));
    /// Replaces a message row of the same id.
    void update(const MessageRecord &message);
    /// Codes whose time is over become Expired.
    void expire();

    Answer<ServerStatus> status() override;
    Answer<Activity> activity() override;
    Answer<ServerStatus> startServer() override;
    Answer<ServerStatus> startServerOnFreePort() override;
    Answer<void> stopServer() override;
    Answer<QList<CodeRecord>> codes(const CodeQuery &query) override;
    Answer<QList<MessageRecord>> messages(const MessageQuery &query) override;
    Answer<LogPage> searchLog(const LogQuery &query) override;
    Answer<SentAgain> sendAgain(RowId message) override;
    Answer<QList<UserRecord>> users(int limit, RowId before = 0, const QString &find = {}) override;
    Answer<void> changeCode(RowId id, CodeChange change) override;
    Answer<QString> revealCode(RowId id) override;
    Answer<UserRecord> changeUser(RowId id, const UserChange &change) override;
    Answer<void> removeUser(RowId id) override;
    Answer<MessageRecord> waitForCode(const PhoneNumber &phone, std::optional<RowId> since,
                                      milliseconds timeout) override;
    Answer<QList<FaultRule>> faults() override;
    Answer<void> setFault(const FaultRule &rule) override;
    Answer<void> removeFault(const QString &id) override;
    Answer<int> clearFaults() override;
    Answer<CleanupReport> clearExpired(bool dryRun) override;
    Answer<CleanupStatus> cleanupStatus() override;
    void holdCleanup(milliseconds time) override;
    Answer<StorageSize> storageSize() override;
    Answer<CompactReport> compact(bool rebuild) override;
    Answer<BackupReport> backUp(const QString &file, bool overwrite) override;
    void cancelBackUp() override;
    Answer<BackupCheck> checkBackup(const QString &file) override;
    Answer<RestoreReport> restore(const QString &file) override;
    Answer<QList<ProviderInfo>> providers() override;
    Answer<void> saveProvider(const ProviderDraft &draft) override;
    Answer<void> activateProvider(const QString &id) override;
    Answer<QString> checkProvider(const ProviderDraft &draft) override;
    Answer<BalanceReply> askBalance(const ProviderDraft &draft) override;
    Answer<TestSend> sendTest(const PhoneNumber &to, const ProviderDraft &draft) override;
    Answer<LimitTrial> tryLimits(const QJsonObject &changes) override;
    Answer<GatewayFile> gatewayFile(const QString &id) override;
    Answer<GatewayPreview> previewGateway(const QByteArray &text, const GatewaySample &sample) override;
    Answer<ReplyReading> testReply(const QByteArray &text, const ReplySample &reply) override;
    Answer<void> saveGateway(const QString &id, const QByteArray &text) override;
    Answer<void> removeGateway(const QString &id) override;
    Answer<SettingsView> settings() override;
    Answer<SettingsView> applySettings(const QJsonObject &changes) override;
    Answer<ImportReport> importSettings(const QByteArray &text) override;
    Answer<QList<SecretEntry>> secrets() override;
    Answer<void> writeSecret(const QString &name, const Secret &value) override;
    Answer<void> removeSecret(const QString &name) override;
    Answer<void> unlockSecrets(const Secret &passphrase = {}) override;
    Answer<void> useOtherSecretStore(OtherSecretStore store, const Secret &passphrase) override;
    Answer<TokenReport> inspectToken(const QString &token) override;
    Answer<QByteArray> seal(const QString &text, const QByteArray &purpose) override;
    Answer<QString> unseal(const QByteArray &sealed, const QByteArray &purpose) override;
    Answer<void> audit(const QString &action, const QString &subject) override;
    Answer<QList<AuditRecord>> auditTrail(int limit, RowId before = 0, const QString &find = {}) override;
    Answer<AuditVerdict> verifyAudit(const NotedAuditRow &noted = {}) override;
    /// A line of the audit trail, as whoever does something leaves it.
    AuditRecord addAudit(const QString &actor, const QString &action, const QString &subject = {},
                         const QString &detail = {});

private:
    struct Waiter
    {
        PhoneNumber phone;
        RowId after = 0;
        bool since = false;
        QPromise<Result<MessageRecord>> promise;
    };

    /// Writes the call down and answers now, later or with the error that was asked for.
    template<class T>
    Answer<T> answer(const QString &name, const QVariantMap &arguments, const std::function<Result<T>()> &work);
    bool isLive() const { return statusNow.mode == Mode::Live; }
    ProviderInfo *findProvider(const QString &id);
    void recount();
    void faultsChanged();
    void serveWaiters();

    QMap<QString, Error> m_failures;
    bool m_held = false;
    QList<std::function<void()>> m_pending;
    std::vector<std::shared_ptr<Waiter>> m_waiters;
    RowId m_lastId = 0;
};

} // namespace smsauth
