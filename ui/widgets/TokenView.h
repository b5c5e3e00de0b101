// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace smsauth {

/// A token taken apart: header, claims, the time that is left, and whether its signature holds.
class TokenView : public QWidget
{
    Q_OBJECT

public:
    explicit TokenView(const Clock &clock, QWidget *parent = nullptr);

    void show(const QString &token, const TokenReport &report);
    void clear();

Q_SIGNALS:
    void copyRequested(const QString &token);

private:
    void showTimeLeft();

    const Clock &m_clock;
    QString m_token;
    TokenReport m_report;
    QLabel *m_verdict;
    QLabel *m_timeLeft;
    QPlainTextEdit *m_encoded;
    QPlainTextEdit *m_header;
    QPlainTextEdit *m_claims;
    QPushButton *m_copy;
    QTimer m_everySecond;
};

} // namespace smsauth
