// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/HttpProvider.h"
#include "core/sms/ProviderRegistry.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;
using Kind = Verdict::Kind;

Q_DECLARE_METATYPE(smsauth::Verdict::Kind)

// The facts that vendors document, gateway by gateway.
class tst_presets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allAreThere();
    void everyFileIsUsed();
    void ownFilesAreLoaded();
    void requests_data();
    void requests();
    void conditionalFields_data();
    void conditionalFields();
    void replies_data();
    void replies();
    void checks_data();
    void checks();
    void simulatorAnswersItself();

private:
    const ProviderRegistry m_registry;
};

namespace {

const PhoneNumber phone = PhoneNumber::fromStored(u"+12025550101"_s);

OutgoingSms message(const QString &text = u"Code 4821"_s, const QString &reportUrl = {})
{
    return {u"abcdefgh23456723"_s, phone, text, seconds(300), reportUrl};
}

ProviderValues valuesFor(const SmsProvider &provider)
{
    ProviderValues values{{{u"login"_s, u"user"_s}, {u"from"_s, u"Acme"_s}}, {}};
    for (const ProviderField &field : provider.fields()) {
        if (field.secret)
            values.secrets.insert(field.name, Secret("key"));
        else if (field.name == u"base" && field.defaultValue.isEmpty())
            values.plain.insert(field.name, u"https://gateway.example"_s);
    }
    return values;
}

ProviderReply answered(int status, const QByteArray &body)
{
    ProviderReply reply;
    reply.status = status;
    reply.body = body;
    return reply;
}

QByteArray header(const ProviderRequest &request, const QByteArray &name)
{
    for (const auto &[key, value] : request.headers) {
        if (key == name)
            return value;
    }
    return {};
}

const QByteArray basic = "Basic " + QByteArray("user:key").toBase64();

} // namespace

void tst_presets::allAreThere()
{
    QCOMPARE(m_registry.problems(), QStringList());
    const QStringList wanted{u"twilio"_s,    u"megafon"_s,    u"smsaero"_s,      u"vonage"_s,  u"messagebird"_s,
                             u"textlocal"_s, u"plivo"_s,      u"sinch"_s,        u"infobip"_s, u"smsc"_s,
                             u"smsru"_s,     u"seven"_s,      u"telnyx"_s,       u"smsapi"_s,  u"gatewayapi"_s,
                             u"iqsms"_s,     u"clickatell"_s, u"turbosms"_s,     u"kannel"_s,  u"smsgate"_s,
                             u"http"_s,      u"sandbox"_s,    u"smsgate-local"_s};
    for (const QString &id : wanted) {
        const auto provider = m_registry.find(id);
        QVERIFY2(provider, qPrintable(id));
        QCOMPARE(provider->id(), id);
        QVERIFY(!provider->title().isEmpty());
        for (const ProviderField &field : provider->fields())
            QVERIFY2(!field.label.isEmpty() && field.label != field.name, qPrintable(id + u' ' + field.name));
    }
    QCOMPARE(m_registry.all().size(), wanted.size());
    QCOMPARE(m_registry.all().constFirst()->id(), u"sandbox"_s);
    QStringList titles;
    for (const auto &provider : m_registry.all().mid(1))
        titles.append(provider->title());
    QStringList sorted = titles;
    sorted.sort(Qt::CaseInsensitive);
    QCOMPARE(titles, sorted);
    QVERIFY(!m_registry.find(u"nobody"_s));
}

// A file that is not in the resources would be missed by nobody.
void tst_presets::everyFileIsUsed()
{
    const QDir folder(QStringLiteral(SMSAUTH_SOURCE_DIR "/resources/providers"));
    const QStringList files = folder.entryList({u"*.json"_s});
    QVERIFY(files.size() >= 22);
    for (const QString &file : files)
        QVERIFY2(m_registry.find(file.chopped(5)), qPrintable(file));
}

