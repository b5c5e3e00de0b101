// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Json.h"
#include "core/base/JsonWriter.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

// Every text is refused. Written as C strings with explicit lengths where a NUL takes part.
struct Bad
{
    const char *name;
    QByteArray text;
};

QList<Bad> badTexts()
{
    const auto deep = [](char open, int count) { return QByteArray(count, open); };
    return {
        {"empty", ""},
        {"only space", "  \r\n\t "},
        {"only a minus", "-"},
        {"plus sign", "+1"},
        {"leading zero", "01"},
        {"leading zero after minus", "-01"},
        {"leading point", ".5"},
        {"trailing point", "1."},
        {"point without digits before exponent", "1.e3"},
        {"exponent without digits", "1e"},
        {"exponent with sign only", "1e+"},
        {"double exponent", "1e2e3"},
        {"two points", "1.2.3"},
        {"hexadecimal", "0x10"},
        {"octal", "0o17"},
        {"underscore in number", "1_000"},
        {"number and letters", "12a"},
        {"number and space and number", "1 2"},
        {"infinite number", "1e400"},
        {"NaN", "NaN"},
        {"nan", "nan"},
        {"Infinity", "Infinity"},
        {"minus Infinity", "-Infinity"},
        {"NaN in object", R"({"phone_number":NaN})"},
        {"Infinity in list", "[Infinity]"},
        {"nul literal", "nul"},
        {"Null", "Null"},
        {"TRUE", "TRUE"},
        {"True", "True"},
        {"tru", "tru"},
        {"truee", "truee"},
        {"False", "False"},
        {"None", "None"},
        {"undefined", "undefined"},
        {"bare word", "abc"},
        {"bare word as name", "{a:1}"},
        {"single quotes", "{'a':1}"},
        {"single-quoted value", R"({"a":'b'})"},
        {"backquotes", "`a`"},
        {"unterminated string", "\"abc"},
        {"unterminated after backslash", "\"abc\\"},
        {"only a quote", "\""},
        {"unknown escape", R"("\x41")"},
        {"escape of a letter", R"("\q")"},
        {"escaped single quote", "\"\\'\""},
        {"short unicode escape", R"("\u12")"},
        {"empty unicode escape", R"("\u")"},
        {"bad unicode escape", R"("\u00g0")"},
        {"unicode escape with plus", R"("\u+123")"},
        {"capital U escape", R"("\U0041")"},
        {"lone high surrogate", R"("\ud83d")"},
        {"lone low surrogate", R"("\ude00")"},
        {"high surrogate and letter", R"("\ud83dx")"},
        {"two high surrogates", R"("\ud83d\ud83d")"},
        {"swapped surrogates", R"("\ude00\ud83d")"},
        {"raw newline in string", "\"a\nb\""},
        {"raw tab in string", "\"a\tb\""},
        {"raw carriage return in string", "\"a\rb\""},
        {"raw control character in string", "\"a\x01"
                                            "b\""},
        {"raw escape character in string", "\"\x1b\""},
        {"NUL in string", QByteArray("\"a\0b\"", 5)},
        {"NUL after value", QByteArray("{}\0", 3)},
        {"NUL and more after value", QByteArray("{}\0{}", 5)},
        {"NUL before value", QByteArray("\0{}", 3)},
        {"only NUL", QByteArray("\0", 1)},
        {"continuation byte alone", "\"\x80\""},
        {"truncated two-byte", "\"\xc3\""},
        {"truncated three-byte", "\"\xe2\x82\""},
        {"truncated four-byte", "\"\xf0\x9f\x98\""},
        {"overlong slash", "\"\xc0\xaf\""},
        {"overlong NUL", "\"\xc0\x80\""},
        {"overlong three-byte", "\"\xe0\x80\xaf\""},
        {"encoded surrogate", "\"\xed\xa0\x80\""},
        {"beyond Unicode", "\"\xf4\x90\x80\x80\""},
        {"five-byte form", "\"\xf8\x88\x80\x80\x80\""},
        {"byte fe", "\"\xfe\""},
        {"byte ff", "\"\xff\""},
        {"latin-1", "\"caf\xe9\""},
        {"invalid UTF-8 in a name", "{\"\xff\":1}"},
        {"invalid UTF-8 outside strings", "\xff{}"},
        {"byte order mark", "\xef\xbb\xbf{}"},
        {"byte order mark after space", " \xef\xbb\xbf{}"},
        {"truncated byte order mark", "\xef\xbb{}"},
        {"UTF-16 little endian", QByteArray("\xff\xfe{\0}\0", 6)},
        {"UTF-16 big endian", QByteArray("\0{\0}", 4)},
        {"UTF-16 without mark", QByteArray("{\0}\0", 4)},
        {"UTF-32", QByteArray("{\0\0\0}\0\0\0", 8)},
        {"no-break space around", "\xc2\xa0{}"},
        {"form feed around", "\f{}"},
        {"vertical tab around", "\v{}"},
        {"open brace", "{"},
        {"close brace", "}"},
        {"open bracket", "["},
        {"close bracket", "]"},
        {"wrong bracket", "[1}"},
        {"wrong brace", R"({"a":1])"},
        {"name without value", R"({"a"})"},
        {"name and colon", R"({"a":})"},
        {"name and colon and end", R"({"a":)"},
        {"no colon", R"({"a" 1})"},
        {"two colons", R"({"a"::1})"},
        {"equals for colon", R"({"a"=1})"},
        {"number as name", "{1:2}"},
        {"null as name", "{null:2}"},
        {"trailing comma in object", R"({"a":1,})"},
        {"trailing comma in list", "[1,]"},
        {"leading comma in object", R"({,"a":1})"},
        {"leading comma in list", "[,1]"},
        {"two commas", "[1,,2]"},
        {"only a comma", "[,]"},
        {"no comma in list", "[1 2]"},
        {"no comma in object", R"({"a":1 "b":2})"},
        {"semicolon", R"({"a":1;"b":2})"},
        {"value after the end", "{}{}"},
        {"letter after the end", "{}x"},
        {"comma after the end", "{},"},
        {"line comment", "{} // no"},
        {"block comment", "/* no */{}"},
        {"comment inside", "[1,/**/2]"},
        {"hash comment", "# no\n{}"},
        {"duplicate name", R"({"a":1,"a":2})"},
        {"duplicate name, same value", R"({"a":1,"a":1})"},
        {"duplicate name through an escape", R"({"a":1,"\u0061":2})"},
        {"duplicate empty name", R"({"":1,"":2})"},
        {"duplicate name inside", R"({"a":{"b":1,"c":2,"b":3}})"},
        {"duplicate name in a list", R"([{"b":1,"b":3}])"},
        {"too many lists", deep('[', 33) + deep(']', 33)},
        {"far too many lists", deep('[', 100000)},
        {"unfinished depth", deep('[', 20)},
        {"form data", "phone_number=%2B12025550101"},
        {"XML", "<phone_number/>"},
        {"YAML", "phone_number: 1"},
        {"JSON lines", "{}\n{}"},
        {"JSONP", "f({})"},
        {"backslash outside", "\\"},
        {"colon outside", ":"},
    };
}

} // namespace

