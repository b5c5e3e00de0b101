// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gateway/GatewayFormCard.h"

#include "ui/Theme.h"
#include "ui/widgets/RowList.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::GatewayFormView)
};

} // namespace

GatewayFormCard::GatewayFormCard(const QString &title, const QString &hint, QWidget *parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
{
    setLook(this, Look::Card);
    m_column->setContentsMargins(Space::L, Space::M, Space::L, Space::L);
    m_column->setSpacing(Space::S);
    auto *heading = new QLabel(title, this);
    setLook(heading, Look::Title);
    m_column->addWidget(heading);
    if (!hint.isEmpty())
        m_column->addWidget(mutedText(hint));
}

QFormLayout *GatewayFormCard::formLayout()
{
    auto *layout = new QFormLayout;
    layout->setSpacing(Space::S);
    layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    return layout;
}

QLineEdit *GatewayFormCard::line(QFormLayout *layout, const QString &label, const QString &example,
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
    connect(edit, &QLineEdit::textEdited, this, &GatewayFormCard::changed);
    return edit;
}

RowList *GatewayFormCard::pointerList(const QString &name)
{
    auto *list = new RowList(
        name,
        {{.title = Text::tr("Place in the reply"), .placeholder = u"/status"_s, .stretch = 2, .isMono = true},
         {.title = Text::tr("Pattern; empty: must not be there"),
          .placeholder = u"^ok$"_s,
          .stretch = 2,
          .isMono = true}},
        Text::tr("Add a field of the reply"), this);
    connect(list, &RowList::changed, this, &GatewayFormCard::changed);
    return list;
}

QLabel *GatewayFormCard::mutedText(const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    setLook(label, Look::Muted);
    return label;
}

void GatewayFormCard::setText(QLineEdit *edit, const QString &text)
{
    if (edit->text() == text)
        return;
    edit->setText(text);
    edit->setCursorPosition(0);
}

QList<QStringList> GatewayFormCard::rowsOf(const GatewayForm::Condition &condition)
{
    QList<QStringList> rows;
    for (const GatewayForm::Pair &field : condition.fields)
        rows.append({field.name, field.value});
    return rows;
}

QList<GatewayForm::Pair> GatewayFormCard::fieldsOf(const RowList *list)
{
    QList<GatewayForm::Pair> fields;
    const QList<QStringList> rows = list->rows();
    for (const QStringList &row : rows) {
        if (!row.value(0).isEmpty())
            fields.append({row.value(0), row.value(1)});
    }
    return fields;
}

} // namespace smsauth
