// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/GatewayForm.h"
#include "tests/ui/ProvidersTest.h"
#include "ui/panels/gateway/GatewayEditor.h"
#include "ui/panels/gateway/GatewayFormView.h"
#include "ui/panels/gateway/GatewayJsonView.h"
#include "ui/panels/gateway/GatewayList.h"
#include "ui/panels/gateway/ReplyTester.h"
#include "ui/widgets/InlineNotice.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTextBlock>

using namespace smsauth;

/// Descriptions of gateways of a person's own: made, copied, changed, deleted and brought back.
class TestGatewayEditor : public QObject, private ProvidersTest
{
    Q_OBJECT

private:
    QLineEdit *idEdit()
    {
        const auto labels = panel->findChildren<QLabel *>();
        for (QLabel *label : labels) {
            if (label->text() == u"Id")
                return qobject_cast<QLineEdit *>(label->buddy());
        }
        return nullptr;
    }
    QString shownRequest()
    {
        auto *shown = control<QPlainTextEdit>(*panel, u"Request that would go out"_s);
        return shown ? shown->toPlainText() : QString();
    }
    void openNew()
    {
        showPanel(*panel);
        QTRY_COMPARE(list->count(), 4);
        QTRY_VERIFY(button(u"Add your own gateway"_s));
        QTest::mouseClick(button(u"Add your own gateway"_s), Qt::LeftButton);
        settle();
        QTRY_VERIFY(button(u"Save"_s) && button(u"Save"_s)->isEnabled());
    }
    void addBroken(const QByteArray &text)
    {
        ProviderInfo bad;
        bad.id = bad.title = u"bad"_s;
        bad.isFile = bad.isOwn = true;
        bad.problem = {u"\"{bsae}\" is not declared in vars"_s, u"/send/url"_s, {19, 5}};
        admin().providerRows.append(bad);
        admin().gatewayFiles.insert(u"bad"_s, {u"bad"_s, text, true});
    }

private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void cleanupTestCase() { theme.reset(); }
    void init() { makeProviders(); }
    void cleanup() { dropPage(); }

    void describesAGatewayInAForm()
    {
        showPanel(*panel);
        QTRY_COMPARE(list->count(), 4);
        QTRY_VERIFY(button(u"Add your own gateway"_s)); // on the simulator's page
        QTest::mouseClick(button(u"Add your own gateway"_s), Qt::LeftButton);
        settle();
        auto *editor = panel->findChild<GatewayEditor *>();
        QVERIFY(editor && editor->isVisible());
        QTRY_COMPARE(shownRequest().section(u'\n', 0, 0), u"POST https://sms.example.com/send"_s);
        QVERIFY(shownRequest().contains(u"Authorization: Bearer ••••"_s));
        type(control<QLineEdit>(*panel, u"Title"_s), u"My Gateway 2"_s);
        QCOMPARE(control<QLineEdit>(*panel, u"Id"_s), nullptr); // a label names it
        QCOMPARE(idEdit()->text(), u"my-gateway-2"_s);
        type(control<QLineEdit>(*panel, u"Message: URL"_s), u"{base}/v2/{to}"_s);
        QTRY_COMPARE(shownRequest().section(u'\n', 0, 0), u"POST https://sms.example.com/v2/%2B12025550101"_s);
        picture(*panel, u"gateway-editor"_s);
        QTRY_VERIFY(button(u"Save"_s)->isEnabled());
        QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
        QTRY_COMPARE(admin().count(u"saveGateway"_s), 1);
        QVERIFY(admin().gatewayFiles.value(u"my-gateway-2"_s).text.contains("{base}/v2/{to}"));
        QTRY_COMPARE(list->count(), 5);
        QTRY_COMPARE(list->currentItem()->text(), u"My Gateway 2"_s);
        QVERIFY(list->isVisible());
    }

