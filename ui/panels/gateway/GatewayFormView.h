// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/GatewayForm.h"

#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace smsauth {

class RequestForm;
class RowList;

/// A gateway's description in fields that a person can fill in.
class GatewayFormView : public QScrollArea
{
    Q_OBJECT

public:
    explicit GatewayFormView(QWidget *parent = nullptr);

    void setForm(const GatewayForm &form);
    GatewayForm form() const;

Q_SIGNALS:
    /// Somebody has typed.
    void changed();

private:
    QVBoxLayout *card(const QString &title, const QString &hint);
    QLineEdit *line(QFormLayout *layout, const QString &label, const QString &example, const QString &group);
    RowList *pointerList(const QString &name);
    void buildGateway();
    void buildReply();
    void buildCheck();
    void buildBalance();
    void judgeTitle();
    void showParts();
    void tell();

    QVBoxLayout *m_cards;
    QLineEdit *m_title = nullptr;
    QLabel *m_titleProblem = nullptr;
    RowList *m_variables = nullptr;
    RequestForm *m_send = nullptr;
    QComboBox *m_replyKind = nullptr;
    QLineEdit *m_sentStatus = nullptr;
    RowList *m_sentFields = nullptr;
    QLineEdit *m_sentBody = nullptr;
    QLineEdit *m_messageId = nullptr;
    QLineEdit *m_code = nullptr;
    QLineEdit *m_error = nullptr;
    RowList *m_rules = nullptr;
    QCheckBox *m_hasCheck = nullptr;
    QWidget *m_checkParts = nullptr;
    RequestForm *m_check = nullptr;
    QLineEdit *m_checkStatus = nullptr;
    RowList *m_checkFields = nullptr;
    QString m_checkBody; ///< a pattern, which only the JSON shows
    QCheckBox *m_hasBalance = nullptr;
    QWidget *m_balanceParts = nullptr;
    RequestForm *m_balance = nullptr;
    QLineEdit *m_amount = nullptr;
    QLineEdit *m_currency = nullptr;
    bool m_setting = false; ///< no person types just now
};

} // namespace smsauth
