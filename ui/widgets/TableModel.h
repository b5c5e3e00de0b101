// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Latest.h"
#include "ui/widgets/RecordRows.h"
#include "ui/widgets/TableModelBase.h"

#include <QElapsedTimer>
#include <algorithm>

namespace smsauth {

/// What is asked, when, and how much of it is kept near the reader; the rows themselves are RecordRows. Record has
/// an `id`; pages arrive with falling ids.
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
    struct Question
    {
        RowId before = 0; ///< only ids below; 0: from the newest
        RowId after = 0;  ///< only ids above
        bool upwards = false;
        int limit = PageSize;
    };
    /// Rows with falling ids. It may hold fewer than asked for before the end.
    struct Slice
    {
        Page rows;
        RowId next = 0; ///< where to go on: `before` or (upwards) `after` of the next question; 0: that was the end
        std::optional<Timestamp> searchedBackTo;
        RowId newest = 0; ///< of all there are, whether they fit or not
    };
    using Search = std::function<QFuture<Result<Slice>>(const Question &question)>;
    /// At most `limit` rows with ids below `before` (0: from the newest).
    using Ask = std::function<QFuture<Result<Page>>(RowId before, int limit)>;
    using Accept = typename RecordRows<Record>::Accept;

    explicit TableModel(QList<Column> columns, QObject *parent = nullptr)
        : TableModelBase(parent)
        , m_columns(std::move(columns))
        , m_rows(*this)
    {
    }

    /// A new question: what was there goes, answers under way are dropped. `accept` leaves out what the question
    /// itself could not express; null: takes all.
    void setSource(Ask ask, Accept accept = {})
    {
        m_rows.setAccept(std::move(accept));
        m_bothWays = false;
        reload([ask = std::move(ask)](const Question &question) {
            return ask(question.before, question.limit).then([limit = question.limit](const Result<Page> &page) {
                return page ? Result<Slice>(wholeSlice(*page, limit)) : Result<Slice>(page.error());
            });
        });
    }
    /// As above, for lists of any length: the search can answer both ways and before it has found a page. Only
    /// MostRows near the reader are kept.
    void setSearch(Search search)
    {
        m_rows.setAccept({});
        m_bothWays = true;
        reload(std::move(search));
    }
    static constexpr int MostRows = 3000;

    bool hasSource() const override { return bool(m_search); }

    void refresh() override
    {
        if (!m_search)
            return;
        if (m_newest.isWaiting() || m_rest.isActive()) {
            m_again = true; // one question at a time; what changed meanwhile is asked for afterwards
            return;
        }
        m_asked.start();
        m_newest.ask(m_search({}), this, [this](const Result<Slice> &slice) { takeNewest(slice); });
        refreshOnScreen();
    }

    void showNewest() override
    {
        m_release = true;
        m_newest.drop();
        m_rest.stop();
        m_again = false;
        refresh();
    }
    void searchOn() override
    {
        if (m_hasMore && !m_older.isWaiting())
            fetchOlder(0, 0);
    }
    void stopSearch() override
    {
        m_older.drop();
        Q_EMIT settled();
    }
    bool isSearching() const override { return m_older.isWaiting() || (!m_settled && m_newest.isWaiting()); }
    void fetchNewer() override
    {
        if (!m_atNewest && !m_newer.isWaiting())
            fetchAbove(m_rows.newestId(), 0);
    }

    /// Keeps this row although the question no longer finds it, e.g. because it is selected. 0: none.
    void setKept(RowId id)
    {
        if (m_rows.keep(id))
            refresh();
    }
    /// True when the kept row is there only because it is kept.
    bool keptIsOrphan() const { return m_rows.keptIsOrphan(); }
    /// Puts a newer state of a row in its place.
    void replace(const Record &record) { m_rows.replace(record); }

    const Record *record(int row) const { return m_rows.at(row); }
    const Record *recordOf(RowId id) const { return record(rowOf(id)); }
    const Page &records() const { return m_rows.all(); }
    RowId newestId() const { return m_rows.newestId(); }

    int rowOf(RowId id) const override { return m_rows.rowOf(id); }
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
        const Record &record = *m_rows.at(index.row());
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
        // A search that found little goes on when it is asked to, not because the view looks for more.
        return !parent.isValid() && m_hasMore && !m_searchedBackTo && !m_older.isWaiting();
    }
    void fetchMore(const QModelIndex &parent) override
    {
        if (canFetchMore(parent))
            fetchOlder(0, 0);
    }

