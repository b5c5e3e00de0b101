// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gateway/GatewayNameCard.h"

#include "ui/Theme.h"
#include "ui/panels/GatewayOrder.h"
#include "ui/widgets/RowList.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString secretKind = u"secret"_s;
const QString plainKind = u"plain"_s;

} // namespace

GatewayNameCard::GatewayNameCard(QWidget *parent)
    : GatewayFormCard(tr("Gateway"), {}, parent)
{
    auto *top = formLayout();
    m_title = line(top, tr("Title"), {}, {});
    m_titleProblem = new QLabel(this);
    m_titleProblem->setWordWrap(true);
    setTone(m_titleProblem, Tone::Bad);
    top->addRow(QString(), m_titleProblem);
    m_variables = new RowList(tr("Fields"),
                              {{.title = tr("Name"), .placeholder = u"login"_s, .stretch = 2, .isMono = true},
                               {.title = tr("Label"), .placeholder = tr("Login"), .stretch = 3},
                               {.title = tr("Default"), .placeholder = {}, .stretch = 3, .isMono = true},
                               {.title = tr("Kind"),
                                .placeholder = {},
                                .stretch = 0,
                                .choices = {{plainKind, tr("Plain")}, {secretKind, tr("Secret")}}}},
                              tr("Add a field"), this);
    column()->addLayout(top);
    column()->addWidget(mutedText(tr("Fields that its page asks for. Secret ones go into the secret store.")));
    column()->addWidget(m_variables);
    connect(m_title, &QLineEdit::textChanged, this, &GatewayNameCard::judgeTitle);
    connect(m_variables, &RowList::changed, this, &GatewayFormCard::changed);
    setFocusProxy(m_title);
    judgeTitle();
}

void GatewayNameCard::judgeTitle()
{
    const bool isLong = m_title->text().trimmed().size() > LongestTitle;
    const QString problem =
        isLong ? tr("At most %Ln character(s): lists have no room for more.", nullptr, LongestTitle) : QString();
    m_titleProblem->setText(problem);
    m_titleProblem->setVisible(isLong);
    m_title->setAccessibleDescription(problem);
}

void GatewayNameCard::show(const GatewayForm &form)
{
    setText(m_title, form.title);
    QList<QStringList> variables;
    for (const GatewayForm::Variable &variable : form.variables)
        variables.append(
            {variable.name, variable.label, variable.defaultValue, variable.secret ? secretKind : plainKind});
    m_variables->setRows(variables);
}

void GatewayNameCard::writeTo(GatewayForm &form) const
{
    form.title = m_title->text().trimmed();
    const QList<QStringList> variables = m_variables->rows();
    for (const QStringList &row : variables)
        form.variables.append({row.value(0), row.value(1), row.value(2), row.value(3) == secretKind});
}

} // namespace smsauth
