// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowFixture.h"
#include "ui/Locking.h"

#include <QLineEdit>
#include <QTemporaryDir>

using namespace smsauth;
using namespace Qt::StringLiterals;

class tst_Locking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesEverythingUntilTheWordIsTyped();
    void lockedNoKeyWorks();
    void aWordIsChosenTwice();
    void oneCanDoWithout();
    void locksWhenNobodyTouchesIt();
    void dialogsDoNotStayOpen();
    void aLockedWindowForgetsNothing();

private:
    static QWidget *screen(const WindowFixture &fixture) { return fixture.find<QWidget>(u"lockScreen"_s); }
    static QLineEdit *field(const WindowFixture &fixture, int index)
    {
        return screen(fixture)->findChildren<QLineEdit *>().at(index);
    }
    static void choose(WindowFixture &fixture, const QString &word)
    {
        QTest::keyClick(&fixture.window, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(screen(fixture)->isVisible());
        QTest::keyClicks(field(fixture, 0), word);
        QTest::keyClicks(field(fixture, 1), word);
        QTest::keyClick(field(fixture, 1), Qt::Key_Return);
    }
    static void unlock(WindowFixture &fixture, const QString &word)
    {
        QTest::keyClicks(field(fixture, 0), word);
        QTest::keyClick(field(fixture, 0), Qt::Key_Return);
    }
};

void tst_Locking::hidesEverythingUntilTheWordIsTyped()
{
    WindowFixture fixture;
    fixture.admin.signIn(PhoneNumber::fromStored(u"+12025550101"_s), u"4821"_s);
    QTRY_VERIFY(fixture.window.findChild<QLabel *>(u"bubbleText"_s));
    QTRY_VERIFY(fixture.find<QLabel>(u"bubbleText"_s)->isVisible());
    choose(fixture, u"sesame"_s);
    QVERIFY(!fixture.find<QLabel>(u"bubbleText"_s)->isVisible());
    for (const QLabel *label : fixture.window.findChildren<QLabel *>())
        QVERIFY(!label->isVisible() || screen(fixture)->isAncestorOf(label));

    unlock(fixture, u"barley"_s);
    QVERIFY(fixture.find<QLabel>(u"lockProblem"_s)->isVisible());
    QVERIFY(field(fixture, 0)->text().isEmpty());
    unlock(fixture, u"sesame"_s);
    QTRY_VERIFY(!screen(fixture)->isVisible());
    QVERIFY(fixture.find<QLabel>(u"bubbleText"_s)->isVisible());
    // The word is known from now on.
    QTest::keyClick(&fixture.window, Qt::Key_L, Qt::ControlModifier);
    QVERIFY(screen(fixture)->isVisible());
    QVERIFY(!field(fixture, 1)->isVisible());
}

void tst_Locking::lockedNoKeyWorks()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    choose(fixture, u"sesame"_s);
    for (const auto &[key, modifier] : QList<std::pair<Qt::Key, Qt::KeyboardModifier>>{
             {Qt::Key_F5, Qt::NoModifier}, {Qt::Key_2, Qt::ControlModifier}, {Qt::Key_K, Qt::ControlModifier}})
        QTest::keyClick(field(fixture, 0), key, modifier);
    QCoreApplication::processEvents();
    QCOMPARE(fixture.admin.count(u"stopServer"_s), 0);
    QCOMPARE(fixture.window.currentPanel(), u"overview"_s);
    QVERIFY(!fixture.window.findChild<QDialog *>());
    unlock(fixture, u"sesame"_s);
    QTest::keyClick(&fixture.window, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(fixture.window.currentPanel(), u"codes"_s);
}

void tst_Locking::aWordIsChosenTwice()
{
    WindowFixture fixture;
    QTest::keyClick(&fixture.window, Qt::Key_L, Qt::ControlModifier);
    QTest::keyClick(field(fixture, 0), Qt::Key_Return); // nothing typed
    QVERIFY(fixture.find<QLabel>(u"lockProblem"_s)->isVisible());
    QTest::keyClicks(field(fixture, 0), u"sesame"_s);
    QTest::keyClicks(field(fixture, 1), u"sesami"_s);
    QTest::keyClick(field(fixture, 1), Qt::Key_Return);
    QVERIFY(fixture.find<QLabel>(u"lockProblem"_s)->isVisible());
    QVERIFY(field(fixture, 1)->isVisible());
}

void tst_Locking::oneCanDoWithout()
{
    WindowFixture fixture;
    QTest::keyClick(&fixture.window, Qt::Key_L, Qt::ControlModifier);
    QTest::mouseClick(fixture.button(u"Do not lock"_s), Qt::LeftButton);
    QVERIFY(!screen(fixture)->isVisible());
    QTest::keyClick(&fixture.window, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(fixture.window.currentPanel(), u"codes"_s);
}

void tst_Locking::locksWhenNobodyTouchesIt()
{
    WindowFixture fixture;
    auto *locking = fixture.window.findChild<Locking *>();
    locking->idleAction()->setChecked(true);
    QVERIFY(screen(fixture)->isVisible()); // it needs a word first
    QTest::keyClicks(field(fixture, 0), u"sesame"_s);
    QTest::keyClicks(field(fixture, 1), u"sesame"_s);
    QTest::keyClick(field(fixture, 1), Qt::Key_Return);
    QVERIFY(!locking->isLocked());
    fixture.admin.clock.advance(Locking::IdleTime / 2);
    QTest::mouseMove(&fixture.window, QPoint(10, 10));
    QTest::keyClick(&fixture.window, Qt::Key_Shift);
    fixture.admin.clock.advance(Locking::IdleTime - std::chrono::seconds(1));
    QCoreApplication::processEvents();
    QVERIFY(!locking->isLocked());
    fixture.admin.clock.advance(std::chrono::seconds(2));
    QTRY_VERIFY(locking->isLocked());
    unlock(fixture, u"sesame"_s);
    QVERIFY(!locking->isLocked());
}

void tst_Locking::dialogsDoNotStayOpen()
{
    WindowFixture fixture;
    auto *locking = fixture.window.findChild<Locking *>();
    QTest::keyClick(&fixture.window, Qt::Key_F1);
    QVERIFY(fixture.window.findChild<QDialog *>());
    locking->lock();
    QTRY_VERIFY(!fixture.window.findChild<QDialog *>());
    QVERIFY(screen(fixture)->isVisible());
}

void tst_Locking::aLockedWindowForgetsNothing()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"console.json"_s);
    {
        WindowFixture fixture(file);
        QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
        choose(fixture, u"sesame"_s);
        fixture.window.quit();
        QTRY_VERIFY(!fixture.window.isVisible());
    }
    const WindowFixture again(file);
    QTRY_VERIFY(again.find<QWidget>(u"phoneDock"_s)->isVisible());
}

QTEST_MAIN(tst_Locking)
#include "tst_locking.moc"
