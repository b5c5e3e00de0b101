// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowFixture.h"

#include "ui/widgets/CodeInput.h"
#include "ui/widgets/FirstSteps.h"

#include <QAccessible>
#include <QComboBox>
#include <QDir>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSet>
#include <QTranslator>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

const PhoneNumber ann = PhoneNumber::fromStored(u"+12025550101"_s);
const PhoneNumber bob = PhoneNumber::fromStored(u"+12025550102"_s);

/// Beside the test's program, wherever it is started from: never in the sources.
QString pictureFile(const QString &name)
{
    const QDir folder(QCoreApplication::applicationDirPath() + u"/screens"_s);
    folder.mkpath(u"."_s);
    return folder.filePath(name + u".png"_s);
}

} // namespace

/// Every page in light and dark at two sizes: saved as pictures in the build folder for people to look at, and
/// checked for what a program can see: that they fit, and that each control can be told apart by its name.
class tst_Screens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pages_data();
    void pages();
    void everyControlHasAName_data() { pages_data(); }
    void everyControlHasAName();

    void journeyFits_data();
    void journeyFits();

private:
    static void fill(FakeAdmin &admin);
    static void checkNothingIsCutOff(const MainWindow &window);
};

void tst_Screens::fill(FakeAdmin &admin)
{
    admin.signIn(bob, u"0042"_s);
    admin.verify(bob);
    admin.clock.advance(seconds(20));
    admin.signIn(ann, u"4821"_s);
    admin.addMessage(bob, MessageState::Failed);
    admin.addCode(bob, CodeState::Expired);
    admin.addAudit(u"console"_s, u"settings.changed"_s, u"SMS_AUTH_CODE_LEN SMS_TIMELIFE"_s);
    admin.addAudit(u"http"_s, u"fault.set"_s, ann.masked(), u"time_out"_s);
}

/// What lies inside a scroll area is not part of the window's minimum: it may go on downwards, never sideways.
void tst_Screens::checkNothingIsCutOff(const MainWindow &window)
{
    for (const QScrollArea *area : window.findChildren<QScrollArea *>()) {
        if (area->isVisible() && area->widget())
            QVERIFY2(area->widget()->width() <= area->viewport()->width(),
                     qPrintable(u"%1 needs %2, has %3"_s.arg(area->accessibleName())
                                    .arg(area->widget()->width())
                                    .arg(area->viewport()->width())));
    }
}

void tst_Screens::pages_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<Theme::Scheme>("scheme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("live");
    QTest::addColumn<QString>("language");
    WindowFixture fixture;
    const auto *sidebar = fixture.find<QListWidget>(u"sideBar"_s);
    for (int i = 0; i < sidebar->count(); ++i) {
        fixture.window.findChild<QListWidget *>(u"sideBar"_s)->setCurrentRow(i);
        const QString id = fixture.window.currentPanel();
        QTest::addRow("%s-light", qPrintable(id))
            << id << Theme::Scheme::Light << QSize(1280, 800) << false << QString();
        QTest::addRow("%s-dark", qPrintable(id))
            << id << Theme::Scheme::Dark << QSize(1280, 800) << false << QString();
        QTest::addRow("%s-small", qPrintable(id))
            << id << Theme::Scheme::Light << QSize(1024, 640) << false << QString();
        QTest::addRow("%s-russian", qPrintable(id))
            << id << Theme::Scheme::Light << QSize(1024, 640) << false << u"ru"_s;
        QTest::addRow("%s-live", qPrintable(id))
            << id << Theme::Scheme::Light << QSize(1280, 800) << true << QString();
    }
}

