// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/FlowSession.h"
#include "ui/Panel.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace smsauth {

class CodeInput;
class PhoneEdit;
class SignInSnippet;

/// The whole sign-in with two presses of Enter: the number is there already, Enter sends a code to it, Enter again
/// verifies it and shows the token, with the commands that do the same.
class FirstSteps : public QFrame
{
    Q_OBJECT

public:
    explicit FirstSteps(const PanelContext &context, QWidget *parent = nullptr);

    void open(const PhoneNumber &phone);
    void takeCode(const QString &code);
    /// The focus goes to what Enter shall press.
    void focusNext();
    FlowSession &session() { return m_session; }

private:
    void build();
    void next();
    void followMode();
    void showStep(FlowSession::Step step);
    void showToken();
    void say(const QString &sentence, bool isError);

    const PanelContext m_context;
    FlowSession m_session;
    PhoneEdit *m_phone;
    CodeInput *m_code;
    QPushButton *m_next;
    QLabel *m_words;
    QWidget *m_codeRow;
    QWidget *m_result;
    QLabel *m_verdict;
    SignInSnippet *m_snippet;
    QPushButton *m_again;
    bool m_failed = false; ///< what went wrong stays to be read until the next step
};

} // namespace smsauth
