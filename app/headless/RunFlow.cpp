// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/RunFlow.h"

#include "app/AnswerText.h"
#include "app/Output.h"
#include "app/StopSignals.h"
#include "app/TextTable.h"
#include "core/admin/CommandArguments.h"
#include "core/admin/OwnerSocket.h"
#include "core/base/TargetFile.h"
#include "core/engine/Profile.h"
#include "core/flow/FlowRunReport.h"

#include <QCoreApplication>
#include <unistd.h>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr milliseconds OwnerPatience{10'000};

struct Server
{
    FlowTarget target;
    QString region; ///< for national numbers
};

Result<QJsonObject> askOwner(const Invocation &call, const QString &command)
{
    if (const auto answer = runInOwner(call.profile, command, {}, OwnerPatience))
        return *answer;
    return {ErrorCode::NotFound,
            u"no server runs on this profile: start one with smsauth serve, or name one with --url"_s};
}

Result<Server> serverOfProfile(const Invocation &call)
{
    const Result<QJsonObject> status = askOwner(call, u"status"_s);
    if (!status)
        return status.error();
    if (status->value("state"_L1).toString() != u"running")
        return {ErrorCode::NotFound, u"the server of this profile is not running"_s};
    if (status->value("mode"_L1).toString() != u"simulated")
        return {ErrorCode::NotAllowed,
                u"the server of this profile is in live mode, where each flow would send an SMS"_s};
    const Result<QJsonObject> view = askOwner(call, u"settings.show"_s);
    if (!view)
        return view.error();
    const QJsonObject settings = view->value("settings"_L1).toObject();
    Server server;
    server.target.server = QUrl(status->value("url"_L1).toString());
    server.target.path = settings.value("SMS_AUTH_PATH"_L1).toString(server.target.path);
    server.target.certificateFile = settings.value("SMS_AUTH_TLS_CERT"_L1).toString();
    server.region = settings.value("SMS_AUTH_REGION"_L1).toString();
    // Where every address is listened on, the loopback one is, too; only there is a simulated phone.
    if (server.target.server.host() == "0.0.0.0"_L1)
        server.target.server.setHost(u"127.0.0.1"_s);
    else if (server.target.server.host() == "::"_L1)
        server.target.server.setHost(u"::1"_s);
    return server;
}

Server serverAt(const QString &url)
{
    Server server;
    server.target.server = QUrl(url, QUrl::StrictMode);
    const QString path = server.target.server.path().mid(1);
    if (!path.isEmpty())
        server.target.path = path.endsWith(u'/') ? path : path + u'/';
    return server;
}

Result<FlowRunOptions> readOptions(const Invocation &call)
{
    CommandArguments arguments(call.arguments);
    const QString url = arguments.text(u"url"_s);
    const Result<Server> server = url.isEmpty() ? serverOfProfile(call) : Result<Server>(serverAt(url));
    if (!server)
        return server.error();
    FlowRunOptions options;
    options.target = server->target;
    options.count = int(arguments.number(u"n"_s, options.count, 1, PhoneRange::Most));
    options.parallel = int(arguments.number(u"parallel"_s, options.parallel, 1, FlowRunOptions::MostParallel));
    options.perSecond = int(arguments.number(u"rate"_s, 0, 1, FlowRunOptions::MostPerSecond));
    options.firstPhone = arguments.has(u"phone"_s) ? arguments.phone(u"phone"_s, server->region)
                                                   : PhoneNumber::fromStored(u"+12025550100"_s);
    arguments.text(u"junit"_s);
    if (const Result<void> verdict = arguments.verdict(); !verdict)
        return verdict.error();
    if (const Result<void> checked = options.check(); !checked)
        return checked.error();
    return options;
}

QString ms(std::chrono::microseconds time)
{
    return QString::number(double(time.count()) / 1000.0, 'f', 1);
}

void printProgress(const FlowProgress &progress)
{
    printAside(
        u"\r\x1b[K%1 of %2, %3 failed, %4 per second, p50 %5 ms, p99 %6 ms"_s.arg(progress.passed + progress.failed)
            .arg(progress.total)
            .arg(progress.failed)
            .arg(progress.perSecond(), 0, 'f', 0)
            .arg(ms(progress.whole.p50), ms(progress.whole.p99)));
}

