// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"

#include <QWidget>

namespace smsauth {

class FailureBanner;
class PassphrasePrompt;
class ServerControl;

/// What stands above every page while the server cannot run: the reason with the click that helps, or the prompt
/// for the passphrase of the secrets.
class FailureArea : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the area.
    FailureArea(Admin &admin, ServerControl &control, QWidget *parent = nullptr);

    void show(const ServerStatus &status);
    /// A keyring asks by itself; a sealed file is asked for here. Starts the server afterwards.
    void unlock();

Q_SIGNALS:
    void settingsRequested();
    void cleanupRequested();
    /// Unlocking failed, and nothing in this area says so.
    void failed(const smsauth::Error &error);
    /// The prompt is gone without a passphrase; the focus may go elsewhere.
    void leftLocked();

private:
    void showState();
    void unlockWith(const Secret &passphrase);

    Admin &m_admin;
    ServerControl &m_control;
    FailureBanner *m_banner;
    PassphrasePrompt *m_prompt;
    ServerStatus m_status;
    bool m_leftLocked = false; ///< the person has cancelled the prompt
};

} // namespace smsauth
