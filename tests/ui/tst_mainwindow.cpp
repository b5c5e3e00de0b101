// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/PanelFixture.h"
#include "tests/ui/WindowFixture.h"
#include "ui/Panels.h"
#include "ui/widgets/RecordTable.h"

#include <QClipboard>
#include <QDockWidget>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace smsauth;
using namespace Qt::StringLiterals;

class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsTheServer();
    void leavesItStoppedWhenToldTo();
    void keepsADamagedStateAside();
    void startAndStopByKey();
    void busyPortIsOneClickAway();
    void failedStartIsSaidOnce();
    void otherErrorsOfAStartAreSaid();
    void anUnusableDatabaseLeadsToItsBackups();
    void lockedSecretsAreOneClickAway();
    void asksForThePassphrase();
    void aFirstPassphraseIsAskedForTwice();
    void leftLockedItStaysStopped();
    void failedStopIsSaid();
    void saysTheMode();
    void liveModeHidesThePhone();
    void badgesOnlyWhatIsTrue_data();
    void badgesOnlyWhatIsTrue();
    void pagesByKey();
    void tabReachesEverything_data();
    void tabReachesEverything();
    void phoneByKey();
    void copiedCodeLeavesTheClipboard();
    void foreignClipboardStays();
    void clipboardIsClearedAtTheEnd();
    void remembersThePageAndGeometry();
    void damagedStateIsNoObstacle();
    void statusLineCounts();
    void slowEngineHoldsNothingUp();
    void aPageBeginsWhereItWants();
    void titlesStandStill();
    void statusLineKeepsItsDistances();
    void undoTakesTheOfferAway_data();
    void undoTakesTheOfferAway();
};

void tst_MainWindow::startsTheServer()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    QCOMPARE(fixture.admin.count(u"startServer"_s), 1);
    QCOMPARE(fixture.text(u"serverUrl"_s), fixture.admin.statusNow.url);
}

void tst_MainWindow::leavesItStoppedWhenToldTo()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"console.json"_s);
    {
        UiState state(file);
        state.setValue(u"server.start"_s, false);
    }
    WindowFixture fixture(file);
    QTRY_VERIFY(fixture.find<QPushButton>(u"serverToggle"_s)->isEnabled());
    QCOMPARE(fixture.text(u"serverState"_s), u"Stopped"_s);
    QCOMPARE(fixture.admin.count(u"startServer"_s), 0);
}

void tst_MainWindow::keepsADamagedStateAside()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"console.json"_s);
    const QByteArray damaged = R"({"window.page": "users", "send-log.filters": [{)";
    QFile written(file);
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(damaged) == damaged.size());
    written.close();
    {
        WindowFixture fixture(file);
        QCOMPARE(fixture.window.currentPanel(), u"overview"_s); // as at the first start
        fixture.window.openPanel(u"codes"_s);
    }
    QFile aside(file + u".damaged"_s);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), damaged);
    QCOMPARE(UiState(file).value(u"window.page"_s).toString(), u"codes"_s); // and a new one works
}

void tst_MainWindow::startAndStopByKey()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    QTRY_VERIFY(fixture.button(u"Stop the server (F5)"_s));
    QTest::keyClick(&fixture.window, Qt::Key_F5);
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Stopped"_s);
    QTRY_VERIFY(fixture.button(u"Start the server (F5)"_s)->isEnabled());
    QTest::keyClick(&fixture.window, Qt::Key_F5);
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
}

void tst_MainWindow::busyPortIsOneClickAway()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    fixture.admin.statusNow.state = ServerState::Failed;
    fixture.admin.statusNow.url.clear();
    fixture.admin.statusNow.failure = {ErrorCode::InUse, u"port 8000 is in use by nginx (pid 17)"_s};
    Q_EMIT fixture.admin.changed(Admin::Topic::Status);
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Failed"_s);
    QVERIFY(fixture.text(u"failureText"_s).contains(u"Port 8000 is in use by nginx (process 17)."_s));
    QPushButton *help = fixture.button(u"Use a free port"_s);
    QVERIFY(help);
    QTest::mouseClick(help, Qt::LeftButton);
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    QCOMPARE(fixture.text(u"serverUrl"_s), u"http://127.0.0.1:49152"_s);
    QVERIFY(!fixture.find<QLabel>(u"failureText"_s)->isVisible());
}

