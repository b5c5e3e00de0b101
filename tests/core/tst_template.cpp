// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/Template.h"
#include "core/sms/TemplateTree.h"

#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

const TemplateValues values{{u"to"_s, u"+12025550101"_s}, {u"ttl"_s, u"300"_s},  {u"word"_s, u"abc"_s},
                            {u"short"_s, u"29"_s},        {u"faces"_s, u"😀😀"_s}, {u"empty"_s, QString()}};

} // namespace

class tst_template : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expands_data();
    void expands();
    void refusesBadText_data();
    void refusesBadText();
    void refusesBadValues_data();
    void refusesBadValues();
    void namesWhatItUses();
    void treeKeepsOrderAndTypes();
    void treeDropsEmptyPlaceholders();
    void treeObeysConditions();
};

void tst_template::expands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("literal") << u"plain"_s << u"plain"_s;
    QTest::newRow("empty") << u""_s << u""_s;
    QTest::newRow("lone") << u"{to}"_s << u"+12025550101"_s;
    QTest::newRow("around") << u"a{word}b{word}c"_s << u"aabcbabcc"_s;
    QTest::newRow("nothing known") << u"[{nobody}]"_s << u"[]"_s;
    QTest::newRow("digits") << u"{to|digits}"_s << u"12025550101"_s;
    QTest::newRow("digits of nothing") << u"{empty|digits}"_s << u""_s;
    QTest::newRow("int") << u"{to|digits|int}"_s << u"12025550101"_s;
    QTest::newRow("ms") << u"{ttl|ms}"_s << u"300000"_s;
    QTest::newRow("min") << u"{ttl|min}"_s << u"5"_s;
    QTest::newRow("min is never 0") << u"{short|min}"_s << u"1"_s;
    QTest::newRow("iso") << u"{ttl|iso}"_s << u"PT300S"_s;
    QTest::newRow("max") << u"{to|digits|max5}"_s << u"12025"_s;
    QTest::newRow("max longer") << u"{word|max16}"_s << u"abc"_s;
    QTest::newRow("max keeps a pair whole") << u"{faces|max3}"_s << u"😀"_s;
    QTest::newRow("a number of nothing") << u"{empty|int}"_s << u""_s;
}

void tst_template::expands()
{
    QFETCH(QString, text);
    const Result<Template> parsed = Template::parse(text);
    QVERIFY2(parsed.ok(), qPrintable(parsed.ok() ? QString() : parsed.error().detail));
    const Result<QString> result = parsed->expand(values);
    QVERIFY(result.ok());
    QTEST(*result, "expected");
}

void tst_template::refusesBadText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");

    QTest::newRow("open") << u"a{word"_s << u"without its \"}\""_s;
    QTest::newRow("close") << u"a}"_s << u"without its \"{\""_s;
    QTest::newRow("close after") << u"{word}}"_s << u"without its \"{\""_s;
    QTest::newRow("nested") << u"{a{b}}"_s << u"not a placeholder"_s;
    QTest::newRow("empty name") << u"{}"_s << u"not a placeholder"_s;
    QTest::newRow("space") << u"{ word }"_s << u"not a placeholder"_s;
    QTest::newRow("upper case") << u"{Word}"_s << u"not a placeholder"_s;
    QTest::newRow("long name") << u"{%1}"_s.arg(QString(33, u'a')) << u"not a placeholder"_s;
    QTest::newRow("unknown filter") << u"{word|upper}"_s << u"unknown filter \"upper\""_s;
    QTest::newRow("no filter") << u"{word|}"_s << u"unknown filter \"\""_s;
    QTest::newRow("max without length") << u"{word|max}"_s << u"unknown filter"_s;
    QTest::newRow("max0") << u"{word|max0}"_s << u"unknown filter"_s;
    QTest::newRow("max-1") << u"{word|max-1}"_s << u"unknown filter"_s;
    QTest::newRow("max 5") << u"{word|max 5}"_s << u"unknown filter"_s;
    QTest::newRow("max10000") << u"{word|max10000}"_s << u"unknown filter"_s;
    QTest::newRow("int beside text") << u"{ttl|int}s"_s << u"whole field"_s;
    QTest::newRow("int not last") << u"{ttl|int|ms}"_s << u"whole field"_s;
    QTest::newRow("int twice") << u"{ttl|int}{ttl|int}"_s << u"whole field"_s;
}

