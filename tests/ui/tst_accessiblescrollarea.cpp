// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/AccessibleScrollArea.h"

#include <QAccessible>
#include <QLabel>
#include <QScrollArea>
#include <QTest>

using namespace smsauth;

class tst_AccessibleScrollArea : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAccessibleScrollAreas(); }

    /// What a client counted a moment ago may have gone.
    void aChildThatHasGoneIsNone()
    {
        QScrollArea area;
        area.setAccessibleName(QStringLiteral("Pages"));
        area.setWidget(new QLabel(QStringLiteral("content")));
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&area);
        QVERIFY(interface);
        QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Pages"));
        const int count = interface->childCount();
        QVERIFY(count > 0);
        for (int i = 0; i < count; ++i)
            QVERIFY(interface->child(i));
        for (const int gone : {count, count + 1, count + 100, -1})
            QVERIFY(!interface->child(gone));
    }
    void whatItShowsIsFound()
    {
        QScrollArea area;
        auto *content = new QLabel(QStringLiteral("content"));
        area.setWidget(content);
        const QAccessibleInterface *child = QAccessible::queryAccessibleInterface(content);
        const QAccessibleInterface *viewport = child->parent();
        QCOMPARE(viewport->object(), area.viewport());
        QCOMPARE(viewport->parent()->object(), &area);
    }
};

QTEST_MAIN(tst_AccessibleScrollArea)
#include "tst_accessiblescrollarea.moc"