void tst_MainWindow::failedStartIsSaidOnce()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"console.json"_s);
    {
        UiState state(file);
        state.setValue(u"server.start"_s, false);
    }
    WindowFixture fixture(file);
    QTRY_VERIFY(fixture.button(u"Start the server (F5)"_s) &&
                fixture.button(u"Start the server (F5)"_s)->isEnabled());
    // As in the engine: the state is there when the error arrives, but the window has not been told of it yet.
    const Error error{ErrorCode::InUse, u"port 8000 is in use"_s};
    fixture.admin.fail(u"startServer"_s, error);
    fixture.admin.statusNow.state = ServerState::Failed;
    fixture.admin.statusNow.failure = error;
    QSignalSpy told(fixture.window.findChild<ServerControl *>(), &ServerControl::failed);
    QTest::keyClick(&fixture.window, Qt::Key_F5);
    QTRY_VERIFY(fixture.find<QLabel>(u"failureText"_s)->isVisible());
    // Both questions that follow a failed start have been answered.
    const int asked = fixture.admin.count(u"status"_s);
    QVERIFY(asked >= 2);
    QTRY_VERIFY(fixture.button(u"Start the server (F5)"_s)->isEnabled());
    QCOMPARE(told.count(), 0);
    QVERIFY(!fixture.find<QLabel>(u"toastText"_s)->isVisible());
}

void tst_MainWindow::otherErrorsOfAStartAreSaid()
{
    WindowFixture fixture({}, [](FakeAdmin &admin) { admin.fail(u"startServer"_s, {ErrorCode::Busy}); });
    QTRY_VERIFY(fixture.find<QLabel>(u"toastText"_s)->isVisible());
    QVERIFY(fixture.text(u"toastText"_s).contains(u"busy"_s));
}

void tst_MainWindow::anUnusableDatabaseLeadsToItsBackups()
{
    WindowFixture fixture;
    fixture.admin.statusNow.state = ServerState::Failed;
    fixture.admin.statusNow.failure = {ErrorCode::Storage, u"no such table: audit"_s, {}};
    Q_EMIT fixture.admin.changed(Admin::Topic::Status);
    QTRY_VERIFY(fixture.text(u"failureText"_s).contains(u"The table “audit” is gone"_s));
    QVERIFY(!fixture.button(u"Open settings"_s));
    QTest::mouseClick(fixture.button(u"Open Cleanup"_s), Qt::LeftButton);
    QCOMPARE(fixture.window.currentPanel(), u"cleanup"_s);
}

void tst_MainWindow::lockedSecretsAreOneClickAway()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    fixture.admin.statusNow.state = ServerState::Failed;
    fixture.admin.statusNow.failure = {ErrorCode::SecretsLocked};
    Q_EMIT fixture.admin.changed(Admin::Topic::Status);
    QTRY_VERIFY(fixture.button(u"Unlock"_s));
    QTest::mouseClick(fixture.button(u"Unlock"_s), Qt::LeftButton);
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    QCOMPARE(fixture.admin.count(u"unlockSecrets"_s), 1);
}

namespace {

void lock(FakeAdmin &admin, PassphraseNeed need)
{
    admin.passphrase = "open sesame";
    admin.statusNow.state = ServerState::Failed;
    admin.statusNow.failure = {ErrorCode::SecretsLocked};
    admin.statusNow.passphrase = need;
}

} // namespace

