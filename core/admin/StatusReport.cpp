// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/StatusReport.h"

#include "core/settings/SecretChoice.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>

namespace smsauth {

namespace {

Timestamp localMidnight(Timestamp now)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMs(now));
    return fromMs(local.date().startOfDay().toMSecsSinceEpoch());
}

QStringList warningsOf(const Settings &settings, const QString &secretStore)
{
    QStringList warnings;
    const bool live = settings.mode() == Mode::Live;
    if (settings.debug || !settings.debugPhone.isNull())
        warnings << QStringLiteral("debug_code");
    if (settings.host != QLatin1StringView("localhost") && !QHostAddress(settings.host).isLoopback())
        warnings << QStringLiteral("reachable_from_network");
    if (live && settings.codeLength < 6)
        warnings << QStringLiteral("short_codes");
    if (live && secretStore == QLatin1StringView("memory"))
        warnings << QStringLiteral("memory_secrets");
    return warnings;
}

/// Which store could not be opened; not the one of an open vault.
PassphraseNeed passphraseNeed(const Engine &engine)
{
    const QString folder = engine.profile().folder;
    SecretsMode store = engine.settings().secrets;
    if (store == SecretsMode::Auto) {
        const auto recorded = SecretChoice::read(folder);
        if (recorded && *recorded)
            store = (*recorded)->store;
    }
    if (store != SecretsMode::File)
        return PassphraseNeed::None;
    return QFile::exists(QDir(folder).filePath(QStringLiteral("secrets.sealed"))) ? PassphraseNeed::Known
                                                                                  : PassphraseNeed::First;
}

struct StoredCounts
{
    qint64 queued = 0;
    qint64 liveCodes = 0;
    MessageFigures::Counts today;
};

} // namespace

void reportStatus(Engine &engine, Done<ServerStatus> done)
{
    ServerStatus status;
    status.state = engine.state();
    status.url = engine.url();
    status.failure = engine.failure();
    status.mode = engine.settings().mode();
    status.provider = engine.settings().provider;
    status.profile = engine.profile().folder;
    if (const SecretVault *vault = engine.vault()) {
        status.secretStore = vault->kind();
        status.secretStoreReason = vault->reason();
    }
    status.warnings = warningsOf(engine.settings(), status.secretStore);
    if (status.failure.code == ErrorCode::SecretsLocked && status.state == ServerState::Failed) {
        status.warnings << QStringLiteral("secrets_locked");
        if (!engine.vault())
            status.passphrase = passphraseNeed(engine);
    }
    if (!engine.isOpen())
        return done(status);
    if (const FaultBook *faults = engine.faults())
        status.faults = int(faults->rules().size());
    if (status.faults > 0)
        status.warnings << QStringLiteral("faults_on");

    engine.reader().submit<StoredCounts>(
        engine.home(),
        [now = engine.clock().now()](Stores &stores) -> Result<StoredCounts> {
            StoredCounts counts;
            counts.queued = stores.messages.countWaiting();
            counts.liveCodes = stores.codes.countLive(now);
            counts.today = stores.figures.countsAfter(stores.figures.lastIdBefore(localMidnight(now)));
            return counts;
        },
        [status, done = std::move(done)](const Result<StoredCounts> &counts) mutable {
            if (!counts)
                return done(counts.error());
            status.queued = counts->queued;
            status.liveCodes = counts->liveCodes;
            status.sentToday = counts->today.sent;
            status.verifiedToday = counts->today.verified;
            status.failedToday = counts->today.failed;
            status.blockedToday = counts->today.blocked;
            done(status);
        });
}

void reportActivity(Engine &engine, Done<Activity> done)
{
    engine.reader().submit<Activity>(
        engine.home(),
        [now = engine.clock().now()](Stores &stores) -> Result<Activity> {
            return Activity{stores.figures.sentPerHour(now - std::chrono::hours(Activity::Hours), Activity::Hours),
                            stores.figures.medianToVerify(stores.figures.lastIdBefore(localMidnight(now)))};
        },
        std::move(done));
}

} // namespace smsauth
