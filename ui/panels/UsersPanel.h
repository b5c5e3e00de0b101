// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/RecordPanel.h"
#include "ui/widgets/Latest.h"
#include "ui/widgets/RecordDetails.h"
#include "ui/widgets/TableModel.h"

namespace smsauth {

class UserActions;

/// Who has signed in, and when.
class UsersPanel : public RecordPanel
{
    Q_OBJECT

public:
    explicit UsersPanel(const PanelContext &context, QWidget *parent = nullptr);
    ~UsersPanel() override;

    QString title() const override;
    QString iconName() const override;
    /// argument: a phone number or a part of one.
    void open(const QString &argument) override;
    bool undo() override;
    void refresh() override;

private:
    using Model = TableModel<UserRecord>;

    QList<Model::Column> columns() const;
    void askAnew() override;
    void updateEmptyState() override;
    void showCurrent() override;
    Details detailsOf(const UserRecord &user) const;
    void askSignIns(const UserRecord &user);
    void remove(const UserRecord &user);
    void removeNow();

    Model *m_model;
    Undo *m_undo;
    UserActions *m_actions;
    Latest m_asking;
    QList<MessageRecord> m_signIns; ///< messages to the shown user's phone, newest first
    RowId m_signInsOf = 0;
    bool m_signInsAreOld = false;
    Cancellation m_cancellation; ///< of the questions for the list
    RowId m_removing = 0;        ///< hidden, and deleted when it can no longer be taken back
};

std::unique_ptr<Panel> makeUsersPanel(const PanelContext &context);

} // namespace smsauth
