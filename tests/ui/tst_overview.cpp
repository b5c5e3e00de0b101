// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowFixture.h"
#include "ui/panels/SendLogPanel.h"
#include "ui/widgets/CodeInput.h"
#include "ui/widgets/FirstSteps.h"
#include "ui/widgets/PhoneEdit.h"
#include "ui/widgets/RecordTable.h"
#include "ui/widgets/SignInSnippet.h"
#include "ui/widgets/Sparkline.h"

#include <QComboBox>
#include <QPlainTextEdit>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

/// A window whose requests reach FakeEndpoints.
struct Journey
{
    std::unique_ptr<FakeEndpoints> endpoints;
    WindowFixture fixture{{}, [this](FakeAdmin &admin) { endpoints = std::make_unique<FakeEndpoints>(admin); }};

    QPushButton *next() const { return fixture.find<QPushButton>(u"firstStepsNext"_s); }
    FirstSteps *steps() const { return fixture.window.findChild<FirstSteps *>(); }
    QString words() const { return fixture.text(u"firstStepsWords"_s); }
    void pressEnter() { QTest::keyClick(fixture.window.focusWidget(), Qt::Key_Return); }
};

} // namespace

class tst_Overview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoPressesOfEnterGiveAToken();
    void wrongCodeCanBeCorrected();
    void refusalFallsBackToTheLiveCode();
    void refusalWithoutALiveCodeIsSaid();
    void invalidNumberCannotBeSent();
    void stoppedServerIsSaid();
    void liveModeNeedsATypedNumber();
    void invalidTokenIsSaid();
    void startsOver();
    void showsAttention();
    void showsFigures();
    void showsTheShapeOfTheDay();
    void failuresLeadToTheSendLog();
    void blocksLeadToProtection();
};

void tst_Overview::twoPressesOfEnterGiveAToken()
{
    Journey journey;
    QTRY_VERIFY(journey.next()->hasFocus());
    journey.pressEnter();
    QTRY_COMPARE(journey.steps()->session().step(), FlowSession::Step::CodeSent);
    QTRY_COMPARE(journey.steps()->findChild<CodeInput *>()->code(), u"0482"_s);
    QTRY_VERIFY(journey.next()->hasFocus() && journey.next()->isEnabled());
    journey.pressEnter();
    QTRY_COMPARE(journey.steps()->session().step(), FlowSession::Step::SignedIn);
    QTRY_COMPARE(journey.fixture.text(u"firstStepsVerdict"_s), u"Signed in, token valid"_s);
    QCOMPARE(journey.steps()->session().token(), QString::fromLatin1(FakeEndpoints::token()));
    QVERIFY(journey.fixture.button(u"Start over"_s)->hasFocus());
    auto *snippet = journey.steps()->findChild<QPlainTextEdit *>();
    QCOMPARE(snippet->toPlainText().count(u"curl "_s), 3);
    for (const QString &part : {u"/auth/sign-in/"_s, u"/sandbox/messages/wait?phone=%2B12025550101"_s,
                                u"/auth/auth/"_s, u"\"code\":\"CODE\""_s})
        QVERIFY2(snippet->toPlainText().contains(part), qPrintable(part));
    QVERIFY(!snippet->toPlainText().contains(u"0482"_s)); // it is used by now
    // A piece of a program for each step.
    auto *language = journey.steps()->findChild<SignInSnippet *>()->findChildren<QComboBox *>().constFirst();
    auto *step = journey.steps()->findChild<SignInSnippet *>()->findChildren<QComboBox *>().constLast();
    QVERIFY(!step->isVisible());
    language->setCurrentText(u"Python (requests)"_s);
    Q_EMIT language->activated(language->currentIndex());
    QVERIFY(step->isVisible());
    QCOMPARE(step->count(), 3);
    QCOMPARE(snippet->toPlainText().count(u"import requests"_s), 1);
    QVERIFY(snippet->toPlainText().contains(u"/auth/sign-in/"_s));
    step->setCurrentIndex(2);
    Q_EMIT step->activated(2);
    QVERIFY(snippet->toPlainText().contains(u"CODE"_s) && !snippet->toPlainText().contains(u"sign-in"_s));
    QCOMPARE(journey.endpoints->server.requests.size(), 2);
}

void tst_Overview::wrongCodeCanBeCorrected()
{
    Journey journey;
    QTRY_VERIFY(journey.next()->hasFocus());
    journey.pressEnter();
    auto *code = journey.steps()->findChild<CodeInput *>();
    QTRY_COMPARE(code->code(), u"0482"_s);
    code->setCode(u"9999"_s);
    QTest::mouseClick(journey.next(), Qt::LeftButton);
    QTRY_VERIFY(journey.words().contains(u"Code not found"_s));
    QCOMPARE(journey.steps()->session().step(), FlowSession::Step::CodeSent);
    code->setCode(u"0482"_s);
    QTest::mouseClick(journey.next(), Qt::LeftButton);
    QTRY_COMPARE(journey.steps()->session().step(), FlowSession::Step::SignedIn);
}