    void savesNothingInvalid()
    {
        openNew();
        type(control<QLineEdit>(*panel, u"Message: URL"_s), u"{bas}/send"_s);
        QTRY_VERIFY(says(u"/send/url: “{bas}” is not declared in vars."_s));
        QVERIFY(!button(u"Save"_s)->isEnabled());
        picture(*panel, u"gateway-problem"_s);
        QTest::mouseClick(button(u"Show"_s), Qt::LeftButton);
        auto *json = panel->findChild<GatewayJsonView *>();
        QVERIFY(json->isVisible() && json->hasFocus());
        QVERIFY(json->textCursor().block().text().contains(u"{bas}/send"));
        QCOMPARE(json->extraSelections().size(), 1);
        picture(*panel, u"gateway-json"_s);
        json->setPlainText(json->toPlainText().replace(u"{bas}"_s, u"{base}"_s));
        QTRY_VERIFY(button(u"Save"_s)->isEnabled());
        QCOMPARE(json->extraSelections().size(), 0);
        // What is no JSON leaves the form alone until it is JSON again.
        json->setPlainText(u"{"_s);
        QTRY_VERIFY(says(u"Line 1"_s));
        QVERIFY(!panel->findChild<GatewayFormView *>()->isEnabled());
        QVERIFY(!button(u"Save"_s)->isEnabled());
        // An id that is taken, or none.
        json->setPlainText(QString::fromUtf8(newGatewayText(u"Mine"_s)));
        QTRY_VERIFY(button(u"Save"_s)->isEnabled());
        type(idEdit(), u"twilio"_s);
        QTRY_VERIFY(says(u"Another gateway has this id."_s));
        QVERIFY(!button(u"Save"_s)->isEnabled());
        type(idEdit(), u"Big Letters"_s);
        QTRY_VERIFY(says(u"An id has a–z"_s));
        QVERIFY(!button(u"Save"_s)->isEnabled());
        QCOMPARE(admin().count(u"saveGateway"_s), 0);
    }

    void readsAReply()
    {
        openNew();
        auto *tester = panel->findChild<ReplyTester *>();
        const auto tabs = panel->findChildren<QTabWidget *>();
        for (QTabWidget *tab : tabs) {
            if (tab->indexOf(tester) >= 0)
                tab->setCurrentWidget(tester);
        }
        auto *body = control<QPlainTextEdit>(*panel, u"Body of the reply"_s);
        QVERIFY(body);
        body->setPlainText(u"{\"id\": \"m-7\"}"_s);
        QTRY_VERIFY(says(u"All that a good reply must have is there."_s));
        QTRY_VERIFY(says(u"Message id: m-7"_s));
        control<QSpinBox>(*panel, u"Status of the reply"_s)->setValue(403);
        QTRY_VERIFY(says(u"Account: operator must act"_s));
        QVERIFY(says(u"status 403 is not 200"_s));
        picture(*panel, u"gateway-reply"_s);
    }

    void copiesAShippedGateway()
    {
        giveTwilioAFile();
        showTwilio();
        QVERIFY(says(u"Its description comes with the program."_s));
        QVERIFY(!button(u"Edit…"_s));
        QVERIFY(!button(u"Delete"_s));
        QTest::mouseClick(button(u"Make a copy…"_s), Qt::LeftButton);
        settle();
        QTRY_COMPARE(control<QLineEdit>(*panel, u"Title"_s)->text(), u"Copy of Twilio"_s);
        QCOMPARE(idEdit()->text(), u"copy-of-twilio"_s);
        QTRY_VERIFY(button(u"Save"_s)->isEnabled());
        picture(*panel, u"gateway-copy"_s);
        QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
        QTRY_VERIFY(admin().gatewayFiles.contains(u"copy-of-twilio"_s));
        // The original is as it was; the copy has what no field shows.
        QVERIFY(!admin().gatewayFiles.value(u"twilio"_s).isOwn);
        QVERIFY(admin().gatewayFiles.value(u"copy-of-twilio"_s).text.contains("MessageSid"));
    }

