// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/HttpProvider.h"
#include "core/sms/HttpProviderLoader.h"

#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;
using nlohmann::ordered_json;

class tst_httpproviderloader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadsASoundOne();
    void namesThePlace_data();
    void namesThePlace();
    void refusesWhatIsNoJson_data();
    void refusesWhatIsNoJson();
    void refusesIds_data();
    void refusesIds();
};

namespace {

ordered_json sound()
{
    return ordered_json::parse(R"({
        "format": "sms-http/1", "title": "Test",
        "vars": {"base": "https://sms.example", "login": {"label": "User"}, "password": {"secret": true}, "from": {}},
        "send": {"method": "POST", "url": "{base}/send", "auth": {"basic": ["{login}", "{password}"]},
                 "headers": {"X-Version": "1"}, "json": {"to": "{to}", "text": "{text}"}},
        "reply": {"sent": {"status": [200]}, "id": "/id", "code": "/code", "error": ["/message", {"re": "."}],
                  "rules": [{"status": [400], "is": "recipient"}]},
        "check": {"method": "GET", "url": "{base}/me", "auth": {"bearer": "{password}"}, "ok": {"status": [200]}},
        "balance": {"method": "GET", "url": "{base}/balance", "amount": "/amount", "currency": "EUR"},
        "report": {"encoding": "json", "id": "/id", "state": "/state", "states": {"ok": "delivered"}}
    })");
}

} // namespace

void tst_httpproviderloader::loadsASoundOne()
{
    const auto loaded = loadHttpProvider(u"test"_s, QByteArray::fromStdString(sound().dump()));
    QVERIFY2(loaded.ok(), qPrintable(loaded.ok() ? QString() : loaded.error().detail));
    const HttpProvider &provider = **loaded;
    QCOMPARE(provider.id(), u"test"_s);
    QCOMPARE(provider.title(), u"Test"_s);
    QStringList names;
    for (const ProviderField &field : provider.fields())
        names.append(field.name);
    QCOMPARE(names, (QStringList{u"base"_s, u"login"_s, u"password"_s, u"from"_s})); // as written
    QCOMPARE(provider.fields()[0].defaultValue, u"https://sms.example"_s);
    QCOMPARE(provider.fields()[1].label, u"User"_s);
    QVERIFY(provider.fields()[2].secret);
    QVERIFY(!provider.fields()[3].secret);
    QCOMPARE(provider.description().balance->currency, u"EUR"_s);
    QCOMPARE(provider.description().report->states.value(u"ok"_s), u"delivered"_s);
}