void tst_presets::ownFilesAreLoaded()
{
    QTemporaryDir folder;
    const auto write = [&](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QFile shipped(QStringLiteral(SMSAUTH_SOURCE_DIR "/resources/providers/http.json"));
    QVERIFY(shipped.open(QIODevice::ReadOnly));
    const QByteArray sound = shipped.readAll();
    QVERIFY(write(u"mine.json"_s, sound));
    QVERIFY(write(u"twilio.json"_s, sound)); // takes the place of the shipped one
    QVERIFY(write(u"sandbox.json"_s, sound));
    QVERIFY(write(u"Bad Name.json"_s, sound));
    QVERIFY(write(u"broken.json"_s, "{\n\"format\": 1,\n}"));
    QVERIFY(write(u"typo.json"_s, QByteArray(sound).replace("{text}", "{txt}")));
    QVERIFY(write(u"large.json"_s, QByteArray(300 * 1024, ' ')));
    QVERIFY(write(u"readme.txt"_s, "not a gateway"));

    const ProviderRegistry registry(folder.path());
    QVERIFY(registry.find(u"mine"_s));
    QCOMPARE(registry.find(u"twilio"_s)->title(), registry.find(u"http"_s)->title());
    QVERIFY(registry.find(u"sandbox"_s)->deliverLocally(message()));
    QVERIFY(!registry.find(u"broken"_s));
    QStringList problems = registry.problems();
    problems.sort();
    QCOMPARE(problems.size(), 5);
    QVERIFY2(problems[0].startsWith(u"Bad Name.json: a gateway's id is"), qPrintable(problems[0]));
    QVERIFY2(problems[1].startsWith(u"broken.json: line 3: "), qPrintable(problems[1]));
    QCOMPARE(problems[2], u"large.json: larger than 256 KiB"_s);
    QVERIFY2(problems[3].startsWith(u"sandbox.json: "), qPrintable(problems[3]));
    QCOMPARE(problems[4], u"typo.json: /send/json/text: \"{txt}\" is not declared in vars"_s);

    QCOMPARE(ProviderRegistry(folder.filePath(u"nowhere"_s)).problems(), QStringList());
}

void tst_presets::requests_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("request"); // method and URL
    QTest::addColumn<QByteArray>("auth");    // "Header: value"
    QTest::addColumn<QByteArray>("body");

    const auto row = [](const char *id, const char *request, const QByteArray &auth, const char *body) {
        QTest::newRow(id) << QString::fromLatin1(id) << QByteArray(request) << auth << QByteArray(body);
    };
    const QByteArray basicHeader = "Authorization: " + basic;
    const QByteArray bearer = "Authorization: Bearer key";
    row("twilio", "POST https://api.twilio.com/2010-04-01/Accounts/user/Messages.json", basicHeader,
        "To=%2B12025550101&Body=Code%204821&From=Acme&ValidityPeriod=300");
    row("megafon", "POST https://a2p-api.megalabs.ru/sms/v1/sms", basicHeader,
        R"({"from":"Acme","to":12025550101,"message":"Code 4821","msg_id":"abcdefgh23456723"})");
    row("smsaero", "POST https://gate.smsaero.ru/v2/sms/send", basicHeader,
        R"({"number":"12025550101","sign":"Acme","text":"Code 4821"})");
    row("vonage", "POST https://rest.nexmo.com/sms/json", {},
        "api_key=user&api_secret=key&from=Acme&to=12025550101&text=Code%204821&ttl=300000&client-ref="
        "abcdefgh23456723");
    row("messagebird", "POST https://rest.messagebird.com/messages", "Authorization: AccessKey key",
        "originator=Acme&recipients=12025550101&body=Code%204821&type=sms");
    row("textlocal", "POST https://api.textlocal.in/send", {},
        "apikey=key&sender=Acme&numbers=12025550101&message=Code%204821");
    row("plivo", "POST https://api.plivo.com/v1/Account/user/Message/", basicHeader,
        R"({"src":"Acme","dst":"12025550101","text":"Code 4821","type":"sms","message_expiry":300})");
    row("sinch", "POST https://eu.sms.api.sinch.com/xms/v1/user/batches", bearer,
        R"({"from":"Acme","to":["+12025550101"],"body":"Code 4821"})");
    row("infobip", "POST https://gateway.example/sms/3/messages", "Authorization: App key",
        R"({"messages":[{"sender":"Acme","destinations":[{"to":"12025550101","messageId":"abcdefgh23456723"}],)"
        R"("content":{"text":"Code 4821"}}]})");
    row("smsc", "POST https://smsc.ru/sys/send.php", {},
        "login=user&psw=key&phones=%2B12025550101&mes=Code%204821&sender=Acme&fmt=3&charset=utf-8");
    row("smsru", "POST https://sms.ru/sms/send", {}, "api_id=key&to=12025550101&msg=Code%204821&from=Acme&json=1");
    row("seven", "POST https://gateway.sms77.io/api/sms", "X-Api-Key: key",
        R"({"to":"+12025550101","from":"Acme","text":"Code 4821","json":1})");
    row("gatewayapi", "POST https://messaging.gatewayapi.com/mobile/single", "Authorization: Token key",
        R"({"sender":"Acme","recipient":12025550101,"message":"Code 4821","expiration":"PT300S",)"
        R"("reference":"abcdefgh23456723"})");
    row("telnyx", "POST https://api.telnyx.com/v2/messages", bearer,
        R"({"from":"Acme","to":"+12025550101","text":"Code 4821"})");
    row("smsapi", "POST https://api.smsapi.pl/sms.do", bearer,
        "from=Acme&to=%2B12025550101&message=Code%204821&format=json&encoding=utf-8");
    row("iqsms", "POST https://api.iqsms.ru/messages/v2/send.json", {},
        R"({"login":"user","password":"key","messages":[{"phone":"+12025550101","text":"Code 4821","sender":"Acme",)"
        R"("clientId":"abcdefgh23456723"}]})");
    row("clickatell", "POST https://api.clickatell.com/rest/message", bearer,
        R"({"from":"Acme","to":["+12025550101"],"text":"Code 4821"})");
    row("turbosms", "POST https://api.turbosms.ua/message/send.json", bearer,
        R"({"sms":{"sender":"Acme","recipients":["+12025550101"],"text":"Code 4821"}})");
    row("kannel",
        "GET http://127.0.0.1:13013/cgi-bin/sendsms?username=user&password=key&to=%2B12025550101&from=Acme&"
        "text=Code%204821&charset=UTF-8&validity=5",
        {}, "");
    row("smsgate", "POST https://api.sms-gate.app/3rdparty/v1/messages", basicHeader,
        R"({"id":"abcdefgh23456723","textMessage":{"text":"Code 4821"},"phoneNumbers":["+12025550101"],"ttl":300,)"
        R"("withDeliveryReport":true})");
    row("smsgate-local", "POST https://gateway.example/message", basicHeader,
        R"({"id":"abcdefgh23456723","textMessage":{"text":"Code 4821"},"phoneNumbers":["+12025550101"],"ttl":300})");
    row("http", "POST https://gateway.example/messages", bearer,
        R"({"id":"abcdefgh23456723","to":"+12025550101","from":"Acme","text":"Code 4821","ttl":300})");
}

