// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Sidebar.h"

#include "ui/Theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int BadgeRole = Qt::UserRole;
constexpr int Width = 172;

class BadgeDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QString badge = index.data(BadgeRole).toString();
        if (badge.isEmpty())
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QFont font = option.font;
        font.setPointSizeF(font.pointSizeF() * 0.9);
        painter->setFont(font);
        const int height = QFontMetrics(font).height() + 4;
        const int width = std::max(height, QFontMetrics(font).horizontalAdvance(badge) + 12);
        QRect pill(0, 0, width, height);
        pill.moveCenter(option.rect.center());
        pill.moveRight(option.rect.right() - Space::S);
        pill = QStyle::visualRect(option.direction, option.rect, pill);
        painter->setPen(Qt::NoPen);
        painter->setBrush(toneColor(Tone::Accent, option.palette));
        painter->drawRoundedRect(pill, height / 2.0, height / 2.0);
        painter->setPen(toneColor(Tone::OnAccent, option.palette));
        painter->drawText(pill, Qt::AlignCenter, badge);
        painter->restore();
    }
};

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QListWidget(parent)
{
    setLook(this, Look::Sidebar);
    setAccessibleName(tr("Pages"));
    setIconSize({18, 18});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new BadgeDelegate(this));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    // Assistive technology selects a page without making it the current one.
    connect(this, &QListWidget::itemSelectionChanged, this, [this] {
        if (!selectedItems().isEmpty())
            setCurrentItem(selectedItems().first());
    });
}

void Sidebar::addPage(const QString &title, const QString &iconName, const QString &shortcut)
{
    auto *item = new QListWidgetItem(themedIcon(iconName), title, this);
    item->setToolTip(tr("%1 (%2)").arg(title, shortcut));
}

void Sidebar::setBadge(int page, const QString &badge)
{
    QListWidgetItem *entry = item(page);
    entry->setData(BadgeRole, badge);
    entry->setData(Qt::AccessibleDescriptionRole, badge);
}

QSize Sidebar::sizeHint() const
{
    return {Width, 300};
}

} // namespace smsauth
