// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/FlowSession.h"
#include "ui/Panel.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace smsauth {

class CodeInput;
class ExchangeLog;
class PhoneEdit;
class TokenView;

/// One sign-in by hand, step by step or in one go, with everything that went over the wire and the token taken
/// apart.
class OneFlow : public QWidget
{
    Q_OBJECT

public:
    explicit OneFlow(const PanelContext &context, QWidget *parent = nullptr);

    /// "Walk both"; whoever shows this part puts it where its main action belongs.
    QPushButton *walkButton() const { return m_walk; }

    /// The next key press sends a code to this number, or to the one that stands there.
    void prepare(const PhoneNumber &phone = {});
    /// The next key press verifies this code.
    void takeCode(const PhoneNumber &phone, const QString &code);
    void inspect(const QString &token);
    void showExchange(const Exchange &exchange);
    void addExchange(const Exchange &exchange);

    // Nothing happens while the button of the same name is off.
    void sendCode();
    void verify();
    void walk();
    void copyAsCurl();

Q_SIGNALS:
    /// As FlowSession::ended.
    void ended(const smsauth::PhoneNumber &phone, const QList<smsauth::Exchange> &exchanges, bool walked);

private:
    QLayout *makeForm();
    QLayout *makeField(const QString &text, QLineEdit *edit, int least, int most);
    void followMode();
    void showStep();
    void showToken(const QString &token, const TokenReport &report);
    void say(const QString &sentence, bool isError);

    const PanelContext m_context;
    FlowSession m_session;
    PhoneEdit *m_phone;
    CodeInput *m_code;
    QPushButton *m_send;
    QPushButton *m_verify;
    QPushButton *m_walk;
    QLabel *m_words;
    bool m_failed = false; ///< m_words say why; nothing calmer takes their place
    QTabWidget *m_tabs;
    ExchangeLog *m_log;
    TokenView *m_token;
};

} // namespace smsauth
