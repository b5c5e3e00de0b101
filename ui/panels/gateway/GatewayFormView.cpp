// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gateway/GatewayFormView.h"

#include "ui/Theme.h"
#include "ui/panels/GatewayOrder.h"
#include "ui/panels/gateway/RequestForm.h"
#include "ui/widgets/RowList.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString secretKind = u"secret"_s;
const QString plainKind = u"plain"_s;

QFormLayout *formLayout()
{
    auto *layout = new QFormLayout;
    layout->setSpacing(Space::S);
    layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    return layout;
}

QList<QStringList> rowsOf(const GatewayForm::Condition &condition)
{
    QList<QStringList> rows;
    for (const GatewayForm::Pair &field : condition.fields)
        rows.append({field.name, field.value});
    return rows;
}

QList<GatewayForm::Pair> fieldsOf(const RowList *list)
{
    QList<GatewayForm::Pair> fields;
    const QList<QStringList> rows = list->rows();
    for (const QStringList &row : rows) {
        if (!row.value(0).isEmpty())
            fields.append({row.value(0), row.value(1)});
    }
    return fields;
}

void setText(QLineEdit *edit, const QString &text)
{
    if (edit->text() == text)
        return;
    edit->setText(text);
    edit->setCursorPosition(0);
}

} // namespace

GatewayFormView::GatewayFormView(QWidget *parent)
    : QScrollArea(parent)
    , m_cards(nullptr)
{
    auto *page = new QWidget(this);
    m_cards = new QVBoxLayout(page);
    m_cards->setContentsMargins(0, Space::S, Space::S, Space::S);
    m_cards->setSpacing(Space::M);
    buildGateway();
    QVBoxLayout *message =
        card(tr("Request for a message"),
             tr("{to}, {text}, {id}, {ttl} stand for the message, {name} for a field from above. "
                "{to|digits} leaves only the digits."));
    m_send = new RequestForm(tr("Message"), page);
    connect(m_send, &RequestForm::changed, this, &GatewayFormView::tell);
    message->addWidget(m_send);
    buildReply();
    buildCheck();
    buildBalance();
    m_cards->addStretch(1);
    setWidget(page);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setLook(this, Look::Plain);
    setFocusProxy(m_title);
    showParts();
}

QVBoxLayout *GatewayFormView::card(const QString &title, const QString &hint)
{
    auto *frame = new QFrame(this);
    setLook(frame, Look::Card);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(Space::L, Space::M, Space::L, Space::L);
    layout->setSpacing(Space::S);
    auto *heading = new QLabel(title, frame);
    setLook(heading, Look::Title);
    layout->addWidget(heading);
    if (!hint.isEmpty()) {
        auto *text = new QLabel(hint, frame);
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        setLook(text, Look::Muted);
        layout->addWidget(text);
    }
    m_cards->addWidget(frame);
    return layout;
}

QLineEdit *GatewayFormView::line(QFormLayout *layout, const QString &label, const QString &example,
                                 const QString &group)
{
    auto *edit = new QLineEdit(this);
    edit->setPlaceholderText(example);
    edit->setAccessibleName(group.isEmpty() ? label : group + u": "_s + label);
    if (!example.isEmpty())
        setLook(edit, Look::Mono);
    auto *name = new QLabel(label, this);
    name->setBuddy(edit);
    layout->addRow(name, edit);
    connect(edit, &QLineEdit::textEdited, this, &GatewayFormView::tell);
    return edit;
}

RowList *GatewayFormView::pointerList(const QString &name)
{
    auto *list =
        new RowList(name,
                    {{.title = tr("Place in the reply"), .placeholder = u"/status"_s, .stretch = 2, .isMono = true},
                     {.title = tr("Pattern; empty: must not be there"),
                      .placeholder = u"^ok$"_s,
                      .stretch = 2,
                      .isMono = true}},
                    tr("Add a field of the reply"), this);
    connect(list, &RowList::changed, this, &GatewayFormView::tell);
    return list;
}