void tst_MainWindow::asksForThePassphrase()
{
    WindowFixture fixture({}, [](FakeAdmin &admin) { lock(admin, PassphraseNeed::Known); });
    auto *prompt = fixture.find<QWidget>(u"passphrasePrompt"_s);
    QTRY_VERIFY(prompt->isVisible());
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field && prompt->isAncestorOf(field));
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QVERIFY(!fixture.find<QLabel>(u"failureText"_s)->isVisible()); // said once
    QVERIFY(!fixture.button(u"Unlock and start"_s)->isEnabled());

    QTest::keyClicks(field, u"sesame"_s);
    fixture.admin.hold();
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!field->isEnabled());
    QVERIFY(field->text().isEmpty());
    fixture.admin.release();
    QTRY_VERIFY(fixture.find<QLabel>(u"passphraseProblem"_s)->isVisible());
    QCOMPARE(QApplication::focusWidget(), field);
    QCOMPARE(fixture.admin.count(u"startServer"_s), 0);
    // News of the failure do not take away what is typed.
    QTest::keyClicks(field, u"open"_s);
    Q_EMIT fixture.admin.changed(Admin::Topic::Status);
    QCoreApplication::processEvents();
    QCOMPARE(field->text(), u"open"_s);

    QTest::keyClicks(field, u" sesame"_s);
    QTest::mouseClick(fixture.button(u"Unlock and start"_s), Qt::LeftButton);
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    QVERIFY(!prompt->isVisible());
    QCOMPARE(fixture.admin.count(u"unlockSecrets"_s), 2);
}

void tst_MainWindow::aFirstPassphraseIsAskedForTwice()
{
    WindowFixture fixture({}, [](FakeAdmin &admin) { lock(admin, PassphraseNeed::First); });
    QTRY_VERIFY(fixture.button(u"Seal and start"_s));
    auto *first = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(first);
    QTest::keyClicks(first, u"open sesame"_s);
    QTest::keyClick(first, Qt::Key_Return); // on to the second
    QTest::keyClicks(QApplication::focusWidget(), u"open barley"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(fixture.find<QLabel>(u"passphraseProblem"_s)->isVisible());
    QVERIFY(first->hasFocus() && first->text().isEmpty());
    QCOMPARE(fixture.admin.count(u"unlockSecrets"_s), 0);
    QTest::keyClicks(first, u"open sesame"_s);
    QTest::keyClick(first, Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"open sesame"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
}

void tst_MainWindow::leftLockedItStaysStopped()
{
    WindowFixture fixture({}, [](FakeAdmin &admin) { lock(admin, PassphraseNeed::Known); });
    auto *prompt = fixture.find<QWidget>(u"passphrasePrompt"_s);
    QTRY_VERIFY(prompt->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!prompt->isVisible());
    QVERIFY(fixture.text(u"failureText"_s).contains(u"stays stopped"_s));
    Q_EMIT fixture.admin.changed(Admin::Topic::Status);
    QCoreApplication::processEvents();
    QVERIFY(!prompt->isVisible()); // it does not nag
    QVERIFY(fixture.find<QLabel>(u"failureText"_s)->isVisible());
    QTest::mouseClick(fixture.button(u"Enter the passphrase"_s), Qt::LeftButton);
    QVERIFY(prompt->isVisible());
    QCOMPARE(fixture.admin.count(u"unlockSecrets"_s), 0);
}

void tst_MainWindow::failedStopIsSaid()
{
    WindowFixture fixture;
    QTRY_VERIFY(fixture.button(u"Stop the server (F5)"_s));
    fixture.admin.fail(u"stopServer"_s, {ErrorCode::TimedOut});
    QTRY_VERIFY(fixture.button(u"Stop the server (F5)"_s)->isEnabled());
    QTest::keyClick(&fixture.window, Qt::Key_F5);
    QTRY_VERIFY(fixture.find<QLabel>(u"toastText"_s)->isVisible());
    QVERIFY(fixture.text(u"toastText"_s).contains(u"No answer came in time"_s));
    QTRY_VERIFY(fixture.button(u"Stop the server (F5)"_s)->isEnabled());
}

void tst_MainWindow::saysTheMode()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.text(u"modeBadge"_s), u"SIMULATED"_s);
    QVERIFY(fixture.window.windowTitle().contains(u"SIMULATED"_s));
    fixture.admin.goLive();
    QTRY_COMPARE(fixture.text(u"modeBadge"_s), u"LIVE"_s);
    QVERIFY(fixture.window.windowTitle().contains(u"LIVE"_s));
    QVERIFY(!fixture.window.windowTitle().contains(u"SIMULATED"_s));
}

void tst_MainWindow::liveModeHidesThePhone()
{
    WindowFixture fixture;
    auto *dock = fixture.find<QDockWidget>(u"phoneDock"_s);
    QTRY_VERIFY(dock->isVisible());
    fixture.admin.goLive();
    QTRY_VERIFY(!dock->isVisible());
    QVERIFY(!dock->toggleViewAction()->isEnabled());
    QTRY_VERIFY(fixture.admin.count(u"status"_s) > 0);
    const qsizetype asked = fixture.admin.count(u"messages"_s);
    Q_EMIT fixture.admin.changed(Admin::Topic::Messages);
    QCoreApplication::processEvents();
    QCOMPARE(fixture.admin.count(u"messages"_s), asked);
}

