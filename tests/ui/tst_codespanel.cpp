// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/PanelTest.h"
#include "ui/panels/CodesPanel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FilterBar.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/RecordDetails.h"
#include "ui/widgets/RecordTable.h"
#include "ui/widgets/Ticker.h"

#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestCodesPanel : public QObject, private PanelTest
{
    Q_OBJECT

private:
    RecordTable *table = nullptr;

    QString cell(int row, int column) { return table->model()->index(row, column).data().toString(); }
    RecordDetails *details() { return panel->findChild<RecordDetails *>(); }

    QAction *action(const QString &text)
    {
        for (QAction *candidate : panel->findChildren<QAction *>()) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }
    void open(milliseconds undoTime = UndoTime)
    {
        makePage(makeCodesPanel, undoTime);
        table = panel->findChild<RecordTable *>();
    }
    void chooseFirst()
    {
        showPanel(*panel);
        QTRY_VERIFY(table->model()->rowCount() > 0);
        QTRY_COMPARE(fixture->status.current().mode, admin().statusNow.mode);
        table->selectRow(0);
        settle();
    }

private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void cleanupTestCase() { theme.reset(); }
    void init() { open(); }
    void cleanup() { dropPage(); }

    void asksNothingWhileHidden()
    {
        admin().signIn(PanelFixture::phone(1));
        settle();
        QCOMPARE(admin().count(u"codes"_s), 0);
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 1);
    }

    void saysWhatToDoWhenEmpty()
    {
        showPanel(*panel);
        QTRY_VERIFY(table->emptyState()->isVisible());
        QVERIFY(table->emptyState()->text().startsWith(
            u"No live codes. They appear here when an app calls POST /auth/sign-in/."_s));
        QTest::mouseClick(table->emptyState()->button(), Qt::LeftButton);
        QCOMPARE(fixture->opened, (QList<QPair<QString, QString>>{{u"try-it"_s, QString()}}));
        picture(*panel, u"codes-empty"_s);
    }

    void showsLiveCodes()
    {
        admin().signIn(PanelFixture::phone(1), u"0042"_s);
        admin().signIn(PanelFixture::phone(2), u"4821"_s);
        admin().addCode(PanelFixture::phone(3), CodeState::Used);
        admin().codeRows[1].tries = 2;
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(cell(0, 0), u"+1 202-555-0102"_s);
        QCOMPARE(cell(0, 1), u"4821"_s);
        QCOMPARE(cell(0, 3), u"2/5"_s);
        QCOMPARE(cell(0, 4), u"Delivered"_s);
        QCOMPARE(cell(0, 5), u"Live"_s);
        QCOMPARE(cell(1, 1), u"0042"_s);
        QVERIFY(!table->emptyState()->isVisible());
        QCOMPARE(panel->badge(admin().statusNow), u"2"_s);
    }

    void showsFinishedOnesOnDemand()
    {
        admin().signIn(PanelFixture::phone(1));
        admin().addCode(PanelFixture::phone(3), CodeState::Used);
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        panel->findChild<QCheckBox *>()->click();
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(cell(0, 5), u"Used"_s);
        QCOMPARE(cell(0, 1), u"–"_s);
        panel->findChild<QCheckBox *>()->click();
        QTRY_COMPARE(table->model()->rowCount(), 1);
    }

    void copiesInThreeWays()
    {
        admin().signIn(PanelFixture::phone(1), u"0042"_s);
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        const QPoint middle = table->visualRect(table->model()->index(0, 0)).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, middle);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, middle);
        QTest::mouseClick(control<QPushButton>(*panel, u"Copy code"_s), Qt::LeftButton);
        const QRect code = table->visualRect(table->model()->index(0, 1));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, QPoint(code.right() - 18, code.center().y()));
        QCOMPARE(fixture->copied, QStringList(4, u"0042"_s));
    }

    void hidesCodesInLiveMode()
    {
        fixture->goLive();
        admin().signIn(PanelFixture::phone(1), u"4821"_s);
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(cell(0, 1), u"••••"_s);
        QTRY_COMPARE(cell(0, 0), u"+1202•••0101"_s);
        table->selectRow(0);
        settle();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(fixture->copied.isEmpty());
        QVERIFY(!control<QPushButton>(*panel, u"Copy code"_s)); // nothing to copy, until a person asks to see it
        QVERIFY(!details()->plainText().contains(u"4821"_s));
    }

    void revealsALiveCodeWhenAPersonAgrees()
    {
        fixture->goLive();
        const RowId id = (admin().signIn(PanelFixture::phone(1)), admin().codeRows.first().id);
        chooseFirst();
        QTest::mouseClick(control<QPushButton>(*panel, u"Reveal the code"_s), Qt::LeftButton);
        auto *box = panel->findChild<QMessageBox *>();
        QVERIFY(box);
        QVERIFY(!box->text().contains(u"+12025550101"_s)); // a whole number is nobody's business here
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
        box->button(QMessageBox::Cancel)->click();
        settle();
        QCOMPARE(admin().count(u"revealCode"_s), 0);
        QTRY_VERIFY(!panel->findChild<QMessageBox *>());

        QTest::mouseClick(control<QPushButton>(*panel, u"Reveal the code"_s), Qt::LeftButton);
        panel->findChild<QMessageBox *>()->buttons().constFirst()->click();
        QTRY_VERIFY(details()->plainText().contains(u"4821"_s));
        QCOMPARE(admin().last(u"revealCode"_s).value(u"id"_s).toLongLong(), id);
        QTest::mouseClick(control<QPushButton>(*panel, u"Copy code"_s), Qt::LeftButton);
        QCOMPARE(fixture->copied, QStringList{u"4821"_s});
        QCOMPARE(cell(0, 1), u"••••"_s); // only there where it was asked for
        table->chooseNothing();
        settle();
        table->selectRow(0);
        settle();
        QVERIFY(!details()->plainText().contains(u"4821"_s));
    }

    void saysWhyItCannotReveal()
    {
        fixture->goLive();
        admin().signIn(PanelFixture::phone(1));
        admin().fail(u"revealCode"_s, {ErrorCode::SecretsUnavailable, u"the key of this code is gone"_s});
        chooseFirst();
        QTest::mouseClick(control<QPushButton>(*panel, u"Reveal the code"_s), Qt::LeftButton);
        panel->findChild<QMessageBox *>()->buttons().constFirst()->click();
        QTRY_VERIFY(!fixture->notices.isEmpty());
        QVERIFY(fixture->notices.last().isError);
        QVERIFY(fixture->notices.last().text.contains(u"The key that sealed this code is gone"_s));
        QVERIFY(control<QPushButton>(*panel, u"Reveal the code"_s)->isEnabled());
    }

    void carriesACodeToWhereItIsVerified()
    {
        admin().signIn(PanelFixture::phone(1), u"0042"_s);
        chooseFirst();
        QTest::mouseClick(control<QPushButton>(*panel, u"Verify with it"_s), Qt::LeftButton);
        QCOMPARE(fixture->used, (QList<QPair<PhoneNumber, QString>>{{PanelFixture::phone(1), u"0042"_s}}));
    }

    void changesTheTimeOfACode_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<CodeChange>("change");
        QTest::addColumn<QString>("said");
        QTest::newRow("more") << u"Five minutes more"_s << CodeChange::FiveMinutesMore << u"five minutes more"_s;
        QTest::newRow("none") << u"Expire now"_s << CodeChange::ExpireNow << u"expired"_s;
    }

    void changesTheTimeOfACode()
    {
        QFETCH(QString, name);
        QFETCH(CodeChange, change);
        QFETCH(QString, said);
        admin().signIn(PanelFixture::phone(1));
        chooseFirst();
        action(name)->trigger();
        QTRY_VERIFY(!fixture->notices.isEmpty());
        QVERIFY(fixture->notices.last().text.contains(said));
        QCOMPARE(admin().last(u"changeCode"_s).value(u"change"_s).toInt(), int(change));
        QVERIFY(admin().last(u"holdCleanup"_s).value(u"time"_s).toLongLong() > UndoTime.count());
        QCOMPARE(fixture->notices.last().actionText, u"&Undo"_s);
        const Timestamp changed = admin().codeRows.first().expiresAt;
        fixture->notices.last().action();
        QTRY_VERIFY(admin().codeRows.first().expiresAt != changed);
        QCOMPARE(admin().codeRows.first().state, CodeState::Live);
        QVERIFY(!panel->undo());

        admin().fail(u"changeCode"_s, {ErrorCode::NotFound});
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QTRY_VERIFY(action(name)->isEnabled());
        action(name)->trigger();
        QTRY_COMPARE(fixture->notices.size(), 2);
        QVERIFY(fixture->notices.last().isError);
        QVERIFY(!panel->undo());
    }

    void saysWhyAnEndIsNotTakenBack()
    {
        admin().signIn(PanelFixture::phone(1));
        chooseFirst();
        action(u"Expire now"_s)->trigger();
        QTRY_COMPARE(fixture->notices.size(), 1);
        admin().fail(u"takeBackCodeChange"_s, {ErrorCode::NotFound});
        QVERIFY(panel->undo());
        QTRY_COMPARE(fixture->notices.size(), 2);
        QVERIFY(fixture->notices.last().isError);
        QVERIFY(fixture->notices.last().text.startsWith(u"This could not be taken back."_s));
    }

    void prolongsNothingInLiveMode()
    {
        fixture->goLive();
        admin().signIn(PanelFixture::phone(1));
        chooseFirst();
        QVERIFY(!action(u"Five minutes more"_s)->isEnabled());
        QVERIFY(action(u"Expire now"_s)->isEnabled());
    }

    void sendsANewCode()
    {
        admin().signIn(PanelFixture::phone(1));
        chooseFirst();
        action(u"Send a new code"_s)->trigger();
        QTRY_VERIFY(!fixture->notices.isEmpty());
        QVERIFY(fixture->notices.last().text.contains(u"The server is not running"_s));
    }

    void aDeletedCodeCanBeTakenBack()
    {
        admin().signIn(PanelFixture::phone(1));
        admin().signIn(PanelFixture::phone(2));
        chooseFirst();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(cell(0, 0), u"+1 202-555-0101"_s);
        QCOMPARE(admin().count(u"changeCode"_s), 0);
        QCOMPARE(fixture->notices.last().text, u"Code of +1 202-555-0102 deleted."_s);
        fixture->notices.last().action(); // Undo
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QVERIFY(!panel->undo());
    }

    void aDeletedCodeIsGoneAfterAWhile()
    {
        admin().signIn(PanelFixture::phone(1));
        const RowId id = admin().codeRows.first().id;
        open(30ms);
        chooseFirst();
        action(u"Delete this code"_s)->trigger();
        QTRY_COMPARE(admin().count(u"changeCode"_s), 1);
        QCOMPARE(admin().last(u"changeCode"_s).value(u"id"_s).toLongLong(), id);
        QCOMPARE(admin().last(u"changeCode"_s).value(u"change"_s).toInt(), int(CodeChange::Remove));
        QVERIFY(admin().codeRows.isEmpty());
        QVERIFY(!panel->undo());
    }

    void aSecondDeletionMakesTheFirstFinal()
    {
        admin().signIn(PanelFixture::phone(1));
        admin().signIn(PanelFixture::phone(2));
        chooseFirst();
        action(u"Delete this code"_s)->trigger();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        settle();
        action(u"Delete this code"_s)->trigger();
        QTRY_COMPARE(admin().count(u"changeCode"_s), 1);
        QTRY_COMPARE(table->model()->rowCount(), 0);
        panel.reset(); // nobody can take it back any more
        QCOMPARE(admin().count(u"changeCode"_s), 2);
    }

    void aFailedDeletionBringsTheCodeBack()
    {
        admin().signIn(PanelFixture::phone(1));
        open(30ms);
        admin().fail(u"changeCode"_s, {ErrorCode::Storage, u"disk I/O error"_s});
        chooseFirst();
        action(u"Delete this code"_s)->trigger();
        QTRY_COMPARE(table->model()->rowCount(), 0);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(fixture->notices.last().text.contains(u"disk I/O error"_s));
    }

    void tellsTheStoryOfTheChosenOne()
    {
        const MessageRecord message = admin().signIn(PanelFixture::phone(1));
        admin().codeRows.first().tries = 3;
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(details()->plainText().contains(u"Choose a code"_s));
        table->selectRow(0);
        QTRY_VERIFY(details()->plainText().contains(u"Handed to sandbox"_s));
        QVERIFY(details()->plainText().contains(u"3 of 5"_s));
        QTest::mouseClick(control<QPushButton>(*panel, u"Show in send log"_s), Qt::LeftButton);
        QCOMPARE(fixture->opened.last(), qMakePair(u"send-log"_s, QString::number(message.id)));
    }

    /// A code that is used while somebody looks at it stays until they look elsewhere.
    void keepsTheChosenOneWhenItIsUsed()
    {
        admin().signIn(PanelFixture::phone(1));
        admin().signIn(PanelFixture::phone(2));
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        table->selectRow(1);
        settle();
        admin().verify(PanelFixture::phone(1));
        QTRY_COMPARE(cell(1, 5), u"Used"_s);
        QCOMPARE(table->model()->rowCount(), 2);
        QVERIFY(details()->plainText().contains(u"Used"_s));
        table->selectRow(0);
        QTRY_COMPARE(table->model()->rowCount(), 1);
    }

    void newRowsDoNotMoveWhatIsRead()
    {
        admin().signIn(PanelFixture::phone(1));
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->setFocus();
        table->selectRow(0);
        settle();
        const QRect place = table->visualRect(table->chosen());
        admin().signIn(PanelFixture::phone(2));
        admin().signIn(PanelFixture::phone(3));
        QTRY_VERIFY(table->pill()->isVisible());
        QTRY_COMPARE(table->pill()->text(), u"2 new"_s);
        QCOMPARE(table->visualRect(table->chosen()), place);
        picture(*panel, u"codes-pill"_s);
        QTest::mouseClick(table->pill(), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QVERIFY(!table->pill()->isVisible());
    }

    void followsNewRowsWhileNobodyReads()
    {
        admin().signIn(PanelFixture::phone(1));
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        admin().signIn(PanelFixture::phone(2));
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QVERIFY(!table->pill()->isVisible());
    }

    void filtersByPhone()
    {
        admin().signIn(PanelFixture::phone(1));
        admin().signIn(PanelFixture::phone(2));
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        panel->focusFilter();
        QTest::keyClicks(panel->findChild<FilterBar *>()->field(), u"0102"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(cell(0, 0), u"+1 202-555-0102"_s);
        panel->findChild<FilterBar *>()->setText(u"+1 202 555 0109"_s);
        QTRY_VERIFY(table->emptyState()->isVisible());
        QCOMPARE(table->emptyState()->text(), u"No live codes for this phone."_s);
        QCOMPARE(admin().last(u"codes"_s).value(u"phone"_s).toString(), u"+12025550109"_s);
    }

    void letsGoOfCodesWhoseTimeIsOver()
    {
        admin().signIn(PanelFixture::phone(1));
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(QSignalSpy(panel->findChild<Ticker *>(), &Ticker::ticked).wait()); // the end lies between two ticks
        admin().clock.advance(61s);
        for (CodeRecord &record : admin().codeRows)
            record.state = CodeState::Expired; // as the store sees it; nobody says so
        QTRY_COMPARE(table->model()->rowCount(), 0);
    }

    void ticksOnlyWhileSeen()
    {
        Ticker *ticker = panel->findChild<Ticker *>();
        QVERIFY(!ticker->isRunning());
        showPanel(*panel);
        QVERIFY(ticker->isRunning());
        panel->showMinimized();
        QTRY_VERIFY(!ticker->isRunning());
        panel->showNormal();
        QTRY_VERIFY(ticker->isRunning());
        panel->hide();
        QVERIFY(!ticker->isRunning());
    }

    void saysWhyItCannotAsk()
    {
        admin().signIn(PanelFixture::phone(1));
        admin().fail(u"codes"_s, {ErrorCode::Storage, u"disk I/O error"_s});
        showPanel(*panel);
        auto *notice = panel->findChild<InlineNotice *>();
        QTRY_VERIFY(notice->isVisible());
        QVERIFY(notice->text().contains(u"disk I/O error"_s));
        picture(*panel, u"codes-error"_s);
        admin().succeed(u"codes"_s);
        QTest::mouseClick(notice->button(), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(!notice->isVisible());
    }

    void neverWaits()
    {
        admin().signIn(PanelFixture::phone(1));
        admin().hold();
        QElapsedTimer timer;
        timer.start();
        showPanel(*panel);
        table->setFocus();
        panel->refresh();
        panel->open(u"+12025550101"_s);
        QVERIFY(timer.elapsed() < 2000);
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(!table->emptyState()->isVisible()); // it is not known to be empty yet
        panel.reset();
        admin().release(); // answers that nobody wants any more
        settle();
    }

    void everyControlHasAName()
    {
        admin().signIn(PanelFixture::phone(1));
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        settle();
        QCOMPARE(namelessControls(*panel), QStringList());
    }

    void looks_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("narrow") << NarrowPage;
        QTest::newRow("small") << SmallPage;
        QTest::newRow("roomy") << RoomyPage;
    }
    void looks()
    {
        QFETCH(QSize, size);
        admin().statusNow.state = ServerState::Running;
        for (int i = 1; i <= 9; ++i) {
            admin().signIn(PanelFixture::phone(i), QString::number(1000 + i * 831));
            admin().codeRows.first().tries = i % 4;
            admin().clock.advance(6s);
        }
        panel->findChild<QCheckBox *>()->setChecked(true);
        admin().verify(PanelFixture::phone(5));
        showPanel(*panel, size);
        QTRY_COMPARE(table->model()->rowCount(), 9);
        table->setFocus();
        table->selectRow(3);
        settle();
        picture(*panel, u"codes-%1"_s.arg(QLatin1StringView(QTest::currentDataTag())));
        QVERIFY(panel->minimumSizeHint().width() <= NarrowPage.width());
        QVERIFY(panel->minimumSizeHint().height() <= NarrowPage.height());
    }
};

QTEST_MAIN(TestCodesPanel)
#include "tst_codespanel.moc"
