// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/GatewayForm.h"
#include "tests/ui/ProvidersTest.h"
#include "ui/panels/SecretStoreHelp.h"
#include "ui/panels/gateway/GatewayList.h"
#include "ui/widgets/InlineNotice.h"

#include <QHelpEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QToolTip>

using namespace smsauth;
using namespace Qt::StringLiterals;

class TestProvidersPanel : public QObject, private ProvidersTest
{
    Q_OBJECT

private:
    QLineEdit *phoneEdit()
    {
        const auto labels = panel->findChildren<QLabel *>();
        for (QLabel *label : labels) {
            if (label->isVisible() && label->text() == u"&Phone")
                return qobject_cast<QLineEdit *>(label->buddy());
        }
        return nullptr;
    }
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void cleanupTestCase() { theme.reset(); }
    void init() { makeProviders(); }
    void cleanup() { dropPage(); }

    void theSimulatorNeedsNothing()
    {
        showPanel(*panel);
        QTRY_VERIFY(says(u"The simulator is active and needs nothing."_s));
        QVERIFY(says(u"In use"_s));
        QTRY_VERIFY(button(u"Add Megafon"_s));
        picture(*panel, u"providers-simulator"_s);
        QTest::mouseClick(button(u"Add Twilio"_s), Qt::LeftButton);
        settle();
        QVERIFY(edit(u"login"_s)->hasFocus()); // what it asks for first can be typed at once
        QVERIFY(edit(u"password"_s));
    }

    void marksWhatIsInUse()
    {
        fixture->goLive(u"megafon"_s);
        showPanel(*panel);
        QTRY_COMPARE(list->count(), 4);
        QCOMPARE(list->item(0)->data(Qt::AccessibleTextRole).toString(), u"Megafon, In use"_s);
        QCOMPARE(list->item(1)->text(), u"Simulator"_s); // always at hand
        QCOMPARE(list->currentItem(), list->item(0));    // what one sees first
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
        QVERIFY(!says(u"Balance"_s)); // it has none
        admin().checkAnswer = u"Authenticate"_s;
        QTest::mouseClick(button(u"Test credentials"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"Twilio refuses them: “Authenticate”"_s));
        type(edit(u"login"_s), u"AC1"_s); // that verdict was about something else
        QVERIFY(!says(u"refuses"_s));
        QCOMPARE(admin().count(u"saveProvider"_s), 0);
    }

    void showsTheBalance()
    {
        admin().providerRows[1].hasBalance = true;
        showTwilio();
        QTest::mouseClick(button(u"Test credentials"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"Twilio accepts these credentials. Balance: 12.50 USD"_s));
        picture(*panel, u"providers-balance"_s);
        admin().balanceAnswer = {{}, {}, u"not on this plan"_s};
        QTest::mouseClick(button(u"Test credentials"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"Twilio does not tell the balance: “not on this plan”"_s));
        // Credentials that are refused have no balance to ask for.
        admin().checkAnswer = u"Authenticate"_s;
        const int asked = admin().count(u"askBalance"_s);
        QTest::mouseClick(button(u"Test credentials"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"Twilio refuses them"_s));
        QCOMPARE(admin().count(u"askBalance"_s), asked);
    }

    void tellsOnlyTheBalanceWhereThereIsNoTest()
    {
        admin().providerRows[1].canCheck = false;
        admin().providerRows[1].hasBalance = true;
        showTwilio();
        QTest::mouseClick(button(u"Test credentials"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"Balance: 12.50 USD"_s));
        QCOMPARE(admin().count(u"checkProvider"_s), 0);
    }

    void refusesAnAddressThatIsNone()
    {
        showTwilio();
        type(edit(u"base"_s), u"twilio"_s);
        QVERIFY(says(u"This must be an address"_s));
        QVERIFY(!button(u"Save"_s)->isEnabled());
        type(edit(u"base"_s), u"https://api.example.com"_s);
        QVERIFY(!says(u"This must be an address"_s));
        QVERIFY(button(u"Save"_s)->isEnabled());
    }

