// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/PanelTest.h"
#include "ui/panels/UsersPanel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FilterBar.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/PhoneEdit.h"
#include "ui/widgets/RecordDetails.h"
#include "ui/widgets/RecordTable.h"

#include <QDialog>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestUsersPanel : public QObject, private PanelTest
{
    Q_OBJECT

private:
    RecordTable *table = nullptr;

    QString cell(int row, int column) { return table->model()->index(row, column).data().toString(); }
    QString details() { return panel->findChild<RecordDetails *>()->plainText(); }
    void open(milliseconds undoTime = UndoTime)
    {
        makePage(makeUsersPanel, undoTime);
        table = panel->findChild<RecordTable *>();
    }
    void chooseFirst()
    {
        showPanel(*panel);
        QTRY_VERIFY(table->model()->rowCount() > 0);
        table->selectRow(0);
        settle();
    }

private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void cleanupTestCase() { theme.reset(); }
    void init() { open(); }
    void cleanup() { dropPage(); }

    void saysHowAUserComes()
    {
        showPanel(*panel);
        QTRY_VERIFY(table->emptyState()->isVisible());
        QCOMPARE(table->emptyState()->text(), u"A user is created by the first correct code."_s);
        QTest::mouseClick(table->emptyState()->button(), Qt::LeftButton);
        QCOMPARE(fixture->opened.last().first, u"try-it"_s);
        picture(*panel, u"users-empty"_s);
    }

    void showsWhoSignedIn()
    {
        admin().addUser(PanelFixture::phone(1));
        admin().addUser(PanelFixture::phone(2));
        admin().userRows.last().isActive = false;
        admin().userRows.last().lastSignInAt.reset();
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(cell(0, 0), u"+1 202-555-0102"_s);
        QCOMPARE(cell(0, 3), u"Active"_s);
        QCOMPARE(cell(1, 1), u"Never"_s);
        QCOMPARE(cell(1, 3), u"Blocked"_s);
    }

    void findsByNumberNameAndAddress_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("number") << u"0101"_s;
        QTest::newRow("name") << u"love"_s;
        QTest::newRow("address") << u"ada@"_s;
    }
    void findsByNumberNameAndAddress()
    {
        QFETCH(QString, typed);
        admin().addUser(PanelFixture::phone(1));
        admin().userRows.first().lastName = u"Lovelace"_s;
        admin().userRows.first().email = u"ada@example.com"_s;
        admin().addUser(PanelFixture::phone(2));
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        panel->focusFilter();
        QTest::keyClicks(panel->findChild<FilterBar *>()->field(), typed);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(cell(0, 0), u"+1 202-555-0101"_s);
        panel->findChild<FilterBar *>()->setText(u"nobody"_s);
        QTRY_VERIFY(table->emptyState()->isVisible());
        QTest::mouseClick(table->emptyState()->button(), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 2);
    }

    void showsTheSignInsOfTheChosenOne()
    {
        admin().signIn(PanelFixture::phone(1));
        admin().verify(PanelFixture::phone(1));
        admin().userRows.first().email = u"ada@example.com"_s;
        chooseFirst();
        QTRY_VERIFY(details().contains(u"Signed in"_s));
        QVERIFY(details().contains(u"Code asked for at"_s));
        QVERIFY(details().contains(u"ada@example.com"_s));
        // Cleanups take the codes; the sign-ins stay as long as the log does.
        admin().codeRows.clear();
        admin().addMessage(PanelFixture::phone(1), MessageState::Failed);
        panel->refresh();
        QTRY_VERIFY(details().contains(u"Message: Failed"_s));
        QVERIFY(details().contains(u"Signed in"_s));
    }

    void findsBeyondTheFirstPage()
    {
        for (int i = 0; i < 600; ++i)
            admin().addUser(PhoneNumber::fromStored(u"+1202555%1"_s.arg(1000 + i)));
        admin().userRows.last().email = u"ada@example.com"_s; // the oldest
        showPanel(*panel);
        QTRY_VERIFY(table->model()->rowCount() > 0);
        panel->findChild<FilterBar *>()->setText(u"ada@"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(admin().last(u"users"_s).value(u"find"_s).toString(), u"ada@"_s);
    }

    void writesNoNumberOutInLiveMode()
    {
        admin().addUser(PanelFixture::phone(1)); // whose user name is the number
        fixture->goLive();
        chooseFirst();
        QTRY_COMPARE(cell(0, 0), u"+1202•••0101"_s);
        QTRY_VERIFY(!details().contains(u"+12025550101"_s));
    }

    void blocksAndTakesItBack()
    {
        admin().addUser(PanelFixture::phone(1));
        chooseFirst();
        QTest::mouseClick(button(u"Block"_s), Qt::LeftButton);
        QTRY_COMPARE(cell(0, 3), u"Blocked"_s);
        QTRY_VERIFY(button(u"Unblock"_s));
        QCOMPARE(fixture->notices.last().actionText, u"&Undo"_s);
        fixture->notices.last().action();
        QTRY_COMPARE(cell(0, 3), u"Active"_s);
        QVERIFY(admin().userRows.first().isActive);
        QVERIFY(!panel->undo()); // once is enough
        const auto told = fixture->notices.size();
        QTest::mouseClick(button(u"Block"_s), Qt::LeftButton);
        QTRY_VERIFY(fixture->notices.size() > told);
        QTRY_COMPARE(cell(0, 3), u"Blocked"_s);
        QVERIFY(panel->undo()); // Ctrl+Z
        QTRY_COMPARE(cell(0, 3), u"Active"_s);
    }

    void givesAnotherNumber()
    {
        admin().addUser(PanelFixture::phone(1));
        chooseFirst();
        QTest::mouseClick(button(u"Change number…"_s), Qt::LeftButton);
        auto *dialog = panel->findChild<QDialog *>();
        QVERIFY(dialog);
        auto *change = control<QPushButton>(*dialog, u"Change number"_s);
        QVERIFY(!change->isEnabled());
        dialog->findChild<PhoneEdit *>()->setText(u"+1 202 555 0107"_s);
        QVERIFY(change->isEnabled());
        QTest::mouseClick(change, Qt::LeftButton);
        QTRY_COMPARE(cell(0, 0), u"+1 202-555-0107"_s);
        QCOMPARE(admin().last(u"changeUser"_s).value(u"phone"_s).toString(), u"+12025550107"_s);
        QTRY_COMPARE(fixture->notices.last().actionText, u"&Undo"_s);
        fixture->notices.last().action();
        QTRY_COMPARE(cell(0, 0), u"+1 202-555-0101"_s);
    }

    /// The number that cannot be had is told once, where it was typed, and can be corrected there.
    void aTakenNumberIsToldWhereItStands()
    {
        admin().addUser(PanelFixture::phone(1));
        chooseFirst();
        admin().fail(u"changeUser"_s, {ErrorCode::UserExists, u"another user has this number"_s, {}});
        QTest::mouseClick(button(u"Change number…"_s), Qt::LeftButton);
        const QPointer<QDialog> dialog = panel->findChild<QDialog *>();
        QVERIFY(dialog);
        auto *edit = dialog->findChild<PhoneEdit *>();
        auto *change = control<QPushButton>(*dialog, u"Change number"_s);
        edit->setText(u"+1 202 555 0107"_s);
        QTest::mouseClick(change, Qt::LeftButton);
        QTRY_VERIFY(words(*dialog).contains(u"Another user has this number already. Choose a different one."_s));
        QVERIFY(dialog->isVisible());
        QCOMPARE(words(*dialog).count(u"Another user has this number"_s), 1);
        QVERIFY(fixture->notices.isEmpty());
        picture(*dialog, u"number-taken"_s);
        admin().succeed(u"changeUser"_s);
        edit->setText(u"+1 202 555 0108"_s);
        QVERIFY(!words(*dialog).contains(u"Another user"_s)); // that was about the other one
        QTest::mouseClick(change, Qt::LeftButton);
        QTRY_COMPARE(cell(0, 0), u"+1 202-555-0108"_s);
        QTRY_VERIFY(!dialog);
        QCOMPARE(fixture->notices.last().text, u"The number is changed."_s);
    }

    /// Whoever has closed the dialog meanwhile still reads what became of it.
    void aRefusalAfterTheDialogIsTold()
    {
        admin().addUser(PanelFixture::phone(1));
        chooseFirst();
        admin().fail(u"changeUser"_s, {ErrorCode::UserExists, u"another user has this number"_s, {}});
        QTest::mouseClick(button(u"Change number…"_s), Qt::LeftButton);
        const QPointer<QDialog> dialog = panel->findChild<QDialog *>();
        QVERIFY(dialog);
        dialog->findChild<PhoneEdit *>()->setText(u"+1 202 555 0107"_s);
        admin().hold();
        auto *change = control<QPushButton>(*dialog, u"Change number"_s);
        QTest::mouseClick(change, Qt::LeftButton);
        QVERIFY(!change->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        admin().release();
        QTRY_COMPARE(fixture->notices.size(), 1);
        QCOMPARE(fixture->notices.last().text, u"Another user has this number already. Choose a different one."_s);
    }

    void saysWhyAChangeFails()
    {
        admin().addUser(PanelFixture::phone(1));
        admin().fail(u"changeUser"_s, {ErrorCode::Storage, u"disk I/O error"_s, {}});
        chooseFirst();
        QTest::mouseClick(button(u"Block"_s), Qt::LeftButton);
        QTRY_VERIFY(!fixture->notices.isEmpty());
        QVERIFY(fixture->notices.last().isError);
        QVERIFY(fixture->notices.last().text.contains(u"disk I/O error"_s));
        QVERIFY(button(u"Block"_s)->isEnabled());
    }

    void aDeletedUserCanBeTakenBack()
    {
        admin().addUser(PanelFixture::phone(1));
        chooseFirst();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_COMPARE(table->model()->rowCount(), 0);
        QCOMPARE(admin().count(u"removeUser"_s), 0);
        QCOMPARE(fixture->notices.last().text, u"User +1 202-555-0101 deleted."_s);
        QVERIFY(panel->undo());
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(!panel->undo());
    }

    void aDeletedUserIsGoneAfterAWhile()
    {
        admin().addUser(PanelFixture::phone(1));
        open(30ms);
        chooseFirst();
        QTest::mouseClick(button(u"Delete this user"_s), Qt::LeftButton);
        QTRY_COMPARE(admin().count(u"removeUser"_s), 1);
        QVERIFY(admin().userRows.isEmpty());
    }

    void aFailedDeletionBringsTheUserBack()
    {
        admin().addUser(PanelFixture::phone(1));
        admin().fail(u"removeUser"_s, {ErrorCode::Storage, u"disk I/O error"_s});
        open(30ms);
        chooseFirst();
        QTest::mouseClick(button(u"Delete this user"_s), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 0);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(fixture->notices.last().text.contains(u"disk I/O error"_s));
    }

    void saysWhyItCannotAsk()
    {
        admin().addUser(PanelFixture::phone(1));
        admin().fail(u"users"_s, {ErrorCode::Storage, u"disk I/O error"_s});
        showPanel(*panel);
        auto *notice = panel->findChild<InlineNotice *>();
        QTRY_VERIFY(notice->isVisible());
        admin().succeed(u"users"_s);
        QTest::mouseClick(notice->button(), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 1);
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
        for (int i = 1; i <= 9; ++i) {
            admin().signIn(PanelFixture::phone(i));
            admin().verify(PanelFixture::phone(i));
        }
        admin().userRows[3].isActive = false;
        showPanel(*panel, size);
        QTRY_COMPARE(table->model()->rowCount(), 9);
        table->selectRow(3);
        settle();
        picture(*panel, u"users-%1"_s.arg(QLatin1StringView(QTest::currentDataTag())));
        QCOMPARE(namelessControls(*panel), QStringList());
        QVERIFY(panel->minimumSizeHint().width() <= NarrowPage.width());
        QVERIFY(panel->minimumSizeHint().height() <= NarrowPage.height());
    }
};

QTEST_MAIN(TestUsersPanel)
#include "tst_userspanel.moc"
