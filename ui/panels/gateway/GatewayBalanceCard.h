// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/gateway/GatewayFormCard.h"

#include <QCoreApplication>

class QCheckBox;
class QLineEdit;

namespace smsauth {

class RequestForm;

/// The request that asks for the balance, if there is one.
class GatewayBalanceCard final : public GatewayFormCard
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::GatewayFormView)

public:
    explicit GatewayBalanceCard(QWidget *parent = nullptr);

    void show(const GatewayForm &form) override;
    void writeTo(GatewayForm &form) const override;

private:
    QCheckBox *m_hasBalance;
    QWidget *m_parts;
    RequestForm *m_balance;
    QLineEdit *m_amount = nullptr;
    QLineEdit *m_currency = nullptr;
};

} // namespace smsauth
