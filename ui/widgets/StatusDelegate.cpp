// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/StatusDelegate.h"

#include "ui/widgets/TableModelBase.h"

#include <QPainter>

namespace smsauth {

QSize StatusDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return CellDelegate::sizeHint(option, index) + QSize(2 * Space::S, 0);
}

void StatusDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    if (option.text.isEmpty())
        return;
    const auto tone = Tone(index.data(ToneRole).toInt());
    const QRect dot(rect.left(), rect.center().y() - Space::XS + 1, Space::S, Space::S);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(toneColor(tone));
    painter->drawEllipse(QStyle::visualRect(option.direction, rect, dot));
    const QRect words = rect.adjusted(2 * Space::S, 0, 0, 0);
    paintText(painter, QStyle::visualRect(option.direction, rect, words), option, option.text,
              tone == Tone::Muted ? Tone::Muted : Tone::Text, option.font);
}

} // namespace smsauth
