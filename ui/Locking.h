// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QAction;
class QMainWindow;
class QWidget;

namespace smsauth {

class LockScreen;

/// Hides all that a window shows until its person is back: by Ctrl+L, or when nobody has touched it for a while.
/// While it is locked no shortcut works and assistive programs read nothing but the lock. It keeps onlookers away,
/// no more: the server goes on, and who can restart the program can read on.
class Locking : public QObject
{
    Q_OBJECT

public:
    static constexpr milliseconds IdleTime{10 * 60'000};

    /// clock: outlives this.
    Locking(QMainWindow *window, const Clock &clock);

    QAction *lockAction() const { return m_lock; }
    /// Checkable: lock when nobody has touched the program for IdleTime.
    QAction *idleAction() const { return m_whenIdle; }
    bool isLocked() const { return m_locked; }
    void lock();

Q_SIGNALS:
    void lockedChanged(bool locked);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void cover();
    void uncover();
    void checkIdle();

    QMainWindow *m_window;
    const Clock &m_clock;
    LockScreen *m_screen;
    QAction *m_lock;
    QAction *m_whenIdle;
    QList<QPointer<QWidget>> m_hidden; ///< what was to be seen before
    QPointer<QWidget> m_focus;
    QTimer m_idleCheck;
    milliseconds m_touched;
    bool m_locked = false;
    bool m_choosingOnly = false; ///< the word is for later
};

} // namespace smsauth
