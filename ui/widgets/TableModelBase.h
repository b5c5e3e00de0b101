// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"
#include "ui/widgets/RowChanges.h"

#include <QAbstractTableModel>
#include <QTimer>
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
class TableModelBase : public QAbstractTableModel, protected RowChanges
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

    explicit TableModelBase(QObject *parent = nullptr);

    void setReading(std::function<Reading()> reading) { m_reading = std::move(reading); }

    /// Asks again for the newest rows and for those on screen.
    virtual void refresh() = 0;
    /// Lets the rows that were held back in.
    virtual void showNewest() = 0;
    /// Goes on with a search that ended before it had found a page of rows.
    virtual void searchOn() = 0;
    /// Ends a search that is under way; searchOn() goes on with it.
    virtual void stopSearch() = 0;
    /// Reads the rows above the first one, when those of a long list were let go; see isAtNewest().
    virtual void fetchNewer() = 0;
    virtual bool hasSource() const = 0;
    virtual int rowOf(RowId id) const = 0;
    /// What Ctrl+C copies from this row; empty: nothing.
    virtual QString copyText(int row) const = 0;

    /// Newer rows that wait; countMayBeHigher() when there are more than one page of them.
    int heldBack() const { return m_heldBack; }
    bool countMayBeHigher() const { return m_heldBack >= PageSize; }
    /// At least one answer has been taken in since the question was set.
    bool isSettled() const { return m_settled; }
    bool hasMore() const { return m_hasMore; }
    /// False when the list begins below the newest row: of a long one only what is near the reader is kept.
    bool isAtNewest() const { return m_atNewest; }
    /// Looks for more rows just now.
    virtual bool isSearching() const = 0;
    /// How far a search has come that has not found a page of rows yet; none: no such search.
    std::optional<Timestamp> searchedBackTo() const { return m_searchedBackTo; }

Q_SIGNALS:
    /// An answer has been taken in; rows may or may not have changed.
    void settled();
    void heldBackChanged(int count);
    void failed(const smsauth::Error &error);

protected:
    void setHeldBack(int count);
    /// After a question that took so long, the next one waits: what changes all the time is not asked for all the
    /// time.
    void rest(milliseconds took);

    void beginInsert(int first, int last) override { beginInsertRows({}, first, last); }
    void endInsert() override { endInsertRows(); }
    void beginRemove(int first, int last) override { beginRemoveRows({}, first, last); }
    void endRemove() override { endRemoveRows(); }
    void beginReset() override { beginResetModel(); }
    void endReset() override { endResetModel(); }
    void changed(int first, int last) override
    {
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    }

    std::function<Reading()> m_reading;
    std::optional<Timestamp> m_searchedBackTo;
    QTimer m_rest;
    bool m_settled = false;
    bool m_hasMore = false;
    bool m_atNewest = true;
    bool m_again = false; ///< something has changed since the newest rows were asked for

private:
    int m_heldBack = 0;
};

} // namespace smsauth
