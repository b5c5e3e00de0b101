// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gateway/GatewayTestCard.h"

#include "ui/CoreText.h"
#include "ui/ErrorText.h"
#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/UiState.h"
#include "ui/widgets/InlineNotice.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString phoneKey = u"providers.test-phone"_s;
constexpr int MostPhoneWidth = 260;

} // namespace

GatewayTestCard::GatewayTestCard(const PanelContext &context, std::function<ProviderDraft()> draft, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_draft(std::move(draft))
    , m_phone(new QLineEdit(this))
    , m_send(new QPushButton(this))
    , m_notice(new InlineNotice(this))
{
    setLook(this, Look::Card);
    auto *title = new QLabel(tr("Try it with your own phone"), this);
    setLook(title, Look::Title);
    auto *hint = new QLabel(tr("Sends one real SMS with the values above, saved or not."), this);
    hint->setWordWrap(true);
    setLook(hint, Look::Muted);
    auto *label = new QLabel(tr("&Phone"), this);
    label->setBuddy(m_phone);
    m_phone->setPlaceholderText(u"+1 202 555 0101"_s);
    m_phone->setText(m_context.state.value(phoneKey).toString());
    m_phone->setMaximumWidth(MostPhoneWidth);
    setLook(m_send, Look::Primary);
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::S);
    line->addWidget(label);
    line->addWidget(m_phone, 100); // before what is empty
    line->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    layout->setSpacing(Space::M);
    layout->addWidget(title);
    layout->addWidget(hint);
    layout->addLayout(line);
    layout->addWidget(m_send, 0, Qt::AlignLeading);
    layout->addWidget(m_notice);
    connect(m_send, &QPushButton::clicked, this, &GatewayTestCard::send);
    connect(m_phone, &QLineEdit::returnPressed, this, &GatewayTestCard::send);
    connect(m_phone, &QLineEdit::textChanged, m_notice, &InlineNotice::clear);
    updateButton();
}

void GatewayTestCard::updateButton()
{
    m_send->setEnabled(!m_sending.isWaiting());
    m_send->setText(m_sending.isWaiting() ? tr("Sending…") : tr("Send &test SMS"));
}

void GatewayTestCard::send()
{
    if (m_sending.isWaiting())
        return;
    const Result<PhoneNumber> phone = PhoneNumber::parse(m_phone->text());
    if (!phone) {
        m_notice->answer(errorText({ErrorCode::InvalidPhone, {}}), Tone::Warning);
        m_phone->setFocus();
        return;
    }
    m_context.state.setValue(phoneKey, m_phone->text());
    m_notice->clear();
    m_sending.ask(m_context.admin.sendTest(*phone, m_draft()), this, [this](const Result<TestSend> &answer) {
        updateButton();
        showAnswer(answer);
    });
    updateButton();
}

void GatewayTestCard::showAnswer(const Result<TestSend> &answer)
{
    if (!answer) {
        m_notice->answer(errorText(answer.error()), Tone::Bad);
        if (answer.error().code == ErrorCode::SecretsLocked || answer.error().code == ErrorCode::SecretsUnavailable)
            Q_EMIT secretsOut(answer.error());
        return;
    }
    if (!answer->error.isEmpty())
        m_notice->answer(tr("%1 did not take it: %2").arg(m_title, coreText(answer->error)), Tone::Bad);
    else if (answer->state == MessageState::Delivered)
        m_notice->answer(tr("Delivered."), Tone::Good);
    else if (answer->state == MessageState::Sent)
        m_notice->answer(
            answer->providerMessageId.isEmpty()
                ? tr("%1 took it. It should arrive within a minute.").arg(m_title)
                : tr("%1 took it as %2. It should arrive within a minute.").arg(m_title, answer->providerMessageId),
            Tone::Good);
    else
        m_notice->answer(stateText(answer->state), Tone::Warning);
}

} // namespace smsauth
