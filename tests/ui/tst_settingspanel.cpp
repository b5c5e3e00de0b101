// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SettingsList.h"
#include "tests/ui/PanelTest.h"
#include "ui/panels/SettingsPanel.h"
#include "ui/widgets/SettingRow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QJsonArray>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>

using namespace smsauth;
using namespace Qt::StringLiterals;

class TestSettingsPanel : public QObject, private PanelTest
{
    Q_OBJECT

private:
    QLineEdit *edit(const QString &key) { return panel->findChild<QLineEdit *>(key); }
    SettingRow *row(const QString &key) { return qobject_cast<SettingRow *>(field(key)->parentWidget()); }
    QWidget *field(const QString &key) { return panel->findChild<QWidget *>(key); }
    void type(const QString &key, const QString &text)
    {
        edit(key)->setFocus();
        edit(key)->selectAll();
        if (text.isEmpty())
            QTest::keyClick(edit(key), Qt::Key_Delete);
        else
            QTest::keyClicks(edit(key), text);
    }
    void set(const QString &key, const QJsonValue &value, const QString &origin)
    {
        admin().settingsNow.values.insert(key, value);
        admin().settingsNow.origins.insert(key, origin);
    }
    void show(QSize size = RoomyPage)
    {
        showPanel(*panel, size);
        QTRY_COMPARE(admin().count(u"settings"_s), 1);
        settle();
    }
    void import(const QString &name)
    {
        QTest::mouseClick(button(u"Import settings…"_s), Qt::LeftButton);
        auto *dialog = panel->findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(name);
        dialog->close();
    }
    QString fileWith(const QTemporaryDir &folder, const QByteArray &text)
    {
        QFile file(folder.filePath(u"settings.json"_s));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
    }

private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void cleanupTestCase() { theme.reset(); }
    void init()
    {
        fixture = std::make_unique<PanelFixture>();
        fixture->status.ask();
        makePage(makeSettingsPanel);
    }
    void cleanup() { dropPage(); }

    void hasAFieldForEverySetting()
    {
        show();
        for (const SettingInfo &info : settingsList()) {
            QWidget *widget = field(info.key);
            QVERIFY2(widget, info.key.data());
            QCOMPARE(qobject_cast<QCheckBox *>(widget) != nullptr, info.kind == SettingInfo::Kind::Switch);
            QCOMPARE(qobject_cast<QComboBox *>(widget) != nullptr, info.kind == SettingInfo::Kind::Choice);
            QVERIFY2(says(info.label), info.label.data());
            QVERIFY(!row(info.key)->isChanged());
            QVERIFY(row(info.key)->isValid());
            QCOMPARE(row(info.key)->value(), admin().settingsNow.values.value(info.key));
        }
        QCOMPARE(namelessControls(*panel), QStringList());
        QVERIFY(!button(u"Apply"_s)->isEnabled());
        QVERIFY(!button(u"Revert"_s)->isEnabled());
        picture(*panel, u"settings"_s);
    }