void tst_httpproviderloader::namesThePlace_data()
{
    QTest::addColumn<QByteArray>("patch"); // RFC 6902
    QTest::addColumn<QString>("expected");

    const auto set = [](const char *row, const char *pointer, const char *value, const char *expected) {
        QTest::newRow(row) << QByteArray(R"([{"op":"add","path":")") + pointer + R"(","value":)" + value + "}]"
                           << QString::fromUtf8(expected);
    };
    const auto drop = [](const char *row, const char *pointer, const char *expected) {
        QTest::newRow(row) << QByteArray(R"([{"op":"remove","path":")") + pointer + "\"}]"
                           << QString::fromUtf8(expected);
    };
    drop("no format", "/format", "/format: is missing");
    set("other format", "/format", R"("sms-http/2")", "/format: must be \"sms-http/1\"");
    drop("no title", "/title", "/title: is missing");
    set("title is a number", "/title", "7", "/title: must be text");
    set("unknown part", "/sned", "{}", "/sned: is not a member that this format has here");
    set("slash in the name", "/a~1b", "{}", "/a~1b: is not a member that this format has here");

    set("vars are a list", "/vars", "[]", "/vars: must be an object");
    set("name of a variable", "/vars/My Var", "{}", "/vars/My Var: a name is");
    set("built-in name", "/vars/ttl", "{}", "/vars/ttl: is the name of a value that every message has");
    set("variable is a number", "/vars/from", "7", "/vars/from: must be an object");
    set("unknown member of a variable", "/vars/from/hidden", "true", "/vars/from/hidden: is not a member");
    set("secret is text", "/vars/password/secret", R"("yes")", "/vars/password/secret: must be true or false");
    set("secret with default", "/vars/password/default", R"("x")",
        "/vars/password/default: a secret has no default");
    set("default is a number", "/vars/from", R"({"default":1})", "/vars/from/default: must be text");
    set("circle of one", "/vars/from", R"("{from}")", "/vars/from: the default leads back to itself");
    set("circle of two", "/vars", R"({"a":"{b}","b":"{a}","base":"x","login":{},"password":{"secret":true}})",
        "/vars/a: the default leads back to itself");
    set("default shows a secret", "/vars/from", R"("{password}")",
        "/vars/from: a default must not show the secret \"password\"");
    set("default of a message", "/vars/from", R"("{to}")", "/vars/from: \"{to}\" belongs to a message");

    drop("no send", "/send", "/send: is missing");
    drop("no method", "/send/method", "/send/method: is missing");
    set("method", "/send/method", R"("DELETE")", "/send/method: must be GET, POST or PUT");
    set("url without a scheme", "/send/url", R"("sms.example/send")", "/send/url: must begin with https://");
    set("url with a fragment", "/send/url", R"("{base}/x#y")", "/send/url: must not have a fragment");
    set("undeclared in the url", "/send/url", R"("{base}/{account}")",
        "/send/url: \"{account}\" is not declared in vars");
    set("undeclared in a leaf", "/send/json/to", R"("{phone}")",
        "/send/json/to: \"{phone}\" is not declared in vars");
    set("undeclared in depth", "/send/json/list", R"([1,{"x":["{phone}"]}])",
        "/send/json/list/1/x/0: \"{phone}\" is not declared in vars");
    set("unknown filter", "/send/json/to", R"("{to|upper}")", "/send/json/to: unknown filter \"upper\"");
    set("brace", "/send/json/to", R"("{to")", "/send/json/to: a \"{\" without its \"}\"");
    set("placeholder as a name", "/send/json/{to}", "1", "/send/json/{to}: a placeholder can be a value");
    set("json and form", "/send/form", "{}", "/send/json: a request has a form or JSON, not both");
    set("get with a body", "/send/method", R"("GET")", "/send/json: a GET has no body");
    set("branch in a query", "/send/query", R"({"a":{"b":"c"}})", "/send/query/a: must be text");
    set("null in a query", "/send/query", R"({"a":null})", "/send/query/a: must be text");
    set("query is text", "/send/query", R"("a=b")", "/send/query: must be an object");
    set("condition on an undeclared", "/send/json/x", R"({"value":"1","when":{"phone":"."}})",
        "/send/json/x/when/phone: \"phone\" is not declared in vars");
    set("condition with a bad pattern", "/send/json/x", R"({"value":"1","unless":{"from":"("}})",
        "/send/json/x/unless/from: is not a valid pattern");
    set("condition with a number", "/send/json/x", R"({"value":"1","unless":{"from":1}})",
        "/send/json/x/unless/from: must be text");
    set("condition with more", "/send/json/x", R"({"value":"1","when":{},"else":"2"})",
        "/send/json/x/else: is not a member");
    set("name of a header", "/send/headers/X Version", R"("1")", "/send/headers/X Version: cannot be the name");
    set("header that is ours", "/send/headers/Content-Length", R"("1")", "/send/headers/Content-Length: cannot be");
    set("host header", "/send/headers/host", R"("x")", "/send/headers/host: cannot be the name");
    set("header with a line feed", "/send/headers/X-Version", R"("1\r\nX-Evil: 1")",
        "/send/headers/X-Version: a header must not hold control characters");
    set("unknown kind of auth", "/send/auth", R"({"digest":["a","b"]})", "/send/auth/digest: is not a member");
    set("two kinds of auth", "/send/auth", R"({"bearer":"a","basic":["a","b"]})", "/send/auth: must name one of");
    set("no kind of auth", "/send/auth", "{}", "/send/auth: must name one of");
    set("basic with one", "/send/auth", R"({"basic":["{login}"]})", "/send/auth/basic: must be a list of two");
    set("basic as text", "/send/auth", R"({"basic":"{login}"})", "/send/auth/basic: must be a list");
    set("scheme of two words", "/send/auth", R"({"scheme":["App Key","{password}"]})",
        "/send/auth/scheme/0: must be one word");
    set("header of auth", "/send/auth", R"({"header":["X:Y","{password}"]})", "/send/auth/header/0: cannot be");
    set("undeclared in auth", "/send/auth", R"({"bearer":"{token}"})", "/send/auth/bearer: \"{token}\" is not");
    set("unknown member of send", "/send/body", "{}", "/send/body: is not a member");

    drop("no reply", "/reply", "/reply: is missing");
    drop("no sent", "/reply/sent", "/reply/sent: is missing");
    drop("no status", "/reply/sent/status", "/reply/sent/status: is missing");
    set("empty status", "/reply/sent/status", "[]", "/reply/sent/status: must not be empty");
    set("status is a number", "/reply/sent/status", "200", "/reply/sent/status: must be a list");
    set("status is text", "/reply/sent/status", R"(["200"])", "/reply/sent/status/0: must be an HTTP status");
    set("status out of range", "/reply/sent/status", "[200,600]", "/reply/sent/status/1: must be an HTTP status");
    set("huge status", "/reply/sent/status", "[18446744073709551815]", "/reply/sent/status/0: must be an HTTP");
    set("pattern of a field", "/reply/sent/fields", R"({"/a":"["})",
        "/reply/sent/fields/~1a: is not a valid pattern");
    set("pointer of a field", "/reply/sent/fields", R"({"a":"."})",
        "/reply/sent/fields/a: \"a\" is not a JSON pointer");
    set("pattern of the body", "/reply/sent/body", R"("*")", "/reply/sent/body: is not a valid pattern");
    set("parse", "/reply/parse", R"("xml")", "/reply/parse: must be json or text");
    set("id is no pointer", "/reply/id", R"("id")", "/reply/id: \"id\" is not a JSON pointer");
    set("error with a bad pattern", "/reply/error/1", R"({"re":"(?<"})",
        "/reply/error/1/re: is not a valid pattern");
    set("variable in a pointer", "/reply/id", R"("/{from}")", "/reply/id: \"{from}\" is not declared in vars");
    set("rule without a condition", "/reply/rules/0", R"({"is":"busy"})", "/reply/rules/0: needs at least one of");
    drop("rule without a verdict", "/reply/rules/0/is", "/reply/rules/0/is: is missing");
    set("unknown verdict", "/reply/rules/0/is", R"("maybe")", "/reply/rules/0/is: must be sent, recipient");
    set("codes of a rule", "/reply/rules/0/code", R"([["1"]])", "/reply/rules/0/code/0: must be text or a number");
    set("rules are an object", "/reply/rules", "{}", "/reply/rules: must be a list");

    set("message in a check", "/check/url", R"("{base}/{to}")", "/check/url: \"{to}\" belongs to a message");
    drop("check without ok", "/check/ok", "/check/ok: is missing");
    drop("check that is always good", "/check/ok/status", "/check/ok/status: is missing");
    drop("balance without an amount", "/balance/amount", "/balance/amount: is missing");
    set("amount is no pointer", "/balance/amount", R"("amount")",
        "/balance/amount: \"amount\" is not a JSON pointer");
    set("encoding of a report", "/report/encoding", R"("xml")", "/report/encoding: must be form, json or query");
    set("state of a report", "/report/states/ok", R"("fine")", "/report/states/ok: must be queued, sent");
    set("pointer of a report", "/report/id", R"("id")", "/report/id: \"id\" is not a JSON pointer");
    set("signature", "/report/signature", R"({"kind":"md5","key":"{password}"})",
        "/report/signature/kind: must be");
}

void tst_httpproviderloader::namesThePlace()
{
    QFETCH(QByteArray, patch);
    QFETCH(QString, expected);
    const ordered_json patched = sound().patch(ordered_json::parse(patch.toStdString()));
    const auto loaded = loadHttpProvider(u"test"_s, QByteArray::fromStdString(patched.dump()));
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, ErrorCode::InvalidInput);
    QVERIFY2(loaded.error().detail.startsWith(expected), qPrintable(loaded.error().detail));
}

void tst_httpproviderloader::refusesWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("nothing") << QByteArray() << u"line 1:"_s;
    QTest::newRow("line") << QByteArray("{\n\"format\": \"sms-http/1\",\n\"title\": x}\n") << u"line 3:"_s;
    QTest::newRow("cut off") << QByteArray(R"({"format":)") << u"line 1:"_s;
    QTest::newRow("two values") << QByteArray("{} {}") << u"line 1:"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"/: must be an object"_s;
    QTest::newRow("bad UTF-8") << QByteArray("{\"format\":\"\xff\"}") << u"line 1:"_s;
    QTest::newRow("UTF-16") << QByteArray("{\0}\0", 4) << u"line 1:"_s;
    QTest::newRow("twice") << QByteArray(R"({"title":"a","vars":{"x":{},"x":{}}})")
                           << u"the member \"x\" is given twice"_s;
    QTest::newRow("deep") << QByteArray(100000, '[') + QByteArray(100000, ']') << u"more than 64 levels"_s;
    QTest::newRow("deep and open") << QByteArray(100000, '[') << u"line 1:"_s;
    QTest::newRow("large") << QByteArray(300 * 1024, ' ') << u"larger than 256 KiB"_s;
}

void tst_httpproviderloader::refusesWhatIsNoJson()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const auto loaded = loadHttpProvider(u"test"_s, text);
    QVERIFY(!loaded.ok());
    QVERIFY2(loaded.error().detail.startsWith(expected), qPrintable(loaded.error().detail));
}

void tst_httpproviderloader::refusesIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("good");

    QTest::newRow("plain") << u"my-gateway_2"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("upper case") << u"Twilio"_s << false;
    QTest::newRow("path") << u"../x"_s << false;
    QTest::newRow("dash first") << u"-x"_s << false;
    QTest::newRow("long") << QString(33, u'a') << false;
    QTest::newRow("space") << u"a b"_s << false;
}

void tst_httpproviderloader::refusesIds()
{
    QFETCH(QString, id);
    QFETCH(bool, good);
    QCOMPARE(loadHttpProvider(id, QByteArray::fromStdString(sound().dump())).ok(), good);
}

QTEST_GUILESS_MAIN(tst_httpproviderloader)
#include "tst_httpproviderloader.moc"
