// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/TableModel.h"

class QPushButton;

namespace smsauth {

class FilterBar;
class InlineNotice;
class RecordDetails;
class RecordTable;

/// What went out, whether it arrived and why not: newest first, with every attempt in the gateway's own words.
class SendLogPanel : public Panel
{
    Q_OBJECT

public:
    explicit SendLogPanel(const PanelContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    /// argument: the id of a message, or a phone number.
    void open(const QString &argument) override;
    void focusFilter() override;
    void refresh() override;

private:
    using Model = TableModel<MessageRecord>;

    QList<Model::Column> columns() const;
    void build();
    void askAnew();
    void updateEmptyState();
    void showCurrent();
    void showDetails(const MessageRecord &message);
    void showLinked(RowId id);

    Model *m_model;
    RecordTable *m_table;
    RecordDetails *m_details;
    FilterBar *m_filter;
    QPushButton *m_onlyPhone;
    InlineNotice *m_notice;
    Latest m_linked;
    RowId m_wanted = 0;      ///< to be selected as soon as it is loaded
    MessageRecord m_outside; ///< shown although it is not in the list
    Mode m_mode = Mode::Simulated;
};

std::unique_ptr<Panel> makeSendLogPanel(const PanelContext &context);

} // namespace smsauth