void tst_Overview::refusalFallsBackToTheLiveCode()
{
    Journey journey;
    QTRY_VERIFY(journey.next()->isEnabled());
    journey.endpoints->refusal = R"({"detail":"Code was send early"})";
    journey.fixture.admin.signIn(PhoneNumber::fromStored(u"+12025550101"_s), u"0482"_s);
    QTest::mouseClick(journey.next(), Qt::LeftButton);
    QTRY_COMPARE(journey.steps()->findChild<CodeInput *>()->code(), u"0482"_s);
    QVERIFY(journey.words().contains(u"still valid"_s));
    QTest::mouseClick(journey.next(), Qt::LeftButton);
    QTRY_COMPARE(journey.steps()->session().step(), FlowSession::Step::SignedIn);
}

void tst_Overview::refusalWithoutALiveCodeIsSaid()
{
    Journey journey;
    QTRY_VERIFY(journey.next()->isEnabled());
    journey.endpoints->refusal = R"({"phone_number":["Enter a valid phone number."]})";
    QTest::mouseClick(journey.next(), Qt::LeftButton);
    QTRY_VERIFY(journey.words().contains(u"Enter a valid phone number."_s));
    QCOMPARE(journey.steps()->session().step(), FlowSession::Step::Idle);
    QVERIFY(journey.next()->isEnabled());
}

void tst_Overview::invalidNumberCannotBeSent()
{
    Journey journey;
    QTRY_VERIFY(journey.next()->isEnabled());
    journey.steps()->findChild<PhoneEdit *>()->setText(u"12"_s);
    QVERIFY(!journey.next()->isEnabled());
    journey.steps()->findChild<PhoneEdit *>()->setText(u"+1 (202) 555-0101"_s);
    QVERIFY(journey.next()->isEnabled());
}

void tst_Overview::stoppedServerIsSaid()
{
    Journey journey;
    QTRY_VERIFY(journey.next()->isEnabled());
    QTRY_VERIFY(journey.fixture.button(u"Stop the server (F5)"_s));
    QTest::mouseClick(journey.fixture.button(u"Stop the server (F5)"_s), Qt::LeftButton);
    QTRY_VERIFY(!journey.next()->isEnabled());
    QVERIFY(journey.words().contains(u"F5"_s));
}

void tst_Overview::liveModeNeedsATypedNumber()
{
    Journey journey;
    QTRY_VERIFY(journey.next()->hasFocus());
    journey.fixture.admin.goLive();
    QTRY_VERIFY(journey.words().contains(u"real SMS"_s));
    auto *phone = journey.steps()->findChild<PhoneEdit *>();
    QCOMPARE(phone->text(), QString());
    QVERIFY(!journey.next()->isEnabled());
    journey.pressEnter();
    QTest::keyClick(&journey.fixture.window, Qt::Key_Return, Qt::ControlModifier); // “Send code” of Try it
    QCOMPARE(journey.endpoints->server.requests.size(), 0);
    journey.fixture.window.openPanel(u"overview"_s);
    phone->setText(u"+12025550109"_s);
    QTRY_VERIFY(journey.next()->isEnabled());
}

void tst_Overview::invalidTokenIsSaid()
{
    Journey journey;
    QTRY_VERIFY(journey.next()->hasFocus());
    journey.fixture.admin.tokenAnswer.valid = false;
    journey.fixture.admin.tokenAnswer.problem = u"The signature does not match."_s;
    journey.pressEnter();
    QTRY_COMPARE(journey.steps()->findChild<CodeInput *>()->code(), u"0482"_s);
    journey.pressEnter();
    QTRY_VERIFY(journey.fixture.text(u"firstStepsVerdict"_s).contains(u"The signature does not match."_s));
}

void tst_Overview::startsOver()
{
    Journey journey;
    QTRY_VERIFY(journey.next()->hasFocus());
    journey.pressEnter();
    QTRY_COMPARE(journey.steps()->findChild<CodeInput *>()->code(), u"0482"_s);
    journey.pressEnter();
    QTRY_VERIFY(journey.fixture.button(u"Start over"_s));
    QTest::mouseClick(journey.fixture.button(u"Start over"_s), Qt::LeftButton);
    QCOMPARE(journey.steps()->session().step(), FlowSession::Step::Idle);
    QVERIFY(journey.steps()->session().token().isEmpty());
    QVERIFY(journey.next()->hasFocus());
}

