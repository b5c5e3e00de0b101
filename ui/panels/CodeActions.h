// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

class QAction;
class QPushButton;
class QToolButton;

namespace smsauth {

class FlowSession;

/// What can be done with the chosen code: buttons for the usual, a menu for the rest.
class CodeActions : public QWidget
{
    Q_OBJECT

public:
    /// undo: of the page.
    CodeActions(const PanelContext &context, Undo &undo, QWidget *parent = nullptr);

    /// Nothing: no code is chosen.
    void show(const std::optional<CodeRecord> &code);
    /// The digits of the shown code that a person has asked to see in live mode; empty: none.
    const QString &revealed() const { return m_revealed; }
    /// With its key, for the list.
    QAction *deleteAction() const { return m_delete; }

Q_SIGNALS:
    void revealedChanged();
    void deleteRequested(const smsauth::CodeRecord &code);

private:
    QAction *addToMenu(const QString &text, const QString &icon, void (CodeActions::*run)());
    void updateActions();
    QString digits() const;
    void copy();
    void askToReveal();
    void reveal();
    void verify();
    void resend();
    void prolong();
    void expire();
    void change(CodeChange change, const QString &done);
    void takeBack(const CodeRecord &before);
    void showMessage();
    void askToDelete();

    const PanelContext m_context;
    Undo &m_undo;
    std::optional<CodeRecord> m_code;
    QString m_revealed;
    QPushButton *m_copy;
    QPushButton *m_reveal;
    QPushButton *m_verify;
    QPushButton *m_message;
    QToolButton *m_more;
    QAction *m_resend, *m_prolong, *m_expire, *m_delete;
    FlowSession *m_flow = nullptr; ///< made when first needed: it has a thread
    Latest m_revealing, m_changing;
};

} // namespace smsauth
