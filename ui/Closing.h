// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>

class QMenu;

namespace smsauth {

class UiState;

/// What becomes of a running server when its window is closed: asked once, then as a person has said.
class Closing : public QObject
{
    Q_OBJECT

public:
    enum class Choice { Ask, KeepRunning, Quit };
    Q_ENUM(Choice)

    /// state must outlive this; window: over which is asked.
    Closing(UiState &state, QWidget *window);

    Choice choice() const;
    void setChoice(Choice choice);
    /// Opens a dialog and returns at once; then() runs with KeepRunning or Quit, not at all after Cancel.
    /// hasTray: otherwise the window can only be minimised.
    void ask(bool hasTray, const std::function<void(Choice)> &then);
    /// To change one's mind.
    QMenu *makeMenu();

private:
    UiState &m_state;
    QWidget *m_window;
    bool m_asking = false;
};

} // namespace smsauth
