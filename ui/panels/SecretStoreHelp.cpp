// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SecretStoreHelp.h"

#include "ui/widgets/PassphraseFields.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace smsauth {
SecretStoreHelp::SecretStoreHelp(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_unlock(new QPushButton(this))
    , m_file(new QPushButton(tr("Use a sealed &file…"), this))
    , m_memory(new QPushButton(tr("Keep in &memory for this run"), this))
    , m_prompt(new QWidget(this))
    , m_passphrase(new PassphraseFields(m_prompt))
    , m_take(new QPushButton(tr("Use this passphrase"), m_prompt))
{
    setLook(this, Look::Banner);
    setTone(this, Tone::Warning);
    for (QLabel *label : {m_text, m_problem}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    setTone(m_problem, Tone::Bad);
    m_problem->hide();
    m_file->setToolTip(
        tr("Secrets lie in the profile, sealed with a passphrase that is asked for at every start."));
    m_memory->setToolTip(tr("Secrets are gone when the program ends; codes and tokens of before are not valid."));
    auto *cancel = new QPushButton(tr("Cancel"), m_prompt);
    cancel->setAccessibleName(tr("Cancel the passphrase"));
    setLook(cancel, Look::Quiet);

    auto *prompt = new QHBoxLayout(m_prompt);
    prompt->setContentsMargins(0, 0, 0, 0);
    prompt->setSpacing(Space::S);
    prompt->addWidget(m_passphrase, 1);
    prompt->addWidget(m_take, 0, Qt::AlignBottom);
    prompt->addWidget(cancel, 0, Qt::AlignBottom);
    // One below the other: side by side they ask for a wide window.
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(Space::XS);
    for (QPushButton *button : {m_unlock, m_file, m_memory})
        buttons->addWidget(button, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::M, Space::S, Space::M, Space::M);
    layout->setSpacing(Space::S);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    layout->addWidget(m_prompt);
    layout->addWidget(m_problem);

    connect(m_unlock, &QPushButton::clicked, this, &SecretStoreHelp::unlockWanted);
    connect(m_memory, &QPushButton::clicked, this, &SecretStoreHelp::memoryWanted);
    connect(m_file, &QPushButton::clicked, this, [this] { askPassphrase(true); });
    connect(cancel, &QPushButton::clicked, this, [this] { askPassphrase(false); });
    connect(m_take, &QPushButton::clicked, this, &SecretStoreHelp::givePassphrase);
    connect(m_passphrase, &PassphraseFields::submitted, this, &SecretStoreHelp::givePassphrase);
    connect(m_passphrase, &PassphraseFields::edited, m_problem, &QWidget::hide);
    m_prompt->hide();
    hide();
}

void SecretStoreHelp::tell(const QString &text, const QString &unlock, Choices choices)
{
    if (text != m_text->text() || isHidden()) {
        m_problem->hide();
        askPassphrase(false);
    }
    m_text->setText(text);
    m_unlock->setText(unlock);
    m_unlock->setVisible(choices.testFlag(Unlock));
    m_file->setVisible(choices.testFlag(SealedFile));
    m_memory->setVisible(choices.testFlag(Memory));
    show();
}

void SecretStoreHelp::setBusy(bool busy)
{
    for (QWidget *control : {static_cast<QWidget *>(m_unlock), static_cast<QWidget *>(m_file),
                             static_cast<QWidget *>(m_memory), m_prompt})
        control->setEnabled(!busy);
}

void SecretStoreHelp::refuse(const QString &text)
{
    m_problem->setText(text);
    m_problem->show();
}

void SecretStoreHelp::clear()
{
    askPassphrase(false); // what was typed must not wait behind a hidden page
    hide();
}

void SecretStoreHelp::askPassphrase(bool ask)
{
    m_passphrase->clear();
    m_prompt->setVisible(ask);
    if (ask)
        m_passphrase->ask(true);
}

void SecretStoreHelp::givePassphrase()
{
    const std::optional<Secret> passphrase = m_passphrase->take();
    if (!passphrase)
        return refuse(m_passphrase->problem());
    m_problem->hide();
    Q_EMIT fileWanted(*passphrase);
}

} // namespace smsauth
