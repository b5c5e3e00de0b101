// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SendLogPanel.h"

#include "core/base/ReadyFuture.h"
#include "ui/Format.h"
#include "ui/panels/LogActions.h"
#include "ui/panels/LogExportCard.h"
#include "ui/panels/LogFilterTexts.h"
#include "ui/panels/LogTexts.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FilterBar.h"
#include "ui/widgets/FilterText.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/RecordDetails.h"
#include "ui/widgets/RecordTable.h"
#include "ui/widgets/SavedFilters.h"
#include "ui/widgets/SearchFooter.h"
#include "ui/widgets/StatusDelegate.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

QString joined(std::initializer_list<MessageState> states)
{
    QStringList names;
    for (const MessageState state : states)
        names.append(wireName(state));
    return names.join(u',');
}

} // namespace

SendLogPanel::SendLogPanel(const PanelContext &context, QWidget *parent)
    : RecordPanel(context, {Admin::Topic::Messages, Admin::Topic::Providers},
                  {tr("Sent messages"), tr("Filter the send log"),
                   tr("Words, or status:failed provider:twilio to:*4567 last:24h"), u"send-log"_s},
                  parent)
    , m_model(new Model(logColumns(context.clock, context.status), this))
    , m_actions(new LogActions(context, this))
    , m_export(new LogExportCard(
          context,
          [this]() -> std::optional<LogFilter> {
              return m_parsed.isUsable() ? std::optional(m_parsed.filter) : std::nullopt;
          },
          this))
    , m_saved(new SavedFilters(
          context.state, u"send-log.filters"_s,
          [this] { return m_parsed.isUsable() ? m_filter->text().trimmed() : QString(); }, this))
    , m_footer(new SearchFooter(*m_model, context.clock, this))
{
    build();
    new Suggestions(m_filter->field(), [this](const QString &text, qsizetype cursor) {
        return suggestLogFilter(text, cursor, m_providers);
    });
    connect(m_filter->field(), &QLineEdit::textChanged, this, &SendLogPanel::checkFilter);
    connect(m_filter->field(), &QLineEdit::cursorPositionChanged, this, &SendLogPanel::checkFilter);
    connect(m_table, &RecordTable::currentIdChanged, this, [this](RowId id) {
        if (id != 0)
            m_outside = {};
    });
    connect(m_footer, &SearchFooter::stopped, this, [this] {
        m_cancellation.cancel();
        m_cancellation = {};
    });
    connect(m_actions, &LogActions::onlyPhoneRequested, this, [this](const PhoneNumber &phone) {
        m_filter->setText(FilterText::replaced(m_filter->text(), u"to"_s, phone.e164()));
    });
    connect(m_saved, &SavedFilters::chosen, m_filter, &FilterBar::setText);
    connect(m_saved, &SavedFilters::saved, this,
            [this](const QString &name) { showNotice(tr("Filter “%1” saved.").arg(name)); });
    connect(m_saved, &SavedFilters::removed, this, [this](const QString &name) {
        this->context().notify({tr("Filter “%1” deleted.").arg(name), tr("&Undo"), [this] { undo(); }, false});
    });
    m_table->setItemDelegateForColumn(LogStateColumn, new StatusDelegate(this));
    setRecords(m_model, {128, 140, 112, 110}, {LogGatewayColumn});
}

void SendLogPanel::build()
{
    using enum MessageState;
    QList<FilterBar::Choice> states{{tr("All states"), {}},
                                    {tr("On their way"), joined({Queued, Sending})},
                                    {tr("Went out"), joined({Sent, Delivered})},
                                    {tr("Problems"), joined({Undelivered, Failed, Expired, Blocked, KeyLost})}};
    for (const MessageState state :
         {Queued, Sending, Sent, Delivered, Undelivered, Failed, Expired, Cancelled, Blocked, KeyLost})
        states.append({stateText(state), wireName(state)});
    m_filter->addChoices(tr("State"), u"status"_s, states);
    m_details->setActions(m_actions);

    auto *exporting = new QPushButton(themedIcon(u"export"_s), tr("E&xport…"), this);
    setLook(exporting, Look::Quiet);
    connect(exporting, &QPushButton::clicked, m_export, &LogExportCard::open);
    auto *header = new PageHeader(title(), this);
    header->addWidget(m_saved);
    header->addWidget(exporting);
    layOut({header, m_filter, m_export})->addWidget(m_footer);
}

QString SendLogPanel::title() const
{
    return tr("Send log");
}

QString SendLogPanel::iconName() const
{
    return u"send-log"_s;
}

void SendLogPanel::open(const QString &argument)
{
    bool isId = false;
    const RowId id = argument.toLongLong(&isId);
    if (isId && !argument.startsWith(u'+')) {
        showLinked(id);
    } else if (!argument.isEmpty()) {
        m_filter->setText(argument.contains(u':') ? argument : FilterText::replaced({}, u"to"_s, argument));
        askAnew();
    }
}

