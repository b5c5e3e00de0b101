// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/GatewayTrial.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QSpinBox;

namespace smsauth {

/// A reply that a person pastes, and what a description makes of it.
class ReplyTester : public QWidget
{
    Q_OBJECT

public:
    explicit ReplyTester(QWidget *parent = nullptr);

    ReplySample reply() const;
    void show(const ReplyReading &reading);

Q_SIGNALS:
    void changed();

private:
    QSpinBox *m_status;
    QPlainTextEdit *m_headers;
    QPlainTextEdit *m_body;
    QLabel *m_verdict;
    QLabel *m_why;
};

} // namespace smsauth
