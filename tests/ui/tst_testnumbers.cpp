// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/PanelFixture.h"
#include "ui/Warnings.h"
#include "ui/panels/SimulatorPage.h"
#include "ui/panels/protection/TestNumbers.h"
#include "ui/widgets/PhoneEdit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

FaultRule ruleFor(int last, FaultEffect effect)
{
    FaultRule rule;
    rule.phone = PanelFixture::phone(last);
    rule.effect = effect;
    return rule;
}

FaultRule shareOf(int percent, FaultEffect effect)
{
    FaultRule rule;
    rule.probability = percent;
    rule.effect = effect;
    return rule;
}

} // namespace

/// The rules in the console, on a page as a person finds them: at its end, in a scroll area.
class TestTestNumbers : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> theme;
    std::unique_ptr<PanelFixture> fixture;
    std::unique_ptr<QWidget> page;
    TestNumbers *numbers = nullptr;

    FakeAdmin &admin() { return fixture->admin; }
    QList<FaultRule> &rules() { return fixture->admin.faultRows; }
    bool says(const QString &text) { return words(*page).contains(text); }
    template<class W>
    W *field(const QString &name)
    {
        return control<W>(*page, name);
    }
    QPushButton *button(const QString &name) { return field<QPushButton>(name); }
    void click(const QString &name)
    {
        QVERIFY2(button(name), qPrintable(name + u" is not there"_s));
        QTest::mouseClick(button(name), Qt::LeftButton);
    }
    void choose(const QString &name, const QString &item)
    {
        auto *box = field<QComboBox>(name);
        QVERIFY2(box, qPrintable(name));
        QVERIFY2(box->findText(item) >= 0, qPrintable(item));
        box->setCurrentIndex(box->findText(item));
    }
    void show(QSize size = SmallPage)
    {
        showPanel(*page, size);
        QTRY_VERIFY(admin().count(u"faults"_s) > 0);
        settle();
    }
    /// One of each kind.
    void fillIn()
    {
        FaultRule fixed = ruleFor(1, {});
        fixed.code = u"0042"_s;
        fixed.limits = false;
        FaultRule late = ruleFor(2, {FaultOutcome::Delivered, 0, 1500ms});
        late.until = admin().clock.now() + 4min;
        rules() = {fixed,
                   late,
                   ruleFor(3, {FaultOutcome::OutOfOrder, 0, 0ms}),
                   ruleFor(4, {FaultOutcome::Locked, 0, 0ms}),
                   shareOf(30, {FaultOutcome::ProviderError, 503, 2s}),
                   shareOf(5, {FaultOutcome::TimeOut, 0, 0ms})};
        Q_EMIT admin().changed(Admin::Topic::Status);
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
        page = std::make_unique<QWidget>();
        auto *area = new QScrollArea(page.get());
        setLook(area, Look::Plain);
        auto *inside = new QWidget(area);
        numbers = new TestNumbers(fixture->context(), inside);
        auto *column = new QVBoxLayout(inside);
        column->addWidget(numbers);
        column->addStretch(1);
        area->setWidget(inside);
        area->setWidgetResizable(true);
        area->setFocusPolicy(Qt::NoFocus);
        auto *layout = new QVBoxLayout(page.get());
        layout->addWidget(area);
        settle();
    }
    void cleanup()
    {
        page.reset();
        fixture.reset();
    }

    void saysWhatItIsForWhenEmpty()
    {
        show();
        QTRY_VERIFY(says(u"Nothing goes wrong here."_s));
        QVERIFY(!button(u"Clear all test numbers and faults"_s));
        picture(*page, u"faults-empty"_s);
        click(u"Add the first rule"_s);
        QVERIFY(field<PhoneEdit>(u"Test number"_s)->hasFocus());
    }

    void listsRulesInWords()
    {
        show();
        fillIn();
        QTRY_VERIFY(says(u"Fixed code 0042 · No limits, no wait"_s));
        QVERIFY(says(u"+1 202-555-0101"_s));
        QVERIFY(says(u"Arrives after 1.5 s"_s));
        QVERIFY(says(u"4 min left"_s));
        QVERIFY(says(u"30 % of all numbers"_s));
        QVERIFY(says(u"Gateway answers 503 after 2 s"_s));
        QVERIFY(says(u"Number is locked (429)"_s));
        QCOMPARE(namelessControls(*page), QStringList());
        picture(*page, u"faults-list"_s);
        page->resize(NarrowPage);
        settle();
        picture(*page, u"faults-narrow"_s);
        auto *area = page->findChild<QScrollArea *>();
        QVERIFY(area->widget()->width() <= area->viewport()->width());
        admin().clock.advance(60s);
        QTRY_VERIFY(says(u"3 min left"_s));
    }

    void addsARule()
    {
        show();
        numbers->add();
        QTest::keyClicks(field<PhoneEdit>(u"Test number"_s), u"+1 202 555 0107"_s);
        choose(u"What happens"_s, u"Gateway answers with an error"_s);
        field<QSpinBox>(u"HTTP status of the gateway"_s)->setValue(429);
        field<QDoubleSpinBox>(u"Delay in seconds"_s)->setValue(2.5);
        QTest::keyClicks(field<QLineEdit>(u"Fixed code"_s), u"0042"_s);
        field<QCheckBox>(u"Limits and the wait between two codes apply"_s)->click();
        field<QCheckBox>(u"Ends by itself after"_s)->click();
        QCOMPARE(namelessControls(*page), QStringList());
        picture(*page, u"faults-form"_s);
        page->resize(NarrowPage);
        settle();
        auto *area = page->findChild<QScrollArea *>();
        QVERIFY(area->widget()->width() <= area->viewport()->width());
        picture(*page, u"faults-form-narrow"_s);
        click(u"Add rule"_s);
        QTRY_COMPARE(rules().size(), 1);
        FaultRule wanted = ruleFor(7, {FaultOutcome::ProviderError, 429, 2500ms});
        wanted.code = u"0042"_s;
        wanted.limits = false;
        wanted.until = admin().clock.now() + 10min;
        QCOMPARE(rules().first(), wanted);
        QTRY_VERIFY(!button(u"Add rule"_s));
        QTRY_VERIFY(says(u"Gateway answers 429 after 2.5 s"_s));
    }

    void addsAShareOfAll()
    {
        show();
        numbers->add();
        choose(u"Applies to"_s, u"A share of all numbers"_s);
        field<QSpinBox>(u"Percent of all numbers"_s)->setValue(15);
        choose(u"What happens"_s, u"Gateway does not answer"_s);
        QVERIFY(!field<QDoubleSpinBox>(u"Delay in seconds"_s)); // it never ends
        QVERIFY(!field<QSpinBox>(u"HTTP status of the gateway"_s));
        click(u"Add rule"_s);
        QTRY_COMPARE(rules(), QList<FaultRule>{shareOf(15, {FaultOutcome::TimeOut, 0, 0ms})});
    }

    void saysBesideTheFieldWhatIsWrong()
    {
        rules() = {shareOf(60, {FaultOutcome::TimeOut, 0, 0ms})};
        show();
        numbers->add();
        QVERIFY(!says(u"Enter the number"_s)); // not before somebody has tried
        click(u"Add rule"_s);
        QVERIFY(says(u"Enter the number that this is about."_s));
        QVERIFY(field<PhoneEdit>(u"Test number"_s)->hasFocus());
        QTest::keyClicks(field<PhoneEdit>(u"Test number"_s), u"+1 20"_s);
        QVERIFY(says(u"This is not a valid phone number."_s));
        picture(*page, u"faults-problem"_s);
        field<PhoneEdit>(u"Test number"_s)->setPhone(PanelFixture::phone(1));

        QTest::keyClicks(field<QLineEdit>(u"Fixed code"_s), u"12345"_s);
        QVERIFY(says(u"A code has 4 digit(s)."_s));
        click(u"Add rule"_s);
        QVERIFY(field<QLineEdit>(u"Fixed code"_s)->hasFocus());
        field<QLineEdit>(u"Fixed code"_s)->setText(u"12x4"_s);
        QVERIFY(says(u"A code has 4 digit(s)."_s));
        field<QLineEdit>(u"Fixed code"_s)->clear();

        choose(u"What happens"_s, u"Arrives"_s);
        QVERIFY(says(u"This changes nothing yet"_s));
        choose(u"Applies to"_s, u"A share of all numbers"_s);
        choose(u"What happens"_s, u"Arrives twice"_s);
        field<QSpinBox>(u"Percent of all numbers"_s)->setValue(41);
        QVERIFY(says(u"With the other rules this comes to 101 %."_s));
        click(u"Add rule"_s);
        QCOMPARE(admin().count(u"setFault"_s), 0);
        field<QSpinBox>(u"Percent of all numbers"_s)->setValue(40);
        click(u"Add rule"_s);
        QTRY_COMPARE(rules().size(), 2);
    }

    void fixedCodesNeedAClosedServer()
    {
        admin().statusNow.warnings = QStringList{u"reachable_from_network"_s};
        Q_EMIT admin().changed(Admin::Topic::Status);
        show();
        numbers->add();
        QTest::keyClicks(field<QLineEdit>(u"Fixed code"_s), u"0042"_s);
        QTRY_VERIFY(says(u"Others can reach this server"_s));
    }

    void saysWhatTheServerDoesNotLike()
    {
        show();
        numbers->add();
        field<PhoneEdit>(u"Test number"_s)->setPhone(PanelFixture::phone(1));
        admin().fail(u"setFault"_s, {ErrorCode::InvalidInput, u"code: this one is bad"_s});
        click(u"Add rule"_s);
        QTRY_VERIFY(says(u"code: this one is bad"_s));
        admin().fail(u"setFault"_s, {ErrorCode::Storage});
        click(u"Add rule"_s);
        QTRY_VERIFY(says(u"The database cannot be used just now."_s));
        QVERIFY(button(u"Add rule"_s)->isEnabled());
        click(u"Cancel"_s);
        QVERIFY(!button(u"Add rule"_s));
        QVERIFY(rules().isEmpty());
    }

    void changesARule()
    {
        FaultRule late = ruleFor(2, {FaultOutcome::Delivered, 0, 1250ms});
        late.until = admin().clock.now() + 4min;
        rules() = {late, ruleFor(3, {FaultOutcome::Duplicate, 0, 0ms})};
        show();
        QTRY_VERIFY(says(u"Arrives after 1.25 s"_s));
        click(u"Change the rule for +1 202-555-0102"_s);
        QVERIFY(button(u"Save rule"_s));
        QTest::keyClicks(field<QLineEdit>(u"Fixed code"_s), u"7777"_s);
        click(u"Save rule"_s);
        late.code = u"7777"_s;
        QTRY_COMPARE(rules().value(0), late); // end and delay are as they were

        // For another number it is another rule, and the old one goes.
        QTRY_VERIFY(says(u"Fixed code 7777"_s));
        click(u"Change the rule for +1 202-555-0102"_s);
        field<PhoneEdit>(u"Test number"_s)->setPhone(PanelFixture::phone(5));
        click(u"Save rule"_s);
        QTRY_COMPARE(rules().size(), 2);
        QTRY_COMPARE(rules().last().phone, PanelFixture::phone(5));
        QCOMPARE(admin().last(u"removeFault"_s).value(u"id"_s).toString(), u"+12025550102"_s);
    }

    void whatIsRemovedCanComeBack()
    {
        show();
        fillIn();
        QTRY_VERIFY(says(u"30 % of all numbers"_s));
        const QList<FaultRule> before = rules();
        click(u"Remove the rule for +1 202-555-0104"_s);
        QTRY_COMPARE(rules().size(), 5);
        QTRY_COMPARE(fixture->notices.size(), 1);
        QVERIFY(fixture->notices.last().text.contains(u"+1 202-555-0104"_s));
        QCOMPARE(fixture->notices.last().actionText, u"&Undo"_s);
        fixture->notices.last().action();
        QTRY_COMPARE(rules().size(), 6);
        QCOMPARE(rules().last(), before[3]);
        QVERIFY(!numbers->undo());

        QTRY_VERIFY(button(u"Clear all test numbers and faults"_s));
        click(u"Clear all test numbers and faults"_s);
        QTRY_VERIFY(rules().isEmpty());
        QTRY_VERIFY(says(u"Nothing goes wrong here."_s));
        QTRY_COMPARE(fixture->notices.size(), 2);
        admin().clock.advance(5min); // one of them would be over by now
        QVERIFY(numbers->undo());
        QTRY_COMPARE(rules().size(), 5);
        QTRY_VERIFY(says(u"5 % of all numbers"_s));
    }

    void saysWhatDoesNotWork()
    {
        show();
        fillIn();
        QTRY_VERIFY(says(u"30 % of all numbers"_s));
        admin().fail(u"removeFault"_s, {ErrorCode::Storage});
        admin().fail(u"clearFaults"_s, {ErrorCode::Storage});
        click(u"Remove the rule for +1 202-555-0101"_s);
        QTRY_COMPARE(fixture->notices.size(), 1);
        QVERIFY(fixture->notices.last().isError);
        click(u"Clear all test numbers and faults"_s);
        QTRY_COMPARE(fixture->notices.size(), 2);
        QVERIFY(fixture->notices.last().isError);
        QCOMPARE(rules().size(), 6);
        QTRY_VERIFY(button(u"Clear all test numbers and faults"_s)->isEnabled());
        admin().fail(u"faults"_s, {ErrorCode::Busy});
        click(u"Clear all test numbers and faults"_s);
        QTRY_COMPARE(fixture->notices.size(), 3);
        numbers->refresh();
        QTRY_VERIFY(button(u"Try again"_s));
        admin().succeed(u"faults"_s);
        click(u"Try again"_s);
        QTRY_VERIFY(!button(u"Try again"_s));
    }

    void manyRulesAreCounted()
    {
        for (int i = 0; i < 60; ++i) {
            FaultRule rule = ruleFor(1, {FaultOutcome::Locked, 0, 0ms});
            rule.phone = PhoneNumber::fromStored(u"+12025551%1"_s.arg(i, 3, 10, QChar(u'0')));
            rules().append(rule);
        }
        show();
        QTRY_VERIFY(says(u"and 10 more"_s));
    }

    void liveModeHasNone()
    {
        show();
        fillIn();
        numbers->add();
        fixture->goLive();
        QTRY_VERIFY(says(u"They work only with the simulator."_s));
        QVERIFY(!button(u"Add a rule"_s));
        QVERIFY(!button(u"Add rule"_s));
        QVERIFY(!button(u"Clear all test numbers and faults"_s));
        QVERIFY(!numbers->undo());
        picture(*page, u"faults-live"_s);
    }

    void theBadgeSaysHowMany()
    {
        ServerStatus status;
        status.warnings = QStringList{u"faults_on"_s};
        status.faults = 3;
        const Warning warning = warningsOf(status).first();
        QCOMPARE(warning.badge, u"Faults on (3)"_s);
        QCOMPARE(warning.panel, u"protection"_s);
        QVERIFY(warning.direct);
        QVERIFY(!warning.sentence.isEmpty());
    }

    void theSimulatorLeadsHere()
    {
        SimulatorPage simulator;
        QSignalSpy wanted(&simulator, &SimulatorPage::testNumbersRequested);
        simulator.setState(true, {});
        auto *open = control<QPushButton>(simulator, u"Test numbers and faults"_s);
        QVERIFY(open);
        open->click();
        QCOMPARE(wanted.size(), 1);
        simulator.setState(false, {});
        QVERIFY(!control<QPushButton>(simulator, u"Test numbers and faults"_s));
    }
};

QTEST_MAIN(TestTestNumbers)
#include "tst_testnumbers.moc"
