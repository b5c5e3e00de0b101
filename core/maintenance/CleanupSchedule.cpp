// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maintenance/CleanupSchedule.h"

#include <QDateTime>

namespace smsauth {

namespace {

Timestamp on(QDate day, const QString &time)
{
    const QDateTime moment(day, QTime::fromString(time, QStringLiteral("HH:mm")));
    // Where the clocks are put forward over it, Qt takes the same distance from midnight.
    return fromMs(moment.toMSecsSinceEpoch());
}

QDate dayOf(Timestamp now)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(now)).date();
}

} // namespace

Timestamp nextTimeOfDay(const QString &time, Timestamp now)
{
    const QDate today = dayOf(now);
    const Timestamp moment = on(today, time);
    return moment > now ? moment : on(today.addDays(1), time);
}

Timestamp lastTimeOfDay(const QString &time, Timestamp now)
{
    const QDate today = dayOf(now);
    const Timestamp moment = on(today, time);
    return moment <= now ? moment : on(today.addDays(-1), time);
}

} // namespace smsauth
