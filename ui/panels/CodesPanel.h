// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/TableModel.h"

class QCheckBox;
class QPushButton;

namespace smsauth {

class FilterBar;
class InlineNotice;
class RecordDetails;
class RecordTable;

/// Which codes are valid now, for whom, and for how long.
class CodesPanel : public Panel
{
    Q_OBJECT

public:
    explicit CodesPanel(const PanelContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    QString badge(const ServerStatus &status) const override;
    /// argument: a phone number or a part of one.
    void open(const QString &argument) override;
    void focusFilter() override;
    void refresh() override;

private:
    using Model = TableModel<CodeRecord>;

    QList<Model::Column> columns() const;
    void build();
    void askAnew();
    void updateEmptyState();
    void copy(const CodeRecord &record);
    void showCurrent();
    void showDetails(const CodeRecord &record);
    void followKept();
    void tick();
    /// The state that the clock already knows of.
    CodeState stateNow(const CodeRecord &record) const;
    QString codeText(const CodeRecord &record) const;

    Model *m_model;
    RecordTable *m_table;
    RecordDetails *m_details;
    FilterBar *m_filter;
    QCheckBox *m_finished;
    QPushButton *m_copy;
    QPushButton *m_showMessage;
    InlineNotice *m_notice;
    Latest m_message, m_kept, m_path;
    MessageRecord m_shownMessage;
    Timestamp m_lastTick{};
    Mode m_mode = Mode::Simulated;
    QString m_signInPath = QStringLiteral("/auth/sign-in/");
};

std::unique_ptr<Panel> makeCodesPanel(const PanelContext &context);

} // namespace smsauth
