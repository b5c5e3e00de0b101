// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tryit/HistoryView.h"

#include "core/base/ReadyFuture.h"
#include "ui/CoreText.h"
#include "ui/ErrorText.h"
#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/panels/tryit/AlsoTry.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FilterBar.h"
#include "ui/widgets/RecordTable.h"
#include "ui/widgets/StatusDelegate.h"

#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QByteArray purpose = "flow history";
enum Column { TimeColumn, WhatColumn, PhoneColumn, DurationColumn, OutcomeColumn };

QString checkName(const QString &wire)
{
    for (const FlowCheck check : flowChecks()) {
        if (wireName(check) == wire)
            return AlsoTry::nameOf(check);
    }
    return wire;
}

} // namespace

HistoryView::HistoryView(const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new Model(columns(), this))
    , m_table(new RecordTable(tr("Flows of this profile"), this))
    , m_filter(new FilterBar(tr("Search the flows"), tr("Number, words or status"), this))
    , m_replay(new QPushButton(themedIcon(u"refresh"_s), tr("Do it again"), this))
{
    m_replay->setToolTip(tr("Asks for a new code with the same number; a run is started with the same figures"));
    auto *top = new QHBoxLayout;
    top->setSpacing(Space::S);
    top->addWidget(m_filter, 1);
    top->addWidget(m_replay, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    layout->addLayout(top);
    layout->addWidget(m_table->frame(), 1);

    m_table->setRecords(m_model);
    m_table->setItemDelegateForColumn(OutcomeColumn, new StatusDelegate(this));
    const int widths[] = {85, 125, 115, 80};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->setDispensable({DurationColumn});
    m_table->rememberColumns(context.state, u"flows.columns"_s);

    connect(m_filter, &FilterBar::changed, this, &HistoryView::filter);
    connect(m_replay, &QPushButton::clicked, this, &HistoryView::replay);
    connect(m_table, &RecordTable::currentIdChanged, this, [this](RowId id) { m_replay->setEnabled(id != 0); });
    connect(m_table->emptyState(), &EmptyState::triggered, this, [this] { m_filter->setText({}); });
    connect(&context.status, &StatusWatch::changed, this, &HistoryView::open);
    m_replay->setEnabled(false);
    filter();
    open();
}

HistoryView::~HistoryView() = default;

void HistoryView::open()
{
    const QString profile = m_context.status.current().profile;
    if (m_history || profile.isEmpty())
        return;
    m_history = std::make_unique<FlowHistory>(profile + u"/flows.jsonl"_s);
    whenDone(this, m_history->load(), [this](const Result<QList<FlowEntry>> &entries) {
        m_loaded = true;
        if (entries)
            m_entries = *entries;
        else
            m_context.notify({tr("The history of flows cannot be read.") + u' ' + coreText(entries.error().detail),
                              {},
                              {},
                              true});
        for (const FlowEntry &entry : std::exchange(m_early, {}))
            keep(entry);
        filter();
    });
}

void HistoryView::record(const FlowEntry &entry, const PhoneNumber &phone)
{
    whenDone(this, m_context.admin.seal(phone.e164(), purpose), [this, entry](const Result<QByteArray> &sealed) {
        FlowEntry complete = entry;
        if (sealed)
            complete.sealedPhone = *sealed; // else it can be read, and not be done again
        if (m_loaded)
            keep(complete);
        else
            m_early.append(complete);
    });
}

void HistoryView::keep(const FlowEntry &entry)
{
    whenDone(this, m_history->append(entry), [this, entry](const Result<FlowEntry> &kept) {
        if (kept)
            return take(*kept);
        FlowEntry lost = entry;
        lost.id = m_entries.isEmpty() ? 1 : m_entries.first().id + 1;
        take(lost);
        if (!std::exchange(m_toldOfFailure, true))
            m_context.notify(
                {tr("The history of flows is not kept.") + u' ' + coreText(kept.error().detail), {}, {}, true});
    });
}

void HistoryView::take(const FlowEntry &entry)
{
    m_entries.prepend(entry);
    if (m_entries.size() > FlowHistory::Most)
        m_entries.removeLast();
    m_model->refresh();
}

void HistoryView::focusFilter()
{
    m_filter->field()->setFocus();
    m_filter->field()->selectAll();
}

void HistoryView::filter()
{
    const QString words = m_filter->text();
    m_model->setSource(
        [this](RowId before, int limit) {
            QList<FlowEntry> page;
            for (const FlowEntry &entry : std::as_const(m_entries)) {
                if (page.size() == limit)
                    break;
                if (before == 0 || entry.id < before)
                    page.append(entry);
            }
            return readyFuture(Result<QList<FlowEntry>>(page));
        },
        [this, words](const FlowEntry &entry) { return matches(entry, words); });
    showEmpty();
}

bool HistoryView::matches(const FlowEntry &entry, const QString &words) const
{
    const QString all = QStringList{whatText(entry), entry.phone, outcomeText(entry), entry.words,
                                    timeText(entry.at, m_context.clock.now())}
                            .join(u'\n');
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) {
        // What is hidden of a number cannot be searched: its beginning and its end can.
        const bool isNumber = word.startsWith(u'+') && word.size() > 8;
        return all.contains(isNumber ? PhoneNumber::fromStored(word).masked() : word, Qt::CaseInsensitive);
    });
}

