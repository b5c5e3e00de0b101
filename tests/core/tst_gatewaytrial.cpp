// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/GatewayForm.h"
#include "core/sms/GatewayTrial.h"
#include "core/sms/HttpProviderLoader.h"
#include "core/sms/ProviderRegistry.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

QByteArray shipped(const QString &id)
{
    QFile file(u":/smsauth/providers/"_s + id + u".json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject objectOf(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

/// Trying a description of a gateway before it is used: its places, its request, its replies, its form.
class tst_GatewayTrial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsPlaces_data();
    void findsPlaces();
    void saysWhereAMistakeIs_data();
    void saysWhereAMistakeIs();

    void previewsTheRequestWithoutSecrets();
    void previewsHeadersFormsAndQueries();
    void previewsCheckAndBalance();
    void previewShowsWhatIsTyped();
    void previewSaysWhyThereIsNone();

    void readsReplies_data();
    void readsReplies();
    void saysWhatAReplyLacks();

    void everyShippedFormIsFaithful_data();
    void everyShippedFormIsFaithful();
    void aFormChangesOnlyWhatItSays();
    void aFormBuildsAWholeDescription();
    void aFormSaysWhatIsNoJson();
    void aNewDescriptionIsValid();

    void theRegistryKnowsWhoseAFileIs();
    void theRegistryNoticesChanges();
};

void tst_GatewayTrial::findsPlaces_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<TextPlace>("place");
    QTest::newRow("root") << u"/"_s << TextPlace{1, 1};
    QTest::newRow("member") << u"/a"_s << TextPlace{2, 3};
    QTest::newRow("item") << u"/a/1"_s << TextPlace{2, 13};
    QTest::newRow("after a text with brackets") << u"/b/x~1y"_s << TextPlace{3, 22};
    QTest::newRow("after umlauts") << u"/c/d"_s << TextPlace{4, 17};
    QTest::newRow("missing ends at its parent") << u"/c/none"_s << TextPlace{4, 3};
    QTest::newRow("missing at the root") << u"/none"_s << TextPlace{1, 1};
}

void tst_GatewayTrial::findsPlaces()
{
    QFETCH(QString, pointer);
    QFETCH(TextPlace, place);
    const QByteArray json = "{\n"
                            "  \"a\": [10, {\"k\": 1}],\n"
                            "  \"b\": {\"t\": \"]}\\\"\", \"x/y\": null},\n"
                            "  \"c\": {\"ä\": 1, \"d\": true}\n"
                            "}";
    const TextPlace found = findJsonPlace(json, pointer);
    QCOMPARE(found.line, place.line);
    QCOMPARE(found.column, place.column);
}

void tst_GatewayTrial::saysWhereAMistakeIs_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<int>("line");
    QTest::newRow("undeclared") << QByteArray("{base}/send") << QByteArray("{bas}/send") << u"/send/url"_s << 19;
    QTest::newRow("method") << QByteArray("POST") << QByteArray("PATCH") << u"/send/method"_s << 18;
    QTest::newRow("missing") << QByteArray("\"title\"") << QByteArray("\"note\"") << u"/title"_s << 1;
    QTest::newRow("no JSON") << QByteArray("\"sent\": {") << QByteArray("\"sent\": {{") << QString() << 30;
}

void tst_GatewayTrial::saysWhereAMistakeIs()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, pointer);
    QFETCH(int, line);
    QByteArray text = newGatewayText(u"Mine"_s);
    QVERIFY(checkGatewayText(text).isNone());
    QVERIFY(text.contains(from));
    text.replace(from, to);
    const GatewayProblem problem = checkGatewayText(text);
    QVERIFY(!problem.what.isEmpty());
    QCOMPARE(problem.pointer, pointer);
    QCOMPARE(problem.place.line, line);
    // Preview and reply say the same.
    QCOMPARE(previewGatewayRequest(text, {}).problem.what, problem.what);
    QCOMPARE(readGatewayReply(text, {}).problem.place.line, line);
}

