// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/gateway/GatewayFormCard.h"

#include <QCoreApplication>

class QComboBox;
class QLineEdit;

namespace smsauth {

class RowList;

/// By what a good reply is known, and where it says what.
class GatewayReplyCard final : public GatewayFormCard
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::GatewayFormView)

public:
    explicit GatewayReplyCard(QWidget *parent = nullptr);

    void show(const GatewayForm &form) override;
    void writeTo(GatewayForm &form) const override;

private:
    QComboBox *m_kind;
    QLineEdit *m_status = nullptr;
    RowList *m_fields = nullptr;
    QLineEdit *m_body = nullptr;
    QLineEdit *m_messageId = nullptr;
    QLineEdit *m_code = nullptr;
    QLineEdit *m_error = nullptr;
};

} // namespace smsauth
