// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/FlowSession.h"
#include "ui/Panel.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTabWidget;

namespace smsauth {

class CodeInput;
class ExchangeView;
class PhoneEdit;
class TokenView;

/// Does my flow work: a sign-in over HTTP, step by step or in one go, with everything that went over the wire.
class TryItPanel : public Panel
{
    Q_OBJECT

public:
    static constexpr int MostExchanges = 50;

    explicit TryItPanel(const PanelContext &context, QWidget *parent = nullptr);

    QString title() const override { return tr("Try it"); }
    QString iconName() const override { return QStringLiteral("try-it"); }
    /// A phone number, or "token …" to take one apart.
    void open(const QString &argument) override;
    bool takeCode(const PhoneNumber &phone, const QString &code) override;
    void refresh() override;

private:
    QLayout *makeForm();
    void makeActions();
    void followMode();
    void showStep();
    void addExchange(const Exchange &exchange);
    void showExchange(int index);
    void showToken(const QString &token, const TokenReport &report);
    void say(const QString &sentence, bool isError);
    void sendCode();
    void verify();
    void walk();
    void copyAsCurl();

    FlowSession m_session;
    PhoneEdit *m_phone;
    CodeInput *m_code;
    QPushButton *m_send;
    QPushButton *m_verify;
    QPushButton *m_walk;
    QLabel *m_words;
    QTabWidget *m_tabs;
    QComboBox *m_history;
    QLabel *m_outcome;
    QPushButton *m_copyCurl;
    ExchangeView *m_view;
    TokenView *m_token;
    QList<Exchange> m_exchanges; ///< newest first, as in the box
};

} // namespace smsauth
