// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMainWindow;
class QMenu;

namespace smsauth {

class Closing;
class Locking;
class PageStack;
class ServerControl;
class Theme;
class UiState;

/// The menus of the window, with their keys. What they ask for the window or its parts do.
class Menus : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the menus.
    struct Parts
    {
        PageStack &pages;
        ServerControl &control;
        Closing &closing;
        Locking &locking;
        Theme &theme;
        UiState &state;
        QAction *phone; ///< shows and hides the simulated phone
        bool startsWithConsole;
    };
    Menus(QMainWindow &window, const Parts &parts);

Q_SIGNALS:
    void quitRequested();
    void undoRequested();
    void copyAddressRequested();
    void startWithConsoleChanged(bool on);
    void findActionRequested();
    void helpRequested();
    void shortcutsRequested();

private:
    QMenu *addMenu(const QString &title);
    void buildFile();
    void buildEdit();
    void buildView();
    void buildServer();
    void buildPages();
    void buildTools();
    void buildHelp();

    QMainWindow &m_window;
    const Parts m_parts;
};

} // namespace smsauth
