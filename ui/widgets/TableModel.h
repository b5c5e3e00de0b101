// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"
#include "ui/widgets/Latest.h"

#include <QAbstractTableModel>
#include <algorithm>
#include <functional>

namespace smsauth {

/// What a list of records offers beyond Qt's roles.
enum RecordRole {
    IdRole = Qt::UserRole, ///< RowId
    ToneRole,              ///< Tone, for StatusDelegate
    BeginRole,             ///< ms since 1970, for TimeLeftDelegate
    EndRole,               ///< ms since 1970, for TimeLeftDelegate
    CopyRole,              ///< what Copy puts on the clipboard; empty: nothing to copy
};

/// Lists of records, newest first, that are read page by page and kept up to date without moving what is being
/// read. The part without the type of the record; GUI thread.
class TableModelBase : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int PageSize = 200;

    /// What the person looks at just now; the view answers.
    struct Reading
    {
        bool held = false; ///< new rows must wait
        RowId topId = 0;   ///< the first row on screen; 0: unknown
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setReading(std::function<Reading()> reading) { m_reading = std::move(reading); }

    /// Asks again for the newest rows and for those on screen.
    virtual void refresh() = 0;
    /// Lets the rows that were held back in.
    virtual void showNewest() = 0;
    virtual int rowOf(RowId id) const = 0;
    /// What Ctrl+C copies from this row; empty: nothing.
    virtual QString copyText(int row) const = 0;

    /// Newer rows that wait; countMayBeHigher() when there are more than one page of them.
    int heldBack() const { return m_heldBack; }
    bool countMayBeHigher() const { return m_heldBack >= PageSize; }
    /// At least one answer has been taken in since the question was set.
    bool isSettled() const { return m_settled; }
    bool hasMore() const { return m_hasMore; }

Q_SIGNALS:
    /// An answer has been taken in; rows may or may not have changed.
    void settled();
    void heldBackChanged(int count);
    void failed(const smsauth::Error &error);

protected:
    void setHeldBack(int count);

    std::function<Reading()> m_reading;
    bool m_settled = false;
    bool m_hasMore = false;

private:
    int m_heldBack = 0;
};

/// Record has an `id`; pages arrive with falling ids.
template<class Record>
class TableModel : public TableModelBase
{
public:
    struct Column
    {
        QString title;
        std::function<QVariant(const Record &record, int role)> value;
    };
    using Page = QList<Record>;
    /// At most `limit` rows with ids below `before` (0: from the newest).
    using Ask = std::function<QFuture<Result<Page>>(RowId before, int limit)>;
    using Accept = std::function<bool(const Record &record)>;

    explicit TableModel(QList<Column> columns, QObject *parent = nullptr)
        : TableModelBase(parent)
        , m_columns(std::move(columns))
    {
    }

    /// A new question: what was there goes, answers under way are dropped. `accept` leaves out what the question
    /// itself could not express; null: takes all.
    void setSource(Ask ask, Accept accept = {})
    {
        m_ask = std::move(ask);
        m_accept = std::move(accept);
        m_settled = false;
        reload();
    }

    bool hasSource() const { return bool(m_ask); }

    void refresh() override
    {
        if (!m_ask)
            return;
        if (m_newest.isWaiting()) {
            m_again = true; // one question at a time; what changed meanwhile is asked for afterwards
            return;
        }
        m_newest.ask(m_ask(0, PageSize), this, [this](const Result<Page> &page) { takeNewest(page); });
        refreshOnScreen();
    }

    void showNewest() override
    {
        m_release = true;
        m_newest.drop();
        m_again = false;
        refresh();
    }

