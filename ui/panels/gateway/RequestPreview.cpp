// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gateway/RequestPreview.h"

#include "ui/Theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

using Request = GatewaySample::Request;

} // namespace

RequestPreview::RequestPreview(QWidget *parent)
    : QWidget(parent)
    , m_request(new QComboBox(this))
    , m_phoneLabel(new QLabel(tr("Phone"), this))
    , m_phone(new QLineEdit(u"+1 202 555 0101"_s, this))
    , m_textLabel(new QLabel(tr("Text"), this))
    , m_text(new QLineEdit(u"Your auth code: 4821"_s, this))
    , m_shown(new QPlainTextEdit(this))
    , m_note(new QLabel(this))
{
    m_request->addItem(tr("A message"), int(Request::Send));
    m_request->addItem(tr("Test of the credentials"), int(Request::Check));
    m_request->addItem(tr("Balance"), int(Request::Balance));
    m_request->setAccessibleName(tr("Request to show"));
    m_request->setFocusPolicy(Qt::StrongFocus);
    m_phone->setAccessibleName(tr("Phone of the sample"));
    m_text->setAccessibleName(tr("Text of the sample"));
    m_shown->setAccessibleName(tr("Request that would go out"));
    m_shown->setReadOnly(true);
    m_shown->setTabChangesFocus(true);
    setLook(m_shown, Look::Mono);
    setLook(m_note, Look::Muted);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);

    auto *fields = new QFormLayout;
    fields->setSpacing(Space::S);
    fields->setRowWrapPolicy(QFormLayout::WrapLongRows);
    fields->addRow(tr("For"), m_request);
    m_phoneLabel->setBuddy(m_phone);
    m_textLabel->setBuddy(m_text);
    fields->addRow(m_phoneLabel, m_phone);
    fields->addRow(m_textLabel, m_text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::M, Space::M, Space::M, Space::M);
    layout->setSpacing(Space::S);
    layout->addLayout(fields);
    layout->addWidget(m_shown, 1);
    layout->addWidget(m_note);

    connect(m_request, &QComboBox::activated, this, &RequestPreview::changed);
    connect(m_phone, &QLineEdit::textEdited, this, &RequestPreview::changed);
    connect(m_text, &QLineEdit::textEdited, this, &RequestPreview::changed);
}

GatewaySample RequestPreview::sample() const
{
    GatewaySample sample;
    if (const Result<PhoneNumber> phone = PhoneNumber::parse(m_phone->text()); phone)
        sample.to = *phone;
    sample.text = m_text->text();
    sample.request = Request(m_request->currentData().toInt());
    return sample;
}

void RequestPreview::show(const GatewayPreview &preview)
{
    const bool message = Request(m_request->currentData().toInt()) == Request::Send;
    for (QWidget *part : {static_cast<QWidget *>(m_phoneLabel), static_cast<QWidget *>(m_phone),
                          static_cast<QWidget *>(m_textLabel), static_cast<QWidget *>(m_text)})
        part->setEnabled(message);
    m_shown->setEnabled(preview.problem.isNone());
    if (!preview.problem.isNone()) {
        m_note->setText(tr("Correct the description first; then its request is shown here."));
        return; // what was there before stays readable, greyed out
    }
    auto *choices = static_cast<QStandardItemModel *>(m_request->model());
    choices->item(1)->setEnabled(preview.canCheck);
    choices->item(2)->setEnabled(preview.hasBalance);

    QStringList lines;
    if (!preview.requestLine.isEmpty())
        lines << preview.requestLine << preview.headers;
    QString text = lines.join(u'\n');
    if (!preview.body.isEmpty())
        text += u"\n\n"_s + preview.body;
    m_shown->setPlainText(text);
    QStringList notes;
    if (!preview.trouble.isEmpty())
        notes << tr("There would be no request: %1").arg(preview.trouble);
    else if (preview.requestLine.isEmpty())
        notes << tr("The description has no such request.");
    if (!preview.standIns.isEmpty())
        notes << tr("Without a value so far, so something stands in: %1").arg(preview.standIns.join(u", "_s));
    if (message && !PhoneNumber::parse(m_phone->text()))
        notes << tr("This is no valid phone number, so another one is shown.");
    m_note->setText(notes.join(u'\n'));
    m_note->setVisible(!notes.isEmpty());
}

} // namespace smsauth