    void editsDeletesAndUndoes()
    {
        QTRY_VERIFY(admin().saveGateway(u"mine"_s, newGatewayText(u"Mine"_s)).isFinished());
        showPanel(*panel);
        QTRY_COMPARE(list->count(), 5);
        panel->open(u"mine"_s);
        settle();
        picture(*panel, u"gateway-own"_s);
        QTest::mouseClick(button(u"Edit…"_s), Qt::LeftButton);
        QTRY_VERIFY(control<QLineEdit>(*panel, u"Title"_s));
        QVERIFY(!idEdit()->isVisible());
        QVERIFY(!button(u"Save"_s)->isEnabled());
        type(control<QLineEdit>(*panel, u"Title"_s), u"Other"_s);
        // Left without saving: nothing is lost.
        QTest::mouseClick(button(u"Back to the gateways"_s), Qt::LeftButton);
        QTRY_COMPARE(fixture->notices.last().actionText, u"Back to editing"_s);
        QVERIFY(panel->undo());
        QTRY_COMPARE(control<QLineEdit>(*panel, u"Title"_s)->text(), u"Other"_s);
        QTRY_VERIFY(button(u"Save"_s)->isEnabled());
        QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
        QTRY_COMPARE(list->currentItem()->text(), u"Other"_s);

        QTest::mouseClick(button(u"Delete"_s), Qt::LeftButton);
        QTRY_COMPARE(list->count(), 4);
        QTRY_COMPARE(fixture->notices.last().actionText, u"&Undo"_s);
        QCOMPARE(admin().count(u"removeGateway"_s), 0); // only hidden so far
        const auto notice = fixture->notices.last();
        notice.action();
        QTRY_COMPARE(list->count(), 5);
        QVERIFY(!panel->undo());
        QCOMPARE(admin().gatewayFiles.value(u"mine"_s).text.contains("Other"), true);
        QTRY_COMPARE(list->currentItem()->text(), u"Other"_s);
    }

    void showsAFileThatCannotBeUsed()
    {
        addBroken(newGatewayText(u"Bad"_s).replace("{base}/", "{bsae}/"));
        showPanel(*panel);
        QTRY_COMPARE(list->count(), 5);
        panel->open(u"bad"_s);
        settle();
        QVERIFY(
            says(u"The file bad.json in the profile cannot be used. Line 19: “{bsae}” is not declared in vars."_s));
        QVERIFY(list->currentItem()->data(Qt::AccessibleTextRole).toString().contains(u"Cannot be used"));
        QVERIFY(!button(u"Use this gateway"_s));
        picture(*panel, u"gateway-broken"_s);
        QTest::mouseClick(button(u"Correct it…"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"Line 19, /send/url"_s));
    }

    /// It could not be saved as it is, but it can be brought back: it never went.
    void bringsABrokenFileBack()
    {
        const QByteArray broken = "{ this is no JSON";
        addBroken(broken);
        showPanel(*panel);
        QTRY_COMPARE(list->count(), 5);
        panel->open(u"bad"_s);
        settle();
        QTest::mouseClick(button(u"Delete"_s), Qt::LeftButton);
        QTRY_COMPARE(list->count(), 4);
        QVERIFY(panel->undo());
        QTRY_COMPARE(list->count(), 5);
        QCOMPARE(chosenId(), u"bad"_s);
        QCOMPARE(admin().gatewayFiles.value(u"bad"_s).text, broken);
        QCOMPARE(admin().count(u"saveGateway"_s), 0);
    }

    void aDeletedGatewayIsGoneAfterAWhile()
    {
        makePage(makeProvidersPanel, std::chrono::milliseconds(30));
        list = panel->findChild<QListWidget *>();
        addBroken("{");
        showPanel(*panel);
        QTRY_COMPARE(list->count(), 5);
        panel->open(u"bad"_s);
        settle();
        QTest::mouseClick(button(u"Delete"_s), Qt::LeftButton);
        QTRY_COMPARE(admin().count(u"removeGateway"_s), 1);
        QVERIFY(!admin().gatewayFiles.contains(u"bad"_s));
        QVERIFY(!panel->undo());
        QCOMPARE(list->count(), 4);
    }

