// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/FakeAdmin.h"
#include "ui/MainWindow.h"
#include "ui/Theme.h"
#include "ui/UiState.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QTest>

namespace smsauth {

/// The whole window over an Admin in memory.
struct WindowFixture
{
    explicit WindowFixture(const QString &stateFile = {}) : state(stateFile)
    {
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("no window");
    }

    template<class Widget>
    Widget *find(const QString &objectName) const
    {
        auto *found = window.findChild<Widget *>(objectName);
        if (!found)
            qFatal("no widget %s", qPrintable(objectName));
        return found;
    }
    QString text(const QString &label) const { return find<QLabel>(label)->text(); }

    FakeAdmin admin;
    Theme theme{*qApp};
    UiState state;
    MainWindow window{admin, admin.clock, theme, state};
};

} // namespace smsauth
