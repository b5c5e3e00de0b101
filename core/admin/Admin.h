// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/model/AuditVerdict.h"
#include "core/model/Fault.h"
#include "core/model/LimitTrial.h"
#include "core/model/LogQuery.h"
#include "core/model/Records.h"
#include "core/model/StorageRecords.h"
#include "core/model/UserQuery.h"
#include "core/sms/GatewayTrial.h"

#include <QFuture>
#include <QJsonObject>
#include <QMap>
#include <QObject>

namespace smsauth {

struct CodeQuery
{
    PhoneNumber phone; ///< null: all
    bool onlyLive = false;
    RowId before = 0; ///< 0: from the newest; else ids below
    int limit = 200;  ///< 1–1000
};

struct MessageQuery
{
    PhoneNumber phone;          ///< null: all
    QList<MessageState> states; ///< empty: all
    QString provider;           ///< empty: all
    RowId before = 0;           ///< only ids below; 0: from the newest
    RowId after = 0;            ///< only ids above
    int limit = 200;            ///< 1–1000
};

struct ProviderFieldInfo
{
    QString name; ///< "login", "password", "from", "base"
    QString label;
    QString value; ///< plain fields: what is set; secrets: always empty
    QString defaultValue;
    bool secret = false;
    QString storedIn; ///< secrets: "keyring", "file", "memory", "environment", "credentials"; empty: not set
};

struct ProviderInfo
{
    QString id;
    QString title;
    bool active = false;
    bool canCheck = false; ///< has a request that tests the credentials
    QList<ProviderFieldInfo> fields;
    bool hasBalance = false; ///< has a request that asks for the balance
    bool isFile = false;     ///< described by data, which can be read and copied
    bool isOwn = false;      ///< its file lies in the profile: it can be edited and removed
    /// The file in the profile cannot be used, and why; fields are then those of the shipped description, if any.
    GatewayProblem problem;
};

/// The description of a gateway as it is written.
struct GatewayFile
{
    QString id;
    QByteArray text;
    bool isOwn = false; ///< as in ProviderInfo
};

/// Where else secrets may go when the store that was chosen cannot be used.
enum class OtherSecretStore {
    SealedFile, ///< from now on
    Memory,     ///< for this run; the choice stays as it was
};

/// What a form holds before or while it is saved. Fields that are absent stay as they are.
struct ProviderDraft
{
    QString id;
    QMap<QString, QString> plain;
    QMap<QString, Secret> secrets;
};

struct TestSend
{
    MessageState state = MessageState::Queued;
    QString provider;
    QString providerMessageId;
    QString error; ///< the gateway's own words; empty on success
};

struct SettingsView
{
    QJsonObject values;             ///< every key of settingsList()
    QMap<QString, QString> origins; ///< key → "default" | "file" | "environment" | "option"
    QStringList warnings;
};

struct SecretEntry
{
    QString name; ///< "twilio.password"
    QString place;
    bool readOnly = false;
};

struct ImportReport
{
    QJsonObject settings; ///< keys that were set
    QStringList secrets;  ///< names that were stored
    QStringList ignored;  ///< "KEY: reason"
};

/// What the send log says about the time until now.
struct Activity
{
    static constexpr int Hours = 24;
    /// Hours numbers, oldest first; the last hour ends now.
    QList<qint64> sentByHour;
    /// From sign-in to verified, of today's; none: nobody has verified.
    std::optional<milliseconds> medianToVerify;
};

/// What a person may do to one code by hand.
enum class CodeChange { ExpireNow, FiveMinutesMore, Remove };

/// What a person may change of a user; what is absent stays as it is.
struct UserChange
{
    std::optional<bool> active; ///< false: blocked, their codes are not accepted
    std::optional<PhoneNumber> phone;
    /// Takes a change back: every column as in this record, which changeUser() or users() has given.
    std::optional<UserRecord> before;
};

struct TokenReport
{
    bool valid = false; ///< signature, issuer, audience and times
    QString problem;    ///< why not, one English sentence
    QJsonObject header;
    QJsonObject claims;
};

/// All that a console or a command line can see and do. Every call returns at once; the answer arrives through the
/// future (use QFuture::then(context, …)). Implementations: LocalAdmin. Call from the thread in which it lives.
class Admin : public QObject
{
    Q_OBJECT

public:
    /// Status: the state of the server, its address and warnings. Its counts change with Codes, Messages and Users.
    enum class Topic { Status, Codes, Messages, Users, Providers, Settings, Secrets, Cleanup, Audit };
    Q_ENUM(Topic)

    template<class T>
    using Answer = QFuture<Result<T>>;

    using QObject::QObject;

    // Server
    virtual Answer<ServerStatus> status() = 0;
    /// Errors: InUse (port taken; detail names port and, where known, the process), Settings, SecretsUnavailable, …
    virtual Answer<ServerStatus> startServer() = 0;
    /// As above on any free port, for this run only.
    virtual Answer<ServerStatus> startServerOnFreePort() = 0;
    virtual Answer<void> stopServer() = 0;

