// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/RecordPanel.h"

#include "ui/ErrorText.h"
#include "ui/widgets/DetailSplitter.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FilterBar.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/RecordDetails.h"
#include "ui/widgets/RecordTable.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {

RecordPanel::RecordPanel(const PanelContext &context, QSet<Admin::Topic> topics, const Frame &frame,
                         QWidget *parent)
    : Panel(context, std::move(topics), parent)
    , m_table(new RecordTable(frame.list, this))
    , m_details(new RecordDetails(this))
    , m_filter(new FilterBar(frame.filter, frame.filterHint, this))
    , m_notice(new InlineNotice(this))
    , m_stateKey(frame.stateKey)
    , m_mode(status().mode)
{
    m_notice->setObjectName(u"pageNotice"_s);
    setFirstFocus(m_table);
    connect(m_notice, &InlineNotice::triggered, this, &RecordPanel::refresh);
    connect(m_filter, &FilterBar::changed, this, &RecordPanel::askAnew);
    connect(m_table, &RecordTable::currentIdChanged, this, &RecordPanel::showCurrent);
    connect(m_table->emptyState(), &EmptyState::triggered, this, &RecordPanel::onEmptyAction);
    connect(&context.status, &StatusWatch::changed, this, [this](const ServerStatus &status) {
        updateEmptyState();
        if (std::exchange(m_mode, status.mode) != status.mode && isVisible())
            refresh(); // numbers are written otherwise
    });
}

void RecordPanel::setRecords(TableModelBase *model, const QList<int> &widths, const QList<int> &dispensable)
{
    m_records = model;
    m_table->setRecords(model);
    for (int column = 0; column < widths.size(); ++column)
        m_table->setColumnWidth(column, widths.at(column));
    m_table->setDispensable(dispensable);
    m_table->rememberColumns(context().state, m_stateKey + u".columns"_s);
    connect(model, &TableModelBase::settled, this, [this] {
        m_notice->clear();
        onSettled();
        updateEmptyState();
        showCurrent();
    });
    connect(model, &TableModelBase::failed, this,
            [this](const Error &error) { m_notice->tell(errorText(error), Tone::Bad, tr("Try again")); });
    updateEmptyState();
    showCurrent();
}

QVBoxLayout *RecordPanel::layOut(const QList<QWidget *> &above)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::L, Space::XL, Space::L);
    layout->setSpacing(Space::M);
    for (QWidget *widget : above)
        layout->addWidget(widget);
    layout->addWidget(m_notice);
    layout->addWidget(
        new DetailSplitter(m_table->frame(), m_details, context().state, m_stateKey + u".split"_s, this), 1);
    return layout;
}

void RecordPanel::focusFilter()
{
    m_filter->field()->setFocus();
    m_filter->field()->selectAll();
}

void RecordPanel::refresh()
{
    if (!m_records->hasSource())
        askAnew();
    else
        m_records->refresh();
}

void RecordPanel::onEmptyAction()
{
    if (m_filter->text().isEmpty())
        context().openPanel(u"try-it"_s, {});
    else
        m_filter->setText({});
}

} // namespace smsauth
