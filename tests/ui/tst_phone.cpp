// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/PanelFixture.h"

#include "ui/Motion.h"
#include "ui/PhoneDock.h"
#include "ui/widgets/CodeInput.h"
#include "ui/widgets/MessageBubble.h"
#include "ui/widgets/PhoneEdit.h"
#include "ui/widgets/SimulatedPhone.h"

#include <QComboBox>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace smsauth;
using namespace Qt::StringLiterals;

/// The unit does not go to the next line without its number.
static const QString validForAMinute = u"valid for 1"_s + QChar(QChar::Nbsp) + u"min"_s;

class tst_Phone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestIsAtTheBottom();
    void followsTheNewestUntilAPhoneIsChosen();
    void addsTestNumbers();
    void listsOnlyPhonesWithMessagesAndKeptOnes();
    void sendsFromAnEmptyPhone();
    void copiesAndUses();
    void saysWhatIsOver();
    void showsOnlyWhatHasArrived();
    void whatCameTwiceIsOneMessage();
    void whatWasOvertakenIsReplaced();
    void asksNothingWhileHidden();
    void survivesAFailingEngine();
    void removedMessagesGo();
    void showsNothingOfWhatWasRefused();
    void bubblesFit();
    void newMessagesFadeIn_data();
    void newMessagesFadeIn();
    void canStandAlone();
    void phoneEdit_data();
    void phoneEdit();
    void codeInput_data();
    void codeInput();

private:
    static QStringList texts(const SimulatedPhone &phone);
    static QStringList footers(const SimulatedPhone &phone);
    static void choose(SimulatedPhone &phone, int index);
};

/// From the top to the bottom.
QStringList tst_Phone::texts(const SimulatedPhone &phone)
{
    QList<MessageBubble *> bubbles;
    for (auto *bubble : phone.findChildren<MessageBubble *>()) {
        if (!bubble->isHidden())
            bubbles.append(bubble);
    }
    std::sort(bubbles.begin(), bubbles.end(),
              [](const MessageBubble *a, const MessageBubble *b) { return a->y() < b->y(); });
    QStringList found;
    for (const MessageBubble *bubble : std::as_const(bubbles))
        found.append(bubble->message().code);
    return found;
}

void tst_Phone::choose(SimulatedPhone &phone, int index)
{
    auto *box = phone.findChild<QComboBox *>();
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index); // what a click or a key does beside setting the index
}

void tst_Phone::newestIsAtTheBottom()
{
    PanelFixture fixture;
    SimulatedPhone phone(fixture.context());
    phone.resize(260, 600);
    phone.show();
    for (const QString &code : {u"1111"_s, u"2222"_s, u"3333"_s})
        fixture.admin.signIn(PanelFixture::phone(1), code);
    QTRY_COMPARE(texts(phone), (QStringList{u"1111"_s, u"2222"_s, u"3333"_s}));
}

void tst_Phone::followsTheNewestUntilAPhoneIsChosen()
{
    PanelFixture fixture;
    SimulatedPhone phone(fixture.context());
    phone.show();
    fixture.admin.signIn(PanelFixture::phone(2));
    QTRY_COMPARE(phone.phone(), PanelFixture::phone(2));
    choose(phone, phone.findChild<QComboBox *>()->findData(PanelFixture::phone(1).e164()));
    fixture.admin.signIn(PanelFixture::phone(3));
    auto *box = phone.findChild<QComboBox *>();
    QTRY_VERIFY(box->findData(PanelFixture::phone(3).e164()) >= 0);
    QCOMPARE(phone.phone(), PanelFixture::phone(1));
    const int other = box->findData(PanelFixture::phone(3).e164());
    QVERIFY2(box->itemText(other).contains(u"(1 new)"_s), qPrintable(box->itemText(other)));
    choose(phone, other);
    QVERIFY(!box->itemText(other).contains(u"new"_s));
}

void tst_Phone::addsTestNumbers()
{
    PanelFixture fixture;
    SimulatedPhone phone(fixture.context());
    phone.show();
    auto *box = phone.findChild<QComboBox *>();
    QTest::mouseClick(control<QToolButton>(phone, u"Add a simulated phone"_s), Qt::LeftButton);
    QTest::mouseClick(control<QToolButton>(phone, u"Add a simulated phone"_s), Qt::LeftButton);
    QCOMPARE(box->count(), 3);
    QSet<QString> numbers;
    for (int i = 0; i < box->count(); ++i) {
        QVERIFY(PhoneNumber::parse(box->itemData(i).toString()).ok());
        numbers.insert(box->itemData(i).toString());
    }
    QCOMPARE(numbers.size(), 3);
}

