// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/CodesPanel.h"

#include "ui/ErrorText.h"
#include "ui/Format.h"
#include "ui/widgets/CodeDelegate.h"
#include "ui/widgets/DetailSplitter.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FilterBar.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/MessageStory.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/PhoneFilter.h"
#include "ui/widgets/RecordDetails.h"
#include "ui/widgets/RecordTable.h"
#include "ui/widgets/StateTones.h"
#include "ui/widgets/StatusDelegate.h"
#include "ui/widgets/Ticker.h"
#include "ui/widgets/TimeLeftDelegate.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

enum Column { PhoneColumn, CodeColumn, TimeColumn, TriesColumn, DeliveryColumn, StateColumn };

} // namespace

CodesPanel::CodesPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, {Admin::Topic::Codes, Admin::Topic::Messages, Admin::Topic::Settings}, parent)
    , m_model(new Model(columns(), this))
    , m_table(new RecordTable(tr("Codes"), this))
    , m_details(new RecordDetails(this))
    , m_filter(new FilterBar(tr("Filter codes by phone"), tr("Phone"), this))
    , m_finished(new QCheckBox(tr("Show &finished codes"), this))
    , m_copy(new QPushButton(tr("&Copy code"), this))
    , m_showMessage(new QPushButton(tr("Show in send log"), this))
    , m_notice(new InlineNotice(this))
{
    build();

    auto *codes = new CodeDelegate(this);
    m_table->setRecords(m_model);
    m_table->setItemDelegateForColumn(CodeColumn, codes);
    m_table->setItemDelegateForColumn(TimeColumn, new TimeLeftDelegate(context.clock, this));
    m_table->setItemDelegateForColumn(DeliveryColumn, new StatusDelegate(this));
    m_table->setItemDelegateForColumn(StateColumn, new StatusDelegate(this));
    const int widths[] = {150, 110, 140, 60, 120};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->setDispensable({TriesColumn, DeliveryColumn});
    m_table->rememberColumns(context.state, u"codes.columns"_s);

    const auto copyRow = [this](const QModelIndex &index) {
        if (const CodeRecord *record = m_model->record(index.row()))
            copy(*record);
    };
    connect(codes, &CodeDelegate::copyClicked, this, copyRow);
    connect(m_table, &RecordTable::copyRequested, this, copyRow);
    connect(m_copy, &QPushButton::clicked, this, [this, copyRow] { copyRow(m_table->chosen()); });
    connect(m_showMessage, &QPushButton::clicked, this, [this] {
        if (const CodeRecord *record = m_model->recordOf(m_table->currentId()))
            this->context().openPanel(u"send-log"_s, QString::number(record->messageId));
    });
    connect(m_table, &RecordTable::currentIdChanged, this, &CodesPanel::showCurrent);
    connect(m_table->emptyState(), &EmptyState::triggered, this,
            [this] { this->context().openPanel(u"try-it"_s, {}); });
    connect(m_model, &TableModelBase::settled, this, [this] {
        m_notice->clear();
        updateEmptyState();
        followKept();
        showCurrent();
    });
    connect(m_model, &TableModelBase::failed, this,
            [this](const Error &error) { m_notice->tell(errorText(error), Tone::Bad, tr("Try again")); });
    connect(m_notice, &InlineNotice::triggered, this, &CodesPanel::refresh);
    connect(m_filter, &FilterBar::changed, this, &CodesPanel::askAnew);
    connect(m_finished, &QCheckBox::toggled, this, &CodesPanel::askAnew);
    connect(&context.status, &StatusWatch::changed, this, [this](const ServerStatus &status) {
        updateEmptyState();
        if (std::exchange(m_mode, status.mode) != status.mode && isVisible())
            refresh();
    });
    connect(new Ticker(250ms, m_table), &Ticker::ticked, this, &CodesPanel::tick);
    m_mode = status().mode;
    updateEmptyState();
    showCurrent();
}

void CodesPanel::build()
{
    setLook(m_copy, Look::Primary);
    setLook(m_showMessage, Look::Quiet);
    m_copy->setIcon(themedIcon(u"copy"_s, Tone::OnAccent));
    auto *actions = new QWidget(this);
    auto *buttons = new QHBoxLayout(actions);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(Space::S);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_showMessage);
    buttons->addStretch(1);
    m_details->setActions(actions);
    m_filter->setFixedWidth(220);

    auto *header = new PageHeader(title(), this);
    header->addWidget(m_finished);
    header->addWidget(m_filter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::L, Space::XL, Space::L);
    layout->setSpacing(Space::M);
    layout->addWidget(header);
    layout->addWidget(m_notice);
    layout->addWidget(new DetailSplitter(m_table, m_details, context().state, u"codes.split"_s, this), 1);
    setFocusProxy(m_table);
}

QString CodesPanel::title() const
{
    return tr("Codes");
}

