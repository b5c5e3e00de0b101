// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/NamedListDelegate.h"

#include <QAbstractItemView>

namespace smsauth {
namespace {

QFont noteFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

int widthOf(const QString &text, const QFont &font)
{
    return text.isEmpty() ? 0 : QFontMetrics(font).horizontalAdvance(text) + Space::XS;
}

bool fitBeside(const QString &name, const QString &note, const QFont &font, int width)
{
    return note.isEmpty() || widthOf(name, font) + Space::S + widthOf(note, noteFont(font)) <= width;
}

} // namespace

QSize NamedListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = CellDelegate::sizeHint(option, index);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (!view)
        return size;
    const int room = contentRect(view->viewport()->rect()).width();
    if (!fitBeside(index.data().toString(), index.data(NoteRole).toString(), view->font(), room))
        size.rheight() += QFontMetrics(noteFont(view->font())).height() + Space::XS;
    size.setWidth(0); // as wide as the list: what has no room there is shortened, not out of sight
    return size;
}

void NamedListDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    const QString note = index.data(NoteRole).toString();
    const Tone tone = Tone(index.data(NoteToneRole).toInt());
    const QFont small = noteFont(option.font);
    if (!fitBeside(option.text, note, option.font, rect.width())) {
        const int nameHeight = QFontMetrics(option.font).height();
        const int noteHeight = QFontMetrics(small).height();
        const int top = rect.top() + (rect.height() - nameHeight - Space::XS - noteHeight) / 2;
        paintText(painter, {rect.left(), top, rect.width(), nameHeight}, option, option.text, Tone::Text,
                  option.font);
        paintText(painter, {rect.left(), top + nameHeight + Space::XS, rect.width(), noteHeight}, option, note,
                  tone, small);
        return;
    }
    const int width = widthOf(note, small);
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(option.direction, rect, logical); };
    paintText(painter, place(rect.adjusted(0, 0, -width - Space::S, 0)), option, option.text, Tone::Text,
              option.font);
    if (!note.isEmpty())
        paintText(painter, place(QRect(rect.right() - width + 1, rect.top(), width, rect.height())), option, note,
                  tone, small);
}

} // namespace smsauth
