// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/CleanupQuestions.h"

namespace smsauth {

void clearExpired(ServerSide &server, bool dryRun, Done<CleanupReport> done)
{
    Engine &engine = server.engine();
    if (dryRun)
        return engine.cleanup().dryRun(std::move(done));
    engine.cleanup().run([&server, done = std::move(done)](const Result<CleanupReport> &report) {
        if (report)
            server.writeAudit(QStringLiteral("codes.cleared"), QString::number(report->removed));
        server.tell(Admin::Topic::Cleanup);
        done(report);
    });
}

void reportCleanup(ServerSide &server, Done<CleanupStatus> done)
{
    Engine &engine = server.engine();
    CleanupStatus status = engine.cleanup().status();
    engine.reader().submit<qint64>(
        engine.home(),
        [now = engine.clock().now(), wait = engine.settings().effectiveResendWait()](
            Stores &stores) -> Result<qint64> { return stores.codes.countExpired(now, wait); },
        [status, done = std::move(done)](const Result<qint64> &expired) mutable {
            if (!expired)
                return done(expired.error());
            status.expiredNow = *expired;
            done(status);
        });
}

} // namespace smsauth
