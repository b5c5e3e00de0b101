// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gateway/GatewayRulesCard.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {

GatewayRulesCard::GatewayRulesCard(QWidget *parent)
    : GatewayFormCard(tr("What other replies mean"),
                      tr("The first rule that fits counts. Without one: 401, 402, 403 the account; 408, 425, "
                         "429, 5xx busy; other 4xx the description is wrong."),
                      parent)
    , m_rules(new RowList(tr("Rules"), columns(), tr("Add a rule"), this))
{
    connect(m_rules, &RowList::changed, this, &GatewayFormCard::changed);
    column()->addWidget(m_rules);
}

QList<RowList::Column> GatewayRulesCard::columns()
{
    return {{.title = tr("Status"), .placeholder = u"409"_s, .stretch = 2, .isMono = true},
            {.title = tr("Codes"), .placeholder = u"11, 51"_s, .stretch = 4, .isMono = true},
            {.title = tr("Pattern"), .placeholder = u"no credit"_s, .stretch = 2, .isMono = true},
            {.title = tr("Meaning"),
             .placeholder = {},
             .stretch = 0,
             .choices = {{u"recipient"_s, tr("This number: give up")},
                         {u"account"_s, tr("Account: operator must act")},
                         {u"busy"_s, tr("Busy: try again")},
                         {u"sent"_s, tr("Sent")},
                         {u"request"_s, tr("Description is wrong")},
                         {u"unknown"_s, tr("Unknown: may be sent")}}}};
}

void GatewayRulesCard::show(const GatewayForm &form)
{
    QList<QStringList> rules;
    for (const GatewayForm::Rule &rule : form.rules)
        rules.append({rule.status, rule.code, rule.body, rule.is, rule.rest});
    m_rules->setRows(rules);
}

void GatewayRulesCard::writeTo(GatewayForm &form) const
{
    const QList<QStringList> rules = m_rules->rows();
    for (const QStringList &row : rules)
        form.rules.append({row.value(0), row.value(1), row.value(2), row.value(3), row.value(4)});
}

} // namespace smsauth