void tst_GatewayTrial::previewsTheRequestWithoutSecrets()
{
    const GatewayPreview preview = previewGatewayRequest(
        shipped(u"megafon"_s),
        {.id = u"megafon"_s, .to = {}, .text = u"Code 4821"_s, .plain = {{u"login"_s, u"ann"_s}}, .request = {}});
    QVERIFY(preview.problem.isNone());
    QCOMPARE(preview.trouble, QString());
    QCOMPARE(preview.requestLine, u"POST https://a2p-api.megalabs.ru/sms/v1/sms"_s);
    QVERIFY(preview.headers.contains(u"Authorization: Basic base64(ann:••••)"_s));
    QVERIFY(preview.headers.contains(u"Content-Type: application/json"_s));
    QCOMPARE(preview.body,
             u"{\"from\":\"my-from\",\"to\":12025550101,\"message\":\"Code 4821\",\"msg_id\":\"t482190675312\"}"_s);
    QCOMPARE(preview.standIns, QStringList(u"from"_s));
    QVERIFY(!preview.canCheck);
}

void tst_GatewayTrial::previewsHeadersFormsAndQueries()
{
    const GatewayPreview form = previewGatewayRequest(shipped(u"smsru"_s), {});
    QVERIFY2(form.body.startsWith(u"api_id=••••&to=12025550101&msg="), qPrintable(form.body));
    const GatewayPreview query = previewGatewayRequest(shipped(u"kannel"_s), {});
    QVERIFY2(query.requestLine.contains(u"password=••••"), qPrintable(query.requestLine));
    const GatewayPreview header = previewGatewayRequest(shipped(u"clickatell"_s), {});
    QVERIFY2(header.headers.filter(u"••••"_s).size() == 1, qPrintable(header.headers.join(u'\n')));
}

void tst_GatewayTrial::previewsCheckAndBalance()
{
    GatewaySample sample;
    sample.plain = {{u"login"_s, u"AC1"_s}};
    sample.request = GatewaySample::Request::Balance;
    const GatewayPreview balance = previewGatewayRequest(shipped(u"twilio"_s), sample);
    QCOMPARE(balance.requestLine, u"GET https://api.twilio.com/2010-04-01/Accounts/AC1/Balance.json"_s);
    QVERIFY(balance.canCheck && balance.hasBalance);
    sample.request = GatewaySample::Request::Check;
    QVERIFY(previewGatewayRequest(shipped(u"twilio"_s), sample).requestLine.endsWith(u"/AC1.json"));
    QCOMPARE(previewGatewayRequest(shipped(u"megafon"_s), sample).requestLine, QString());
}

void tst_GatewayTrial::previewShowsWhatIsTyped()
{
    QByteArray text = newGatewayText(u"Mine"_s);
    QVERIFY(previewGatewayRequest(text, {}).requestLine.endsWith(u"sms.example.com/send"));
    text.replace("{base}/send", "{base}/v2/messages/{to}");
    QCOMPARE(previewGatewayRequest(text, {}).requestLine,
             u"POST https://sms.example.com/v2/messages/%2B12025550101"_s);
}

void tst_GatewayTrial::previewSaysWhyThereIsNone()
{
    GatewaySample sample;
    sample.plain = {{u"base"_s, u"ftp://sms.example.com"_s}};
    const GatewayPreview preview = previewGatewayRequest(newGatewayText(u"Mine"_s), sample);
    QVERIFY(preview.problem.isNone());
    QVERIFY(preview.trouble.contains(u"must begin with https://"));
    QCOMPARE(preview.requestLine, QString());
}

