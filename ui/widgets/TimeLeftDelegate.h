// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "ui/widgets/CellDelegate.h"

namespace smsauth {

/// A bar that runs down from BeginRole to EndRole, with the time that is left beside it. It only draws: the view
/// repaints the column while it is on screen. Nothing without EndRole.
class TimeLeftDelegate final : public CellDelegate
{
public:
    explicit TimeLeftDelegate(const Clock &clock, QObject *parent = nullptr);

    QString displayText(const QVariant &value, const QLocale &locale) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;

private:
    const Clock &m_clock;
};

} // namespace smsauth
