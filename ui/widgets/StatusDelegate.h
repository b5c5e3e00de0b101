// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/CellDelegate.h"

namespace smsauth {

/// A state in words behind a dot in its ToneRole: never by colour alone.
class StatusDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;
};

} // namespace smsauth
