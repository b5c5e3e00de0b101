// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Ticker.h"

#include <QEvent>

namespace smsauth {

Ticker::Ticker(std::chrono::milliseconds interval, QWidget *widget)
    : QObject(widget)
    , m_widget(widget)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &Ticker::ticked);
    widget->installEventFilter(this);
    follow();
}

bool Ticker::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowStateChange:
        follow();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void Ticker::follow()
{
    // The window is known only once the widget is shown in it, and it may change.
    if (QWidget *window = m_widget->window(); window != m_window) {
        if (m_window && m_window != m_widget)
            m_window->removeEventFilter(this);
        m_window = window;
        if (window != m_widget)
            window->installEventFilter(this);
    }
    const bool seen = m_widget->isVisible() && !m_widget->window()->isMinimized();
    if (seen == m_timer.isActive())
        return;
    if (seen)
        m_timer.start();
    else
        m_timer.stop();
}

} // namespace smsauth
