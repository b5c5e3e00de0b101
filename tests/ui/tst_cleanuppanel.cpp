// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/PanelFixture.h"
#include "ui/panels/CleanupPanel.h"
#include "ui/widgets/DurationEdit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSpinBox>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestCleanupPanel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> theme;
    std::unique_ptr<PanelFixture> fixture;
    std::unique_ptr<Panel> panel;

    FakeAdmin &admin() { return fixture->admin; }
    QPushButton *button(const QString &name) { return control<QPushButton>(*panel, name); }
    bool says(const QString &text) { return words(*panel).contains(text); }
    void click(const QString &name)
    {
        QVERIFY2(button(name), qPrintable(name + u" is not there"_s));
        QTest::mouseClick(button(name), Qt::LeftButton);
    }
    void expire(int count)
    {
        for (int i = 0; i < count; ++i)
            admin().addCode(PanelFixture::phone(i % 10), CodeState::Expired);
        settle();
    }
    CleanupPanel &cleanupPanel() { return static_cast<CleanupPanel &>(*panel); }
    QVariantMap changed() { return admin().last(u"applySettings"_s).value(u"changes"_s).toMap(); }

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
        panel = makeCleanupPanel(fixture->context());
        cleanupPanel().setUndoTime(50ms);
        settle();
    }
    void cleanup()
    {
        panel.reset();
        fixture.reset();
    }

    void saysWhenNothingIsExpired()
    {
        admin().cleanup.nextRun = admin().clock.now() + 8min;
        showPanel(*panel);
        QTRY_VERIFY(says(u"Nothing expired. Next check in 8 min."_s));
        QVERIFY(!button(u"Nothing to clear"_s)->isEnabled());
        picture(*panel, u"cleanup-empty"_s);
    }

    void theButtonSaysTheNumber()
    {
        expire(128);
        showPanel(*panel);
        QTRY_VERIFY(button(u"Clear 128 expired code(s)"_s));
        click(u"Clear 128 expired code(s)"_s);
        QTRY_COMPARE(admin().count(u"clearExpired"_s), 1);
        QCOMPARE(admin().last(u"clearExpired"_s).value(u"dryRun"_s).toBool(), false);
        QTRY_VERIFY(!fixture->notices.isEmpty());
        QCOMPARE(fixture->notices.last().text, u"128 expired code(s) cleared."_s);
        QTRY_VERIFY(button(u"Nothing to clear"_s));
        QVERIFY(says(u"just now: removed 128 code(s)"_s));
    }

    void canBeTakenBack()
    {
        cleanupPanel().setUndoTime(8s);
        expire(3);
        showPanel(*panel);
        QTRY_VERIFY(button(u"Clear 3 expired code(s)"_s));
        QVERIFY(!panel->undo());
        click(u"Clear 3 expired code(s)"_s);
        QVERIFY(says(u"3 code(s) will be cleared in 8 s."_s));
        QVERIFY(says(u"0 expired code(s)"_s)); // hidden already
        picture(*panel, u"cleanup-undo"_s);
        click(u"Undo"_s);
        QVERIFY(button(u"Clear 3 expired code(s)"_s));
        click(u"Clear 3 expired code(s)"_s);
        QVERIFY(panel->undo()); // Ctrl+Z
        QCOMPARE(admin().count(u"clearExpired"_s), 0);
    }

    void showsWhatWouldGo()
    {
        expire(2);
        showPanel(*panel);
        click(u"What would go?"_s);
        QTRY_VERIFY(says(u"A cleanup now would remove 2 expired code(s). Live codes and users stay."_s));
        QCOMPARE(admin().last(u"clearExpired"_s).value(u"dryRun"_s).toBool(), true);
        QCOMPARE(admin().codeRows.size(), 2);
    }

    void countsAsCodesExpire()
    {
        showPanel(*panel);
        QTRY_VERIFY(button(u"Nothing to clear"_s));
        admin().signIn(PanelFixture::phone(1));
        admin().clock.advance(61s);
        admin().expire();
        QTRY_VERIFY(button(u"Clear 1 expired code(s)"_s));
    }

    void saysWhatFailed()
    {
        admin().fail(u"clearExpired"_s, {ErrorCode::Storage, u"database is locked"_s});
        expire(2);
        showPanel(*panel);
        QTRY_VERIFY(button(u"Clear 2 expired code(s)"_s));
        click(u"Clear 2 expired code(s)"_s);
        QTRY_VERIFY(says(u"database is locked"_s));
        QTRY_VERIFY(button(u"Clear 2 expired code(s)"_s)->isEnabled());
        picture(*panel, u"cleanup-error"_s);
        click(u"What would go?"_s);
        QTRY_COMPARE(words(*panel).count(u"database is locked"_s), 2);
    }

    void aFailedClearCanBeRepeated()
    {
        admin().fail(u"clearExpired"_s, {ErrorCode::Storage, u"database is locked"_s});
        expire(2);
        showPanel(*panel);
        QTRY_VERIFY(button(u"Clear 2 expired code(s)"_s));
        click(u"Clear 2 expired code(s)"_s);
        QTRY_VERIFY(says(u"database is locked"_s));
        panel->refresh();
        settle();
        QVERIFY(says(u"database is locked"_s)); // a look at the numbers does not hide it
        admin().succeed(u"clearExpired"_s);
        click(u"Try again"_s);
        QTRY_VERIFY(button(u"Nothing to clear"_s));
        QVERIFY(!says(u"database is locked"_s));
        QCOMPARE(admin().codeRows.size(), 0);
    }

    void offersNothingWhileTheNumbersAreUnknown()
    {
        admin().fail(u"cleanupStatus"_s, {ErrorCode::Storage, u"disk is gone"_s});
        expire(2);
        showPanel(*panel);
        QTRY_VERIFY(says(u"disk is gone"_s));
        QVERIFY(!button(u"Clear expired codes"_s)->isEnabled());
        QVERIFY(!says(u"Nothing expired."_s));
        QVERIFY(!says(u"Only when you ask for it"_s));
        admin().succeed(u"cleanupStatus"_s);
        click(u"Try again"_s);
        QTRY_VERIFY(button(u"Clear 2 expired code(s)"_s));
        QVERIFY(!says(u"disk is gone"_s));
    }

    void settingsThatCannotBeReadCannotBeChanged()
    {
        admin().fail(u"settings"_s, {ErrorCode::Storage, u"settings.json is a folder"_s});
        showPanel(*panel);
        QTRY_VERIFY(says(u"settings.json is a folder"_s));
        auto *interval = panel->findChild<DurationEdit *>();
        QVERIFY(!interval->isEnabled());
        QVERIFY(!button(u"Apply"_s));
        admin().succeed(u"settings"_s);
        click(u"Read again"_s);
        QTRY_VERIFY(interval->isEnabled());
        QVERIFY(!says(u"settings.json is a folder"_s));
    }

    void asksAgainByItself()
    {
        showPanel(*panel);
        QTRY_VERIFY(button(u"Nothing to clear"_s));
        admin().cleanup.expiredNow = 4; // by the clock: no topic tells
        QTRY_VERIFY_WITH_TIMEOUT(button(u"Clear 4 expired code(s)"_s), 15000);
    }

    void saysThatItIsBusy()
    {
        expire(2);
        showPanel(*panel);
        QTRY_VERIFY(button(u"Clear 2 expired code(s)"_s));
        admin().hold();
        click(u"Clear 2 expired code(s)"_s);
        QTRY_VERIFY(button(u"Clearing…"_s));
        QVERIFY(!button(u"Clearing…"_s)->isEnabled());
        admin().release();
        QTRY_VERIFY(button(u"Nothing to clear"_s));
    }

    void showsTheSchedule()
    {
        admin().cleanup.lastRun = admin().clock.now() - 5min;
        admin().cleanup.lastReport = {12, 12, 3};
        admin().cleanup.nextRun = admin().clock.now() + 5min;
        showPanel(*panel);
        QTRY_VERIFY(says(u"5 min ago: removed 12 code(s) and 3 row(s) of the send log"_s));
        QVERIFY(says(u"In 5 min, at "_s));
        admin().cleanup.nextRun.reset();
        panel->refresh();
        QTRY_VERIFY(says(u"Only when you ask for it"_s));
    }

    void appliesOnlyWhatChanged()
    {
        showPanel(*panel);
        auto *interval = panel->findChild<DurationEdit *>();
        QTRY_COMPARE(interval->value(), 600s);
        QCOMPARE(interval->number()->value(), 10); // minutes
        QVERIFY(!button(u"Apply"_s));
        interval->number()->setValue(20);
        click(u"Apply"_s);
        QTRY_VERIFY(says(u"Applied."_s));
        QCOMPARE(changed(), (QVariantMap{{u"SMS_AUTH_CLEANUP_INTERVAL"_s, 1200}}));
        QVERIFY(!button(u"Apply"_s));
        panel->refresh();
        settle();
        QVERIFY(says(u"Applied."_s));

        panel->findChild<QCheckBox *>()->click(); // no schedule
        QVERIFY(!says(u"Applied."_s));
        click(u"Apply"_s);
        QTRY_COMPARE(changed(), (QVariantMap{{u"SMS_AUTH_CLEANUP_INTERVAL"_s, 0}}));
        QTRY_VERIFY(!interval->isEnabled());
    }

    void appliesTheRetention()
    {
        showPanel(*panel);
        auto *days = control<QSpinBox>(*panel, u"Days to keep the send log"_s);
        auto *rows = control<QSpinBox>(*panel, u"Rows of the send log to keep at most"_s);
        QVERIFY(days && rows);
        QTRY_COMPARE(days->value(), 30);
        days->setValue(7);
        rows->setValue(5000);
        click(u"Apply"_s);
        QTRY_VERIFY(says(u"Applied."_s));
        QCOMPARE(changed(), (QVariantMap{{u"SMS_AUTH_LOG_DAYS"_s, 7}, {u"SMS_AUTH_LOG_ROWS"_s, 5000}}));
        QCOMPARE(days->value(), 7);
        QCOMPARE(rows->value(), 5000);
    }

    void revertsAndKeepsEditsOverARefresh()
    {
        showPanel(*panel);
        auto *interval = panel->findChild<DurationEdit *>();
        QTRY_COMPARE(interval->value(), 600s);
        auto *days = control<QSpinBox>(*panel, u"Days to keep the send log"_s);
        QVERIFY(days);
        days->setValue(7);
        panel->refresh();
        settle();
        QCOMPARE(days->value(), 7);
        click(u"Revert"_s);
        QCOMPARE(days->value(), 30);
        QVERIFY(!button(u"Revert"_s));
    }

    void showsARefusal()
    {
        showPanel(*panel);
        auto *interval = panel->findChild<DurationEdit *>();
        QTRY_COMPARE(interval->value(), 600s);
        admin().fail(u"applySettings"_s, {ErrorCode::Settings, u"SMS_AUTH_CLEANUP_INTERVAL = 1200: no"_s});
        interval->number()->setValue(20);
        click(u"Apply"_s);
        QTRY_VERIFY(says(u"SMS_AUTH_CLEANUP_INTERVAL = 1200: no"_s));
        QCOMPARE(interval->value(), 1200s);
    }

    void respectsTheEnvironment()
    {
        admin().settingsNow.origins.insert(u"SMS_AUTH_CLEANUP_INTERVAL"_s, u"environment"_s);
        showPanel(*panel);
        QTRY_VERIFY(says(u"Set by the environment variable SMS_AUTH_CLEANUP_INTERVAL."_s));
        QVERIFY(!panel->findChild<QCheckBox *>()->isEnabled());
        QVERIFY(!panel->findChild<DurationEdit *>()->isEnabled());
    }

    void saysDurationsAsPeopleDo_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("unit");
        QTest::newRow("90 s") << 90 << 90 << u"seconds"_s;
        QTest::newRow("10 min") << 600 << 10 << u"minutes"_s;
        QTest::newRow("1 h") << 3600 << 1 << u"hours"_s;
        QTest::newRow("a day") << 86400 << 24 << u"hours"_s;
        QTest::newRow("1 s") << 1 << 1 << u"seconds"_s;
    }
    void saysDurationsAsPeopleDo()
    {
        QFETCH(int, seconds);
        DurationEdit edit(u"Time"_s, 86400s);
        edit.setValue(smsauth::seconds(seconds));
        QCOMPARE(int(edit.value().count()), seconds);
        QTEST(edit.number()->value(), "number");
        QTEST(edit.findChild<QComboBox *>()->currentText(), "unit");
    }

    void survivesBeingClosedWhileAsking()
    {
        expire(1);
        showPanel(*panel);
        QTRY_VERIFY(button(u"Clear 1 expired code(s)"_s));
        admin().hold();
        panel->refresh();
        click(u"What would go?"_s);
        panel.reset();
        admin().release();
        settle();
        QCOMPARE(admin().codeRows.size(), 1);
    }

    void everyControlHasAName()
    {
        expire(1);
        showPanel(*panel);
        QTRY_VERIFY(button(u"Clear 1 expired code(s)"_s));
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
        admin().cleanup.lastRun = admin().clock.now() - 2min;
        admin().cleanup.lastReport = {40, 40, 0};
        admin().cleanup.nextRun = admin().clock.now() + 8min;
        expire(128);
        showPanel(*panel, size);
        QTRY_VERIFY(button(u"Clear 128 expired code(s)"_s));
        panel->findChild<DurationEdit *>()->number()->setValue(15);
        click(u"What would go?"_s);
        QTRY_VERIFY(says(u"A cleanup now would remove"_s));
        picture(*panel, u"cleanup-%1"_s.arg(QLatin1StringView(QTest::currentDataTag())));
        QVERIFY(button(u"Clear 128 expired code(s)"_s)->height() > button(u"What would go?"_s)->height());
        QVERIFY(panel->rect().contains(
            QRect(button(u"Apply"_s)->mapTo(panel.get(), QPoint()), button(u"Apply"_s)->size())));
        QVERIFY(panel->minimumSizeHint().width() <= NarrowPage.width());
        QVERIFY(panel->minimumSizeHint().height() <= NarrowPage.height());
    }
};

QTEST_MAIN(TestCleanupPanel)
#include "tst_cleanuppanel.moc"
