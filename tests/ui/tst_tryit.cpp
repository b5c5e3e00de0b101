// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowFixture.h"

#include "ui/widgets/CodeInput.h"
#include "ui/widgets/ExchangeView.h"
#include "ui/widgets/PhoneEdit.h"
#include "ui/widgets/TokenView.h"

#include <QClipboard>
#include <QComboBox>
#include <QPlainTextEdit>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

struct Page
{
    Page() { fixture.window.openPanel(u"try-it"_s); }

    template<class Widget>
    Widget *child() const
    {
        return fixture.window.panel(u"try-it"_s)->findChild<Widget *>();
    }
    /// A button of this page: others have some with the same words.
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : fixture.window.panel(u"try-it"_s)->findChildren<QPushButton *>()) {
            if (candidate->text() == text)
                return candidate;
        }
        qFatal("no button %s", qPrintable(text));
    }
    QString response() const { return ExchangeView::responseText(*child<ExchangeView>()->exchange()); }
    QString outcome() const { return fixture.text(u"tryItOutcome"_s); }

    std::unique_ptr<FakeEndpoints> endpoints;
    WindowFixture fixture{{}, [this](FakeAdmin &admin) { endpoints = std::make_unique<FakeEndpoints>(admin); }};
};

} // namespace

class tst_TryIt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsThenVerifies();
    void walksBoth();
    void showsARefusalWhole();
    void showsThatNobodyAnswers();
    void copiesAsCurlByKey();
    void keysWorkFromOtherPages();
    void keepsTheLastRequests();
    void takesACodeOfThePhone();
    void liveModeCannotWalk();
    void takesATokenApart();
    void opensWithANumber();
};

void tst_TryIt::sendsThenVerifies()
{
    Page page;
    QTRY_VERIFY(page.button(u"Send code"_s)->isEnabled());
    QVERIFY(!page.button(u"Verify"_s)->isEnabled());
    QTest::mouseClick(page.button(u"Send code"_s), Qt::LeftButton);
    QTRY_COMPARE(page.child<CodeInput>()->code(), u"0482"_s);
    QVERIFY(page.outcome().startsWith(u"200 OK · "_s));
    QTRY_VERIFY(page.button(u"Verify"_s)->isEnabled());
    QTest::mouseClick(page.button(u"Verify"_s), Qt::LeftButton);
    QTRY_COMPARE(page.fixture.text(u"tokenVerdict"_s), u"Signature checked, valid"_s);
    QCOMPARE(page.child<QComboBox>()->count(), 2);
    QVERIFY(page.child<QComboBox>()->itemText(0).startsWith(u"POST /auth/auth/ · "_s)); // also where it is cut off
    QVERIFY(page.child<QComboBox>()->itemText(1).startsWith(u"POST /auth/sign-in/ · "_s));
    QCOMPARE(page.fixture.admin.count(u"inspectToken"_s), 1);
    QStringList texts;
    for (const QPlainTextEdit *text : page.child<TokenView>()->findChildren<QPlainTextEdit *>())
        texts.append(text->toPlainText());
    QVERIFY(texts.contains(QString::fromLatin1(FakeEndpoints::token())));
}

void tst_TryIt::walksBoth()
{
    Page page;
    QTRY_VERIFY(page.button(u"Walk both"_s)->isEnabled());
    QTest::mouseClick(page.button(u"Walk both"_s), Qt::LeftButton);
    QTRY_COMPARE(page.fixture.text(u"tokenVerdict"_s), u"Signature checked, valid"_s);
    QCOMPARE(page.child<QComboBox>()->count(), 3);
    QCOMPARE(page.child<CodeInput>()->code(), u"0482"_s);
}

void tst_TryIt::showsARefusalWhole()
{
    Page page;
    page.endpoints->refusal = R"({"detail":"Code was send early","n":[1,{}]})";
    QTRY_VERIFY(page.button(u"Send code"_s)->isEnabled());
    QTest::mouseClick(page.button(u"Send code"_s), Qt::LeftButton);
    QTRY_VERIFY(page.outcome().startsWith(u"400 Bad Request · "_s));
    QVERIFY(page.response().startsWith(u"HTTP/1.1 400 Bad Request\n"_s));
    QVERIFY(page.response().contains(u"Content-Type: application/json\n"_s));
    QVERIFY(page.response().endsWith(
        u"{\n  \"detail\": \"Code was send early\",\n  \"n\": [\n    1,\n    {}\n  ]\n}"_s));
    QTRY_VERIFY(page.fixture.text(u"tryItWords"_s).contains(u"Code was send early"_s));
    QVERIFY(page.button(u"Send code"_s)->isEnabled());
}

void tst_TryIt::showsThatNobodyAnswers()
{
    Page page;
    QTRY_VERIFY(page.button(u"Send code"_s)->isEnabled());
    page.endpoints->server.close();
    QTest::mouseClick(page.button(u"Send code"_s), Qt::LeftButton);
    QTRY_VERIFY(page.outcome().startsWith(u"No answer"_s));
    QTRY_VERIFY(page.fixture.text(u"tryItWords"_s).contains(u"Check that the server is running"_s));
}

