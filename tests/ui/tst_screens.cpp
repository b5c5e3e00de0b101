// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowFixture.h"

#include <QAccessible>
#include <QDir>
#include <QListWidget>
#include <QPushButton>
#include <QSet>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

const PhoneNumber ann = PhoneNumber::fromStored(u"+12025550101"_s);
const PhoneNumber bob = PhoneNumber::fromStored(u"+12025550102"_s);

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

private:
    static void fill(FakeAdmin &admin);
};

void tst_Screens::fill(FakeAdmin &admin)
{
    admin.signIn(bob, u"0042"_s);
    admin.verify(bob);
    admin.clock.advance(seconds(20));
    admin.signIn(ann, u"4821"_s);
    admin.addMessage(bob, MessageState::Failed);
    admin.addCode(bob, CodeState::Expired);
}

void tst_Screens::pages_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<Theme::Scheme>("scheme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("live");
    WindowFixture fixture;
    const auto *sidebar = fixture.find<QListWidget>(u"sideBar"_s);
    for (int i = 0; i < sidebar->count(); ++i) {
        fixture.window.findChild<QListWidget *>(u"sideBar"_s)->setCurrentRow(i);
        const QString id = fixture.window.currentPanel();
        QTest::addRow("%s-light", qPrintable(id)) << id << Theme::Scheme::Light << QSize(1280, 800) << false;
        QTest::addRow("%s-dark", qPrintable(id)) << id << Theme::Scheme::Dark << QSize(1280, 800) << false;
        QTest::addRow("%s-small", qPrintable(id)) << id << Theme::Scheme::Light << QSize(1024, 640) << false;
        QTest::addRow("%s-live", qPrintable(id)) << id << Theme::Scheme::Light << QSize(1280, 800) << true;
    }
}

void tst_Screens::pages()
{
    QFETCH(QString, page);
    QFETCH(Theme::Scheme, scheme);
    QFETCH(QSize, size);
    QFETCH(bool, live);
    WindowFixture fixture;
    fixture.theme.setScheme(scheme);
    fill(fixture.admin);
    if (live)
        fixture.admin.goLive();
    fixture.window.resize(size);
    fixture.window.openPanel(page);
    QTRY_COMPARE(fixture.text(u"serverState"_s), u"Running"_s);
    QTRY_COMPARE(fixture.text(u"modeBadge"_s), live ? u"LIVE"_s : u"SIMULATED"_s);
    QCoreApplication::processEvents();

    QDir().mkpath(u"screens"_s);
    QVERIFY(fixture.window.grab().save(u"screens/%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()))));
    QCOMPARE(fixture.window.size(), size);
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
        const QString name = accessible->text(QAccessible::Name);
        const QString what = QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        QVERIFY2(!name.isEmpty(), qPrintable(u"without a name: %1"_s.arg(what)));
        QVERIFY2(!names.contains(name), qPrintable(u"%1: the name “%2” is taken"_s.arg(what, name)));
        names.insert(name);
    }
}

QTEST_MAIN(tst_Screens)
#include "tst_screens.moc"
