// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"
#include "ui/Theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace smsauth {

class PassphraseFields;

/// What is the matter with the secret store, and what a person can do about it, each choice one button.
class SecretStoreHelp : public QFrame
{
    Q_OBJECT

public:
    explicit SecretStoreHelp(QWidget *parent = nullptr);

    enum Choice { Unlock = 1, SealedFile = 2, Memory = 4 };
    Q_DECLARE_FLAGS(Choices, Choice)

    /// text, unlock: translated; unlock is what its button says.
    void tell(const QString &text, const QString &unlock, Choices choices);
    /// Hides itself and forgets what was typed.
    void clear();
    void setBusy(bool busy);
    /// What was chosen did not work; stays until the next tell() with another text.
    void refuse(const QString &text);

Q_SIGNALS:
    void unlockWanted();
    void memoryWanted();
    void fileWanted(const smsauth::Secret &passphrase);

private:
    void askPassphrase(bool ask);
    void givePassphrase();

    QLabel *m_text;
    QLabel *m_problem;
    QPushButton *m_unlock;
    QPushButton *m_file;
    QPushButton *m_memory;
    QWidget *m_prompt;
    PassphraseFields *m_passphrase;
    QPushButton *m_take;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(SecretStoreHelp::Choices)

} // namespace smsauth