void tst_Screens::pages()
{
    QFETCH(QString, page);
    QFETCH(Theme::Scheme, scheme);
    QFETCH(QSize, size);
    QFETCH(bool, live);
    QFETCH(QString, language);
    QTranslator translator;
    if (!language.isEmpty()) {
        QVERIFY(translator.load(u"smsauth_"_s + language, u":/smsauth/translations"_s));
        QVERIFY(QCoreApplication::installTranslator(&translator));
    }
    WindowFixture fixture;
    fixture.theme.setScheme(scheme);
    fill(fixture.admin);
    if (live)
        fixture.admin.goLive();
    fixture.window.resize(size);
    fixture.window.openPanel(page);
    QTRY_VERIFY(fixture.find<QLabel>(u"serverUrl"_s)->isVisible());
    QTRY_COMPARE(fixture.find<QLabel>(u"modeBadge"_s)->property("tone").toString(),
                 live ? u"live"_s : u"simulated"_s);
    QCoreApplication::processEvents();

    QVERIFY(fixture.window.grab().save(pictureFile(QString::fromLatin1(QTest::currentDataTag()))));
    QCOMPARE(fixture.window.size(), size);
    checkNothingIsCutOff(fixture.window);
    QVERIFY2(fixture.window.minimumSizeHint().width() <= 1024,
             qPrintable(u"needs a width of %1"_s.arg(fixture.window.minimumSizeHint().width())));
    QVERIFY2(fixture.window.minimumSizeHint().height() <= 640,
             qPrintable(u"needs a height of %1"_s.arg(fixture.window.minimumSizeHint().height())));
}

void tst_Screens::everyControlHasAName()
{
    QFETCH(QString, page);
    QFETCH(bool, live);
    WindowFixture fixture;
    fill(fixture.admin);
    if (live)
        fixture.admin.goLive();
    fixture.window.openPanel(page);
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);

    QSet<QString> names;
    for (const QWidget *widget : fixture.window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus ||
            widget->objectName().startsWith("qt_"_L1))
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if (!accessible || qobject_cast<const QLabel *>(widget))
            continue;
        // On Unix Qt tells the value of a combo box as its name, and its label through a relation.
        const bool isChoice = qobject_cast<const QComboBox *>(widget) && !widget->accessibleName().isEmpty();
        const QString name = isChoice ? widget->accessibleName() : accessible->text(QAccessible::Name);
        const QString what = QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        QVERIFY2(!name.isEmpty(), qPrintable(u"without a name: %1"_s.arg(what)));
        QVERIFY2(!names.contains(name), qPrintable(u"%1: the name “%2” is taken"_s.arg(what, name)));
        names.insert(name);
    }
}

void tst_Screens::journeyFits_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("english") << QString();
    QTest::newRow("russian") << u"ru"_s;
}

void tst_Screens::journeyFits()
{
    QFETCH(QString, language);
    QTranslator translator;
    if (!language.isEmpty()) {
        QVERIFY(translator.load(u"smsauth_"_s + language, u":/smsauth/translations"_s));
        QVERIFY(QCoreApplication::installTranslator(&translator));
    }
    std::unique_ptr<FakeEndpoints> endpoints;
    WindowFixture fixture({}, [&](FakeAdmin &admin) { endpoints = std::make_unique<FakeEndpoints>(admin); });
    fixture.window.resize(1024, 640);
    auto *steps = fixture.window.findChild<FirstSteps *>();
    auto *next = fixture.find<QPushButton>(u"firstStepsNext"_s);
    const auto picture = [&](const QString &name) {
        QCoreApplication::processEvents();
        checkNothingIsCutOff(fixture.window);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(fixture.window.grab().save(pictureFile(u"journey-%1-%2"_s.arg(name, tag))));
    };
    QTRY_VERIFY(next->isEnabled());
    QTest::mouseClick(next, Qt::LeftButton);
    QTRY_VERIFY(!steps->findChild<CodeInput *>()->code().isEmpty());
    picture(u"code"_s);
    QTest::mouseClick(next, Qt::LeftButton);
    QTRY_VERIFY(steps->session().report());
    picture(u"token"_s);
    fixture.window.openPanel(u"try-it"_s, u"token "_s + steps->session().token());
    QTRY_VERIFY(fixture.find<QLabel>(u"tokenVerdict"_s)->isVisible());
    picture(u"inside"_s);
}

QTEST_MAIN(tst_Screens)
#include "tst_screens.moc"
