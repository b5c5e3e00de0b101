// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/PanelFixture.h"
#include "ui/widgets/FieldForm.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace smsauth;
using namespace Qt::StringLiterals;

class TestFieldForm : public QObject
{
    Q_OBJECT

private:
    QList<ProviderFieldInfo> fields{{u"login"_s, u"Login"_s, u"me"_s, {}, false, {}},
                                    {u"password"_s, u"Password"_s, {}, {}, true, u"keyring"_s},
                                    {u"base"_s, u"Address"_s, {}, u"https://example.com"_s, false, {}}};

private Q_SLOTS:
    void labelsEveryField()
    {
        FieldForm form;
        form.setFields(fields);
        form.show();
        QCOMPARE(namelessControls(form), QStringList());
        QCOMPARE(form.findChild<QLineEdit *>(u"login"_s)->text(), u"me"_s);
        QCOMPARE(form.findChild<QLineEdit *>(u"base"_s)->placeholderText(), u"https://example.com"_s);
    }

    void neverShowsASecret()
    {
        FieldForm form;
        fields[1].value = u"must not appear"_s; // even if somebody put one there
        form.setFields(fields);
        form.show();
        auto *edit = form.findChild<QLineEdit *>(u"password"_s);
        QCOMPARE(edit->text(), QString());
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        QVERIFY(words(form).contains(u"Stored in the keyring."_s));
        QVERIFY(!form.isChanged());
        fields[1].value.clear();
    }

    void saysWhereASecretLies_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("note");
        QTest::addColumn<bool>("writable");
        QTest::newRow("none") << u""_s << u"Not set."_s << true;
        QTest::newRow("keyring") << u"keyring"_s << u"Stored in the keyring."_s << true;
        QTest::newRow("file") << u"file"_s << u"sealed file"_s << true;
        QTest::newRow("memory") << u"memory"_s << u"until the program ends"_s << true;
        QTest::newRow("environment") << u"environment"_s << u"Comes from the environment."_s << false;
        QTest::newRow("credentials") << u"credentials"_s << u"credentials of the service"_s << false;
    }
    void saysWhereASecretLies()
    {
        QFETCH(QString, place);
        QFETCH(QString, note);
        fields[1].storedIn = place;
        FieldForm form;
        form.setFields(fields);
        form.show();
        QVERIFY2(words(form).contains(note), qPrintable(words(form)));
        QTEST(form.findChild<QLineEdit *>(u"password"_s)->isEnabled(), "writable");
        QCOMPARE(form.lacksSecret(), place.isEmpty());
        fields[1].storedIn = u"keyring"_s;
    }

    void draftsOnlyWhatChanged()
    {
        FieldForm form;
        form.setFields(fields);
        QSignalSpy changed(&form, &FieldForm::changed);
        form.findChild<QLineEdit *>(u"login"_s)->setText(u"you"_s);
        form.findChild<QLineEdit *>(u"password"_s)->setText(u"new one"_s);
        QVERIFY(changed.count() >= 2);
        const ProviderDraft draft = form.draft(u"twilio"_s);
        QCOMPARE(draft.id, u"twilio"_s);
        QCOMPARE(draft.plain, (QMap<QString, QString>{{u"login"_s, u"you"_s}}));
        QCOMPARE(draft.secrets.size(), 1);
        QVERIFY(draft.secrets.value(u"password"_s) == Secret("new one"));
        form.revert();
        QVERIFY(!form.isChanged());
        QVERIFY(form.draft(u"twilio"_s).secrets.isEmpty());
    }

    void forgetsOnDemand()
    {
        FieldForm form;
        form.setFields(fields);
        form.show();
        form.findChild<QPushButton *>()->click();
        QVERIFY(form.isChanged());
        QVERIFY(words(form).contains(u"Is removed"_s));
        const ProviderDraft draft = form.draft({});
        QVERIFY(draft.secrets.contains(u"password"_s));
        QVERIFY(draft.secrets.value(u"password"_s).isEmpty());
    }

    void keepsWhatIsTypedWhenTheFieldsComeAgain()
    {
        FieldForm form;
        form.setFields(fields);
        auto *login = form.findChild<QLineEdit *>(u"login"_s);
        login->setText(u"half typ"_s);
        auto again = fields;
        again[2].value = u"https://changed.example.com"_s;
        form.setFields(again);
        QCOMPARE(form.findChild<QLineEdit *>(u"login"_s), login);
        QCOMPARE(login->text(), u"half typ"_s);
        QCOMPARE(form.findChild<QLineEdit *>(u"base"_s)->text(), u"https://changed.example.com"_s);
    }

    /// What is typed while an older state is being saved is still a change afterwards.
    void tellsWhatWasSavedFromWhatWasTypedSince()
    {
        FieldForm form;
        form.setFields(fields);
        auto *password = form.findChild<QLineEdit *>(u"password"_s);
        password->setText(u"first"_s);
        const ProviderDraft draft = form.draft({});
        form.takeAsStored(draft);
        QVERIFY(password->text().isEmpty());
        QVERIFY(!form.isChanged());
        password->setText(u"second"_s);
        form.takeAsStored(draft);
        QCOMPARE(password->text(), u"second"_s);
        QVERIFY(form.isChanged());
    }
};

QTEST_MAIN(TestFieldForm)
#include "tst_fieldform.moc"
