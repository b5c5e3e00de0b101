// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/GatewayTrial.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace smsauth {

/// The request that a description makes of a sample message, without its secrets.
class RequestPreview : public QWidget
{
    Q_OBJECT

public:
    explicit RequestPreview(QWidget *parent = nullptr);

    GatewaySample sample() const;
    void show(const GatewayPreview &preview);

Q_SIGNALS:
    /// Another sample is wanted.
    void changed();

private:
    QComboBox *m_request;
    QLabel *m_phoneLabel;
    QLineEdit *m_phone;
    QLabel *m_textLabel;
    QLineEdit *m_text;
    QPlainTextEdit *m_shown;
    QLabel *m_note;
};

} // namespace smsauth
