// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FilterBar.h"

#include "ui/Theme.h"
#include "ui/widgets/FilterText.h"

#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

using namespace std::chrono_literals;

namespace smsauth {

FilterBar::FilterBar(const QString &name, const QString &placeholder, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    m_edit->setAccessibleName(name);
    m_edit->setPlaceholderText(placeholder);
    m_edit->setClearButtonEnabled(true);
    m_edit->addAction(themedIcon(QStringLiteral("search"), Tone::Muted), QLineEdit::LeadingPosition);
    m_problem->hide();
    setTone(m_problem, Tone::Warning);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(Space::S);
    layout->setVerticalSpacing(Space::XS);
    layout->setColumnStretch(0, 1);
    layout->addWidget(m_edit, 0, 0);
    layout->addWidget(m_problem, 1, 0);
    m_settle.setSingleShot(true);
    m_settle.setInterval(200ms); // not one question a keystroke
    connect(&m_settle, &QTimer::timeout, this, &FilterBar::changed);
    connect(m_edit, &QLineEdit::textChanged, &m_settle, qOverload<>(&QTimer::start));
}

QComboBox *FilterBar::addChoices(const QString &name, const QString &field, const QList<Choice> &choices)
{
    auto *box = new QComboBox(this);
    box->setAccessibleName(name);
    for (const Choice &choice : choices)
        box->addItem(choice.text, choice.value);
    auto *grid = static_cast<QGridLayout *>(layout());
    grid->addWidget(box, 0, grid->columnCount());
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

void FilterBar::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void FilterBar::showChoice(QComboBox *box, const QString &field) const
{
    const QString value = FilterText::parse(m_edit->text()).valuesOf(field).join(u',');
    const int index = box->findData(value);
    box->setCurrentIndex(index); // none when the text says more than the choices can
}

} // namespace smsauth
