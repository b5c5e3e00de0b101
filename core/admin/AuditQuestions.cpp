// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/AuditQuestions.h"

#include "core/storage/AuditVerifier.h"

namespace smsauth {

void listAudit(ServerSide &server, int limit, RowId before, const QString &find, Done<QList<AuditRecord>> done)
{
    Engine &engine = server.engine();
    engine.reader().submit<QList<AuditRecord>>(
        engine.home(),
        [limit, before, find](Stores &stores) -> Result<QList<AuditRecord>> {
            return stores.audit.list(limit, before, find);
        },
        std::move(done));
}

void verifyAuditTrail(ServerSide &server, const NotedAuditRow &noted, Done<AuditVerdict> done)
{
    Engine &engine = server.engine();
    constexpr int MostLooks = 3;
    const auto verify = [audit = engine.audit().sealing(), file = engine.databaseFile(),
                         noted]() -> Result<AuditVerdict> {
        AuditVerdict verdict;
        const Result<void> read = guarded([&] {
            for (int look = 1;; ++look) {
                // The anchor first: rows that are written meanwhile are more than it knows, never less.
                const AuditExpectation expected{.hasBegun = audit.hasBegun,
                                                .isKept = audit.anchor.isKept(),
                                                .anchor = audit.anchor.read(),
                                                .noted = noted};
                Database database(file, Database::Access::Read);
                verdict = verifyAudit(database, *audit.chain, expected);
                // A restore may have put another trail and its anchor in their place between the two.
                if (verdict.isSound() || look == MostLooks || audit.anchor.read() == expected.anchor)
                    break;
            }
        });
        return read ? Result<AuditVerdict>(verdict) : Result<AuditVerdict>(read.error());
    };
    // After all that was done so far: its rows may still wait to be written.
    engine.storage().submit<void>(
        engine.home(), [](Stores &) { return Result<void>(); },
        [&server, verify, done = std::move(done)](const Result<void> &written) {
            if (!written)
                return done(written.error());
            server.inBackground<AuditVerdict>(verify, done);
        });
}

} // namespace smsauth
