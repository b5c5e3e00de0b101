// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Printable.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

class tst_Printable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesWhatATerminalObeys_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const QString &text, const QString &shown) {
            QTest::newRow(name) << text << shown;
        };
        row("plain", u"Ada Lovelace"_s, u"Ada Lovelace"_s);
        row("other letters", u"Иван עברית 😀"_s, u"Иван עברית 😀"_s);
        row("C0", u"a\x1b[2Jb\rc\nd\te\x7f"_s, u"a\ufffd[2Jb\ufffdc\ufffdd\ufffde\ufffd"_s);
        row("C1", u"a\u009b31mb"_s, u"a\ufffd31mb"_s);
        row("override", u"gpj.\u202eexe"_s, u"gpj.\ufffdexe"_s);
        row("isolates", u"\u2066a\u2069"_s, u"\ufffda\ufffd"_s);
        row("marks", u"\u200e\u200f\u061c\ufeff"_s, u"\ufffd\ufffd\ufffd\ufffd"_s);
        row("separators", u"a\u2028b\u2029c"_s, u"a\ufffdb\ufffdc"_s);
        row("tags beyond the first plane", u"a\U000E0041b"_s, u"a\ufffdb"_s);
        row("half a pair", u"a"_s + QChar(0xd83d) + u"b"_s, u"a\ufffdb"_s);
    }
    void replacesWhatATerminalObeys()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(printable(text), shown);
    }

    void jsonSaysTheSame()
    {
        const QJsonObject object{{u"name"_s, u"a\u202eb\u009bc\U000E0041d\ne\"\\é"_s}};
        const QString text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
        const QString safe = printableJson(text);
        QVERIFY(safe.contains(u"\\u202e"_s) && safe.contains(u"\\udb40\\udc41"_s));
        QVERIFY(!safe.contains(QChar(0x202e)) && !safe.contains(QChar(0x9b)));
        QCOMPARE(printable(safe), safe);
        QCOMPARE(QJsonDocument::fromJson(safe.toUtf8()).object(), object);
    }
};

QTEST_GUILESS_MAIN(tst_Printable)
#include "tst_printable.moc"
