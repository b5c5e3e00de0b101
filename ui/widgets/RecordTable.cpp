// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RecordTable.h"

#include "ui/UiState.h"
#include "ui/widgets/CellDelegate.h"
#include "ui/widgets/EmptyState.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace smsauth {
namespace {

/// The room that the last column, which takes what is left, needs at least.
constexpr int LeastLastColumn = 90;

} // namespace

RecordTable::RecordTable(const QString &name, QWidget *parent)
    : QTableView(new QWidget(parent))
    , m_empty(new EmptyState(frame()))
    , m_pill(new QPushButton(frame()))
{
    auto *whole = new QVBoxLayout(frame());
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(this);
    setAccessibleName(name);
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 2 * Space::M);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);

    m_empty->hide();
    m_pill->hide();
    m_pill->setIcon(themedIcon(QStringLiteral("up"), Tone::OnAccent));
    m_pill->setCursor(Qt::ArrowCursor);
    setLook(m_pill, Look::Primary);
    connect(m_pill, &QPushButton::clicked, this, [this] {
        chooseNothing();
        m_records->showNewest();
        scrollToTop();
        setFocus();
    });
    connect(this, &QTableView::doubleClicked, this, &RecordTable::copyRequested);
}

void RecordTable::setRecords(TableModelBase *model)
{
    m_records = model;
    // Before the view itself hears of it: where the current row goes, it would choose the next one and scroll
    // there.
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &RecordTable::noteAnchor);
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                noteAnchor();
                if (currentIndex().row() >= first && currentIndex().row() <= last)
                    chooseNothing();
            });
    setModel(model);
    model->setReading([this] { return reading(); });
    connect(model, &TableModelBase::settled, this, &RecordTable::updateOverlays);
    connect(model, &TableModelBase::heldBackChanged, this, &RecordTable::updateOverlays);
    connect(model, &QAbstractItemModel::modelReset, this, [this] { Q_EMIT currentIdChanged(0); });
    for (const auto after : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, after, this, &RecordTable::keepAnchor);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value < viewport()->height() && !m_records->isAtNewest())
            m_records->fetchNewer();
    });
    // The selection, not the current index: that one moves to the first row as soon as the list gets the focus.
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { Q_EMIT currentIdChanged(currentId()); });
}

void RecordTable::rememberColumns(UiState &state, const QString &key)
{
    horizontalHeader()->restoreState(state.bytes(key));
    for (const int column : m_dispensable)
        setColumnHidden(column, false); // it depends on the room, not on what was remembered
    fitColumns();
    connect(horizontalHeader(), &QHeaderView::sectionResized, this,
            [this, &state, key] { state.setBytes(key, horizontalHeader()->saveState()); });
}

void RecordTable::noteAnchor()
{
    m_anchor = {};
    const QModelIndex top = indexAt(QPoint(1, 1));
    if (top.isValid() && (verticalScrollBar()->value() > 0 || !m_records->isAtNewest()))
        m_anchor = {top.data(IdRole).toLongLong(), top.row(), -rowViewportPosition(top.row())};
}

void RecordTable::keepAnchor()
{
    const int row = m_anchor.id > 0 ? m_records->rowOf(m_anchor.id) : -1;
    if (row < 0 || row == m_anchor.row)
        return;
    updateGeometries(); // the scroll bar learns the new length
    verticalScrollBar()->setValue(row * verticalHeader()->defaultSectionSize() + m_anchor.offset);
}

QModelIndex RecordTable::chosen() const
{
    return selectionModel() ? selectionModel()->selectedRows().value(0) : QModelIndex();
}

void RecordTable::setDispensable(const QList<int> &columns)
{
    m_dispensable = columns;
    fitColumns();
}

void RecordTable::fitColumns()
{
    if (m_dispensable.isEmpty())
        return;
    const QHeaderView *header = horizontalHeader();
    const int last = header->count() - 1;
    const int lastWidth = std::max(LeastLastColumn, header->sectionSizeHint(last));
    QSet<int> hidden;
    const auto needed = [&] {
        int width = 0;
        for (int column = 0; column <= last; ++column)
            width += hidden.contains(column) ? 0 : (column == last ? lastWidth : m_widths.value(column));
        return width;
    };
    for (int column = 0; column < last; ++column) {
        if (!isColumnHidden(column))
            m_widths.insert(column, columnWidth(column));
    }
    for (const int column : m_dispensable) {
        if (needed() > viewport()->width())
            hidden.insert(column);
    }
    for (const int column : m_dispensable)
        setColumnHidden(column, hidden.contains(column));
}

RowId RecordTable::currentId() const
{
    return chosen().data(IdRole).toLongLong();
}

void RecordTable::chooseNothing()
{
    clearSelection();
    setCurrentIndex({});
}

bool RecordTable::select(RowId id)
{
    const int row = m_records->rowOf(id);
    if (row < 0)
        return false;
    selectRow(row);
    return true;
}

bool RecordTable::isRead() const
{
    if (verticalScrollBar()->value() > 0)
        return true;
    return chosen().isValid() && isActiveWindow() && (hasFocus() || underMouse());
}

TableModelBase::Reading RecordTable::reading() const
{
    return {isRead(), indexAt(QPoint(1, 1)).data(IdRole).toLongLong()};
}

void RecordTable::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTableView::initViewItemOption(option);
    option->palette.setBrush(QPalette::Highlight, Qt::NoBrush); // CellDelegate paints the selection
}

void RecordTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        if (chosen().isValid())
            Q_EMIT copyRequested(chosen());
        return;
    }
    if (event->key() == Qt::Key_Escape && chosen().isValid()) {
        chooseNothing();
        return;
    }
    QTableView::keyPressEvent(event);
}

void RecordTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeOverlays();
    fitColumns();
}

void RecordTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    updateOverlays();
}

void RecordTable::updateOverlays()
{
    if (!m_records)
        return;
    const int waiting = m_records->heldBack();
    m_pill->setText(m_records->countMayBeHigher() ? tr("%Ln or more new", nullptr, waiting)
                                                  : tr("%Ln new", nullptr, waiting));
    m_pill->setVisible(waiting > 0);
    m_empty->setVisible(m_records->isSettled() && m_records->rowCount() == 0);
    const bool isEmpty = !m_empty->isHidden();
    horizontalHeader()->setVisible(!isEmpty);
    setHorizontalScrollBarPolicy(isEmpty ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    placeOverlays();
}

void RecordTable::placeOverlays()
{
    m_empty->setGeometry(geometry());
    m_pill->adjustSize();
    const QRect area = viewport()->geometry().translated(pos());
    m_pill->move(area.center().x() - m_pill->width() / 2, area.bottom() - m_pill->height() - Space::M);
    m_pill->raise();
}

} // namespace smsauth