void tst_presets::requests()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, auth);
    const auto provider = m_registry.find(id);
    const Result<ProviderRequest> request = provider->request(message(), valuesFor(*provider));
    QVERIFY2(request.ok(), qPrintable(request.ok() ? QString() : request.error().detail));
    QTEST(request->method + ' ' + request->url.toEncoded(), "request");
    QTEST(request->body, "body");
    if (auth.isEmpty())
        QVERIFY(header(*request, "Authorization").isEmpty());
    else
        QCOMPARE(header(*request, auth.first(auth.indexOf(':'))), auth.sliced(auth.indexOf(':') + 2));
}

void tst_presets::conditionalFields_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reportUrl");
    QTest::addColumn<QByteArrayList>("present");
    QTest::addColumn<QByteArrayList>("absent");

    const QString service = u"MG0123456789abcdef0123456789abcdef"_s;
    const QString report = u"https://me.example/report"_s;
    QTest::newRow("twilio number") << u"twilio"_s << u"+15005550006"_s << u"a"_s << QString()
                                   << QByteArrayList{"From=%2B15005550006"}
                                   << QByteArrayList{"MessagingServiceSid", "StatusCallback"};
    QTest::newRow("twilio service") << u"twilio"_s << service << u"a"_s << report
                                    << QByteArrayList{"MessagingServiceSid=MG01",
                                                      "StatusCallback=https%3A%2F%2Fme.example%2Freport"}
                                    << QByteArrayList{"From="};
    QTest::newRow("megafon report") << u"megafon"_s << u"Acme"_s << u"a"_s << report
                                    << QByteArrayList{R"("callback_url":"https://me.example/report")"}
                                    << QByteArrayList();
    QTest::newRow("smsaero report") << u"smsaero"_s << u"Acme"_s << u"a"_s << report
                                    << QByteArrayList{R"("callbackUrl":"https)", R"("callbackFormat":"JSON")"}
                                    << QByteArrayList();
    QTest::newRow("smsaero default signature")
        << u"smsaero"_s << QString() << u"a"_s << QString() << QByteArrayList{R"("sign":"SMS Aero")"}
        << QByteArrayList{"callbackFormat"};
    QTest::newRow("vonage unicode") << u"vonage"_s << u"Acme"_s << u"Код"_s << QString()
                                    << QByteArrayList{"type=unicode"} << QByteArrayList();
    QTest::newRow("vonage gsm") << u"vonage"_s << u"Acme"_s << u"Code €"_s << QString() << QByteArrayList()
                                << QByteArrayList{"type="};
    QTest::newRow("messagebird unicode") << u"messagebird"_s << u"Acme"_s << u"Код"_s << QString()
                                         << QByteArrayList{"datacoding=unicode"} << QByteArrayList();
    QTest::newRow("kannel unicode")
        << u"kannel"_s << QString() << u"Код"_s << report
        << QByteArrayList{"coding=2", "dlr-mask=19",
                          "dlr-url=https%3A%2F%2Fme.example%2Freport%3Fid%3Dabcdefgh23456723"
                          "%26state%3D%25d%26smsc%3D%25i"}
        << QByteArrayList{"from="};
    QTest::newRow("kannel gsm") << u"kannel"_s << u"1"_s << u"Code"_s << QString() << QByteArrayList{"from=1"}
                                << QByteArrayList{"coding=", "dlr-"};
}