void tst_GatewayTrial::readsReplies_data()
{
    using Kind = Verdict::Kind;
    using Ground = ReplyReading::Ground;
    QTest::addColumn<QString>("gateway");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("ground");
    QTest::addColumn<int>("rule");
    const auto row = [](const char *name, const QString &gateway, int status, const QString &body, Kind kind,
                        Ground ground, int rule) {
        QTest::newRow(name) << gateway << status << body << int(kind) << int(ground) << rule;
    };
    row("sent", u"megafon"_s, 200, uR"({"result":{"msg_id":"7","status":{"code":0,"description":"ok"}}})"_s,
        Kind::Sent, Ground::SentRule, 0);
    row("200 and yet refused", u"megafon"_s, 200,
        uR"({"result":{"msg_id":"7","status":{"code":11,"description":"no such number"}}})"_s, Kind::Recipient,
        Ground::Rule, 3);
    row("repeated", u"megafon"_s, 200, uR"({"result":{"status":{"code":20102}}})"_s, Kind::Sent, Ground::Rule, 2);
    row("usual", u"twilio"_s, 500, u"oops"_s, Kind::Busy, Ground::Usual, 0);
    row("text", u"kannel"_s, 202, u"0: Accepted for delivery"_s, Kind::Sent, Ground::SentRule, 0);
    row("text rule", u"kannel"_s, 403, u"Authorization failed"_s, Kind::Account, Ground::Rule, 1);
    row("by number", u"smsru"_s, 200,
        uR"({"status_code":100,"sms":{"12025550101":{"status_code":100,"sms_id":"x"}}})"_s, Kind::Sent,
        Ground::SentRule, 0);
}

void tst_GatewayTrial::readsReplies()
{
    QFETCH(QString, gateway);
    QFETCH(int, status);
    QFETCH(QString, body);
    QFETCH(int, kind);
    QFETCH(int, ground);
    QFETCH(int, rule);
    const ReplyReading reading =
        readGatewayReply(shipped(gateway), {.status = status, .headers = {}, .body = body, .to = {}});
    QVERIFY(reading.problem.isNone());
    QCOMPARE(int(reading.verdict.kind), kind);
    QCOMPARE(int(reading.ground), ground);
    QCOMPARE(reading.rule, rule);
    QCOMPARE(reading.unmet.isEmpty(), reading.ground == ReplyReading::Ground::SentRule);
}

void tst_GatewayTrial::saysWhatAReplyLacks()
{
    using What = ReplyReading::Unmet::What;
    const ReplyReading busy = readGatewayReply(
        shipped(u"twilio"_s),
        {.status = 429, .headers = u"Retry-After: 17\nX: y"_s, .body = uR"({"code":20429})"_s, .to = {}});
    QCOMPARE(busy.verdict.retryAfter, seconds(17));
    QCOMPARE(busy.verdict.code, u"20429"_s);
    QCOMPARE(busy.unmet.size(), 2);
    QCOMPARE(busy.unmet[0].what, What::Status);
    QCOMPARE(busy.unmet[0].wanted, u"200, 201"_s);
    QCOMPARE(busy.unmet[0].found, u"429"_s);
    QCOMPARE(busy.unmet[1].what, What::Field);
    QCOMPARE(busy.unmet[1].place, u"/status"_s);
    QVERIFY(busy.unmet[1].found.isEmpty());
    const ReplyReading there = readGatewayReply(
        shipped(u"smsapi"_s), {.status = 200, .headers = {}, .body = uR"({"error":13})"_s, .to = {}});
    QCOMPARE(there.unmet.size(), 1);
    QCOMPARE(there.unmet[0].what, What::NoField);
    QCOMPARE(there.unmet[0].found, u"13"_s);
    QVERIFY(there.isJson);
    const ReplyReading text =
        readGatewayReply(shipped(u"kannel"_s), {.status = 202, .headers = {}, .body = u"no"_s, .to = {}});
    QCOMPARE(text.unmet.size(), 1);
    QCOMPARE(text.unmet[0].what, What::Body);
}

void tst_GatewayTrial::everyShippedFormIsFaithful_data()
{
    QTest::addColumn<QString>("id");
    const QStringList files = QDir(u":/smsauth/providers"_s).entryList({u"*.json"_s});
    QVERIFY(files.size() >= 20);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(5);
}

