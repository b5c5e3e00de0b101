// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"
#include "ui/widgets/RowChanges.h"

#include <QList>
#include <algorithm>
#include <functional>
#include <utility>

namespace smsauth {

/// The rows of a list of records, with falling ids, and how an answer is worked into them row by row, so that
/// selection and place stay. Where answers come from is not its business.
template<class Record>
class RecordRows
{
public:
    using Page = QList<Record>;
    using Accept = std::function<bool(const Record &record)>;

    /// changes must outlive the rows.
    explicit RecordRows(RowChanges &changes)
        : m_changes(changes)
    {
    }

    const Page &all() const { return m_rows; }
    qsizetype size() const { return m_rows.size(); }
    bool isEmpty() const { return m_rows.isEmpty(); }
    RowId newestId() const { return m_rows.isEmpty() ? 0 : m_rows.first().id; }
    RowId oldestId() const { return m_rows.isEmpty() ? 0 : m_rows.last().id; }
    const Record *at(int row) const { return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr; }
    /// -1: there is no such row.
    int rowOf(RowId id) const
    {
        const qsizetype row = lowerBound(id);
        return row < m_rows.size() && m_rows.at(row).id == id ? int(row) : -1;
    }

    /// Leaves out what a question itself could not express; null: takes all.
    void setAccept(Accept accept) { m_accept = std::move(accept); }
    bool accepts(const Record &record) const { return !m_accept || m_accept(record); }

    /// Keeps this row although an answer no longer holds it; 0: none. True: the row that was kept before was there
    /// only because of that, and goes with the next answer.
    bool keep(RowId id)
    {
        const RowId before = std::exchange(m_kept, id);
        const bool wasOrphan = before != 0 && before != id && m_orphan == before;
        if (wasOrphan)
            m_orphan = 0;
        return wasOrphan;
    }
    /// The kept row is there only because it is kept.
    bool keptIsOrphan() const { return m_kept != 0 && m_orphan == m_kept; }

    void clear()
    {
        m_kept = m_orphan = 0;
        reset({});
    }
    /// These rows instead of all that there were.
    void reset(const Page &page)
    {
        m_changes.beginReset();
        m_rows.clear();
        std::copy_if(page.begin(), page.end(), std::back_inserter(m_rows),
                     [this](const Record &record) { return accepts(record); });
        m_changes.endReset();
    }
    /// Puts a newer state of a row in its place.
    void replace(const Record &record)
    {
        const int row = rowOf(record.id);
        if (row < 0)
            return;
        m_rows[row] = record;
        m_changes.changed(row, row);
    }
    /// Rows above the first one, all of which fit.
    void prepend(const Page &page) { insert(0, page); }
    /// What of the page lies below the last row.
    void append(const Page &page)
    {
        Page rows;
        std::copy_if(page.begin(), page.end(), std::back_inserter(rows), [this](const Record &record) {
            return accepts(record) && (m_rows.isEmpty() || record.id < m_rows.last().id);
        });
        insert(m_rows.size(), rows);
    }
    void remove(qsizetype row, qsizetype count)
    {
        m_changes.beginRemove(int(row), int(row + count - 1));
        m_rows.remove(row, count);
        m_changes.endRemove();
    }

    /// Makes the rows with lower <= id < upper (0: no bound) the ones of the page. Rows above `newest` (0: none)
    /// are left out. hasMore: below the last row there are others, which come with a page of their own.
    void merge(const Page &page, RowId upper, RowId lower, RowId newest, bool hasMore)
    {
        qsizetype row = upper ? lowerBound(upper - 1) : 0;
        const qsizetype firstRow = row;
        for (const Record &record : page) {
            if (!accepts(record) || (newest && record.id > newest))
                continue;
            const bool known = rowOf(record.id) >= 0;
            if (!known && hasMore && !m_rows.isEmpty() && record.id < m_rows.constLast().id)
                break;
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
            m_changes.changed(int(firstRow), int(row - 1));
    }

private:
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
            remove(row, end - row);
        }
        return row;
    }
    qsizetype insert(qsizetype row, const Page &records)
    {
        if (records.isEmpty())
            return row;
        m_changes.beginInsert(int(row), int(row + records.size() - 1));
        m_rows.insert(row, records.size(), records.first());
        std::copy(records.begin(), records.end(), m_rows.begin() + row);
        m_changes.endInsert();
        return row + records.size();
    }
    /// The first row with an id <= id.
    qsizetype lowerBound(RowId id) const
    {
        const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), id,
                                            [](const Record &record, RowId wanted) { return record.id > wanted; });
        return found - m_rows.begin();
    }

    RowChanges &m_changes;
    Page m_rows;
    Accept m_accept;
    RowId m_kept = 0, m_orphan = 0;
};

} // namespace smsauth