QString reportText(const FlowRunResult &result)
{
    const FlowProgress &progress = result.progress;
    QString text = u"%1 of %2 flows passed, %3 failed, in %4 s (%5 per second)%6.\n\n"_s.arg(progress.passed)
                       .arg(progress.total)
                       .arg(progress.failed)
                       .arg(double(progress.elapsed.count()) / 1000.0, 0, 'f', 1)
                       .arg(progress.perSecond(), 0, 'f', 0)
                       .arg(result.stopped ? u", then stopped"_s : QString());
    TextTable times({u"STEP"_s, u"COUNT"_s, u"P50 MS"_s, u"P95 MS"_s, u"P99 MS"_s, u"MAX MS"_s});
    const auto row = [&](const QString &name, const FlowTimes &step) {
        times.add({name, QString::number(step.count), ms(step.p50), ms(step.p95), ms(step.p99), ms(step.longest)});
    };
    row(u"sign-in"_s, progress.steps[0]);
    row(u"code arrival"_s, progress.steps[1]);
    row(u"verify"_s, progress.steps[2]);
    row(u"whole flow"_s, progress.whole);
    text += times.text({});
    if (progress.failures.isEmpty())
        return text;
    TextTable failures({u"FAILED"_s, u"STEP"_s, u"STATUS"_s, u"ANSWER"_s});
    for (const FlowFailure &failure : progress.failures)
        failures.add({QString::number(failure.count), QString(wireName(failure.step)),
                      failure.status > 0 ? QString::number(failure.status) : u"-"_s, failure.words});
    text += u'\n' + failures.text({});
    for (const FlowHint hint : hintsFor(progress))
        text += u"\nHint: "_s + hintText(hint) + u".\n"_s;
    return text;
}

FlowRunResult runToEnd(const FlowRunOptions &options, const Clock &clock, bool showProgress)
{
    FlowRun run(clock);
    StopSignals stopSignals;
    QObject::connect(&stopSignals, &StopSignals::requested, &run, &FlowRun::stop);
    if (showProgress)
        QObject::connect(&run, &FlowRun::progressed, &run, &printProgress);
    FlowRunResult result;
    QEventLoop loop;
    QObject::connect(&run, &FlowRun::finished, &loop, [&](const FlowRunResult &ended) {
        result = ended;
        loop.quit();
    });
    if (const Result<void> started = run.start(options); !started) {
        result.problem = started.error();
        return result;
    }
    loop.exec();
    if (showProgress)
        printAside(u"\r\x1b[K"_s);
    return result;
}

} // namespace

ExitCode runFlow(const Invocation &call, const Clock &clock)
{
    const Result<FlowRunOptions> options = readOptions(call);
    if (!options)
        return printError(options.error(), call.json);
    // Opened first: nobody wants to learn after an hour that there is no place for the report.
    const QString junit = call.arguments.value("junit"_L1).toString();
    if (!junit.isEmpty() && Profile::holds(junit))
        return printError({ErrorCode::InvalidInput, u"%1 lies in the folder of a profile"_s.arg(junit), {}},
                          call.json);
    TargetFile report(junit);
    if (!junit.isEmpty() && !report.open())
        return printError(
            {ErrorCode::InvalidInput, u"cannot write %1: %2"_s.arg(junit, report.device().errorString()), {}},
            call.json);

    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    const FlowRunResult result = runToEnd(*options, clock, terminal);
    if (!junit.isEmpty() && !(writeJUnit(result, report.device()) && report.commit()))
        return printError(
            {ErrorCode::Storage, u"cannot write %1: %2"_s.arg(junit, report.device().errorString()), {}},
            call.json);
    if (!result.began && !result.stopped)
        return printError(result.problem, call.json);
    return printAnswer(call.json ? jsonText(toJson(result)) : reportText(result),
                       result.passed() ? ExitCode::Done : ExitCode::Failed);
}

} // namespace smsauth
