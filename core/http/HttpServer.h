// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/AuthService.h"
#include "core/http/HeldListener.h"
#include "core/http/HttpLimits.h"
#include "core/settings/Settings.h"

#include <QObject>
#include <functional>
#include <memory>
#include <optional>

namespace smsauth {

class FaultBook;
class SandboxInbox;

/// What the endpoints need; all outlive the HttpServer.
struct HttpContext
{
    const Settings &settings;
    AuthService &auth;
    SandboxInbox *sandbox = nullptr; ///< null in live mode: the sandbox paths answer 404
    std::function<bool()> healthy;   ///< false: /healthz answers 503
    HttpLimits limits{};             ///< what a connection may cost
    FaultBook *faults = nullptr;     ///< null in live mode; only with a sandbox
    /// Appends to the audit trail what a script has done; `written` runs once it is, or could not be. May
    /// be absent.
    std::function<void(const AuditRecord &deed, std::function<void(const Result<void> &)> written)> audit{};
};

/// QHttpServer behind the connection guard: the only file that knows QHttpServer. Create, use and destroy on one
/// thread with an event loop.
class HttpServer : public QObject
{
public:
    explicit HttpServer(HttpContext context, QObject *parent = nullptr);
    ~HttpServer() override;

    /// Opens the listener of the settings (host, port, TLS). Returns the base URL with the real port, no trailing
    /// slash. port: overrides the setting when given. Errors: InUse (detail names the port), Settings (certificate,
    /// address). held: the listening socket of the server before this one, on the same address and port.
    Result<QString> listen(std::optional<quint16> port = std::nullopt, const HeldListener &held = {});

    /// The socket that it listens on, for the server that comes after it.
    HeldListener holdListener() const;
    /// As close(), but whoever has connected already is served first: a request that is on its way is not refused.
    void handOver(milliseconds grace);

    /// Closes the listener; waits up to `grace` for answers under way. Runs the event loop meanwhile.
    void close(milliseconds grace);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace smsauth
