// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <optional>

class QAction;
class QMainWindow;

namespace smsauth {

/// One thing that a person can do, and where in the menus it stands.
struct ListedAction
{
    QAction *action;
    QString text;  ///< without the mark of its mnemonic
    QString group; ///< "Server", "View › Appearance"; " › More": in a menu of a page; empty: in none

    /// With the menu that gives it its sense: "Appearance: Light".
    QString title() const;
    /// The menu of the window that it is found in; empty: none.
    QString menu() const;
};

/// Everything that can be done in this window: what stands in its menus in their order, then the rest. Read from
/// the actions themselves, so that it is never out of date.
QList<ListedAction> listActions(const QMainWindow &window);

/// How well what was typed fits a text; larger is better, nothing: not at all. Every word that was typed has to be
/// the start or a part of a word of the text, or its letters have to follow one another in it.
std::optional<int> matchScore(const QString &typed, const QString &text);

} // namespace smsauth