    void saysWhyASecretLiesWhereItLies()
    {
        admin().providerRows[1].fields[1].storedIn = u"file"_s;
        admin().statusNow.secretStore = u"file"_s;
        admin().statusNow.secretStoreReason = u"SMS_AUTH_SECRETS is file."_s;
        fixture->status.ask();
        showTwilio();
        QTRY_VERIFY(
            says(u"Stored in the sealed file of the profile. Leave empty to keep it. SMS_AUTH_SECRETS is file."_s));
    }

    void keepsTheOrderOfAPerson()
    {
        showPanel(*panel);
        QTRY_COMPARE(list->count(), 4);
        const auto order = [this] {
            QStringList names;
            for (int row = 0; row < list->count(); ++row)
                names.append(list->item(row)->text());
            return names;
        };
        QCOMPARE(order(), (QStringList{u"Simulator"_s, u"Megafon"_s, u"SMS Aero"_s, u"Twilio"_s}));
        panel->open(u"twilio"_s);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(order(), (QStringList{u"Simulator"_s, u"Twilio"_s, u"Megafon"_s, u"SMS Aero"_s}));
        QCOMPARE(list->currentItem()->text(), u"Twilio"_s);
        QVERIFY(edit(u"login"_s)); // its page stays
        panel->refresh();
        settle();
        QCOMPARE(order().at(1), u"Twilio"_s);
        // Another console of the same profile sees it, too.
        const auto second = makeProvidersPanel(fixture->context());
        second->resize(RoomyPage);
        second->show();
        auto *otherList = second->findChild<QListWidget *>();
        QTRY_COMPARE(otherList->count(), 4);
        QCOMPARE(otherList->item(1)->text(), u"Twilio"_s);
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(order().at(2), u"Twilio"_s);
        // What dragging does.
        QVERIFY(list->model()->moveRow({}, 3, {}, 1));
        panel->refresh();
        settle();
        QCOMPARE(order().at(1), u"SMS Aero"_s);
    }

    /// Beside "In use" there may be no room for a name; then the note goes below it.
    void aNameIsNotCutByItsNote()
    {
        admin().providerRows[1].title = u"Messages of the city of Ulan-Ude"_s;
        fixture->goLive(admin().providerRows[1].id);
        showPanel(*panel, NarrowPage);
        QTRY_COMPARE(list->count(), 4);
        const auto heightOf = [this](int row) { return list->visualItemRect(list->item(row)).height(); };
        QTRY_VERIFY(heightOf(0) > heightOf(1));
        QCOMPARE(heightOf(1), heightOf(2));
        picture(*panel, u"gateway-list"_s);
        panel->findChild<GatewayList *>()->setFixedWidth(400);
        QTRY_COMPARE(heightOf(0), heightOf(1)); // now there is room beside it
        panel->findChild<GatewayList *>()->setFixedWidth(100);
        QTRY_VERIFY(heightOf(0) > heightOf(1));
        QHelpEvent help(QEvent::ToolTip, {}, list->viewport()->mapToGlobal(QPoint()));
        QTRY_VERIFY(list->viewport()->width() < 100);
        const QModelIndex name = list->model()->index(0, 0);
        QStyleOptionViewItem option;
        option.rect = list->visualRect(name);
        QVERIFY(list->itemDelegate()->helpEvent(&help, list, option, name)); // what still has no room
        QTRY_COMPARE(QToolTip::text(), u"<qt>Messages of the city of Ulan-Ude</qt>"_s);
    }

