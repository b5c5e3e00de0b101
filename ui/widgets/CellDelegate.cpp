// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CellDelegate.h"

#include "ui/widgets/TableModelBase.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace smsauth {

QRect CellDelegate::contentRect(const QRect &cell)
{
    return cell.adjusted(Space::S, 0, -Space::S, -1);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    painter->setPen(toneColor(Tone::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state & QStyle::State_Selected) {
        QColor fill = toneColor(Tone::Accent);
        fill.setAlphaF(0.14F);
        painter->fillRect(option.rect.adjusted(0, 0, 0, -1), fill);
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        if (index.column() == 0 && view && view->hasFocus()) {
            const QRect bar(option.rect.left(), option.rect.top(), Space::XS - 1, option.rect.height() - 1);
            painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar), toneColor(Tone::Accent));
        }
    }
    paintContent(painter, QStyle::visualRect(option.direction, option.rect, contentRect(option.rect)), option,
                 index);
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int text = option.fontMetrics.horizontalAdvance(index.data().toString());
    return {text + 2 * Space::M, option.fontMetrics.height() + 2 * Space::M};
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    const QString text = index.data().toString();
    const bool isCut = QFontMetrics(view->font()).horizontalAdvance(text) > contentRect(option.rect).width();
    if (event->type() != QEvent::ToolTip || !isCut || index.data(Qt::ToolTipRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), u"<qt>"_s + text.toHtmlEscaped() + u"</qt>"_s, view);
    return true;
}

void CellDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const QVariant tone = index.data(ToneRole);
    paintText(painter, rect, option, option.text, tone.isValid() ? Tone(tone.toInt()) : Tone::Text, option.font);
}

void CellDelegate::paintText(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                             const QString &text, Tone tone, const QFont &font)
{
    painter->setPen(toneColor(tone));
    painter->setFont(font);
    painter->drawText(rect, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace smsauth