void tst_Overview::showsAttention()
{
    WindowFixture fixture({}, [](FakeAdmin &admin) { admin.statusNow.warnings = {u"secrets_locked"_s}; });
    QTRY_VERIFY(fixture.button(u"Unlock"_s));
    QTest::mouseClick(fixture.button(u"Unlock"_s), Qt::LeftButton);
    QTRY_COMPARE(fixture.admin.count(u"unlockSecrets"_s), 1);
    fixture.admin.statusNow.warnings.clear();
    Q_EMIT fixture.admin.changed(Admin::Topic::Status);
    QTRY_VERIFY(!fixture.button(u"Unlock"_s));
}

void tst_Overview::showsFigures()
{
    WindowFixture fixture;
    const auto phone = PhoneNumber::fromStored(u"+12025550101"_s);
    fixture.admin.signIn(phone);
    fixture.admin.verify(phone);
    fixture.admin.addMessage(phone, MessageState::Failed);
    QTRY_COMPARE(fixture.text(u"figureFailed"_s), u"1"_s);
    QCOMPARE(fixture.text(u"figureSent"_s), u"1"_s);
    QCOMPARE(fixture.text(u"figureVerified"_s), u"1"_s);
    QCOMPARE(fixture.text(u"figureBlocked"_s), u"0"_s);
    QVERIFY(fixture.text(u"figureRate"_s).startsWith(u"100 % of the codes sent today were used"_s));
}

void tst_Overview::showsTheShapeOfTheDay()
{
    WindowFixture fixture({}, [](FakeAdmin &admin) {
        admin.activityNow.sentByHour[20] = 3;
        admin.activityNow.sentByHour[23] = 4;
        admin.activityNow.medianToVerify = std::chrono::milliseconds(6000);
    });
    auto *day = fixture.find<Sparkline>(u"sentByHour"_s);
    QTRY_COMPARE(day->values(), fixture.admin.activityNow.sentByHour);
    QVERIFY(day->accessibleDescription().startsWith(u"7 "_s));
    QVERIFY(fixture.text(u"figureRate"_s).contains(u"typically after 6 s"_s));
    // Later changes are asked for, though not each at once.
    fixture.admin.activityNow.sentByHour[23] = 5;
    const int asked = fixture.admin.count(u"activity"_s);
    for (int i = 0; i < 20; ++i)
        Q_EMIT fixture.admin.changed(Admin::Topic::Status);
    QTRY_COMPARE(day->values().last(), 5);
    QVERIFY(fixture.admin.count(u"activity"_s) <= asked + 2);
}

void tst_Overview::failuresLeadToTheSendLog()
{
    WindowFixture fixture;
    QVERIFY(!fixture.button(u"Open the send log"_s));
    fixture.admin.addMessage(PhoneNumber::fromStored(u"+12025550101"_s), MessageState::Failed);
    QPushButton *lead = nullptr;
    QTRY_VERIFY(lead = fixture.button(u"Open the send log"_s));
    // What is counted is what the link finds: of today, and codes that ran out are among it.
    fixture.admin.addMessage(PhoneNumber::fromStored(u"+12025550102"_s), MessageState::Expired);
    fixture.admin.addMessage(PhoneNumber::fromStored(u"+12025550103"_s), MessageState::KeyLost);
    fixture.admin.addMessage(PhoneNumber::fromStored(u"+12025550104"_s), MessageState::Undelivered);
    MessageRecord old = fixture.admin.addMessage(PhoneNumber::fromStored(u"+12025550105"_s), MessageState::Failed);
    old.createdAt -= std::chrono::hours(24);
    fixture.admin.update(old);
    fixture.admin.statusNow.failedToday = 3;
    Q_EMIT fixture.admin.changed(Admin::Topic::Status);
    QTRY_COMPARE(fixture.text(u"figureFailed"_s), u"3"_s);
    QTRY_VERIFY(lead = fixture.button(u"Open the send log"_s));
    QTest::mouseClick(lead, Qt::LeftButton);
    QCOMPARE(fixture.window.currentPanel(), u"send-log"_s);
    auto *table = fixture.window.findChild<SendLogPanel *>()->findChild<RecordTable *>();
    QTRY_COMPARE(table->model()->rowCount(), 3);
}

void tst_Overview::blocksLeadToProtection()
{
    WindowFixture fixture;
    QVERIFY(!fixture.button(u"Open Protection"_s));
    fixture.admin.addMessage(PhoneNumber::fromStored(u"+12025550101"_s), MessageState::Blocked);
    QPushButton *lead = nullptr;
    QTRY_VERIFY(lead = fixture.button(u"Open Protection"_s));
    QTest::mouseClick(lead, Qt::LeftButton);
    QCOMPARE(fixture.window.currentPanel(), u"protection"_s);
}

QTEST_MAIN(tst_Overview)
#include "tst_overview.moc"
