// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/CellDelegate.h"

namespace smsauth {

/// A code in digits of equal width, with a copy button at its end where the model has a CopyRole.
class CodeDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where the button is in this cell.
    static QRect buttonRect(const QStyleOptionViewItem &option);

Q_SIGNALS:
    void copyClicked(const QModelIndex &index);

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

} // namespace smsauth
