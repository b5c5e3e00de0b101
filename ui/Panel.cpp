// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Panel.h"

#include "ui/ErrorText.h"

#include <QShowEvent>

namespace smsauth {

Panel::Panel(const PanelContext &context, QSet<Admin::Topic> topics, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_topics(std::move(topics))
{
    connect(&context.admin, &Admin::changed, this, [this](Admin::Topic topic) {
        if (isVisible() && m_topics.contains(topic))
            refresh();
    });
}

void Panel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        refresh();
}

void Panel::focusFirst(Qt::FocusReason reason)
{
    (m_firstFocus ? m_firstFocus : this)->setFocus(reason);
}

void Panel::showError(const Error &error)
{
    m_context.notify({errorText(error), {}, {}, true});
}

} // namespace smsauth