void tst_MainWindow::badgesOnlyWhatIsTrue_data()
{
    QTest::addColumn<QStringList>("warnings");
    QTest::addColumn<bool>("live");
    QTest::addColumn<QStringList>("badges");
    QTest::newRow("none") << QStringList() << false << QStringList();
    QTest::newRow("debug") << QStringList{u"debug_code"_s} << false << QStringList{u"Debug code on"_s};
    QTest::newRow("locked first") << QStringList{u"debug_code"_s, u"secrets_locked"_s} << false
                                  << QStringList{u"Secrets locked"_s, u"Debug code on"_s};
    QTest::newRow("memory while testing") << QStringList{u"memory_secrets"_s} << false << QStringList();
    QTest::newRow("memory when live") << QStringList{u"memory_secrets"_s} << true
                                      << QStringList{u"Secrets only in memory"_s};
    QTest::newRow("of a newer engine") << QStringList{u"moon_full"_s} << false << QStringList{u"moon_full"_s};
}

void tst_MainWindow::badgesOnlyWhatIsTrue()
{
    QFETCH(QStringList, warnings);
    QFETCH(bool, live);
    QFETCH(QStringList, badges);
    WindowFixture fixture({}, [&](FakeAdmin &admin) {
        if (live)
            admin.goLive();
        admin.statusNow.warnings = warnings;
    });
    QTRY_COMPARE(fixture.text(u"modeBadge"_s), live ? u"LIVE"_s : u"SIMULATED"_s);
    QStringList shown;
    for (const QPushButton *button : fixture.find<QWidget>(u"topBar"_s)->findChildren<QPushButton *>()) {
        if (button->property("tone").toString() == u"warning"_s)
            shown.append(button->text());
    }
    QCOMPARE(shown, badges);
}

void tst_MainWindow::pagesByKey()
{
    WindowFixture fixture;
    const int pages = fixture.find<QListWidget>(u"sideBar"_s)->count();
    QSet<QString> seen;
    for (int i = pages - 1; i >= 0; --i) {
        QTest::keyClick(&fixture.window, Qt::Key(Qt::Key_0 + (i + 1) % 10), Qt::ControlModifier);
        QCOMPARE(fixture.find<QListWidget>(u"sideBar"_s)->currentRow(), i);
        seen.insert(fixture.window.currentPanel());
    }
    QCOMPARE(seen.size(), pages);
}

void tst_MainWindow::tabReachesEverything_data()
{
    QTest::addColumn<QString>("id");
    for (const PanelEntry &page : panels())
        QTest::newRow(page.id) << QString::fromLatin1(page.id);
}

void tst_MainWindow::tabReachesEverything()
{
    QFETCH(const QString, id);
    WindowFixture fixture;
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    fixture.window.openPanel(id);
    settle();
    const Panel *page = fixture.window.panel(id);
    QStringList missing;
    QSet<const QWidget *> wanted;
    // Of radio buttons Tab leads to the chosen one; the arrow keys go on from there.
    const auto isOtherChoice = [](const QWidget *widget) {
        const auto *radio = qobject_cast<const QRadioButton *>(widget);
        return radio && !radio->isChecked();
    };
    for (const QWidget *widget : page->findChildren<QWidget *>()) {
        if (!isOtherChoice(widget) && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() &&
            widget->isEnabled() && widget->isVisibleTo(&fixture.window))
            wanted.insert(widget);
    }
    QVERIFY(!wanted.isEmpty());
    QSet<const QWidget *> reached;
    for (int i = 0; i < 300 && !reached.contains(wanted); ++i) {
        reached.insert(fixture.window.focusWidget());
        QTest::keyClick(fixture.window.focusWidget(), Qt::Key_Tab);
    }
    for (const QWidget *widget : wanted - reached)
        missing.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->accessibleName() +
                       widget->property("text").toString());
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", "_s)));
}

