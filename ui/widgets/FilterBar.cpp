// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FilterBar.h"

#include "ui/Theme.h"
#include "ui/widgets/FilterText.h"
#include "ui/widgets/SearchField.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

using namespace std::chrono_literals;

namespace smsauth {

FilterBar::FilterBar(const QString &name, const QString &placeholder, QWidget *parent)
    : QWidget(parent)
    , m_edit(new MarkedLineEdit(this))
    , m_problem(new QLabel(this))
{
    makeSearchField(m_edit, name);
    m_edit->setPlaceholderText(placeholder);
    m_problem->hide();
    m_problem->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::XS);
    m_row = new QHBoxLayout;
    m_row->setSpacing(Space::S);
    m_row->addWidget(m_edit, 1);
    layout->addLayout(m_row);
    layout->addWidget(m_problem);
    m_settle.setSingleShot(true);
    m_settle.setInterval(50ms); // not one question a keystroke
    connect(&m_settle, &QTimer::timeout, this, &FilterBar::changed);
    connect(m_edit, &QLineEdit::textChanged, &m_settle, qOverload<>(&QTimer::start));
}

QComboBox *FilterBar::addChoices(const QString &name, const QString &field, const QList<Choice> &choices)
{
    auto *box = new QComboBox(this);
    box->setAccessibleName(name);
    box->setPlaceholderText(tr("As written"));
    for (const Choice &choice : choices)
        box->addItem(choice.text, choice.value);
    m_row->addWidget(box);
    showChoice(box, field); // with a placeholder nothing is chosen by itself
    connect(box, &QComboBox::activated, this, [this, box, field] {
        m_edit->setText(FilterText::replaced(m_edit->text(), field, box->currentData().toString()));
    });
    connect(m_edit, &QLineEdit::textChanged, box, [this, box, field] { showChoice(box, field); });
    return box;
}

QString FilterBar::text() const
{
    return m_edit->text();
}

void FilterBar::setText(const QString &text)
{
    m_edit->setText(text);
}

QString FilterBar::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void FilterBar::setProblem(const QString &problem, Tone tone)
{
    setTone(m_problem, tone);
    m_problem->setText(problem);
    m_edit->setAccessibleDescription(problem); // read out together with the field
    m_problem->setVisible(!problem.isEmpty());
}

void FilterBar::showChoice(QComboBox *box, const QString &field) const
{
    const QString value = FilterText::parse(m_edit->text()).valuesOf(field).join(u',');
    const int index = box->findData(value);
    box->setCurrentIndex(index); // "as written" when the text says more than the choices can
}

} // namespace smsauth
