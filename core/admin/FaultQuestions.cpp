// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/FaultQuestions.h"

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

Error onlySimulated()
{
    return {ErrorCode::NotAllowed, u"test numbers and faults work only in simulated mode"_s, {}};
}

} // namespace

void listFaults(ServerSide &server, Done<QList<FaultRule>> done)
{
    const FaultBook *faults = server.engine().faults();
    done(faults ? faults->rules() : QList<FaultRule>());
}

void changeFault(ServerSide &server, const FaultRule &rule, Done<void> done)
{
    FaultBook *faults = server.engine().faults();
    if (!faults)
        return done(onlySimulated());
    const Result<FaultRule> set = faults->set(rule, server.engine().settings());
    if (!set)
        return done(set.error());
    server.writeAudit(u"fault.set"_s, maskedFaultId(rule.id()), wireName(rule.effect.outcome));
    done({});
}

void dropFault(ServerSide &server, const QString &id, Done<void> done)
{
    FaultBook *faults = server.engine().faults();
    if (!faults)
        return done(onlySimulated());
    const Result<void> removed = faults->remove(id);
    if (removed)
        server.writeAudit(u"fault.removed"_s, maskedFaultId(id));
    done(removed);
}

void dropFaults(ServerSide &server, Done<int> done)
{
    FaultBook *faults = server.engine().faults();
    if (!faults)
        return done(onlySimulated());
    const Result<int> cleared = faults->clear();
    if (cleared && *cleared > 0)
        server.writeAudit(u"faults.cleared"_s, {}, QString::number(*cleared));
    done(cleared);
}

} // namespace smsauth
