// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/FailureArea.h"

#include "ui/ErrorText.h"
#include "ui/FailureBanner.h"
#include "ui/PassphrasePrompt.h"
#include "ui/ServerControl.h"
#include "ui/WhenDone.h"

#include <QVBoxLayout>

namespace smsauth {

FailureArea::FailureArea(Admin &admin, ServerControl &control, QWidget *parent)
    : QWidget(parent)
    , m_admin(admin)
    , m_control(control)
    , m_banner(new FailureBanner(this))
    , m_prompt(new PassphrasePrompt(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_prompt);
    connect(m_banner, &FailureBanner::freePortRequested, &m_control, &ServerControl::startOnFreePort);
    connect(m_banner, &FailureBanner::retryRequested, &m_control, &ServerControl::start);
    connect(m_banner, &FailureBanner::settingsRequested, this, &FailureArea::settingsRequested);
    connect(m_banner, &FailureBanner::cleanupRequested, this, &FailureArea::cleanupRequested);
    connect(m_banner, &FailureBanner::unlockRequested, this, &FailureArea::unlock);
    connect(m_prompt, &PassphrasePrompt::given, this, &FailureArea::unlockWith);
    connect(m_prompt, &PassphrasePrompt::cancelled, this, [this] {
        m_leftLocked = true;
        showState();
        Q_EMIT leftLocked();
    });
}

void FailureArea::show(const ServerStatus &status)
{
    m_status = status;
    showState();
}

void FailureArea::showState()
{
    const bool locked = m_status.state == ServerState::Failed && m_status.passphrase != PassphraseNeed::None;
    if (!locked)
        m_leftLocked = false;
    if (locked && !m_leftLocked) {
        m_banner->hide(); // the prompt says it already
        m_prompt->ask(m_status.passphrase);
    } else {
        m_prompt->hide();
        m_banner->show(m_status);
    }
}

void FailureArea::unlock()
{
    if (m_status.passphrase == PassphraseNeed::None) {
        unlockWith({});
        return;
    }
    m_leftLocked = false;
    showState();
}

void FailureArea::unlockWith(const Secret &passphrase)
{
    whenDone(this, m_admin.unlockSecrets(passphrase), [this](const Result<void> &result) {
        if (result)
            m_control.start();
        else if (m_prompt->isHidden()) // by itself; a window in the tray does not count
            Q_EMIT failed(result.error());
        else if (result.error().code == ErrorCode::SecretsLocked)
            m_prompt->refuse(tr("This is not the passphrase of this profile. Try again."));
        else
            m_prompt->refuse(errorText(result.error()));
    });
}

} // namespace smsauth