    void offersOtherStoresWhenTheKeyringIsGone()
    {
        admin().fail(u"secrets"_s, {ErrorCode::SecretsUnavailable, u"no keyring service answers"_s});
        showTwilio();
        QTRY_VERIFY(says(u"No keyring can be reached"_s));
        QVERIFY(says(u"no keyring service answers"_s));
        QVERIFY(!button(u"Use a sealed file…"_s)); // the profile is open, with the keys of the keyring
        picture(*panel, u"providers-keyring-gone"_s);
        QTest::mouseClick(button(u"Keep in memory for this run"_s), Qt::LeftButton);
        QTRY_VERIFY(!says(u"No keyring can be reached"_s));
        QCOMPARE(admin().last(u"useOtherSecretStore"_s).value(u"memory"_s).toBool(), true);
        QCOMPARE(fixture->unlocks, 0);
    }

    void takesASealedFileForAProfileThatCannotOpen()
    {
        admin().statusNow.state = ServerState::Failed;
        admin().statusNow.failure = {ErrorCode::SecretsUnavailable, u"no keyring service answers"_s};
        admin().statusNow.secretStore.clear();
        fixture->status.ask();
        showPanel(*panel);
        QTRY_VERIFY(button(u"Use a sealed file…"_s));
        QTest::mouseClick(button(u"Use a sealed file…"_s), Qt::LeftButton);
        auto *first = control<QLineEdit>(*panel, u"New passphrase"_s);
        QVERIFY(first);
        type(first, u"short"_s);
        QTest::mouseClick(button(u"Use this passphrase"_s), Qt::LeftButton);
        QVERIFY(says(u"at least 8 character(s)"_s));
        type(first, u"open sesame"_s);
        QTest::mouseClick(button(u"Use this passphrase"_s), Qt::LeftButton);
        QVERIFY(says(u"The two are not the same."_s));
        picture(*panel, u"providers-passphrase"_s);
        auto *again = control<QLineEdit>(*panel, u"Passphrase again"_s);
        type(first, u"open sesame"_s);
        type(again, u"open sesame"_s);
        admin().fail(u"useOtherSecretStore"_s, {ErrorCode::Storage, u"disk full"_s});
        QTest::mouseClick(button(u"Use this passphrase"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"disk full"_s));
        QVERIFY(first->text().isEmpty() && again->text().isEmpty()); // it stands nowhere longer than it has to
        admin().succeed(u"useOtherSecretStore"_s);
        type(first, u"open sesame"_s);
        QTest::keyClick(first, Qt::Key_Return);
        type(again, u"open sesame"_s);
        QTest::keyClick(again, Qt::Key_Return);
        QTRY_COMPARE(fixture->unlocks, 1); // the server starts
        QCOMPARE(admin().last(u"useOtherSecretStore"_s).value(u"length"_s).toInt(), 11);
    }

    /// Whoever goes on without finishing leaves no passphrase behind.
    void forgetsAPassphraseThatIsNoLongerNeeded()
    {
        SecretStoreHelp help;
        help.tell(u"No store"_s, u"Try again"_s, SecretStoreHelp::SealedFile);
        help.show();
        QTest::mouseClick(control<QPushButton>(help, u"Use a sealed file…"_s), Qt::LeftButton);
        const auto fields = help.findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), 2);
        for (QLineEdit *field : fields)
            QTest::keyClicks(field, u"open sesame"_s);
        help.clear();
        QVERIFY(help.isHidden());
        for (QLineEdit *field : fields) {
            QCOMPARE(field->text(), QString());
            field->setEchoMode(QLineEdit::Normal); // where Undo would be possible
            QVERIFY(!field->isUndoAvailable());
        }
    }

    void explainsAKeyringThatHangs()
    {
        admin().fail(u"secrets"_s, {ErrorCode::TimedOut, {}});
        showPanel(*panel);
        QTRY_VERIFY(says(u"The keyring does not answer."_s));
        admin().succeed(u"secrets"_s);
        QTest::mouseClick(button(u"Try again"_s), Qt::LeftButton);
        QTRY_VERIFY(!says(u"The keyring does not answer."_s));
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
        QVERIFY2(phoneEdit()->width() > 200, qPrintable(QString::number(phoneEdit()->width()))); // a whole number
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
