// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PageStack.h"

#include "ui/Panels.h"
#include "ui/Sidebar.h"
#include "ui/UiState.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString pageKey = u"window.page"_s;

} // namespace

PageStack::PageStack(Sidebar &sidebar, UiState &state, QWidget *parent)
    : QStackedWidget(parent)
    , m_sidebar(sidebar)
    , m_state(state)
{
}

void PageStack::fill(const PanelContext &context)
{
    for (const PanelEntry &entry : panels()) {
        Page *page = entry.make(context).release();
        m_ids.append(QString::fromLatin1(entry.id));
        addWidget(page);
        m_sidebar.addPage(page->title(), page->iconName(), u"Ctrl+%1"_s.arg(m_ids.size() % 10));
    }
    connect(&m_sidebar, &QListWidget::currentRowChanged, this, [this](int row) {
        setCurrentIndex(row);
        m_state.setValue(pageKey, m_ids.value(row));
        Q_EMIT turned();
    });
}

void PageStack::restore()
{
    const qsizetype page = m_ids.indexOf(m_state.value(pageKey).toString());
    m_sidebar.setCurrentRow(int(std::max<qsizetype>(0, page)));
}

Panel *PageStack::current() const
{
    return qobject_cast<Page *>(currentWidget());
}

Panel *PageStack::page(const QString &id) const
{
    return qobject_cast<Page *>(widget(int(m_ids.indexOf(id))));
}

void PageStack::open(const QString &id, const QString &argument)
{
    Page *wanted = page(id);
    if (!wanted)
        return;
    // Whoever was here before comes back to where they were.
    const bool isNew = !wanted->focusWidget();
    m_sidebar.setCurrentRow(int(m_ids.indexOf(id)));
    wanted->open(argument);
    if (isNew || !wanted->isAncestorOf(window()->focusWidget()))
        wanted->focusFirst(Qt::ShortcutFocusReason);
}

bool PageStack::undo()
{
    if (current()->undo())
        return true;
    return std::any_of(m_ids.cbegin(), m_ids.cend(), [this](const QString &id) { return page(id)->undo(); });
}

void PageStack::showBadges(const ServerStatus &status)
{
    for (int i = 0; i < count(); ++i)
        m_sidebar.setBadge(i, page(m_ids.at(i))->badge(status));
}

} // namespace smsauth
