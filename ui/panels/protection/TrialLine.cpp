// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/protection/TrialLine.h"

#include "ui/ErrorText.h"
#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/widgets/Ticker.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr milliseconds Pause = 250ms; ///< a person who edits pauses this long
constexpr seconds AskAgain = 10s;

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

/// What refused them, the most frequent reason first.
QString reasonsText(const LimitTrial &trial)
{
    const auto ofLimit = [](LimitScope scope) {
        switch (scope) {
        case LimitScope::Phone:
            return TrialLine::tr("limit of one number");
        case LimitScope::Address:
            return TrialLine::tr("limit of one address");
        case LimitScope::Prefix:
            return TrialLine::tr("limit of a range");
        case LimitScope::Country:
            return TrialLine::tr("limit of a country");
        case LimitScope::Global:
            return TrialLine::tr("limit of everybody");
        }
        Q_UNREACHABLE();
    };
    QList<QPair<qint64, QString>> reasons{{trial.byCountries, TrialLine::tr("country not allowed")},
                                          {trial.byWait, TrialLine::tr("wait before the next code")}};
    for (auto limit = trial.byLimit.begin(); limit != trial.byLimit.end(); ++limit)
        reasons.append({limit.value(), ofLimit(limit.key())});
    std::stable_sort(reasons.begin(), reasons.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    QStringList parts;
    for (const auto &[count, reason] : std::as_const(reasons)) {
        if (count > 0)
            parts.append(u"%1: %2"_s.arg(reason, countText(count)));
    }
    return parts.join(TrialLine::tr(", "));
}

} // namespace

TrialLine::TrialLine(const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_result(new QLabel(this))
    , m_details(new QLabel(this))
{
    m_result->setObjectName(u"trialResult"_s);
    m_details->setObjectName(u"trialDetails"_s);
    setLook(m_details, Look::Muted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QLabel *label : {m_result, m_details}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        layout->addWidget(label);
    }
    m_soon.setSingleShot(true);
    m_soon.setInterval(Pause);
    connect(&m_soon, &QTimer::timeout, this, &TrialLine::ask);
    connect(new Ticker(AskAgain, this), &Ticker::ticked, this, [this] {
        if (m_isOld && !m_isClear && !m_asking.isWaiting() && !m_soon.isActive())
            ask();
    });
    clear();
}

void TrialLine::tryOut(const QJsonObject &changes, bool limitsInForce)
{
    const bool isFirst = std::exchange(m_isClear, false);
    if (!isFirst && changes == m_changes && limitsInForce == m_limitsInForce)
        return;
    m_changes = changes;
    m_limitsInForce = limitsInForce;
    m_result->setText(tr("The last %Ln day(s): looking…", nullptr, LimitTrial::Days));
    m_soon.start();
}

void TrialLine::clear()
{
    m_isClear = true;
    m_soon.stop();
    m_asking.drop();
    m_result->clear();
    m_details->clear();
    m_details->hide();
}

void TrialLine::ask()
{
    m_isOld = false;
    m_asking.ask(m_context.admin.tryLimits(m_changes), this, [this](const Result<LimitTrial> &trial) {
        if (trial)
            return show(*trial);
        setTone(m_result, Tone::Bad);
        m_result->setText(tr("What they would have blocked is not known: %1").arg(errorText(trial.error())));
        m_details->hide();
    });
}

void TrialLine::show(const LimitTrial &trial)
{
    setTone(m_result, trial.blocked > 0 ? Tone::Warning : Tone::Text);
    if (trial.requests == 0)
        m_result->setText(tr("The last %Ln day(s): nobody asked for a code.", nullptr, LimitTrial::Days));
    else
        m_result->setText(tr("The last %Ln day(s): would have blocked %1 of %2.", nullptr, LimitTrial::Days)
                              .arg(countText(trial.blocked), countText(trial.requests)));
    QStringList lines;
    if (trial.blocked > 0)
        lines.append(tr("Why: %1.").arg(reasonsText(trial)));
    if (trial.blockedThen > 0)
        lines.append(tr("%1 were blocked when they came.").arg(countText(trial.blockedThen)));
    if (trial.notJudged > 0)
        lines.append(tr("%1 more were blocked by the limit of one address.").arg(countText(trial.notJudged)));
    if (trial.requests > 0 && !m_limitsInForce)
        lines.append(tr("Without the limits, which are not in force."));
    else if (trial.requests > 0)
        lines.append(tr("The limit of one address is not judged: the log keeps no addresses."));
    // Of a young server, or one whose log keeps few rows.
    const Timestamp now = m_context.clock.now();
    if (trial.since && *trial.since > now - std::chrono::days(LimitTrial::Days - 1))
        lines.append(tr("The oldest request in the log came %1.").arg(agoText(*trial.since, now)));
    m_details->setText(lines.join(u' '));
    m_details->setVisible(!lines.isEmpty());
}

} // namespace smsauth
