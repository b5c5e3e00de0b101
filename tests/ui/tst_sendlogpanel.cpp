// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/PanelTest.h"
#include "ui/panels/SendLogPanel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FilterBar.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/RecordDetails.h"
#include "ui/widgets/RecordTable.h"
#include "ui/widgets/SavedFilters.h"
#include "ui/widgets/SearchFooter.h"
#include "ui/widgets/Suggestions.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QToolButton>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSendLogPanel : public QObject, private PanelTest
{
    Q_OBJECT

private:
    RecordTable *table = nullptr;
    FilterBar *filter = nullptr;

    QString cell(int row, int column) { return table->model()->index(row, column).data().toString(); }
    int rows() { return table->model()->rowCount(); }
    RecordDetails *details() { return panel->findChild<RecordDetails *>(); }
    void fill(int count)
    {
        for (int i = 0; i < count; ++i)
            admin().addMessage(PanelFixture::phone(i % 10));
        settle();
    }

private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void cleanupTestCase() { theme.reset(); }
    void init()
    {
        makePage(makeSendLogPanel);
        table = panel->findChild<RecordTable *>();
        filter = panel->findChild<FilterBar *>();
    }
    void cleanup() { dropPage(); }

    void showsNewestFirst()
    {
        admin().addMessage(PanelFixture::phone(1), MessageState::Delivered);
        admin().clock.advance(1s);
        admin().addMessage(PanelFixture::phone(2), MessageState::Failed);
        showPanel(*panel);
        QTRY_COMPARE(rows(), 2);
        QCOMPARE(cell(0, 1), u"+1 202-555-0102"_s);
        QCOMPARE(cell(0, 2), u"Failed"_s);
        QCOMPARE(cell(0, 4), u"The number is not valid."_s);
        QCOMPARE(cell(1, 2), u"Delivered"_s);
    }

    void emptyBothWays()
    {
        showPanel(*panel);
        QTRY_VERIFY(table->emptyState()->isVisible());
        QVERIFY(table->emptyState()->text().startsWith(u"Nothing sent yet."_s));
        QTest::mouseClick(table->emptyState()->button(), Qt::LeftButton);
        QCOMPARE(fixture->opened.last().first, u"try-it"_s);
        fill(3);
        QTRY_COMPARE(rows(), 3);
        filter->setText(u"status:failed"_s);
        QTRY_VERIFY(table->emptyState()->isVisible());
        QCOMPARE(table->emptyState()->text(), u"Nothing sent in this range."_s);
        picture(*panel, u"sendlog-nothing"_s);
        QTest::mouseClick(table->emptyState()->button(), Qt::LeftButton);
        QTRY_COMPARE(rows(), 3);
    }

    void readsOnWhenScrolled()
    {
        fill(450);
        showPanel(*panel);
        QTRY_COMPARE(rows(), 200);
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
        QTRY_COMPARE(rows(), 400);
        QCOMPARE(admin().last(u"searchLog"_s).value(u"before"_s).toLongLong(),
                 table->model()->index(199, 0).data(IdRole).toLongLong());
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
        QTRY_COMPARE(rows(), 450);
    }

    /// Down to the oldest row and up again: little is kept, and what is read stays where it is.
    void walksThroughALongList()
    {
        MessageRecord row = admin().addMessage(PanelFixture::phone(1));
        admin().messageRows.clear();
        for (row.id = 1; row.id <= 7050; ++row.id)
            admin().messageRows.prepend(row);
        showPanel(*panel);
        QTRY_COMPARE(rows(), 200);
        auto *model = static_cast<TableModelBase *>(table->model());
        QScrollBar *bar = table->verticalScrollBar();
        const auto topId = [this] { return table->indexAt(QPoint(1, 1)).data(IdRole).toLongLong(); };
        const auto lastId = [this] { return table->model()->index(rows() - 1, 0).data(IdRole).toLongLong(); };
        while (model->hasMore()) {
            const RowId last = lastId();
            bar->setValue(bar->maximum());
            const RowId top = topId();
            QTRY_VERIFY(lastId() < last);
            QCOMPARE(topId(), top); // although rows have gone far above it
            const int asked = admin().count(u"searchLog"_s);
            settle();
            QCOMPARE(admin().count(u"searchLog"_s), asked); // it reads on only when somebody scrolls
            QVERIFY(rows() <= 3000);
        }
        QCOMPARE(lastId(), 1);
        QVERIFY(!model->isAtNewest());
        while (!model->isAtNewest()) {
            const RowId first = model->index(0, 0).data(IdRole).toLongLong();
            bar->setValue(table->verticalHeader()->defaultSectionSize() * 3);
            const RowId top = topId();
            QTRY_VERIFY(model->index(0, 0).data(IdRole).toLongLong() > first);
            QCOMPARE(topId(), top);
            QVERIFY(rows() <= 3000);
        }
        QCOMPARE(model->index(0, 0).data(IdRole).toLongLong(), 7050);
    }

    void newRowsDoNotMoveWhatIsRead()
    {
        fill(100);
        showPanel(*panel);
        QTRY_COMPARE(rows(), 100);
        table->verticalScrollBar()->setValue(500);
        const RowId top = table->indexAt(QPoint(1, 1)).data(IdRole).toLongLong();
        fill(3);
        QTRY_VERIFY(table->pill()->isVisible());
        QCOMPARE(table->pill()->text(), u"3 new"_s);
        QCOMPARE(table->indexAt(QPoint(1, 1)).data(IdRole).toLongLong(), top);
        QCOMPARE(rows(), 100);
        picture(*panel, u"sendlog-pill"_s);
        QTest::mouseClick(table->pill(), Qt::LeftButton);
        QTRY_COMPARE(rows(), 103);
        QCOMPARE(table->verticalScrollBar()->value(), 0);
        fill(1); // at the newest: it follows
        QTRY_COMPARE(rows(), 104);
    }

    void filtersByTextAndChoice()
    {
        admin().addMessage(PanelFixture::phone(1), MessageState::Failed);
        admin().addMessage(PanelFixture::phone(2), MessageState::Delivered);
        admin().addMessage(PanelFixture::phone(3), MessageState::Blocked);
        showPanel(*panel);
        QTRY_COMPARE(rows(), 3);
        QComboBox *states = panel->findChild<QComboBox *>();
        QCOMPARE(states->currentText(), u"All states"_s);
        states->setCurrentIndex(states->findText(u"Problems"_s));
        Q_EMIT states->activated(states->currentIndex());
        QCOMPARE(filter->text(), u"status:undelivered,failed,expired,blocked,key_lost"_s);
        QTRY_COMPARE(rows(), 2);

        filter->field()->clear();
        panel->focusFilter();
        QTest::keyClicks(filter->field(), u"status:delivered"_s);
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(states->currentText(), u"Delivered"_s);

        filter->setText(u"21211"_s); // the gateway's own code
        QTRY_COMPARE(cell(0, 2), u"Failed"_s);
        filter->setText(u"0102"_s);
        QTRY_COMPARE(cell(0, 1), u"+1 202-555-0102"_s);
        filter->setText(u"status:gone"_s);
        QTRY_VERIFY(words(*panel).contains(u"There is no state “gone”."_s));
        // Nothing stands there that no filter stands for, and the choice beside it says so, too.
        QTRY_COMPARE(rows(), 0);
        QCOMPARE(table->emptyState()->text(), u"This filter cannot be used. What is wrong with it stands above."_s);
        QCOMPARE(states->currentIndex(), -1);
        QCOMPARE(states->placeholderText(), u"As written"_s);
        filter->setText(u"0102"_s); // as before
        QTRY_COMPARE(cell(0, 1), u"+1 202-555-0102"_s);
        filter->setText(u"status:failed status:delivered"_s); // either
        QTRY_COMPARE(rows(), 2);
    }

    void showsEveryAttemptInTheGatewaysWords()
    {
        MessageRecord message = admin().addMessage(PanelFixture::phone(1), MessageState::Failed);
        message.attempts = {{admin().clock.now(), u"twilio"_s, 503, u"20429"_s, u"Too many requests"_s, 80},
                            {admin().clock.now(), u"twilio"_s, 0, {}, u"Connection refused"_s, 3},
                            {admin().clock.now(), u"twilio"_s, 400, u"21211"_s, u"Invalid 'To' number"_s, 95}};
        message.reason = u"Invalid 'To' number"_s;
        admin().update(message);
        showPanel(*panel);
        QTRY_COMPARE(rows(), 1);
        table->selectRow(0);
        settle();
        const QString shown = details()->plainText();
        for (const QString &part :
             {u"Attempt 1: handed to twilio"_s, u"“Too many requests”\nHTTP 503 · code 20429 · 80 ms"_s,
              u"“Connection refused”\nNo answer · 3 ms"_s, u"Attempt 3"_s, u"HTTP 400 · code 21211 · 95 ms"_s})
            QVERIFY2(shown.contains(part), qPrintable(part));
        picture(*panel, u"sendlog-attempts"_s);
    }

    void saysWhyItWasBlocked()
    {
        admin().addMessage(PanelFixture::phone(1), MessageState::Blocked);
        showPanel(*panel);
        QTRY_COMPARE(rows(), 1);
        table->selectRow(0);
        settle();
        QVERIFY(details()->plainText().contains(u"Limit of a number reached"_s));
        QVERIFY(details()->plainText().contains(u"Blocked: nothing was sent"_s));
    }

    void opensAMessageByItsId()
    {
        const MessageRecord old = admin().addMessage(PanelFixture::phone(7), MessageState::Failed);
        fill(300);
        showPanel(*panel);
        QTRY_COMPARE(rows(), 200);
        panel->open(QString::number(old.id));
        QTRY_VERIFY(details()->plainText().contains(u"+1 202-555-0107"_s)); // far below, and still shown
        panel->open(table->model()->index(5, 0).data(IdRole).toString());
        QTRY_COMPARE(table->chosen().row(), 5);
        panel->open(u"999999"_s);
        QTRY_VERIFY(!fixture->notices.isEmpty());
        QVERIFY(fixture->notices.last().text.contains(u"no longer in the log"_s));
        panel->open(u"+12025550107"_s);
        QCOMPARE(filter->text(), u"to:+12025550107"_s);
        QTRY_COMPARE(rows(), 31);
    }

    void narrowsToTheNumber()
    {
        fill(20);
        showPanel(*panel);
        QTRY_COMPARE(rows(), 20);
        table->selectRow(0);
        settle();
        QTest::mouseClick(control<QPushButton>(*panel, u"Only this number"_s), Qt::LeftButton);
        QTRY_COMPARE(rows(), 2);
    }

    void keepsUpWithAMessageOnItsWay()
    {
        MessageRecord message = admin().addMessage(PanelFixture::phone(1), MessageState::Queued);
        showPanel(*panel);
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(cell(0, 2), u"Queued"_s);
        table->selectRow(0);
        message.state = MessageState::Delivered;
        admin().update(message);
        QTRY_COMPARE(cell(0, 2), u"Delivered"_s);
        QVERIFY(details()->plainText().contains(u"Delivered"_s));
    }

    void masksPhonesInLiveMode()
    {
        fixture->goLive();
        admin().addMessage(PanelFixture::phone(1), MessageState::Sent);
        showPanel(*panel);
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(cell(0, 1), u"+1202•••0101"_s);
    }

    void saysWhyItCannotAsk()
    {
        admin().fail(u"searchLog"_s, {ErrorCode::TimedOut, {}});
        showPanel(*panel);
        auto *notice = panel->findChild<InlineNotice *>();
        QTRY_VERIFY(notice->isVisible());
        QVERIFY(!table->emptyState()->isVisible());
        admin().succeed(u"searchLog"_s);
        fill(1);
        QTRY_COMPARE(rows(), 1);
        QVERIFY(!notice->isVisible());
    }

    void neverWaits()
    {
        fill(5);
        admin().hold();
        QElapsedTimer timer;
        timer.start();
        showPanel(*panel);
        filter->setText(u"status:failed"_s);
        filter->setText({});
        panel->open(u"3"_s);
        QVERIFY(timer.elapsed() < 2000);
        panel.reset();
        admin().release();
        settle();
    }

    /// With every letter: what is wrong is underlined and said, what is only begun is not; the list waits for
    /// sense.
    void saysWhatIsWrongWhileOneTypes()
    {
        fill(3);
        showPanel(*panel);
        QTRY_COMPARE(rows(), 3);
        panel->focusFilter();
        QTest::keyClicks(filter->field(), u"status:"_s);
        QCOMPARE(filter->problem(), u"What comes after “status:”?"_s);
        QVERIFY(filter->field()->marks().isEmpty());
        QTest::keyClicks(filter->field(), u"fai"_s); // could still become "failed"
        QVERIFY(filter->field()->marks().isEmpty());
        QTest::keyClicks(filter->field(), u"x "_s);
        QCOMPARE(filter->problem(), u"There is no state “faix”."_s);
        QCOMPARE(filter->field()->marks().size(), 1);
        QCOMPARE(filter->field()->marks().first().start, 7);
        QCOMPARE(filter->field()->marks().first().length, 4);
        picture(*panel, u"sendlog-wrong"_s);
        QTRY_COMPARE(rows(), 0);
        filter->setText(u"status:failed"_s);
        QCOMPARE(filter->problem(), QString());
        QTRY_COMPARE(rows(), 0);
    }

    void proposesKeysStatesAndGateways()
    {
        showPanel(*panel);
        panel->focusFilter();
        auto *suggestions = filter->field()->findChild<Suggestions *>();
        QTest::keyClicks(filter->field(), u"st"_s);
        QCOMPARE(suggestions->shown(), QStringList{u"status:"_s});
        QTest::keyClicks(filter->field(), u"atus:sent,fa"_s);
        QCOMPARE(suggestions->shown(), QStringList{u"failed"_s});
        filter->field()->clear();
        QTest::keyClicks(filter->field(), u"-provider:t"_s);
        QTRY_COMPARE(suggestions->shown(), QStringList{u"twilio"_s});
        auto *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(filter->text(), u"-provider:twilio"_s);
    }

    void keepsFiltersByName()
    {
        fill(3);
        showPanel(*panel);
        auto *saved = panel->findChild<SavedFilters *>();
        filter->setText(u"status:failed last:24h"_s);
        Q_EMIT saved->menu()->aboutToShow();
        auto *name = saved->menu()->findChild<QLineEdit *>();
        QVERIFY(name);
        name->setText(u"Bad & new"_s);
        auto *go = saved->menu()->findChild<QPushButton *>();
        QVERIFY(go && go->isEnabled());
        name->clear();
        QVERIFY(!go->isEnabled()); // there is no filter without a name
        name->setText(u"Bad & new"_s);
        go->click();
        QVERIFY(fixture->notices.last().text.contains(u"Bad & new"_s));
        QCOMPARE(saved->entries(), QList<SavedFilters::Entry>({{u"Bad & new"_s, u"status:failed last:24h"_s}}));

        filter->setText({});
        Q_EMIT saved->menu()->aboutToShow();
        QCOMPARE(saved->menu()->actions().first()->text(), u"Bad && new"_s);
        saved->menu()->actions().first()->trigger();
        QCOMPARE(filter->text(), u"status:failed last:24h"_s);

        saved->remove(u"Bad & new"_s);
        QCOMPARE(saved->entries().size(), 0);
        QVERIFY(fixture->notices.last().actionText.contains(u"Undo"_s));
        fixture->notices.last().action();
        QCOMPARE(saved->entries().size(), 1);
        QVERIFY(!panel->undo()); // nothing more

        // Kept by the state of the window, whatever somebody has written there.
        fixture->state.setValue(u"send-log.filters"_s, QJsonArray{7, QJsonObject{{u"name"_s, u"x"_s}}});
        QCOMPARE(saved->entries().size(), 0);
        filter->setText(u"status:lost"_s);
        Q_EMIT saved->menu()->aboutToShow();
        QVERIFY(!saved->menu()->findChild<QLineEdit *>() || !saved->menu()->findChild<QLineEdit *>()->isVisible());
    }

    void aFilterIsNamedAtOnce()
    {
        showPanel(*panel);
        auto *saved = panel->findChild<SavedFilters *>();
        filter->setText(u"status:failed"_s);
        saved->menu()->popup(panel->mapToGlobal(QPoint(0, 0)));
        QTRY_VERIFY(saved->menu()->isVisible());
        auto *name = saved->menu()->findChild<QLineEdit *>();
        QTRY_VERIFY(saved->menu()->focusWidget() == name); // the next key goes there
        QTest::keyClicks(name, u"mine"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(saved->entries().size(), 1);
        QTRY_VERIFY(!saved->menu()->isVisible());
    }

    /// A filter that finds little: it says how far it came, goes on, and can be stopped.
    void searchesInBoundedSteps()
    {
        admin().addMessage(PanelFixture::phone(1), MessageState::Failed);
        fill(3000);
        admin().rowsPerSearch = 100;
        showPanel(*panel);
        auto *footer = panel->findChild<SearchFooter *>();
        filter->setText(u"status:failed"_s);
        QTRY_VERIFY(footer->text().startsWith(u"Searched back to "_s));
        QCOMPARE(rows(), 0);
        QCOMPARE(footer->button()->text(), u"Search further"_s);
        QCOMPARE(table->emptyState()->text(), u"Nothing found so far."_s);
        picture(*panel, u"sendlog-searched"_s);
        admin().hold();
        QTest::mouseClick(footer->button(), Qt::LeftButton);
        QTRY_COMPARE(footer->button()->text(), u"Stop"_s);
        QVERIFY2(footer->text().startsWith(u"Searching… back to "_s), qPrintable(footer->text()));
        QTest::mouseClick(footer->button(), Qt::LeftButton);
        QCOMPARE(footer->button()->text(), u"Search further"_s);
        const int asked = admin().count(u"searchLog"_s);
        admin().release();
        settle();
        QCOMPARE(rows(), 0); // nobody waits for that answer any more
        QCOMPARE(admin().count(u"searchLog"_s), asked);
        QTest::mouseClick(footer->button(), Qt::LeftButton);
        QTRY_COMPARE(rows(), 1);
        QTRY_COMPARE(footer->text(), QString());
    }

    void showsOnlyTheAnswerToTheLastQuestion()
    {
        admin().addMessage(PanelFixture::phone(1), MessageState::Failed);
        fill(3);
        showPanel(*panel);
        QTRY_COMPARE(rows(), 4);
        admin().hold();
        const int before = admin().count(u"searchLog"_s);
        filter->setText(u"status:delivered"_s);
        QTRY_COMPARE(admin().count(u"searchLog"_s), before + 1);
        filter->setText(u"status:failed"_s);
        QTRY_COMPARE(admin().count(u"searchLog"_s), before + 2);
        admin().release();
        QTRY_COMPARE(rows(), 1);
        settle();
        QCOMPARE(cell(0, 2), u"Failed"_s);
    }

    void namesTheNextAction_data()
    {
        QTest::addColumn<MessageState>("state");
        QTest::addColumn<int>("http");
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("opens");
        using enum MessageState;
        QTest::newRow("credentials") << Failed << 401 << u"Check the credentials of twilio"_s
                                     << u"providers twilio"_s;
        QTest::newRow("refused") << Failed << 400 << u"Look at twilio"_s << u"providers twilio"_s;
        QTest::newRow("network") << Failed << 0 << u"Send again"_s << u""_s;
        QTest::newRow("busy") << Failed << 503 << u"Send again"_s << u""_s;
        QTest::newRow("key lost") << KeyLost << 0 << u"Send again"_s << u""_s;
        QTest::newRow("expired") << Expired << 0 << u"Send again"_s << u""_s;
        QTest::newRow("blocked") << Blocked << 0 << u"Open this limit"_s << u"settings SMS_AUTH_LIMIT_PHONE"_s;
        QTest::newRow("delivered") << Delivered << 200 << u""_s << u""_s;
        QTest::newRow("queued") << Queued << 0 << u""_s << u""_s;
    }
    void namesTheNextAction()
    {
        QFETCH(MessageState, state);
        QFETCH(int, http);
        QFETCH(QString, button);
        QFETCH(QString, opens);
        fixture->goLive();
        MessageRecord message = admin().addMessage(PanelFixture::phone(1), state);
        message.attempts = {{admin().clock.now(), u"twilio"_s, http, u"20003"_s, u"Authenticate"_s, 80}};
        admin().update(message);
        admin().startServer();
        showPanel(*panel);
        QTRY_COMPARE(rows(), 1);
        table->selectRow(0);
        settle();
        auto *next = panel->findChild<QPushButton *>(u"nextAction"_s);
        QCOMPARE(next->isVisibleTo(panel.get()), !button.isEmpty());
        if (button.isEmpty())
            return;
        QCOMPARE(next->text().remove(u'&'), button);
        QTRY_VERIFY(next->isEnabled());
        picture(*panel, u"sendlog-next-"_s + QLatin1StringView(QTest::currentDataTag()));
        QTest::mouseClick(next, Qt::LeftButton);
        if (opens.isEmpty()) {
            QTRY_COMPARE(admin().last(u"sendAgain"_s).value(u"message"_s).toLongLong(), message.id);
            QTRY_VERIFY(!fixture->notices.isEmpty());
            QVERIFY(fixture->notices.last().text.contains(u"on its way again"_s));
        } else {
            QCOMPARE(fixture->opened.last().first + u' ' + fixture->opened.last().second, opens);
        }
    }

    void sendsNothingWhileStopped()
    {
        admin().addMessage(PanelFixture::phone(1), MessageState::Expired);
        showPanel(*panel);
        QTRY_COMPARE(rows(), 1);
        table->selectRow(0);
        settle();
        auto *next = panel->findChild<QPushButton *>(u"nextAction"_s);
        QVERIFY(!next->isEnabled());
        QVERIFY(next->toolTip().contains(u"F5"_s));
        admin().startServer();
        QTRY_VERIFY(next->isEnabled());
        admin().fail(u"sendAgain"_s, {ErrorCode::LimitReached, u"limit phone"_s, std::chrono::seconds(5)});
        QTest::mouseClick(next, Qt::LeftButton);
        QTRY_VERIFY(!fixture->notices.isEmpty());
        QVERIFY(fixture->notices.last().isError);
    }

    void exportsWhatTheFilterFinds()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"out.csv"_s);
        admin().addMessage(PanelFixture::phone(1), MessageState::Failed);
        fill(50);
        showPanel(*panel);
        filter->setText(u"status:failed"_s);
        QTRY_COMPARE(rows(), 1);
        QTest::mouseClick(control<QPushButton>(*panel, u"Export…"_s), Qt::LeftButton);
        auto *name = control<QLineEdit>(*panel, u"File to write"_s);
        QVERIFY(name->text().endsWith(u".csv"_s));
        auto *format = control<QComboBox>(*panel, u"Format of the export"_s);
        format->setCurrentIndex(1);
        QVERIFY(name->text().endsWith(u".jsonl"_s));
        format->setCurrentIndex(0);
        name->setText(file);
        picture(*panel, u"sendlog-export"_s);
        // Nothing is replaced that somebody else has written, unless a person wants it.
        QFile former(file);
        QVERIFY(former.open(QIODevice::WriteOnly) && former.write("former") == 6);
        former.close();
        QTest::mouseClick(control<QPushButton>(*panel, u"Export"_s), Qt::LeftButton);
        QTRY_VERIFY(words(*panel).contains(u"There is a file %1 already."_s.arg(file)));
        QVERIFY(former.open(QIODevice::ReadOnly));
        QCOMPARE(former.readAll(), "former");
        picture(*panel, u"sendlog-export-replace"_s);
        name->setText(file + u"x"_s);
        name->setText(file); // another name and back: it is asked anew
        QTest::mouseClick(control<QPushButton>(*panel, u"Export"_s), Qt::LeftButton);
        QTRY_VERIFY(control<QPushButton>(*panel, u"Replace it"_s));
        QTest::mouseClick(control<QPushButton>(*panel, u"Replace it"_s), Qt::LeftButton);
        QTRY_VERIFY(words(*panel).contains(u"1 row"_s));
        QTest::mouseClick(control<QPushButton>(*panel, u"Export"_s), Qt::LeftButton);
        QTRY_VERIFY(words(*panel).contains(u"1 row"_s));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray text = written.readAll();
        QCOMPARE(text.count('\n'), 2);
        QVERIFY(text.contains("+1202•••0101"));
        picture(*panel, u"sendlog-exported"_s);
        QVERIFY(panel->minimumSizeHint().width() <= NarrowPage.width());
        QVERIFY(panel->minimumSizeHint().height() <= NarrowPage.height());
        panel->resize(NarrowPage);
        settle();
        picture(*panel, u"sendlog-exported-narrow"_s);
        panel->setLayoutDirection(Qt::RightToLeft);
        picture(*panel, u"sendlog-exported-mirrored"_s);
        panel->setLayoutDirection(Qt::LeftToRight);

        name->setText(folder.filePath(u"none/out.csv"_s));
        QTest::mouseClick(control<QPushButton>(*panel, u"Export"_s), Qt::LeftButton);
        QTRY_VERIFY(words(*panel).contains(u"Nothing was written."_s));

        admin().hold();
        name->setText(folder.filePath(u"another.csv"_s));
        QTest::mouseClick(control<QPushButton>(*panel, u"Export"_s), Qt::LeftButton);
        QCOMPARE(namelessControls(*panel), QStringList());
        picture(*panel, u"sendlog-exporting"_s);
        QTest::mouseClick(control<QPushButton>(*panel, u"Cancel the export"_s), Qt::LeftButton);
        QTRY_VERIFY(words(*panel).contains(u"The export was cancelled"_s));
        admin().release();
        filter->setText(u"status:lost "_s);
        QTest::mouseClick(control<QPushButton>(*panel, u"Export"_s), Qt::LeftButton);
        QTRY_VERIFY(words(*panel).contains(u"The filter cannot be used"_s));
    }

    /// Below the list there is room for two buttons in a line, beside it there is not; nothing is cut off there.
    void buttonsUseTheRoomThereIs()
    {
        fill(2);
        showPanel(*panel, NarrowPage);
        QTRY_COMPARE(rows(), 2);
        table->selectRow(0);
        settle();
        auto *again = control<QPushButton>(*panel, u"Send again"_s);
        auto *only = control<QPushButton>(*panel, u"Only this number"_s);
        QVERIFY(again && only);
        QTRY_COMPARE(again->y(), only->y());
        only->setText(u"As it may be called elsewhere"_s);
        panel->resize({850, 540}); // just enough to put the details beside the list
        QTRY_VERIFY(again->y() < only->y());
        const QWidget *details = panel->findChild<RecordDetails *>();
        QVERIFY(details->rect().contains(QRect(only->mapTo(details, QPoint()), only->size())));
        panel->resize(NarrowPage);
        QTRY_COMPARE(again->y(), only->y());
    }

    void everyControlHasAName()
    {
        fill(2);
        showPanel(*panel);
        QTRY_COMPARE(rows(), 2);
        table->selectRow(0);
        settle();
        QCOMPARE(namelessControls(*panel), QStringList());
        // The buttons inside the field as well, which only a screen reader and the mouse come to.
        const auto inside = filter->field()->findChildren<QToolButton *>();
        QCOMPARE(inside.size(), 2);
        QStringList names;
        for (const QToolButton *button : inside)
            names.append(button->accessibleName());
        names.sort();
        QCOMPARE(names, (QStringList{u"Empty the field: Filter the send log"_s,
                                     u"Go to the field: Filter the send log"_s}));
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
        using enum MessageState;
        for (const MessageState state : {Delivered, Failed, Sent, Blocked, Delivered, Undelivered, Expired,
                                         Delivered, Cancelled, KeyLost, Delivered, Sending, Queued}) {
            admin().addMessage(PanelFixture::phone(int(state) % 10), state);
            admin().clock.advance(47s);
        }
        showPanel(*panel, size);
        QTRY_COMPARE(rows(), 13);
        table->setFocus();
        table->selectRow(11);
        settle();
        picture(*panel, u"sendlog-%1"_s.arg(QLatin1StringView(QTest::currentDataTag())));
        QVERIFY(panel->minimumSizeHint().width() <= NarrowPage.width());
        QVERIFY(panel->minimumSizeHint().height() <= NarrowPage.height());
    }
};

QTEST_MAIN(TestSendLogPanel)
#include "tst_sendlogpanel.moc"