void tst_MainWindow::phoneByKey()
{
    WindowFixture fixture;
    auto *dock = fixture.find<QDockWidget>(u"phoneDock"_s);
    QTRY_VERIFY(dock->isVisible());
    QTest::keyClick(&fixture.window, Qt::Key_F9);
    QTRY_VERIFY(!dock->isVisible());
    QTest::keyClick(&fixture.window, Qt::Key_F9);
    QTRY_VERIFY(dock->isVisible());
}

void tst_MainWindow::copiedCodeLeavesTheClipboard()
{
    WindowFixture fixture;
    fixture.admin.signIn(PhoneNumber::fromStored(u"+12025550101"_s), u"4821"_s);
    QTRY_VERIFY(fixture.button(u"Copy code of message %1"_s.arg(fixture.admin.messageRows.first().id)));
    QTest::mouseClick(fixture.button(u"Copy code of message %1"_s.arg(fixture.admin.messageRows.first().id)),
                      Qt::LeftButton);
    const QClipboard *clipboard = QApplication::clipboard();
    QCOMPARE(clipboard->text(), u"4821"_s);
    QCOMPARE(clipboard->mimeData()->data(u"x-kde-passwordManagerHint"_s), "secret");
    QCOMPARE(fixture.text(u"statusClipboard"_s), u"Clears the clipboard in 10 s"_s);
    fixture.admin.clock.advance(seconds(7));
    QTRY_COMPARE(fixture.text(u"statusClipboard"_s), u"Clears the clipboard in 3 s"_s);
    QCOMPARE(clipboard->text(), u"4821"_s);
    fixture.admin.clock.advance(seconds(3));
    QTRY_COMPARE(clipboard->text(), QString());
    QCOMPARE(fixture.text(u"statusClipboard"_s), QString());
}

void tst_MainWindow::foreignClipboardStays()
{
    {
        WindowFixture fixture;
        fixture.admin.signIn(PhoneNumber::fromStored(u"+12025550101"_s), u"4821"_s);
        const QString copy = u"Copy code of message %1"_s.arg(fixture.admin.messageRows.first().id);
        QTRY_VERIFY(fixture.button(copy));
        QTest::mouseClick(fixture.button(copy), Qt::LeftButton);
        QApplication::clipboard()->setText(u"somebody else's"_s);
        fixture.admin.clock.advance(seconds(11));
        QTRY_COMPARE(fixture.text(u"statusClipboard"_s), QString());
        QCOMPARE(QApplication::clipboard()->text(), u"somebody else's"_s);
    }
    QCOMPARE(QApplication::clipboard()->text(), u"somebody else's"_s);
}

void tst_MainWindow::clipboardIsClearedAtTheEnd()
{
    {
        WindowFixture fixture;
        fixture.admin.signIn(PhoneNumber::fromStored(u"+12025550101"_s), u"4821"_s);
        const QString copy = u"Copy code of message %1"_s.arg(fixture.admin.messageRows.first().id);
        QTRY_VERIFY(fixture.button(copy));
        QTest::mouseClick(fixture.button(copy), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), u"4821"_s);
    }
    QCOMPARE(QApplication::clipboard()->text(), QString());
}

void tst_MainWindow::remembersThePageAndGeometry()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"console.json"_s);
    const QSize size(1100, 700);
    {
        WindowFixture fixture(file);
        QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
        fixture.window.resize(size);
        fixture.window.openPanel(u"try-it"_s);
        QTest::keyClick(&fixture.window, Qt::Key_F9);
        fixture.window.quit();
        QTRY_VERIFY(!fixture.window.isVisible());
    }
    QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    WindowFixture again(file);
    QCOMPARE(again.window.currentPanel(), u"try-it"_s);
    QCOMPARE(again.window.size(), size);
    QVERIFY(!again.find<QDockWidget>(u"phoneDock"_s)->isVisible());
}

void tst_MainWindow::damagedStateIsNoObstacle()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"console.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"window.page\": [1, \"\xff");
    file.close();
    WindowFixture fixture(file.fileName());
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    QCOMPARE(fixture.window.currentPanel(), u"overview"_s);
}

