// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowFixture.h"
#include "ui/ActionList.h"
#include "ui/CommandField.h"
#include "ui/HelpDialog.h"
#include "ui/ShortcutList.h"

#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QSet>

using namespace smsauth;
using namespace Qt::StringLiterals;

/// Ctrl+K, Ctrl+/ and F1: everything that can be done is found by its words, its keys, or its page.
class tst_CommandField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void theBestComesFirst();
    void opensAPageByKeyboard();
    void runsAnAction();
    void entriesSayWhatTheyAreAbout();
    void leavesOutWhatIsDisabled();
    void saysWhenNothingFits();
    void listsPlainTexts();
    void everyKeyIsListedOnce();
    void everyPageHasHelp();

private:
    static CommandField *open(WindowFixture &fixture)
    {
        QTest::keyClick(&fixture.window, Qt::Key_K, Qt::ControlModifier);
        auto *field = fixture.window.findChild<CommandField *>();
        if (!field || !QTest::qWaitForWindowActive(field) ||
            !QTest::qWaitFor([&] { return field->findChild<QLineEdit *>()->hasFocus(); }))
            qFatal("no command field");
        return field;
    }
    static QString text(const CommandField *field, int row)
    {
        const QListWidgetItem *item = field->findChild<QListWidget *>()->item(row);
        return item ? item->data(Qt::AccessibleTextRole).toString() : QString();
    }
};

void tst_CommandField::matches_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    QTest::newRow("nothing typed") << u""_s << u"Send log"_s << true;
    QTest::newRow("start of a word") << u"lo"_s << u"Send log"_s << true;
    QTest::newRow("any case") << u"SEND"_s << u"Send log"_s << true;
    QTest::newRow("words in any order") << u"log se"_s << u"Send log"_s << true;
    QTest::newRow("inside a word") << u"ort"_s << u"Start on a free port"_s << true;
    QTest::newRow("letters one after the other") << u"sfp"_s << u"Start on a free port"_s << true;
    QTest::newRow("letters in the wrong order") << u"pfs"_s << u"Start on a free port"_s << false;
    QTest::newRow("one word of two") << u"send phone"_s << u"Send log"_s << false;
    QTest::newRow("other letters") << u"журн"_s << u"Журнал отправки"_s << true;
}

void tst_CommandField::matches()
{
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QFETCH(bool, fits);
    QCOMPARE(matchScore(typed, text).has_value(), fits);
}

void tst_CommandField::theBestComesFirst()
{
    QVERIFY(matchScore(u"send"_s, u"Send log"_s) > matchScore(u"send"_s, u"Resend"_s));
    QVERIFY(matchScore(u"send"_s, u"Resend"_s) > matchScore(u"send"_s, u"Start the engine downstairs"_s));
    QVERIFY(matchScore(u"log"_s, u"Send log"_s) > matchScore(u"log"_s, u"Send logs"_s));
}

