// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"

#include <QStackedWidget>

namespace smsauth {

class Sidebar;

/// All pages of the console, one of them in sight, and the way from one to another.
class PageStack : public QStackedWidget
{
    Q_OBJECT

public:
    using Page = smsauth::Panel; // QFrame has a Panel of its own

    /// sidebar: lists them, and chooses. Both must outlive the pages.
    PageStack(Sidebar &sidebar, UiState &state, QWidget *parent = nullptr);

    /// Makes the pages. Call once.
    void fill(const PanelContext &context);
    /// The one of the last time, or the first.
    void restore();

    /// In the order of the sidebar.
    const QStringList &ids() const { return m_ids; }
    QString currentId() const { return m_ids.value(currentIndex()); }
    Page *current() const;
    Page *page(const QString &id) const;

    /// Shows the page of this id, hands it the argument and gives it the focus.
    void open(const QString &id, const QString &argument);
    /// Takes back what was done last on the page that is in sight, else on another one. False: nothing to take
    /// back.
    bool undo();
    void showBadges(const ServerStatus &status);

Q_SIGNALS:
    /// Another page is in sight.
    void turned();

private:
    Sidebar &m_sidebar;
    UiState &m_state;
    QStringList m_ids;
};

} // namespace smsauth