    /// Keeps this row although the question no longer finds it, e.g. because it is selected. 0: none.
    void setKept(RowId id)
    {
        const RowId before = std::exchange(m_kept, id);
        if (before == 0 || before == id || m_orphan != before)
            return;
        m_orphan = 0;
        refresh();
    }
    /// True when the kept row is there only because it is kept.
    bool keptIsOrphan() const { return m_kept != 0 && m_orphan == m_kept; }
    /// Puts a newer state of a row in its place.
    void replace(const Record &record)
    {
        const int row = rowOf(record.id);
        if (row < 0)
            return;
        m_rows[row] = record;
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount({}) - 1));
    }

    const Record *record(int row) const { return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr; }
    const Record *recordOf(RowId id) const { return record(rowOf(id)); }
    const Page &records() const { return m_rows; }
    RowId newestId() const { return m_rows.isEmpty() ? 0 : m_rows.first().id; }

    int rowOf(RowId id) const override
    {
        const qsizetype row = lowerBound(id);
        return row < m_rows.size() && m_rows.at(row).id == id ? int(row) : -1;
    }
    QString copyText(int row) const override
    {
        for (int column = 0; column < m_columns.size(); ++column) {
            if (const QString text = index(row, column).data(CopyRole).toString(); !text.isEmpty())
                return text;
        }
        return {};
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const Record &record = m_rows.at(index.row());
        return role == IdRole ? QVariant(record.id) : m_columns.at(index.column()).value(record, role);
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
            return {};
        if (role == Qt::DisplayRole)
            return m_columns.at(section).title;
        if (role == Qt::TextAlignmentRole)
            return QVariant(Qt::AlignLeading | Qt::AlignVCenter);
        return {};
    }
    bool canFetchMore(const QModelIndex &parent) const override
    {
        return !parent.isValid() && m_hasMore && !m_older.isWaiting();
    }
    void fetchMore(const QModelIndex &parent) override
    {
        if (canFetchMore(parent))
            fetchOlder(0);
    }

