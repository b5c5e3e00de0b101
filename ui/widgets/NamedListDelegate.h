// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/CellDelegate.h"

namespace smsauth {

/// A list of names with a short note at the trailing end, such as "In use".
class NamedListDelegate final : public CellDelegate
{
public:
    enum Role { NoteRole = Qt::UserRole + 100, NoteToneRole };

    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;
};

} // namespace smsauth