QString CodesPanel::iconName() const
{
    return u"codes"_s;
}

QString CodesPanel::badge(const ServerStatus &status) const
{
    return status.liveCodes > 0 ? QLocale().toString(status.liveCodes) : QString();
}

void CodesPanel::open(const QString &argument)
{
    if (argument.isEmpty())
        return;
    m_filter->setText(argument);
    askAnew();
}

void CodesPanel::focusFilter()
{
    m_filter->field()->setFocus();
    m_filter->field()->selectAll();
}

void CodesPanel::refresh()
{
    if (!m_model->hasSource())
        askAnew();
    else
        m_model->refresh();
    m_path.ask(admin().settings(), this, [this](const Result<SettingsView> &view) {
        if (!view)
            return; // the sentence keeps the usual path
        m_signInPath = u'/' + view->values.value("SMS_AUTH_PATH"_L1).toString() + u"sign-in/"_s;
        updateEmptyState();
    });
}

void CodesPanel::askAnew()
{
    const PhoneFilter filter = PhoneFilter::parse(m_filter->text());
    const bool onlyLive = !m_finished->isChecked();
    const auto ask = [this, filter, onlyLive](RowId before, int limit) {
        return admin().codes({filter.exact, onlyLive, before, limit});
    };
    m_model->setSource(ask, [filter](const CodeRecord &record) { return filter.accepts(record.phone); });
    updateEmptyState();
}

void CodesPanel::updateEmptyState()
{
    EmptyState *empty = m_table->emptyState();
    if (!m_filter->text().isEmpty()) {
        empty->setContent(u"search"_s, m_finished->isChecked() ? tr("No codes for this phone.")
                                                               : tr("No live codes for this phone."));
        return;
    }
    QString text = m_finished->isChecked() ? tr("No codes yet. They appear here when an app calls POST %1.")
                                           : tr("No live codes. They appear here when an app calls POST %1.");
    text = text.arg(m_signInPath);
    if (context().status.isKnown() && status().state == ServerState::Stopped)
        text += u'\n' + tr("The server is stopped: press F5 to start it.");
    empty->setContent(u"codes"_s, text, tr("Try it"));
}

QList<CodesPanel::Model::Column> CodesPanel::columns() const
{
    return {
        {tr("Phone"),
         [this](const CodeRecord &record, int role) -> QVariant {
             if (role == ToneRole && stateNow(record) != CodeState::Live)
                 return int(Tone::Muted);
             return role == Qt::DisplayRole ? phoneText(record.phone, status().mode) : QVariant();
         }},
        {tr("Code"),
         [this](const CodeRecord &record, int role) -> QVariant {
             if (role == Qt::DisplayRole)
                 return codeText(record);
             if (role == CopyRole)
                 return stateNow(record) == CodeState::Live ? record.code : QString();
             if (role == Qt::ToolTipRole && record.code.isEmpty() && stateNow(record) == CodeState::Live)
                 return isSimulated() ? tr("The key of this code is gone.") : tr("Codes are hidden in live mode.");
             return {};
         }},
        {tr("Time left"),
         [this](const CodeRecord &record, int role) -> QVariant {
             if (stateNow(record) != CodeState::Live)
                 return {};
             if (role == BeginRole)
                 return toMs(record.createdAt);
             if (role == EndRole)
                 return toMs(record.expiresAt);
             if (role == Qt::AccessibleTextRole)
                 return durationText(record.expiresAt - context().clock.now());
             return {};
         }},
        {tr("Tries"),
         [](const CodeRecord &record, int role) -> QVariant {
             if (role == Qt::DisplayRole)
                 return tr("%1/%2", "wrong tries / tries allowed").arg(record.tries).arg(record.maxTries);
             if (role == ToneRole && record.maxTries > 0 && record.tries >= record.maxTries)
                 return int(Tone::Warning);
             return {};
         }},
        {tr("Delivery"),
         [](const CodeRecord &record, int role) -> QVariant {
             if (!record.messageState)
                 return {};
             if (role == ToneRole)
                 return int(toneOf(*record.messageState));
             return role == Qt::DisplayRole ? stateText(*record.messageState) : QVariant();
         }},
        {tr("State"),
         [this](const CodeRecord &record, int role) -> QVariant {
             if (role == ToneRole)
                 return int(toneOf(stateNow(record)));
             return role == Qt::DisplayRole ? stateText(stateNow(record)) : QVariant();
         }},
    };
}

CodeState CodesPanel::stateNow(const CodeRecord &record) const
{
    const bool over = record.expiresAt <= context().clock.now();
    return record.state == CodeState::Live && over ? CodeState::Expired : record.state;
}

QString CodesPanel::codeText(const CodeRecord &record) const
{
    if (stateNow(record) != CodeState::Live)
        return u"–"_s;
    return record.code.isEmpty() ? u"••••"_s : record.code;
}