    void aGatewayThatCannotBeDeletedComesBack()
    {
        makePage(makeProvidersPanel, std::chrono::milliseconds(30));
        list = panel->findChild<QListWidget *>();
        addBroken("{");
        admin().fail(u"removeGateway"_s, {ErrorCode::Storage, u"cannot remove the file: Read-only file system"_s});
        showPanel(*panel);
        QTRY_COMPARE(list->count(), 5);
        panel->open(u"bad"_s);
        settle();
        QTest::mouseClick(button(u"Delete"_s), Qt::LeftButton);
        QTRY_COMPARE(list->count(), 4);
        QTRY_COMPARE(list->count(), 5);
        QVERIFY(fixture->notices.last().isError);
        QVERIFY(fixture->notices.last().text.contains(u"The system says: “Read-only file system”"_s));
    }

    void whatWaitsIsDeletedAtTheEnd()
    {
        addBroken("{");
        showPanel(*panel);
        QTRY_COMPARE(list->count(), 5);
        panel->open(u"bad"_s);
        settle();
        QTest::mouseClick(button(u"Delete"_s), Qt::LeftButton);
        QCOMPARE(admin().count(u"removeGateway"_s), 0);
        panel.reset();
        QCOMPARE(admin().count(u"removeGateway"_s), 1);
    }

    void aTitleHasALimit()
    {
        showPanel(*panel);
        QTRY_COMPARE(list->count(), 4);
        Q_EMIT panel->findChild<GatewayList *>()->addWanted();
        auto *title = control<QLineEdit>(*panel, u"Title"_s);
        QVERIFY(title);
        type(title, QString(60, u'x'));
        QTRY_VERIFY(button(u"Save"_s)->isEnabled());
        QVERIFY(!says(u"At most 60 character(s)"_s));
        QTest::keyClicks(title, u"y"_s);
        QVERIFY(says(u"At most 60 character(s)"_s));
        QTRY_VERIFY(!button(u"Save"_s)->isEnabled());
        QTRY_VERIFY(says(u"The title is longer than 60 character(s). Shorten it."_s));
        picture(*panel, u"gateway-long-title"_s);
        QTest::keyClick(title, Qt::Key_Backspace);
        QTRY_VERIFY(button(u"Save"_s)->isEnabled());
    }

    void everyControlHasAName()
    {
        openNew();
        const auto tabs = panel->findChildren<QTabWidget *>();
        for (QTabWidget *tab : tabs) {
            for (int i = 0; i < tab->count(); ++i) {
                tab->setCurrentIndex(i);
                settle();
                QCOMPARE(namelessControls(*panel), QStringList());
            }
        }
    }

    void fits_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("narrow") << NarrowPage;
        QTest::newRow("small") << SmallPage;
        QTest::newRow("roomy") << RoomyPage;
    }
    void fits()
    {
        QFETCH(QSize, size);
        giveTwilioAFile();
        showPanel(*panel, size);
        QTRY_COMPARE(list->count(), 4);
        panel->open(u"twilio"_s);
        settle();
        QTest::mouseClick(button(u"Make a copy…"_s), Qt::LeftButton);
        QTRY_VERIFY(control<QLineEdit>(*panel, u"Title"_s));
        settle();
        const QString name = u"gateway-editor-%1"_s.arg(QLatin1StringView(QTest::currentDataTag()));
        picture(*panel, name);
        QVERIFY2(panel->minimumSizeHint().width() <= NarrowPage.width(),
                 qPrintable(QString::number(panel->minimumSizeHint().width())));
        QVERIFY(panel->minimumSizeHint().height() <= NarrowPage.height());
        auto *view = panel->findChild<GatewayFormView *>();
        QVERIFY2(view->widget()->width() <= view->viewport()->width(),
                 qPrintable(QString::number(view->widget()->minimumSizeHint().width())));
        view->ensureVisible(0, view->widget()->height());
        picture(*panel, name + u"-end"_s);
    }
};

QTEST_MAIN(TestGatewayEditor)
#include "tst_gatewayeditor.moc"
