// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gateway/GatewayCheckCard.h"

#include "ui/panels/gateway/RequestForm.h"
#include "ui/widgets/RowList.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {

GatewayCheckCard::GatewayCheckCard(QWidget *parent)
    : GatewayFormCard(tr("Test of the credentials"), {}, parent)
    , m_hasCheck(new QCheckBox(tr("The gateway has a request that tests them without sending"), this))
    , m_parts(new QWidget(this))
    , m_check(new RequestForm(tr("Test of the credentials"), m_parts))
{
    connect(m_hasCheck, &QCheckBox::toggled, m_parts, &QWidget::setVisible);
    connect(m_hasCheck, &QCheckBox::clicked, this, &GatewayFormCard::changed);
    connect(m_check, &RequestForm::changed, this, &GatewayFormCard::changed);
    auto *good = formLayout();
    m_status = line(good, tr("Status when good"), u"200"_s, tr("Test of the credentials"));
    m_fields = pointerList(tr("Fields when good"));
    auto *inside = new QVBoxLayout(m_parts);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_check);
    inside->addLayout(good);
    inside->addWidget(m_fields);
    column()->addWidget(m_hasCheck);
    column()->addWidget(m_parts);
    m_parts->hide();
}

void GatewayCheckCard::show(const GatewayForm &form)
{
    m_hasCheck->setChecked(form.hasCheck);
    m_check->setRequest(form.check);
    setText(m_status, form.checkOk.status);
    m_fields->setRows(rowsOf(form.checkOk));
    m_body = form.checkOk.body;
}

void GatewayCheckCard::writeTo(GatewayForm &form) const
{
    form.hasCheck = m_hasCheck->isChecked();
    if (!form.hasCheck)
        return;
    form.check = m_check->request();
    form.checkOk = {m_status->text().trimmed(), fieldsOf(m_fields), m_body};
}

} // namespace smsauth
