// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/MessageBubble.h"

#include "ui/Format.h"
#include "ui/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace smsauth {

MessageBubble::MessageBubble(const MessageRecord &message, QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_footer(new QLabel(this))
    , m_copy(new QPushButton(themedIcon(u"copy"_s), {}, this))
    , m_use(new QPushButton(tr("Use this code"), this))
{
    setObjectName(u"bubble"_s);
    m_text->setObjectName(u"bubbleText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setLook(m_footer, Look::Muted);
    m_footer->setWordWrap(true);
    setLook(m_copy, Look::Quiet);
    setLook(m_use, Look::Quiet);
    m_copy->setToolTip(tr("Copy code"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::XS);
    buttons->addWidget(m_use);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::M, Space::S, Space::S, Space::S);
    layout->setSpacing(Space::XS);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    layout->addWidget(m_footer);

    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(m_message.code); });
    connect(m_use, &QPushButton::clicked, this, [this] { Q_EMIT useRequested(m_message.code); });
    update(message);
}

void MessageBubble::update(const MessageRecord &message, bool isReplaced)
{
    m_message = message;
    m_isReplaced = isReplaced;
    m_text->setText(message.text.isEmpty() ? tr("The text is no longer readable: its key is gone.") : message.text);
    // The number tells the buttons of several messages apart, for those who do not see where they stand.
    m_copy->setAccessibleName(tr("Copy code of message %1").arg(message.id));
    m_use->setAccessibleName(tr("Use code of message %1").arg(message.id));
    m_copy->setVisible(!message.code.isEmpty());
    m_use->setVisible(!message.code.isEmpty());
}

void MessageBubble::showAge(Timestamp now)
{
    const milliseconds left = m_message.expiresAt - now;
    const QString at = timeText(m_message.createdAt, now);
    if (m_message.state != MessageState::Delivered && m_message.state != MessageState::Sent)
        m_footer->setText(tr("%1 · %2").arg(at, stateText(m_message.state)));
    else if (m_message.verifiedAt)
        m_footer->setText(tr("%1 · used").arg(at));
    else if (m_isReplaced)
        m_footer->setText(tr("%1 · replaced by a newer code").arg(at));
    else if (left > 0ms)
        m_footer->setText(tr("%1 · valid for %2").arg(at, durationText(left).replace(u' ', QChar::Nbsp)));
    else
        m_footer->setText(tr("%1 · expired").arg(at));
    m_use->setEnabled(left > 0ms && !m_message.verifiedAt && !m_isReplaced);
}

} // namespace smsauth
