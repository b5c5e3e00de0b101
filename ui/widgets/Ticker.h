// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <chrono>

namespace smsauth {

/// Ticks while its widget can be seen: not while the page is hidden or the window is minimised.
class Ticker : public QObject
{
    Q_OBJECT

public:
    Ticker(std::chrono::milliseconds interval, QWidget *widget);

    bool isRunning() const { return m_timer.isActive(); }

Q_SIGNALS:
    void ticked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();

    QWidget *m_widget;
    QPointer<QWidget> m_window;
    QTimer m_timer;
};

} // namespace smsauth