void tst_presets::conditionalFields()
{
    QFETCH(QString, id);
    QFETCH(QString, from);
    QFETCH(QString, text);
    QFETCH(QString, reportUrl);
    QFETCH(QByteArrayList, present);
    QFETCH(QByteArrayList, absent);
    const auto provider = m_registry.find(id);
    ProviderValues values = valuesFor(*provider);
    values.plain.insert(u"from"_s, from);
    const Result<ProviderRequest> request = provider->request(message(text, reportUrl), values);
    QVERIFY(request.ok());
    const QByteArray all = request->url.query(QUrl::FullyEncoded).toLatin1() + request->body;
    for (const QByteArray &part : present)
        QVERIFY2(all.contains(part), (all + " has no " + part).constData());
    for (const QByteArray &part : absent)
        QVERIFY2(!all.contains(part), (all + " has " + part).constData());
}

void tst_presets::replies_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("messageId");
    QTest::addColumn<QString>("error");

    int count = 0;
    const auto row = [&](const char *id, int status, const QByteArray &body, Kind kind, const char *code,
                         const char *messageId, const char *error) {
        QTest::addRow("%s %d %d %s", id, ++count, status, code)
            << QString::fromLatin1(id) << status << body << kind << QString::fromUtf8(code)
            << QString::fromUtf8(messageId) << QString::fromUtf8(error);
    };

    // https://www.twilio.com/docs/api/errors
    row("twilio", 201, R"({"sid":"SM1","status":"queued","error_code":null,"code":null})", Kind::Sent, "", "SM1",
        "");
    row("twilio", 201, R"({"sid":"SM1","status":"accepted"})", Kind::Sent, "", "SM1", "");
    row("twilio", 201, R"({"sid":"SM1","status":"failed","error_code":30007,"error_message":"Carrier violation"})",
        Kind::Account, "30007", "SM1", "Carrier violation");
    row("twilio", 201, R"({"sid":"SM1","status":"undelivered","error_code":30005,"error_message":"Unknown"})",
        Kind::Recipient, "30005", "SM1", "Unknown");
    row("twilio", 201, "", Kind::Unknown, "", "", "HTTP status 201 without an explanation");
    const auto twilio = [&](int status, int code, Kind kind) {
        const QByteArray number = QByteArray::number(code);
        row("twilio", status,
            "{\"code\":" + number + ",\"message\":\"m\",\"more_info\":\"https://www.twilio.com/docs/errors/" +
                number + "\",\"status\":" + QByteArray::number(status) + "}",
            kind, number.constData(), "", "m");
    };
    // Where the magic numbers lead: To +15005550001, 2, 3, 4, 9, From +15005550001, 7, 8.
    twilio(400, 21211, Kind::Recipient);
    twilio(400, 21612, Kind::Recipient);
    twilio(400, 21408, Kind::Account);
    twilio(400, 21610, Kind::Recipient);
    twilio(400, 21614, Kind::Recipient);
    twilio(400, 21212, Kind::Account);
    twilio(400, 21606, Kind::Account);
    twilio(429, 21611, Kind::Busy);
    twilio(400, 21611, Kind::Busy);
    twilio(429, 20429, Kind::Busy);
    twilio(400, 30001, Kind::Busy);
    twilio(400, 30003, Kind::Busy);
    twilio(400, 30008, Kind::Busy);
    twilio(400, 21635, Kind::Recipient);
    twilio(400, 30004, Kind::Recipient);
    twilio(400, 30005, Kind::Recipient);
    twilio(400, 30006, Kind::Recipient);
    twilio(401, 20003, Kind::Account);
    twilio(400, 21608, Kind::Account);
    twilio(400, 30002, Kind::Account);
    twilio(400, 30007, Kind::Account);
    twilio(400, 21602, Kind::Request);
    twilio(400, 99999, Kind::Request);
    twilio(404, 20404, Kind::Request);
    twilio(503, 20503, Kind::Busy);

    // A refusal has the status 200 too.
    const auto megafon = [&](int code, Kind kind) {
        const QByteArray number = QByteArray::number(code);
        row("megafon", 200, R"({"result":{"msg_id":"m1","status":{"code":)" + number + R"(,"description":"d"}}})",
            kind, number.constData(), "m1", kind == Kind::Sent ? "" : "d");
    };
    megafon(0, Kind::Sent);
    megafon(20102, Kind::Sent); // our own retry
    for (int code : {11, 51, 1284})
        megafon(code, Kind::Recipient);
    for (int code : {10, 14, 15, 50, 52, 1282, 1288})
        megafon(code, Kind::Account);
    for (int code : {8, 34, 49, 1281})
        megafon(code, Kind::Busy);
    for (int code : {1, 20101})
        megafon(code, Kind::Request);
    megafon(777, Kind::Unknown);
    row("megafon", 401, "", Kind::Account, "", "", "HTTP status 401 without an explanation");
    row("megafon", 200, R"({"result":{}})", Kind::Unknown, "", "", "HTTP status 200 without an explanation");

    row("smsaero", 200, R"({"success":true,"data":{"id":1,"status":8},"message":null})", Kind::Sent, "", "1", "");
    row("smsaero", 200, R"({"success":false,"message":"Not enough money, no credits"})", Kind::Account, "", "",
        "Not enough money, no credits");
    row("smsaero", 400, R"({"success":false,"data":null,"message":"Validation error."})", Kind::Request, "", "",
        "Validation error.");
    row("smsaero", 401, R"({"success":false,"message":"Your request was made with invalid credentials."})",
        Kind::Account, "", "", "Your request was made with invalid credentials.");
    row("smsaero", 402, R"({"success":false,"reason":"balance"})", Kind::Account, "", "", "balance");

    row("vonage", 200, R"({"message-count":"1","messages":[{"status":"0","message-id":"v1"}]})", Kind::Sent, "0",
        "v1", "");
    row("vonage", 200, R"({"messages":[{"status":"1","error-text":"Throttled"}]})", Kind::Busy, "1", "",
        "Throttled");
    row("vonage", 200, R"({"messages":[{"status":"9","error-text":"Quota"}]})", Kind::Account, "9", "", "Quota");
    row("vonage", 200, R"({"messages":[{"status":"6","error-text":"Unroutable"}]})", Kind::Recipient, "6", "",
        "Unroutable");
    row("vonage", 200, R"({"messages":[{"status":"2","error-text":"Missing"}]})", Kind::Request, "2", "",
        "Missing");
    row("messagebird", 201, R"({"id":"mb","recipients":{"totalSentCount":1}})", Kind::Sent, "", "mb", "");
    row("messagebird", 422, R"({"errors":[{"code":9,"description":"no recipients"}]})", Kind::Request, "9", "",
        "no recipients");
    row("textlocal", 200, R"({"status":"success","messages":[{"id":5}]})", Kind::Sent, "", "5", "");
    row("textlocal", 200, R"({"status":"failure","errors":[{"code":80,"message":"Invalid template"}]})",
        Kind::Request, "80", "", "Invalid template");
    row("plivo", 202, R"({"message_uuid":["p1"]})", Kind::Sent, "", "p1", "");
    row("plivo", 400, R"({"error":"bad src"})", Kind::Request, "", "", "bad src");
    row("sinch", 201, R"({"id":"s1"})", Kind::Sent, "", "s1", "");
    row("sinch", 403, R"({"code":"unauthorized","text":"No access"})", Kind::Account, "unauthorized", "",
        "No access");
    row("infobip", 200,
        R"({"messages":[{"messageId":"i","status":{"groupName":"PENDING","name":"PENDING_ACCEPTED"}}]})",
        Kind::Sent, "PENDING_ACCEPTED", "i", "");
    row("infobip", 200,
        R"({"messages":[{"messageId":"i","status":{"groupName":"REJECTED","name":"REJECTED_NETWORK","description":"No net"}}]})",
        Kind::Unknown, "REJECTED_NETWORK", "i", "No net");
    row("infobip", 401, R"({"requestError":{"serviceException":{"text":"Invalid login details"}}})", Kind::Account,
        "", "", "Invalid login details");
    row("smsc", 200, R"({"id":3,"cnt":1})", Kind::Sent, "", "3", "");
    row("smsc", 200, R"({"error":"duplicate request","error_code":9})", Kind::Busy, "9", "", "duplicate request");
    row("smsc", 200, R"({"error":"authorise error","error_code":2})", Kind::Account, "2", "", "authorise error");
    row("smsc", 200, R"({"error":"invalid number","error_code":7})", Kind::Recipient, "7", "", "invalid number");
    row("smsru", 200, R"({"status_code":100,"sms":{"12025550101":{"status_code":100,"sms_id":"r-1"}}})", Kind::Sent,
        "100", "r-1", "");
    row("smsru", 200, R"({"status_code":100,"sms":{"12025550101":{"status_code":207,"status_text":"No route"}}})",
        Kind::Recipient, "207", "", "No route");
    row("smsru", 200, R"({"status_code":100,"sms":{"19999999999":{"status_code":100,"sms_id":"r-1"}}})",
        Kind::Unknown, "100", "", "HTTP status 200 without an explanation"); // somebody else's number
    row("smsru", 200, R"({"status_code":300,"status_text":"Bad token"})", Kind::Account, "300", "", "Bad token");
    row("smsru", 200, R"({"status_code":220,"status_text":"Unavailable"})", Kind::Busy, "220", "", "Unavailable");
    row("seven", 200, R"({"success":"100","messages":[{"id":"7"}]})", Kind::Sent, "100", "7", "");
    row("seven", 200, R"({"success":"900","messages":[]})", Kind::Account, "900", "",
        "HTTP status 200 without an explanation");
    row("gatewayapi", 202, R"({"msg_id":"g1"})", Kind::Sent, "", "g1", "");
    row("gatewayapi", 422, R"({"detail":"bad recipient"})", Kind::Request, "", "", "bad recipient");
    row("telnyx", 200, R"({"data":{"id":"t1"}})", Kind::Sent, "", "t1", "");
    row("telnyx", 422, R"({"errors":[{"code":"40310","detail":"Invalid to"}]})", Kind::Request, "40310", "",
        "Invalid to");
    row("smsapi", 200, R"({"count":1,"list":[{"id":"a1"}]})", Kind::Sent, "", "a1", "");
    row("smsapi", 200, R"({"error":101,"message":"Authorization failed"})", Kind::Unknown, "101", "",
        "Authorization failed");
    row("iqsms", 200, R"({"status":"ok","messages":[{"status":"accepted","smscId":11}]})", Kind::Sent, "accepted",
        "11", "");
    row("iqsms", 200, R"({"messages":[{"status":"not enough balance"}]})", Kind::Unknown, "not enough balance", "",
        "not enough balance");
    row("clickatell", 202, R"({"data":{"message":[{"apiMessageId":"c1"}]}})", Kind::Sent, "", "c1", "");
    row("turbosms", 200, R"({"response_code":0,"response_result":[{"message_id":"u1"}]})", Kind::Sent, "0", "u1",
        "");
    row("turbosms", 200, R"({"response_code":103,"response_status":"REQUIRED_TOKEN"})", Kind::Unknown, "103", "",
        "REQUIRED_TOKEN");

    row("kannel", 202, "0: Accepted for delivery", Kind::Sent, "", "", "");
    row("kannel", 202, "3: Queued for later delivery", Kind::Sent, "", "", "");
    row("kannel", 403, "Authorization failed for sendsms", Kind::Account, "", "",
        "Authorization failed for sendsms");
    row("kannel", 400, "Number(s) has/have been denied by white- and/or black-lists.", Kind::Recipient, "", "",
        "Number(s) has/have been denied by white- and/or black-lists.");
    row("kannel", 400, "Empty receiver number not allowed, rejected", Kind::Recipient, "", "",
        "Empty receiver number not allowed, rejected");
    row("kannel", 400, "Sender missing", Kind::Request, "", "", "Sender missing");
    row("kannel", 503, "Temporal failure, try again later.", Kind::Busy, "", "",
        "Temporal failure, try again later.");

    for (const char *id : {"smsgate", "smsgate-local"}) {
        row(id, 202, R"({"id":"abcdefgh23456723","state":"Pending"})", Kind::Sent, "", "abcdefgh23456723", "");
        row(id, 409, R"({"message":"id exists"})", Kind::Sent, "", "", "");
        row(id, 401, R"({"message":"Unauthorized"})", Kind::Account, "", "", "Unauthorized");
        row(id, 503, "", Kind::Busy, "", "", "HTTP status 503 without an explanation");
    }
    row("http", 202, R"({"id":"h1"})", Kind::Sent, "", "h1", "");
    row("http", 409, R"({"id":"h1"})", Kind::Sent, "", "h1", "");
    row("http", 404, R"({"message":"no such path"})", Kind::Request, "", "", "no such path");
    row("http", 400, R"({"error":{"code":"E1","message":"bad"}})", Kind::Request, "E1", "", "bad");
    row("http", 400, R"({"error":"bad"})", Kind::Request, "", "", "bad");
}

