// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Locking.h"

#include "ui/LockScreen.h"
#include "ui/Theme.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QMainWindow>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace smsauth {
namespace {

constexpr auto CheckTime = 1s;

bool isTouch(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::MouseMove ||
           type == QEvent::Wheel || type == QEvent::TouchBegin;
}

} // namespace

Locking::Locking(QMainWindow *window, const Clock &clock)
    : QObject(window)
    , m_window(window)
    , m_clock(clock)
    , m_screen(new LockScreen(window))
    , m_lock(new QAction(themedIcon(u"lock"_s), tr("&Lock"), this))
    , m_whenIdle(new QAction(tr("Lock after ten &minutes of rest"), this))
    , m_touched(clock.uptime())
{
    m_lock->setShortcut(Qt::CTRL | Qt::Key_L);
    m_whenIdle->setCheckable(true);
    connect(m_lock, &QAction::triggered, this, &Locking::lock);
    connect(m_whenIdle, &QAction::toggled, this, [this](bool on) {
        m_touched = m_clock.uptime();
        on ? m_idleCheck.start() : m_idleCheck.stop();
        if (!on || m_screen->hasWord())
            return;
        m_choosingOnly = true;
        cover();
        m_screen->askForNewWord();
    });
    connect(m_screen, &LockScreen::wordChosen, this, [this] {
        if (std::exchange(m_choosingOnly, false)) {
            m_screen->hide();
            uncover();
        } else {
            m_screen->askForWord();
        }
    });
    connect(m_screen, &LockScreen::cancelled, this, [this] {
        m_choosingOnly = false;
        m_whenIdle->setChecked(false);
        uncover();
    });
    connect(m_screen, &LockScreen::opened, this, &Locking::uncover);
    m_idleCheck.setInterval(CheckTime);
    connect(&m_idleCheck, &QTimer::timeout, this, &Locking::checkIdle);
    qApp->installEventFilter(this);
}

void Locking::lock()
{
    if (m_locked)
        return;
    cover();
    if (m_screen->hasWord())
        m_screen->askForWord();
    else
        m_screen->askForNewWord();
}

void Locking::cover()
{
    m_locked = true;
    m_focus = m_window->focusWidget();
    const auto dialogs = m_window->findChildren<QDialog *>();
    for (QDialog *dialog : dialogs)
        dialog->reject();
    m_hidden.clear();
    const auto children = m_window->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *child : children) {
        if (child == m_screen || child->isHidden() || qobject_cast<QDialog *>(child))
            continue;
        if (child->windowType() == Qt::Popup) { // an open menu is gone for good
            child->close();
            continue;
        }
        m_hidden.append(child);
        child->hide();
    }
    Q_EMIT lockedChanged(true);
}

void Locking::uncover()
{
    m_locked = false;
    for (const QPointer<QWidget> &child : std::exchange(m_hidden, {})) {
        if (child)
            child->show();
    }
    if (m_focus)
        m_focus->setFocus(Qt::OtherFocusReason);
    m_touched = m_clock.uptime();
    Q_EMIT lockedChanged(false);
}

void Locking::checkIdle()
{
    if (!m_locked && m_clock.uptime() - m_touched >= IdleTime)
        lock();
}

bool Locking::eventFilter(QObject *watched, QEvent *event)
{
    if (isTouch(event->type()))
        m_touched = m_clock.uptime();
    // The actions of what is hidden would still answer to their keys.
    if (m_locked && event->type() == QEvent::Shortcut)
        return true;
    return QObject::eventFilter(watched, event);
}

} // namespace smsauth
