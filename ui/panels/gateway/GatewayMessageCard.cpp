// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gateway/GatewayMessageCard.h"

#include "ui/panels/gateway/RequestForm.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {

GatewayMessageCard::GatewayMessageCard(QWidget *parent)
    : GatewayFormCard(tr("Request for a message"),
                      tr("{to}, {text}, {id}, {ttl} stand for the message, {name} for a field from above. "
                         "{to|digits} leaves only the digits."),
                      parent)
    , m_send(new RequestForm(tr("Message"), this))
{
    connect(m_send, &RequestForm::changed, this, &GatewayFormCard::changed);
    column()->addWidget(m_send);
}

void GatewayMessageCard::show(const GatewayForm &form)
{
    m_send->setRequest(form.send);
}

void GatewayMessageCard::writeTo(GatewayForm &form) const
{
    form.send = m_send->request();
}

} // namespace smsauth
