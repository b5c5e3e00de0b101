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
    , m_rate(new QLabel(this))
    , m_day(new Sparkline(this))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::M);
    m_sent = addCard(row, tr("Sent today"), u"figureSent"_s);
    m_verified = addCard(row, tr("Verified today"), u"figureVerified"_s);
    m_failed = addCard(row, tr("Failed today"), u"figureFailed"_s);
    m_blocked = addCard(row, tr("Blocked today"), u"figureBlocked"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::M);
    layout->addLayout(row);
    layout->addWidget(makeDayCard());
    showRate();
}

QLabel *TodayFigures::addCard(QHBoxLayout *row, const QString &text, const QString &name)
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
    inner->addStretch(1);
    row->addWidget(card, 1);
    return figure;
}

/// How many were used and how fast; beside it the shape of the last day.
QWidget *TodayFigures::makeDayCard()
{
    auto *card = new QFrame(this);
    setLook(card, Look::Card);
    m_rate->setObjectName(u"figureRate"_s);
    m_rate->setWordWrap(true);
    m_rate->setToolTip(tr("The time from the request to the use of the code: half of them were faster (median)."));
    m_day->setObjectName(u"sentByHour"_s);
    m_day->setAccessibleName(tr("Sent in the last 24 hours"));
    auto *caption = new QLabel(tr("Sent by the hour, last 24 hours"), card);
    caption->setWordWrap(true);
    setLook(caption, Look::Muted);
    auto *day = new QVBoxLayout;
    day->setSpacing(Space::XS);
    day->addWidget(m_day);
    day->addWidget(caption);
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(Space::L, Space::M, Space::L, Space::M);
    layout->setSpacing(Space::XL);
    layout->addWidget(m_rate, 1);
    layout->addLayout(day, 1);
    return card;
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
    m_day->setValues(activity.sentByHour, tr("%Ln message(s) sent in the last 24 hours", nullptr, int(sum)));
    showRate();
}

void TodayFigures::showRate()
{
    QStringList lines;
    if (m_status.sentToday > 0) {
        // What was sent before midnight may be verified after it.
        const int percent = int(std::min<qint64>(100, 100 * m_status.verifiedToday / m_status.sentToday));
        lines.append(tr("%1 % of the codes sent today were used").arg(percent));
    } else {
        lines.append(tr("No code was sent today."));
    }
    if (m_median)
        lines.append(*m_median < std::chrono::seconds(1) ? tr("typically in under 1 s")
                                                         : tr("typically after %1").arg(durationText(*m_median)));
    m_rate->setText(lines.join(u'\n'));
}

} // namespace smsauth
