// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/PanelFixture.h"
#include "ui/panels/ProvidersPanel.h"
#include "ui/widgets/InlineNotice.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>

using namespace smsauth;
using namespace Qt::StringLiterals;

class TestProvidersPanel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> theme;
    std::unique_ptr<PanelFixture> fixture;
    std::unique_ptr<Panel> panel;
    QListWidget *list = nullptr;

    FakeAdmin &admin() { return fixture->admin; }
    QPushButton *button(const QString &name) { return control<QPushButton>(*panel, name); }
    QLineEdit *edit(const QString &name)
    {
        const auto all = panel->findChildren<QLineEdit *>(name);
        for (QLineEdit *found : all) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    void type(QLineEdit *field, const QString &text)
    {
        field->clear();
        QTest::keyClicks(field, text);
    }
    QLineEdit *phoneEdit()
    {
        const auto labels = panel->findChildren<QLabel *>();
        for (QLabel *label : labels) {
            if (label->isVisible() && label->text() == u"&Phone")
                return qobject_cast<QLineEdit *>(label->buddy());
        }
        return nullptr;
    }
    bool says(const QString &text) { return words(*panel).contains(text); }
    void showTwilio()
    {
        showPanel(*panel);
        QTRY_COMPARE(list->count(), 4);
        panel->open(u"twilio"_s);
        settle();
        QVERIFY(edit(u"login"_s));
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
        admin().statusNow.secretStore = u"keyring"_s;
        fixture->status.ask();
        panel = makeProvidersPanel(fixture->context());
        list = panel->findChild<QListWidget *>();
        settle();
    }
    void cleanup()
    {
        panel.reset();
        fixture.reset();
    }

    void theSimulatorNeedsNothing()
    {
        showPanel(*panel);
        QTRY_VERIFY(says(u"The simulator is active and needs nothing."_s));
        QVERIFY(says(u"In use"_s));
        QTRY_VERIFY(button(u"Add Megafon"_s));
        picture(*panel, u"providers-simulator"_s);
        QTest::mouseClick(button(u"Add Twilio"_s), Qt::LeftButton);
        settle();
        QVERIFY(edit(u"password"_s));
    }

    void marksWhatIsInUse()
    {
        fixture->goLive(u"megafon"_s);
        showPanel(*panel);
        QTRY_COMPARE(list->count(), 4);
        QCOMPARE(list->item(0)->text(), u"Simulator"_s); // stays first
        QCOMPARE(list->item(1)->data(Qt::AccessibleTextRole).toString(), u"Megafon, In use"_s);
        QCOMPARE(list->currentItem(), list->item(1)); // and is what one sees first
    }

    void findsAGateway()
    {
        showPanel(*panel);
        QTRY_COMPARE(list->count(), 4);
        panel->focusFilter();
        QTest::keyClicks(QApplication::focusWidget(), u"aero"_s);
        int shown = 0;
        for (int row = 0; row < list->count(); ++row)
            shown += list->item(row)->isHidden() ? 0 : 1;
        QCOMPARE(shown, 1);
    }

    void savesPlainFieldsAndSecrets()
    {
        showTwilio();
        QVERIFY(!button(u"Save"_s)->isEnabled());
        type(edit(u"login"_s), u"AC1"_s);
        type(edit(u"password"_s), u"s3cret"_s);
        QVERIFY(button(u"Save"_s)->isEnabled());
        QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"Saved."_s));
        const QVariantMap saved = admin().last(u"saveProvider"_s);
        QCOMPARE(saved.value(u"plain"_s).toMap(), (QVariantMap{{u"login"_s, u"AC1"_s}}));
        QCOMPARE(saved.value(u"secrets"_s).toStringList(), QStringList(u"password"_s));
        QVERIFY(admin().secretValues.value(u"twilio.password"_s) == Secret("s3cret"));
        QTRY_VERIFY(edit(u"password"_s)->text().isEmpty()); // it does not linger on screen
        QTRY_VERIFY(says(u"Stored in the keyring."_s));
        QVERIFY(!button(u"Save"_s)->isEnabled());
        picture(*panel, u"providers-saved"_s);
    }

    void keepsWhatIsTypedWhenSavingFails()
    {
        admin().fail(u"saveProvider"_s, {ErrorCode::Storage, u"disk full"_s});
        showTwilio();
        type(edit(u"password"_s), u"s3cret"_s);
        QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"disk full"_s));
        QCOMPARE(edit(u"password"_s)->text(), u"s3cret"_s);
        QVERIFY(button(u"Save"_s)->isEnabled());
    }

    void testsTheCredentials()
    {
        showTwilio();
        QTest::mouseClick(button(u"Test credentials"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"Twilio accepts these credentials."_s));
        admin().checkAnswer = u"Authenticate"_s;
        QTest::mouseClick(button(u"Test credentials"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"Twilio refuses them: “Authenticate”"_s));
        type(edit(u"login"_s), u"AC1"_s); // that verdict was about something else
        QVERIFY(!says(u"refuses"_s));
        QCOMPARE(admin().count(u"saveProvider"_s), 0);
    }

    void offersNoTestWhereThereIsNone()
    {
        admin().providerRows[1].canCheck = false;
        showTwilio();
        QVERIFY(!button(u"Test credentials"_s));
    }

    void sendsATestBeforeSaving()
    {
        showTwilio();
        type(edit(u"password"_s), u"s3cret"_s);
        type(phoneEdit(), u"12"_s);
        QTest::mouseClick(button(u"Send test SMS"_s), Qt::LeftButton);
        settle();
        QVERIFY(says(u"country code"_s));
        QCOMPARE(admin().count(u"sendTest"_s), 0);
        type(phoneEdit(), u"+1 202 555 0101"_s);
        QTest::keyClick(phoneEdit(), Qt::Key_Return);
        QTRY_VERIFY(says(u"Twilio took it as test-1."_s));
        QCOMPARE(admin().last(u"sendTest"_s).value(u"to"_s).toString(), u"+12025550101"_s);
        QCOMPARE(admin().count(u"saveProvider"_s), 0);
        picture(*panel, u"providers-tested"_s);
        admin().testSendAnswer.state = MessageState::Failed;
        admin().testSendAnswer.error = u"Invalid From number"_s;
        QTest::mouseClick(button(u"Send test SMS"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"Twilio did not take it: “Invalid From number”"_s));
    }

    void saysThatItIsBusy()
    {
        showTwilio();
        admin().hold();
        type(phoneEdit(), u"+1 202 555 0101"_s);
        QElapsedTimer timer;
        timer.start();
        QTest::mouseClick(button(u"Send test SMS"_s), Qt::LeftButton);
        QTest::mouseClick(button(u"Test credentials"_s), Qt::LeftButton);
        QVERIFY(timer.elapsed() < 1000);
        QVERIFY(button(u"Sending…"_s) && !button(u"Sending…"_s)->isEnabled());
        QVERIFY(button(u"Testing…"_s) && !button(u"Testing…"_s)->isEnabled());
        QTest::keyClick(phoneEdit(), Qt::Key_Return); // not a second SMS
        QCOMPARE(admin().count(u"sendTest"_s), 1);
        admin().release();
        QTRY_VERIFY(button(u"Send test SMS"_s));
        QTRY_VERIFY(button(u"Test credentials"_s));
    }

    void asksBeforeGoingLive()
    {
        admin().addMessage(PanelFixture::phone(1), MessageState::Queued);
        QTRY_COMPARE(fixture->status.current().queued, 1);
        showTwilio();
        QTest::mouseClick(button(u"Use this gateway"_s), Qt::LeftButton);
        auto *box = panel->findChild<QMessageBox *>();
        QVERIFY(box && box->isVisible());
        QCOMPARE(box->text(), u"Go live with Twilio?"_s);
        QVERIFY(box->informativeText().contains(u"1 message(s)"_s));
        QVERIFY(box->informativeText().contains(u"A credential is not set yet"_s));
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
        picture(*box, u"providers-golive"_s);
        box->button(QMessageBox::Cancel)->click();
        settle();
        QCOMPARE(admin().count(u"activateProvider"_s), 0);

        QTest::mouseClick(button(u"Use this gateway"_s), Qt::LeftButton);
        box = panel->findChild<QMessageBox *>();
        for (QAbstractButton *choice : box->buttons()) {
            if (choice->text() == u"Go live with Twilio")
                choice->click();
        }
        QTRY_COMPARE(admin().last(u"activateProvider"_s).value(u"id"_s).toString(), u"twilio"_s);
        QTRY_VERIFY(!button(u"Use this gateway"_s));
        QTRY_VERIFY(!fixture->notices.isEmpty());
        QVERIFY(fixture->notices.last().text.contains(u"Twilio is in use now."_s));
    }

    void savesBeforeItSwitches()
    {
        fixture->goLive(u"megafon"_s);
        showTwilio();
        type(edit(u"login"_s), u"AC1"_s);
        QTest::mouseClick(button(u"Use this gateway"_s), Qt::LeftButton); // live already: no question
        QTRY_COMPARE(admin().count(u"activateProvider"_s), 1);
        QCOMPARE(admin().count(u"saveProvider"_s), 1);
        QVERIFY(!panel->findChild<QMessageBox *>());
    }

    void goesBackToTheSimulatorWithoutAsking()
    {
        fixture->goLive();
        showPanel(*panel);
        QTRY_COMPARE(list->count(), 4);
        panel->open(u"sandbox"_s);
        settle();
        QTest::mouseClick(button(u"Back to the simulator"_s), Qt::LeftButton);
        QTRY_COMPARE(admin().statusNow.mode, Mode::Simulated);
        QVERIFY(!panel->findChild<QMessageBox *>());
        QTRY_VERIFY(says(u"The simulator is active and needs nothing."_s));
    }

    void explainsALockedKeyring()
    {
        admin().fail(u"saveProvider"_s, {ErrorCode::SecretsLocked, {}});
        showTwilio();
        QVERIFY(!button(u"Unlock"_s));
        type(edit(u"password"_s), u"s3cret"_s);
        QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"The keyring is locked"_s));
        picture(*panel, u"providers-locked"_s);
        admin().succeed(u"saveProvider"_s);
        QTest::mouseClick(button(u"Unlock"_s), Qt::LeftButton);
        QTRY_VERIFY(!says(u"The keyring is locked"_s));
        QCOMPARE(admin().count(u"unlockSecrets"_s), 1);
        QCOMPARE(edit(u"password"_s)->text(), u"s3cret"_s); // nothing has to be typed again
    }

    void saysWhenSecretsDoNotSurvive()
    {
        admin().statusNow.secretStore = u"memory"_s;
        fixture->status.ask();
        showPanel(*panel);
        QTRY_VERIFY(says(u"kept in memory until the program ends."_s));
        QVERIFY(says(admin().statusNow.secretStoreReason));
    }

    void saysWhyItCannotAsk()
    {
        admin().fail(u"providers"_s, {ErrorCode::Storage, u"no profile"_s});
        showPanel(*panel);
        QTRY_VERIFY(says(u"no profile"_s));
        admin().succeed(u"providers"_s);
        QTest::mouseClick(button(u"Try again"_s), Qt::LeftButton);
        QTRY_COMPARE(list->count(), 4);
    }

    void showsFailedSwitch()
    {
        fixture->goLive();
        admin().fail(u"activateProvider"_s, {ErrorCode::SecretMissing, u"password"_s});
        showPanel(*panel);
        QTRY_COMPARE(list->count(), 4);
        panel->open(u"smsaero"_s);
        settle();
        QTest::mouseClick(button(u"Use this gateway"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"A credential of the gateway has not been set."_s));
    }

    void survivesBeingClosedWhileAsking()
    {
        showTwilio();
        admin().hold();
        QTest::mouseClick(button(u"Test credentials"_s), Qt::LeftButton);
        panel->refresh();
        panel.reset();
        admin().release();
        settle();
    }

    void everyControlHasAName()
    {
        admin().providerRows[1].fields[1].storedIn = u"keyring"_s;
        showTwilio();
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
        admin().providerRows[1].fields[0].value = u"AC2f1d"_s;
        admin().providerRows[1].fields[1].storedIn = u"keyring"_s;
        showPanel(*panel, size);
        QTRY_COMPARE(list->count(), 4);
        panel->open(u"twilio"_s);
        settle();
        picture(*panel, u"providers-%1"_s.arg(QLatin1StringView(QTest::currentDataTag())));
        QVERIFY(panel->minimumSizeHint().width() <= NarrowPage.width());
        QVERIFY(panel->minimumSizeHint().height() <= NarrowPage.height());
    }
};

QTEST_MAIN(TestProvidersPanel)
#include "tst_providerspanel.moc"
