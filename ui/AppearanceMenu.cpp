// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/AppearanceMenu.h"

#include "ui/Motion.h"
#include "ui/Theme.h"
#include "ui/UiState.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString schemeKey = u"window.scheme"_s;
const QString motionKey = u"window.reducedMotion"_s;

} // namespace

AppearanceMenu::AppearanceMenu(Theme &theme, UiState &state, QWidget *parent)
    : QMenu(tr("&Appearance"), parent)
{
    auto *schemes = new QActionGroup(this);
    const auto add = [&](const QString &text, Theme::Scheme scheme, const QString &name) {
        QAction *action = addAction(text);
        action->setCheckable(true);
        action->setActionGroup(schemes);
        action->setChecked(theme.scheme() == scheme);
        connect(action, &QAction::triggered, this, [&theme, &state, scheme, name] {
            theme.setScheme(scheme);
            state.setValue(schemeKey, name);
        });
        if (state.value(schemeKey).toString() == name)
            action->trigger();
    };
    add(tr("As the &system"), Theme::Scheme::System, u"system"_s);
    add(tr("&Light"), Theme::Scheme::Light, u"light"_s);
    add(tr("&Dark"), Theme::Scheme::Dark, u"dark"_s);
    addSeparator();
    QAction *still = addAction(tr("Reduce &motion"));
    still->setCheckable(true);
    connect(still, &QAction::toggled, this, [&state](bool on) {
        setReducedMotion(on);
        state.setValue(motionKey, on);
    });
    setReducedMotion(state.value(motionKey).toBool());
    still->setChecked(state.value(motionKey).toBool());
}

} // namespace smsauth
