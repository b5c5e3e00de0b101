// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Hardening.h"
#include "app/HelpText.h"
#include "app/Output.h"
#include "app/headless/ExportLog.h"
#include "app/headless/RunCommand.h"
#include "app/headless/RunFlow.h"
#include "app/headless/Serve.h"
#include "app/headless/StartSettings.h"
#include "core/base/Log.h"

#include <QCoreApplication>
#include <algorithm>
#include <clocale>
#include <langinfo.h>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

/// Services and cron jobs run in the C locale, of which Qt complains at each start.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (qstrcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

} // namespace

int main(int argc, char *argv[])
{
    hardenProcess();
    useUtf8();
    const std::span arguments(argv, size_t(argc));
    const Result<QStringList> words = readWords(arguments.subspan(qMin<size_t>(1, arguments.size())));
    const Result<Invocation> call = words ? parseCommandLine(*words) : Result<Invocation>(words.error());
    if (!call) {
        const bool json = std::any_of(arguments.begin(), arguments.end(),
                                      [](const char *word) { return qstrcmp(word, "--json") == 0; });
        const ExitCode code = printError(call.error(), json);
        if (!json)
            printAside(u"Try: smsauth --help\n"_s);
        return int(code);
    }
    if (call->kind == Invocation::Kind::Help)
        return int(printAnswer(call->info               ? helpText(*call->info)
                               : !call->group.isEmpty() ? groupHelpText(call->group)
                                                        : helpText()));
    if (call->kind == Invocation::Kind::Version)
        return int(printAnswer(u"smsauth %1\n"_s.arg(QLatin1StringView(SMSAUTH_VERSION))));

    const bool serves = call->info->words == QLatin1StringView("serve");
    installLogHandler(call->json);
    if (!serves) // what the engine has to tell is for the log of a server
        QLoggingCategory::setFilterRules(u"smsauth.*.info=false"_s);
    // A running server does not look at --set: what must not stand there is refused all the same.
    if (const Result<void> good = checkOverrides(call->overrides); !good)
        return int(printError(good.error(), call->json));
    // What is wrong in the settings is said before anything is made or decided.
    const Result<StartSettings> settings =
        serves ? StartSettings::read(*call) : Result<StartSettings>(StartSettings{});
    if (!settings)
        return int(printError(settings.error(), call->json));
    if (serves && !settings->mayNeedKeyring())
        qputenv("QT_NO_GLIB", "1");

    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"smsauth"_s);
    if (const Result<void> files = settings->checkFiles(); !files)
        return int(printError(files.error(), call->json));
    const SystemClock clock;
    SystemRandom random;
    if (call->info->words == QLatin1StringView("flow run"))
        return int(runFlow(*call, clock));
    if (call->info->words == QLatin1StringView("log") && call->arguments.contains(u"export"_s))
        return int(exportLog(*call, clock, random));
    return int(serves ? Serve(*call, clock, random).run() : runCommand(*call, clock, random));
}
