// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>
#include <QString>

class QCoreApplication;

namespace smsauth {

/// What the command line of the console says.
struct StartOptions
{
    QString profile;                          ///< absolute
    QList<QPair<QString, QString>> overrides; ///< --set, in order
};

/// Ends the program for --help and --version (exit 0) and for what it does not understand (exit 2).
StartOptions readStartOptions(const QCoreApplication &app);

} // namespace smsauth
