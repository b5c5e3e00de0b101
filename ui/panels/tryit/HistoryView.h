// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/FlowHistory.h"
#include "ui/Panel.h"
#include "ui/widgets/TableModel.h"

class QPushButton;

namespace smsauth {

class FilterBar;
class RecordTable;

/// The flows, checks and runs of this profile, newest first: searchable, and each can be done again.
class HistoryView : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryView(const PanelContext &context, QWidget *parent = nullptr);
    ~HistoryView() override;

    /// Seals the number and keeps the entry.
    void record(const FlowEntry &entry, const PhoneNumber &phone);
    void focusFilter();

Q_SIGNALS:
    /// phone: the entry's own, or for a run its first; null for checks, which have numbers of their own.
    void replayWanted(const smsauth::FlowEntry &entry, const smsauth::PhoneNumber &phone);

private:
    using Model = TableModel<FlowEntry>;

    QList<Model::Column> columns() const;
    void open();
    void keep(const FlowEntry &entry);
    void take(const FlowEntry &entry);
    void filter();
    void replay();
    void showEmpty();
    QString whatText(const FlowEntry &entry) const;
    QString outcomeText(const FlowEntry &entry) const;
    bool matches(const FlowEntry &entry, const QString &words) const;

    const PanelContext m_context;
    std::unique_ptr<FlowHistory> m_history; ///< made when the profile is known
    QList<FlowEntry> m_entries;             ///< newest first
    QList<FlowEntry> m_early;               ///< what ended before the file was read
    bool m_loaded = false;
    bool m_toldOfFailure = false;
    Model *m_model;
    RecordTable *m_table;
    FilterBar *m_filter;
    QPushButton *m_replay;
};

} // namespace smsauth