void GatewayFormView::buildGateway()
{
    QVBoxLayout *gateway = card(tr("Gateway"), {});
    auto *top = formLayout();
    m_title = line(top, tr("Title"), {}, {});
    m_titleProblem = new QLabel(this);
    m_titleProblem->setWordWrap(true);
    setTone(m_titleProblem, Tone::Bad);
    top->addRow(QString(), m_titleProblem);
    gateway->addLayout(top);
    auto *hint = new QLabel(tr("Fields that its page asks for. Secret ones go into the secret store."), this);
    hint->setWordWrap(true);
    setLook(hint, Look::Muted);
    gateway->addWidget(hint);
    m_variables = new RowList(tr("Fields"),
                              {{.title = tr("Name"), .placeholder = u"login"_s, .stretch = 2, .isMono = true},
                               {.title = tr("Label"), .placeholder = tr("Login"), .stretch = 3},
                               {.title = tr("Default"), .placeholder = {}, .stretch = 3, .isMono = true},
                               {.title = tr("Kind"),
                                .placeholder = {},
                                .stretch = 0,
                                .choices = {{plainKind, tr("Plain")}, {secretKind, tr("Secret")}}}},
                              tr("Add a field"), this);
    connect(m_variables, &RowList::changed, this, &GatewayFormView::tell);
    gateway->addWidget(m_variables);
}

void GatewayFormView::buildReply()
{
    QVBoxLayout *reply =
        card(tr("Reply"), tr("When is a message sent? When the status and all fields are as here."));
    const QString group = tr("Reply");
    auto *sent = formLayout();
    m_replyKind = new QComboBox(this);
    m_replyKind->addItem(tr("JSON"), false);
    m_replyKind->addItem(tr("Plain text"), true);
    m_replyKind->setAccessibleName(tr("Kind of reply"));
    m_replyKind->setFocusPolicy(Qt::StrongFocus);
    connect(m_replyKind, &QComboBox::activated, this, &GatewayFormView::tell);
    sent->addRow(tr("Kind"), m_replyKind);
    m_sentStatus = line(sent, tr("Status"), u"200, 201"_s, group);
    reply->addLayout(sent);
    m_sentFields = pointerList(tr("Fields of a good reply"));
    reply->addWidget(m_sentFields);
    auto *found = formLayout();
    m_sentBody = line(found, tr("Pattern in the text"), u"^OK"_s, group);
    m_messageId = line(found, tr("Message id"), u"/id"_s, group);
    m_code = line(found, tr("Code"), u"/error/code"_s, group);
    m_error = line(found, tr("Words of an error"), u"/error/message"_s, group);
    reply->addLayout(found);
    auto *hint = new QLabel(tr("Several places, tried in order: [\"/code\", \"/error_code\"]. In plain text: "
                               "{\"re\": \"ID: (.*)\"}."),
                            this);
    hint->setWordWrap(true);
    hint->setTextFormat(Qt::PlainText);
    setLook(hint, Look::Muted);
    reply->addWidget(hint);

    QVBoxLayout *rules =
        card(tr("What other replies mean"),
             tr("The first rule that fits counts. Without one: 401, 402, 403 the account; 408, 425, "
                "429, 5xx busy; other 4xx the description is wrong."));
    m_rules = new RowList(tr("Rules"),
                          {{.title = tr("Status"), .placeholder = u"409"_s, .stretch = 2, .isMono = true},
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
                                        {u"unknown"_s, tr("Unknown: may be sent")}}}},
                          tr("Add a rule"), this);
    connect(m_rules, &RowList::changed, this, &GatewayFormView::tell);
    rules->addWidget(m_rules);
}

void GatewayFormView::buildCheck()
{
    QVBoxLayout *check = card(tr("Test of the credentials"), {});
    m_hasCheck = new QCheckBox(tr("The gateway has a request that tests them without sending"), this);
    connect(m_hasCheck, &QCheckBox::clicked, this, &GatewayFormView::tell);
    m_checkParts = new QWidget(this);
    auto *inside = new QVBoxLayout(m_checkParts);
    inside->setContentsMargins(0, 0, 0, 0);
    m_check = new RequestForm(tr("Test of the credentials"), m_checkParts);
    connect(m_check, &RequestForm::changed, this, &GatewayFormView::tell);
    auto *good = formLayout();
    m_checkStatus = line(good, tr("Status when good"), u"200"_s, tr("Test of the credentials"));
    m_checkFields = pointerList(tr("Fields when good"));
    inside->addWidget(m_check);
    inside->addLayout(good);
    inside->addWidget(m_checkFields);
    check->addWidget(m_hasCheck);
    check->addWidget(m_checkParts);
}

