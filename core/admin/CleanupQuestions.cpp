// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/CleanupQuestions.h"

#include <algorithm>

namespace smsauth {

void clearExpired(ServerSide &server, bool dryRun, Done<CleanupReport> done)
{
    Engine &engine = server.engine();
    if (dryRun)
        return engine.cleanup().dryRun(std::move(done));
    engine.cleanup().run(server.actor(), [&server, done = std::move(done)](const Result<CleanupReport> &report) {
        if (report)
            server.writeAudit(QStringLiteral("codes.cleared"), QString::number(report->removed));
        server.tell(Admin::Topic::Cleanup);
        done(report);
    });
}

void reportCleanup(ServerSide &server, Done<CleanupStatus> done)
{
    Engine &engine = server.engine();
    engine.reader().submit<CleanupStatus>(
        engine.home(),
        [status = engine.cleanup().status(), now = engine.clock().now(),
         wait = engine.settings().effectiveResendWait()](Stores &stores) mutable -> Result<CleanupStatus> {
            status.expiredNow = stores.codes.countExpired(now, wait);
            status.history = stores.cleanups.list(CleanupStatus::HistoryShown);
            const auto last = std::find_if(status.history.begin(), status.history.end(),
                                           [](const CleanupRun &run) { return run.error.isEmpty(); });
            if (!status.lastRun && last != status.history.end()) {
                status.lastRun = last->at;
                status.lastReport = last->report;
            }
            return status;
        },
        std::move(done));
}

} // namespace smsauth
