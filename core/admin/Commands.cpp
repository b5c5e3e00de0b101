// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/Commands.h"

#include "core/admin/AuditCommands.h"
#include "core/admin/CommandContext.h"
#include "core/admin/FaultCommands.h"
#include "core/admin/LocalAdmin.h"
#include "core/admin/RecordCommands.h"
#include "core/admin/SettingCommands.h"
#include "core/admin/StorageCommands.h"

#include <QRegularExpression>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

CommandAnswer statusCommand(CommandContext &context)
{
    const Result<void> good = context.arguments.verdict();
    if (!good)
        return answered(good.error());
    return context.admin.status().then([](const Result<ServerStatus> &status) -> Result<QJsonObject> {
        if (!status)
            return status.error();
        // Before it came to a secret store, settings and mode are not known: the defaults would be a lie.
        if (status->state == ServerState::Failed && status->secretStore.isEmpty())
            return status->failure;
        // Counters of a database that cannot be read would be another.
        if (status->state == ServerState::Failed && status->failure.code == ErrorCode::Storage)
            return status->failure;
        return toJson(*status);
    });
}

struct Command
{
    QLatin1StringView name;
    CommandAnswer (*run)(CommandContext &);
};

constexpr Command commands[] = {
    {QLatin1StringView("status"), statusCommand},
    {QLatin1StringView("clear-expired"), clearExpiredCommand},
    {QLatin1StringView("codes.list"), codesListCommand},
    {QLatin1StringView("codes.wait"), codesWaitCommand},
    {QLatin1StringView("log"), logCommand},
    {QLatin1StringView("send-test"), sendTestCommand},
    {QLatin1StringView("users.list"), usersListCommand},
    {QLatin1StringView("faults.list"), faultsListCommand},
    {QLatin1StringView("faults.set"), faultsSetCommand},
    {QLatin1StringView("faults.clear"), faultsClearCommand},
    {QLatin1StringView("backup"), backupCommand},
    {QLatin1StringView("restore"), restoreCommand},
    {QLatin1StringView("compact"), compactCommand},
    {QLatin1StringView("audit.list"), auditListCommand},
    {QLatin1StringView("audit.verify"), auditVerifyCommand},
    {QLatin1StringView("settings.show"), settingsShowCommand},
    {QLatin1StringView("settings.check"), settingsShowCommand},
    {QLatin1StringView("settings.import"), settingsImportCommand},
    {QLatin1StringView("secret.set"), secretSetCommand},
    {QLatin1StringView("secret.list"), secretListCommand},
    {QLatin1StringView("secret.delete"), secretDeleteCommand},
};

/// A number without its country needs the region of the settings.
bool isNational(const QJsonValue &phone)
{
    return phone.isString() && !phone.toString().trimmed().startsWith(u'+');
}

} // namespace

Commands::Commands(Admin &admin)
    : m_admin(commandLineOf(admin))
{
}

QStringList Commands::names()
{
    QStringList all;
    for (const Command &command : commands)
        all.append(command.name);
    return all;
}

// The sealing key is the program's own: replacing it would make all that is sealed unreadable.
Result<void> Commands::checkSecretName(const QString &name)
{
    static const QRegularExpression shape(u"\\A([A-Za-z0-9_-]{1,64}\\.[A-Za-z0-9_-]{1,64}|token_key)\\z"_s);
    if (shape.match(name).hasMatch())
        return {};
    return {ErrorCode::InvalidInput, u"name: GATEWAY.FIELD (twilio.password, say) or token_key is expected"_s};
}

Commands::Answer Commands::run(const QString &name, const QJsonObject &arguments, const Cancellation &cancellation)
{
    if (!isNational(arguments.value(u"phone"_s)) && !isNational(arguments.value(u"to"_s)))
        return start(name, arguments, {}, cancellation);
    return m_admin.settings()
        .then(&m_admin,
              [this, name, arguments, cancellation](const Result<SettingsView> &settings) {
                  if (!settings)
                      return answered(settings.error());
                  return start(name, arguments, settings->values.value(u"SMS_AUTH_REGION"_s).toString(),
                               cancellation);
              })
        .unwrap();
}

Commands::Answer Commands::start(const QString &name, const QJsonObject &arguments, const QString &region,
                                 const Cancellation &cancellation)
{
    for (const Command &command : commands) {
        if (name == command.name) {
            CommandContext context{m_admin, CommandArguments(arguments), region, cancellation};
            return command.run(context);
        }
    }
    return answered(Error{ErrorCode::InvalidInput, u"unknown command "_s + name.left(40), {}});
}

} // namespace smsauth
