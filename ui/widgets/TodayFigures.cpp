// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TodayFigures.h"

#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/widgets/Sparkline.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <numeric>

using namespace Qt::StringLiterals;

namespace smsauth {

TodayFigures::TodayFigures(QWidget *parent)
    : QWidget(parent)
    , m_day(new Sparkline(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::L);
    const Card sent = addCard(row, tr("Sent today"), u"figureSent"_s);
    const Card verified = addCard(row, tr("Verified today"), u"figureVerified"_s);
    const Card failed = addCard(row, tr("Failed today"), u"figureFailed"_s);
    const Card blocked = addCard(row, tr("Blocked today"), u"figureBlocked"_s);
    m_sent = sent.figure;
    m_verified = verified.figure;
    m_failed = failed.figure;
    m_blocked = blocked.figure;
    m_day->setObjectName(u"sentByHour"_s);
    m_day->setAccessibleName(tr("Sent in the last 24 hours"));
    sent.layout->addSpacing(Space::S);
    sent.layout->addWidget(m_day);
    addNote(sent, u"figureDay"_s)->setText(tr("by the hour, last 24 hours"));
    m_rate = addNote(verified, u"figureRate"_s);
    m_rate->setToolTip(tr("The time from the request to the use of the code: half of them were faster (median)."));
    for (const Card &card : {sent, verified, failed, blocked})
        card.layout->addStretch(1);
}

TodayFigures::Card TodayFigures::addCard(QHBoxLayout *row, const QString &text, const QString &name)
{
    auto *card = new QFrame(this);
    setLook(card, Look::Card);
    auto *label = new QLabel(text, card);
    setLook(label, Look::Muted);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto *figure = new QLabel(card);
    figure->setObjectName(name);
    setLook(figure, Look::Figure);
    auto *inner = new QVBoxLayout(card);
    inner->setContentsMargins(Space::L, Space::M, Space::L, Space::M);
    inner->setSpacing(0);
    inner->addWidget(figure);
    inner->addWidget(label);
    row->addWidget(card, 1);
    return {figure, inner};
}

QLabel *TodayFigures::addNote(const Card &card, const QString &name)
{
    auto *note = new QLabel(this);
    note->setObjectName(name);
    note->setWordWrap(true);
    setLook(note, Look::Muted);
    card.layout->addSpacing(Space::XS);
    card.layout->addWidget(note);
    return note;
}

void TodayFigures::show(const ServerStatus &status)
{
    m_status = status;
    const QLocale locale;
    m_sent->setText(locale.toString(status.sentToday));
    m_verified->setText(locale.toString(status.verifiedToday));
    m_failed->setText(locale.toString(status.failedToday));
    setTone(m_failed, status.failedToday > 0 ? Tone::Bad : Tone::Text);
    m_blocked->setText(locale.toString(status.blockedToday));
    setTone(m_blocked, status.blockedToday > 0 ? Tone::Warning : Tone::Text);
    showRate();
}

void TodayFigures::show(const Activity &activity)
{
    m_median = activity.medianToVerify;
    const qint64 sum = std::accumulate(activity.sentByHour.begin(), activity.sentByHour.end(), qint64(0));
    m_day->setValues(activity.sentByHour, tr("%n message(s) sent in the last 24 hours", nullptr, int(sum)));
    showRate();
}

void TodayFigures::showRate()
{
    QStringList lines;
    if (m_status.sentToday > 0) {
        // What was sent before midnight may be verified after it.
        const int percent = int(std::min<qint64>(100, 100 * m_status.verifiedToday / m_status.sentToday));
        lines.append(tr("%1 % of the codes sent").arg(percent));
    }
    if (m_median)
        lines.append(*m_median < std::chrono::seconds(1) ? tr("typically in under 1 s")
                                                         : tr("typically after %1").arg(durationText(*m_median)));
    m_rate->setText(lines.join(u'\n'));
    m_rate->setVisible(!lines.isEmpty());
}

} // namespace smsauth
