// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/TableModelBase.h"

#include <QTableView>

class QPushButton;

namespace smsauth {

class EmptyState;
class UiState;

/// A list of records, newest first. What is being read stays where it is: it follows new rows only at the top and
/// while no row of it is in use; otherwise a pill counts what waits. Ctrl+C copies the row's CopyRole.
class RecordTable : public QTableView
{
    Q_OBJECT

public:
    /// name: translated, for assistive technology. What goes into a layout is its frame().
    explicit RecordTable(const QString &name, QWidget *parent = nullptr);

    /// Holds the list and what lies over it. They are neighbours: assistive technology looks for cells alone inside
    /// a table.
    QWidget *frame() const { return parentWidget(); }

    /// Not owned. Sets the reading rule of the model.
    void setRecords(TableModelBase *model);
    /// Restores the widths of the columns and keeps them.
    void rememberColumns(UiState &state, const QString &key);

    /// Columns that hide where there is no room for all, first the first. The details tell what they say.
    void setDispensable(const QList<int> &columns);

    /// Over the empty list, once an answer has come.
    EmptyState *emptyState() const { return m_empty; }
    QPushButton *pill() const { return m_pill; }
    /// The selected row; invalid when there is none.
    QModelIndex chosen() const;
    RowId currentId() const;
    void chooseNothing();
    /// Selects the row with this id; false when it is not loaded.
    bool select(RowId id);
    /// Somebody works in the list: newer rows wait.
    bool isRead() const;

Q_SIGNALS:
    /// 0: nothing is selected.
    void currentIdChanged(smsauth::RowId id);
    /// Ctrl+C, a double click or the copy button of a row.
    void copyRequested(const QModelIndex &row);

protected:
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    TableModelBase::Reading reading() const;
    void updateOverlays();
    void placeOverlays();
    void noteAnchor();
    void keepAnchor();
    void fitColumns();

    /// What is read stays where it is when rows come or go above it.
    struct Anchor
    {
        RowId id = 0;
        int row = -1;
        int offset = 0; ///< pixels of the row that are scrolled away
    };

    TableModelBase *m_records = nullptr;
    Anchor m_anchor;
    EmptyState *m_empty;
    QPushButton *m_pill;
    QList<int> m_dispensable;
    QHash<int, int> m_widths; ///< of the columns but the last, hidden or not
};

} // namespace smsauth