void tst_presets::replies()
{
    QFETCH(QString, id);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Verdict verdict = m_registry.find(id)->verdict(message(), answered(status, body));
    QTEST(verdict.kind, "kind");
    QTEST(verdict.code, "code");
    QTEST(verdict.messageId, "messageId");
    QTEST(verdict.error, "error");
}

void tst_presets::checks_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<int>("badStatus");
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QString>("words");

    QTest::newRow("twilio") << u"twilio"_s
                            << QByteArray("GET https://api.twilio.com/2010-04-01/Accounts/user.json ")
                            << QByteArray(R"({"status":"active"})") << 200
                            << QByteArray(R"({"status":"suspended","message":"suspended"})") << u"suspended"_s;
    QTest::newRow("twilio test credentials")
        << u"twilio"_s << QByteArray("GET https://api.twilio.com/2010-04-01/Accounts/user.json ")
        << QByteArray(R"({"status":"active"})") << 403
        << QByteArray(R"({"code":20008,"message":"Resource not accessible with Test Account Credentials"})")
        << u"Resource not accessible with Test Account Credentials"_s;
    QTest::newRow("smsaero") << u"smsaero"_s << QByteArray("POST https://gate.smsaero.ru/v2/auth {}")
                             << QByteArray(R"({"success":true})") << 401 << QByteArray(R"({"success":false})")
                             << u"HTTP status 401 without an explanation"_s;
    QTest::newRow("smsc") << u"smsc"_s
                          << QByteArray("POST https://smsc.ru/sys/balance.php login=user&psw=key&fmt=3")
                          << QByteArray(R"({"balance":"1.00"})") << 200
                          << QByteArray(R"({"error":"authorise error","error_code":2})") << u"authorise error"_s;
    QTest::newRow("smsru") << u"smsru"_s << QByteArray("GET https://sms.ru/auth/check?api_id=key&json=1 ")
                           << QByteArray(R"({"status_code":100})") << 200
                           << QByteArray(R"({"status_code":200,"status_text":"Bad api_id"})") << u"Bad api_id"_s;
    QTest::newRow("smsgate") << u"smsgate"_s << QByteArray("GET https://api.sms-gate.app/3rdparty/v1/devices ")
                             << QByteArray("[]") << 401 << QByteArray(R"({"message":"Unauthorized"})")
                             << u"Unauthorized"_s;
}

