// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/SettingCommands.h"

#include "core/admin/Commands.h"
#include "core/settings/SettingsSources.h"

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

CommandAnswer named(QFuture<Result<void>> done, const QString &name)
{
    return done.then([name](const Result<void> &result) -> Result<QJsonObject> {
        if (!result)
            return result.error();
        return QJsonObject{{u"name"_s, name}};
    });
}

/// The gateway that an import makes the active one; empty when it leaves the mode alone, or says itself what is
/// wrong.
QString gatewayIn(const QByteArray &text)
{
    const Result<ImportedSettings> imported = smsauth::importSettings(text);
    const QString gateway = imported ? imported->settings.value(u"SMS_AUTH_PROVIDER"_s).toString() : QString();
    return gateway == u"sandbox" ? QString() : gateway;
}

QString secretName(CommandArguments &arguments)
{
    const QString name = arguments.requiredText(u"name"_s);
    if (const Result<void> good = Commands::checkSecretName(name); !good)
        arguments.refuse(good.error().code, good.error().detail);
    return name;
}

} // namespace

CommandAnswer settingsShowCommand(CommandContext &context)
{
    const Result<void> good = context.arguments.verdict();
    return good ? converted(context.admin.settings()) : answered(good.error());
}

CommandAnswer settingsImportCommand(CommandContext &context)
{
    const QByteArray text = context.arguments.requiredText(u"text"_s).toUtf8();
    const bool live = context.arguments.flag(u"live"_s);
    const Result<void> good = context.arguments.verdict();
    if (!good)
        return answered(good.error());
    const QString gateway = gatewayIn(text);
    if (live || gateway.isEmpty())
        return converted(context.admin.importSettings(text));
    return context.admin.status()
        .then(&context.admin,
              [&admin = context.admin, text, gateway](const Result<ServerStatus> &status) {
                  if (!status || status->mode == Mode::Live)
                      return converted(admin.importSettings(text));
                  return answered(
                      Error{ErrorCode::InvalidInput,
                            u"nothing is imported: with the gateway %1, which these settings name, every "
                            u"sign-in sends a real SMS; repeat with --live to go live"_s.arg(gateway),
                            {}});
              })
        .unwrap();
}

CommandAnswer secretSetCommand(CommandContext &context)
{
    const QString name = secretName(context.arguments);
    const Secret value(context.arguments.requiredText(u"value"_s).toUtf8());
    const Result<void> good = context.arguments.verdict();
    return good ? named(context.admin.writeSecret(name, value), name) : answered(good.error());
}

CommandAnswer secretListCommand(CommandContext &context)
{
    const Result<void> good = context.arguments.verdict();
    return good ? listed(context.admin.secrets(), u"secrets"_s) : answered(good.error());
}

CommandAnswer secretDeleteCommand(CommandContext &context)
{
    const QString name = secretName(context.arguments);
    const Result<void> good = context.arguments.verdict();
    return good ? named(context.admin.removeSecret(name), name) : answered(good.error());
}

} // namespace smsauth
