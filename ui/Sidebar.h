// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace smsauth {

/// The list of pages at the left, each with an icon and sometimes a count.
class Sidebar : public QListWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void addPage(const QString &title, const QString &iconName, const QString &shortcut);
    /// Empty: no count.
    void setBadge(int page, const QString &badge);
    QSize sizeHint() const override;
};

} // namespace smsauth
