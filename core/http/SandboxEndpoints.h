// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/HttpServer.h"
#include "core/http/Router.h"

namespace smsauth {

/// /sandbox/…: what the simulated phones received, and the faults of their network, for scripts on this machine.
/// Nobody else learns that it exists.
class SandboxEndpoints
{
public:
    explicit SandboxEndpoints(const HttpContext &context);

    /// Adds nothing in live mode. The endpoints outlive the router.
    void addTo(Router &router);

private:
    void list(const HttpRequest &request, const Reply &reply);
    void wait(const HttpRequest &request, const Reply &reply);
    void remove(const HttpRequest &request, const Reply &reply);
    void reset(const HttpRequest &request, const Reply &reply);
    void setFault(const HttpRequest &request, const Reply &reply);
    void removeFaults(const HttpRequest &request, const Reply &reply);
    /// Answers once the deed is in the audit trail.
    void sendAudited(const AuditRecord &deed, const QByteArray &body, const Reply &reply);

    const Settings &m_settings;
    SandboxInbox *m_inbox;
    FaultBook *m_faults;
    std::function<void(const AuditRecord &, std::function<void(const Result<void> &)>)> m_audit;
};

} // namespace smsauth