void tst_TryIt::copiesAsCurlByKey()
{
    Page page;
    QTRY_VERIFY(page.button(u"Send code"_s)->isEnabled());
    QTest::mouseClick(page.button(u"Send code"_s), Qt::LeftButton);
    QTRY_VERIFY(page.child<ExchangeView>()->exchange());
    QTest::keyClick(&page.fixture.window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QString copied = QApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(u"curl -i -X POST '"_s + page.endpoints->server.url() + u"/auth/sign-in/'"_s),
             qPrintable(copied));
}

void tst_TryIt::keysWorkFromOtherPages()
{
    Page page;
    QTRY_VERIFY(page.button(u"Send code"_s)->isEnabled());
    page.fixture.window.openPanel(u"overview"_s);
    QTest::keyClick(&page.fixture.window, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(page.fixture.window.currentPanel(), u"try-it"_s);
    QTRY_COMPARE(page.child<CodeInput>()->code(), u"0482"_s);
    QTest::keyClick(&page.fixture.window, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(page.fixture.text(u"tokenVerdict"_s), u"Signature checked, valid"_s);
}

void tst_TryIt::keepsTheLastRequests()
{
    Page page;
    page.endpoints->refusal = R"({"detail":"no"})";
    auto *history = page.child<QComboBox>();
    for (int i = 1; i <= 52; ++i) {
        QTRY_VERIFY(page.button(u"Send code"_s)->isEnabled());
        QTest::mouseClick(page.button(u"Send code"_s), Qt::LeftButton);
        QTRY_COMPARE(page.endpoints->server.requests.size(), i);
        QTRY_COMPARE(history->count(), std::min(i, 50));
    }
    history->setCurrentIndex(49);
    QVERIFY(page.child<ExchangeView>()->exchange());
}

void tst_TryIt::takesACodeOfThePhone()
{
    Page page;
    page.fixture.admin.signIn(PhoneNumber::fromStored(u"+12025550102"_s), u"7777"_s);
    const QString use = u"Use code of message %1"_s.arg(page.fixture.admin.messageRows.first().id);
    QTRY_VERIFY(page.fixture.button(use));
    page.fixture.window.openPanel(u"codes"_s);
    QTest::mouseClick(page.fixture.button(use), Qt::LeftButton);
    QCOMPARE(page.fixture.window.currentPanel(), u"try-it"_s);
    QCOMPARE(page.child<CodeInput>()->code(), u"7777"_s);
    QCOMPARE(page.fixture.find<PhoneEdit>(u"tryItPhone"_s)->phone().e164(), u"+12025550102"_s);
}

void tst_TryIt::liveModeCannotWalk()
{
    Page page;
    QTRY_VERIFY(page.button(u"Walk both"_s)->isEnabled());
    page.fixture.admin.goLive();
    QTRY_VERIFY(!page.button(u"Walk both"_s)->isEnabled());
    QVERIFY(!page.button(u"Send code"_s)->isEnabled());
    page.fixture.find<PhoneEdit>(u"tryItPhone"_s)->setText(u"+12025550109"_s);
    QVERIFY(page.button(u"Send code"_s)->isEnabled());
}

void tst_TryIt::takesATokenApart()
{
    Page page;
    TokenReport &report = page.fixture.admin.tokenAnswer;
    report.header = {{u"alg"_s, u"ES256"_s}};
    const qint64 now = toMs(page.fixture.admin.clock.now()) / 1000;
    report.claims = {{u"sub"_s, u"1"_s}, {u"exp"_s, now + 3600}};
    page.fixture.window.openPanel(u"try-it"_s, u"token a.b.c"_s);
    QTRY_COMPARE(page.fixture.text(u"tokenTimeLeft"_s), u"Expires in 1 h"_s);
    QStringList texts;
    for (const QPlainTextEdit *text : page.child<TokenView>()->findChildren<QPlainTextEdit *>())
        texts.append(text->toPlainText());
    QVERIFY(texts.contains(u"a.b.c"_s));
    QVERIFY(texts.join(u'\n').contains(u"\"alg\": \"ES256\""_s));
    report.valid = false;
    report.problem = u"It has expired."_s;
    report.claims.insert(u"exp"_s, now - 120);
    page.fixture.window.openPanel(u"try-it"_s, u"token a.b.c"_s);
    QTRY_COMPARE(page.fixture.text(u"tokenTimeLeft"_s), u"Expired 2 min ago"_s);
    QCOMPARE(page.fixture.text(u"tokenVerdict"_s), u"Not valid: It has expired."_s);
}

void tst_TryIt::opensWithANumber()
{
    Page page;
    page.fixture.window.openPanel(u"try-it"_s, u"+12025550109"_s);
    QCOMPARE(page.fixture.find<PhoneEdit>(u"tryItPhone"_s)->phone().e164(), u"+12025550109"_s);
}

QTEST_MAIN(tst_TryIt)
#include "tst_tryit.moc"
