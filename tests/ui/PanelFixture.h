// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/FakeAdmin.h"
#include "ui/Panel.h"
#include "ui/Theme.h"
#include "ui/UiState.h"

#include <QAbstractButton>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QTest>

namespace smsauth {

/// What stands around a panel in the window: an Admin in memory, and callbacks that write down what was asked of
/// them.
struct PanelFixture
{
    FakeAdmin admin;
    StatusWatch status{admin};
    UiState state{{}};
    QList<QPair<QString, QString>> opened; ///< panel, argument
    QStringList copied;
    QList<QPair<PhoneNumber, QString>> used; ///< codes that were carried to where they are verified
    int unlocks = 0;
    QList<Notice> notices;
    milliseconds undoTime = UndoTime;

    PanelContext context()
    {
        return {admin,
                admin.clock,
                status,
                state,
                [this](const QString &id, const QString &argument) {
                    opened.append({id, argument});
                },
                [this](const Notice &notice) { notices.append(notice); },
                [this](const QString &secret, const QString &) { copied.append(secret); },
                [this](const PhoneNumber &phone, const QString &code) {
                    used.append({phone, code});
                },
                [this] { ++unlocks; },
                undoTime};
    }

    /// Changes the mode; returns when the pages know.
    void goLive(const QString &provider = QStringLiteral("twilio"))
    {
        admin.goLive(provider);
        if (!QTest::qWaitFor([this] { return status.current().provider == admin.statusNow.provider; }))
            qFatal("nobody told of the mode");
    }

    static PhoneNumber phone(int last)
    {
        return PhoneNumber::fromStored(QStringLiteral("+1202555010%1").arg(last));
    }
};

/// Size of the page in a window of 1024 × 640 beside the simulated phone, in the same without it, and in a roomy
/// one.
inline constexpr QSize NarrowPage{560, 520};
inline constexpr QSize SmallPage{820, 540};
inline constexpr QSize RoomyPage{1180, 720};

inline void showPanel(QWidget &panel, QSize size = RoomyPage)
{
    panel.resize(size);
    panel.show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
}

/// Waits until all that was asked has been answered and painted.
inline void settle()
{
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
}

/// The one visible control with this accessible name or text; null when there is none or more than one.
template<class W>
W *control(const QWidget &panel, const QString &name)
{
    W *found = nullptr;
    const auto all = panel.findChildren<W *>();
    for (W *widget : all) {
        QString text = widget->accessibleName();
        if (text.isEmpty())
            text = widget->property("text").toString().remove(u'&');
        if (text != name || !widget->isVisibleTo(&panel))
            continue;
        if (found)
            return nullptr;
        found = widget;
    }
    return found;
}

/// All words on the page, for a look whether it says something.
inline QString words(const QWidget &panel)
{
    QStringList lines;
    const auto labels = panel.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisibleTo(&panel))
            lines.append(label->text());
    }
    const auto buttons = panel.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisibleTo(&panel))
            lines.append(button->text().remove(u'&'));
    }
    return lines.join(u'\n');
}

/// Names of interactive controls that have none or share one, for assistive technology and black-box tests.
inline QStringList namelessControls(const QWidget &panel)
{
    QStringList bad;
    QSet<QString> names;
    const auto all = panel.findChildren<QWidget *>();
    const auto labels = panel.findChildren<QLabel *>();
    for (const QWidget *widget : all) {
        const bool inner = qobject_cast<const QLabel *>(widget) || widget->objectName().startsWith(u"qt_");
        if (inner || !widget->isVisibleTo(&panel) || !(widget->focusPolicy() & Qt::TabFocus) ||
            widget->focusProxy())
            continue;
        QString name = widget->accessibleName();
        if (name.isEmpty())
            name = widget->property("text").toString().remove(u'&');
        for (const QLabel *label : labels) {
            if (name.isEmpty() && label->buddy() == widget)
                name = label->text().remove(u'&');
        }
        const QString what = QString::fromLatin1(widget->metaObject()->className()) + u' ' + name;
        if (name.isEmpty() || names.contains(name))
            bad.append(what);
        names.insert(name);
    }
    return bad;
}

/// A picture of the page in the folder of SMSAUTH_PICTURES, light and dark; nothing without that variable.
inline void picture(QWidget &panel, const QString &name)
{
    const QString folder = qEnvironmentVariable("SMSAUTH_PICTURES");
    if (folder.isEmpty())
        return;
    Theme *theme = qApp->findChild<Theme *>();
    const auto before = theme ? theme->scheme() : Theme::Scheme::Light;
    for (const bool dark : {false, true}) {
        if (theme)
            theme->setScheme(dark ? Theme::Scheme::Dark : Theme::Scheme::Light);
        settle();
        const QString file = name + (dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png"));
        QVERIFY(panel.grab().save(QDir(folder).filePath(file)));
    }
    if (theme)
        theme->setScheme(before);
}

} // namespace smsauth