class tst_Json : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QList<Bad> all = badTexts();
        QVERIFY(all.size() >= 100);
        for (const Bad &bad : all)
            QTest::newRow(bad.name) << bad.text;
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        const Result<JsonValue> value = readJson(text);
        QVERIFY(!value);
        QCOMPARE(value.error().code, ErrorCode::InvalidInput);
        QVERIFY(!value.error().detail.isEmpty());
        QVERIFY(!value.error().detail.contains(u"nlohmann") && !value.error().detail.contains(u"json.exception"));
    }

    void saysWhere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("detail");
        QTest::newRow("end") << QByteArray(R"({"phone_number":)")
                             << u"Unexpected end: line 1 column 17 (char 16)"_s;
        QTest::newRow("quote") << QByteArray("{'a'}") << u"Invalid JSON: line 1 column 2 (char 1)"_s;
        QTest::newRow("second line") << QByteArray("{\n  \"a\": x}") << u"Invalid JSON: line 2 column 8 (char 9)"_s;
        QTest::newRow("mark") << QByteArray("\xef\xbb\xbf{}")
                              << u"Unexpected byte order mark: line 1 column 1 (char 0)"_s;
        QTest::newRow("twice") << QByteArray(R"({"a":1,"a":2})") << u"Duplicate name"_s;
        QTest::newRow("too small") << QByteArray("57e-444") << u"Number out of range"_s;
        QTest::newRow("too small without an exponent")
            << "0." + QByteArray(400, '0') + "1" << u"Number out of range"_s;
        QTest::newRow("deep") << QByteArray(40, '[') << u"Nested too deeply"_s;
    }

    void saysWhere()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, detail);
        QCOMPARE(readJson(text).error().detail, detail);
    }

    void marksWithinATextAreCharacters()
    {
        const QChar mark(QChar::ByteOrderMark);
        const QByteArray bytes = "\xef\xbb\xbf";
        const auto value = readJson("{\"\\uFEFFa\":\"x" + bytes + "\",\"a\":\"" + bytes + bytes + "x\"}");
        QVERIFY(value.ok());
        QCOMPARE(*value->member(mark + u"a"_s)->asText(), u'x' + QString(mark));
        QCOMPARE(*value->member(u"a"_s)->asText(), QString(2, mark) + u'x');
    }

    void tellsNumbersApart_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        using Kind = JsonValue::Kind;
        QTest::newRow("int") << QByteArray("4321") << int(Kind::Integer);
        QTest::newRow("negative") << QByteArray("-4321") << int(Kind::Integer);
        QTest::newRow("zero") << QByteArray("0") << int(Kind::Integer);
        QTest::newRow("smallest") << QByteArray("-9223372036854775808") << int(Kind::Integer);
        QTest::newRow("largest") << QByteArray("9223372036854775807") << int(Kind::Integer);
        QTest::newRow("beyond signed") << QByteArray("9223372036854775808") << int(Kind::HugeInteger);
        QTest::newRow("beyond unsigned") << QByteArray("18446744073709551616") << int(Kind::HugeInteger);
        QTest::newRow("below signed") << QByteArray("-9223372036854775809") << int(Kind::HugeInteger);
        QTest::newRow("1e30 as digits") << QByteArray("1000000000000000000000000000000") << int(Kind::HugeInteger);
        QTest::newRow("float") << QByteArray("4321.0") << int(Kind::Float);
        QTest::newRow("exponent") << QByteArray("1e30") << int(Kind::Float);
        QTest::newRow("capital exponent") << QByteArray("4321E0") << int(Kind::Float);
        QTest::newRow("minus zero") << QByteArray("-0.0") << int(Kind::Float);
    }

    void tellsNumbersApart()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        const Result<JsonValue> value = readJson(text);
        QVERIFY(value.ok());
        QCOMPARE(int(value->kind()), kind);
    }

    void readsValues()
    {
        const Result<JsonValue> value =
            readJson(R"( {"text":"x\u00e9\ud83d\ude00\u0000y","n":null,"t":true,"f":false,"i":-7,"d":0.5,)"
                     R"("list":[1,[],{}],"object":{"z":1,"a":2}} )");
        QVERIFY(value.ok());
        QCOMPARE(*value->member(u"text")->asText(), QString(u"xé😀"_s + QChar::Null + u'y'));
        QVERIFY(value->member(u"n")->isNull());
        QCOMPARE(*value->member(u"t")->asBool(), true);
        QCOMPARE(*value->member(u"f")->asBool(), false);
        QCOMPARE(*value->member(u"i")->asInteger(), -7);
        QCOMPARE(*value->member(u"d")->asFloat(), 0.5);
        QCOMPARE(value->member(u"list")->asList()->size(), size_t(3));
        QCOMPARE(value->member(u"object")->asObject()->front().first, u"z"_s);
        QVERIFY(!value->member(u"absent"));
        QVERIFY(!JsonValue(true).member(u"text"));
        QVERIFY(!value->member(u"i")->asText());

        const QJsonObject qt = value->toQt().toObject();
        QCOMPARE(qt.value(u"list").toArray().size(), 3);
        QCOMPARE(qt.value(u"object").toObject().value(u"a").toInt(), 2);
        QVERIFY(qt.value(u"n").isNull());
        QCOMPARE(readJson("18446744073709551616")->toQt().toDouble(), 18446744073709551616.0);
    }

    void keepsTheLimits()
    {
        QVERIFY(readJson(QByteArray(32, '[') + QByteArray(32, ']')).ok());
        QVERIFY(!readJson("[[]]", {.depth = 1}).ok());
        QVERIFY(readJson("[]", {.depth = 1}).ok());
        QVERIFY(readJson("1234", {.size = 4}).ok());
        QCOMPARE(readJson("12345", {.size = 4}).error().detail, u"The text is longer than 4 bytes"_s);
    }

    void findsDuplicatesAmongMany()
    {
        QByteArray members;
        for (int i = 0; i < 500; ++i)
            members += "\"k" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ',';
        const Result<JsonValue> unique = readJson('{' + members + R"("last":1})");
        QVERIFY(unique.ok());
        QCOMPARE(unique->asObject()->size(), size_t(501));
        QVERIFY(!readJson('{' + members + R"("k3":1})").ok());
        QVERIFY(!readJson('{' + members + R"("k499":1})").ok());
    }

    void writesInOrder()
    {
        QCOMPARE(JsonObjectWriter().finish(), QByteArray("{}"));
        const QByteArray text = JsonObjectWriter()
                                    .add(u"z", u"нет \"кода\" \\ \n\t\x01")
                                    .add(u"a", qint64(-3))
                                    .addBool(u"yes", true)
                                    .addBool(u"no", false)
                                    .addNull(u"nothing")
                                    .addRaw(u"list", "[1,2]")
                                    .finish();
        QCOMPARE(text,
                 QByteArray("{\"z\":\"нет \\\"кода\\\" \\\\ \\n\\t\\u0001\",\"a\":-3,\"yes\":true,\"no\":false,"
                            "\"nothing\":null,\"list\":[1,2]}"));
        QVERIFY(readJson(text).ok());
    }

    void writesWhatItReads()
    {
        QString all;
        for (char16_t c = 0; c < 0x300; ++c)
            all += QChar(c);
        all += u"😀\u2028\u2029"_s;
        const Result<JsonValue> read = readJson(jsonString(all));
        QVERIFY(read.ok());
        QCOMPARE(*read->asText(), all);
    }
};

QTEST_APPLESS_MAIN(tst_Json)
#include "tst_json.moc"
