// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/FailureBanner.h"

#include "ui/CoreText.h"
#include "ui/ErrorText.h"
#include "ui/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace smsauth {

FailureBanner::FailureBanner(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_help(new QPushButton(this))
    , m_retry(new QPushButton(tr("Try again"), this))
{
    auto *strip = new QFrame(this);
    setLook(strip, Look::Banner);
    setTone(strip, Tone::Bad);
    m_text->setObjectName(u"failureText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setLook(m_help, Look::Primary);
    auto *icon = new QLabel(this);
    icon->setPixmap(themedIcon(u"error"_s, Tone::Bad).pixmap(QSize(20, 20), devicePixelRatioF()));

    auto *margin = new QVBoxLayout(this);
    margin->setContentsMargins(Space::XL, Space::L, Space::XL, 0);
    margin->addWidget(strip);
    auto *layout = new QHBoxLayout(strip);
    layout->setContentsMargins(Space::L, Space::M, Space::M, Space::M);
    layout->setSpacing(Space::M);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_retry);
    layout->addWidget(m_help);

    connect(m_retry, &QPushButton::clicked, this, &FailureBanner::retryRequested);
    connect(m_help, &QPushButton::clicked, this, [this] {
        if (m_code == ErrorCode::InUse)
            Q_EMIT freePortRequested();
        else if (m_code == ErrorCode::SecretsLocked)
            Q_EMIT unlockRequested();
        else if (m_code == ErrorCode::Storage)
            Q_EMIT cleanupRequested();
        else
            Q_EMIT settingsRequested();
    });
    hide();
}

void FailureBanner::show(const ServerStatus &status)
{
    setVisible(status.state == ServerState::Failed);
    if (status.state != ServerState::Failed)
        return;
    m_code = status.failure.code;
    if (m_code == ErrorCode::InUse) {
        const QString detail = coreText(status.failure.detail);
        m_text->setText(tr("The server did not start, because its port is taken.") +
                        (detail.isEmpty() ? QString() : u'\n' + detail));
        m_help->setText(tr("Use a free port"));
    } else if (status.passphrase != PassphraseNeed::None) {
        m_text->setText(tr("The server stays stopped: its secrets are in a sealed file that needs a passphrase."));
        m_help->setText(tr("Enter the passphrase"));
    } else {
        m_text->setText(tr("The server did not start.") + u'\n' + errorText(status.failure));
        m_help->setText(m_code == ErrorCode::SecretsLocked ? tr("Unlock")
                        : m_code == ErrorCode::Storage     ? tr("Open Cleanup")
                                                           : tr("Open settings"));
    }
}

} // namespace smsauth
