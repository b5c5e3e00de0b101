// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Hardening.h"
#include "app/StopSignals.h"
#include "app/console/StartOptions.h"
#include "core/admin/LocalAdmin.h"
#include "core/admin/OwnerSocket.h"
#include "core/base/Log.h"
#include "core/engine/Profile.h"
#include "ui/AccessibleScrollArea.h"
#include "ui/ErrorText.h"
#include "ui/MainWindow.h"
#include "ui/Motion.h"
#include "ui/Theme.h"
#include "ui/UiState.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QMessageBox>
#include <QTranslator>
#include <cstdio>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

void translate(QApplication &app)
{
    const QLocale locale;
    const auto load = [&app](const QLocale &language, const QString &file, const QString &folder) {
        auto *translator = new QTranslator(&app);
        const bool found = translator->load(language, file, u"_"_s, folder);
        if (found)
            QApplication::installTranslator(translator);
        else
            delete translator;
        return found;
    };
    load(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    const QString ours = u":/smsauth/translations"_s;
    // English as well: its plural forms are in a file, too.
    if (!load(locale, u"smsauth"_s, ours))
        load(QLocale(QLocale::English), u"smsauth"_s, ours);
}

constexpr milliseconds RaiseTime{3000};

/// The first window of this profile is where the person wants to be. False: its owner has none to show.
bool raiseFirst(const QString &profile)
{
    const std::optional<Result<QJsonObject>> raised = runInOwner(profile, u"raise"_s, {}, RaiseTime);
    return raised && raised->ok();
}

int refuse(const Error &error)
{
    QMessageBox box(QMessageBox::Information, QCoreApplication::translate("main", "SMS Auth Console"),
                    error.code == ErrorCode::InUse
                        ? QCoreApplication::translate("main", "This profile is open already.")
                        : QCoreApplication::translate("main", "The profile cannot be opened."));
    box.setInformativeText(
        error.code == ErrorCode::InUse
            ? QCoreApplication::translate("main", "%1\nUse that window, or start with another --profile.")
                  .arg(error.detail)
            : errorText(error));
    box.exec();
    return error.code == ErrorCode::InUse ? 3 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    hardenProcess();
    installLogHandler(false);
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"smsauth-console"_s);
    QApplication::setApplicationVersion(QStringLiteral(SMSAUTH_VERSION));
    QGuiApplication::setDesktopFileName(u"smsauth-console"_s);
    installAccessibleScrollAreas();
    translate(app);

    const StartOptions options = readStartOptions(app); // --help and --version end here
    Theme theme(app);
    // Declared in this order so that they die in the opposite one: the window first, the claim to the profile last.
    OwnerSocket owner;
    if (const Result<void> acquired = owner.acquire(options.profile); !acquired) {
        if (acquired.error().code != ErrorCode::InUse || !raiseFirst(options.profile))
            return refuse(acquired.error());
        std::printf("%s\n", qPrintable(QCoreApplication::translate(
                                "main", "This profile is open already; its window is in front now.")));
        return 0;
    }
    const SystemClock clock;
    SystemRandom random;
    EngineOptions engine;
    engine.profile = options.profile;
    engine.sources.environment = QProcessEnvironment::systemEnvironment();
    engine.sources.overrides = options.overrides;
    engine.actor = u"console"_s;
    const std::unique_ptr<Admin> admin = openLocalAdmin(engine, clock, random);
    Commands commands(*admin);
    if (const Result<void> serving = owner.serve(commands); !serving)
        qCWarning(lcServer) << "Commands cannot reach this console:" << serving.error().detail;

    UiState state(Profile{options.profile}.folder + u"/console.json"_s);
    MainWindow window(*admin, clock, theme, state);
    followSystemMotion(&app);
    owner.setRaiseHandler([&window] { window.raiseToFront(); });
    StopSignals signalsToStop;
    QObject::connect(&signalsToStop, &StopSignals::requested, &window, &MainWindow::quit);
    // A window in the tray is not the end.
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(&window, &MainWindow::closed, &app, &QApplication::quit, Qt::QueuedConnection);
    window.show();
    const int result = QApplication::exec();
    owner.release();
    return result;
}
