// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SendLogPanel.h"

#include "ui/ErrorText.h"
#include "ui/Format.h"
#include "ui/panels/SendLogFilter.h"
#include "ui/widgets/DetailSplitter.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FilterBar.h"
#include "ui/widgets/FilterText.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/MessageStory.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/RecordDetails.h"
#include "ui/widgets/RecordTable.h"
#include "ui/widgets/StateTones.h"
#include "ui/widgets/StatusDelegate.h"

#include <QLineEdit>
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
    : Panel(context, {Admin::Topic::Messages}, parent)
    , m_model(new Model(columns(), this))
    , m_table(new RecordTable(tr("Sent messages"), this))
    , m_details(new RecordDetails(this))
    , m_filter(new FilterBar(tr("Filter the send log"), tr("Phone or words, or to: status: provider:"), this))
    , m_onlyPhone(new QPushButton(tr("Only this &number"), this))
    , m_notice(new InlineNotice(this))
{
    build();
    m_table->setRecords(m_model);
    m_table->setItemDelegateForColumn(StateColumn, new StatusDelegate(this));
    const int widths[] = {100, 145, 125, 110};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->setDispensable({ProviderColumn});
    m_table->rememberColumns(context.state, u"send-log.columns"_s);

    connect(m_table, &RecordTable::currentIdChanged, this, [this](RowId id) {
        if (id != 0)
            m_outside = {};
        showCurrent();
    });
    connect(m_table->emptyState(), &EmptyState::triggered, this, [this] {
        if (m_filter->text().isEmpty())
            this->context().openPanel(u"try-it"_s, {});
        else
            m_filter->setText({});
    });
    connect(m_model, &TableModelBase::settled, this, [this] {
        m_notice->clear();
        updateEmptyState();
        if (m_wanted != 0 && m_table->select(m_wanted))
            m_wanted = 0;
        showCurrent();
    });
    connect(m_model, &TableModelBase::failed, this,
            [this](const Error &error) { m_notice->tell(errorText(error), Tone::Bad, tr("Try again")); });
    connect(m_notice, &InlineNotice::triggered, this, &SendLogPanel::refresh);
    connect(m_filter, &FilterBar::changed, this, &SendLogPanel::askAnew);
    connect(m_onlyPhone, &QPushButton::clicked, this, [this] {
        const MessageRecord *message = m_model->recordOf(m_table->currentId());
        const PhoneNumber phone = message ? message->phone : m_outside.phone;
        m_filter->setText(FilterText::replaced(m_filter->text(), u"to"_s, phone.e164()));
    });
    connect(&context.status, &StatusWatch::changed, this, [this](const ServerStatus &status) {
        if (std::exchange(m_mode, status.mode) != status.mode && isVisible())
            refresh();
    });
    m_mode = status().mode;
    updateEmptyState();
    showCurrent();
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

    setLook(m_onlyPhone, Look::Quiet);
    m_onlyPhone->setIcon(themedIcon(u"filter"_s));
    auto *actions = new QWidget(this);
    auto *buttons = new QHBoxLayout(actions);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(m_onlyPhone);
    buttons->addStretch(1);
    m_details->setActions(actions);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::L, Space::XL, Space::L);
    layout->setSpacing(Space::M);
    layout->addWidget(new PageHeader(title(), this));
    layout->addWidget(m_filter);
    layout->addWidget(m_notice);
    layout->addWidget(new DetailSplitter(m_table, m_details, context().state, u"send-log.split"_s, this), 1);
    setFirstFocus(m_table);
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
        m_filter->setText(FilterText::replaced({}, u"to"_s, argument));
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

void SendLogPanel::focusFilter()
{
    m_filter->field()->setFocus();
    m_filter->field()->selectAll();
}

void SendLogPanel::refresh()
{
    if (!m_model->hasSource())
        askAnew();
    else
        m_model->refresh();
}

void SendLogPanel::askAnew()
{
    const SendLogFilter filter = SendLogFilter::parse(m_filter->text());
    m_filter->setProblem(filter.problems.join(u' '));
    m_model->setSource(
        [this, filter](RowId before, int limit) { return admin().messages(filter.query(before, limit)); },
        [filter](const MessageRecord &message) { return filter.accepts(message); });
    updateEmptyState();
}

void SendLogPanel::updateEmptyState()
{
    EmptyState *empty = m_table->emptyState();
    if (!m_filter->text().isEmpty())
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
    details.facts.append({tr("Row"), QString::number(message.id)});

    if (message.state == MessageState::Blocked) {
        details.events = {{timeText(message.createdAt, now), tr("Blocked: nothing was sent"), {}, Tone::Warning}};
    } else {
        details.events.append({timeText(message.createdAt, now), tr("Accepted"), {}, Tone::Muted});
        details.events.append(attemptEvents(message, now));
        const bool said = message.attempts.isEmpty() || message.state != MessageState::Sent;
        if (said)
            details.events.append({{}, stateText(message.state), {}, toneOf(message.state)});
    }
    m_details->show(details);
}

std::unique_ptr<Panel> makeSendLogPanel(const PanelContext &context)
{
    return std::make_unique<SendLogPanel>(context);
}

} // namespace smsauth
