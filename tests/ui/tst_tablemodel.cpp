// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TableModel.h"

#include <QAbstractItemModelTester>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

struct Note
{
    RowId id = 0;
    QString text;
};
using Notes = QList<Note>;
using NoteModel = TableModel<Note>;

/// A store that answers questions, at once or when it is told to.
struct Store
{
    Notes rows; // newest first
    bool slow = false;
    bool broken = false;
    int asked = 0;
    QList<std::function<void()>> waiting;

    void add(RowId first, RowId last)
    {
        for (RowId id = first; id <= last; ++id)
            rows.prepend({id, u"note %1"_s.arg(id)});
    }
    void answerAll()
    {
        for (const auto &answer : std::exchange(waiting, {}))
            answer();
    }
    QFuture<Result<Notes>> page(RowId before, int limit)
    {
        ++asked;
        auto promise = std::make_shared<QPromise<Result<Notes>>>();
        promise->start();
        const auto answer = [this, before, limit, promise] {
            Notes found;
            for (const Note &row : rows) {
                if ((before == 0 || row.id < before) && found.size() < limit)
                    found.append(row);
            }
            promise->addResult(broken ? Result<Notes>(ErrorCode::Storage) : Result<Notes>(found));
            promise->finish();
        };
        if (slow)
            waiting.append(answer);
        else
            answer();
        return promise->future();
    }
    NoteModel::Ask ask()
    {
        return [this](RowId before, int limit) { return page(before, limit); };
    }
};

/// A store that answers both ways.
NoteModel::Search searchIn(const Store &store)
{
    return [&store](const NoteModel::Question &question) {
        NoteModel::Slice slice;
        slice.newest = store.rows.first().id;
        for (qsizetype i = 0; i < store.rows.size() && slice.next == 0; ++i) {
            const Note &row = store.rows.at(question.upwards ? store.rows.size() - 1 - i : i);
            if (row.id <= question.after || (question.before > 0 && row.id >= question.before))
                continue;
            question.upwards ? slice.rows.prepend(row) : slice.rows.append(row);
            if (slice.rows.size() == question.limit)
                slice.next = row.id;
        }
        QPromise<Result<NoteModel::Slice>> promise;
        promise.start();
        promise.addResult(Result<NoteModel::Slice>(slice));
        promise.finish();
        return promise.future();
    };
}

QList<NoteModel::Column> columns()
{
    return {{u"Text"_s, [](const Note &note, int role) {
                 return role == Qt::DisplayRole || role == CopyRole ? QVariant(note.text) : QVariant();
             }}};
}

QList<RowId> ids(const NoteModel &model)
{
    QList<RowId> found;
    for (const Note &note : model.records())
        found.append(note.id);
    return found;
}

} // namespace

class TestTableModel : public QObject
{
    Q_OBJECT

private:
    Store store;
    bool held = false;
    RowId topId = 0;

private Q_SLOTS:
    void init()
    {
        store = {};
        held = false;
        topId = 0;
    }

    void showsWhatTheAnswerHolds()
    {
        store.add(1, 3);
        NoteModel model(columns());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy settled(&model, &TableModelBase::settled);
        QVERIFY(!model.isSettled());
        model.setSource(store.ask());
        QCOMPARE(model.rowCount(), 0); // never at once
        QVERIFY(settled.wait());
        QVERIFY(model.isSettled());
        QCOMPARE(ids(model), QList<RowId>({3, 2, 1}));
        QCOMPARE(model.index(1, 0).data().toString(), u"note 2"_s);
        QCOMPARE(model.index(1, 0).data(IdRole).toLongLong(), 2);
        QCOMPARE(model.copyText(0), u"note 3"_s);
        QCOMPARE(model.rowOf(1), 2);
        QCOMPARE(model.rowOf(7), -1);
        QVERIFY(!model.hasMore());
    }

    /// Rows come, go and change without a reset: a selection would survive.
    void refreshChangesOnlyWhatChanged()
    {
        store.add(1, 6);
        NoteModel model(columns());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy settled(&model, &TableModelBase::settled);
        model.setSource(store.ask());
        QVERIFY(settled.wait());
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex four = model.index(model.rowOf(4), 0);

        store.rows.removeIf([](const Note &note) { return note.id == 5 || note.id <= 2; });
        for (Note &note : store.rows) {
            if (note.id == 4)
                note.text = u"changed"_s;
        }
        store.add(7, 9);
        model.refresh();
        QVERIFY(settled.wait());
        QCOMPARE(ids(model), QList<RowId>({9, 8, 7, 6, 4, 3}));
        QCOMPARE(reset.count(), 0);
        QVERIFY(four.isValid());
        QCOMPARE(four.data().toString(), u"changed"_s);
        QCOMPARE(four.row(), 4);
    }