// A run of many flows has a number each; the list may not grow with them.
void tst_Phone::listsOnlyPhonesWithMessagesAndKeptOnes()
{
    PanelFixture fixture;
    SimulatedPhone phone(fixture.context());
    phone.show();
    phone.select(PanelFixture::phone(7));
    auto *box = phone.findChild<QComboBox *>();
    const auto number = [](int i) { return PhoneNumber::fromStored(u"+7926"_s + QString::number(1000000 + i)); };
    const int many = SimulatedPhone::MostMessages + 50;
    for (int i = 0; i < many; ++i)
        fixture.admin.signIn(number(i));
    QTRY_VERIFY(box->findData(number(many - 1).e164()) >= 0);
    QTRY_COMPARE(box->findData(number(0).e164()), -1);
    QVERIFY(box->count() <= SimulatedPhone::MostMessages + 2);
    QVERIFY(box->findData(PanelFixture::phone(1).e164()) >= 0);
    QVERIFY(box->findData(PanelFixture::phone(7).e164()) >= 0);
    QCOMPARE(phone.phone(), number(many - 1));
}

void tst_Phone::sendsFromAnEmptyPhone()
{
    PanelFixture fixture;
    SimulatedPhone phone(fixture.context());
    phone.show();
    QSignalSpy asked(&phone, &SimulatedPhone::sendRequested);
    for (QPushButton *button : phone.findChildren<QPushButton *>()) {
        if (button->isVisible())
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().value<PhoneNumber>(), PanelFixture::phone(1));
}

void tst_Phone::copiesAndUses()
{
    PanelFixture fixture;
    SimulatedPhone phone(fixture.context());
    phone.show();
    fixture.admin.signIn(PanelFixture::phone(1), u"0042"_s);
    QTRY_COMPARE(texts(phone), QStringList{u"0042"_s});
    QSignalSpy used(&phone, &SimulatedPhone::useRequested);
    auto *bubble = phone.findChild<MessageBubble *>();
    for (QPushButton *button : bubble->findChildren<QPushButton *>())
        QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(fixture.copied, QStringList{u"0042"_s});
    QCOMPARE(used.count(), 1);
    QCOMPARE(used.first().at(1).toString(), u"0042"_s);
}

void tst_Phone::saysWhatIsOver()
{
    PanelFixture fixture;
    SimulatedPhone phone(fixture.context());
    phone.show();
    const MessageRecord message = fixture.admin.signIn(PanelFixture::phone(1));
    QTRY_COMPARE(phone.findChildren<MessageBubble *>().size(), 1);
    auto *bubble = phone.findChild<MessageBubble *>();
    const auto says = [bubble](const QString &words) {
        for (const QLabel *label : bubble->findChildren<QLabel *>()) {
            if (label->text().contains(words))
                return true;
        }
        return false;
    };
    QVERIFY(says(u"valid for"_s));
    fixture.admin.clock.advance(std::chrono::duration_cast<milliseconds>(message.expiresAt - message.createdAt));
    QTRY_VERIFY(says(u"expired"_s));
    for (const QPushButton *button : bubble->findChildren<QPushButton *>())
        QCOMPARE(button->isEnabled(), button->accessibleName().startsWith(u"Copy"_s));
}

/// What stands below the bubbles, from the top to the bottom, without the time.
QStringList tst_Phone::footers(const SimulatedPhone &phone)
{
    QList<MessageBubble *> bubbles = phone.findChildren<MessageBubble *>();
    bubbles.removeIf([](const MessageBubble *bubble) { return bubble->isHidden(); });
    std::sort(bubbles.begin(), bubbles.end(),
              [](const MessageBubble *a, const MessageBubble *b) { return a->y() < b->y(); });
    QStringList found;
    for (const MessageBubble *bubble : std::as_const(bubbles))
        found.append(bubble->findChildren<QLabel *>().last()->text().section(u" · "_s, 1));
    return found;
}