private:
    /// Answers that are read at a stretch for one page of rows; the next scroll goes on from there.
    static constexpr int SlicesAtAStretch = 25;

    static Slice wholeSlice(const Page &page, int limit)
    {
        return {page, page.size() >= limit ? page.last().id : 0, {}, page.isEmpty() ? 0 : page.first().id};
    }

    void reload(Search search)
    {
        m_search = std::move(search);
        m_newest.drop();
        m_older.drop();
        m_newer.drop();
        m_onScreen.drop();
        m_rest.stop();
        m_searchedBackTo.reset();
        m_settled = m_again = m_hasMore = false;
        m_release = m_atNewest = true;
        m_cursor = m_seen = 0;
        m_rows.clear();
        setHeldBack(0);
        refresh();
    }

    void takeNewest(const Result<Slice> &slice)
    {
        rest(milliseconds(m_asked.elapsed()));
        if (!slice.ok()) {
            m_again = false;
            Q_EMIT failed(slice.error());
            return;
        }
        const Page &page = slice->rows;
        const bool release = std::exchange(m_release, false);
        const bool held = !release && !m_rows.isEmpty() && (!m_atNewest || (m_reading && m_reading().held));
        const bool gap = slice->next > m_seen;
        const bool afresh = !held && (!m_settled || gap || !m_atNewest);
        m_settled = true;
        if (held)
            setHeldBack(int(std::count_if(page.begin(), page.end(), [this](const Record &record) {
                return record.id > m_seen && m_rows.accepts(record);
            })));
        if (afresh)
            replaceAll(*slice);
        else if (!gap && m_atNewest)
            m_rows.merge(page, 0, slice->next, held ? m_seen : 0, m_hasMore);
        if (!held) {
            m_seen = std::max(slice->newest, newestId());
            setHeldBack(0);
        }
        const bool tooFew = m_rows.isEmpty() || (afresh && m_rows.size() < wanted());
        if (tooFew && (afresh || !m_bothWays) && m_hasMore && !m_older.isWaiting())
            fetchOlder(int(m_rows.size()), 0);
        Q_EMIT settled();
        if (!m_rest.isActive() && std::exchange(m_again, false))
            refresh();
    }

    /// The rows on screen may lie below the newest page, and still change.
    void refreshOnScreen()
    {
        const RowId top = m_reading ? m_reading().topId : 0;
        const int row = rowOf(top);
        if (row < (m_atNewest ? PageSize / 2 : 0))
            return;
        m_onScreen.ask(m_search({.before = top + 1}), this, [this, top](const Result<Slice> &slice) {
            if (slice.ok())
                m_rows.merge(slice->rows, top + 1, slice->next, 0, m_hasMore);
        });
    }

    /// A search goes on until it has a page; where the model itself leaves rows out, one row is enough.
    int wanted() const { return m_bothWays ? PageSize : 1; }

    void fetchOlder(int found, int slices)
    {
        m_older.ask(m_search({.before = m_cursor}), this, [this, found, slices](const Result<Slice> &slice) {
            if (!slice.ok()) {
                Q_EMIT failed(slice.error());
                return;
            }
            goOnFrom(*slice);
            const qsizetype before = m_rows.size();
            m_rows.append(slice->rows);
            const int now = found + int(m_rows.size() - before);
            trimTop();
            if (now >= wanted())
                m_searchedBackTo.reset(); // that was a page: the next one is a matter of scrolling
            else if (m_hasMore && slices + 1 < SlicesAtAStretch)
                fetchOlder(now, slices + 1);
            Q_EMIT settled();
        });
    }

    void goOnFrom(const Slice &slice)
    {
        m_hasMore = slice.next > 0;
        m_cursor = m_hasMore ? slice.next : (slice.rows.isEmpty() ? m_cursor : slice.rows.last().id);
        m_searchedBackTo = m_hasMore && slice.rows.size() < PageSize ? slice.searchedBackTo : std::nullopt;
    }

    void fetchAbove(RowId after, int slices)
    {
        m_newer.ask(m_search({.after = after, .upwards = true}), this, [this, slices](const Result<Slice> &slice) {
            if (!slice.ok()) {
                Q_EMIT failed(slice.error());
                return;
            }
            m_rows.prepend(slice->rows);
            m_atNewest = slice->next == 0;
            if (m_atNewest)
                m_seen = std::max(slice->newest, newestId());
            trimBottom();
            if (!m_atNewest && slice->rows.isEmpty() && slices + 1 < SlicesAtAStretch)
                fetchAbove(slice->next, slices + 1);
            Q_EMIT settled();
        });
    }

    void trimTop()
    {
        const qsizetype many = m_rows.size() - MostRows;
        if (!m_bothWays || many <= 0)
            return;
        m_newer.drop();
        m_atNewest = false;
        m_rows.remove(0, many);
    }

    void trimBottom()
    {
        if (m_rows.size() <= MostRows)
            return;
        m_older.drop();
        m_rows.remove(MostRows, m_rows.size() - MostRows);
        m_hasMore = true;
        m_cursor = m_rows.oldestId();
        m_searchedBackTo.reset();
    }

    void replaceAll(const Slice &slice)
    {
        m_older.drop();
        m_newer.drop();
        m_cursor = 0;
        m_atNewest = true;
        goOnFrom(slice);
        m_rows.reset(slice.rows);
    }

    QList<Column> m_columns;
    RecordRows<Record> m_rows;
    Search m_search;
    Latest m_newest, m_older, m_newer, m_onScreen;
    QElapsedTimer m_asked; ///< for the newest rows
    RowId m_cursor = 0;    ///< where to go on below; the oldest id that was looked at, fitting or not
    RowId m_seen = 0;      ///< rows above it are new to whoever reads
    bool m_release = true;
    bool m_bothWays = false;
};

} // namespace smsauth
