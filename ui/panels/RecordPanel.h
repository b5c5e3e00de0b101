// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/TableModelBase.h"

class QVBoxLayout;

namespace smsauth {

class FilterBar;
class InlineNotice;
class RecordDetails;
class RecordTable;

/// A page with a filtered list of records and the details of the chosen one: its frame, and what all of them do
/// alike with filter, list, mode and errors. What it asks and shows is the subclass's.
class RecordPanel : public Panel
{
    Q_OBJECT

public:
    void focusFilter() override;
    void refresh() override;

protected:
    /// Translated names, for assistive technology too; stateKey: what columns and splitter are remembered under.
    struct Frame
    {
        QString list;
        QString filter;
        QString filterHint;
        QString stateKey;
    };
    RecordPanel(const PanelContext &context, QSet<Admin::Topic> topics, const Frame &frame, QWidget *parent);

    /// Last in the subclass's constructor but for the delegates. widths: of the columns from the first on;
    /// dispensable: as in RecordTable.
    void setRecords(TableModelBase *model, const QList<int> &widths, const QList<int> &dispensable);
    /// The page from top to bottom: these widgets, notices, list and details. Call once.
    QVBoxLayout *layOut(const QList<QWidget *> &above);

    /// The question of the filter has changed.
    virtual void askAnew() = 0;
    virtual void updateEmptyState() = 0;
    virtual void showCurrent() = 0;
    /// An answer has been taken in; before empty state and details follow.
    virtual void onSettled() {}
    /// The button of the empty list.
    virtual void onEmptyAction();

    RecordTable *const m_table;
    RecordDetails *const m_details;
    FilterBar *const m_filter;
    InlineNotice *const m_notice;

private:
    const QString m_stateKey;
    TableModelBase *m_records = nullptr;
    Mode m_mode;
};

} // namespace smsauth