void tst_Phone::showsOnlyWhatHasArrived()
{
    PanelFixture fixture;
    SimulatedPhone phone(fixture.context());
    showPanel(phone);
    fixture.admin.signIn(PanelFixture::phone(1), u"1111"_s);
    for (const MessageState state : {MessageState::Queued, MessageState::Sending, MessageState::Sent,
                                     MessageState::Failed, MessageState::Expired, MessageState::Blocked}) {
        fixture.admin.clock.advance(seconds(1));
        fixture.admin.addMessage(PanelFixture::phone(1), state, u"2222"_s);
    }
    settle();
    QTRY_COMPARE(texts(phone), QStringList{u"1111"_s});
    // The code is not good any more, although nothing newer can be seen.
    QTRY_COMPARE(footers(phone), QStringList{u"replaced by a newer code"_s});
}

void tst_Phone::whatCameTwiceIsOneMessage()
{
    PanelFixture fixture;
    SimulatedPhone phone(fixture.context());
    showPanel(phone);
    MessageRecord first = fixture.admin.signIn(PanelFixture::phone(1), u"1111"_s);
    MessageRecord second = fixture.admin.addMessage(PanelFixture::phone(1), MessageState::Delivered, u"1111"_s);
    second.providerMessageId = first.providerMessageId;
    fixture.admin.update(second);
    QTRY_COMPARE(footers(phone), (QStringList{validForAMinute, validForAMinute}));
    first.verifiedAt = fixture.admin.clock.now();
    fixture.admin.update(first);
    QTRY_COMPARE(footers(phone), (QStringList{u"used"_s, u"used"_s}));
}

void tst_Phone::whatWasOvertakenIsReplaced()
{
    PanelFixture fixture;
    SimulatedPhone phone(fixture.context());
    showPanel(phone);
    fixture.admin.clock.advance(seconds(10));
    fixture.admin.signIn(PanelFixture::phone(1), u"2222"_s);
    MessageRecord late = fixture.admin.addMessage(PanelFixture::phone(1), MessageState::Delivered, u"1111"_s);
    late.attempts.first().at = fixture.admin.clock.now() - seconds(10);
    fixture.admin.update(late);
    QTRY_COMPARE(texts(phone), (QStringList{u"2222"_s, u"1111"_s}));
    QTRY_COMPARE(footers(phone), (QStringList{validForAMinute, u"replaced by a newer code"_s}));
}

void tst_Phone::asksNothingWhileHidden()
{
    PanelFixture fixture;
    SimulatedPhone phone(fixture.context());
    fixture.admin.signIn(PanelFixture::phone(1));
    QCoreApplication::processEvents();
    QCOMPARE(fixture.admin.count(u"messages"_s), 0);
    phone.show();
    QTRY_COMPARE(texts(phone).size(), 1);
}

void tst_Phone::survivesAFailingEngine()
{
    PanelFixture fixture;
    fixture.admin.fail(u"messages"_s, {ErrorCode::Storage});
    SimulatedPhone phone(fixture.context());
    phone.show();
    QTRY_VERIFY(fixture.admin.count(u"messages"_s) > 0);
    fixture.admin.succeed(u"messages"_s);
    fixture.admin.signIn(PanelFixture::phone(1), u"0042"_s);
    QTRY_COMPARE(texts(phone), QStringList{u"0042"_s});
}

void tst_Phone::removedMessagesGo()
{
    PanelFixture fixture;
    SimulatedPhone phone(fixture.context());
    phone.show();
    fixture.admin.signIn(PanelFixture::phone(1), u"1111"_s);
    fixture.admin.signIn(PanelFixture::phone(1), u"2222"_s);
    QTRY_COMPARE(texts(phone).size(), 2);
    fixture.admin.messageRows.removeLast();
    Q_EMIT fixture.admin.changed(Admin::Topic::Messages);
    QTRY_COMPARE(texts(phone), QStringList{u"2222"_s});
}

void tst_Phone::showsNothingOfWhatWasRefused()
{
    PanelFixture fixture;
    fixture.admin.signIn(PanelFixture::phone(1), u"1111"_s);
    fixture.admin.addMessage(PanelFixture::phone(1), MessageState::Blocked, u"9999"_s);
    SimulatedPhone phone(fixture.context());
    phone.show();
    QTRY_COMPARE(texts(phone), QStringList{u"1111"_s});
    fixture.admin.addMessage(PanelFixture::phone(1), MessageState::Blocked, u"9999"_s);
    fixture.admin.signIn(PanelFixture::phone(1), u"2222"_s);
    QTRY_COMPARE(texts(phone), (QStringList{u"1111"_s, u"2222"_s}));
}

