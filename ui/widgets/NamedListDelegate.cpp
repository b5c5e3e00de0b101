// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/NamedListDelegate.h"

namespace smsauth {

void NamedListDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    const QString note = index.data(NoteRole).toString();
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.9);
    const int width = note.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(note) + Space::XS;
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(option.direction, rect, logical); };
    paintText(painter, place(rect.adjusted(0, 0, -width - Space::S, 0)), option, option.text, Tone::Text,
              option.font);
    if (!note.isEmpty())
        paintText(painter, place(QRect(rect.right() - width + 1, rect.top(), width, rect.height())), option, note,
                  Tone(index.data(NoteToneRole).toInt()), small);
}

} // namespace smsauth
