// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Closing.h"
#include "ui/Panel.h"
#include "ui/ServerControl.h"
#include "ui/widgets/ClipboardGuard.h"

#include <QMainWindow>

namespace smsauth {

class FailureArea;
class Locking;
class PageStack;
class PhoneDock;
class StatusLine;
class Theme;
class Toast;
class TopBar;
class TrayIcon;

/// The frame around the pages: it puts the parts together and carries requests from one to another, nothing else.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All must outlive the window. Starts the server unless a person has switched that off.
    MainWindow(Admin &admin, const Clock &clock, Theme &theme, UiState &state, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows the page of this id and hands it the argument.
    void openPanel(const QString &id, const QString &argument = {});
    QString currentPanel() const;
    Panel *panel(const QString &id) const;
    /// For a second start on the same profile.
    void raiseToFront();
    /// Stops the server and closes the window, without a question.
    void quit();

Q_SIGNALS:
    /// The window is gone and the server is stopped: the program can end.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildFrame();
    void buildMenus();
    void restore();
    void remember();
    void showStatus(const ServerStatus &status);
    void showTitle();
    void useCode(const PhoneNumber &phone, const QString &code);
    void undo();
    void showShortcuts();
    void showHelp();
    void findAction();
    void closeAs(Closing::Choice choice);

    Admin &m_admin;
    Theme &m_theme;
    UiState &m_state;
    StatusWatch m_status;
    ServerControl m_control;
    Closing m_closing;
    ClipboardGuard m_clipboard;
    const PanelContext m_context;

    TopBar *m_topBar = nullptr;
    FailureArea *m_failure = nullptr;
    TrayIcon *m_tray = nullptr;
    Locking *m_locking = nullptr;
    PageStack *m_pages = nullptr;
    Toast *m_toast = nullptr;
    StatusLine *m_statusLine = nullptr;
    PhoneDock *m_phoneDock = nullptr;
    bool m_stopped = false;
    bool m_quitting = false;
    bool m_wantsStart = false;
};

} // namespace smsauth
