// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

#include <QPointer>

class QAction;
class QPushButton;

namespace smsauth {

class NumberDialog;

/// What can be done with the chosen user.
class UserActions : public QWidget
{
    Q_OBJECT

public:
    /// undo: of the page.
    UserActions(const PanelContext &context, Undo &undo, QWidget *parent = nullptr);

    /// Nothing: no user is chosen.
    void show(const std::optional<UserRecord> &user);
    /// With its key, for the list.
    QAction *deleteAction() const { return m_deleteAction; }

Q_SIGNALS:
    void deleteRequested(const smsauth::UserRecord &user);

private:
    void updateActions();
    void toggleBlock();
    void askForNumber();
    /// dialog: where a refusal is told; none: in a notice.
    void change(const UserRecord &user, const UserChange &change, const QString &done,
                const QPointer<NumberDialog> &dialog = {});
    void takeBack(const UserRecord &before);

    const PanelContext m_context;
    Undo &m_undo;
    std::optional<UserRecord> m_user;
    QPushButton *m_block;
    QPushButton *m_number;
    QPushButton *m_delete;
    QAction *m_deleteAction;
    Latest m_changing;
};

} // namespace smsauth