    virtual Answer<Activity> activity() = 0;

    // Codes, messages, users: newest first
    virtual Answer<QList<CodeRecord>> codes(const CodeQuery &query) = 0;
    virtual Answer<QList<MessageRecord>> messages(const MessageQuery &query) = 0;
    /// The send log through a filter, in bounded time: see LogPage. Errors: Cancelled (by the query's
    /// cancellation).
    virtual Answer<LogPage> searchLog(const LogQuery &query) = 0;
    /// Sends to the number of this message once more: the same code while it is valid, else a new one, as if an app
    /// had asked for it; limits and faults hold. Written to the audit trail. Errors: NotFound, NotAllowed (still on
    /// its way, a test message, a change of number that is over, the server is stopped), SentEarly, LimitReached,
    /// CountryNotAllowed.
    virtual Answer<SentAgain> sendAgain(RowId message) = 0;
    /// Errors: Cancelled (by the query's cancellation).
    virtual Answer<QList<UserRecord>> users(const UserQuery &query) = 0;
    /// Errors: NotFound (gone or no longer live), NotAllowed (FiveMinutesMore in live mode).
    virtual Answer<void> changeCode(RowId id, CodeChange change) = 0;
    /// Takes ExpireNow or FiveMinutesMore back: the code, and its message if that still waits, end as in this
    /// record, which codes() has given. Errors: NotFound (used, replaced, deleted or cleared away since),
    /// NotAllowed (in live mode: it would live longer than codes do).
    virtual Answer<void> takeBackCodeChange(const CodeRecord &before) = 0;
    /// The digits of a live code, in live mode as well; written to the audit trail. Errors: NotFound (no longer
    /// live), SecretsUnavailable (its key is lost).
    virtual Answer<QString> revealCode(RowId id) = 0;
    /// Errors: NotFound, UserExists (the number is another user's).
    virtual Answer<UserRecord> changeUser(RowId id, const UserChange &change) = 0;
    /// Errors: NotFound.
    virtual Answer<void> removeUser(RowId id) = 0;
    /// Simulated mode only. As GET /sandbox/messages/wait. Errors: TimedOut, NotAllowed.
    virtual Answer<MessageRecord> waitForCode(const PhoneNumber &phone, std::optional<RowId> since,
                                              milliseconds timeout) = 0;

    // Test numbers and faults. They change with Status. In live mode there are none, and changing them is
    // NotAllowed.
    /// Those that hold now.
    virtual Answer<QList<FaultRule>> faults() = 0;
    /// Adds the rule or replaces the one with its id. Errors: NotAllowed, InvalidInput ("status: …"), Storage.
    virtual Answer<void> setFault(const FaultRule &rule) = 0;
    /// Errors: NotAllowed, NotFound, Storage.
    virtual Answer<void> removeFault(const QString &id) = 0;
    /// Returns how many there were. Errors: NotAllowed, Storage.
    virtual Answer<int> clearFaults() = 0;

    // Cleanup
    virtual Answer<CleanupReport> clearExpired(bool dryRun) = 0;
    virtual Answer<CleanupStatus> cleanupStatus() = 0;
    /// The schedule removes nothing for so long: what a person may still take back has to be there.
    virtual void holdCleanup(milliseconds time) = 0;

    // The database as a whole. A back-up, a restore and a rebuild are Busy while one of them is under way.
    virtual Answer<StorageSize> storageSize() = 0;
    /// Gives what is free in the file back to the disk, in small steps that sign-ins pass between. rebuild: for a
    /// file that cannot; the server stops meanwhile. Errors: NotAllowed (without rebuild: the file cannot).
    virtual Answer<CompactReport> compact(bool rebuild) = 0;
    /// Writes a copy as of one moment into a file of mode 0600, while the server runs. Errors: InvalidInput (there
    /// is such a file and overwrite is false, or it cannot be one), Storage (disk full, …), Cancelled. On any error
    /// there is no new file, and the old one is as it was.
    virtual Answer<BackupReport> backUp(const QString &file, bool overwrite) = 0;
    /// Ends a running backUp(); it answers Cancelled as soon as the copy can be given up.
    virtual void cancelBackUp() = 0;
    /// Looks at a back-up from one end to the other. Errors: InvalidInput (no back-up of this program, damaged, or
    /// made by a newer program), Storage.
    virtual Answer<BackupCheck> checkBackup(const QString &file) = 0;
    /// Puts a back-up in the place of the database, also of one that cannot be opened. The server restarts on it;
    /// the old database stays aside under a dated name and comes back if the new one cannot be opened. Codes of the
    /// back-up are no longer accepted and waiting messages are not sent: they may have been used since. Errors: as
    /// checkBackup().
    virtual Answer<RestoreReport> restore(const QString &file) = 0;

