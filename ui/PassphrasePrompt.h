// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"
#include "core/model/Records.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace smsauth {

class PassphraseFields;

/// Asks for the passphrase of the sealed file, inside the window and without holding anything up. A first one is
/// asked for twice: nothing could tell later that it was mistyped.
class PassphrasePrompt : public QWidget
{
    Q_OBJECT

public:
    explicit PassphrasePrompt(QWidget *parent = nullptr);

    /// Shows itself and takes the focus. What has been typed for the same need stays.
    void ask(PassphraseNeed need);
    /// It was not the right one; sentence: what to do next.
    void refuse(const QString &sentence);

Q_SIGNALS:
    /// Until refuse() or the end of the prompt nothing can be typed.
    void given(const smsauth::Secret &passphrase);
    void cancelled();

private:
    void submit();
    void updateFields();
    void setBusy(bool busy);

    QLabel *m_title;
    QLabel *m_text;
    PassphraseFields *m_passphrase;
    QLabel *m_problem;
    QPushButton *m_unlock;
    QPushButton *m_cancel;
    PassphraseNeed m_need = PassphraseNeed::None;
    bool m_busy = false;
};

} // namespace smsauth
