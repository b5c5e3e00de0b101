// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SendLogPanel.h"

#include "ui/Format.h"
#include "ui/panels/LogActions.h"
#include "ui/panels/LogExportCard.h"
#include "ui/panels/LogFilterTexts.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FilterBar.h"
#include "ui/widgets/FilterText.h"
#include "ui/widgets/MessageStory.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/RecordDetails.h"
#include "ui/widgets/RecordTable.h"
#include "ui/widgets/SavedFilters.h"
#include "ui/widgets/SearchFooter.h"
#include "ui/widgets/StateTones.h"
#include "ui/widgets/StatusDelegate.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

enum Column { TimeColumn, PhoneColumn, StateColumn, ProviderColumn, ReasonColumn };

QString joined(std::initializer_list<MessageState> states)
{
    QStringList names;
    for (const MessageState state : states)
        names.append(wireName(state));
    return names.join(u',');
}

/// The last words that somebody said about this message.
QString lastWords(const MessageRecord &message)
{
    if (!message.reason.isEmpty())
        return message.reason;
    return message.attempts.isEmpty() ? QString() : message.attempts.last().error;
}

} // namespace

SendLogPanel::SendLogPanel(const PanelContext &context, QWidget *parent)
    : RecordPanel(context, {Admin::Topic::Messages, Admin::Topic::Providers},
                  {tr("Sent messages"), tr("Filter the send log"),
                   tr("Words, or status:failed provider:twilio to:*4567 last:24h"), u"send-log"_s},
                  parent)
    , m_model(new Model(columns(), this))
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
    m_table->setItemDelegateForColumn(StateColumn, new StatusDelegate(this));
    setRecords(m_model, {128, 140, 112, 110}, {ProviderColumn});
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
    m_filter->field()->setMarks(marks);
    m_filter->setProblem(sentence, worst);
}

/// What is wrong asks nothing: the list stays as it was until the filter can be used again.
void SendLogPanel::askAnew()
{
    checkFilter();
    if (m_model->hasSource() && (!m_parsed.isUsable() || m_parsed.filter == m_asked))
        return;
    m_asked = m_parsed.filter;
    m_cancellation.cancel();
    m_cancellation = {};
    m_model->setSearch([this](const Model::Question &question) {
        const LogQuery query{.filter = m_asked,
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
    if (m_model->isSearching() && m_model->isSettled())
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

QList<SendLogPanel::Model::Column> SendLogPanel::columns() const
{
    return {
        {tr("Time"),
         [this](const MessageRecord &message, int role) -> QVariant {
             if (role == ToneRole)
                 return int(Tone::Muted);
             return role == Qt::DisplayRole ? timeText(message.createdAt, context().clock.now()) : QVariant();
         }},
        {tr("Phone"),
         [this](const MessageRecord &message, int role) -> QVariant {
             return role == Qt::DisplayRole ? phoneText(message.phone, status().mode) : QVariant();
         }},
        {tr("State"),
         [](const MessageRecord &message, int role) -> QVariant {
             if (role == ToneRole)
                 return int(toneOf(message.state));
             return role == Qt::DisplayRole ? stateText(message.state) : QVariant();
         }},
        {tr("Gateway"),
         [](const MessageRecord &message, int role) -> QVariant {
             return role == Qt::DisplayRole ? message.provider : QVariant();
         }},
        {tr("What happened"),
         [](const MessageRecord &message, int role) -> QVariant {
             if (role == ToneRole)
                 return int(Tone::Muted);
             if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
                 return {};
             const QString words = lastWords(message);
             if (!words.isEmpty() || role == Qt::ToolTipRole || message.attempts.size() < 2)
                 return words;
             return tr("%n attempt(s)", nullptr, int(message.attempts.size()));
         }},
    };
}

void SendLogPanel::showCurrent()
{
    const MessageRecord *message = m_model->recordOf(m_table->currentId());
    if (!message && m_outside.id != 0)
        message = &m_outside;
    m_details->setVisible(message || m_model->rowCount() > 0);
    m_actions->show(message ? std::optional(*message) : std::nullopt);
    if (message)
        showDetails(*message);
    else
        m_details->clear(tr("Choose a message to see every attempt and what the gateway said."));
}

void SendLogPanel::showDetails(const MessageRecord &message)
{
    const Timestamp now = context().clock.now();
    Details details;
    details.title = phoneText(message.phone, status().mode);
    details.state = stateText(message.state);
    details.tone = toneOf(message.state);
    details.reason = message.reason;
    details.facts = {{tr("Accepted"), timeText(message.createdAt, now)}};
    if (!message.provider.isEmpty())
        details.facts.append({tr("Gateway"), message.provider});
    if (!message.providerMessageId.isEmpty())
        details.facts.append({tr("Its number"), message.providerMessageId});
    if (!message.text.isEmpty())
        details.facts.append({tr("Text"), message.text});
    if (message.expiresAt > message.createdAt)
        details.facts.append({tr("Code valid until"), timeText(message.expiresAt, now)});
    details.facts.append({tr("Row"), QString::number(message.id)});

    if (message.state == MessageState::Blocked) {
        details.events = {{timeText(message.createdAt, now), tr("Blocked: nothing was sent"), {}, Tone::Warning}};
    } else {
        details.events.append({timeText(message.createdAt, now), tr("Accepted"), {}, Tone::Muted});
        details.events.append(attemptEvents(message, now));
        const bool said = message.attempts.isEmpty() || message.state != MessageState::Sent;
        if (said)
            details.events.append({{}, stateText(message.state), {}, toneOf(message.state)});
        if (message.verifiedAt)
            details.events.append({timeText(*message.verifiedAt, now), tr("Its code was used"), {}, Tone::Good});
    }
    m_details->show(details);
}

std::unique_ptr<Panel> makeSendLogPanel(const PanelContext &context)
{
    return std::make_unique<SendLogPanel>(context);
}

} // namespace smsauth
