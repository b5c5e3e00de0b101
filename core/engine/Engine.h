// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/AuthService.h"
#include "core/engine/EngineOptions.h"
#include "core/engine/Profile.h"
#include "core/engine/ProfileAudit.h"
#include "core/engine/ProfileSecrets.h"
#include "core/engine/ProfileStorage.h"
#include "core/engine/ProviderConfig.h"
#include "core/http/HeldListener.h"
#include "core/maintenance/Cleanup.h"
#include "core/maintenance/Compaction.h"
#include "core/sms/ProviderRegistry.h"
#include "core/sms/SandboxInbox.h"
#include "core/sms/SmsSender.h"

#include <QObject>

namespace smsauth {

class CommitNews;
struct EngineParts;

/// A profile with everything that works on it. Settings, secrets and storage stay open as long as the engine lives;
/// what depends on the settings is one EngineParts, which apply() replaces; server and sender run between start()
/// and stop(). Lives on the server thread, which needs an event loop.
class Engine : public QObject
{
    Q_OBJECT

public:
    Engine(EngineOptions options, const Clock &clock, Random &random);
    ~Engine() override;

    /// Reads settings, opens secrets and storage. May block for some seconds on a keyring. Can be called again
    /// after a failure (e.g. once the keyring is unlocked). Errors: Settings, SecretsLocked, SecretsUnavailable,
    /// Storage. passphrase: instead of that in the options; empty: the one that was used last.
    Result<void> open(const Secret &passphrase = {});
    bool isOpen() const { return m_parts != nullptr; }
    /// Why it is not open; meaningful after a failed open().
    const Error &failure() const { return m_failure; }

    /// Listens and sends. port: instead of the one in the settings, for this run. Errors: InUse, Settings.
    Result<void> start(std::optional<quint16> port = std::nullopt);
    void stop();
    ServerState state() const { return m_state; }
    const QString &url() const { return m_url; }

    /// Replaces the parts by ones with these settings, and goes on running if it was. With settings that do not
    /// start the old ones come back and the error is returned.
    Result<void> apply(const LoadedSettings &loaded);
    /// Changes settings.json and applies it; the file is put back when the new settings do not start.
    Result<void> changeSettings(const QJsonObject &changes);
    /// Keeps the plain fields of a gateway; goes on with them at once when it is the one in use.
    Result<void> saveProviderFields(const QString &id, const QMap<QString, QString> &values);
    /// Makes it the gateway in use. Its own stored fields apply, not those of settings.json, which belong to the
    /// old one.
    Result<void> activateProvider(const QString &id);
    /// Reads the descriptions of gateways again. The one in use keeps working as it was until renewSender().
    void reloadProviders();
    /// Goes on sending with the gateway in use as it is described now. The server keeps listening, messages wait
    /// meanwhile. values: of that gateway.
    void renewSender(const ProviderValues &values);

    /// For a profile whose secret store cannot be used: opens it with keys that end with this run.
    Result<void> takeMemoryForSecrets();
    /// As above with a sealed file from now on. Errors: NotAllowed (it is open), Settings (the store is chosen by
    /// the environment or an option), and those of open(), after which the settings are as before.
    Result<void> takeSealedFileForSecrets(const Secret &passphrase);

    /// Stops the server, closes the database, does something to its file and goes on with what is there then. undo:
    /// runs when the database cannot be opened afterwards. Blocks. Also for a database that could not be opened.
    /// Errors: those of `work`, of opening, Busy (the server is stopping), NotAllowed (another database waits for a
    /// restart), and why the profile is not open.
    Result<void> whileClosed(const std::function<Result<void>(const QString &file)> &work,
                             const std::function<Result<void>(const QString &file)> &undo);

    // What Admin works with. The members of the parts are valid while isOpen().
    const EngineOptions &options() const { return m_options; }
    const Profile &profile() const { return m_profile; }
    const LoadedSettings &loaded() const { return m_loaded; }
    const Settings &settings() const { return m_loaded.settings; }
    /// Settings that are read once, when store and secrets are opened: what they say now may wait for a restart.
    QStringList waitingForRestart() const;
    const Clock &clock() const { return m_clock; }
    Random &random() const { return m_random; }
    /// Null before the first successful open of the secrets.
    SecretVault *vault() const { return m_secrets.vault(); }
    ProviderConfig &providerConfig() { return m_providerConfig; }
    const ProviderConfig &providerConfig() const { return m_providerConfig; }
    const ProviderRegistry &providers() const { return m_providers; }
    const Sealer &sealer() const { return *m_secrets.sealer(); }
    StorageThread &storage() { return m_storage.writer(); }
    StorageThread &reader() { return m_storage.reader(); }
    Mailbox &home() { return m_home; }
    const Outbox &outbox() const;
    const CodeService &codes() const;
    const TokenService &tokens() const;
    const SignIn &signIn() const;
    Cleanup &cleanup();
    Compaction &compaction();
    /// Whether or not it could be opened.
    QString databaseFile() const;
    /// Precondition: the secrets are open, as they are when the database is, or could not be opened.
    bool hasSealer() const { return m_secrets.sealer() != nullptr; }
    /// How the audit trail is sealed; without a chain before the first attempt to open the database.
    const ProfileAudit &audit() const { return m_audit; }
    /// Appends to the audit trail, in a transaction of its own; while the database is closed, once it is open
    /// again.
    void writeAudit(const AuditRecord &record);
    SandboxInbox *sandbox(); ///< null in live mode
    FaultBook *faults();     ///< null in live mode
    SenderOptions senderOptions() const;

Q_SIGNALS:
    void committed(smsauth::Changes changes); ///< coalesced; on the server thread
    void stateChanged();
    void settingsApplied();
    void faultsChanged();

private:
    Result<void> mayBegin() const;
    Result<LoadedSettings> load() const;
    Result<void> keepCurrentGatewayFields(const QMap<QString, QString> &changed);
    void closeStorage();
    Result<void> openStorage();
    void writeAudit(const AuditRecord &record, Mailbox &home, std::function<void(const Result<void> &)> written);
    Result<void> openParts();
    Result<std::unique_ptr<EngineParts>> makeParts(const Settings &settings);
    void recoverOutbox();
    Result<void> startOn(std::optional<quint16> port, const HeldListener &held);
    /// handOver: another server comes at once.
    void stopServing(bool handOver);
    void startSender();
    void stopSender();

    const EngineOptions m_options;
    const Profile m_profile;
    const Clock &m_clock;
    Random &m_random;
    Mailbox m_home;

    LoadedSettings m_loaded;
    ProviderConfig m_providerConfig;
    ProviderRegistry m_providers;
    FaultBook m_faults;
    CommitNews *m_news; ///< a child, as all that has to move along to the server thread
    ProfileSecrets m_secrets;
    ProfileAudit m_audit;
    ProfileStorage m_storage;
    QList<AuditRecord> m_auditForReopening; ///< asked for while the database was closed
    bool m_hasSwept = false;                ///< what an earlier process had staged is removed
    std::unique_ptr<EngineParts> m_parts;

    ServerState m_state = ServerState::Stopped;
    QString m_url;
    Error m_failure;
    std::optional<quint16> m_portForThisRun;
};

} // namespace smsauth