    // Providers
    virtual Answer<QList<ProviderInfo>> providers() = 0;
    /// Stores plain fields in settings.json and secrets in the secret store; applies when the provider is active.
    virtual Answer<void> saveProvider(const ProviderDraft &draft) = 0;
    /// Makes it the gateway of SMS_AUTH_PROVIDER and restarts the parts that depend on it. "sandbox": simulated
    /// mode.
    virtual Answer<void> activateProvider(const QString &id) = 0;
    /// Tests the credentials of the draft without sending. The value: the gateway's own words, empty when good.
    virtual Answer<QString> checkProvider(const ProviderDraft &draft) = 0;
    /// Asks what is left on the account of the draft, without sending. Errors: NotAllowed (the gateway has no such
    /// request).
    virtual Answer<BalanceReply> askBalance(const ProviderDraft &draft) = 0;
    /// Sends a test text through the draft's gateway (saved fields where the draft has none). draft.id empty: the
    /// active one.
    virtual Answer<TestSend> sendTest(const PhoneNumber &to, const ProviderDraft &draft) = 0;

    // Protection
    /// What the limits, the wait and the countries of these settings, with changes as in applySettings(), would
    /// have done to the requests in the send log. Changes nothing. A newer call ends the one under way, which
    /// answers Cancelled. Errors: Settings.
    virtual Answer<LimitTrial> tryLimits(const QJsonObject &changes) = 0;

    // Descriptions of gateways
    /// Errors: NotFound (no such gateway, or it is not described by data).
    virtual Answer<GatewayFile> gatewayFile(const QString &id) = 0;
    /// The request that would go out. With sample.id the fields that are saved for that gateway are used.
    virtual Answer<GatewayPreview> previewGateway(const QByteArray &text, const GatewaySample &sample) = 0;
    virtual Answer<ReplyReading> testReply(const QByteArray &text, const ReplySample &reply) = 0;
    /// Checks the description and writes it into the profile; in use at once, also when it is that of the gateway
    /// that sends, of which no message is lost. Errors: InvalidInput (as loadHttpProvider()), NotAllowed (the id
    /// belongs to a shipped gateway), Storage, and those of the secret store.
    virtual Answer<void> saveGateway(const QString &id, const QByteArray &text) = 0;
    /// Removes the file from the profile; what is saved for the gateway's fields stays. Errors: NotFound,
    /// NotAllowed (it is in use), Storage.
    virtual Answer<void> removeGateway(const QString &id) = 0;

    // Settings and secrets
    virtual Answer<SettingsView> settings() = 0;
    /// Validates, writes settings.json, restarts the parts; falls back to the old ones when the new do not start.
    /// null as a value removes the key. Errors: Settings.
    virtual Answer<SettingsView> applySettings(const QJsonObject &changes) = 0;
    virtual Answer<ImportReport> importSettings(const QByteArray &text) = 0;
    virtual Answer<QList<SecretEntry>> secrets() = 0;
    virtual Answer<void> writeSecret(const QString &name, const Secret &value) = 0;
    virtual Answer<void> removeSecret(const QString &name) = 0;
    /// passphrase: for a sealed file; a keyring asks by itself. Errors: SecretsLocked (wrong or missing
    /// passphrase), SecretsUnavailable.
    virtual Answer<void> unlockSecrets(const Secret &passphrase = {}) = 0;

    /// Instead of a secret store that cannot be used. Before the profile could be opened: opens it; a sealed file
    /// is recorded as the choice, and is new with this passphrase unless there is one. While it is open: Memory
    /// keeps what is saved from now on until the program ends; SealedFile is NotAllowed.
    virtual Answer<void> useOtherSecretStore(OtherSecretStore store, const Secret &passphrase) = 0;

    virtual Answer<TokenReport> inspectToken(const QString &token) = 0;
    /// Seals what the console keeps in a file of its own, under the profile's key (see Sealer): text → bytes and
    /// back. Errors: SecretMissing (the key that it was sealed with is lost).
    virtual Answer<QByteArray> seal(const QString &text, const QByteArray &purpose) = 0;
    virtual Answer<QString> unseal(const QByteArray &sealed, const QByteArray &purpose) = 0;
    /// Appends to the audit trail what only the console knows, e.g. "code.revealed".
    virtual Answer<void> audit(const QString &action, const QString &subject) = 0;

    // The audit trail
    /// Newest first. find: a part of who, what, whom or detail; empty: all.
    virtual Answer<QList<AuditRecord>> auditTrail(int limit, RowId before = 0, const QString &find = {}) = 0;
    /// Looks at the whole trail, from one end to the other. noted: a row that it must hold besides.
    virtual Answer<AuditVerdict> verifyAudit(const NotedAuditRow &noted = {}) = 0;

Q_SIGNALS:
    /// Something of this kind has changed; ask again if it is on screen. At most twenty times a second per topic.
    void changed(smsauth::Admin::Topic topic);
};

} // namespace smsauth