void GatewayFormView::buildBalance()
{
    QVBoxLayout *balance = card(tr("Balance"), {});
    m_hasBalance = new QCheckBox(tr("The gateway tells what is left on the account"), this);
    connect(m_hasBalance, &QCheckBox::clicked, this, &GatewayFormView::tell);
    m_balanceParts = new QWidget(this);
    auto *inside = new QVBoxLayout(m_balanceParts);
    inside->setContentsMargins(0, 0, 0, 0);
    m_balance = new RequestForm(tr("Balance"), m_balanceParts);
    connect(m_balance, &RequestForm::changed, this, &GatewayFormView::tell);
    auto *where = formLayout();
    m_amount = line(where, tr("Place of the amount"), u"/balance"_s, tr("Balance"));
    m_currency = line(where, tr("Currency, or its place"), u"USD"_s, tr("Balance"));
    inside->addWidget(m_balance);
    inside->addLayout(where);
    balance->addWidget(m_hasBalance);
    balance->addWidget(m_balanceParts);
}

void GatewayFormView::showParts()
{
    m_checkParts->setVisible(m_hasCheck->isChecked());
    m_balanceParts->setVisible(m_hasBalance->isChecked());
}

void GatewayFormView::tell()
{
    if (m_setting)
        return;
    judgeTitle();
    showParts();
    Q_EMIT changed();
}

void GatewayFormView::judgeTitle()
{
    const bool isLong = m_title->text().trimmed().size() > LongestTitle;
    const QString problem =
        isLong ? tr("At most %Ln character(s): lists have no room for more.", nullptr, LongestTitle) : QString();
    m_titleProblem->setText(problem);
    m_titleProblem->setVisible(isLong);
    m_title->setAccessibleDescription(problem);
}

void GatewayFormView::setForm(const GatewayForm &form)
{
    const QScopedValueRollback setting(m_setting, true);
    setText(m_title, form.title);
    judgeTitle();
    QList<QStringList> variables;
    for (const GatewayForm::Variable &variable : form.variables)
        variables.append(
            {variable.name, variable.label, variable.defaultValue, variable.secret ? secretKind : plainKind});
    m_variables->setRows(variables);
    m_send->setRequest(form.send);
    m_replyKind->setCurrentIndex(form.textReply ? 1 : 0);
    setText(m_sentStatus, form.sent.status);
    m_sentFields->setRows(rowsOf(form.sent));
    setText(m_sentBody, form.sent.body);
    setText(m_messageId, form.messageId);
    setText(m_code, form.code);
    setText(m_error, form.error);
    QList<QStringList> rules;
    for (const GatewayForm::Rule &rule : form.rules)
        rules.append({rule.status, rule.code, rule.body, rule.is, rule.rest});
    m_rules->setRows(rules);
    m_hasCheck->setChecked(form.hasCheck);
    m_check->setRequest(form.check);
    setText(m_checkStatus, form.checkOk.status);
    m_checkFields->setRows(rowsOf(form.checkOk));
    m_checkBody = form.checkOk.body;
    m_hasBalance->setChecked(form.hasBalance);
    m_balance->setRequest(form.balance);
    setText(m_amount, form.amount);
    setText(m_currency, form.currency);
    showParts();
}

GatewayForm GatewayFormView::form() const
{
    GatewayForm form;
    form.title = m_title->text().trimmed();
    const QList<QStringList> variables = m_variables->rows();
    for (const QStringList &row : variables)
        form.variables.append({row.value(0), row.value(1), row.value(2), row.value(3) == secretKind});
    form.send = m_send->request();
    form.textReply = m_replyKind->currentData().toBool();
    form.sent = {m_sentStatus->text().trimmed(), fieldsOf(m_sentFields), m_sentBody->text()};
    form.messageId = m_messageId->text().trimmed();
    form.code = m_code->text().trimmed();
    form.error = m_error->text().trimmed();
    const QList<QStringList> rules = m_rules->rows();
    for (const QStringList &row : rules)
        form.rules.append({row.value(0), row.value(1), row.value(2), row.value(3), row.value(4)});
    form.hasCheck = m_hasCheck->isChecked();
    if (form.hasCheck) {
        form.check = m_check->request();
        form.checkOk = {m_checkStatus->text().trimmed(), fieldsOf(m_checkFields), m_checkBody};
    }
    form.hasBalance = m_hasBalance->isChecked();
    if (form.hasBalance) {
        form.balance = m_balance->request();
        form.amount = m_amount->text().trimmed();
        form.currency = m_currency->text().trimmed();
    }
    return form;
}

} // namespace smsauth
