// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/Fields.h"
#include "core/http/Negotiation.h"
#include "core/http/PythonText.h"
#include "core/http/RequestBody.h"

#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

HttpRequest requestWith(const QByteArray &contentType, const QByteArray &body)
{
    HttpRequest request;
    if (!contentType.isNull())
        request.headers.append({"Content-Type", contentType});
    request.body = body;
    return request;
}

const QByteArray Form = "application/x-www-form-urlencoded";
const QByteArray Multipart = "multipart/form-data; boundary=B";

QByteArray part(const QByteArray &disposition, const QByteArray &content)
{
    return "--B\r\nContent-Disposition: " + disposition + "\r\n\r\n" + content + "\r\n";
}

} // namespace

class tst_RequestBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("phone"); // null: the field is not there
        const QByteArray json = R"({"phone_number":"+12025550101"})";
        const QString phone = u"+12025550101"_s;
        const auto row = [](const char *name, const QByteArray &type, const QByteArray &body, const QString &text) {
            QTest::newRow(name) << type << body << text;
        };
        row("json", "application/json", json, phone);
        row("json with charset", "application/json; charset=utf-8", json, phone);
        row("json in capitals", "Application/JSON", json, phone);
        row("any type", "*/*", json, phone);
        row("no body", "application/json", "", QString());
        row("no body of an unknown type", "text/plain", "", QString());
        row("form", Form, "phone_number=%2B12025550101", phone);
        row("form with charset", Form + "; charset=utf-8", "phone_number=%2B12025550101", phone);
        row("form, plus is a space", Form, "phone_number=+12025550101", u" 12025550101"_s);
        row("form, last one counts", Form, "phone_number=1&x=2&phone_number=%2B12025550101", phone);
        row("form without value", Form, "phone_number", u""_s);
        row("form with empty pairs", Form, "&&phone_number=a&&", u"a"_s);
        row("form with an escaped name", Form, "phone%5Fnumber=a", u"a"_s);
        row("form in UTF-8", Form, "phone_number=%C3%A9", u"é"_s);
        row("form with a bad escape", Form, "phone_number=%zz", u"%zz"_s);
        row("multipart", Multipart, part("form-data; name=\"phone_number\"", "+12025550101") + "--B--\r\n", phone);
        row("multipart, quoted boundary", "multipart/form-data; boundary=\"B\"",
            part("form-data; name=phone_number", "+12025550101") + "--B--", phone);
        row("multipart, preamble and padding", Multipart,
            "hello\r\n--B  \r\nContent-Type: text/plain\r\ncontent-disposition: form-data; name=\"phone_number\""
            "\r\n\r\n+12025550101\r\n--B--\r\nbye",
            phone);
        row("multipart, two fields", Multipart,
            part("form-data; name=\"x\"", "1") + part("form-data; name=\"phone_number\"", "a\r\nb") + "--B--",
            u"a\r\nb"_s);
        row("multipart, escaped name", Multipart, part("form-data; name=\"phone\\_number\"", "a") + "--B--",
            u"a"_s);
        row("multipart, part without name", Multipart, part("form-data", "a") + "--B--", QString());
        row("multipart, part without head", Multipart, "--B\r\n\r\na\r\n--B--", QString());
        row("multipart, nothing in it", Multipart, "--B--\r\n", QString());
    }

    void reads()
    {
        QFETCH(QByteArray, contentType);
        QFETCH(QByteArray, body);
        QFETCH(QString, phone);
        const RequestBody read = readRequestBody(requestWith(contentType, body));
        QVERIFY2(read.status == 0, qPrintable(read.problem));
        QVERIFY(read.data.isObject());
        const JsonValue *value = read.data.member(u"phone_number");
        QCOMPARE(value != nullptr, !phone.isNull());
        if (value)
            QCOMPARE(*value->asText(), phone);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const QByteArray &type, const QByteArray &body, int status,
                            const QString &problem) { QTest::newRow(name) << type << body << status << problem; };
        row("no type", QByteArray(), "{}", 415, u"Unsupported media type \"\" in request."_s);
        row("text", "text/plain; charset=utf-8", "{}", 415,
            u"Unsupported media type \"text/plain; charset=utf-8\" in request."_s);
        row("garbage", "garbage", "{}", 415, u"Unsupported media type \"garbage\" in request."_s);
        row("bad json", "application/json", "{", 400,
            u"JSON parse error - Unexpected end: line 1 column 2 (char 1)"_s);
        row("deep json", "application/json", QByteArray(5000, '['), 400, u"JSON parse error - Nested too deeply"_s);
        row(
            "many fields", Form,
            [] {
                QByteArray fields;
                for (int i = 0; i < 1001; ++i)
                    fields += 'k' + QByteArray::number(i) + "=&";
                return fields;
            }(),
            400, u"Too many fields."_s);
        row("no boundary", "multipart/form-data", "--B--", 400,
            u"Multipart form parse error - Invalid boundary in multipart"_s);
        row("long boundary", "multipart/form-data; boundary=" + QByteArray(71, 'b'), "--B--", 400,
            u"Multipart form parse error - Invalid boundary in multipart"_s);
        row("other boundary", "multipart/form-data; boundary=C", part("form-data; name=a", "1") + "--B--", 400,
            u"Multipart form parse error - the closing boundary is missing"_s);
        row("no end", Multipart, part("form-data; name=a", "1"), 400,
            u"Multipart form parse error - the closing boundary is missing"_s);
        row("no empty line", Multipart, "--B\r\nContent-Disposition: form-data; name=a\r\n--B--", 400,
            u"Multipart form parse error - a part without an empty line"_s);
    }

    void refuses()
    {
        QFETCH(QByteArray, contentType);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, problem);
        const RequestBody read = readRequestBody(requestWith(contentType, body));
        QCOMPARE(read.status, status);
        QCOMPARE(read.problem, problem);
    }

    void readsCodes_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("expected"); // a number, or what is wrong with it
        const QString invalid = u"A valid integer is required."_s;
        const auto row = [](const char *name, const QString &json, const QString &expected) {
            QTest::newRow(name) << json << expected;
        };
        row("integer", u"4321"_s, u"4321"_s);
        row("short integer", u"21"_s, u"21"_s);
        row("zero", u"0"_s, u"0"_s);
        row("longer than a code", u"43210"_s, u"43210"_s);
        row("negative", u"-4321"_s, u"-4321"_s);
        row("text", u"\"4321\""_s, u"4321"_s);
        row("text with zeros", u"\"0021\""_s, u"21"_s);
        row("text with more zeros", u"\"00021\""_s, u"21"_s);
        row("spaces around", u"\" 4321 \""_s, u"4321"_s);
        row("line breaks around", uR"("\n4321\r\n")"_s, u"4321"_s);
        row("no-break space around", u"\"\u00a04321\u2003\""_s, u"4321"_s);
        row("separator around", uR"("\u001f4321")"_s, u"4321"_s);
        row("underscore", u"\"4_321\""_s, u"4321"_s);
        row("plus", u"\"+4321\""_s, u"4321"_s);
        row("minus in text", u"\"-4321\""_s, u"-4321"_s);
        row("whole float", u"4321.0"_s, u"4321"_s);
        row("float with exponent", u"4.321e3"_s, u"4321"_s);
        row("minus zero", u"-0.0"_s, u"0"_s);
        row("text with zero fraction", u"\"4321.0\""_s, u"4321"_s);
        row("text with zero fraction and space", u"\"4321.00 \""_s, u"4321"_s);
        row("text with point", u"\"4321.\""_s, u"4321"_s);
        row("full-width digits", u"\"４３２１\""_s, u"4321"_s);
        row("Arabic-Indic digits", u"\"٤٣٢١\""_s, u"4321"_s);
        row("Devanagari digits", u"\"४३२१\""_s, u"4321"_s);
        row("mathematical digits", u"\"𝟜𝟛𝟚𝟙\""_s, u"4321"_s);
        row("mixed digits", u"\"4３2١\""_s, u"4321"_s);
        row("eighteen digits", u"999999999999999999"_s, u"999999999999999999"_s);
        row("nineteen digits", u"1000000000000000000"_s, invalid);
        row("huge integer", u"1000000000000000000000000000000"_s, invalid);
        row("huge integer as text", u"\"1000000000000000000000000000000\""_s, invalid);
        row("fraction", u"4321.5"_s, invalid);
        row("tiny fraction", u"4321.0000000001"_s, invalid);
        row("huge float", u"1e30"_s, invalid);
        row("1e16", u"1e16"_s, invalid);
        row("1e15", u"1e15"_s, u"1000000000000000"_s);
        row("exponent in text", u"\"4.321e3\""_s, invalid);
        row("fraction in text", u"\"4321.5\""_s, invalid);
        row("comma in text", u"\"4321,0\""_s, invalid);
        row("leading point", u"\".0\""_s, invalid);
        row("letters", u"\"abcd\""_s, invalid);
        row("hexadecimal", u"\"0x10\""_s, invalid);
        row("NUL at the end", uR"("4321\u0000")"_s, invalid);
        row("space inside", u"\"43 21\""_s, invalid);
        row("space after sign", u"\"- 4321\""_s, invalid);
        row("two signs", u"\"--4321\""_s, invalid);
        row("two underscores", u"\"4__321\""_s, invalid);
        row("underscore first", u"\"_4321\""_s, invalid);
        row("underscore last", u"\"4321_\""_s, invalid);
        row("superscript", u"\"4³21\""_s, invalid);
        row("Roman numeral", u"\"Ⅳ\""_s, invalid);
        row("only a sign", u"\"-\""_s, invalid);
        row("empty", u"\"\""_s, invalid);
        row("blank", u"\"  \""_s, invalid);
        row("true", u"true"_s, invalid);
        row("list", u"[4321]"_s, invalid);
        row("object", u"{}"_s, invalid);
        row("null", u"null"_s, u"This field may not be null."_s);
        row("1000 characters", u"\"%1\""_s.arg(QString(1000, u'1')), invalid);
        row("1001 characters", u"\"%1\""_s.arg(QString(1001, u'1')), u"String value too large."_s);
        row("600 characters beyond the first plane", u"\"%1\""_s.arg(u"𝟜"_s.repeated(600)), invalid);
    }

    void readsCodes()
    {
        QFETCH(QString, json);
        QFETCH(QString, expected);
        const Result<JsonValue> data = readJson("{\"code\":" + json.toUtf8() + "}");
        QVERIFY2(data.ok(), qPrintable(data.ok() ? QString() : data.error().detail));
        FieldReader fields(*data);
        const std::optional<QString> code = fields.code(u"code"_s);
        QCOMPARE(code.has_value(), fields.ok());
        QCOMPARE(code ? *code : fields.problems().first().message, expected);
    }

    void readsPhones_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("expected");
        const QString invalid = u"Enter a valid phone number."_s;
        const QString blank = u"This field may not be blank."_s;
        QTest::newRow("E.164") << u"\"+12025550101\""_s << u"+12025550101"_s;
        QTest::newRow("formatted") << u"\"+1 (202) 555-0101\""_s << u"+12025550101"_s;
        QTest::newRow("national") << u"\"2025550101\""_s << invalid;
        QTest::newRow("number") << u"12025550101"_s << invalid;
        QTest::newRow("list") << u"[\"+12025550101\"]"_s << invalid;
        QTest::newRow("empty list") << u"[]"_s << invalid;
        QTest::newRow("object") << u"{}"_s << invalid;
        QTest::newRow("false") << u"false"_s << invalid;
        QTest::newRow("empty") << u"\"\""_s << blank;
        QTest::newRow("spaces") << u"\"   \""_s << blank;
        QTest::newRow("other white space") << uR"("\t\u2003\u001c")"_s << blank;
        QTest::newRow("null") << u"null"_s << u"This field may not be null."_s;
        QTest::newRow("NUL") << uR"("+12025550101\u0000")"_s << invalid;
        QTest::newRow("too long") << u"\"+1%12025550101\""_s.arg(QString(239, u'-')) << invalid;
    }

    void readsPhones()
    {
        QFETCH(QString, json);
        QFETCH(QString, expected);
        const Result<JsonValue> data = readJson("{\"phone_number\":" + json.toUtf8() + "}");
        QVERIFY(data.ok());
        FieldReader fields(*data);
        const std::optional<PhoneNumber> phone = fields.phone(u"phone_number"_s, {});
        QCOMPARE(phone.has_value(), fields.ok());
        QCOMPARE(phone ? phone->e164() : fields.problems().first().message, expected);
    }

    void readsNationalPhonesWithARegion()
    {
        const Result<JsonValue> data = readJson(R"({"phone_number":"(202) 555-0101"})");
        FieldReader fields(*data);
        QCOMPARE(fields.phone(u"phone_number"_s, u"US"_s)->e164(), u"+12025550101"_s);
    }

    void namesWhatIsNoObject_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("message");
        const auto got = [](const char *type) {
            return u"Invalid data. Expected a dictionary, but got %1."_s.arg(QLatin1StringView(type));
        };
        QTest::newRow("null") << QByteArray("null") << u"No data provided"_s;
        QTest::newRow("bool") << QByteArray("true") << got("bool");
        QTest::newRow("int") << QByteArray("1") << got("int");
        QTest::newRow("huge") << QByteArray("100000000000000000000") << got("int");
        QTest::newRow("float") << QByteArray("1.0") << got("float");
        QTest::newRow("str") << QByteArray("\"a\"") << got("str");
        QTest::newRow("list") << QByteArray("[]") << got("list");
    }

    void namesWhatIsNoObject()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, message);
        const Result<JsonValue> data = readJson(json);
        FieldReader fields(*data);
        QVERIFY(!fields.phone(u"phone_number"_s, {}));
        QVERIFY(!fields.code(u"code"_s));
        QCOMPARE(fields.problems().size(), 1);
        QCOMPARE(fields.problems().first().field, u"non_field_errors"_s);
        QCOMPARE(fields.problems().first().message, message);
    }

    void negotiates_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QByteArray>("accept");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QString &query, const QByteArray &accept, int status) {
            QTest::newRow(name) << query << accept << status;
        };
        row("nothing", {}, QByteArray(), 0);
        row("anything", {}, "*/*", 0);
        row("json", {}, "application/json", 0);
        row("json with parameters", {}, "Application/JSON; indent=4", 0);
        row("application", {}, "application/*", 0);
        row("a browser", {}, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", 0);
        row("html only", {}, "text/html", 0);
        row("xml", {}, "application/xml", 406);
        row("image", {}, "image/png, image/*", 406);
        row("empty", {}, "", 406);
        row("no media type", {}, "json", 406);
        row("xml and json", {}, "application/xml, application/json;q=0.1", 0);
        row("format json", u"format=json"_s, QByteArray(), 0);
        row("format api", u"format=api"_s, QByteArray(), 0);
        row("format empty", u"format="_s, QByteArray(), 0);
        row("format xml", u"a=1&format=xml"_s, QByteArray(), 404);
        row("the last format", u"format=json&format=xml"_s, QByteArray(), 404);
        row("format before accept", u"format=xml"_s, "application/xml", 404);
    }

    void negotiates()
    {
        QFETCH(QString, query);
        QFETCH(QByteArray, accept);
        QFETCH(int, status);
        HttpRequest request;
        request.query = query;
        if (!accept.isNull())
            request.headers.append({"accept", accept});
        QCOMPARE(refuseByNegotiation(request), status);
    }
};

QTEST_APPLESS_MAIN(tst_RequestBody)
#include "tst_requestbody.moc"