void tst_GatewayTrial::everyShippedFormIsFaithful()
{
    QFETCH(QString, id);
    const QByteArray text = shipped(id);
    const Result<GatewayForm> form = readGatewayForm(text);
    QVERIFY(form.ok());
    const Result<QByteArray> same = writeGatewayForm(*form, text);
    QVERIFY(same.ok());
    QCOMPARE(*same, text);
    // From nothing, what the form knows is there again, and is a gateway that asks the same.
    const Result<QByteArray> anew = writeGatewayForm(*form, {});
    QVERIFY2(anew.ok(), qPrintable(anew.ok() ? QString() : anew.error().detail));
    const Result<GatewayForm> again = readGatewayForm(*anew);
    QVERIFY(again.ok());
    QVERIFY(*again == *form);
    const GatewayPreview wanted = previewGatewayRequest(text, {});
    const GatewayPreview got = previewGatewayRequest(*anew, {});
    QVERIFY2(got.problem.isNone(), qPrintable(got.problem.pointer + got.problem.what));
    QCOMPARE(got.requestLine, wanted.requestLine);
    QCOMPARE(got.headers, wanted.headers);
    QCOMPARE(got.body, wanted.body);
}

void tst_GatewayTrial::aFormChangesOnlyWhatItSays()
{
    const QByteArray text = shipped(u"twilio"_s);
    GatewayForm form = *readGatewayForm(text);
    form.title = u"My Twilio"_s;
    form.rules[0].code += u", 99"_s;
    form.checkOk.status = u"200, 203"_s;
    const QJsonObject before = objectOf(text);
    const QJsonObject after = objectOf(*writeGatewayForm(form, text));
    QCOMPARE(after.value(u"title").toString(), u"My Twilio"_s);
    for (const QString &key : {u"vars"_s, u"send"_s, u"balance"_s, u"report"_s})
        QCOMPARE(after.value(key), before.value(key));
    QCOMPARE(after.value(u"check")[u"note"], before.value(u"check")[u"note"]); // no field shows it
    QCOMPARE(after.value(u"check")[u"ok"][u"status"][1].toInt(), 203);
    QCOMPARE(after.value(u"reply")[u"rules"][1], before.value(u"reply")[u"rules"][1]);
    QCOMPARE(after.value(u"reply")[u"rules"][0][u"code"][7].toString(), u"99"_s);

    form.hasBalance = false;
    QVERIFY(!objectOf(*writeGatewayForm(form, text)).contains(u"balance"_s));
    form.send.auth = GatewayForm::Request::Auth::Header;
    form.send.authFirst = u"X-Key"_s;
    form.send.authSecret = u"{password}"_s;
    const QByteArray changed = *writeGatewayForm(form, text);
    QVERIFY(checkGatewayText(changed).isNone());
    QVERIFY(previewGatewayRequest(changed, {}).headers.contains(u"X-Key: ••••"_s));
}

void tst_GatewayTrial::aFormBuildsAWholeDescription()
{
    GatewayForm form;
    form.title = u"Mine"_s;
    form.variables = {{u"key"_s, u"Key"_s, {}, true}, {u"base"_s, {}, u"https://sms.example.com"_s, false}};
    form.send.url = u"{base}/send"_s;
    form.send.auth = GatewayForm::Request::Auth::Scheme;
    form.send.authFirst = u"Token"_s;
    form.send.authSecret = u"{key}"_s;
    form.send.query = {{u"v"_s, u"2"_s}};
    form.send.headers = {{u"X-Id"_s, u"{id}"_s}};
    form.send.body = GatewayForm::Request::Body::Form;
    form.send.form = {{u"to"_s, u"{to}"_s}, {u"u"_s, uR"({"value":"1","when":{"alphabet":"ucs2"}})"_s}};
    form.sent = {u"200"_s, {{u"/ok"_s, u"^true$"_s}, {u"/error"_s, {}}}, {}};
    form.messageId = uR"(["/id","/data/id"])"_s;
    form.rules = {{u"409"_s, {}, {}, u"sent"_s, {}}};
    form.hasCheck = true;
    form.check.method = u"GET"_s;
    form.check.url = u"{base}/me"_s;
    form.checkOk.status = u"200"_s;
    form.hasBalance = true;
    form.balance.method = u"GET"_s;
    form.balance.url = u"{base}/balance"_s;
    form.amount = u"/amount"_s;
    form.currency = u"EUR"_s;
    const Result<QByteArray> text = writeGatewayForm(form, {});
    QVERIFY(text.ok());
    const GatewayProblem problem = checkGatewayText(*text);
    QVERIFY2(problem.isNone(), qPrintable(problem.pointer + problem.what));
    const GatewayPreview preview = previewGatewayRequest(*text, {});
    QCOMPARE(preview.requestLine, u"POST https://sms.example.com/send?v=2"_s);
    QVERIFY(preview.headers.contains(u"Authorization: Token ••••"_s));
    QCOMPARE(preview.body, u"to=%2B12025550101"_s);
    QCOMPARE(readGatewayReply(*text,
                              {.status = 200, .headers = {}, .body = uR"({"ok":true,"data":{"id":5}})"_s, .to = {}})
                 .verdict.messageId,
             u"5"_s);
    QCOMPARE(readGatewayReply(*text, {.status = 409, .headers = {}, .body = {}, .to = {}}).verdict.kind,
             Verdict::Kind::Sent);
    QVERIFY(*readGatewayForm(*text) == form);
}