/// It may be far below what is loaded: it is asked for by its id, and shown beside the list where it is not in it.
void SendLogPanel::showLinked(RowId id)
{
    m_filter->setText({});
    m_table->chooseNothing();
    m_outside = {};
    if (m_model->hasSource() && m_table->select(id))
        return;
    m_wanted = id;
    MessageQuery query;
    query.before = id + 1;
    query.after = id - 1;
    query.limit = 1;
    m_linked.ask(admin().messages(query), this, [this, id](const Result<QList<MessageRecord>> &found) {
        if (!found)
            return showError(found.error());
        if (found->isEmpty()) {
            m_wanted = 0;
            showNotice(tr("This message is no longer in the log."));
            return;
        }
        if (m_table->currentId() == 0 && m_model->rowOf(id) < 0)
            m_outside = found->first();
        showCurrent();
    });
}

bool SendLogPanel::undo()
{
    return m_saved->undo();
}

void SendLogPanel::refresh()
{
    RecordPanel::refresh();
    learnProviders();
}

/// For suggestions; without an answer those that are known already are proposed.
void SendLogPanel::learnProviders()
{
    if (m_providersAsked.isWaiting())
        return;
    m_providersAsked.ask(admin().providers(), this, [this](const Result<QList<ProviderInfo>> &providers) {
        if (!providers)
            return;
        m_providers.clear();
        for (const ProviderInfo &provider : *providers)
            m_providers.append(provider.id);
        checkFilter();
    });
}

/// With every letter; asks nothing.
void SendLogPanel::checkFilter()
{
    const QString text = m_filter->text();
    m_parsed = parseLogFilter(text);
    QList<MarkedLineEdit::Mark> marks;
    QString sentence;
    Tone worst = Tone::Muted;
    for (const LogFilterProblem &problem : std::as_const(m_parsed.problems)) {
        const bool begun = isBegun(problem, text, m_filter->field()->cursorPosition(), m_providers);
        if (!begun)
            marks.append({problem.start, problem.length, Tone::Bad});
        if (sentence.isEmpty() || (!begun && worst == Tone::Muted))
            sentence = problemText(problem);
        worst = begun ? worst : Tone::Warning;
    }
    m_isWrong = worst == Tone::Warning;
    m_filter->field()->setMarks(marks);
    m_filter->setProblem(sentence, worst);
}

/// What is only begun leaves the list as it was. What is wrong empties it: rows that no filter stands for mislead.
void SendLogPanel::askAnew()
{
    checkFilter();
    if (m_isWrong)
        return showNothing();
    if (m_model->hasSource() && (!m_parsed.isUsable() || m_asked == m_parsed.filter))
        return;
    m_asked = m_parsed.filter;
    m_cancellation.cancel();
    m_cancellation = {};
    m_model->setSearch([this](const Model::Question &question) {
        const LogQuery query{.filter = *m_asked,
                             .before = question.before,
                             .after = question.after,
                             .upwards = question.upwards,
                             .limit = question.limit,
                             .cancellation = m_cancellation};
        return admin().searchLog(query).then([](const Result<LogPage> &page) {
            return page ? Result<Model::Slice>({page->rows, page->next, page->searchedBackTo, page->newest})
                        : Result<Model::Slice>(page.error());
        });
    });
    updateEmptyState();
}

void SendLogPanel::showNothing()
{
    if (m_model->hasSource() && !m_asked)
        return;
    m_asked.reset();
    m_cancellation.cancel();
    m_cancellation = {};
    m_model->setSearch([](const Model::Question &) { return readyFuture(Result<Model::Slice>(Model::Slice{})); });
    updateEmptyState();
}

void SendLogPanel::onSettled()
{
    if (m_wanted != 0 && m_table->select(m_wanted))
        m_wanted = 0;
}

void SendLogPanel::onEmptyAction()
{
    if (m_model->searchedBackTo())
        m_model->searchOn();
    else
        RecordPanel::onEmptyAction();
}

void SendLogPanel::updateEmptyState()
{
    EmptyState *empty = m_table->emptyState();
    if (m_isWrong)
        empty->setContent(u"filter"_s, tr("This filter cannot be used. What is wrong with it stands above."),
                          tr("Show all"));
    else if (m_model->isSearching() && m_model->isSettled())
        empty->setContent(u"search"_s, tr("Nothing found yet…"));
    else if (m_model->searchedBackTo())
        empty->setContent(u"search"_s, tr("Nothing found so far."), tr("Search further"));
    else if (!m_filter->text().isEmpty())
        empty->setContent(u"filter"_s, tr("Nothing sent in this range."), tr("Show all"));
    else
        empty->setContent(u"send-log"_s,
                          tr("Nothing sent yet. Every message and every blocked request leaves a row "
                             "here."),
                          tr("Try it"));
}

void SendLogPanel::showCurrent()
{
    const MessageRecord *message = m_model->recordOf(m_table->currentId());
    if (!message && m_outside.id != 0)
        message = &m_outside;
    m_details->setVisible(message || m_model->rowCount() > 0);
    m_actions->show(message ? std::optional(*message) : std::nullopt);
    if (message)
        m_details->show(logDetails(*message, status().mode, context().clock.now()));
    else
        m_details->clear(tr("Choose a message to see every attempt and what the gateway said."));
}

std::unique_ptr<Panel> makeSendLogPanel(const PanelContext &context)
{
    return std::make_unique<SendLogPanel>(context);
}

} // namespace smsauth
