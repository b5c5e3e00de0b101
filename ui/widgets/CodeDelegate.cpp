// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CodeDelegate.h"

#include "ui/widgets/TableModelBase.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace smsauth {
namespace {

constexpr int IconSize = 16;

QFont codeFont(const QStyleOptionViewItem &option)
{
    QFont font = monospaceFont();
    font.setPointSizeF(option.font.pointSizeF() * 1.15);
    font.setBold(true);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.5);
    return font;
}

} // namespace

QSize CodeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int text = QFontMetrics(codeFont(option)).horizontalAdvance(index.data().toString());
    return {text + IconSize + 2 * Space::M + Space::L, option.fontMetrics.height() + 2 * Space::M};
}

QRect CodeDelegate::buttonRect(const QStyleOptionViewItem &option)
{
    const QRect cell = contentRect(option.rect);
    const int side = IconSize + Space::S;
    const QRect button(cell.right() - side, cell.center().y() - side / 2 + 1, side, side);
    return QStyle::visualRect(option.direction, option.rect, button);
}

void CodeDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const bool copyable = !index.data(CopyRole).toString().isEmpty();
    paintText(painter, rect, option, option.text, copyable ? Tone::Text : Tone::Muted,
              copyable ? codeFont(option) : option.font);
    if (!copyable)
        return;
    const QRect button = buttonRect(option);
    if (option.state & QStyle::State_MouseOver) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(toneColor(Tone::Raised));
        painter->drawRoundedRect(button, Space::XS, Space::XS);
    }
    const int gap = Space::XS;
    themedIcon(QStringLiteral("copy"), Tone::Muted).paint(painter, button.adjusted(gap, gap, -gap, -gap));
}

bool CodeDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease)
        return CellDelegate::editorEvent(event, model, option, index);
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton || !buttonRect(option).contains(mouse->position().toPoint()) ||
        index.data(CopyRole).toString().isEmpty())
        return false;
    Q_EMIT copyClicked(index);
    return true;
}

bool CodeDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() == QEvent::ToolTip && buttonRect(option).contains(event->pos()) &&
        !index.data(CopyRole).toString().isEmpty()) {
        QToolTip::showText(event->globalPos(), tr("Copy the code (Ctrl+C)"), view);
        return true;
    }
    return CellDelegate::helpEvent(event, view, option, index);
}

} // namespace smsauth