    void holdsNewRowsBackWhileOneReads()
    {
        store.add(1, 3);
        NoteModel model(columns());
        model.setReading([this] { return TableModelBase::Reading{held, topId}; });
        QSignalSpy settled(&model, &TableModelBase::settled);
        QSignalSpy waiting(&model, &TableModelBase::heldBackChanged);
        held = true; // nothing is read in an empty list: the first answer comes in
        model.setSource(store.ask());
        QVERIFY(settled.wait());
        QCOMPARE(model.rowCount(), 3);

        store.add(4, 5);
        store.rows.last().text = u"still up to date"_s;
        model.refresh();
        QVERIFY(settled.wait());
        QCOMPARE(ids(model), QList<RowId>({3, 2, 1}));
        QCOMPARE(model.records().last().text, u"still up to date"_s);
        QCOMPARE(model.heldBack(), 2);
        QCOMPARE(waiting.takeLast().first().toInt(), 2);

        model.showNewest();
        QVERIFY(settled.wait());
        QCOMPARE(ids(model), QList<RowId>({5, 4, 3, 2, 1}));
        QCOMPARE(model.heldBack(), 0);

        store.add(6, 6);
        held = false; // nobody reads: it follows
        model.refresh();
        QVERIFY(settled.wait());
        QCOMPARE(model.newestId(), 6);
    }

