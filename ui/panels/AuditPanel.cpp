// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AuditPanel.h"

#include "ui/ErrorText.h"
#include "ui/Format.h"
#include "ui/panels/AuditTexts.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FilterBar.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/RecordTable.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

/// A trail that takes longer is looked at only when somebody asks.
constexpr qint64 Quick = 300;

constexpr int NarrowestWho = 100;
constexpr int WidestWho = 140;

/// Room for the names of all who do something.
int whoWidth(const QWidget &list)
{
    int widest = NarrowestWho;
    for (const QString &actor : {u"console"_s, u"command line"_s, u"server"_s, u"http"_s})
        widest = std::max(widest, list.fontMetrics().horizontalAdvance(auditActorText(actor)) + 2 * Space::M);
    return std::min(widest, WidestWho);
}

} // namespace

AuditPanel::AuditPanel(const PanelContext &context, QWidget *parent)
    : RecordPanel(context, {Admin::Topic::Audit},
                  {tr("Audit trail"), tr("Find in the audit trail"), tr("Who, what or whom"), u"audit"_s}, parent)
    , m_model(new Model(columns(), this))
    , m_verify(new QPushButton(themedIcon(u"shield"_s), tr("Ver&ify"), this))
    , m_verdictLine(new InlineNotice(this))
{
    m_verify->setToolTip(tr("Checks the seals of all rows, from the first to the newest"));
    m_verdictLine->setObjectName(u"auditVerdict"_s);
    m_filter->setMaximumWidth(240);
    auto *header = new PageHeader(title(), this);
    header->addWidget(m_filter, true);
    header->addWidget(m_verify);
    layOut({header, m_verdictLine});
    connect(m_verify, &QPushButton::clicked, this, [this] {
        verify();
        m_model->refresh(); // what the verdict is about
    });
    setRecords(m_model, {110, whoWidth(*m_table), 170}, {});
    connect(m_model, &TableModelBase::failed, this, [this] {
        if (m_failure)
            showFailure(*m_failure);
    });
}

QString AuditPanel::title() const
{
    return tr("Audit trail");
}

QString AuditPanel::iconName() const
{
    return u"audit"_s;
}

void AuditPanel::open(const QString &argument)
{
    if (argument == u"verify")
        verify();
}

void AuditPanel::refresh()
{
    RecordPanel::refresh();
    // A verdict on other rows than those below it would mislead.
    if (m_verifying.isWaiting())
        m_verifyAgain = true;
    else if (m_verdict && m_isQuick)
        verify();
    else if (m_verdict)
        m_verdictLine->tell(tr("The trail has grown since it was verified."), Tone::Muted);
}

void AuditPanel::askAnew()
{
    const auto ask = [this, typed = m_filter->text().trimmed()](RowId before, int limit) {
        return admin().auditTrail(limit, before, typed);
    };
    m_model->setSource(ask);
    updateEmptyState();
}

void AuditPanel::updateEmptyState()
{
    if (m_filter->text().isEmpty())
        m_table->emptyState()->setContent(
            u"audit"_s, tr("Nothing has been written yet. Changed settings, revealed codes, going live "
                           "and the like appear here."));
    else
        m_table->emptyState()->setContent(u"search"_s, tr("No row fits."), tr("Show all"));
}

void AuditPanel::onEmptyAction()
{
    m_filter->setText({});
}

QList<AuditPanel::Model::Column> AuditPanel::columns() const
{
    const auto tone = [this](const AuditRecord &row, int role) -> QVariant {
        return role == ToneRole && findingOf(row.id) ? QVariant(int(Tone::Bad)) : QVariant();
    };
    return {
        {tr("Time"),
         [this, tone](const AuditRecord &row, int role) -> QVariant {
             return role == Qt::DisplayRole ? timeText(row.at, context().clock.now()) : tone(row, role);
         }},
        {tr("Who"),
         [tone](const AuditRecord &row, int role) -> QVariant {
             return role == Qt::DisplayRole ? auditActorText(row.actor) : tone(row, role);
         }},
        {tr("What"),
         [tone](const AuditRecord &row, int role) -> QVariant {
             return role == Qt::DisplayRole ? auditActionText(row.action) : tone(row, role);
         }},
        {tr("About"),
         [tone](const AuditRecord &row, int role) -> QVariant {
             return role == Qt::DisplayRole ? auditSubjectText(row) : tone(row, role);
         }},
    };
}

const AuditFinding *AuditPanel::findingOf(RowId id) const
{
    if (!m_verdict)
        return nullptr;
    for (const AuditFinding &finding : m_verdict->findings) {
        if (finding.first <= id && id <= finding.last)
            return &finding;
    }
    return nullptr;
}

void AuditPanel::showCurrent()
{
    const RowId id = m_table->currentId();
    m_model->setKept(id);
    const AuditRecord *row = m_model->recordOf(id);
    m_details->setVisible(row || m_model->rowCount() > 0);
    if (row)
        m_details->show(detailsOf(*row));
    else
        m_details->clear(tr("Choose a row to read all of it."));
}

Details AuditPanel::detailsOf(const AuditRecord &row) const
{
    Details details;
    details.title = auditActionText(row.action);
    if (const AuditFinding *finding = findingOf(row.id)) {
        details.state = tr("Not sound");
        details.tone = Tone::Bad;
        details.reason = findingText(*finding);
    }
    details.facts = {{tr("Number of the row"), QString::number(row.id)},
                     {tr("Time"), timeText(row.at, context().clock.now())},
                     {tr("Who"), auditActorText(row.actor)}};
    if (const QString about = auditSubjectText(row); !about.isEmpty())
        details.facts.append({tr("About"), about});
    details.facts.append({tr("Written as"), row.action});
    return details;
}

void AuditPanel::verify()
{
    if (m_verifying.isWaiting()) {
        m_verifyAgain = true;
        return;
    }
    if (!m_verdict)
        m_verdictLine->tell(tr("Verifying the seals…"), Tone::Muted);
    m_began.start();
    m_verifying.ask(admin().verifyAudit(), this, [this](const Result<AuditVerdict> &verdict) {
        m_isQuick = m_began.elapsed() < Quick;
        showVerdict(verdict);
        if (std::exchange(m_verifyAgain, false))
            refresh();
    });
}

void AuditPanel::showVerdict(const Result<AuditVerdict> &verdict)
{
    m_failure.reset();
    if (verdict) {
        m_verdict = *verdict;
        const Tone tone = !verdict->isSound() ? Tone::Bad : verdict->begins > 0 ? Tone::Good : Tone::Muted;
        m_verdictLine->tell(verdictText(*verdict, context().clock.now()), tone);
    } else {
        m_verdict.reset();
        showFailure(verdict.error());
    }
    m_table->viewport()->update(); // rows with a finding are coloured
    showCurrent();
}

/// Why stands on the page once: mostly the list could not be read for the same reason.
void AuditPanel::showFailure(const Error &error)
{
    m_failure = error;
    const QString why = errorText(error);
    m_verdictLine->tell(why == m_notice->text() ? tr("The trail could not be verified.")
                                                : tr("The trail could not be verified: %1").arg(why),
                        Tone::Bad);
}

std::unique_ptr<Panel> makeAuditPanel(const PanelContext &context)
{
    return std::make_unique<AuditPanel>(context);
}

} // namespace smsauth
