// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/PanelFixture.h"

#include <QPushButton>

namespace smsauth {

/// What the tests of one page have in common: the page in its fixture, made anew for every test, and short words
/// for what they do with it.
class PanelTest
{
protected:
    std::unique_ptr<Theme> theme;
    std::unique_ptr<PanelFixture> fixture;
    std::unique_ptr<Panel> panel;

    void makeTheme()
    {
        theme = std::make_unique<Theme>(*qApp);
        theme->setParent(qApp);
    }
    /// Anew, in the fixture that there is, if any. undoTime: for how long the page lets its deeds be taken back.
    void makePage(std::unique_ptr<Panel> (*make)(const PanelContext &), milliseconds undoTime = UndoTime)
    {
        panel.reset();
        if (!fixture)
            fixture = std::make_unique<PanelFixture>();
        fixture->undoTime = undoTime;
        panel = make(fixture->context());
        settle();
    }
    void dropPage()
    {
        panel.reset();
        fixture.reset();
    }

    FakeAdmin &admin() { return fixture->admin; }
    QPushButton *button(const QString &name) { return control<QPushButton>(*panel, name); }
    bool says(const QString &text) { return words(*panel).contains(text); }
    /// The changes that the page asked for last.
    QVariantMap appliedChanges()
    {
        return admin().last(QStringLiteral("applySettings")).value(QStringLiteral("changes")).toMap();
    }
};

} // namespace smsauth
