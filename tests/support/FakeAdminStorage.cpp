// SPDX-License-Identifier: GPL-3.0-or-later
// FakeAdmin: cleanup and the database as a whole
#include "tests/support/FakeAdmin.h"

#include "tests/support/FakeAdminAnswer.h"

namespace smsauth {

using namespace Qt::StringLiterals;

Admin::Answer<CleanupReport> FakeAdmin::clearExpired(bool dryRun)
{
    return answer<CleanupReport>(u"clearExpired"_s, {{u"dryRun"_s, dryRun}}, [=, this] {
        CleanupReport report;
        report.expired = cleanup.expiredNow;
        if (dryRun && wouldGo)
            report.codes = QList<CodeRecord>(wouldGo->first, wouldGo->second);
        if (!dryRun) {
            report.removed =
                codeRows.removeIf([](const CodeRecord &row) { return row.state == CodeState::Expired; });
            cleanup.lastRun = clock.now();
            cleanup.lastReport = report;
            recount();
            Q_EMIT changed(Topic::Codes);
            Q_EMIT changed(Topic::Cleanup);
        }
        return Result<CleanupReport>(report);
    });
}

Admin::Answer<CleanupStatus> FakeAdmin::cleanupStatus()
{
    return answer<CleanupStatus>(u"cleanupStatus"_s, {}, [this] { return Result<CleanupStatus>(cleanup); });
}

void FakeAdmin::holdCleanup(milliseconds time)
{
    calls.append({u"holdCleanup"_s, {{u"time"_s, qint64(time.count())}}});
}

Admin::Answer<StorageSize> FakeAdmin::storageSize()
{
    return answer<StorageSize>(u"storageSize"_s, {}, [this] { return Result<StorageSize>(size); });
}

Admin::Answer<CompactReport> FakeAdmin::compact(bool rebuild)
{
    return answer<CompactReport>(u"compact"_s, {{u"rebuild"_s, rebuild}}, [=, this]() -> Result<CompactReport> {
        if (!size.shrinks && !rebuild)
            return {ErrorCode::NotAllowed};
        const CompactReport report{size.bytes, size.bytes - size.free};
        size.bytes = report.after;
        size.free = 0;
        size.shrinks = true;
        Q_EMIT changed(Topic::Cleanup);
        return report;
    });
}

Admin::Answer<BackupReport> FakeAdmin::backUp(const QString &file, bool overwrite)
{
    return answer<BackupReport>(u"backUp"_s, {{u"file"_s, file}, {u"overwrite"_s, overwrite}}, [=, this] {
        return Result<BackupReport>(
            BackupReport{file, size.bytes - size.free, {codeRows.size(), messageRows.size(), userRows.size()}});
    });
}

void FakeAdmin::cancelBackUp()
{
    calls.append({u"cancelBackUp"_s, {}});
}

Admin::Answer<BackupCheck> FakeAdmin::checkBackup(const QString &file)
{
    return answer<BackupCheck>(u"checkBackup"_s, {{u"file"_s, file}}, [=, this] {
        BackupCheck check = backupAnswer;
        check.file = file;
        check.present = {codeRows.size(), messageRows.size(), userRows.size()};
        return Result<BackupCheck>(check);
    });
}

Admin::Answer<RestoreReport> FakeAdmin::restore(const QString &file)
{
    return answer<RestoreReport>(u"restore"_s, {{u"file"_s, file}},
                                 [this] { return Result<RestoreReport>(restoreAnswer); });
}

} // namespace smsauth
