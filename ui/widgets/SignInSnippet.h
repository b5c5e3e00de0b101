// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/Exchange.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace smsauth {

class CodeBlock;
class UiState;

/// A sign-in as commands or a piece of program, to be carried into an app. The code stands in it as CODE: the one
/// of the sign-in that it shows is used.
class SignInSnippet : public QWidget
{
    Q_OBJECT

public:
    /// state remembers the language.
    explicit SignInSnippet(UiState &state, QWidget *parent = nullptr);

    /// story: the exchanges of a sign-in, first and last of them its two requests. simulated: a script may read the
    /// code.
    void show(const QList<Exchange> &story, bool simulated);
    QString text() const;

Q_SIGNALS:
    void copied();

private:
    void showChoice();

    UiState &m_state;
    QComboBox *m_language;
    QComboBox *m_step;
    CodeBlock *m_text;
    QLabel *m_hint;
    QList<Exchange> m_requests;
    bool m_simulated = true;
};

} // namespace smsauth
