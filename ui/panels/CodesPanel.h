// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/RecordPanel.h"
#include "ui/widgets/TableModel.h"

class QCheckBox;

namespace smsauth {

class CodeActions;

/// Which codes are valid now, for whom, and for how long.
class CodesPanel : public RecordPanel
{
    Q_OBJECT

public:
    explicit CodesPanel(const PanelContext &context, QWidget *parent = nullptr);
    ~CodesPanel() override;

    QString title() const override;
    QString iconName() const override;
    QString badge(const ServerStatus &status) const override;
    /// argument: a phone number or a part of one.
    void open(const QString &argument) override;
    bool undo() override;
    void refresh() override;

private:
    using Model = TableModel<CodeRecord>;

    void askAnew() override;
    void updateEmptyState() override;
    void showCurrent() override;
    void onSettled() override { followKept(); }
    void onEmptyAction() override;
    void copy(const CodeRecord &record);
    void showDetails(const CodeRecord &record);
    void followKept();
    void tick();
    void remove(const CodeRecord &record);
    void removeNow();

    Model *m_model;
    QCheckBox *m_finished;
    Undo *m_undo;
    CodeActions *m_actions;
    Latest m_message, m_kept, m_path;
    MessageRecord m_shownMessage;
    RowId m_removing = 0; ///< hidden, and deleted when it can no longer be taken back
    Timestamp m_lastTick{};
    QString m_signInPath = QStringLiteral("/auth/sign-in/");
};

std::unique_ptr<Panel> makeCodesPanel(const PanelContext &context);

} // namespace smsauth
