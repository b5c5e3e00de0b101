// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace smsauth {

class Theme;
class UiState;

/// Light, dark, or as the system has it, and whether things may move; remembered, and applied at once when it is
/// made.
class AppearanceMenu : public QMenu
{
    Q_OBJECT

public:
    /// Both must outlive the menu.
    AppearanceMenu(Theme &theme, UiState &state, QWidget *parent = nullptr);
};

} // namespace smsauth