    void findsByKeyLabelAndHelp_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("key");
        QTest::newRow("key") << u"sms_auth_port"_s << u"SMS_AUTH_PORT"_s;
        QTest::newRow("label") << u"issuer"_s << u"SMS_AUTH_TOKEN_ISSUER"_s;
        QTest::newRow("help") << u"between two cleanups"_s << u"SMS_AUTH_CLEANUP_INTERVAL"_s;
    }
    void findsByKeyLabelAndHelp()
    {
        QFETCH(QString, words);
        QFETCH(QString, key);
        show();
        panel->focusFilter();
        QTest::keyClicks(QApplication::focusWidget(), words);
        for (const SettingInfo &info : settingsList())
            QCOMPARE(field(info.key)->isVisible(), info.key == key);
        QVERIFY(!says(u"No setting matches"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"zzz"_s);
        QVERIFY(!field(key)->isVisible());
        QVERIFY(says(u"No setting matches"_s));
    }

    void appliesOnlyWhatChanged()
    {
        show();
        type(u"SMS_AUTH_CODE_LEN"_s, u"6"_s);
        field(u"SMS_AUTH_GATEWAY_PRIVATE"_s)->setFocus();
        QTest::keyClick(field(u"SMS_AUTH_GATEWAY_PRIVATE"_s), Qt::Key_Space);
        type(u"SMS_AUTH_COUNTRIES"_s, u"US,DE"_s);
        QTest::keyClicks(field(u"SMS_AUTH_LIMITS"_s), u"protect"_s);
        QVERIFY(says(u"4 change(s) not applied."_s));
        QTest::mouseClick(button(u"Apply"_s), Qt::LeftButton);
        QTRY_COMPARE(fixture->notices.size(), 1);
        QCOMPARE(appliedChanges(), (QVariantMap{{u"SMS_AUTH_CODE_LEN"_s, 6},
                                                {u"SMS_AUTH_GATEWAY_PRIVATE"_s, true},
                                                {u"SMS_AUTH_COUNTRIES"_s, QVariantList{u"US"_s, u"DE"_s}},
                                                {u"SMS_AUTH_LIMITS"_s, u"protect"_s}}));
        QTRY_VERIFY(!button(u"Apply"_s)->isEnabled());
        QCOMPARE(edit(u"SMS_AUTH_COUNTRIES"_s)->text(), u"US, DE"_s);
        QVERIFY(says(u"Set in the settings file."_s));
    }

    void revertsAndTakesDefaults()
    {
        set(u"SMS_AUTH_CODE_LEN"_s, 8, u"file"_s);
        set(u"SMS_AUTH_CORS_ORIGINS"_s, QJsonArray{u"https://example.com"_s}, u"file"_s);
        show();
        type(u"SMS_AUTH_CODE_LEN"_s, u"6"_s);
        QTest::mouseClick(button(u"Revert"_s), Qt::LeftButton);
        QCOMPARE(edit(u"SMS_AUTH_CODE_LEN"_s)->text(), u"8"_s);
        QVERIFY(!button(u"Apply"_s)->isEnabled());
        QCOMPARE(admin().count(u"applySettings"_s), 0);
        QTest::mouseClick(button(u"Use the default of SMS_AUTH_CORS_ORIGINS"_s), Qt::LeftButton);
        type(u"SMS_AUTH_CODE_LEN"_s, {}); // empty: the default as well
        QVERIFY(says(u"Goes back to the default when you apply."_s));
        QTest::mouseClick(button(u"Apply"_s), Qt::LeftButton);
        QTRY_COMPARE(fixture->notices.size(), 1);
        const QVariantMap sent = appliedChanges();
        QCOMPARE(sent.keys(), (QStringList{u"SMS_AUTH_CODE_LEN"_s, u"SMS_AUTH_CORS_ORIGINS"_s}));
        QVERIFY(sent.value(u"SMS_AUTH_CODE_LEN"_s).isNull());
        QVERIFY(sent.value(u"SMS_AUTH_CORS_ORIGINS"_s).isNull());
        QTRY_COMPARE(edit(u"SMS_AUTH_CODE_LEN"_s)->text(), u"4"_s);
        QVERIFY(!button(u"Apply"_s)->isEnabled());
    }

    void saysAtOnceWhatIsWrong_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::newRow("number") << u"SMS_AUTH_CODE_LEN"_s << u"99"_s;
        QTest::newRow("no number") << u"SMS_AUTH_PORT"_s << u"http"_s;
        QTest::newRow("limits") << u"SMS_AUTH_LIMIT_PHONE"_s << u"5/fortnight"_s;
        QTest::newRow("list") << u"SMS_AUTH_TRUSTED_PROXIES"_s << u"10.0.0.0/8, nobody!"_s;
    }
    void saysAtOnceWhatIsWrong()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        show();
        type(key, text);
        const QString rule = u"Must be "_s + findSetting(key)->range + u'.';
        QVERIFY(says(rule));
        QVERIFY(says(u"1 setting(s) cannot be used as typed."_s));
        QCOMPARE(edit(key)->accessibleDescription(), rule);
        QVERIFY(!button(u"Apply"_s)->isEnabled());
        QTest::mouseClick(button(u"Revert"_s), Qt::LeftButton);
        QVERIFY(!says(rule));
    }

    void saysWhenTheMessageLacksTheCode()
    {
        show();
        type(u"SMS_AUTH_MESSAGE"_s, u"Hello: you"_s);
        QVERIFY(says(u"Must have {code} in it."_s));
        type(u"SMS_AUTH_MESSAGE"_s, u"Hello: {code}"_s);
        QVERIFY(!says(u"Must have {code} in it."_s));
    }

    void showsARefusalAtItsSetting()
    {
        show();
        type(u"SMS_AUTH_TOKEN_ISSUER"_s, u"me"_s);
        type(u"SMS_DEBUG_CODE"_s, u"123456"_s); // longer than a code: only all settings together are wrong
        QVERIFY(says(u"Must not be longer than a code (SMS_AUTH_CODE_LEN)."_s)); // at once
        type(u"SMS_AUTH_CODE_LEN"_s, u"6"_s);
        QVERIFY(!says(u"Must not be longer"_s)); // now they go together
        type(u"SMS_AUTH_CODE_LEN"_s, u"4"_s);
        panel->focusFilter();
        QTest::keyClicks(QApplication::focusWidget(), u"issuer"_s);
        QTest::mouseClick(button(u"Apply"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"Must not be longer than a code (SMS_AUTH_CODE_LEN)."_s));
        QCOMPARE(QApplication::focusWidget(), edit(u"SMS_DEBUG_CODE"_s)); // although it was filtered out
        QCOMPARE(edit(u"SMS_AUTH_TOKEN_ISSUER"_s)->text(), u"me"_s);
        picture(*panel, u"settings-refused"_s);
        type(u"SMS_DEBUG_CODE"_s, u"1234"_s);
        QVERIFY(!says(u"Must not be longer"_s));
    }

    void showsOtherFailuresAboveThePage()
    {
        admin().fail(u"applySettings"_s, {ErrorCode::InUse, u"port 80"_s});
        show();
        type(u"SMS_AUTH_PORT"_s, u"80"_s);
        QTest::mouseClick(button(u"Apply"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"port 80"_s));
        QCOMPARE(edit(u"SMS_AUTH_PORT"_s)->text(), u"80"_s);
        QVERIFY(button(u"Apply"_s)->isEnabled());
    }

    void triesAgainWhenSettingsCannotBeRead()
    {
        admin().fail(u"settings"_s, {ErrorCode::Storage, u"disk full"_s});
        show();
        QTRY_VERIFY(says(u"disk full"_s));
        admin().succeed(u"settings"_s);
        QTest::mouseClick(button(u"Try again"_s), Qt::LeftButton);
        QTRY_VERIFY(!says(u"disk full"_s));
    }

    void cannotChangeWhatIsSetElsewhere()
    {
        set(u"SMS_AUTH_PORT"_s, 9000, u"environment"_s);
        set(u"SMS_AUTH_HOST"_s, u"127.0.0.1"_s, u"option"_s);
        show();
        QVERIFY(!field(u"SMS_AUTH_PORT"_s)->isEnabled());
        QVERIFY(!field(u"SMS_AUTH_HOST"_s)->isEnabled());
        QCOMPARE(edit(u"SMS_AUTH_PORT"_s)->text(), u"9000"_s);
        QVERIFY(says(u"Set by the environment variable SMS_AUTH_PORT."_s));
        QVERIFY(says(u"Set by --set SMS_AUTH_HOST="_s));
        QVERIFY(!button(u"Use the default of SMS_AUTH_PORT"_s));
    }

    void keepsWhatIsTypedWhenOthersChangeSettings()
    {
        show();
        type(u"SMS_AUTH_PORT"_s, u"81"_s);
        set(u"SMS_AUTH_PORT"_s, 9000, u"file"_s);
        set(u"SMS_AUTH_CODE_LEN"_s, 8, u"file"_s);
        Q_EMIT admin().changed(Admin::Topic::Settings);
        QTRY_COMPARE(edit(u"SMS_AUTH_CODE_LEN"_s)->text(), u"8"_s);
        QCOMPARE(edit(u"SMS_AUTH_PORT"_s)->text(), u"81"_s);
        QTest::mouseClick(button(u"Revert"_s), Qt::LeftButton);
        QCOMPARE(edit(u"SMS_AUTH_PORT"_s)->text(), u"9000"_s);
    }

    void keepsWhatIsTypedWhileApplying()
    {
        show();
        type(u"SMS_AUTH_PORT"_s, u"81"_s);
        admin().hold();
        QTest::mouseClick(button(u"Apply"_s), Qt::LeftButton);
        QVERIFY(!button(u"Applying…"_s)->isEnabled());
        type(u"SMS_AUTH_PORT"_s, u"82"_s);
        admin().release();
        QTRY_COMPARE(fixture->notices.size(), 1);
        QCOMPARE(edit(u"SMS_AUTH_PORT"_s)->text(), u"82"_s);
        QVERIFY(button(u"Apply"_s)->isEnabled());
    }

    void previewsTheMessage()
    {
        show();
        const auto *preview = panel->findChild<QLabel *>(u"preview"_s);
        const auto *size = panel->findChild<QLabel *>(u"segments"_s);
        QCOMPARE(preview->text(), u"Your auth code: 4821"_s);
        QVERIFY(size->text().startsWith(u"Sent as 1 SMS. Room for 140 "));
        type(u"SMS_AUTH_CODE_LEN"_s, u"6"_s);
        QCOMPARE(preview->text(), u"Your auth code: 482190"_s);
        type(u"SMS_AUTH_MESSAGE"_s, QString(160, u'a') + u"{code}"_s);
        QVERIFY(size->text().startsWith(u"Sent as 2 SMS."));
        edit(u"SMS_AUTH_MESSAGE"_s)->selectAll();
        edit(u"SMS_AUTH_MESSAGE"_s)->insert(u"Код {code}"_s);
        QVERIFY2(size->text().contains(u"UCS-2, 10 of 70"_s), qPrintable(size->text()));
        QVERIFY(size->text().contains(u"(К о д)"_s)); // what to change
        edit(u"SMS_AUTH_MESSAGE"_s)->selectAll();
        edit(u"SMS_AUTH_MESSAGE"_s)->insert(u"{code} [€]"_s); // three of them count twice
        QVERIFY2(size->text().contains(u"GSM alphabet, 13 of 160."_s), qPrintable(size->text()));
    }

    void asksBeforeItGoesLive()
    {
        show();
        type(u"SMS_AUTH_PROVIDER"_s, u"twilio"_s);
        QTest::mouseClick(button(u"Apply"_s), Qt::LeftButton);
        auto *box = panel->findChild<QMessageBox *>();
        QVERIFY(box);
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
        box->button(QMessageBox::Cancel)->click();
        settle();
        QCOMPARE(admin().count(u"applySettings"_s), 0);
        QTRY_VERIFY(!panel->findChild<QMessageBox *>());
        QTest::mouseClick(button(u"Apply"_s), Qt::LeftButton);
        box = panel->findChild<QMessageBox *>();
        QVERIFY(box);
        box->buttons().constFirst()->click();
        QTRY_COMPARE(admin().count(u"applySettings"_s), 1);
    }

    void asksBeforeItListensToTheNetwork_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("asks");
        QTest::newRow("every address") << u"0.0.0.0"_s << true;
        QTest::newRow("the Wi-Fi") << u"192.168.1.5"_s << true;
        QTest::newRow("this computer") << u"127.0.0.2"_s << false;
        QTest::newRow("this computer by name") << u"localhost"_s << false;
    }

    void asksBeforeItListensToTheNetwork()
    {
        QFETCH(QString, host);
        QFETCH(bool, asks);
        show();
        type(u"SMS_AUTH_HOST"_s, host);
        QTest::mouseClick(button(u"Apply"_s), Qt::LeftButton);
        auto *box = panel->findChild<QMessageBox *>();
        QCOMPARE(box != nullptr, asks);
        if (box) {
            QVERIFY(box->text().contains(host));
            QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
            QCOMPARE(box->escapeButton(), box->button(QMessageBox::Cancel));
            box->button(QMessageBox::Cancel)->click();
            settle();
            QCOMPARE(admin().count(u"applySettings"_s), 0);
            QVERIFY(says(u"1 change(s) not applied."_s)); // nothing typed is lost
            QTRY_VERIFY(!panel->findChild<QMessageBox *>());
            QTest::mouseClick(button(u"Apply"_s), Qt::LeftButton);
            panel->findChild<QMessageBox *>()->buttons().constFirst()->click();
        }
        QTRY_COMPARE(admin().count(u"applySettings"_s), 1);
    }

    void asksForEachDangerOnItsOwn()
    {
        const QTemporaryDir folder;
        show();
        import(fileWith(folder, R"({"SMS_AUTH_PROVIDER": "twilio", "SMS_AUTH_HOST": "0.0.0.0"})"));
        for (const QString &danger : {u"twilio"_s, u"0.0.0.0"_s}) {
            QTRY_VERIFY(panel->findChild<QMessageBox *>() &&
                        panel->findChild<QMessageBox *>()->text().contains(danger));
            QCOMPARE(admin().count(u"importSettings"_s), 0);
            panel->findChild<QMessageBox *>()->buttons().constFirst()->click();
            settle();
        }
        QTRY_COMPARE(admin().count(u"importSettings"_s), 1);
    }

    void importsAFile()
    {
        const QTemporaryDir folder;
        const QByteArray text = "{\"SMS_AUTH_CODE_LEN\": 6}";
        admin().importAnswer = {{{u"SMS_AUTH_CODE_LEN"_s, 6}}, {u"twilio.password"_s}, {u"SMS_CELERY: not here"_s}};
        show();
        import(fileWith(folder, text));
        QTRY_VERIFY(says(u"Set: SMS_AUTH_CODE_LEN"_s));
        QCOMPARE(admin().last(u"importSettings"_s).value(u"text"_s).toByteArray(), text);
        QVERIFY(says(u"Put into the secret store: twilio.password"_s));
        QVERIFY(says(u"SMS_CELERY: not here"_s));
        settle();
        QVERIFY(says(u"Set: SMS_AUTH_CODE_LEN"_s)); // the new values do not wipe it away
        picture(*panel, u"settings-imported"_s);
    }

    void asksBeforeAnImportGoesLive()
    {
        const QTemporaryDir folder;
        show();
        import(fileWith(folder, "{\"SMS_AUTH_PROVIDER\": \"twilio\"}"));
        QTRY_VERIFY(panel->findChild<QMessageBox *>());
        QCOMPARE(admin().count(u"importSettings"_s), 0);
        panel->findChild<QMessageBox *>()->buttons().constFirst()->click();
        QTRY_COMPARE(admin().count(u"importSettings"_s), 1);
    }

    void saysWhyAnImportFails()
    {
        const QTemporaryDir folder;
        show();
        import(folder.filePath(u"none.py"_s));
        QTRY_VERIFY(says(u"none.py cannot be read"_s));
        import(folder.path());
        QTRY_VERIFY(says(u"is not a file with settings"_s));
        import(fileWith(folder, QByteArray((1 << 20) + 1, ' ')));
        QTRY_VERIFY(says(u"settings.json is not a file with settings"_s));
        QCOMPARE(admin().count(u"importSettings"_s), 0);
        admin().fail(u"importSettings"_s, {ErrorCode::Settings, u"line 3: no dictionary"_s});
        import(fileWith(folder, "x = 1"));
        QTRY_VERIFY(says(u"Line 3: “no dictionary”"_s));
        QVERIFY(button(u"Import settings…"_s)->isEnabled());
    }

    void opensAtASetting()
    {
        show(SmallPage);
        panel->open(u"SMS_AUTH_LOG_DAYS"_s);
        QTRY_COMPARE(QApplication::focusWidget(), field(u"SMS_AUTH_LOG_DAYS"_s));
        QTRY_VERIFY(!field(u"SMS_AUTH_LOG_DAYS"_s)->visibleRegion().isEmpty());
    }

    void fitsTheNarrowPage()
    {
        show(NarrowPage);
        QVERIFY2(panel->minimumSizeHint().width() <= NarrowPage.width(),
                 qPrintable(QString::number(panel->minimumSizeHint().width())));
        picture(*panel, u"settings-narrow"_s);
    }
};

QTEST_MAIN(TestSettingsPanel)
#include "tst_settingspanel.moc"
