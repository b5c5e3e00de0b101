// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/protection/FaultList.h"

#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/panels/protection/FaultTexts.h"
#include "ui/widgets/Ticker.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace smsauth {

FaultList::FaultList(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_rowsLayout(new QVBoxLayout)
    , m_more(new QLabel(this))
{
    m_rowsLayout->setSpacing(Space::L);
    setLook(m_more, Look::Muted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::M);
    layout->addLayout(m_rowsLayout);
    layout->addWidget(m_more);
    connect(new Ticker(1s, this), &Ticker::ticked, this, &FaultList::showTimes);
    m_more->hide();
}

void FaultList::setRules(const QList<FaultRule> &rules)
{
    if (rules == m_rules)
        return;
    m_rules = rules;
    m_rows.clear();
    while (QLayoutItem *item = m_rowsLayout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const FaultRule &rule : rules.first(std::min<qsizetype>(rules.size(), MostRows)))
        addRow(rule);
    const int more = int(m_rules.size() - m_rows.size());
    m_more->setText(tr("and %Ln more", nullptr, more));
    m_more->setVisible(more > 0);
    showTimes();
}

void FaultList::addRow(const FaultRule &rule)
{
    auto *row = new QWidget(this);
    const QString subject = subjectText(rule);
    auto *who = new QLabel(subject, row);
    QFont bold = who->font();
    bold.setBold(true);
    who->setFont(bold);
    auto *what = new QLabel(effectText(rule.effect), row);
    what->setWordWrap(true);
    auto *extras = new QLabel(extrasText(rule), row);
    extras->setWordWrap(true);
    extras->setVisible(!extras->text().isEmpty());
    auto *timeLeft = new QLabel(row);
    for (QLabel *label : {extras, timeLeft})
        setLook(label, Look::Muted);
    auto *change = new QPushButton(themedIcon(u"edit"_s), {}, row);
    change->setAccessibleName(tr("Change the rule for %1").arg(subject));
    auto *drop = new QPushButton(themedIcon(u"trash"_s), {}, row);
    drop->setAccessibleName(tr("Remove the rule for %1").arg(subject));
    // Rules for any number share their subject; what happens tells them apart.
    if (rule.isForAny()) {
        change->setAccessibleName(change->accessibleName() + u": "_s + what->text());
        drop->setAccessibleName(drop->accessibleName() + u": "_s + what->text());
    }
    for (QPushButton *button : {change, drop}) {
        setLook(button, Look::Quiet);
        button->setToolTip(button->accessibleName());
    }
    connect(change, &QPushButton::clicked, this, [this, rule] { Q_EMIT changeWanted(rule); });
    connect(drop, &QPushButton::clicked, this, [this, rule] { Q_EMIT removeWanted(rule); });

    auto *words = new QVBoxLayout;
    words->setSpacing(Space::XS);
    words->addWidget(who, 0, Qt::AlignLeading); // a number has no direction of its own
    words->addWidget(what);
    words->addWidget(extras);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    layout->addLayout(words, 1);
    layout->addWidget(timeLeft);
    layout->addWidget(change);
    layout->addWidget(drop);
    m_rowsLayout->addWidget(row);
    m_rows.append({rule, timeLeft});
}

void FaultList::showTimes()
{
    const Timestamp now = m_clock.now();
    for (const Row &row : std::as_const(m_rows)) {
        row.timeLeft->setVisible(row.rule.until.has_value());
        if (row.rule.until)
            row.timeLeft->setText(tr("%1 left").arg(durationText(*row.rule.until - now)));
    }
}

} // namespace smsauth
