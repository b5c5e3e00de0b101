// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowFixture.h"
#include "ui/Closing.h"
#include "ui/TrayIcon.h"

#include <QCheckBox>
#include <QMenu>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace smsauth;
using namespace Qt::StringLiterals;

/// What becomes of a running server when its window is closed. There is no tray on this platform; with one the
/// console is driven from outside.
class tst_Closing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksWhileTheServerRuns();
    void keepsItRunningMinimised();
    void stopsAndQuits();
    void remembersWhatWasChosen();
    void aStoppedServerIsNoQuestion();
    void quittingIsNoQuestion();
    void aSecondCloseAsksOnlyOnce();
    void oneCanChangeOnesMind();
    void theTrayKnowsModeAndState();

private:
    static QMessageBox *question(const WindowFixture &fixture) { return fixture.window.findChild<QMessageBox *>(); }
    static void press(const WindowFixture &fixture, const QString &text)
    {
        for (QAbstractButton *button : question(fixture)->buttons()) {
            if (button->text().remove(u'&') == text)
                return button->click();
        }
        QFAIL(qPrintable(text + u" is not there"_s));
    }
};

void tst_Closing::asksWhileTheServerRuns()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    fixture.window.close();
    QVERIFY(fixture.window.isVisible());
    QVERIFY(question(fixture));
    QCOMPARE(question(fixture)->defaultButton(), question(fixture)->button(QMessageBox::Cancel));
    question(fixture)->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!question(fixture));
    QVERIFY(fixture.window.isVisible() && fixture.window.isEnabled());
    QCOMPARE(fixture.admin.count(u"stopServer"_s), 0);
}

void tst_Closing::keepsItRunningMinimised()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    fixture.window.close();
    press(fixture, u"Keep running, minimised"_s);
    QTRY_VERIFY(fixture.window.isMinimized());
    QVERIFY(fixture.window.isVisible()); // it has not vanished
    QCOMPARE(fixture.admin.count(u"stopServer"_s), 0);
    fixture.window.raiseToFront();
    QTRY_VERIFY(!fixture.window.isMinimized());
}

void tst_Closing::stopsAndQuits()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    QSignalSpy closed(&fixture.window, &MainWindow::closed);
    fixture.admin.hold();
    fixture.window.close();
    press(fixture, u"Stop and quit"_s);
    QVERIFY(fixture.window.isVisible()); // first the server
    QCOMPARE(fixture.admin.count(u"stopServer"_s), 1);
    QCOMPARE(closed.count(), 0);
    fixture.admin.release();
    QTRY_VERIFY(!fixture.window.isVisible());
    QCOMPARE(closed.count(), 1);
    QCOMPARE(fixture.admin.statusNow.state, ServerState::Stopped);
}

void tst_Closing::remembersWhatWasChosen()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"console.json"_s);
    {
        WindowFixture fixture(file);
        QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
        fixture.window.close();
        question(fixture)->checkBox()->setChecked(true);
        press(fixture, u"Keep running, minimised"_s);
        QTRY_VERIFY(fixture.window.isMinimized());
    }
    WindowFixture again(file);
    QTRY_COMPARE(again.text(u"serverState"_s), u"Running"_s);
    again.window.close();
    QVERIFY(!question(again));
    QTRY_VERIFY(again.window.isMinimized());
}

void tst_Closing::aStoppedServerIsNoQuestion()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    QTRY_VERIFY(fixture.button(u"Stop the server (F5)"_s)->isEnabled());
    QTest::keyClick(&fixture.window, Qt::Key_F5);
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Stopped"_s);
    fixture.window.close();
    QVERIFY(!fixture.window.isVisible());
}

void tst_Closing::quittingIsNoQuestion()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    QTest::keyClick(&fixture.window, Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(!question(fixture));
    QTRY_VERIFY(!fixture.window.isVisible());
    QCOMPARE(fixture.admin.statusNow.state, ServerState::Stopped);
}

void tst_Closing::aSecondCloseAsksOnlyOnce()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    fixture.window.close();
    fixture.window.close();
    QCOMPARE(fixture.window.findChildren<QMessageBox *>().size(), 1);
    question(fixture)->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!question(fixture));
    fixture.window.close();
    QVERIFY(question(fixture));
}

void tst_Closing::oneCanChangeOnesMind()
{
    UiState state{{}};
    QWidget window;
    Closing closing(state, &window);
    QCOMPARE(closing.choice(), Closing::Choice::Ask);
    const std::unique_ptr<QMenu> menu(closing.makeMenu());
    QCOMPARE(menu->actions().size(), 3);
    QVERIFY(menu->actions().at(0)->isChecked());
    menu->actions().at(2)->trigger();
    QCOMPARE(closing.choice(), Closing::Choice::Quit);
    closing.setChoice(Closing::Choice::KeepRunning); // as by the dialog
    Q_EMIT menu->aboutToShow();
    QVERIFY(menu->actions().at(1)->isChecked());
}

void tst_Closing::theTrayKnowsModeAndState()
{
    Theme theme(*qApp);
    QWidget window;
    QAction toggle(u"Stop"_s);
    TrayIcon tray(&toggle, &window);
    ServerStatus status;
    status.state = ServerState::Running;
    tray.show(status);
    QVERIFY(tray.toolTip().contains(u"Running"_s));
    QVERIFY(tray.toolTip().contains(u"SIMULATED"_s));
    status.mode = Mode::Live;
    tray.show(status);
    QVERIFY(tray.toolTip().contains(u"LIVE"_s));
    QVERIFY(tray.menu()->actions().contains(&toggle));
    QSignalSpy shown(&tray, &TrayIcon::windowRequested);
    QSignalSpy quit(&tray, &TrayIcon::quitRequested);
    for (QAction *action : tray.menu()->actions()) {
        if (action != &toggle)
            action->trigger();
    }
    QCOMPARE(shown.count(), 1);
    QCOMPARE(quit.count(), 1);
}

QTEST_MAIN(tst_Closing)
#include "tst_closing.moc"
