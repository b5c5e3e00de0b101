// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/PhoneNumber.h"

#include <QJsonObject>
#include <QList>
#include <optional>

// Plain structs that travel between threads and to the user interface. No behaviour beyond names.

namespace smsauth {

using RowId = qint64; ///< > 0; 0 means "none"

enum class CodeState { Live, Used, Expired, Superseded, Exhausted };
enum class MessageState {
    Queued,
    Sending,
    Sent,
    Delivered,
    Undelivered,
    Failed,
    Expired,
    Cancelled,
    Blocked,
    KeyLost,
};

/// "live", "key_lost", …: the words of the database, of JSON and of the command line.
QLatin1StringView wireName(CodeState state);
QLatin1StringView wireName(MessageState state);
std::optional<MessageState> messageStateFromName(QStringView name);
std::optional<CodeState> codeStateFromName(QStringView name);
/// True when nothing will change the row any more.
bool isFinal(MessageState state);
/// What counts as sent, and what as failed, wherever it is counted or looked for.
inline constexpr MessageState SentStates[] = {MessageState::Sent, MessageState::Delivered,
                                              MessageState::Undelivered};
inline constexpr MessageState FailedStates[] = {MessageState::Failed, MessageState::Expired, MessageState::KeyLost};

struct CodeRecord
{
    RowId id = 0;
    PhoneNumber phone;
    QString code; ///< empty in live mode, when the key is lost, and when the code is final
    Timestamp createdAt;
    Timestamp expiresAt;
    int tries = 0;
    int maxTries = 0;
    CodeState state = CodeState::Live;
    RowId messageId = 0;
    std::optional<MessageState> messageState;
    RowId changeForUser = 0; ///< the user who asked to change to this number; 0 for a sign-in
};

struct AttemptRecord
{
    Timestamp at;
    QString provider;
    int status = 0;       ///< HTTP status; 0: no answer
    QString providerCode; ///< the gateway's own code
    QString error;        ///< the gateway's own words, or what the network said; empty on success
    int durationMs = 0;
};

struct MessageRecord
{
    RowId id = 0;
    Timestamp createdAt;
    PhoneNumber phone;
    QString provider;
    MessageState state = MessageState::Queued;
    QString reason; ///< why it is blocked, failed, cancelled …; empty while all is well
    QString providerMessageId;
    QString text; ///< only for the simulator, and only while the key is there
    QString code; ///< as text
    Timestamp expiresAt;
    std::optional<Timestamp> verifiedAt; ///< when its code was used
    QList<AttemptRecord> attempts;       ///< oldest first
};

struct UserRecord
{
    RowId id = 0;
    PhoneNumber phone;
    QString username;
    QString firstName;
    QString lastName;
    QString email;
    bool isActive = true;
    QJsonObject attributes; ///< own attributes; the one named by SMS_USER_FIELD holds the phone
    Timestamp createdAt;
    std::optional<Timestamp> lastSignInAt;
};

struct AuditRecord
{
    RowId id = 0;
    Timestamp at;
    QString actor;  ///< "console", "command line", "server"
    QString action; ///< "codes.cleared", "settings.changed", "debug_code.used", …
    QString subject;
    QString detail;
};

struct CleanupReport
{
    qint64 expired = 0;      ///< codes that ran out unused
    qint64 removed = 0;      ///< how many of them were removed; 0 in a dry run
    qint64 logRemoved = 0;   ///< rows of the send log past their retention; in a dry run, what a run would remove
    QList<CodeRecord> codes; ///< in a dry run: those that ran out first, at most Shown; without digits

    static constexpr int Shown = 50;
};

/// One cleanup, or several of the schedule in a row that had nothing to remove.
struct CleanupRun
{
    RowId id = 0;
    Timestamp since; ///< end of the first of them
    Timestamp at;    ///< end of the last of them
    int runs = 1;
    QString cause; ///< Schedule, "console", "command line"
    CleanupReport report;
    milliseconds duration{0}; ///< of the last of them
    QString error;            ///< why it ended before its time; empty: it did not

    static constexpr QLatin1StringView Schedule{"schedule"}; ///< a cause, as the database knows it
    bool foundNothing() const { return error.isEmpty() && report.removed == 0 && report.logRemoved == 0; }
};

struct CleanupStatus
{
    qint64 expiredNow = 0;
    std::optional<Timestamp> lastRun;
    CleanupReport lastReport;
    std::optional<Timestamp> nextRun; ///< none: no schedule
    QList<CleanupRun> history;        ///< newest first, of earlier starts as well; at most HistoryShown

    static constexpr int HistoryShown = 50;
};

enum class Mode { Simulated, Live };

enum class ServerState { Stopped, Starting, Running, Stopping, Failed };

/// What has to be typed before the secrets can be used: nothing, the passphrase of the sealed file, or a first one
/// that will be its passphrase from then on.
enum class PassphraseNeed { None, Known, First };

/// All that the frame of the console shows; one snapshot, no further question needed.
struct ServerStatus
{
    ServerState state = ServerState::Stopped;
    QString url;   ///< "http://127.0.0.1:8000"; empty unless running
    Error failure; ///< meaningful in Failed
    Mode mode = Mode::Simulated;
    QString provider;  ///< id, "sandbox" for the simulator
    qint64 queued = 0; ///< messages not yet final
    qint64 liveCodes = 0;
    qint64 sentToday = 0; ///< since local midnight: sent, delivered, undelivered
    qint64 verifiedToday = 0;
    qint64 failedToday = 0; ///< FailedStates
    qint64 blockedToday = 0;
    QStringList warnings; ///< stable ids: "debug_code", "reachable_from_network", "short_codes", "secrets_locked",
                          ///< "memory_secrets", "faults_on"
    int faults = 0;       ///< test numbers and faults that hold now; 0 in live mode
    PassphraseNeed passphrase = PassphraseNeed::None;
    QString secretStore;       ///< "keyring", "file", "memory"
    QString secretStoreReason; ///< why it was chosen, or why it is not usable now
    QString profile;           ///< folder
};

} // namespace smsauth