void CodesPanel::copy(const CodeRecord &record)
{
    if (!record.code.isEmpty() && stateNow(record) == CodeState::Live)
        context().copySecret(record.code, tr("Code"));
}

void CodesPanel::showCurrent()
{
    const RowId id = m_table->currentId();
    m_model->setKept(id);
    const CodeRecord *record = m_model->recordOf(id);
    if (!record) {
        m_message.drop();
        m_shownMessage = {};
        m_details->setVisible(m_model->rowCount() > 0);
        m_details->clear(tr("Choose a code to see what happened to it."));
        return;
    }
    m_details->setVisible(true);
    if (m_shownMessage.id != record->messageId)
        m_shownMessage = {};
    showDetails(*record);
    if (record->messageId == 0 || m_message.isWaiting())
        return;
    MessageQuery query;
    query.before = record->messageId + 1;
    query.after = record->messageId - 1;
    query.limit = 1;
    m_message.ask(admin().messages(query), this, [this, id](const Result<QList<MessageRecord>> &found) {
        const CodeRecord *shown = m_model->recordOf(id);
        if (m_table->currentId() != id || !shown) {
            showCurrent(); // somebody has moved on meanwhile
            return;
        }
        if (found && !found->isEmpty())
            m_shownMessage = found->first();
        showDetails(*shown);
    });
}

void CodesPanel::showDetails(const CodeRecord &record)
{
    const CodeState state = stateNow(record);
    const Timestamp now = context().clock.now();
    Details details;
    details.title = phoneText(record.phone, status().mode);
    details.state = stateText(state);
    details.tone = toneOf(state);
    details.facts = {
        {tr("Code"), codeText(record)},
        {tr("Asked for"), timeText(record.createdAt, now)},
        {state == CodeState::Live ? tr("Valid until") : tr("Was valid until"), timeText(record.expiresAt, now)},
        {tr("Tries"), tr("%1 of %2").arg(record.tries).arg(record.maxTries)},
        {tr("Purpose"), record.changeForUser ? tr("Change of number") : tr("Sign-in")},
    };
    details.events.append({timeText(record.createdAt, now), tr("Asked for"), {}, Tone::Muted});
    if (m_shownMessage.id != 0) {
        details.facts.append({tr("Gateway"), m_shownMessage.provider});
        details.events.append(attemptEvents(m_shownMessage, now));
        details.reason = m_shownMessage.reason;
    }
    if (record.messageState && isFinal(*record.messageState))
        details.events.append({{}, stateText(*record.messageState), {}, toneOf(*record.messageState)});
    const int wrong = record.tries - (record.state == CodeState::Used ? 1 : 0);
    if (wrong > 0)
        details.events.append({{}, tr("%n wrong try(s)", nullptr, wrong), {}, Tone::Warning});
    if (state == CodeState::Expired)
        details.events.append({timeText(record.expiresAt, now), stateText(state), {}, toneOf(state)});
    else if (state != CodeState::Live)
        details.events.append({{}, stateText(state), {}, toneOf(state)});
    m_details->show(details);
    m_copy->setEnabled(state == CodeState::Live && !record.code.isEmpty());
    m_showMessage->setVisible(record.messageId != 0);
}

void CodesPanel::followKept()
{
    const RowId id = m_table->currentId();
    if (!m_model->keptIsOrphan() || m_kept.isWaiting())
        return;
    // It is no longer live: its last state is asked for by its id.
    CodeQuery query;
    query.before = id + 1;
    query.limit = 1;
    m_kept.ask(admin().codes(query), this, [this, id](const Result<QList<CodeRecord>> &found) {
        if (!found || m_table->currentId() != id)
            return;
        if (found->isEmpty() || found->first().id != id) {
            m_table->chooseNothing(); // cleared away
            return;
        }
        m_model->replace(found->first());
        showCurrent();
    });
}

void CodesPanel::tick()
{
    const Timestamp now = context().clock.now();
    const Timestamp before = std::exchange(m_lastTick, now);
    bool anyLive = false;
    bool anyEnded = false;
    for (const CodeRecord &record : m_model->records()) {
        if (record.state != CodeState::Live)
            continue;
        anyLive = anyLive || record.expiresAt > now;
        anyEnded = anyEnded || (record.expiresAt > before && record.expiresAt <= now);
    }
    if (anyEnded) {
        m_table->viewport()->update();
        m_model->refresh();
    } else if (anyLive) {
        const int x = m_table->columnViewportPosition(TimeColumn);
        m_table->viewport()->update(x, 0, m_table->columnWidth(TimeColumn), m_table->viewport()->height());
    }
}

std::unique_ptr<Panel> makeCodesPanel(const PanelContext &context)
{
    return std::make_unique<CodesPanel>(context);
}

} // namespace smsauth
