// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tryit/ServerTarget.h"

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

ServerTarget targetFrom(const QString &url, const QJsonObject &settings)
{
    ServerTarget server;
    server.target.server = QUrl(url);
    server.target.path = settings.value("SMS_AUTH_PATH"_L1).toString(server.target.path);
    server.target.certificateFile = settings.value("SMS_AUTH_TLS_CERT"_L1).toString();
    server.region = settings.value("SMS_AUTH_REGION"_L1).toString();
    server.checks.maxTries = settings.value("SMS_AUTH_MAX_TRIES"_L1).toInt(server.checks.maxTries);
    server.checks.codeLife = seconds(settings.value("SMS_TIMELIFE"_L1).toInt(int(server.checks.codeLife.count())));
    const QJsonValue wait = settings.value("SMS_AUTH_RESEND_WAIT"_L1); // null: the life of a code
    server.checks.resendMustWait = !wait.isDouble() || wait.toInt() > 0;
    return server;
}

} // namespace

void askServerTarget(QObject *asker, const PanelContext &context,
                     std::function<void(const Result<ServerTarget> &)> done)
{
    const ServerStatus status = context.status.current();
    whenDone(asker, context.admin.settings(), [status, done = std::move(done)](const Result<SettingsView> &view) {
        if (status.state != ServerState::Running)
            done({ErrorCode::NotFound, u"the server is not running"_s});
        else if (!view)
            done(view.error());
        else
            done(targetFrom(status.url, view->values));
    });
}

} // namespace smsauth
