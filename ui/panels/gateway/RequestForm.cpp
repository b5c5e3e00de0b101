// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gateway/RequestForm.h"

#include "ui/Theme.h"
#include "ui/widgets/RowList.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int JsonHeight = 130;
using Auth = GatewayForm::Request::Auth;
using Body = GatewayForm::Request::Body;

QList<QStringList> rowsOf(const QList<GatewayForm::Pair> &pairs)
{
    QList<QStringList> rows;
    for (const GatewayForm::Pair &pair : pairs)
        rows.append({pair.name, pair.value});
    return rows;
}

QList<GatewayForm::Pair> pairsOf(const QList<QStringList> &rows)
{
    QList<GatewayForm::Pair> pairs;
    for (const QStringList &row : rows) {
        if (!row.value(0).isEmpty())
            pairs.append({row.value(0), row.value(1)});
    }
    return pairs;
}

} // namespace

RequestForm::RequestForm(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_method(new QComboBox(this))
    , m_url(new QLineEdit(this))
    , m_auth(new QComboBox(this))
    , m_firstLabel(new QLabel(this))
    , m_first(new QLineEdit(this))
    , m_secretLabel(new QLabel(this))
    , m_secret(new QLineEdit(this))
    , m_body(new QComboBox(this))
    , m_json(new QPlainTextEdit(this))
{
    const auto list = [&](const QString &title, const QString &first, const QString &example, const QString &add) {
        const QList<RowList::Column> columns{
            {.title = first, .placeholder = example, .stretch = 2, .isMono = true},
            {.title = tr("Value"), .placeholder = u"{to}"_s, .stretch = 3, .isMono = true}};
        auto *rows = new RowList(name + u", "_s + title, columns, add, this);
        connect(rows, &RowList::changed, this, &RequestForm::changed);
        return rows;
    };
    m_query = list(tr("query"), tr("Name"), u"to"_s, tr("Add to the query"));
    m_headers = list(tr("headers"), tr("Name"), u"X-Name"_s, tr("Add a header"));
    m_form = list(tr("form"), tr("Field"), u"to"_s, tr("Add a field"));
    m_method->addItems({u"POST"_s, u"GET"_s, u"PUT"_s});
    m_auth->addItem(tr("None"), int(Auth::None));
    m_auth->addItem(tr("Login and password (Basic)"), int(Auth::Basic));
    m_auth->addItem(tr("Token (Bearer)"), int(Auth::Bearer));
    m_auth->addItem(tr("Token after a word of its own"), int(Auth::Scheme));
    m_auth->addItem(tr("A header of its own"), int(Auth::Header));
    m_body->addItem(tr("None"), int(Body::None));
    m_body->addItem(tr("Form fields"), int(Body::Form));
    m_body->addItem(tr("JSON"), int(Body::Json));
    m_url->setPlaceholderText(u"{base}/send"_s);
    m_json->setFixedHeight(JsonHeight);
    m_json->setTabChangesFocus(true);
    m_json->setPlaceholderText(u"{ \"to\": \"{to}\", \"text\": \"{text}\" }"_s);
    for (QLineEdit *edit : {m_url, m_first, m_secret})
        setLook(edit, Look::Mono);
    setLook(m_json, Look::Mono);

    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    const auto row = [&](QLabel *label, QWidget *field, const QString &what) {
        label->setBuddy(field);
        field->setAccessibleName(name + u": "_s + what);
        layout->addRow(label, field);
    };
    row(new QLabel(tr("Method"), this), m_method, tr("Method"));
    row(new QLabel(tr("URL"), this), m_url, tr("URL"));
    row(new QLabel(tr("Authentication"), this), m_auth, tr("Authentication"));
    row(m_firstLabel, m_first, tr("Login, word or header"));
    row(m_secretLabel, m_secret, tr("Password or token"));
    layout->addRow(tr("Query"), m_query);
    layout->addRow(tr("Headers"), m_headers);
    row(new QLabel(tr("Body"), this), m_body, tr("Body"));
    layout->addRow(m_form);
    layout->addRow(m_json);
    m_json->setAccessibleName(name + u": "_s + tr("Body as JSON"));

    for (QComboBox *choice : {m_method, m_auth, m_body}) {
        choice->setFocusPolicy(Qt::StrongFocus);
        connect(choice, &QComboBox::activated, this, [this] {
            showParts();
            Q_EMIT changed();
        });
    }
    for (QLineEdit *edit : {m_url, m_first, m_secret})
        connect(edit, &QLineEdit::textEdited, this, &RequestForm::changed);
    connect(m_json, &QPlainTextEdit::textChanged, this, &RequestForm::changed);
    showParts();
}

void RequestForm::showParts()
{
    const auto auth = Auth(m_auth->currentData().toInt());
    const bool hasFirst = auth == Auth::Basic || auth == Auth::Scheme || auth == Auth::Header;
    m_firstLabel->setText(auth == Auth::Basic ? tr("Login") : auth == Auth::Scheme ? tr("Word") : tr("Header"));
    m_secretLabel->setText(auth == Auth::Basic ? tr("Password") : tr("Token"));
    m_first->setPlaceholderText(auth == Auth::Basic    ? u"{login}"_s
                                : auth == Auth::Scheme ? u"App"_s
                                                       : u"X-API-Key"_s);
    m_secret->setPlaceholderText(u"{password}"_s);
    for (QWidget *part : {static_cast<QWidget *>(m_firstLabel), static_cast<QWidget *>(m_first)})
        part->setVisible(hasFirst);
    for (QWidget *part : {static_cast<QWidget *>(m_secretLabel), static_cast<QWidget *>(m_secret)})
        part->setVisible(auth != Auth::None);
    const auto body = Body(m_body->currentData().toInt());
    m_form->setVisible(body == Body::Form);
    m_json->setVisible(body == Body::Json);
}

void RequestForm::setRequest(const GatewayForm::Request &request)
{
    if (request == this->request())
        return; // the cursor stays where it is
    const QSignalBlocker quiet(this);
    m_method->setCurrentText(request.method);
    m_url->setText(request.url);
    m_auth->setCurrentIndex(m_auth->findData(int(request.auth)));
    m_first->setText(request.authFirst);
    m_secret->setText(request.authSecret);
    m_query->setRows(rowsOf(request.query));
    m_headers->setRows(rowsOf(request.headers));
    m_body->setCurrentIndex(m_body->findData(int(request.body)));
    m_form->setRows(rowsOf(request.form));
    if (m_json->toPlainText() != request.json)
        m_json->setPlainText(request.json);
    for (QLineEdit *edit : {m_url, m_first, m_secret})
        edit->setCursorPosition(0);
    showParts();
}

GatewayForm::Request RequestForm::request() const
{
    GatewayForm::Request request;
    request.method = m_method->currentText();
    request.url = m_url->text().trimmed();
    request.auth = Auth(m_auth->currentData().toInt());
    const bool hasFirst = request.auth != Auth::None && request.auth != Auth::Bearer;
    request.authFirst = hasFirst ? m_first->text().trimmed() : QString();
    request.authSecret = request.auth == Auth::None ? QString() : m_secret->text().trimmed();
    request.query = pairsOf(m_query->rows());
    request.headers = pairsOf(m_headers->rows());
    request.body = Body(m_body->currentData().toInt());
    if (request.body == Body::Form)
        request.form = pairsOf(m_form->rows());
    if (request.body == Body::Json)
        request.json = m_json->toPlainText();
    return request;
}

} // namespace smsauth