void tst_presets::checks()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, good);
    QFETCH(int, badStatus);
    QFETCH(QByteArray, bad);
    const auto provider = m_registry.find(id);
    QVERIFY(provider->canCheck());
    const auto request = provider->checkRequest(valuesFor(*provider));
    QVERIFY(request && request->ok());
    const ProviderRequest &built = request->value();
    QTEST(built.method + ' ' + built.url.toEncoded() + ' ' + built.body, "request");
    QCOMPARE(provider->checkVerdict(answered(200, good)), QString());
    QTEST(provider->checkVerdict(answered(badStatus, bad)), "words");
}

void tst_presets::simulatorAnswersItself()
{
    const auto simulator = m_registry.find(u"sandbox"_s);
    const auto verdict = simulator->deliverLocally(message());
    QVERIFY(verdict);
    QCOMPARE(verdict->kind, Kind::Delivered);
    QVERIFY(!verdict->messageId.isEmpty());
    QVERIFY(simulator->fields().isEmpty());
    QVERIFY(!simulator->canCheck());
    QCOMPARE(simulator->request(message(), {}).error().code, ErrorCode::NotAllowed);
    QVERIFY(!m_registry.find(u"twilio"_s)->deliverLocally(message()));
}

QTEST_GUILESS_MAIN(tst_presets)
#include "tst_presets.moc"
