// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gateway/GatewayFormView.h"

#include "ui/Theme.h"
#include "ui/panels/gateway/GatewayBalanceCard.h"
#include "ui/panels/gateway/GatewayCheckCard.h"
#include "ui/panels/gateway/GatewayMessageCard.h"
#include "ui/panels/gateway/GatewayNameCard.h"
#include "ui/panels/gateway/GatewayReplyCard.h"
#include "ui/panels/gateway/GatewayRulesCard.h"

#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace smsauth {

GatewayFormView::GatewayFormView(QWidget *parent)
    : QScrollArea(parent)
{
    auto *page = new QWidget(this);
    m_cards = {new GatewayNameCard(page),  new GatewayMessageCard(page), new GatewayReplyCard(page),
               new GatewayRulesCard(page), new GatewayCheckCard(page),   new GatewayBalanceCard(page)};
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, Space::S, Space::S, Space::S);
    column->setSpacing(Space::M);
    for (GatewayFormCard *card : std::as_const(m_cards)) {
        column->addWidget(card);
        connect(card, &GatewayFormCard::changed, this, [this] {
            if (!m_setting)
                Q_EMIT changed();
        });
    }
    column->addStretch(1);
    setWidget(page);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setLook(this, Look::Plain);
    setFocusProxy(m_cards.first());
}

void GatewayFormView::setForm(const GatewayForm &form)
{
    const QScopedValueRollback setting(m_setting, true);
    for (GatewayFormCard *card : std::as_const(m_cards))
        card->show(form);
}

GatewayForm GatewayFormView::form() const
{
    GatewayForm form;
    for (const GatewayFormCard *card : m_cards)
        card->writeTo(form);
    return form;
}

} // namespace smsauth
