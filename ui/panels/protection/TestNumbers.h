// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Fault.h"
#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

class QFrame;
class QLabel;
class QPushButton;

namespace smsauth {

class EmptyState;
class FaultForm;
class FaultList;
class InlineNotice;

/// Test numbers and faults of the simulator: the rules that hold now, and the form for one. Follows changes by
/// itself while it is visible. In live mode it says that there are none.
class TestNumbers : public QWidget
{
    Q_OBJECT

public:
    explicit TestNumbers(const PanelContext &context, QWidget *parent = nullptr);

    void refresh();
    /// Brings back what was removed last. False: nothing to bring back.
    bool undo();
    /// Opens the form for a new rule.
    void add();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void take(const QList<FaultRule> &rules);
    void showState();
    void edit(const FaultRule &rule);
    void closeForm();
    void save(const FaultRule &rule);
    void remove(const FaultRule &rule);
    void clear();
    void offerUndo(const QString &what, const QList<FaultRule> &removed);
    void bringBack();
    void updateForm();

    const PanelContext m_context;
    QLabel *m_hint;
    QPushButton *m_add;
    QPushButton *m_clear;
    InlineNotice *m_notice;
    QFrame *m_formFrame;
    FaultForm *m_form;
    FaultList *m_list;
    EmptyState *m_empty;

    QList<FaultRule> m_rules;
    QList<FaultRule> m_removed; ///< can be brought back
    SettingsView m_settings;
    bool m_known = false; ///< an answer has come
    Latest m_asking, m_askingSettings, m_changing;
};

} // namespace smsauth
