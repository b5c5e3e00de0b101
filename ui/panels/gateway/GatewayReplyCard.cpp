// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gateway/GatewayReplyCard.h"

#include "ui/widgets/RowList.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {

GatewayReplyCard::GatewayReplyCard(QWidget *parent)
    : GatewayFormCard(tr("Reply"), tr("When is a message sent? When the status and all fields are as here."),
                      parent)
    , m_kind(new QComboBox(this))
{
    const QString group = tr("Reply");
    auto *sent = formLayout();
    m_kind->addItem(tr("JSON"), false);
    m_kind->addItem(tr("Plain text"), true);
    m_kind->setAccessibleName(tr("Kind of reply"));
    m_kind->setFocusPolicy(Qt::StrongFocus);
    connect(m_kind, &QComboBox::activated, this, &GatewayFormCard::changed);
    sent->addRow(tr("Kind"), m_kind);
    m_status = line(sent, tr("Status"), u"200, 201"_s, group);
    m_fields = pointerList(tr("Fields of a good reply"));
    auto *found = formLayout();
    m_body = line(found, tr("Pattern in the text"), u"^OK"_s, group);
    m_messageId = line(found, tr("Message id"), u"/id"_s, group);
    m_code = line(found, tr("Code"), u"/error/code"_s, group);
    m_error = line(found, tr("Words of an error"), u"/error/message"_s, group);
    column()->addLayout(sent);
    column()->addWidget(m_fields);
    column()->addLayout(found);
    column()->addWidget(mutedText(tr("Several places, tried in order: [\"/code\", \"/error_code\"]. In plain text: "
                                     "{\"re\": \"ID: (.*)\"}.")));
}

void GatewayReplyCard::show(const GatewayForm &form)
{
    m_kind->setCurrentIndex(form.textReply ? 1 : 0);
    setText(m_status, form.sent.status);
    m_fields->setRows(rowsOf(form.sent));
    setText(m_body, form.sent.body);
    setText(m_messageId, form.messageId);
    setText(m_code, form.code);
    setText(m_error, form.error);
}

void GatewayReplyCard::writeTo(GatewayForm &form) const
{
    form.textReply = m_kind->currentData().toBool();
    form.sent = {m_status->text().trimmed(), fieldsOf(m_fields), m_body->text()};
    form.messageId = m_messageId->text().trimmed();
    form.code = m_code->text().trimmed();
    form.error = m_error->text().trimmed();
}

} // namespace smsauth
