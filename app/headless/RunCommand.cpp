// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/RunCommand.h"

#include "app/AnswerText.h"
#include "app/Output.h"
#include "app/ProfileSession.h"
#include "app/SecretInput.h"
#include "app/headless/StartSettings.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QStringDecoder>
#include <cerrno>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LongestImport = 256 * 1024;
constexpr seconds DefaultWait{30};
constexpr milliseconds AnswerTime{120'000};
constexpr milliseconds LongAnswerTime{3'600'000}; // what takes as long as the database is large

Result<QString> readTextFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {ErrorCode::InvalidInput, u"cannot read %1: %2"_s.arg(name, file.errorString())};
    const QByteArray bytes = file.read(LongestImport + 1);
    if (bytes.size() > LongestImport)
        return {ErrorCode::InvalidInput, u"%1 is longer than %2 bytes"_s.arg(name).arg(LongestImport)};
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(bytes);
    if (decode.hasError())
        return {ErrorCode::InvalidInput, name + u" is not UTF-8 text"_s};
    if (text.isEmpty())
        return {ErrorCode::InvalidInput, name + u" is empty"_s};
    return text;
}

/// The options, the operand, and what does not stand on the command line.
Result<QJsonObject> completeArguments(const Invocation &call)
{
    QJsonObject arguments = call.arguments;
    if (call.info->argument == QLatin1StringView("file")) {
        arguments.insert(call.info->argument, QDir::cleanPath(QDir::current().absoluteFilePath(call.operand)));
    } else if (call.info->operand == QLatin1StringView("FILE")) {
        const Result<QString> text = readTextFile(call.operand);
        if (!text)
            return text.error();
        arguments.insert(call.info->argument, *text);
    } else if (!call.info->operand.isEmpty()) {
        arguments.insert(call.info->argument, call.operand);
    }
    if (call.info->command == QLatin1StringView("secret.set")) {
        // Nobody types a secret for a name that cannot have one.
        if (const Result<void> good = Commands::checkSecretName(call.operand); !good)
            return good.error();
        const Result<Secret> value = readSecret(u"Value of "_s + call.operand);
        if (!value)
            return value.error();
        QStringDecoder decode(QStringDecoder::Utf8);
        arguments.insert(u"value"_s, QString(decode(value->reveal())));
        if (decode.hasError())
            return {ErrorCode::InvalidInput, u"the value is not UTF-8 text"_s};
    }
    return arguments;
}

/// What has something to say only of a profile that is there; a mistyped folder must not become one.
bool wantsAProfile(const QString &command)
{
    static const QSet<QString> commands{u"status"_s,      u"clear-expired"_s, u"codes.list"_s,   u"log"_s,
                                        u"users.list"_s,  u"faults.list"_s,   u"faults.clear"_s, u"settings.show"_s,
                                        u"secret.list"_s, u"secret.delete"_s, u"backup"_s,       u"compact"_s,
                                        u"audit.list"_s,  u"audit.verify"_s};
    return commands.contains(command);
}

Result<QJsonObject> answerTo(const Invocation &call, ProfileSession &session)
{
    const QString command = call.info->command;
    if (wantsAProfile(command)) {
        if (const Result<void> there = ProfileSession::checkProfile(call); !there)
            return there.error();
    }
    const Result<QJsonObject> arguments = completeArguments(call);
    if (!arguments)
        return arguments;
    if (command == u"codes.wait") {
        const qint64 asked = arguments->value(u"timeout"_s).toInteger(DefaultWait.count());
        if (asked < 0 || asked > Commands::LongestWait.count())
            return {ErrorCode::InvalidInput,
                    u"timeout: a whole number from 0 to %1 is expected"_s.arg(Commands::LongestWait.count())};
        return session.waitForCode(*arguments, seconds(asked));
    }
    const bool isLong =
        command == u"backup" || command == u"restore" || command == u"compact" || command == u"audit.verify";
    return session.run(command, *arguments, isLong ? LongAnswerTime : AnswerTime);
}

Result<QJsonObject> checkSettings(const Invocation &call)
{
    const Result<StartSettings> settings = StartSettings::read(call);
    if (!settings)
        return settings.error();
    if (const Result<void> files = settings->checkFiles(); !files)
        return files.error();
    return settings->toJson();
}

/// Phones are masked unless it is certain that this is only a simulation.
bool mayBeLive(ProfileSession &session)
{
    const Result<QJsonObject> status = session.run(u"status"_s, {}, AnswerTime);
    return !status || status->value(u"mode"_s).toString() != u"simulated";
}

/// A message that did not go out is a failure of `send-test`, and so is a trail that is not sound one of `audit
/// verify`, although the command itself worked.
ExitCode codeOf(const QString &command, const QJsonObject &answer)
{
    if (command == u"audit.verify")
        return answer.value(u"sound"_s).toBool() ? ExitCode::Done : ExitCode::Failed;
    if (command != u"send-test")
        return ExitCode::Done;
    const QString state = answer.value(u"state"_s).toString();
    const bool sent = state == u"sent" || state == u"delivered" || state == u"queued";
    return sent ? ExitCode::Done : ExitCode::Failed;
}

} // namespace

ExitCode runCommand(const Invocation &call, const Clock &clock, Random &random)
{
    const bool checksOnly = call.info->words == QLatin1StringView("settings check");
    const QString command = checksOnly ? u"settings.check"_s : QString(call.info->command);
    ProfileSession session(call, clock, random);
    const Result<QJsonObject> answer = checksOnly ? checkSettings(call) : answerTo(call, session);
    if (session.usedOwner() && !call.overrides.isEmpty())
        printAside(u"smsauth: a server runs on this profile: --set has no effect on it\n"_s);
    if (!answer)
        return printError(answer.error(), call.json);
    return printAnswer(call.json ? jsonText(*answer)
                                 : answerText(command, *answer, dependsOnMode(command) && mayBeLive(session)),
                       codeOf(command, *answer));
}

} // namespace smsauth
