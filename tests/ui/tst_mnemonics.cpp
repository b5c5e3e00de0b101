// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeAdmin.h"
#include "tests/ui/WindowFixture.h"
#include "ui/widgets/RecordTable.h"

#include <QAbstractButton>
#include <QMenuBar>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

/// Alt and a letter do one thing each: the menus and the buttons of a page share the letters.
class TestMnemonics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areUnique_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("codes") << u"codes"_s;
        QTest::newRow("cleanup") << u"cleanup"_s;
        QTest::newRow("users") << u"users"_s;
        QTest::newRow("audit") << u"audit"_s;
    }
    void areUnique()
    {
        QFETCH(QString, id);
        WindowFixture fixture;
        const PhoneNumber phone = PhoneNumber::fromStored(u"+12025550101"_s);
        fixture.admin.addCode(phone, CodeState::Expired);
        fixture.admin.addCode(phone);
        fixture.admin.addUser(phone);
        fixture.admin.addAudit(u"console"_s, u"settings.changed"_s, u"SMS_TIMELIFE"_s);
        fixture.window.openPanel(id);
        Panel *panel = fixture.window.panel(id);
        QVERIFY(panel);
        if (auto *table = panel->findChild<RecordTable *>()) {
            QTRY_VERIFY(table->model()->rowCount() > 0);
            table->selectRow(0);
        }
        QTest::qWait(0);

        QMap<QChar, QString> taken;
        for (const QAction *menu : fixture.window.menuBar()->actions())
            taken.insert(letter(menu->text()), menu->text());
        QVERIFY(taken.contains(u'F'));
        int seen = 0;
        for (const QAbstractButton *button : panel->findChildren<QAbstractButton *>()) {
            const QChar key = letter(button->text());
            if (!button->isVisible() || key.isNull())
                continue;
            ++seen;
            QVERIFY2(!taken.contains(key),
                     qPrintable(u"%1 has the letter of %2"_s.arg(button->text(), taken.value(key))));
            taken.insert(key, button->text());
        }
        QVERIFY(seen > 0);
    }

private:
    static QChar letter(const QString &text)
    {
        const qsizetype at = QString(text).replace(u"&&"_s, u"  "_s).indexOf(u'&');
        return at < 0 || at + 1 >= text.size() ? QChar() : text.at(at + 1).toUpper();
    }
};

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
