// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gateway/GatewayBalanceCard.h"

#include "ui/panels/gateway/RequestForm.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {

GatewayBalanceCard::GatewayBalanceCard(QWidget *parent)
    : GatewayFormCard(tr("Balance"), {}, parent)
    , m_hasBalance(new QCheckBox(tr("The gateway tells what is left on the account"), this))
    , m_parts(new QWidget(this))
    , m_balance(new RequestForm(tr("Balance"), m_parts))
{
    connect(m_hasBalance, &QCheckBox::toggled, m_parts, &QWidget::setVisible);
    connect(m_hasBalance, &QCheckBox::clicked, this, &GatewayFormCard::changed);
    connect(m_balance, &RequestForm::changed, this, &GatewayFormCard::changed);
    auto *where = formLayout();
    m_amount = line(where, tr("Place of the amount"), u"/balance"_s, tr("Balance"));
    m_currency = line(where, tr("Currency, or its place"), u"USD"_s, tr("Balance"));
    auto *inside = new QVBoxLayout(m_parts);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_balance);
    inside->addLayout(where);
    column()->addWidget(m_hasBalance);
    column()->addWidget(m_parts);
    m_parts->hide();
}

void GatewayBalanceCard::show(const GatewayForm &form)
{
    m_hasBalance->setChecked(form.hasBalance);
    m_balance->setRequest(form.balance);
    setText(m_amount, form.amount);
    setText(m_currency, form.currency);
}

void GatewayBalanceCard::writeTo(GatewayForm &form) const
{
    form.hasBalance = m_hasBalance->isChecked();
    if (!form.hasBalance)
        return;
    form.balance = m_balance->request();
    form.amount = m_amount->text().trimmed();
    form.currency = m_currency->text().trimmed();
}

} // namespace smsauth
