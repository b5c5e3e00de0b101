// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QStyledItemDelegate>

namespace smsauth {

/// A cell of a list of records: roomy, a hairline below the row, a calm selection that keeps coloured text
/// readable. Subclasses draw their content only.
class CellDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Shows all of a text that has no room, unless the model itself has something to say there.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    /// rect: the cell less its padding.
    virtual void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const;
    /// One line, shortened where it does not fit, at the leading edge.
    static void paintText(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                          const QString &text, Tone tone, const QFont &font);
    static QRect contentRect(const QRect &cell);
};

} // namespace smsauth