void tst_Phone::bubblesFit()
{
    PanelFixture fixture;
    const Theme theme(*qApp);
    SimulatedPhone phone(fixture.context());
    phone.resize(phone.minimumSizeHint().width(), 600);
    phone.show();
    fixture.admin.signIn(PanelFixture::phone(1));
    QTRY_COMPARE(phone.findChildren<MessageBubble *>().size(), 1);
    const auto *bubble = phone.findChild<MessageBubble *>();
    const QWidget *viewport = bubble->parentWidget()->parentWidget();
    QTRY_VERIFY(bubble->width() > 0);
    QVERIFY2(bubble->width() <= viewport->width(),
             qPrintable(u"%1 in %2"_s.arg(bubble->width()).arg(viewport->width())));
}

void tst_Phone::newMessagesFadeIn_data()
{
    QTest::addColumn<bool>("reduced");
    QTest::newRow("as usual") << false;
    QTest::newRow("reduced motion") << true;
}

void tst_Phone::newMessagesFadeIn()
{
    QFETCH(bool, reduced);
    setReducedMotion(reduced);
    PanelFixture fixture;
    fixture.admin.signIn(PanelFixture::phone(1), u"1111"_s);
    SimulatedPhone phone(fixture.context());
    phone.resize(270, 600);
    phone.show();
    QTRY_COMPARE(texts(phone), QStringList{u"1111"_s});
    QVERIFY(!phone.findChild<MessageBubble *>()->graphicsEffect()); // it was there before
    fixture.admin.signIn(PanelFixture::phone(1), u"2222"_s);
    QTRY_COMPARE(texts(phone).size(), 2);
    const auto fading = [&] {
        const auto bubbles = phone.findChildren<MessageBubble *>();
        return std::count_if(bubbles.begin(), bubbles.end(),
                             [](const MessageBubble *bubble) { return bubble->graphicsEffect() != nullptr; });
    };
    QCOMPARE(fading(), reduced ? 0 : 1);
    QTRY_COMPARE(fading(), 0);
    setReducedMotion(false);
}

void tst_Phone::canStandAlone()
{
    PanelFixture fixture;
    QMainWindow window;
    auto &dock = *new PhoneDock(fixture.context(), &window);
    window.addDockWidget(Qt::RightDockWidgetArea, &dock);
    window.show();
    auto *detach = control<QToolButton>(dock, u"Open the phone in a window of its own"_s);
    QVERIFY(detach);
    QTest::mouseClick(detach, Qt::LeftButton);
    QVERIFY(dock.isFloating());
    QVERIFY(!dock.titleBarWidget()); // something to move it by
    QCOMPARE(detach->accessibleName(), u"Put the phone back into the window"_s);
    QTest::mouseClick(detach, Qt::LeftButton);
    QVERIFY(!dock.isFloating());
    QVERIFY(dock.titleBarWidget());
    ServerStatus live;
    live.mode = Mode::Live;
    dock.show(live);
    QVERIFY(!dock.isVisible());
}

void tst_Phone::phoneEdit_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("phone");
    QTest::newRow("international") << u"+1 (202) 555-0101"_s << QString() << u"+12025550101"_s;
    QTest::newRow("national without a region") << u"(202) 555-0101"_s << QString() << QString();
    QTest::newRow("national") << u"(202) 555-0101"_s << u"US"_s << u"+12025550101"_s;
    QTest::newRow("too short") << u"+1202"_s << QString() << QString();
    QTest::newRow("words") << u"hello"_s << QString() << QString();
    QTest::newRow("empty") << QString() << QString() << QString();
}

void tst_Phone::phoneEdit()
{
    QFETCH(QString, typed);
    QFETCH(QString, region);
    PhoneEdit edit;
    edit.setRegion(region);
    edit.setText(typed);
    QTEST(edit.phone().e164(), "phone");
}

void tst_Phone::codeInput_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("code");
    QTest::newRow("digits") << u"0482"_s << u"0482"_s;
    QTest::newRow("a whole message") << u"Your auth code: 48 21"_s << u"4821"_s;
    QTest::newRow("Arabic-Indic") << u"٤٨٢١"_s << u"4821"_s;
    QTest::newRow("full width") << u"４８２１"_s << u"4821"_s;
    QTest::newRow("too long") << u"12345678901234"_s << u"1234567890"_s;
    QTest::newRow("no digits") << u"abc"_s << QString();
}

void tst_Phone::codeInput()
{
    QFETCH(QString, pasted);
    CodeInput input;
    input.insert(pasted);
    QTEST(input.code(), "code");
}

QTEST_MAIN(tst_Phone)
#include "tst_phone.moc"