void tst_MainWindow::statusLineCounts()
{
    WindowFixture fixture;
    fixture.admin.signIn(PhoneNumber::fromStored(u"+12025550101"_s));
    QTRY_COMPARE(fixture.text(u"statusCodes"_s), u"Live codes 1"_s);
    QCOMPARE(fixture.text(u"statusToday"_s), u"Sent 1 · Failed 0 today"_s);
    QCOMPARE(fixture.text(u"statusQueue"_s), u"Queue 0"_s);
}

/// And goes on where somebody has left it.
void tst_MainWindow::aPageBeginsWhereItWants()
{
    WindowFixture fixture;
    fixture.window.openPanel(u"users"_s); // a page with the focus, which the next one takes over
    fixture.window.openPanel(u"providers"_s);
    const QWidget *providers = fixture.window.panel(u"providers"_s);
    const auto *gateways = providers->findChild<QListWidget *>();
    QTRY_VERIFY(gateways->hasFocus());
    auto *search = providers->findChild<QLineEdit *>();
    search->setFocus();
    fixture.window.openPanel(u"users"_s);
    fixture.window.openPanel(u"providers"_s);
    QTRY_VERIFY(search->hasFocus());
}

void tst_MainWindow::titlesStandStill()
{
    WindowFixture fixture;
    QSet<int> middles;
    for (const PanelEntry &entry : panels()) {
        const Panel *page = fixture.window.panel(QString::fromLatin1(entry.id));
        fixture.window.openPanel(QString::fromLatin1(entry.id));
        settle();
        for (const QLabel *label : page->findChildren<QLabel *>()) {
            if (label->property("look").toString() == u"headline")
                middles.insert(label->mapTo(page, label->rect().center()).y());
        }
    }
    QCOMPARE(middles.size(), 1);
}

/// In whatever colours the window begins.
void tst_MainWindow::statusLineKeepsItsDistances()
{
    const QTemporaryDir folder;
    QSet<int> distances;
    for (const QByteArray scheme : {"light", "dark"}) {
        QFile state(folder.filePath(u"console.json"_s));
        QVERIFY(state.open(QIODevice::WriteOnly) && state.write(R"({"window.scheme":")" + scheme + R"("})") > 0);
        state.close();
        const WindowFixture fixture(state.fileName());
        QTRY_COMPARE(fixture.text(u"statusState"_s), u"Running"_s);
        settle();
        distances.insert(fixture.find<QLabel>(u"statusMode"_s)->x() - fixture.find<QLabel>(u"statusState"_s)->x());
    }
    QCOMPARE(distances.size(), 1);
}

void tst_MainWindow::undoTakesTheOfferAway_data()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("on the page") << u"users"_s;
    QTest::newRow("from another one") << u"codes"_s;
}

/// What was brought back by key cannot be brought back by the notice once more.
void tst_MainWindow::undoTakesTheOfferAway()
{
    QFETCH(QString, page);
    WindowFixture fixture;
    fixture.admin.addUser(PhoneNumber::fromStored(u"+12025550101"_s));
    fixture.window.openPanel(u"users"_s);
    auto *table = fixture.window.panel(u"users"_s)->findChild<RecordTable *>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    table->setFocus();
    QTRY_VERIFY(table->currentId() != 0);
    QTest::keyClick(table, Qt::Key_Delete);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    const auto *offer = fixture.find<QPushButton>(u"toastAction"_s);
    QVERIFY(offer->isVisible());
    fixture.window.openPanel(page);
    QTest::keyClick(&fixture.window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!offer->isVisible());
    QVERIFY(!fixture.find<QLabel>(u"toastText"_s)->isVisible());
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(fixture.admin.count(u"removeUser"_s), 0);
    QTest::keyClick(&fixture.window, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(fixture.text(u"toastText"_s), u"There is nothing to undo."_s);
}

void tst_MainWindow::slowEngineHoldsNothingUp()
{
    WindowFixture fixture({}, [](FakeAdmin &admin) { admin.hold(); });
    QTest::keyClick(&fixture.window, Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(fixture.find<QListWidget>(u"sideBar"_s)->currentRow(), 2);
    QVERIFY(!fixture.find<QPushButton>(u"serverToggle"_s)->isEnabled());
    fixture.admin.release();
    QTRY_COMPARE(fixture.admin.count(u"startServer"_s), 1);
    fixture.admin.release();
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
