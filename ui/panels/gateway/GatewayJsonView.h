// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/GatewayTrial.h"

#include <QPlainTextEdit>

namespace smsauth {

/// A gateway's description as JSON. The line of a mistake is marked.
class GatewayJsonView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit GatewayJsonView(QWidget *parent = nullptr);

    /// The cursor stays where it is when nothing changes.
    void setText(const QByteArray &text);
    QByteArray text() const { return toPlainText().toUtf8(); }
    void showProblem(const GatewayProblem &problem);
    /// Puts the cursor there.
    void goTo(const TextPlace &place);

Q_SIGNALS:
    /// Somebody has typed.
    void edited();

private:
    bool m_setting = false;
};

} // namespace smsauth
