// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

#include <QStatusBar>

class QLabel;

namespace smsauth {

class Lamp;

/// The line at the foot of the window: state, mode, counts, and the clipboard's countdown.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void show(const ServerStatus &status);
    /// 0: nothing is lent to the clipboard.
    void showClipboard(seconds left);

private:
    QLabel *addPart(const QString &name);

    Lamp *m_lamp;
    QLabel *m_state;
    QLabel *m_mode;
    QLabel *m_queue;
    QLabel *m_codes;
    QLabel *m_today;
    QLabel *m_clipboard;
};

} // namespace smsauth