void tst_GatewayTrial::aFormSaysWhatIsNoJson()
{
    const QByteArray text = newGatewayText(u"Mine"_s);
    GatewayForm form = *readGatewayForm(text);
    form.send.json = u"{\n  \"to\": \n}"_s;
    const Result<QByteArray> written = writeGatewayForm(form, text);
    QVERIFY(!written);
    QVERIFY2(written.error().detail.startsWith(u"/send/json: line 3"), qPrintable(written.error().detail));
    QVERIFY(!readGatewayForm("[1]"));
    QVERIFY(!readGatewayForm("{"));
    QVERIFY(readGatewayForm(R"({"send": 5, "reply": [], "vars": "x"})").ok()); // what is wrong is no reason to fail
}

void tst_GatewayTrial::aNewDescriptionIsValid()
{
    const QByteArray text = newGatewayText(u"A \"new\" one"_s);
    QVERIFY(loadHttpProvider(u"new"_s, text).ok());
    QCOMPARE(readGatewayForm(text)->title, u"A \"new\" one"_s);
}

void tst_GatewayTrial::theRegistryKnowsWhoseAFileIs()
{
    QTemporaryDir folder;
    const auto write = [&](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    };
    write(u"mine.json"_s, newGatewayText(u"Mine"_s));
    write(u"bad.json"_s, newGatewayText(u"Bad"_s).replace("{base}", "{bsae}"));
    write(u"twilio.json"_s, "{");
    const ProviderRegistry registry(folder.path());
    QVERIFY(registry.isOwn(u"mine"_s) && registry.isOwn(u"bad"_s) && registry.isOwn(u"twilio"_s));
    QVERIFY(!registry.isOwn(u"megafon"_s));
    QVERIFY(ProviderRegistry::isShipped(u"megafon"_s) && ProviderRegistry::isShipped(u"sandbox"_s));
    QVERIFY(!ProviderRegistry::isShipped(u"mine"_s));
    QVERIFY(registry.find(u"mine"_s) && registry.find(u"twilio"_s) && !registry.find(u"bad"_s));
    QCOMPARE(registry.broken().size(), 2);
    QCOMPARE(registry.broken().first().id, u"bad"_s);
    QCOMPARE(registry.text(u"twilio"_s).value(), QByteArray("{"));
    QCOMPARE(registry.text(u"megafon"_s).value(), shipped(u"megafon"_s));
    QCOMPARE(registry.text(u"sandbox"_s).error().code, ErrorCode::NotFound);
    QCOMPARE(registry.text(u"../twilio"_s).error().code, ErrorCode::NotFound);
}

void tst_GatewayTrial::theRegistryNoticesChanges()
{
    QTemporaryDir folder;
    const ProviderRegistry empty(folder.path());
    QVERIFY(!empty.isOutdated());
    QFile file(folder.filePath(u"mine.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(newGatewayText(u"Mine"_s));
    file.close();
    QVERIFY(empty.isOutdated());
    const ProviderRegistry full(folder.path());
    QVERIFY(!full.isOutdated());
    QVERIFY(file.remove());
    QVERIFY(full.isOutdated());
    QVERIFY(!ProviderRegistry().isOutdated());
}

QTEST_GUILESS_MAIN(tst_GatewayTrial)
#include "tst_gatewaytrial.moc"
