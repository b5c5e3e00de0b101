// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/LogActions.h"

#include "ui/ErrorText.h"
#include "ui/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace smsauth {

using Action = LogAdvice::Action;

LogActions::LogActions(const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_sentence(new QLabel(this))
    , m_next(new QPushButton(this))
    , m_again(new QPushButton(themedIcon(u"refresh"_s), tr("Send a&gain"), this))
    , m_onlyPhone(new QPushButton(themedIcon(u"filter"_s), tr("Only this &number"), this))
    , m_others(new QBoxLayout(QBoxLayout::TopToBottom))
{
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_next->setObjectName(u"nextAction"_s);
    setLook(m_next, Look::Primary);
    setLook(m_again, Look::Quiet);
    setLook(m_onlyPhone, Look::Quiet);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    layout->addWidget(m_sentence);
    layout->addWidget(m_next, 0, Qt::AlignLeading);
    m_others->setSpacing(0);
    m_others->addWidget(m_again, 0, Qt::AlignLeading);
    m_others->addWidget(m_onlyPhone, 0, Qt::AlignLeading);
    m_others->addStretch(1);
    layout->addLayout(m_others);
    connect(m_next, &QPushButton::clicked, this, &LogActions::follow);
    connect(m_again, &QPushButton::clicked, this, &LogActions::sendAgain);
    connect(m_onlyPhone, &QPushButton::clicked, this, [this] {
        if (m_message)
            Q_EMIT onlyPhoneRequested(m_message->phone);
    });
    connect(&context.status, &StatusWatch::changed, this, &LogActions::updateActions);
}

QSize LogActions::minimumSizeHint() const
{
    int widest = 0;
    for (const QPushButton *button : {m_next, m_again, m_onlyPhone})
        widest = std::max(widest, button->isHidden() ? 0 : button->sizeHint().width());
    return {widest, QWidget::minimumSizeHint().height()};
}

/// Below the list there is room for two beside each other; beside it there is not.
void LogActions::resizeEvent(QResizeEvent *event)
{
    const int both = m_again->sizeHint().width() + m_onlyPhone->sizeHint().width();
    m_others->setDirection(width() >= both ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    QWidget::resizeEvent(event);
}

void LogActions::show(const std::optional<MessageRecord> &message)
{
    m_message = message;
    updateActions();
}

void LogActions::updateActions()
{
    if (!m_message)
        return;
    m_advice = adviceFor(*m_message, m_context.clock.now());
    const bool running = m_context.status.current().state == ServerState::Running;
    const bool canSend = running && isFinal(m_message->state) && !m_sending.isWaiting();
    const QString why =
        running ? QString() : tr("Start the server first (F5): nothing is sent while it is stopped.");
    m_sentence->setText(m_advice.sentence);
    m_sentence->setVisible(!m_advice.sentence.isEmpty());
    m_next->setText(m_advice.button);
    m_next->setVisible(m_advice.action != Action::None);
    m_next->setEnabled(m_advice.action != Action::SendAgain || canSend);
    m_next->setToolTip(m_advice.action == Action::SendAgain ? why : QString());
    m_again->setVisible(m_advice.action != Action::SendAgain && isFinal(m_message->state));
    m_again->setEnabled(canSend);
    m_again->setToolTip(why);
}

void LogActions::follow()
{
    switch (m_advice.action) {
    case Action::None:
        return;
    case Action::SendAgain:
        return sendAgain();
    case Action::OpenGateway:
        return m_context.openPanel(u"providers"_s, m_advice.argument);
    case Action::OpenSetting:
        return m_context.openPanel(u"settings"_s, m_advice.argument);
    }
    Q_UNREACHABLE();
}

void LogActions::sendAgain()
{
    if (!m_message)
        return;
    m_sending.ask(m_context.admin.sendAgain(m_message->id), this, [this](const Result<SentAgain> &sent) {
        updateActions();
        if (!sent) {
            m_context.notify({errorText(sent.error()), {}, {}, true});
            return;
        }
        const QString done = sent->sameCode ? tr("The same code is on its way again: it is still valid.")
                                            : tr("A new code is on its way to this number.");
        m_context.notify(
            {done, tr("&Show"),
             [open = m_context.openPanel, id = sent->message] { open(u"send-log"_s, QString::number(id)); },
             false});
    });
    updateActions();
}

} // namespace smsauth
