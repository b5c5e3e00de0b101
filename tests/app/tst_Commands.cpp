// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/Commands.h"
#include "tests/support/FakeAdmin.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

const PhoneNumber phone = PhoneNumber::fromStored(u"+12025550101"_s);

QJsonObject object(const char *text)
{
    return QJsonDocument::fromJson(QByteArray(text)).object();
}

Result<QJsonObject> runNow(Admin &admin, const QString &name, const QJsonObject &arguments = {})
{
    Commands commands(admin);
    const auto answer = commands.run(name, arguments);
    if (!QTest::qWaitFor([&] { return answer.isFinished(); }))
        return {ErrorCode::TimedOut, u"the command did not end"_s};
    return answer.result();
}

QStringList keys(const QJsonValue &value)
{
    return value.toObject().keys();
}

} // namespace

class tst_Commands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesBadArguments_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonObject>("arguments");
        QTest::addColumn<int>("code");
        const auto row = [](const char *title, const QString &name, const char *arguments,
                            ErrorCode code = ErrorCode::InvalidInput) {
            QTest::newRow(title) << name << object(arguments) << int(code);
        };
        row("unknown command", u"codes.delete"_s, "{}");
        row("unknown argument", u"users.list"_s, R"({"colour":"red"})");
        row("limit 0", u"users.list"_s, R"({"limit":0})");
        row("limit too high", u"log"_s, R"({"limit":1001})");
        row("limit with a fraction", u"log"_s, R"({"limit":1.5})");
        row("limit no number", u"log"_s, R"({"limit":"ten"})");
        row("limit with a space", u"log"_s, R"({"limit":[10]})");
        row("before 0", u"log"_s, R"({"before":0})");
        row("unknown state", u"log"_s, R"({"state":"lost"})");
        row("filter, unknown state", u"log"_s, R"({"filter":"status:lost"})");
        row("filter, begun", u"log"_s, R"({"filter":"status:"})");
        row("filter and state", u"log"_s, R"({"filter":"x","state":"sent"})");
        row("flag as text", u"clear-expired"_s, R"({"dry_run":"yes"})");
        row("phone invalid", u"codes.wait"_s, R"({"phone":"+1"})", ErrorCode::InvalidPhone);
        row("phone as number", u"codes.wait"_s, R"({"phone":12025550101})");
        row("phone missing", u"codes.wait"_s, "{}");
        row("phone empty", u"codes.wait"_s, R"({"phone":""})", ErrorCode::InvalidPhone);
        row("timeout too long", u"codes.wait"_s, R"({"phone":"+12025550101","timeout":121})");
        row("timeout negative", u"codes.wait"_s, R"({"phone":"+12025550101","timeout":-1})");
        row("receiver missing", u"send-test"_s, "{}");
        row("secret without name", u"secret.set"_s, R"({"value":"x"})");
        row("secret without value", u"secret.set"_s, R"({"name":"twilio.password"})");
        row("secret with an empty value", u"secret.set"_s, R"({"name":"twilio.password","value":""})");
        row("secret with a path", u"secret.set"_s, R"({"name":"../etc/passwd","value":"x"})");
        row("secret with a line break", u"secret.set"_s, "{\"name\":\"twilio\\n\",\"value\":\"x\"}");
        row("the sealing key", u"secret.delete"_s, R"({"name":"sealing_key"})");
        row("a setting's name", u"secret.set"_s, R"({"name":"SMS_AUTH_PROVIDER_PASSWORD","value":"x"})");
        row("no file", u"backup"_s, "{}");
        row("a relative file", u"backup"_s, R"({"file":"copy.db"})");
        row("a relative file to restore", u"restore"_s, R"({"file":"../copy.db"})");
        row("rebuild as text", u"compact"_s, R"({"rebuild":"yes"})");
        row("nothing to import", u"settings.import"_s, "{}");
        row("fault for nobody", u"faults.set"_s, R"({"outcome":"locked"})");
        row("unknown outcome", u"faults.set"_s, R"({"phone":"+12025550101","outcome":"explodes"})");
        row("fault for no number", u"faults.set"_s, R"({"phone":"+1","outcome":"locked"})");
        row("local end of a fault", u"faults.set"_s,
            R"({"phone":"+12025550101","outcome":"locked","until":"2030-01-01T00:00:00"})");
        row("fault with an unknown argument", u"faults.set"_s, R"({"phone":"+12025550101","limits":false})");
        row("a noted row without its seal", u"audit.verify"_s, R"({"noted":"7"})");
        row("a noted row with half a seal", u"audit.verify"_s, R"({"noted":"7:abcd"})");
        row("an unknown argument of a verify", u"audit.verify"_s, R"({"limit":5})");
        row("too many rows of the trail", u"audit.list"_s, R"({"limit":1001})");
        row("clear of no number", u"faults.clear"_s, R"({"phone":"+1"})", ErrorCode::InvalidPhone);
    }
    void refusesBadArguments()
    {
        QFETCH(QString, name);
        QFETCH(QJsonObject, arguments);
        QFETCH(int, code);
        FakeAdmin admin;
        const Result<QJsonObject> answer = runNow(admin, name, arguments);
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, ErrorCode(code));
        QVERIFY(!answer.error().detail.isEmpty());
        QVERIFY2(!answer.error().detail.contains(u'\n'), "an error is one line");
        for (const FakeAdmin::Call &call : admin.calls)
            QCOMPARE(call.name, u"settings"_s); // asked for the region at most
    }

    void passesErrorsOn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("call");
        QTest::addColumn<QJsonObject>("arguments");
        QTest::newRow("status") << u"status"_s << u"status"_s << QJsonObject();
        QTest::newRow("clear-expired") << u"clear-expired"_s << u"clearExpired"_s << QJsonObject();
        QTest::newRow("codes.list") << u"codes.list"_s << u"codes"_s << QJsonObject();
        QTest::newRow("codes.wait") << u"codes.wait"_s << u"waitForCode"_s << object(R"({"phone":"+12025550101"})");
        QTest::newRow("log") << u"log"_s << u"messages"_s << QJsonObject();
        QTest::newRow("log, filtered") << u"log"_s << u"searchLog"_s << object(R"({"filter":"x"})");
        QTest::newRow("send-test") << u"send-test"_s << u"sendTest"_s << object(R"({"to":"+12025550101"})");
        QTest::newRow("users.list") << u"users.list"_s << u"users"_s << QJsonObject();
        QTest::newRow("faults.list") << u"faults.list"_s << u"faults"_s << QJsonObject();
        QTest::newRow("faults.set") << u"faults.set"_s << u"setFault"_s
                                    << object(R"({"phone":"+12025550101","outcome":"locked"})");
        QTest::newRow("faults.clear") << u"faults.clear"_s << u"clearFaults"_s << QJsonObject();
        QTest::newRow("faults.clear, one")
            << u"faults.clear"_s << u"removeFault"_s << object(R"({"phone":"+12025550101"})");
        QTest::newRow("backup") << u"backup"_s << u"backUp"_s << object(R"({"file":"/tmp/copy.db"})");
        QTest::newRow("restore") << u"restore"_s << u"restore"_s << object(R"({"file":"/tmp/copy.db"})");
        QTest::newRow("compact") << u"compact"_s << u"compact"_s << QJsonObject();
        QTest::newRow("audit.list") << u"audit.list"_s << u"auditTrail"_s << QJsonObject();
        QTest::newRow("audit.verify") << u"audit.verify"_s << u"verifyAudit"_s << QJsonObject();
        QTest::newRow("settings.show") << u"settings.show"_s << u"settings"_s << QJsonObject();
        QTest::newRow("settings.check") << u"settings.check"_s << u"settings"_s << QJsonObject();
        QTest::newRow("settings.import")
            << u"settings.import"_s << u"importSettings"_s << object(R"({"text":"{}"})");
        QTest::newRow("secret.set") << u"secret.set"_s << u"writeSecret"_s
                                    << object(R"({"name":"a.b","value":"c"})");
        QTest::newRow("secret.list") << u"secret.list"_s << u"secrets"_s << QJsonObject();
        QTest::newRow("secret.delete") << u"secret.delete"_s << u"removeSecret"_s << object(R"({"name":"a.b"})");
        QTest::newRow("national number") << u"log"_s << u"settings"_s << object(R"({"phone":"2025550101"})");
    }
    void passesErrorsOn()
    {
        QFETCH(QString, name);
        QFETCH(QString, call);
        QFETCH(QJsonObject, arguments);
        QVERIFY(Commands::names().contains(name));
        FakeAdmin admin;
        admin.fail(call, {ErrorCode::Storage, u"the disk is full"_s, seconds(3)});
        const Result<QJsonObject> answer = runNow(admin, name, arguments);
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, ErrorCode::Storage);
        QCOMPARE(answer.error().detail, u"the disk is full"_s);
        QCOMPARE(answer.error().retryAfter, seconds(3));
    }

    void listsCodes()
    {
        FakeAdmin admin;
        const MessageRecord message = admin.signIn(phone, u"0042"_s);
        admin.addCode(phone, CodeState::Used);
        const Result<QJsonObject> answer = runNow(admin, u"codes.list"_s);
        QVERIFY(answer.ok());
        QCOMPARE(answer->keys(), QStringList{u"codes"_s});
        const QJsonArray codes = answer->value(u"codes"_s).toArray();
        QCOMPARE(codes.size(), 2);
        QCOMPARE(keys(codes.at(1)),
                 (QStringList{u"code"_s, u"created_at"_s, u"expires_at"_s, u"id"_s, u"max_tries"_s,
                              u"message_state"_s, u"phone"_s, u"state"_s, u"tries"_s}));
        const QJsonObject live = codes.at(1).toObject();
        QCOMPARE(live.value(u"code"_s), QJsonValue(u"0042"_s));
        QCOMPARE(live.value(u"phone"_s), QJsonValue(phone.e164()));
        QCOMPARE(live.value(u"created_at"_s), QJsonValue(u"2026-01-01T00:00:00.000Z"_s));
        QCOMPARE(live.value(u"state"_s), QJsonValue(u"live"_s));
        QCOMPARE(live.value(u"message_state"_s), QJsonValue(u"delivered"_s));
        const QJsonObject used = codes.at(0).toObject();
        QVERIFY(used.value(u"code"_s).isNull());
        QVERIFY(used.value(u"message_state"_s).isNull());

        const Result<QJsonObject> onlyLive = runNow(admin, u"codes.list"_s, {{u"live"_s, true}});
        QCOMPARE(onlyLive->value(u"codes"_s).toArray().size(), 1);
        QVERIFY(message.id > 0);
    }

    void showsNoCodeWhenLive()
    {
        FakeAdmin admin;
        admin.goLive();
        admin.signIn(phone);
        const Result<QJsonObject> answer = runNow(admin, u"codes.list"_s);
        const QJsonObject code = answer->value(u"codes"_s).toArray().at(0).toObject();
        QVERIFY(code.contains(u"code"_s));
        QVERIFY(code.value(u"code"_s).isNull());
        QCOMPARE(runNow(admin, u"codes.wait"_s, {{u"phone"_s, phone.e164()}}).error().code, ErrorCode::NotAllowed);
    }

    void waitsForACode()
    {
        FakeAdmin admin;
        Commands commands(admin);
        const auto answer =
            commands.run(u"codes.wait"_s, {{u"phone"_s, phone.e164()}, {u"since"_s, 0}, {u"timeout"_s, 5}});
        QVERIFY(!answer.isFinished());
        admin.signIn(phone, u"0815"_s);
        QTRY_VERIFY(answer.isFinished());
        const QJsonObject message = answer.result().value();
        QCOMPARE(message.keys(),
                 (QStringList{u"code"_s, u"created_at"_s, u"id"_s, u"phone"_s, u"state"_s, u"text"_s}));
        QCOMPARE(message.value(u"code"_s), QJsonValue(u"0815"_s));
        QCOMPARE(admin.last(u"waitForCode"_s).value(u"timeout"_s).toInt(), 5000);
        QCOMPARE(runNow(admin, u"codes.wait"_s, {{u"phone"_s, u"+12025550102"_s}, {u"timeout"_s, 0}}).error().code,
                 ErrorCode::TimedOut);
    }

    void showsTheLog()
    {
        FakeAdmin admin;
        admin.addMessage(phone, MessageState::Failed);
        admin.addMessage(phone, MessageState::Blocked);
        admin.signIn(PhoneNumber::fromStored(u"+12025550102"_s));
        const auto of = [&](const QJsonObject &arguments) {
            return runNow(admin, u"log"_s, arguments)->value(u"messages"_s).toArray();
        };
        QCOMPARE(of({}).size(), 3);
        QCOMPARE(of({{u"limit"_s, u"1"_s}}).size(), 1);
        QCOMPARE(of({{u"phone"_s, phone.e164()}}).size(), 2);
        QCOMPARE(of({{u"before"_s, of({}).at(0)[u"id"]}}).size(), 2);
        QCOMPARE(of({{u"filter"_s, u"status:failed,blocked to:*0101"_s}}).size(), 2);
        QCOMPARE(of({{u"filter"_s, u""_s}, {u"limit"_s, 2}}).size(), 2);
        admin.rowsPerSearch = 1; // answers come in pieces
        QCOMPARE(of({{u"filter"_s, u"status:failed"_s}}).size(), 1);
        QCOMPARE(of({{u"filter"_s, u"-status:failed"_s}, {u"limit"_s, 1}}).size(), 1);
        const QJsonArray failed = of({{u"state"_s, u"failed"_s}});
        QCOMPARE(failed.size(), 1);
        QCOMPARE(keys(failed.at(0)),
                 (QStringList{u"attempts"_s, u"created_at"_s, u"id"_s, u"phone"_s, u"provider"_s,
                              u"provider_message_id"_s, u"reason"_s, u"state"_s}));
        QCOMPARE(keys(failed.at(0)[u"attempts"][0]),
                 (QStringList{u"at"_s, u"error"_s, u"ms"_s, u"provider"_s, u"provider_code"_s, u"status"_s}));
        QVERIFY(of({{u"state"_s, u"blocked"_s}}).at(0)[u"attempts"].toArray().isEmpty());
    }

    void readsNationalNumbersInTheRegion()
    {
        FakeAdmin admin;
        admin.settingsNow.values.insert(u"SMS_AUTH_REGION"_s, u"US"_s);
        QVERIFY(runNow(admin, u"log"_s, {{u"phone"_s, u"(202) 555-0101"_s}}).ok());
        QCOMPARE(admin.last(u"messages"_s).value(u"phone"_s).toString(), phone.e164());
        QVERIFY(runNow(admin, u"send-test"_s, {{u"to"_s, u"2025550101"_s}}).ok());
        QCOMPARE(admin.last(u"sendTest"_s).value(u"to"_s).toString(), phone.e164());
    }

    void clearsExpired()
    {
        FakeAdmin admin;
        admin.addCode(phone, CodeState::Expired);
        QCOMPARE(runNow(admin, u"clear-expired"_s, {{u"dry_run"_s, true}}).value(),
                 object(R"({"expired":1,"removed":0})"));
        QCOMPARE(runNow(admin, u"clear-expired"_s).value(), object(R"({"expired":1,"removed":1})"));
        QCOMPARE(runNow(admin, u"clear-expired"_s).value(), object(R"({"expired":0,"removed":0})"));
    }

    void sendsATest()
    {
        FakeAdmin admin;
        const auto answer = runNow(admin, u"send-test"_s, {{u"to"_s, phone.e164()}, {u"provider"_s, u"twilio"_s}});
        QCOMPARE(answer.value(),
                 object(R"({"state":"sent","provider":"twilio","provider_message_id":"test-1","error":null})"));
    }

    void listsUsers()
    {
        FakeAdmin admin;
        admin.addUser(phone);
        admin.userRows.first().lastSignInAt.reset();
        const QJsonArray users = runNow(admin, u"users.list"_s)->value(u"users"_s).toArray();
        QCOMPARE(keys(users.at(0)), (QStringList{u"created_at"_s, u"email"_s, u"first_name"_s, u"is_active"_s,
                                                 u"last_name"_s, u"last_sign_in_at"_s, u"pk"_s, u"username"_s}));
        QVERIFY(users.at(0)[u"last_sign_in_at"].isNull());
    }

    void setsListsAndClearsFaults()
    {
        FakeAdmin admin;
        const QJsonObject rule = object(
            R"({"id":"+12025550101","phone":"+12025550101","outcome":"provider_error","status":503,"delay":3,"code":"0042","limits":false,"until":"2030-01-01T00:00:00.000Z"})");
        QCOMPARE(
            runNow(
                admin, u"faults.set"_s,
                object(
                    R"({"phone":"+12025550101","outcome":"provider_error","status":503,"delay":3,"code":"0042","no_limits":true,"until":"2030-01-01T00:00:00Z"})"))
                .value(),
            rule);
        QVERIFY(runNow(admin, u"faults.set"_s, object(R"({"probability":5,"outcome":"time_out"})")).ok());
        const QJsonArray rules = runNow(admin, u"faults.list"_s)->value(u"faults"_s).toArray();
        QCOMPARE(rules.size(), 2);
        QCOMPARE(rules.first().toObject(), rule);
        QCOMPARE(runNow(admin, u"faults.clear"_s, {{u"phone"_s, phone.e164()}}).value(),
                 object(R"({"deleted":1})"));
        QCOMPARE(runNow(admin, u"faults.clear"_s).value(), object(R"({"deleted":1})"));
        QVERIFY(admin.faultRows.isEmpty());
    }

    void listsTheAuditTrail()
    {
        FakeAdmin admin;
        admin.addAudit(u"console"_s, u"user.blocked"_s, phone.masked());
        admin.addAudit(u"http"_s, u"faults.cleared"_s, {}, u"2"_s);
        const QJsonArray rows =
            runNow(admin, u"audit.list"_s, object(R"({"limit":5,"find":"http"})"))->value(u"rows"_s).toArray();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(keys(rows.at(0)),
                 (QStringList{u"action"_s, u"actor"_s, u"at"_s, u"detail"_s, u"id"_s, u"subject"_s}));
        QCOMPARE(rows.at(0)[u"detail"].toString(), u"2"_s);
    }

    void tellsTheVerdictOnTheAuditTrail()
    {
        FakeAdmin admin;
        admin.auditAnswer.rows = admin.auditAnswer.checked = admin.auditAnswer.last = 9;
        admin.auditAnswer.seal = QString(64, u'a');
        const QJsonObject sound =
            runNow(admin, u"audit.verify"_s, {{u"noted"_s, QString(u"7:"_s + QString(64, u'b'))}}).value();
        QCOMPARE(admin.last(u"verifyAudit"_s).value(u"id"_s), 7);
        QCOMPARE(admin.last(u"verifyAudit"_s).value(u"seal"_s), QString(64, u'b'));
        QCOMPARE(sound.value(u"sound"_s).toBool(), true);
        QCOMPARE(sound.value(u"newest"_s).toString(), u"9:"_s + QString(64, u'a'));
        QVERIFY(sound.value(u"begins"_s).isNull());
        admin.auditAnswer.findings = {{AuditFault::Reordered, 4, 4, 7, u"row 4 was written as row 7"_s}};
        admin.auditAnswer.found = 1;
        const QJsonObject bad = runNow(admin, u"audit.verify"_s).value();
        QCOMPARE(bad.value(u"sound"_s).toBool(), false);
        QCOMPARE(
            bad.value(u"findings"_s).toArray().first().toObject(),
            object(R"({"fault":"reordered","first":4,"last":4,"other":7,"detail":"row 4 was written as row 7"})"));
    }

    void showsAndImportsSettings()
    {
        FakeAdmin admin;
        admin.settingsNow.warnings = QStringList{u"SMS_AUTH_COLOUR is not a setting"_s};
        for (const QString &name : {u"settings.show"_s, u"settings.check"_s}) {
            const QJsonObject answer = runNow(admin, name).value();
            QCOMPARE(answer.keys(), (QStringList{u"ignored"_s, u"settings"_s}));
            QCOMPARE(answer[u"settings"][u"SMS_AUTH_CODE_LEN"].toInt(), 4);
            QCOMPARE(answer[u"ignored"].toArray().size(), 1);
        }
        admin.importAnswer = {{{u"SMS_AUTH_CODE_LEN"_s, 6}}, {u"twilio.password"_s}, {u"USER_MODEL: no effect"_s}};
        const QJsonObject report = runNow(admin, u"settings.import"_s, {{u"text"_s, u"{}"_s}}).value();
        QCOMPARE(report, object(R"({"settings":{"SMS_AUTH_CODE_LEN":6},"secrets":["twilio.password"],
                                    "ignored":["USER_MODEL: no effect"]})"));
    }

    void goesLiveOnlyWhenToldTo_data()
    {
        QTest::addColumn<QString>("settings");
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("live");
        QTest::addColumn<bool>("imported");
        const QString gateway = uR"({"SMS_AUTH_PROVIDER":"twilio","SMS_AUTH_CODE_LEN":6})"_s;
        QTest::newRow("without a word") << gateway << int(Mode::Simulated) << false << false;
        QTest::newRow("of the apps") << u"INSTALLED_APPS = ['sms_auth.providers.megafon']\nSMS_AUTH_SETTINGS = {}"_s
                                     << int(Mode::Simulated) << false << false;
        QTest::newRow("told to") << gateway << int(Mode::Simulated) << true << true;
        QTest::newRow("live already") << gateway << int(Mode::Live) << false << true;
        QTest::newRow("no gateway") << uR"({"SMS_AUTH_CODE_LEN":6})"_s << int(Mode::Simulated) << false << true;
        QTest::newRow("the simulator") << uR"({"SMS_AUTH_PROVIDER":"sandbox"})"_s << int(Mode::Live) << false
                                       << true;
        // What is wrong with it is told by the import.
        QTest::newRow("unreadable") << u"{"_s << int(Mode::Simulated) << false << true;
    }
    void goesLiveOnlyWhenToldTo()
    {
        QFETCH(QString, settings);
        QFETCH(int, mode);
        QFETCH(bool, live);
        QFETCH(bool, imported);
        FakeAdmin admin;
        admin.statusNow.mode = Mode(mode);
        QJsonObject arguments{{u"text"_s, settings}};
        if (live)
            arguments.insert(u"live"_s, true);
        const Result<QJsonObject> answer = runNow(admin, u"settings.import"_s, arguments);
        QCOMPARE(answer.ok(), imported);
        QCOMPARE(admin.last(u"importSettings"_s).value(u"text"_s).toByteArray(),
                 imported ? settings.toUtf8() : QByteArray());
        if (!imported) {
            QCOMPARE(answer.error().code, ErrorCode::InvalidInput);
            QVERIFY(answer.error().detail.contains(u"--live"));
        }
    }

    void keepsSecretsSecret()
    {
        FakeAdmin admin;
        const auto set =
            runNow(admin, u"secret.set"_s, {{u"name"_s, u"twilio.password"_s}, {u"value"_s, u"hush"_s}});
        QCOMPARE(set.value(), object(R"({"name":"twilio.password"})"));
        QCOMPARE(admin.secretValues.value(u"twilio.password"_s).reveal(), QByteArray("hush"));
        const auto list = runNow(admin, u"secret.list"_s);
        QCOMPARE(list.value(),
                 object(R"({"secrets":[{"name":"twilio.password","place":"memory","read_only":false}]})"));
        QVERIFY(runNow(admin, u"secret.delete"_s, {{u"name"_s, u"twilio.password"_s}}).ok());
        QCOMPARE(runNow(admin, u"secret.delete"_s, {{u"name"_s, u"twilio.password"_s}}).error().code,
                 ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(tst_Commands)
#include "tst_Commands.moc"
