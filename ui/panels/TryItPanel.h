// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"

class QStackedWidget;
class QTabBar;

namespace smsauth {

class AlsoTry;
class HistoryView;
class OneFlow;
class RunMany;
struct FlowEntry;

/// Does my flow work: a sign-in over HTTP, step by step or in one go; what must be refused; the flow many times;
/// and what was tried before. This page holds the four parts together and writes what they did into the history.
class TryItPanel : public Panel
{
    Q_OBJECT

public:
    explicit TryItPanel(const PanelContext &context, QWidget *parent = nullptr);

    QString title() const override { return tr("Try it"); }
    QString iconName() const override { return QStringLiteral("try-it"); }
    /// A phone number, "token …" to take one apart, or "refusals", "run", "history" for these parts of the page.
    void open(const QString &argument) override;
    bool takeCode(const PhoneNumber &phone, const QString &code) override;
    void focusFilter() override;
    void refresh() override {} // its parts follow the status by themselves

private:
    enum Part { One, Refusals, Many, History };

    void makeParts();
    void makeActions();
    void showPart(Part part);
    void replay(const FlowEntry &entry, const PhoneNumber &phone);

    QTabBar *m_parts;
    QStackedWidget *m_stack;
    OneFlow *m_oneFlow;
    AlsoTry *m_alsoTry;
    RunMany *m_runMany;
    HistoryView *m_history;
};

} // namespace smsauth
