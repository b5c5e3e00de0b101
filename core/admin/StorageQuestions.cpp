// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/StorageQuestions.h"

#include "core/engine/Profile.h"
#include "core/maintenance/Backup.h"
#include "core/maintenance/Restore.h"
#include "core/storage/DatabaseCopy.h"
#include "core/storage/DatabaseSpace.h"

#include <QFileInfo>
#include <QScopeGuard>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

using Kind = DatabaseTask::Kind;

void tellAll(ServerSide &server)
{
    using Topic = Admin::Topic;
    for (const Topic topic :
         {Topic::Status, Topic::Codes, Topic::Messages, Topic::Users, Topic::Cleanup, Topic::Audit})
        server.tell(topic);
}

/// The secrets are read before the database is: without them it cannot be said whose a back-up is.
Result<void> canRestore(Engine &engine)
{
    if (engine.hasSealer() && engine.audit().sealing().chain)
        return {};
    return engine.failure();
}

Result<CompactReport> rebuildClosed(Engine &engine)
{
    CompactReport report;
    const auto work = [&report](const QString &file) {
        return guarded([&] {
            Database database(file, Database::Access::Write);
            report.before = sizeOf(database).bytes;
            rebuild(database);
            report.after = sizeOf(database).bytes;
        });
    };
    const Result<void> done = engine.whileClosed(work, [](const QString &) { return Result<void>(); });
    return done ? Result<CompactReport>(report) : Result<CompactReport>(done.error());
}

/// What the dialog says, and the file that is told of.
struct Staged
{
    std::shared_ptr<StagedBackup> backup = std::make_shared<StagedBackup>();
    BackupCheck check;
    AuditLink newest; ///< once it is prepared: what the audit trail of the back-up ends with
};

Result<Staged> stage(const QString &file, const QString &database, const QString &keyId)
{
    Staged staged;
    const Result<BackupCheck> check = staged.backup->stage(file, database, keyId);
    if (!check)
        return check.error();
    staged.check = *check;
    return staged;
}

/// 20260101-094107, in local time.
QString dated(Timestamp now)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(now)).toString(u"yyyyMMdd-HHmmss"_s);
}

} // namespace

void reportStorageSize(ServerSide &server, Done<StorageSize> done)
{
    Engine &engine = server.engine();
    engine.reader().submit<StorageSize>(
        engine.home(), [](Stores &stores) -> Result<StorageSize> { return sizeOf(stores.database); },
        std::move(done));
}

void compactStorage(ServerSide &server, bool rebuild, Done<CompactReport> done)
{
    auto tell = [&server, done = std::move(done)](const Result<CompactReport> &report) {
        if (report)
            server.writeAudit(u"database.compacted"_s, QString::number(report->before - report->after));
        server.tell(Admin::Topic::Cleanup);
        done(report);
    };
    if (!rebuild)
        return server.engine().compaction().run(std::move(tell));
    if (const auto begun = server.databaseTask().begin(Kind::Rebuild); !begun)
        return tell(begun.error());
    const Result<CompactReport> rebuilt = rebuildClosed(server.engine());
    server.databaseTask().end();
    tell(rebuilt);
}

void backUp(ServerSide &server, const QString &file, bool overwrite, Done<BackupReport> done)
{
    if (Profile::holds(file))
        return done({ErrorCode::InvalidInput, u"%1 lies in the folder of a profile"_s.arg(file)});
    const Result<Cancellation> begun = server.databaseTask().begin(Kind::BackUp);
    if (!begun)
        return done(begun.error());
    server.inBackground<BackupReport>(
        [database = server.engine().databaseFile(), file, overwrite, cancellation = *begun] {
            return writeBackup(database, file, overwrite, cancellation);
        },
        [&server, done = std::move(done)](const Result<BackupReport> &report) {
            server.databaseTask().end();
            if (report)
                server.writeAudit(u"database.backed_up"_s, QFileInfo(report->file).fileName());
            done(report);
        });
}

void cancelBackUp(ServerSide &server)
{
    server.databaseTask().cancel(Kind::BackUp);
}

void checkBackup(ServerSide &server, const QString &file, Done<BackupCheck> done)
{
    Engine &engine = server.engine();
    if (const Result<void> can = canRestore(engine); !can)
        return done(can.error());
    server.inBackground<BackupCheck>(
        [file, database = engine.databaseFile(),
         keyId = QString::fromLatin1(engine.sealer().keyId())]() -> Result<BackupCheck> {
            const Result<Staged> staged = stage(file, database, keyId);
            if (!staged)
                return staged.error();
            return staged->check;
        },
        [&engine, done = std::move(done)](const Result<BackupCheck> &check) {
            if (!check || !engine.isOpen())
                return done(check);
            engine.reader().submit<BackupCheck>(
                engine.home(),
                [known = *check](Stores &stores) mutable -> Result<BackupCheck> {
                    known.present = contentsOf(stores.database);
                    return known;
                },
                done);
        });
}

void restoreBackup(ServerSide &server, const QString &file, Done<RestoreReport> done)
{
    Engine &engine = server.engine();
    if (const Result<void> can = canRestore(engine); !can)
        return done(can.error());
    if (const auto begun = server.databaseTask().begin(Kind::Restore); !begun)
        return done(begun.error());
    const AuditRecord note{.id = 0,
                           .at = engine.clock().now(),
                           .actor = server.actor(),
                           .action = u"database.restored"_s,
                           .subject = QFileInfo(file).fileName(),
                           .detail = {}};
    server.inBackground<Staged>(
        [file, database = engine.databaseFile(), keyId = QString::fromLatin1(engine.sealer().keyId()), note,
         chain = engine.audit().sealing().chain]() -> Result<Staged> {
            Result<Staged> staged = stage(file, database, keyId);
            if (!staged)
                return staged.error();
            const Result<void> prepared = staged->backup->prepare([&](Stores &stores) {
                stores.audit.adopt(chain, note.at, note.actor);
                stores.audit.append(note);
                staged->newest = stores.audit.newest();
            });
            return prepared ? staged : Result<Staged>(prepared.error());
        },
        [&server, &engine, note, done = std::move(done)](const Result<Staged> &staged) {
            const auto ended = qScopeGuard([&server] { server.databaseTask().end(); });
            if (!staged)
                return done(staged.error());
            RestoreReport report{.kept = {}, .contents = staged->check.contents, .sameKey = staged->check.sameKey};
            const AuditLink before = engine.audit().anchored();
            const auto work = [&](const QString &database) -> Result<void> {
                if (const Result<void> follows = staged->backup->followNumbersOf(database); !follows)
                    return follows;
                // From here on either trail is the right one, whatever ends the process before it is known which.
                if (const Result<void> anchored = engine.audit().anchorRestored(staged->newest); !anchored)
                    return anchored;
                const Result<QString> kept =
                    exchangeDatabase(database, staged->backup->file(), u"before-restore-"_s + dated(note.at));
                if (!kept)
                    return kept.error();
                staged->backup->release();
                report.kept = *kept;
                return {};
            };
            const auto undo = [&](const QString &database) -> Result<void> {
                // By now the anchor may name the restored trail alone.
                const auto anchored = before.id > 0 ? engine.audit().anchorRestored(before) : Result<void>();
                if (!anchored)
                    return anchored;
                return returnDatabase(database, report.kept);
            };
            const Result<void> restored = engine.whileClosed(work, undo);
            tellAll(server);
            done(restored ? Result<RestoreReport>(report) : Result<RestoreReport>(restored.error()));
        });
}

} // namespace smsauth
