// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/FlowSession.h"
#include "ui/Panel.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTabWidget;

namespace smsauth {

class AlsoTry;
class CodeInput;
class ExchangeView;
class HistoryView;
class PhoneEdit;
class RunMany;
class TokenView;
struct FlowEntry;
struct FlowRunResult;
struct SnippetKind;

/// Does my flow work: a sign-in over HTTP, step by step or in one go, with everything that went over the wire; what
/// must be refused; the flow many times; and what was tried before.
class TryItPanel : public Panel
{
    Q_OBJECT

public:
    static constexpr int MostExchanges = 50;

    explicit TryItPanel(const PanelContext &context, QWidget *parent = nullptr);

    QString title() const override { return tr("Try it"); }
    QString iconName() const override { return QStringLiteral("try-it"); }
    /// A phone number, "token …" to take one apart, or "refusals", "run", "history" for these parts of the page.
    void open(const QString &argument) override;
    bool takeCode(const PhoneNumber &phone, const QString &code) override;
    void focusFilter() override;
    void refresh() override;

private:
    enum Part { OneFlow, Refusals, Many, History };

    QWidget *makeOneFlow();
    QWidget *makeExchangePage();
    void makeParts();
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
    void copyAs(const SnippetKind &kind);
    void showPart(Part part);
    void findExchange(const Exchange &exchange);
    void recordFlow(const PhoneNumber &phone, const QList<Exchange> &exchanges, bool walked);
    void recordCheck(const FlowCheckReport &report);
    void recordRun(const FlowRunResult &result);
    void replay(const FlowEntry &entry, const PhoneNumber &phone);

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
    QPushButton *m_copy;
    ExchangeView *m_view;
    TokenView *m_token;
    QTabBar *m_parts;
    QStackedWidget *m_stack;
    AlsoTry *m_alsoTry;
    RunMany *m_runMany;
    HistoryView *m_flows;
    QList<Exchange> m_exchanges; ///< newest first, as in the box
};

} // namespace smsauth
