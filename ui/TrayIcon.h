// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

#include <QObject>
#include <memory>

class QAction;
class QMenu;
class QSystemTrayIcon;

namespace smsauth {

/// The console beside the clock: is the server up, are messages real, and the few things that are wanted while the
/// window is away. Shows itself as soon as there is a tray.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    /// toggle: starts and stops the server; outlives the icon.
    explicit TrayIcon(QAction *toggle, QWidget *window);
    ~TrayIcon() override;

    /// Whether a window that hides can be found again.
    static bool isAvailable();
    void show(const ServerStatus &status);
    QMenu *menu() const { return m_menu.get(); }
    QString toolTip() const;

Q_SIGNALS:
    void windowRequested();
    void quitRequested();

private:
    const std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon *m_icon;
    QAction *m_mode;
};

} // namespace smsauth
