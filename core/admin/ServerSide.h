// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/ServerCore.h"

namespace smsauth {

/// What an answer works with: the server, and who has asked, as the audit trail names them. Lives as long as the
/// core; used on the server thread.
class ServerSide
{
public:
    ServerSide(ServerCore &core, const QString &actor)
        : m_core(core)
        , m_actor(actor)
    {
    }
    Q_DISABLE_COPY_MOVE(ServerSide)

    ServerCore &core() { return m_core; }
    Engine &engine() { return m_core.engine(); }
    const QString &actor() const { return m_actor; }
    LimitTrials &limitTrials() { return m_core.limitTrials(); }
    DatabaseTask &databaseTask() { return m_core.databaseTask(); }

    void tell(Admin::Topic topic) { m_core.tell(topic); }
    void writeAudit(const QString &action, const QString &subject, const QString &detail = {})
    {
        m_core.writeAudit(m_actor, action, subject, detail);
    }

    /// As those of the core.
    template<class T>
    void inBackground(std::function<Result<T>()> work, Done<T> done)
    {
        m_core.inBackground<T>(std::move(work), std::move(done));
    }
    template<class T>
    void compute(std::function<Result<T>()> work, Done<T> done)
    {
        m_core.compute<T>(std::move(work), std::move(done));
    }

private:
    ServerCore &m_core;
    const QString m_actor;
};

} // namespace smsauth
