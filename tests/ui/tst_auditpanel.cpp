// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/PanelFixture.h"
#include "ui/panels/AuditPanel.h"
#include "ui/panels/AuditTexts.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FilterBar.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/RecordDetails.h"
#include "ui/widgets/RecordTable.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>

using namespace smsauth;
using namespace Qt::StringLiterals;

class TestAuditPanel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> theme;
    std::unique_ptr<PanelFixture> fixture;
    std::unique_ptr<Panel> panel;
    RecordTable *table = nullptr;

    FakeAdmin &admin() { return fixture->admin; }
    QString cell(int row, int column) { return table->model()->index(row, column).data().toString(); }
    QString details() { return panel->findChild<RecordDetails *>()->plainText(); }
    QString verdict() { return panel->findChild<InlineNotice *>(u"auditVerdict"_s)->text(); }
    QPushButton *verifyButton() { return control<QPushButton>(*panel, u"Verify"_s); }
    void fill()
    {
        admin().addAudit(u"server"_s, u"audit.chain_started"_s, u"0"_s);
        admin().addAudit(u"console"_s, u"settings.changed"_s, u"SMS_AUTH_CODE_LEN"_s);
        admin().addAudit(u"command line"_s, u"database.backed_up"_s, u"copy.db"_s);
        admin().addAudit(u"http"_s, u"fault.set"_s, PanelFixture::phone(1).masked(), u"time_out"_s);
        AuditVerdict &answer = admin().auditAnswer;
        answer.rows = answer.checked = 4;
        answer.begins = 1;
        answer.last = 4;
        answer.since = admin().clock.now();
    }
    void makePageAnew()
    {
        panel = makeAuditPanel(fixture->context());
        table = panel->findChild<RecordTable *>();
        settle();
    }
    void notSound(const QList<AuditFinding> &findings)
    {
        admin().auditAnswer.findings = findings;
        admin().auditAnswer.found = findings.size();
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
        makePageAnew();
    }
    void cleanup()
    {
        panel.reset();
        fixture.reset();
    }

    void saysWhatWillBeHere()
    {
        showPanel(*panel);
        QTRY_VERIFY(table->emptyState()->isVisible());
        QVERIFY(table->emptyState()->text().startsWith(u"Nothing has been written yet."_s));
        QVERIFY(!table->emptyState()->button()->isVisible());
        picture(*panel, u"audit-empty"_s);
    }

    void showsWhoDidWhat()
    {
        fill();
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        QCOMPARE(cell(0, 1), u"Script (HTTP)"_s);
        QCOMPARE(cell(0, 2), u"Test number or fault set"_s);
        QCOMPARE(cell(0, 3), PanelFixture::phone(1).masked() + u" · Gateway does not answer"_s);
        QCOMPARE(cell(2, 2), u"Settings changed"_s);
        QCOMPARE(cell(2, 3), u"SMS_AUTH_CODE_LEN"_s);
        QCOMPARE(cell(3, 3), QString());
        table->selectRow(1);
        settle();
        QTRY_VERIFY(details().contains(u"Database backed up"_s));
        QVERIFY(details().contains(u"database.backed_up"_s));
        QVERIFY(details().contains(u"copy.db"_s));
        QVERIFY(details().contains(u"Command line"_s));
    }

    void showsWhatItDoesNotKnowAsItIs()
    {
        admin().addAudit(u"somebody"_s, u"thing.done"_s);
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(cell(0, 1), u"somebody"_s);
        QCOMPARE(cell(0, 2), u"thing.done"_s);
    }

    /// Subjects and details are written for programs; a person reads what they mean.
    void saysWhatItIsAbout_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QString &action, const QString &subject, const QString &detail,
                            const QString &says) { QTest::newRow(name) << action << subject << detail << says; };
        row("begin", u"audit.chain_started"_s, u"0"_s, {}, {});
        row("begin later", u"audit.chain_started"_s, u"7"_s, u"earlier rows are covered as they were found"_s,
            u"7 earlier row(s) · Earlier rows are covered as they were found."_s);
        row("broken", u"audit.broken"_s, u"cut_off"_s,
            u"row 9 had been written, the last one that is there is row 7"_s,
            u"The newest rows were cut off · Row 9 had been written, the last one that is there is row 7."_s);
        row("nothing cleared", u"codes.cleared"_s, u"0"_s, {}, u"0 code(s)"_s);
        row("cleared", u"codes.cleared"_s, u"5000"_s, {}, u"5,000 code(s)"_s);
        row("nothing back", u"database.compacted"_s, u"0"_s, {}, u"Nothing was given back"_s);
        row("back", u"database.compacted"_s, u"3145728"_s, {}, u"3.0 MiB given back"_s);
        row("rules", u"faults.cleared"_s, {}, u"2"_s, u"2 rule(s)"_s);
        row("rule for all", u"fault.set"_s, u"any:provider_error:503"_s, u"provider_error"_s,
            u"Any number · Gateway answers with an error"_s);
        row("rule gone", u"fault.removed"_s, PanelFixture::phone(1).masked(), {}, PanelFixture::phone(1).masked());
        row("settings", u"settings.changed"_s, u"SMS_TIMELIFE SMS_DEBUG"_s, {}, u"SMS_TIMELIFE, SMS_DEBUG"_s);
        row("number", u"user.phone_changed"_s, PanelFixture::phone(1).masked(), PanelFixture::phone(2).masked(),
            PanelFixture::phone(1).masked() + u", now "_s + PanelFixture::phone(2).masked());
        row("store", u"secrets.store.changed"_s, u"memory"_s, {}, u"Memory, until the program ends"_s);
        row("of another program", u"codes.cleared"_s, u"many"_s, {}, u"many"_s);
        row("other", u"test.sent"_s, PanelFixture::phone(1).masked(), u"twilio"_s,
            PanelFixture::phone(1).masked() + u" · twilio"_s);
    }
    void saysWhatItIsAbout()
    {
        QFETCH(QString, action);
        QFETCH(QString, says);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        const auto back = qScopeGuard([] { QLocale::setDefault(QLocale::system()); });
        QFETCH(QString, subject);
        QFETCH(QString, detail);
        admin().addAudit(u"console"_s, action, subject, detail);
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(cell(0, 3), says);
        table->selectRow(0);
        settle();
        QTRY_VERIFY(details().contains(action));
        QVERIFY(details().contains(says));
    }

    /// A pill without a word is a blot.
    void showsNoStateWhereThereIsNone()
    {
        fill();
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        table->selectRow(1);
        settle();
        QTRY_VERIFY(details().contains(u"Database backed up"_s));
        for (const QLabel *label : panel->findChild<RecordDetails *>()->findChildren<QLabel *>())
            QVERIFY(!label->isVisible() || !label->text().isEmpty());
    }

    void aRowThatTellsOfAFindingIsNotOne()
    {
        fill();
        notSound({{AuditFault::Changed, 4, 4, 0,
                   u"found when row 4 was written: the back-up was not sound: row 2 was changed"_s}});
        showPanel(*panel);
        QTest::mouseClick(verifyButton(), Qt::LeftButton);
        QTRY_VERIFY(verdict().startsWith(
            u"Not sound. Row 4 tells of it: The back-up was not sound. Row 2 was changed. This was not"_s));
    }

    void verifiesWhenAskedToByALink()
    {
        fill();
        showPanel(*panel);
        panel->open(u"verify"_s);
        QTRY_VERIFY(verdict().startsWith(u"Sound: 4 row"_s));
    }

    void saysThatItsTableIsGone()
    {
        const Error gone{ErrorCode::Storage, u"no such table: audit Unable to execute statement"_s, seconds(0)};
        admin().fail(u"auditTrail"_s, gone);
        admin().fail(u"verifyAudit"_s, gone);
        showPanel(*panel);
        auto *notice = panel->findChild<InlineNotice *>(u"pageNotice"_s);
        QVERIFY(notice);
        QTRY_VERIFY(notice->text().startsWith(u"The table “audit” is gone from the database."_s));
        QVERIFY(notice->text().contains(u"restore a back-up on the page Cleanup"_s));
        QVERIFY(!notice->text().contains(u"no such table"_s));
        QVERIFY(!table->emptyState()->isVisible()); // it would say that nothing has been written
        QTest::mouseClick(verifyButton(), Qt::LeftButton);
        QTRY_COMPARE(verdict(), u"The trail could not be verified."_s); // why stands below it already
        picture(*panel, u"audit-gone"_s);

        // In whatever order they fail.
        makePageAnew();
        admin().hold();
        showPanel(*panel);
        panel->open(u"verify"_s);
        admin().release();
        QTRY_COMPARE(verdict(), u"The trail could not be verified."_s);
        QCOMPARE(words(*panel).count(u"The table “audit” is gone"_s), 1);
    }

    void findsRows()
    {
        fill();
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        panel->focusFilter();
        QTest::keyClicks(panel->findChild<FilterBar *>()->field(), u"copy"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        panel->findChild<FilterBar *>()->setText(u"nothing"_s);
        QTRY_VERIFY(table->emptyState()->isVisible());
        QTest::mouseClick(table->emptyState()->button(), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 4);
    }

    void verifies()
    {
        fill();
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        QCOMPARE(admin().count(u"verifyAudit"_s), 0); // nobody has asked
        admin().hold();
        QTest::mouseClick(verifyButton(), Qt::LeftButton);
        QCOMPARE(verdict(), u"Verifying the seals…"_s);
        QVERIFY(verifyButton()->isEnabled()); // else the focus would wander off
        admin().release();
        QTRY_VERIFY(verdict().startsWith(u"Sound: 4 row"_s));
        picture(*panel, u"audit-sound"_s);
    }

    void theVerdictFollowsTheTrail()
    {
        fill();
        showPanel(*panel);
        QTest::mouseClick(verifyButton(), Qt::LeftButton);
        QTRY_VERIFY(verdict().startsWith(u"Sound: 4 row"_s));
        admin().auditAnswer.rows = admin().auditAnswer.checked = 5;
        admin().addAudit(u"console"_s, u"user.deleted"_s);
        QTRY_VERIFY(verdict().startsWith(u"Sound: 5 row"_s));
        QTRY_COMPARE(table->model()->rowCount(), 5);
    }

    void saysWhatIsWrongAndWhere()
    {
        fill();
        notSound({{AuditFault::Changed, 2, 2, 0, {}}, {AuditFault::CutOff, 5, 7, 0, {}}});
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        table->selectRow(2);
        admin().auditRows[2].subject = u"SMS_TIMELIFE"_s; // by nobody who would tell
        QTest::mouseClick(verifyButton(), Qt::LeftButton);
        QTRY_COMPARE(cell(2, 3), u"SMS_TIMELIFE"_s);
        QTRY_VERIFY(verdict().startsWith(u"Not sound. Row 2 was changed. The newest rows were cut off (5 to 7)"_s));
        QVERIFY(verdict().contains(u"compare with a back-up"_s));
        QTRY_VERIFY(details().contains(u"Row 2 was changed."_s));
        QCOMPARE(table->model()->index(2, 2).data(ToneRole).toInt(), int(Tone::Bad));
        QVERIFY(!table->model()->index(1, 2).data(ToneRole).isValid());
        picture(*panel, u"audit-not-sound"_s);
    }

    void aFailureIsTold()
    {
        fill();
        admin().fail(u"verifyAudit"_s, {ErrorCode::Storage, u"the disk is on fire"_s, seconds(0)});
        showPanel(*panel);
        QTest::mouseClick(verifyButton(), Qt::LeftButton);
        QTRY_VERIFY(verdict().contains(u"the disk is on fire"_s));
        QVERIFY(verifyButton()->isEnabled());
        admin().succeed(u"verifyAudit"_s);
        QTest::mouseClick(verifyButton(), Qt::LeftButton);
        QTRY_VERIFY(verdict().startsWith(u"Sound"_s));
    }

    void everyFindingHasASentence_data()
    {
        QTest::addColumn<int>("fault");
        for (int fault = 0; fault <= int(AuditFault::AnchorChanged); ++fault)
            QTest::newRow(wireName(AuditFault(fault)).data()) << fault;
    }
    void everyFindingHasASentence()
    {
        QFETCH(int, fault);
        const QString one = findingText({AuditFault(fault), 3, 3, 0, {}});
        const QString several = findingText({AuditFault(fault), 3, 5, 0, {}});
        for (const QString &text : {one, several}) {
            QVERIFY2(text.endsWith(u'.'), qPrintable(text));
            QVERIFY2(!text.contains(u'%'), qPrintable(text));
        }
        const auto answered = auditFaultFromName(QString(wireName(AuditFault(fault))));
        QVERIFY(answered && int(*answered) == fault);
    }

    void aTrailThatHasNotBegunIsNoAlarm()
    {
        AuditVerdict none;
        QCOMPARE(verdictText(none, admin().clock.now()), u"Nothing has been written yet."_s);
        none.rows = none.earlier = 3;
        QVERIFY(verdictText(none, admin().clock.now()).contains(u"3"_s));
        AuditVerdict begun = none;
        begun.begins = 4;
        begun.checked = 2;
        begun.since = admin().clock.now();
        QVERIFY(verdictText(begun, admin().clock.now()).contains(u"3 earlier row"_s));
    }

    void controlsHaveNames()
    {
        fill();
        showPanel(*panel);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        QCOMPARE(namelessControls(*panel), QStringList());
    }

    void fitsSmallPages_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("narrow") << NarrowPage;
        QTest::newRow("small") << SmallPage;
    }
    void fitsSmallPages()
    {
        QFETCH(QSize, size);
        fill();
        notSound({{AuditFault::Changed, 2, 2, 0, {}}, {AuditFault::CutOff, 5, 7, 0, {}}});
        showPanel(*panel, size);
        QTest::mouseClick(verifyButton(), Qt::LeftButton);
        QTRY_VERIFY(verdict().startsWith(u"Not sound"_s));
        auto *field = panel->findChild<FilterBar *>()->field();
        const int hint = field->fontMetrics().horizontalAdvance(field->placeholderText());
        QVERIFY2(field->width() > hint + 40, qPrintable(QString::number(field->width()))); // beside the icon
        QVERIFY2(panel->minimumSizeHint().width() <= size.width(),
                 qPrintable(QString::number(panel->minimumSizeHint().width())));
        picture(*panel, u"audit-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    }
};

QTEST_MAIN(TestAuditPanel)
#include "tst_auditpanel.moc"
