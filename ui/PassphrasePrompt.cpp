// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PassphrasePrompt.h"

#include "ui/Theme.h"
#include "ui/widgets/PassphraseFields.h"

#include <QAction>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace smsauth {
namespace {

constexpr int Width = 460;

} // namespace

PassphrasePrompt::PassphrasePrompt(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_passphrase(new PassphraseFields(this))
    , m_problem(new QLabel(this))
    , m_unlock(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(QStringLiteral("passphrasePrompt"));
    auto *card = new QFrame(this);
    setLook(card, Look::Card);
    card->setMaximumWidth(Width);
    setLook(m_title, Look::Title);
    setLook(m_text, Look::Muted);
    m_text->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("passphraseProblem"));
    m_problem->setWordWrap(true);
    setTone(m_problem, Tone::Bad);
    setLook(m_unlock, Look::Primary);
    m_cancel->setAccessibleName(tr("Leave the secrets locked"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::S);
    buttons->addWidget(m_unlock);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    inside->setSpacing(Space::M);
    inside->addWidget(m_title);
    inside->addWidget(m_text);
    inside->addWidget(m_passphrase);
    inside->addWidget(m_problem);
    inside->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::L, Space::XL, 0);
    layout->addWidget(card);

    connect(m_passphrase, &PassphraseFields::edited, this, [this] {
        m_problem->hide(); // it spoke of what was typed before
        updateFields();
    });
    connect(m_passphrase, &PassphraseFields::submitted, this, &PassphrasePrompt::submit);
    connect(m_unlock, &QPushButton::clicked, this, &PassphrasePrompt::submit);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        hide();
        m_passphrase->clear();
        Q_EMIT cancelled();
    });
    auto *escape = new QAction(this);
    escape->setShortcut(Qt::Key_Escape);
    escape->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QAction::triggered, m_cancel, &QPushButton::click);
    addAction(escape);
    m_problem->hide();
    hide();
}

void PassphrasePrompt::ask(PassphraseNeed need)
{
    if (isVisibleTo(parentWidget()) && need == m_need)
        return;
    m_need = need;
    const bool first = need == PassphraseNeed::First;
    m_title->setText(first ? tr("Choose a passphrase") : tr("Enter the passphrase"));
    m_text->setText(first ? tr("It will seal the secrets of this profile. Keep it: without it they are lost.")
                          : tr("The secrets of this profile are in a sealed file. The server starts when it is "
                               "open."));
    m_unlock->setText(first ? tr("Seal and start") : tr("Unlock and start"));
    m_problem->hide();
    setBusy(false);
    show();
    m_passphrase->ask(first);
}

void PassphrasePrompt::refuse(const QString &sentence)
{
    setBusy(false);
    m_problem->setText(sentence);
    m_problem->show();
    m_passphrase->focusFirst();
}

void PassphrasePrompt::submit()
{
    if (m_busy || m_passphrase->isEmpty())
        return;
    const std::optional<Secret> passphrase = m_passphrase->take();
    updateFields();
    if (!passphrase)
        return refuse(m_passphrase->problem());
    setBusy(true);
    Q_EMIT given(*passphrase);
}

void PassphrasePrompt::setBusy(bool busy)
{
    m_busy = busy;
    updateFields();
}

void PassphrasePrompt::updateFields()
{
    m_passphrase->setBusy(m_busy);
    m_unlock->setEnabled(!m_busy && !m_passphrase->isEmpty());
}

} // namespace smsauth
