// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/PanelFixture.h"
#include "ui/panels/SendLogFilter.h"
#include "ui/panels/SendLogPanel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FilterBar.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/RecordDetails.h"
#include "ui/widgets/RecordTable.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSendLogPanel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> theme;
    std::unique_ptr<PanelFixture> fixture;
    std::unique_ptr<Panel> panel;
    RecordTable *table = nullptr;
    FilterBar *filter = nullptr;

    FakeAdmin &admin() { return fixture->admin; }
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
    void initTestCase()
    {
        theme = std::make_unique<Theme>(*qApp);
        theme->setParent(qApp);
    }
    void cleanupTestCase() { theme.reset(); }
    void init()
    {
        fixture = std::make_unique<PanelFixture>();
        panel = makeSendLogPanel(fixture->context());
        table = panel->findChild<RecordTable *>();
        filter = panel->findChild<FilterBar *>();
        settle();
    }
    void cleanup()
    {
        panel.reset();
        fixture.reset();
    }

    void understandsTerms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("states");
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("problems");
        QTest::newRow("nothing") << u""_s << u""_s << u""_s << u""_s << u""_s << 0;
        QTest::newRow("to") << u"to:+12025550101"_s << u"12025550101"_s << u""_s << u""_s << u""_s << 0;
        QTest::newRow("to, some digits") << u"to:0101"_s << u"0101"_s << u""_s << u""_s << u""_s << 0;
        QTest::newRow("a bare number") << u"+1 202 555-0101"_s << u"12025550101"_s << u""_s << u""_s << u""_s << 0;
        QTest::newRow("a gateway's code is no phone") << u"21211"_s << u""_s << u""_s << u""_s << u"21211"_s << 0;
        QTest::newRow("states") << u"status:failed,BLOCKED"_s << u""_s << u"failed blocked"_s << u""_s << u""_s
                                << 0;
        QTest::newRow("provider") << u"provider:twilio"_s << u""_s << u""_s << u"twilio"_s << u""_s << 0;
        QTest::newRow("quoted") << u"provider:\"my gate\" x"_s << u""_s << u""_s << u"my gate"_s << u"x"_s << 0;
        QTest::newRow("words") << u"not valid"_s << u""_s << u""_s << u""_s << u"not valid"_s << 0;
        QTest::newRow("all at once") << u"to:0101 status:sent provider:kannel x"_s << u"0101"_s << u"sent"_s
                                     << u"kannel"_s << u"x"_s << 0;
        QTest::newRow("half typed") << u"status:"_s << u""_s << u""_s << u""_s << u""_s << 0;
        QTest::newRow("unknown state") << u"status:lost"_s << u""_s << u""_s << u""_s << u""_s << 1;
        QTest::newRow("unknown field") << u"colour:red"_s << u""_s << u""_s << u""_s << u""_s << 1;
    }
    void understandsTerms()
    {
        QFETCH(QString, text);
        const SendLogFilter parsed = SendLogFilter::parse(text);
        QStringList states;
        for (const MessageState state : parsed.states)
            states.append(wireName(state));
        QTEST(parsed.phone.digits, "phone");
        QTEST(states.join(u' '), "states");
        QTEST(parsed.provider, "provider");
        QTEST(parsed.words.join(u' '), "words");
        QTEST(int(parsed.problems.size()), "problems");
    }

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
        QCOMPARE(admin().last(u"messages"_s).value(u"before"_s).toLongLong(),
                 table->model()->index(199, 0).data(IdRole).toLongLong());
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
        QTRY_COMPARE(rows(), 450);
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
        QVERIFY(details()->plainText().contains(u"limit phone"_s));
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
        QTRY_COMPARE(admin().last(u"messages"_s).value(u"phone"_s).toString(), u"+12025550107"_s);
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
        admin().fail(u"messages"_s, {ErrorCode::TimedOut, {}});
        showPanel(*panel);
        auto *notice = panel->findChild<InlineNotice *>();
        QTRY_VERIFY(notice->isVisible());
        QVERIFY(!table->emptyState()->isVisible());
        admin().succeed(u"messages"_s);
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

    void everyControlHasAName()
    {
        fill(2);
        showPanel(*panel);
        QTRY_COMPARE(rows(), 2);
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