void tst_CommandField::opensAPageByKeyboard()
{
    WindowFixture fixture;
    CommandField *field = open(fixture);
    QTest::keyClicks(QApplication::focusWidget(), u"provid"_s);
    QVERIFY(text(field, 0).startsWith(u"Providers"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(fixture.window.currentPanel(), u"providers"_s);
    QTRY_VERIFY(!fixture.window.findChild<CommandField *>());
}

void tst_CommandField::runsAnAction()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    QTRY_VERIFY(fixture.button(u"Stop the server (F5)"_s) &&
                fixture.button(u"Stop the server (F5)"_s)->isEnabled());
    CommandField *field = open(fixture);
    auto *list = field->findChild<QListWidget *>();
    QTest::keyClicks(QApplication::focusWidget(), u"stop"_s);
    const int rows = list->count();
    QVERIFY(rows > 1);
    // Up from the first goes to the last, and down comes back.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QCOMPARE(list->currentRow(), rows - 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(list->currentRow(), 0);
    QVERIFY(text(field, 0).contains(u"F5"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(fixture.admin.statusNow.state, ServerState::Stopped);
}

void tst_CommandField::entriesSayWhatTheyAreAbout()
{
    WindowFixture fixture;
    CommandField *field = open(fixture);
    QTest::keyClicks(QApplication::focusWidget(), u"light"_s);
    QCOMPARE(text(field, 0), u"Appearance: Light, View"_s);
    QVERIFY(field->grab().save(QCoreApplication::applicationDirPath() + u"/screens-commands.png"_s));
    // No two entries read alike.
    QSet<QString> titles;
    for (const ListedAction &listed : listActions(fixture.window)) {
        QVERIFY2(!titles.contains(listed.title() + listed.menu()), qPrintable(listed.title()));
        titles.insert(listed.title() + listed.menu());
    }
}

void tst_CommandField::leavesOutWhatIsDisabled()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    CommandField *field = open(fixture);
    QTest::keyClicks(QApplication::focusWidget(), u"delete this code"_s); // none is chosen
    for (int row = 0; row < field->findChild<QListWidget *>()->count(); ++row)
        QVERIFY(!text(field, row).startsWith(u"Delete this code"_s));
}

void tst_CommandField::saysWhenNothingFits()
{
    WindowFixture fixture;
    CommandField *field = open(fixture);
    QTest::keyClicks(QApplication::focusWidget(), u"xyzzy"_s);
    QVERIFY(!field->findChild<QListWidget *>()->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(field->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!fixture.window.findChild<CommandField *>());
}

void tst_CommandField::listsPlainTexts()
{
    const WindowFixture fixture;
    for (const ListedAction &listed : listActions(fixture.window)) {
        QVERIFY(!listed.text.isEmpty());
        QVERIFY(!listed.text.contains(u'&'));
    }
}

void tst_CommandField::everyKeyIsListedOnce()
{
    WindowFixture fixture;
    QTest::keyClick(&fixture.window, Qt::Key_Slash, Qt::ControlModifier);
    const auto *list = fixture.window.findChild<ShortcutList *>();
    QVERIFY(list && list->isVisible());
    QStringList shown;
    for (const QLabel *label : list->findChildren<QLabel *>())
        shown.append(label->text());
    for (const QString &keys : {u"Ctrl+K"_s, u"F5"_s, u"F9"_s, u"F1"_s, u"Ctrl+Z"_s, u"Ctrl+F"_s, u"Ctrl+1"_s})
        QCOMPARE(shown.count(keys), 1);
    // No two actions fight over one key.
    QHash<QKeySequence, QString> owners;
    for (const ListedAction &listed : listActions(fixture.window)) {
        for (const QKeySequence &keys : listed.action->shortcuts()) {
            QVERIFY2(!owners.contains(keys),
                     qPrintable(u"%1: %2 and %3"_s.arg(keys.toString(), listed.text, owners.value(keys))));
            owners.insert(keys, listed.text);
        }
    }
}

void tst_CommandField::everyPageHasHelp()
{
    WindowFixture fixture;
    QSet<QString> texts;
    const auto *sidebar = fixture.find<QListWidget>(u"sideBar"_s);
    for (int row = 0; row < sidebar->count(); ++row) {
        fixture.find<QListWidget>(u"sideBar"_s)->setCurrentRow(row);
        fixture.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window));
        QTest::keyClick(&fixture.window, Qt::Key_F1);
        auto *help = fixture.window.findChild<HelpDialog *>();
        QVERIFY(help && help->isVisible());
        const QString text = help->findChild<QLabel *>(u"helpText"_s)->text();
        QVERIFY2(!text.isEmpty(), qPrintable(fixture.window.currentPanel()));
        texts.insert(text);
        QTest::keyClick(help, Qt::Key_Escape);
        QTRY_VERIFY(!fixture.window.findChild<HelpDialog *>());
    }
    QCOMPARE(texts.size(), sidebar->count());
}

QTEST_MAIN(tst_CommandField)
#include "tst_commandfield.moc"
