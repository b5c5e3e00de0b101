// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowFixture.h"

#include "ui/widgets/CodeInput.h"
#include "ui/widgets/FirstSteps.h"
#include "ui/widgets/PhoneEdit.h"

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
    void invalidTokenIsSaid();
    void startsOver();
    void showsAttention();
    void showsFigures();
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
    const QString snippet = journey.steps()->findChild<QPlainTextEdit *>()->toPlainText();
    QCOMPARE(snippet.count(u"curl "_s), 2);
    QVERIFY(snippet.contains(u"/auth/sign-in/"_s) && snippet.contains(u"/auth/auth/"_s));
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
}

QTEST_MAIN(tst_Overview)
#include "tst_overview.moc"
