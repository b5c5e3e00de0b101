// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/PanelTest.h"
#include "ui/panels/ProtectionPanel.h"
#include "ui/panels/protection/CountryList.h"
#include "ui/panels/protection/LimitWindows.h"
#include "ui/panels/protection/PresetCard.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QWheelEvent>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestProtectionPanel : public QObject, private PanelTest
{
    Q_OBJECT

private:
    QRadioButton *radio(const QString &name) { return control<QRadioButton>(*panel, name); }
    QSpinBox *spin(const QString &name) { return control<QSpinBox>(*panel, name); }
    QListWidget *countries() { return panel->findChild<QListWidget *>(); }
    QString text(const QString &label) { return panel->findChild<QLabel *>(label)->text(); }
    void click(QAbstractButton *button)
    {
        QVERIFY(button);
        button->click();
    }
    void open(QSize size = RoomyPage)
    {
        showPanel(*panel, size);
        QTRY_VERIFY(radio(u"Automatic"_s) && radio(u"Automatic"_s)->isEnabled());
    }
    QVariantMap tried() { return admin().last(u"tryLimits"_s).value(u"changes"_s).toMap(); }
    void apply()
    {
        const int before = admin().count(u"applySettings"_s);
        QTRY_VERIFY(button(u"Apply"_s) && button(u"Apply"_s)->isEnabled());
        button(u"Apply"_s)->click();
        QTRY_COMPARE(admin().count(u"applySettings"_s), before + 1);
        QTRY_VERIFY(button(u"Apply"_s) && !button(u"Apply"_s)->isEnabled());
    }
    void store(const QJsonObject &changes)
    {
        (void)admin().applySettings(changes);
        settle();
    }
    QStringList shownCountries()
    {
        QStringList shown;
        for (int row = 0; row < countries()->count(); ++row) {
            if (!countries()->item(row)->isHidden())
                shown.append(countries()->item(row)->text());
        }
        return shown;
    }

private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void cleanupTestCase() { theme.reset(); }
    void init() { makePage(makeProtectionPanel); }
    void cleanup() { dropPage(); }

    void showsWhichPresetIsInForceAndWhy()
    {
        open();
        QVERIFY(radio(u"Automatic"_s)->isChecked());
        QCOMPARE(text(u"presetInForce"_s), u"In force now: as the library, because every SMS is simulated."_s);
        QCOMPARE(text(u"limitsInForce"_s),
                 u"Not in force while every SMS is simulated; they are as soon as real ones are sent."_s);
        QVERIFY(!radio(u"Your own values"_s));
        picture(*panel, u"protection"_s);
        store({{u"SMS_AUTH_PROVIDER"_s, u"twilio"_s}});
        QTRY_COMPARE(text(u"presetInForce"_s), u"In force now: all limits below, because real SMS are sent."_s);
        QVERIFY(!panel->findChild<QLabel *>(u"limitsInForce"_s)->isVisible());
        store({{u"SMS_AUTH_LIMITS"_s, u"seed"_s}});
        QTRY_VERIFY(radio(u"As the library"_s)->isChecked());
        QVERIFY(text(u"presetInForce"_s).contains(u"although real SMS are sent"_s));
        store({{u"SMS_AUTH_LIMITS"_s, u"protect"_s}});
        QTRY_VERIFY(radio(u"Protect"_s)->isChecked());
        store({{u"SMS_AUTH_LIMIT_PHONE"_s, u"7/1h"_s}});
        QTRY_VERIFY(radio(u"Your own values"_s) && radio(u"Your own values"_s)->isChecked());
        QCOMPARE(text(u"presetInForce"_s), u"In force now: your own values."_s);
    }

    void appliesAPresetAndTakesItBack()
    {
        open();
        click(radio(u"Strict"_s));
        QVERIFY(says(u"3 in 1 hour(s), 6 in 1 day(s)"_s));
        QVERIFY(says(u"6 change(s) not applied."_s));
        picture(*panel, u"protection-strict"_s);
        apply();
        QCOMPARE(appliedChanges().value(u"SMS_AUTH_LIMITS"_s), u"protect"_s);
        QCOMPARE(appliedChanges().value(u"SMS_AUTH_LIMIT_PHONE"_s), u"3/1h,6/1d"_s);
        QCOMPARE(appliedChanges().value(u"SMS_AUTH_LIMIT_GLOBAL"_s), u"1000/1h"_s);
        QTRY_COMPARE(fixture->notices.size(), 1);
        QCOMPARE(text(u"presetInForce"_s), u"In force now: Strict."_s);

        QCOMPARE(fixture->notices.constFirst().actionText, u"Undo"_s);
        fixture->notices.constFirst().action();
        QTRY_VERIFY(radio(u"Automatic"_s)->isChecked());
        QCOMPARE(admin().settingsNow.values.value(u"SMS_AUTH_LIMITS"_s), u"auto"_s);
        QCOMPARE(admin().settingsNow.values.value(u"SMS_AUTH_LIMIT_PHONE"_s), u"5/1h,10/1d"_s);
        QCOMPARE(admin().settingsNow.origins.value(u"SMS_AUTH_LIMIT_PHONE"_s), u"default"_s);
        QVERIFY(says(u"5 in 1 hour(s), 10 in 1 day(s)"_s));
        QVERIFY(!panel->undo()); // once
    }

    void aPresetCanBeChosenWithoutAClick()
    {
        open();
        radio(u"Strict"_s)->toggle(); // as assistive technology does
        QVERIFY(says(u"6 change(s) not applied."_s));
        apply();
    }

    void takesBackWhatWasInTheFile()
    {
        store({{u"SMS_AUTH_LIMITS"_s, u"protect"_s}, {u"SMS_AUTH_LIMIT_PHONE"_s, u"7/1h"_s}});
        open();
        click(radio(u"Protect"_s));
        apply();
        QVERIFY(appliedChanges().contains(u"SMS_AUTH_LIMIT_PHONE"_s));
        QVERIFY(
            appliedChanges().value(u"SMS_AUTH_LIMIT_PHONE"_s).isNull()); // the default needs no line in the file
        QTRY_VERIFY(!fixture->notices.isEmpty());
        QVERIFY(panel->undo()); // Ctrl+Z
        QTRY_COMPARE(admin().settingsNow.values.value(u"SMS_AUTH_LIMIT_PHONE"_s), u"7/1h"_s);
    }

    void editsLimits()
    {
        store({{u"SMS_AUTH_LIMITS"_s, u"protect"_s}});
        open();
        QTRY_VERIFY(radio(u"Protect"_s)->isChecked());
        QTRY_COMPARE(spin(u"One number: number of codes 1"_s)->value(), 5);
        spin(u"One number: number of codes 1"_s)->setValue(4);
        QVERIFY(radio(u"Your own values"_s)->isChecked());
        click(button(u"One number: add a time"_s));
        QCOMPARE(spin(u"One number: number of codes 3"_s)->value(), 20);
        QCOMPARE(spin(u"One number: length of time 3"_s)->value(), 7);
        QVERIFY(says(u"4 in 1 hour(s), 10 in 1 day(s), 20 in 7 day(s)"_s));
        click(button(u"One number: remove time 2"_s));
        click(button(u"Everybody together: add a time"_s));
        click(button(u"Everybody together: add a time"_s));
        click(button(u"Everybody together: add a time"_s));
        QVERIFY(!button(u"Everybody together: add a time"_s)); // four at most
        QVERIFY(!button(u"One country: remove time 1"_s));     // one at least
        apply();
        QCOMPARE(appliedChanges(),
                 (QVariantMap{{u"SMS_AUTH_LIMIT_PHONE"_s, u"4/1h,20/7d"_s},
                              {u"SMS_AUTH_LIMIT_GLOBAL"_s, u"5000/1h,10000/1d,20000/7d,40000/30d"_s}}));
        QTRY_VERIFY(radio(u"Your own values"_s)->isChecked());
    }

    void refusesTheSameTimeTwice()
    {
        open();
        control<QComboBox>(*panel, u"Unit of One number: length of time 2"_s)->setCurrentText(u"minutes"_s);
        spin(u"One number: length of time 2"_s)->setValue(60);
        QVERIFY(says(u"Two of these are for 1 hour(s). Change one of them, or remove it."_s));
        QVERIFY(says(u"Something cannot be used as it is."_s));
        QVERIFY(!button(u"Apply"_s)->isEnabled());
        QCOMPARE(text(u"trialResult"_s), QString());
        picture(*panel, u"protection-problem"_s);
        // News from elsewhere do not take it away.
        store({{u"SMS_AUTH_CODE_LEN"_s, 6}});
        QVERIFY(says(u"Two of these are for 1 hour(s). Change one of them, or remove it."_s));
        click(button(u"One number: remove time 1"_s));
        QVERIFY(button(u"Apply"_s)->isEnabled());
        click(button(u"Revert"_s));
        QCOMPARE(spin(u"One number: number of codes 2"_s)->value(), 10);
        QVERIFY(!button(u"Apply"_s)->isEnabled());
    }

    void choosesCountries()
    {
        open();
        QVERIFY(radio(u"All countries"_s)->isChecked());
        QVERIFY(!countries()->isVisible());
        click(radio(u"Only these countries"_s));
        QVERIFY(countries()->isVisible());
        QVERIFY(says(u"Tick at least one country, or choose all countries."_s));
        QVERIFY(!button(u"Apply"_s)->isEnabled());
        auto *search = control<QLineEdit>(*panel, u"Find a country"_s);
        search->setText(u"+49"_s);
        QCOMPARE(shownCountries().size(), 1);
        QVERIFY(shownCountries().constFirst().contains(u"Germany"_s));
        for (const QString &words : {u"germ"_s, u"deutschland"_s, u"de"_s}) {
            search->setText(words);
            QVERIFY2(shownCountries().filter(u"Germany"_s).size() == 1, qPrintable(words));
        }
        search->setText(u"+49"_s);
        for (int row = 0; row < countries()->count(); ++row) {
            if (!countries()->item(row)->isHidden())
                countries()->item(row)->setCheckState(Qt::Checked);
        }
        search->setText(u"no such country"_s);
        QVERIFY(shownCountries().isEmpty());
        QVERIFY(says(u"No country matches."_s));
        search->clear();
        QVERIFY(shownCountries().constFirst().contains(u"Germany"_s)); // ticked ones first
        QVERIFY(shownCountries().size() > 200);
        picture(*countries()->parentWidget(), u"protection-countries"_s);
        apply();
        QCOMPARE(appliedChanges(), (QVariantMap{{u"SMS_AUTH_COUNTRIES"_s, QVariantList{u"DE"_s}}}));
        QTRY_VERIFY(!fixture->notices.isEmpty());
        QVERIFY(radio(u"Only these countries"_s)->isChecked());
        click(radio(u"All countries"_s));
        apply();
        QVERIFY(appliedChanges().value(u"SMS_AUTH_COUNTRIES"_s).isNull());
    }

    void revertsAChoiceWithoutACountry()
    {
        open();
        click(radio(u"Only these countries"_s));
        QVERIFY(!button(u"Apply"_s)->isEnabled());
        click(button(u"Revert"_s));
        QVERIFY(radio(u"All countries"_s)->isChecked());
        QVERIFY(!says(u"Tick at least one country, or choose all countries."_s));
    }

    void setsWaitAndTries()
    {
        open();
        auto *kind = control<QComboBox>(*panel, u"How the wait is set"_s);
        QCOMPARE(kind->currentText(), u"As long as a code lives: 1 min"_s);
        kind->setCurrentIndex(2);
        Q_EMIT kind->activated(2);
        spin(u"Wait before the next code"_s)->setValue(90);
        control<QComboBox>(*panel, u"Unit of Wait before the next code"_s)->setCurrentText(u"seconds"_s);
        spin(u"Wrong tries of a code"_s)->setValue(3);
        apply();
        QCOMPARE(appliedChanges(), (QVariantMap{{u"SMS_AUTH_RESEND_WAIT"_s, 90}, {u"SMS_AUTH_MAX_TRIES"_s, 3}}));
        kind->setCurrentIndex(1);
        Q_EMIT kind->activated(1);
        apply();
        QCOMPARE(appliedChanges(), (QVariantMap{{u"SMS_AUTH_RESEND_WAIT"_s, 0}}));
    }

    void saysWhatItWouldHaveBlocked()
    {
        admin().trialNow = {.requests = 412,
                            .blocked = 3,
                            .byCountries = 1,
                            .byWait = 0,
                            .byLimit = {{LimitScope::Phone, 2}},
                            .blockedThen = 5,
                            .notJudged = 7,
                            .since = {}};
        store({{u"SMS_AUTH_LIMITS"_s, u"protect"_s}});
        open();
        QTRY_COMPARE(text(u"trialResult"_s), u"The last 7 day(s): would have blocked 3 of 412."_s);
        QVERIFY(text(u"trialDetails"_s).startsWith(u"Why: limit of one number: 2, country not allowed: 1."_s));
        QVERIFY(says(u"5 were blocked when they came."_s));
        QVERIFY(says(u"7 more were blocked by the limit of one address."_s));
        QVERIFY(says(u"The limit of one address is not judged: the log keeps no addresses."_s));
        QVERIFY(tried().isEmpty());
        picture(*panel, u"protection-trial"_s);
        picture(*panel->findChild<QScrollArea *>()->widget(), u"protection-whole"_s);
        QVERIFY(!says(u"Without the limits, which are not in force."_s));
        QVERIFY(!says(u"The oldest request"_s));
        admin().trialNow = {.requests = 412, .byLimit = {}, .since = admin().clock.now() - 3h};
        click(radio(u"As the library"_s));
        QTRY_VERIFY(says(u"Without the limits, which are not in force."_s));
        QVERIFY(says(u"The oldest request in the log came 3 h ago."_s));
        click(radio(u"Strict"_s));
        QVERIFY(text(u"trialResult"_s).contains(u"looking"_s));
        QTRY_COMPARE(text(u"trialResult"_s), u"The last 7 day(s): would have blocked 0 of 412."_s);
        QCOMPARE(tried().value(u"SMS_AUTH_LIMIT_PHONE"_s), u"3/1h,6/1d"_s);
        QCOMPARE(admin().count(u"applySettings"_s), 1); // that of the test itself
    }

    void asksOnceForManyEdits()
    {
        open();
        QTRY_COMPARE(admin().count(u"tryLimits"_s), 1);
        for (int value = 6; value < 40; ++value)
            spin(u"One number: number of codes 1"_s)->setValue(value);
        QTRY_COMPARE(admin().count(u"tryLimits"_s), 2);
        QTRY_VERIFY(tried().value(u"SMS_AUTH_LIMIT_PHONE"_s).toString().startsWith(u"39/"_s));
    }

    void onlyTheNewestAnswerCounts()
    {
        open();
        QTRY_VERIFY(says(u"nobody asked for a code."_s));
        admin().hold();
        admin().trialNow = {.requests = 10, .blocked = 9, .byLimit = {}, .since = {}};
        click(radio(u"Strict"_s));
        QTRY_COMPARE(admin().count(u"tryLimits"_s), 2);
        click(radio(u"Protect"_s));
        QTRY_COMPARE(admin().count(u"tryLimits"_s), 3);
        QVERIFY(text(u"trialResult"_s).contains(u"looking"_s));
        admin().release();
        QTRY_COMPARE(text(u"trialResult"_s), u"The last 7 day(s): would have blocked 9 of 10."_s);
    }

    void saysWhenTheLogCannotBeRead()
    {
        admin().fail(u"tryLimits"_s, {ErrorCode::Storage, u"disk I/O error"_s});
        open();
        QTRY_VERIFY(text(u"trialResult"_s).contains(u"disk I/O error"_s));
        QVERIFY(!panel->findChild<QLabel *>(u"trialDetails"_s)->isVisible());
    }

    void saysWhatWasRefused()
    {
        open();
        admin().fail(u"applySettings"_s, {ErrorCode::Settings, u"SMS_AUTH_LIMITS = x: not today"_s});
        click(radio(u"Strict"_s));
        button(u"Apply"_s)->click();
        QTRY_VERIFY(says(u"Not today."_s));
        QVERIFY(radio(u"Strict"_s)->isChecked()); // what was chosen stays
        QTRY_VERIFY(button(u"Apply"_s) && button(u"Apply"_s)->isEnabled());
        QVERIFY(fixture->notices.isEmpty());
        QVERIFY(!panel->undo());
        admin().succeed(u"applySettings"_s);
        apply();
    }

    void canBeReadAgain()
    {
        admin().fail(u"settings"_s, {ErrorCode::Storage, u"cannot be read"_s});
        showPanel(*panel);
        QTRY_VERIFY(says(u"cannot be read"_s));
        QVERIFY(!radio(u"Strict"_s)->isEnabled());
        admin().succeed(u"settings"_s);
        click(button(u"Try again"_s));
        QTRY_VERIFY(radio(u"Strict"_s)->isEnabled());
        QVERIFY(!says(u"cannot be read"_s));
    }

    void whatIsEditedStays()
    {
        open();
        spin(u"One country: number of codes 1"_s)->setValue(77);
        store({{u"SMS_AUTH_MAX_TRIES"_s, 9}});
        QTRY_COMPARE(spin(u"Wrong tries of a code"_s)->value(), 9);
        QCOMPARE(spin(u"One country: number of codes 1"_s)->value(), 77);
        QVERIFY(says(u"1 change(s) not applied."_s));
    }

    void whatIsSetElsewhereCannotBeChanged()
    {
        admin().settingsNow.origins[u"SMS_AUTH_LIMIT_PHONE"_s] = u"environment"_s;
        admin().settingsNow.origins[u"SMS_AUTH_COUNTRIES"_s] = u"option"_s;
        open();
        QVERIFY(!spin(u"One number: number of codes 1"_s)->isEnabled());
        QVERIFY(!radio(u"All countries"_s)->isEnabled());
        QVERIFY(says(u"Set by the environment variable SMS_AUTH_LIMIT_PHONE. Change it there."_s));
        click(radio(u"Strict"_s));
        QCOMPARE(spin(u"One number: number of codes 1"_s)->value(), 5);
        apply();
        QVERIFY(!appliedChanges().contains(u"SMS_AUTH_LIMIT_PHONE"_s));
        QVERIFY(appliedChanges().contains(u"SMS_AUTH_LIMIT_GLOBAL"_s));
    }

    void aPresetSetElsewhereCannotBeChanged()
    {
        admin().settingsNow.origins[u"SMS_AUTH_LIMITS"_s] = u"option"_s;
        showPanel(*panel);
        QTRY_VERIFY(says(u"Set by --set SMS_AUTH_LIMITS=… when the program was started."_s));
        QVERIFY(!radio(u"Strict"_s)->isEnabled());
        QVERIFY(spin(u"One number: number of codes 1"_s)->isEnabled());
    }

    void theWheelScrollsThePage()
    {
        open(SmallPage);
        QSpinBox *count = spin(u"One number: number of codes 1"_s);
        const int before = count->value();
        count->setFocus();
        QWheelEvent turn(QPointF(5, 5), count->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton,
                         Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(count, &turn);
        QCOMPARE(count->value(), before);
    }

    void everyControlHasAName()
    {
        store({{u"SMS_AUTH_COUNTRIES"_s, QJsonArray{u"DE"_s}}, {u"SMS_AUTH_RESEND_WAIT"_s, 90}});
        open();
        QCOMPARE(namelessControls(*panel), QStringList());
    }

    void fitsANarrowPage()
    {
        store({{u"SMS_AUTH_COUNTRIES"_s, QJsonArray{u"DE"_s}}, {u"SMS_AUTH_RESEND_WAIT"_s, 90}});
        open(NarrowPage);
        QVERIFY2(panel->minimumSizeHint().width() <= NarrowPage.width(),
                 qPrintable(QString::number(panel->minimumSizeHint().width())));
        auto *scroll = panel->findChild<QScrollArea *>();
        QTRY_VERIFY2(scroll->widget()->width() <= scroll->viewport()->width(),
                     qPrintable(u"%1 > %2"_s.arg(scroll->widget()->width()).arg(scroll->viewport()->width())));
        picture(*panel, u"protection-narrow"_s);
        picture(*scroll->widget(), u"protection-narrow-whole"_s);
    }

    void everyCountryHasAName()
    {
        QVERIFY(countryList().size() > 200);
        QSet<QString> texts;
        for (const CountryEntry &country : countryList()) {
            QVERIFY2(country.name.size() > 2 || country.code == u"AC"_s || country.code == u"TA"_s ||
                         country.code == u"XK"_s,
                     qPrintable(country.code));
            QVERIFY2(!country.callingCode.isEmpty() && country.callingCode != u"0"_s, qPrintable(country.code));
            texts.insert(country.text());
        }
        QCOMPARE(texts.size(), countryList().size());
    }
};

QTEST_MAIN(TestProtectionPanel)
#include "tst_protectionpanel.moc"