    void readsOlderPagesOnDemand()
    {
        store.add(1, 450);
        NoteModel model(columns());
        QSignalSpy settled(&model, &TableModelBase::settled);
        model.setSource(store.ask());
        QVERIFY(settled.wait());
        QCOMPARE(model.rowCount(), 200);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QVERIFY(!model.canFetchMore({})); // one question at a time
        QVERIFY(settled.wait());
        QCOMPARE(model.rowCount(), 400);
        model.fetchMore({});
        QVERIFY(settled.wait());
        QCOMPARE(model.rowCount(), 450);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.records().last().id, 1);
    }

    void keepsOlderPagesWhenTheNewestChange()
    {
        store.add(1, 450);
        NoteModel model(columns());
        QSignalSpy settled(&model, &TableModelBase::settled);
        model.setSource(store.ask());
        QVERIFY(settled.wait());
        model.fetchMore({});
        QVERIFY(settled.wait());
        store.add(451, 460);
        model.refresh();
        QVERIFY(settled.wait());
        QCOMPARE(model.rowCount(), 410);
        model.fetchMore({});
        QVERIFY(settled.wait());
        QCOMPARE(model.rowCount(), 460);
    }

    /// More than a page came in one go: what lies between is not known, so the list starts afresh.
    void startsAfreshAfterAGap()
    {
        store.add(1, 10);
        NoteModel model(columns());
        QSignalSpy settled(&model, &TableModelBase::settled);
        model.setSource(store.ask());
        QVERIFY(settled.wait());
        store.add(11, 500);
        model.refresh();
        QVERIFY(settled.wait());
        QCOMPARE(model.rowCount(), 200);
        QCOMPARE(model.newestId(), 500);
        while (model.canFetchMore({})) {
            model.fetchMore({});
            QVERIFY(settled.wait());
        }
        QCOMPARE(model.rowCount(), 500);
    }

    void saysWhenMoreThanAPageWaits()
    {
        store.add(1, 10);
        NoteModel model(columns());
        model.setReading([this] { return TableModelBase::Reading{held, topId}; });
        QSignalSpy settled(&model, &TableModelBase::settled);
        model.setSource(store.ask());
        QVERIFY(settled.wait());
        held = true;
        store.add(11, 500);
        model.refresh();
        QVERIFY(settled.wait());
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.heldBack(), 200);
        QVERIFY(model.countMayBeHigher());
        model.showNewest();
        QVERIFY(settled.wait());
        QCOMPARE(model.newestId(), 500);
    }

    void refreshesWhatIsOnScreenFarBelow()
    {
        store.add(1, 600);
        NoteModel model(columns());
        model.setReading([this] { return TableModelBase::Reading{true, topId}; });
        QSignalSpy settled(&model, &TableModelBase::settled);
        model.setSource(store.ask());
        QVERIFY(settled.wait());
        model.fetchMore({});
        QVERIFY(settled.wait());
        topId = 260;
        for (Note &note : store.rows) {
            if (note.id == 255)
                note.text = u"sent"_s;
        }
        model.refresh();
        QTRY_COMPARE(model.recordOf(255)->text, u"sent"_s);
        QCOMPARE(model.rowCount(), 400);
    }

    void leavesOutWhatIsNotAccepted()
    {
        store.add(1, 1000);
        store.rows.last().text = u"needle"_s;
        NoteModel model(columns());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSource(store.ask(), [](const Note &note) { return note.text == u"needle"; });
        QTRY_COMPARE(model.rowCount(), 1); // it goes on by itself while it has nothing to show
        QTRY_VERIFY(!model.hasMore());
        QCOMPARE(model.newestId(), 1);
    }

    void keepsTheRowThatIsSelected()
    {
        store.add(1, 4);
        NoteModel model(columns());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy settled(&model, &TableModelBase::settled);
        model.setSource(store.ask());
        QVERIFY(settled.wait());
        model.setKept(2);
        store.rows.removeIf([](const Note &note) { return note.id <= 3; });
        model.refresh();
        QVERIFY(settled.wait());
        QCOMPARE(ids(model), QList<RowId>({4, 2}));
        QVERIFY(model.keptIsOrphan());
        model.replace({2, u"used"_s});
        QCOMPARE(model.recordOf(2)->text, u"used"_s);
        model.refresh();
        QVERIFY(settled.wait());
        QCOMPARE(model.recordOf(2)->text, u"used"_s);
        model.setKept(4);
        QVERIFY(settled.wait());
        QCOMPARE(ids(model), QList<RowId>({4}));
    }

    void dropsAnswersToOldQuestions()
    {
        Store other;
        other.add(50, 51);
        store.add(1, 3);
        store.slow = true;
        NoteModel model(columns());
        QSignalSpy settled(&model, &TableModelBase::settled);
        model.setSource(store.ask());
        model.setSource(other.ask());
        QVERIFY(settled.wait());
        QCOMPARE(ids(model), QList<RowId>({51, 50}));
        store.answerAll();
        QCoreApplication::processEvents();
        QCOMPARE(ids(model), QList<RowId>({51, 50}));
        QCOMPARE(settled.count(), 1);
    }

    void asksOnceMoreAfterABurst()
    {
        store.slow = true;
        NoteModel model(columns());
        QSignalSpy settled(&model, &TableModelBase::settled);
        model.setSource(store.ask());
        for (int i = 0; i < 100; ++i)
            model.refresh();
        QCOMPARE(store.asked, 1);
        store.answerAll();
        QVERIFY(settled.wait());
        QCOMPARE(store.asked, 2);
    }

    void reportsAnErrorAndKeepsTheRows()
    {
        store.add(1, 3);
        NoteModel model(columns());
        QSignalSpy settled(&model, &TableModelBase::settled);
        QSignalSpy failed(&model, &TableModelBase::failed);
        model.setSource(store.ask());
        QVERIFY(settled.wait());
        store.broken = true;
        model.refresh();
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Storage);
        QCOMPARE(model.rowCount(), 3);
        store.broken = false;
        model.refresh();
        QVERIFY(settled.wait());
    }

    /// Of a long list only what is near the reader is kept; what was let go comes back, and in order.
    void keepsLittleOfALongList()
    {
        store.add(1, 9000);
        NoteModel model(columns());
        QSignalSpy settled(&model, &TableModelBase::settled);
        model.setSearch(searchIn(store));
        QVERIFY(settled.wait());
        while (model.hasMore()) {
            model.fetchMore({});
            QVERIFY(settled.wait());
            QVERIFY(model.rowCount() <= NoteModel::MostRows);
        }
        QCOMPARE(model.records().last().id, 1);
        QCOMPARE(model.newestId(), NoteModel::MostRows);
        QVERIFY(!model.isAtNewest());

        // What is new meanwhile is counted, and moves nothing.
        store.add(9001, 9003);
        model.refresh();
        QVERIFY(settled.wait());
        QCOMPARE(model.heldBack(), 3);
        QCOMPARE(model.newestId(), NoteModel::MostRows);

        while (!model.isAtNewest()) {
            model.fetchNewer();
            QVERIFY(settled.wait());
            QVERIFY(model.rowCount() <= NoteModel::MostRows);
        }
        QCOMPARE(model.newestId(), 9003);
        for (int row = 1; row < model.rowCount(); ++row)
            QCOMPARE(model.record(row)->id, model.record(row - 1)->id - 1);
        QVERIFY(model.hasMore());
        model.fetchMore({});
        QVERIFY(settled.wait());

        model.showNewest();
        QVERIFY(settled.wait());
        QCOMPARE(model.newestId(), 9003);
        QCOMPARE(model.heldBack(), 0);
    }

    void survivesAnAnswerAfterItsEnd()
    {
        store.slow = true;
        {
            NoteModel model(columns());
            model.setSource(store.ask());
        }
        store.answerAll();
        QCoreApplication::processEvents();
        QCOMPARE(store.asked, 1);
    }
};

QTEST_GUILESS_MAIN(TestTableModel)
#include "tst_tablemodel.moc"
