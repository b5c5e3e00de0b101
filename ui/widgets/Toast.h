// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace smsauth {

/// One notice at a time, floating at the bottom of its parent; gone by itself after a while, at once by its button.
/// While the pointer or the focus is on it, it stays.
class Toast : public QFrame
{
    Q_OBJECT

public:
    static constexpr milliseconds NoticeTime{5'000};
    static constexpr milliseconds ErrorTime{15'000};

    explicit Toast(QWidget *parent);

    /// Replaces what is shown. An action that was not taken is dropped.
    void show(const Notice &notice);
    /// What it offers has been done by other means.
    void withdrawOffer();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void place();
    void dismiss();

    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_close;
    std::function<void()> m_run;
    QTimer m_timer;
};

} // namespace smsauth
