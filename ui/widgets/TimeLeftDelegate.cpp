// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TimeLeftDelegate.h"

#include "ui/Format.h"
#include "ui/widgets/TableModelBase.h"

#include <QPainter>
#include <algorithm>

namespace smsauth {
namespace {

constexpr int BarHeight = 6;

} // namespace

TimeLeftDelegate::TimeLeftDelegate(const Clock &clock, QObject *parent)
    : CellDelegate(parent)
    , m_clock(clock)
{
}

QString TimeLeftDelegate::displayText(const QVariant &, const QLocale &) const
{
    return {};
}

QSize TimeLeftDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 22, option.fontMetrics.height() + 2 * Space::M};
}

void TimeLeftDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const qint64 end = index.data(EndRole).toLongLong();
    const qint64 whole = std::max<qint64>(1, end - index.data(BeginRole).toLongLong());
    const qint64 left = std::clamp<qint64>(end - toMs(m_clock.now()), 0, whole);
    if (end == 0 || left == 0)
        return;

    // Rounded up: "1 s" until the very end, never "0 s" while the code still works.
    const QString text = durationText(milliseconds((left + 999) / 1000 * 1000));
    const int textWidth =
        std::max(option.fontMetrics.averageCharWidth() * 8, option.fontMetrics.horizontalAdvance(text) + Space::XS);
    QRect track(rect.left(), rect.center().y() - BarHeight / 2 + 1,
                std::max(0, rect.width() - textWidth - Space::S), BarHeight);
    QRect run = track;
    run.setWidth(std::max<int>(BarHeight, int(track.width() * left / whole)));
    const bool soon = left * 4 < whole;

    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(toneColor(Tone::Line));
    painter->drawRoundedRect(QStyle::visualRect(option.direction, rect, track), BarHeight / 2, BarHeight / 2);
    painter->setBrush(toneColor(soon ? Tone::Warning : Tone::Accent));
    painter->drawRoundedRect(QStyle::visualRect(option.direction, rect, run), BarHeight / 2, BarHeight / 2);

    const QRect words(track.right() + Space::S, rect.top(), textWidth, rect.height());
    paintText(painter, QStyle::visualRect(option.direction, rect, words), option, text,
              soon ? Tone::Warning : Tone::Text, option.font);
}

} // namespace smsauth
