// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/CodesPanel.h"

#include "ui/Format.h"
#include "ui/panels/CodeActions.h"
#include "ui/panels/CodeTexts.h"
#include "ui/widgets/CodeDelegate.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FilterBar.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/PhoneFilter.h"
#include "ui/widgets/RecordDetails.h"
#include "ui/widgets/RecordTable.h"
#include "ui/widgets/StatusDelegate.h"
#include "ui/widgets/Ticker.h"
#include "ui/widgets/TimeLeftDelegate.h"

#include <QCheckBox>
#include <QLocale>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace smsauth {

CodesPanel::CodesPanel(const PanelContext &context, QWidget *parent)
    : RecordPanel(context, {Admin::Topic::Codes, Admin::Topic::Messages, Admin::Topic::Settings},
                  {tr("Codes"), tr("Filter codes by phone"), tr("Phone"), u"codes"_s}, parent)
    , m_model(new Model(codeColumns(context.clock, context.status), this))
    , m_finished(new QCheckBox(tr("Show finishe&d codes"), this))
    , m_undo(new Undo(context.undoTime, this))
    , m_actions(new CodeActions(context, *m_undo, this))
{
    m_details->setActions(m_actions);
    m_filter->setFixedWidth(220);
    auto *header = new PageHeader(title(), this);
    header->addWidget(m_finished);
    header->addWidget(m_filter);
    layOut({header});

    const auto copyRow = [this](const QModelIndex &index) {
        if (const CodeRecord *record = m_model->record(index.row()))
            copy(*record);
    };
    auto *codes = new CodeDelegate(this);
    connect(codes, &CodeDelegate::copyClicked, this, copyRow);
    connect(m_table, &RecordTable::copyRequested, this, copyRow);
    connect(m_actions, &CodeActions::revealedChanged, this, &CodesPanel::showCurrent);
    connect(m_actions, &CodeActions::deleteRequested, this, &CodesPanel::remove);
    m_table->addAction(m_actions->deleteAction());
    connect(m_finished, &QCheckBox::toggled, this, &CodesPanel::askAnew);
    connect(new Ticker(250ms, m_table), &Ticker::ticked, this, &CodesPanel::tick);

    m_table->setItemDelegateForColumn(DigitsColumn, codes);
    m_table->setItemDelegateForColumn(TimeColumn, new TimeLeftDelegate(context.clock, this));
    m_table->setItemDelegateForColumn(DeliveryColumn, new StatusDelegate(this));
    m_table->setItemDelegateForColumn(CodeStateColumn, new StatusDelegate(this));
    setRecords(m_model, {150, 110, 140, 60, 120}, {TriesColumn, DeliveryColumn});
}

CodesPanel::~CodesPanel()
{
    m_undo->settle(); // nobody can take it back any more
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

void CodesPanel::refresh()
{
    RecordPanel::refresh();
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
    m_model->setSource(ask, [filter, removing = m_removing](const CodeRecord &record) {
        return record.id != removing && filter.accepts(record.phone);
    });
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

void CodesPanel::onEmptyAction()
{
    context().openPanel(u"try-it"_s, {});
}

void CodesPanel::copy(const CodeRecord &record)
{
    if (!record.code.isEmpty() && codeStateAt(record, context().clock.now()) == CodeState::Live)
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
        m_actions->show(std::nullopt);
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
    m_actions->show(record);
    m_details->show(
        codeDetails(record, m_shownMessage, status().mode, context().clock.now(), m_actions->revealed()));
}

/// It disappears from the page at once and from the store when the time to take it back is over.
void CodesPanel::remove(const CodeRecord &record)
{
    const auto hide = [this](RowId id) {
        m_removing = id;
        askAnew();
    };
    m_undo->offer([hide] { hide(0); }, [this] { removeNow(); });
    admin().holdCleanup(m_undo->time() + 1s); // it must be there to be taken back
    m_table->chooseNothing();
    hide(record.id);
    context().notify({tr("Code of %1 deleted.").arg(phoneText(record.phone, status().mode)), tr("&Undo"),
                      [this] { undo(); }, false});
}

bool CodesPanel::undo()
{
    return m_undo->takeBack();
}

void CodesPanel::removeNow()
{
    ask(
        admin().changeCode(std::exchange(m_removing, 0), CodeChange::Remove), [] {},
        [this](const Error &error) {
            if (error.code == ErrorCode::NotFound)
                return; // a cleanup was faster
            showError(error);
            askAnew();
        });
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
