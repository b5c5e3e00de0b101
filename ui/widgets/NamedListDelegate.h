// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/CellDelegate.h"

namespace smsauth {

/// A list of names with a short note, such as "In use": at the trailing end, or below a name that leaves no room
/// there. For a list that lays its items out anew when its width changes.
class NamedListDelegate final : public CellDelegate
{
public:
    enum Role { NoteRole = Qt::UserRole + 100, NoteToneRole };

    using CellDelegate::CellDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;
};

} // namespace smsauth
