// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Motion.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGraphicsOpacityEffect>
#include <QPropertyAnimation>
#include <QWidget>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr auto FadeTime = 220ms;
bool reducedByPerson = false; // GUI thread
bool reducedBySystem = false; // GUI thread

} // namespace

void followSystemMotion(QObject *context)
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(u"org.freedesktop.portal.Desktop"_s, u"/org/freedesktop/portal/desktop"_s,
                                       u"org.freedesktop.portal.Settings"_s, u"Read"_s);
    question.setArguments({u"org.gnome.desktop.interface"_s, u"enable-animations"_s});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError())
            return;                               // nobody has an opinion
        QVariant value = reply.value().variant(); // the portal wraps it twice
        if (value.canConvert<QDBusVariant>())
            value = value.value<QDBusVariant>().variant();
        reducedBySystem = value.isValid() && !value.toBool();
    });
}

std::chrono::milliseconds motionTime(std::chrono::milliseconds wanted)
{
    return isMotionReduced() ? 0ms : wanted;
}

void setReducedMotion(bool reduced)
{
    reducedByPerson = reduced;
}

bool isMotionReduced()
{
    return reducedByPerson || reducedBySystem;
}

void fadeIn(QWidget &widget)
{
    const auto time = motionTime(FadeTime);
    if (time == 0ms)
        return;
    auto *effect = new QGraphicsOpacityEffect(&widget);
    effect->setOpacity(0);
    widget.setGraphicsEffect(effect);
    auto *animation = new QPropertyAnimation(effect, "opacity", effect);
    animation->setDuration(int(time.count()));
    animation->setStartValue(0.0);
    animation->setEndValue(1.0);
    animation->setEasingCurve(QEasingCurve::OutCubic);
    // An effect that stays would draw its widget through a picture, which is not sharp at every scale.
    QObject::connect(animation, &QPropertyAnimation::finished, &widget,
                     [&widget] { widget.setGraphicsEffect(nullptr); });
    animation->start();
}

} // namespace smsauth