private:
    /// Pages without one accepted row that are read at a stretch; the next scroll goes on from there.
    static constexpr int PagesAtAStretch = 25;

    void reload()
    {
        m_newest.drop();
        m_older.drop();
        m_onScreen.drop();
        m_again = false;
        m_release = true;
        m_kept = m_orphan = 0;
        m_hasMore = false;
        beginResetModel();
        m_rows.clear();
        endResetModel();
        setHeldBack(0);
        refresh();
    }

    void takeNewest(const Result<Page> &page)
    {
        if (!page.ok()) {
            m_again = false;
            Q_EMIT failed(page.error());
            return;
        }
        const bool release = std::exchange(m_release, false);
        const bool held = !release && !m_rows.isEmpty() && m_reading && m_reading().held;
        const bool full = page->size() >= PageSize;
        const bool gap = full && m_cursor != 0 && page->last().id > newestId();
        const bool first = !m_settled;
        m_settled = true;
        if (held)
            setHeldBack(int(std::count_if(page->begin(), page->end(), [this](const Record &record) {
                return record.id > newestId() && accepted(record);
            })));
        if (!held && (first || gap || m_rows.isEmpty()))
            replaceAll(*page, full);
        else if (!gap)
            merge(*page, 0, full ? page->last().id : 0, held ? newestId() : 0);
        if (!held)
            setHeldBack(0);
        Q_EMIT settled();
        if (m_rows.isEmpty() && m_hasMore)
            fetchOlder(0);
        if (std::exchange(m_again, false))
            refresh();
    }

    /// The rows on screen may lie below the newest page, and still change.
    void refreshOnScreen()
    {
        const RowId top = m_reading ? m_reading().topId : 0;
        const int row = rowOf(top);
        if (row < PageSize / 2)
            return;
        m_onScreen.ask(m_ask(top + 1, PageSize), this, [this, top](const Result<Page> &page) {
            if (page.ok())
                merge(*page, top + 1, page->size() < PageSize ? 0 : page->last().id, 0);
        });
    }

    void fetchOlder(int emptyPages)
    {
        m_older.ask(m_ask(m_cursor, PageSize), this, [this, emptyPages](const Result<Page> &page) {
            if (!page.ok()) {
                Q_EMIT failed(page.error());
                return;
            }
            m_hasMore = page->size() >= PageSize;
            if (!page->isEmpty())
                m_cursor = page->last().id;
            const qsizetype before = m_rows.size();
            append(*page);
            Q_EMIT settled();
            if (m_hasMore && m_rows.size() == before && emptyPages + 1 < PagesAtAStretch)
                fetchOlder(emptyPages + 1);
        });
    }

    void replaceAll(const Page &page, bool full)
    {
        m_older.drop();
        m_cursor = page.isEmpty() ? 0 : page.last().id;
        m_hasMore = full;
        beginResetModel();
        m_rows.clear();
        std::copy_if(page.begin(), page.end(), std::back_inserter(m_rows),
                     [this](const Record &record) { return accepted(record); });
        endResetModel();
    }

    void append(const Page &page)
    {
        Page rows;
        std::copy_if(page.begin(), page.end(), std::back_inserter(rows), [this](const Record &record) {
            return accepted(record) && (m_rows.isEmpty() || record.id < m_rows.last().id);
        });
        insert(m_rows.size(), rows);
    }

    /// Makes the rows with lower <= id < upper (0: no bound) the ones of the page, row by row, so that selection
    /// and place stay. Rows above `newest` (0: none) are left out.
    void merge(const Page &page, RowId upper, RowId lower, RowId newest)
    {
        qsizetype row = upper ? lowerBound(upper - 1) : 0;
        const qsizetype firstRow = row;
        Page fresh;
        for (const Record &record : page) {
            if (!accepted(record) || (newest && record.id > newest))
                continue;
            const bool known = rowOf(record.id) >= 0;
            if (!known && m_hasMore && record.id < m_rows.constLast().id)
                break; // below what is loaded: it comes with its own page
            if (!known) {
                row = insert(removeDown(row, record.id), {record});
                continue;
            }
            row = removeDown(row, record.id);
            m_rows[row++] = record;
            if (record.id == m_orphan)
                m_orphan = 0;
        }
        row = removeDown(row, lower ? lower - 1 : 0);
        if (row > firstRow)
            Q_EMIT dataChanged(index(int(firstRow), 0), index(int(row - 1), columnCount({}) - 1));
    }

    /// Removes from `row` on what lies above id; the row that is kept stays. The row after.
    qsizetype removeDown(qsizetype row, RowId id)
    {
        while (row < m_rows.size() && m_rows.at(row).id > id) {
            if (m_rows.at(row).id == m_kept) {
                m_orphan = m_kept;
                ++row;
                continue;
            }
            qsizetype end = row + 1;
            while (end < m_rows.size() && m_rows.at(end).id > id && m_rows.at(end).id != m_kept)
                ++end;
            beginRemoveRows({}, int(row), int(end - 1));
            m_rows.remove(row, end - row);
            endRemoveRows();
        }
        return row;
    }

    qsizetype insert(qsizetype row, const Page &records)
    {
        if (records.isEmpty())
            return row;
        beginInsertRows({}, int(row), int(row + records.size() - 1));
        m_rows.insert(row, records.size(), records.first());
        std::copy(records.begin(), records.end(), m_rows.begin() + row);
        endInsertRows();
        return row + records.size();
    }

    bool accepted(const Record &record) const { return !m_accept || m_accept(record); }
    /// The first row with an id <= id.
    qsizetype lowerBound(RowId id) const
    {
        const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), id,
                                            [](const Record &record, RowId wanted) { return record.id > wanted; });
        return found - m_rows.begin();
    }

    QList<Column> m_columns;
    Page m_rows;
    Ask m_ask;
    Accept m_accept;
    Latest m_newest, m_older, m_onScreen;
    RowId m_cursor = 0; ///< the oldest id that was read, accepted or not
    RowId m_kept = 0, m_orphan = 0;
    bool m_again = false;
    bool m_release = true;
};

} // namespace smsauth
