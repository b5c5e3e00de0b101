// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/PanelTest.h"
#include "ui/panels/CleanupPanel.h"
#include "ui/panels/StorageCard.h"
#include "ui/widgets/DurationEdit.h"
#include "ui/widgets/InlineNotice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QMessageBox>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTimeEdit>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestCleanupPanel : public QObject, private PanelTest
{
    Q_OBJECT

private:
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

private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void cleanupTestCase() { theme.reset(); }
    void init() { makePage(makeCleanupPanel, 50ms); }
    void cleanup() { dropPage(); }

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
        makePage(makeCleanupPanel);
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
        QCOMPARE(appliedChanges(), (QVariantMap{{u"SMS_AUTH_CLEANUP_INTERVAL"_s, 1200}}));
        QVERIFY(!button(u"Apply"_s));
        panel->refresh();
        settle();
        QVERIFY(says(u"Applied."_s));

        panel->findChild<QCheckBox *>()->click(); // no schedule
        QVERIFY(!says(u"Applied."_s));
        click(u"Apply"_s);
        QTRY_COMPARE(appliedChanges(), (QVariantMap{{u"SMS_AUTH_CLEANUP_INTERVAL"_s, 0}}));
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
        QCOMPARE(appliedChanges(), (QVariantMap{{u"SMS_AUTH_LOG_DAYS"_s, 7}, {u"SMS_AUTH_LOG_ROWS"_s, 5000}}));
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
        QTRY_VERIFY(says(u"SMS_AUTH_CLEANUP_INTERVAL = 1200: No."_s));
        QCOMPARE(interval->value(), 1200s);
    }

    void cleansUpDaily()
    {
        showPanel(*panel);
        auto *interval = panel->findChild<DurationEdit *>();
        auto *rhythm = control<QComboBox>(*panel, u"How often"_s);
        QTRY_COMPARE(interval->value(), 600s);
        QVERIFY(rhythm && !control<QTimeEdit>(*panel, u"Time of the daily cleanup"_s));
        rhythm->setCurrentIndex(1);
        auto *time = control<QTimeEdit>(*panel, u"Time of the daily cleanup"_s);
        QVERIFY(time && !interval->isVisible());
        time->setTime({4, 45});
        click(u"Apply"_s);
        QTRY_COMPARE(appliedChanges(), (QVariantMap{{u"SMS_AUTH_CLEANUP_AT"_s, u"04:45"_s}}));
        QTRY_VERIFY(says(u"Applied."_s));
        QCOMPARE(time->time(), QTime(4, 45));
        rhythm->setCurrentIndex(0);
        click(u"Apply"_s);
        QTRY_COMPARE(appliedChanges(), (QVariantMap{{u"SMS_AUTH_CLEANUP_AT"_s, u""_s}}));
    }

    void showsWhatEarlierRunsDid()
    {
        const Timestamp now = admin().clock.now();
        CleanupRun run;
        run.cause = u"console"_s;
        run.at = run.since = now - 2min;
        run.report.removed = 12;
        run.report.logRemoved = 3;
        run.duration = 8ms;
        admin().cleanup.history.append(run);
        run = {};
        run.id = 1;
        run.cause = u"schedule"_s;
        run.at = now - 10min;
        run.since = now - 70min;
        run.runs = 7;
        admin().cleanup.history.append(run);
        run = {};
        run.cause = u"server"_s;
        run.at = now - 3h;
        run.error = u"disk I/O error"_s;
        admin().cleanup.history.append(run);
        showPanel(*panel);
        QTRY_VERIFY(says(u"Removed 12 code(s) and 3 row(s) of the send log · 8 ms"_s));
        QVERIFY(says(u"Nothing to remove in 7 run(s) since "_s));
        QVERIFY(says(u"Stopped before its end: “disk I/O error”"_s));
        for (const QString &cause : {u"Console"_s, u"Schedule"_s, u"Command line"_s})
            QVERIFY2(says(cause), qPrintable(cause));
        QVERIFY(!button(u"Show all 3 line(s)"_s));
        for (int i = 0; i < 9; ++i)
            admin().cleanup.history.append(run);
        panel->refresh();
        QTRY_VERIFY(button(u"Show all 12 line(s)"_s));
        click(u"Show all 12 line(s)"_s);
        QVERIFY(button(u"Show fewer"_s));
    }

    void saysWhenNothingRanYet()
    {
        showPanel(*panel);
        QTRY_VERIFY(says(u"No cleanup yet."_s));
    }

    void namesTheCodesThatWouldGo()
    {
        expire(12);
        CodeRecord code;
        code.phone = PanelFixture::phone(7);
        code.expiresAt = admin().clock.now() - 5min;
        admin().wouldGo = {12, code};
        showPanel(*panel);
        click(u"What would go?"_s);
        QTRY_VERIFY(says(u"+1 202-555-0107, expired 5 min ago"_s));
        QVERIFY(says(u"and 4 more"_s));
        fixture->goLive();
        click(u"What would go?"_s);
        QTRY_VERIFY(says(u"+1202•••0107, expired"_s));
    }

    void theScheduleWaitsForTheUndo()
    {
        makePage(makeCleanupPanel);
        expire(1);
        showPanel(*panel);
        QTRY_VERIFY(button(u"Clear 1 expired code(s)"_s));
        click(u"Clear 1 expired code(s)"_s);
        QVERIFY(admin().last(u"holdCleanup"_s).value(u"time"_s).toLongLong() >= 8000);
    }

    void whatWaitsIsClearedAtTheEnd()
    {
        makePage(makeCleanupPanel);
        expire(3);
        showPanel(*panel);
        QTRY_VERIFY(button(u"Clear 3 expired code(s)"_s));
        click(u"Clear 3 expired code(s)"_s);
        panel.reset();
        QCOMPARE(admin().count(u"clearExpired"_s), 1);
        QVERIFY(admin().codeRows.isEmpty());
    }

    /// The card lies at the end of a long page: what became of a back-up must not stand out of sight.
    void scrollsToTheAnswer()
    {
        showPanel(*panel, NarrowPage);
        settle();
        auto *scroll = panel->findChild<QScrollArea *>();
        scroll->verticalScrollBar()->setValue(0);
        admin().fail(u"backUp"_s, {ErrorCode::Storage, u"cannot write /tmp/copy.db: disk full"_s});
        cleanupPanel().storage()->backUp(u"/tmp/copy.db"_s, false);
        auto *notice = cleanupPanel().storage()->findChild<InlineNotice *>();
        QTRY_VERIFY(notice->isVisible());
        const auto inSight = [&] {
            const QRect shown(notice->mapTo(scroll->viewport(), QPoint()), notice->size());
            return scroll->viewport()->rect().contains(shown);
        };
        QTRY_VERIFY(inSight());
        picture(*panel, u"cleanup-answer"_s);
    }

    void givesSpaceBack()
    {
        showPanel(*panel);
        QTRY_VERIFY(says(u"It takes up 8.0 MiB of the disk. 3.0 MiB of that hold nothing any more."_s));
        click(u"Give 3.0 MiB back"_s);
        QTRY_VERIFY(says(u"The database takes up 5.0 MiB now, 8.0 MiB before."_s));
        QTRY_VERIFY(button(u"Nothing to give back"_s));
        QVERIFY(!button(u"Nothing to give back"_s)->isEnabled());
        QCOMPARE(admin().last(u"compact"_s).value(u"rebuild"_s).toBool(), false);
    }

    void asksBeforeARebuild()
    {
        admin().size.shrinks = false;
        showPanel(*panel);
        QTRY_VERIFY(button(u"Rebuild…"_s));
        click(u"Rebuild…"_s);
        auto *box = panel->findChild<QMessageBox *>();
        QVERIFY(box && box->text().contains(u"8.0 MiB"_s) && box->informativeText().contains(u"5.0 MiB"_s));
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
        QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
        QCOMPARE(admin().count(u"compact"_s), 0);
        QTRY_VERIFY(!panel->findChild<QMessageBox *>());
        click(u"Rebuild…"_s);
        box = panel->findChild<QMessageBox *>();
        QTest::mouseClick(control<QPushButton>(*box, u"Rebuild"_s), Qt::LeftButton);
        QTRY_COMPARE(admin().last(u"compact"_s).value(u"rebuild"_s).toBool(), true);
    }

    void backsUp()
    {
        admin().addUser(PanelFixture::phone(1));
        showPanel(*panel);
        admin().hold();
        cleanupPanel().storage()->backUp(u"/tmp/copy.db"_s, true);
        QVERIFY(says(u"Writing the back-up."_s));
        QVERIFY(!button(u"Back up…"_s)->isEnabled());
        click(u"Cancel the back-up"_s);
        QCOMPARE(admin().count(u"cancelBackUp"_s), 1);
        admin().release();
        QTRY_VERIFY(says(u"The back-up is in /tmp/copy.db (5.0 MiB)."_s));
        QVERIFY(button(u"Back up…"_s)->isEnabled());
        QVERIFY(!button(u"Cancel the back-up"_s));
    }

    void saysWhyABackupFailed_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("full") << int(ErrorCode::Storage) << u"No back-up was written."_s;
        QTest::newRow("cancelled") << int(ErrorCode::Cancelled) << u"The back-up was cancelled."_s;
    }
    void saysWhyABackupFailed()
    {
        QFETCH(int, code);
        QFETCH(QString, says);
        admin().fail(u"backUp"_s, {ErrorCode(code), u"cannot write /tmp/copy.db: disk full"_s});
        showPanel(*panel);
        cleanupPanel().storage()->backUp(u"/tmp/copy.db"_s, false);
        QTRY_VERIFY(this->says(says));
        QCOMPARE(this->says(u"disk full"_s), code == int(ErrorCode::Storage));
    }

    void asksWithNumbersBeforeItRestores()
    {
        for (int i = 1; i <= 3; ++i)
            admin().addUser(PanelFixture::phone(i));
        admin().backupAnswer.contents = {4, 50, 2};
        admin().backupAnswer.sameKey = false;
        admin().restoreAnswer.kept = u"/tmp/profile/smsauth-before-restore-20260101-000000.db"_s;
        showPanel(*panel);
        cleanupPanel().storage()->offerRestore(u"/tmp/copy.db"_s);
        QTRY_VERIFY(panel->findChild<QMessageBox *>());
        auto *box = panel->findChild<QMessageBox *>();
        QCOMPARE(box->text(), u"Restore copy.db?"_s);
        for (const QString &line : {u"Users: 2 in the back-up, 3 now"_s, u"Messages: 50 in the back-up, 0 now"_s,
                                    u"Codes: 4 in the back-up, 0 now"_s, u"another key"_s})
            QVERIFY2(box->informativeText().contains(line), qPrintable(line));
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
        QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
        settle();
        QCOMPARE(admin().count(u"restore"_s), 0);
        QTRY_VERIFY(!panel->findChild<QMessageBox *>());
        cleanupPanel().storage()->offerRestore(u"/tmp/copy.db"_s);
        QTRY_VERIFY(panel->findChild<QMessageBox *>());
        box = panel->findChild<QMessageBox *>();
        picture(*box, u"restore-question"_s);
        QTest::mouseClick(control<QPushButton>(*box, u"Restore 2 user(s)"_s), Qt::LeftButton);
        QTRY_COMPARE(admin().last(u"restore"_s).value(u"file"_s).toString(), u"/tmp/copy.db"_s);
        QTRY_VERIFY(says(u"Restored. The database that was there lies in /tmp/profile/smsauth-before-restore-"_s));
    }

    void countsAreWrittenAsPeopleDo()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        const auto back = qScopeGuard([] { QLocale::setDefault(QLocale::system()); });
        expire(1200);
        showPanel(*panel);
        QTRY_VERIFY(button(u"Clear 1,200 expired code(s)"_s));
        admin().backupAnswer.contents = {0, 0, 5000};
        cleanupPanel().storage()->offerRestore(u"/tmp/copy.db"_s);
        QTRY_VERIFY(panel->findChild<QMessageBox *>());
        auto *box = panel->findChild<QMessageBox *>();
        QVERIFY(box->informativeText().contains(u"Users: 5,000 in the back-up"_s));
        QVERIFY(control<QPushButton>(*box, u"Restore 5,000 user(s)"_s));
    }

    /// Restores and answers whether the trail that came with it is sound.
    void tellsOfTheAuditTrailThatWasRestored_data()
    {
        QTest::addColumn<int>("findings");
        QTest::addColumn<bool>("fails");
        QTest::addColumn<QString>("says");
        QTest::newRow("sound") << 0 << false << QString();
        QTest::newRow("not sound") << 2 << false
                                   << u"The audit trail that was restored is not sound: 2 finding(s)."_s;
        QTest::newRow("not known") << 0 << true << u"The audit trail that was restored could not be verified: "_s;
    }
    void tellsOfTheAuditTrailThatWasRestored()
    {
        QFETCH(int, findings);
        QFETCH(bool, fails);
        QFETCH(QString, says);
        admin().auditAnswer.found = findings;
        if (fails)
            admin().fail(u"verifyAudit"_s, {ErrorCode::Storage, u"disk I/O error"_s, {}});
        showPanel(*panel);
        cleanupPanel().storage()->offerRestore(u"/tmp/copy.db"_s);
        QTRY_VERIFY(panel->findChild<QMessageBox *>());
        QVERIFY(admin().count(u"verifyAudit"_s) == 0);
        auto *box = panel->findChild<QMessageBox *>();
        QTest::mouseClick(control<QPushButton>(*box, u"Restore 0 user(s)"_s), Qt::LeftButton);
        QTRY_VERIFY(this->says(u"Restored."_s));
        QTRY_COMPARE(admin().count(u"verifyAudit"_s), 1);
        settle();
        QVERIFY(this->says(u"Restored."_s));
        if (says.isEmpty()) {
            QVERIFY(!button(u"Open the audit trail"_s));
            return;
        }
        QTRY_VERIFY(this->says(says));
        picture(*panel, u"restored-"_s + QLatin1StringView(QTest::currentDataTag()));
        click(u"Open the audit trail"_s);
        QCOMPARE(fixture->opened.last(), (QPair<QString, QString>{u"audit"_s, u"verify"_s}));
        cleanupPanel().storage()->offerRestore(u"/tmp/copy.db"_s);
        QTRY_VERIFY(panel->findChild<QMessageBox *>());
    }

    /// A database that cannot be opened is mended with that: the server starts, as it had been told to.
    void startsOnWhatWasRestored_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("starts");
        QTest::newRow("failed") << int(ServerState::Failed) << 1;
        QTest::newRow("stopped by hand") << int(ServerState::Stopped) << 0;
    }
    void startsOnWhatWasRestored()
    {
        QFETCH(int, state);
        QFETCH(int, starts);
        admin().statusNow.state = ServerState(state);
        Q_EMIT admin().changed(Admin::Topic::Status);
        QTRY_COMPARE(int(fixture->status.current().state), state);
        showPanel(*panel, NarrowPage);
        panel->open(u"database"_s);
        auto *scroll = panel->findChild<QScrollArea *>();
        QTRY_VERIFY(scroll->verticalScrollBar()->value() > 0);
        QCOMPARE(QApplication::focusWidget(), button(u"Restore…"_s));
        cleanupPanel().storage()->offerRestore(u"/tmp/copy.db"_s);
        QTRY_VERIFY(panel->findChild<QMessageBox *>());
        auto *box = panel->findChild<QMessageBox *>();
        QCOMPARE(box->informativeText().contains(u"0 now"_s), starts == 0); // else nobody knows
        QTest::mouseClick(control<QPushButton>(*box, u"Restore 0 user(s)"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"Restored."_s));
        settle();
        QCOMPARE(admin().count(u"startServer"_s), starts);
    }

    /// It may take long; nobody waits for it.
    void theTrailIsVerifiedInTheBackground()
    {
        admin().auditAnswer.found = 1;
        showPanel(*panel);
        cleanupPanel().storage()->offerRestore(u"/tmp/copy.db"_s);
        QTRY_VERIFY(panel->findChild<QMessageBox *>());
        QTest::mouseClick(control<QPushButton>(*panel->findChild<QMessageBox *>(), u"Restore 0 user(s)"_s),
                          Qt::LeftButton);
        admin().hold(); // restore() has been answered, what comes after it waits
        QTRY_VERIFY(says(u"Restored."_s));
        QTRY_COMPARE(admin().count(u"verifyAudit"_s), 1);
        QVERIFY(button(u"Back up…"_s)->isEnabled());
        QVERIFY(button(u"Restore…"_s)->isEnabled());
        admin().release();
        QTRY_VERIFY(says(u"is not sound: 1 finding(s)"_s));
    }

    void saysWhatCannotBeRestored()
    {
        admin().fail(u"checkBackup"_s,
                     {ErrorCode::InvalidInput, u"/tmp/letter.txt cannot be restored: it is not a database"_s});
        showPanel(*panel);
        cleanupPanel().storage()->offerRestore(u"/tmp/letter.txt"_s);
        QTRY_VERIFY(says(u"/tmp/letter.txt cannot be restored. It is not a database."_s));
        QVERIFY(!panel->findChild<QMessageBox *>());
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
        for (int i = 0; i < 8; ++i) {
            CleanupRun run;
            run.id = 8 - i;
            run.cause = i % 2 ? u"schedule"_s : u"console"_s;
            run.since = admin().clock.now() - 60min * (i + 1);
            run.at = run.since + 50min;
            run.runs = i % 2 ? 6 : 1;
            run.report.removed = i % 2 ? 0 : 40;
            run.duration = 4ms;
            admin().cleanup.history.append(run);
        }
        admin().cleanup.nextRun = admin().clock.now() + 8min;
        expire(128);
        showPanel(*panel, size);
        QTRY_VERIFY(button(u"Clear 128 expired code(s)"_s));
        panel->findChild<DurationEdit *>()->number()->setValue(15);
        click(u"What would go?"_s);
        QTRY_VERIFY(says(u"A cleanup now would remove"_s));
        picture(*panel, u"cleanup-%1"_s.arg(QLatin1StringView(QTest::currentDataTag())));
        auto *page = panel->findChild<QScrollArea *>();
        page->verticalScrollBar()->setValue(page->verticalScrollBar()->maximum());
        picture(*panel, u"cleanup-below-%1"_s.arg(QLatin1StringView(QTest::currentDataTag())));
        QVERIFY(page->widget()->width() <= page->viewport()->width());
        QVERIFY(button(u"Clear 128 expired code(s)"_s)->height() > button(u"What would go?"_s)->height());
        QVERIFY(panel->rect().contains(
            QRect(button(u"Apply"_s)->mapTo(panel.get(), QPoint()), button(u"Apply"_s)->size())));
        QVERIFY(panel->minimumSizeHint().width() <= NarrowPage.width());
        QVERIFY(panel->minimumSizeHint().height() <= NarrowPage.height());
    }
};

QTEST_MAIN(TestCleanupPanel)
#include "tst_cleanuppanel.moc"
