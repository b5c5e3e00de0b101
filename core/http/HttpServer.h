// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/AuthService.h"
#include "core/http/HttpLimits.h"
#include "core/http/KeptListener.h"
#include "core/settings/Settings.h"

#include <QObject>
#include <functional>
#include <memory>
#include <optional>

namespace smsauth {

class SandboxInbox;

/// What the endpoints need; all outlive the HttpServer.
struct HttpContext
{
    const Settings &settings;
    AuthService &auth;
    SandboxInbox *sandbox = nullptr; ///< null in live mode: the sandbox paths answer 404
    std::function<bool()> healthy;   ///< false: /healthz answers 503
    HttpLimits limits{};             ///< what a connection may cost
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
    /// address). kept: goes on with this one, which has the address and port of the settings.
    Result<QString> listen(std::optional<quint16> port = std::nullopt, KeptListener kept = {});

    /// Takes no more connections and gives the listener away, for the next server; then waits up to `time` for the
    /// requests that are on their way already. Runs the event loop meanwhile. Before close().
    KeptListener handOver(milliseconds time);

    /// Closes the listener; waits up to `grace` for answers under way. Runs the event loop meanwhile.
    void close(milliseconds grace);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace smsauth
