// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/StartOptions.h"

#include "core/engine/Profile.h"

#include <QCommandLineParser>
#include <QDir>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace smsauth {

StartOptions readStartOptions(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "SMS sign-in server with a window around it."));
    const QCommandLineOption profile(u"profile"_s, QCoreApplication::translate("main", "Folder of the profile."),
                                     u"DIR"_s, Profile::defaultFolder());
    const QCommandLineOption set(u"set"_s, QCoreApplication::translate("main", "One setting for this run only."),
                                 u"KEY=VALUE"_s);
    parser.addOptions({profile, set});
    parser.addHelpOption();
    parser.addVersionOption();

    const auto refuse = [](const QString &words) {
        std::fprintf(stderr, "smsauth-console: %s\n", qPrintable(words));
        std::exit(2);
    };
    if (!parser.parse(app.arguments()))
        refuse(parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp(0);
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    if (!parser.positionalArguments().isEmpty())
        refuse(QCoreApplication::translate("main", "Unexpected argument: %1")
                   .arg(parser.positionalArguments().first()));

    StartOptions options;
    options.profile = QDir(parser.value(profile)).absolutePath();
    for (const QString &assignment : parser.values(set)) {
        const qsizetype equals = assignment.indexOf(u'=');
        // The value is not repeated: it may have been meant to be secret.
        if (equals <= 0)
            refuse(QCoreApplication::translate("main", "--set needs KEY=VALUE"));
        options.overrides.append({assignment.left(equals), assignment.mid(equals + 1)});
    }
    return options;
}

} // namespace smsauth