void HistoryView::showEmpty()
{
    EmptyState *empty = m_table->emptyState();
    if (m_filter->text().isEmpty())
        empty->setContent(u"clock"_s, tr("No flows yet. Each one that you try leaves a row here."));
    else
        empty->setContent(u"filter"_s, tr("No flow matches."), tr("Show all flows"));
}

void HistoryView::replay()
{
    const FlowEntry *entry = m_model->recordOf(m_table->currentId());
    if (!entry)
        return;
    if (entry->kind == FlowEntry::Kind::Check) {
        Q_EMIT replayWanted(*entry, {});
        return;
    }
    whenDone(this, m_context.admin.unseal(entry->sealedPhone, purpose),
             [this, chosen = *entry](const Result<QString> &phone) {
                 if (phone)
                     Q_EMIT replayWanted(chosen, PhoneNumber::fromStored(*phone));
                 else
                     m_context.notify(
                         {tr("The number of this flow can no longer be read: its key was not kept. Enter "
                             "the number instead."),
                          {},
                          {},
                          true});
             });
}

QString HistoryView::whatText(const FlowEntry &entry) const
{
    switch (entry.kind) {
    case FlowEntry::Kind::SignIn:
        return tr("Step by step");
    case FlowEntry::Kind::Walk:
        return tr("Both steps");
    case FlowEntry::Kind::Check:
        return checkName(entry.detail);
    case FlowEntry::Kind::Run:
        return tr("%Ln flow(s)", nullptr, entry.detail.section(u' ', 0, 0).toInt());
    }
    Q_UNREACHABLE();
}

QString HistoryView::outcomeText(const FlowEntry &entry) const
{
    const QLocale locale;
    switch (entry.kind) {
    case FlowEntry::Kind::Run:
        return tr("%1 passed, %2 failed")
            .arg(locale.toString(entry.passedFlows), locale.toString(entry.failedFlows));
    case FlowEntry::Kind::Check:
        return entry.passed ? tr("As expected: %1 %2").arg(QString::number(entry.status), entry.words)
                            : tr("Not as expected: %1 %2").arg(QString::number(entry.status), entry.words);
    case FlowEntry::Kind::SignIn:
    case FlowEntry::Kind::Walk:
        if (entry.passed)
            return tr("Signed in");
        return entry.status == 0 ? tr("No answer: %1").arg(entry.words)
                                 : u"%1 %2"_s.arg(QString::number(entry.status), entry.words);
    }
    Q_UNREACHABLE();
}

QList<HistoryView::Model::Column> HistoryView::columns() const
{
    return {
        {tr("Time"),
         [this](const FlowEntry &entry, int role) -> QVariant {
             if (role == ToneRole)
                 return int(Tone::Muted);
             return role == Qt::DisplayRole ? timeText(entry.at, m_context.clock.now()) : QVariant();
         }},
        {tr("What"),
         [this](const FlowEntry &entry, int role) -> QVariant {
             return role == Qt::DisplayRole ? whatText(entry) : QVariant();
         }},
        {tr("Phone"),
         [](const FlowEntry &entry, int role) -> QVariant {
             if (role != Qt::DisplayRole)
                 return {};
             return entry.phone.isEmpty() ? u"–"_s : entry.phone;
         }},
        {tr("Took"),
         [](const FlowEntry &entry, int role) -> QVariant {
             if (role == ToneRole)
                 return int(Tone::Muted);
             if (role != Qt::DisplayRole)
                 return {};
             return entry.duration < seconds(10)
                        ? tr("%1 ms").arg(QLocale().toString(qint64(entry.duration.count())))
                        : durationText(entry.duration);
         }},
        {tr("Outcome"),
         [this](const FlowEntry &entry, int role) -> QVariant {
             if (role == ToneRole)
                 return int(entry.passed ? Tone::Good : Tone::Bad);
             return role == Qt::DisplayRole || role == Qt::ToolTipRole ? outcomeText(entry) : QVariant();
         }},
    };
}

} // namespace smsauth