void tst_template::refusesBadText()
{
    QFETCH(QString, text);
    QFETCH(QString, reason);
    const Result<Template> parsed = Template::parse(text);
    QVERIFY(!parsed.ok());
    QVERIFY2(parsed.error().detail.contains(reason), qPrintable(parsed.error().detail));
}

void tst_template::refusesBadValues_data()
{
    QTest::addColumn<QString>("value");

    for (const QString &value : {u"abc"_s, u" 1"_s, u"1\n"_s, u"-1"_s, u"+1"_s, u"1e3"_s, u"0x10"_s, u"1.5"_s,
                                 u"٣"_s, u"1234567890123456"_s, u"1,2"_s, u"1}"_s})
        QTest::newRow(qPrintable(value.trimmed())) << value;
}

void tst_template::refusesBadValues()
{
    QFETCH(QString, value);
    for (const QString &text : {u"{n|int}"_s, u"{n|ms}"_s, u"{n|min}"_s, u"{n|iso}"_s}) {
        const Result<QString> result = Template::parse(text)->expand({{u"n"_s, value}});
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
        QCOMPARE(result.error().detail, u"n must be a whole number"_s);
    }
}

void tst_template::namesWhatItUses()
{
    const Template text = Template::parse(u"{word} {ttl|ms} {word}"_s).value();
    QCOMPARE(text.names(), (QStringList{u"word"_s, u"ttl"_s}));
    QVERIFY(!text.isLonePlaceholder());
    QVERIFY(text.startsWithPlaceholder());
    QVERIFY(Template::parse(u"{word|max3}"_s)->isLonePlaceholder());
    QVERIFY(!Template::parse(u"x{word}"_s)->startsWithPlaceholder());
}

namespace {

TemplateTree leaf(const QString &text)
{
    return TemplateTree::text(Template::parse(text).value());
}

QByteArray expanded(const TemplateTree &tree)
{
    const auto result = tree.expand(values);
    return result.ok() && result->has_value() ? encodeJson(**result) : QByteArray("nothing");
}

} // namespace

void tst_template::treeKeepsOrderAndTypes()
{
    const TemplateTree tree =
        TemplateTree::object({{u"z"_s, leaf(u"{to}"_s)},
                              {u"a"_s, leaf(u"{to|digits|int}"_s)},
                              {u"list"_s, TemplateTree::array({leaf(u"{word}"_s), TemplateTree::constant(true)})}});
    QCOMPARE(expanded(tree), QByteArray(R"({"z":"+12025550101","a":12025550101,"list":["abc",true]})"));
}

void tst_template::treeDropsEmptyPlaceholders()
{
    const TemplateTree tree =
        TemplateTree::object({{u"gone"_s, leaf(u"{empty}"_s)},
                              {u"gone_too"_s, leaf(u"{empty|int}"_s)},
                              {u"kept"_s, leaf(u"[{empty}]"_s)},
                              {u"literal"_s, leaf(QString())},
                              {u"list"_s, TemplateTree::array({leaf(u"{empty}"_s), leaf(u"{word}"_s)})}});
    QCOMPARE(expanded(tree), QByteArray(R"({"kept":"[]","literal":"","list":["abc"]})"));
}

void tst_template::treeObeysConditions()
{
    TemplateTree when = leaf(u"x"_s);
    when.addCondition({u"word"_s, BoundedPattern(u"^a"_s), true});
    QCOMPARE(expanded(when), QByteArray("\"x\""));
    when.addCondition({u"ttl"_s, BoundedPattern(u"^300$"_s), false});
    QCOMPARE(expanded(when), QByteArray("nothing"));
    TemplateTree unless = leaf(u"x"_s);
    unless.addCondition({u"empty"_s, BoundedPattern(u"."_s), false});
    QCOMPARE(expanded(unless), QByteArray("\"x\""));
    QCOMPARE(when.names(), (QStringList{u"word"_s, u"ttl"_s}));
}

QTEST_GUILESS_MAIN(tst_template)
#include "tst_template.moc"
