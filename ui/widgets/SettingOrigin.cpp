// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SettingOrigin.h"

#include <QCoreApplication>

namespace smsauth {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::SettingOrigin)
};

} // namespace

QString readOnlyReason(const QString &key, const QString &origin)
{
    if (origin == QStringLiteral("environment"))
        return Text::tr("Set by the environment variable %1. Change it there.").arg(key);
    if (origin == QStringLiteral("option"))
        return Text::tr("Set by --set %1=… when the program was started.").arg(key);
    return {};
}

} // namespace smsauth
