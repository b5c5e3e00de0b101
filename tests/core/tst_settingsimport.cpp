// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SettingsList.h"
#include "core/settings/SettingsSources.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject withResponse(QJsonObject settings)
{
    if (!settings.contains(u"SMS_AUTH_RESPONSE"_s))
        settings.insert(u"SMS_AUTH_RESPONSE"_s, u"value"_s);
    return settings;
}

} // namespace

class tst_settingsimport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understood_data();
    void understood();
    void ignored_data();
    void ignored();
    void secrets_data();
    void secrets();
    void refused_data();
    void refused();
    void nothingIsEchoed();
    void wholeProject();
    void resultCanBeSaved();
    void damagedTextsEnd();
};

void tst_settingsimport::understood_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QJsonObject>("settings");
    const auto row = [](const char *name, const QByteArray &text, const char *settings) {
        QTest::newRow(name) << text << withResponse(object(settings));
    };

    // JSON
    row("json: only the dictionary", R"({"SMS_AUTH_CODE_LEN": 6})", R"({"SMS_AUTH_CODE_LEN": 6})");
    row("json: under its name", R"({"SMS_AUTH_SETTINGS": {"SMS_TIMELIFE": 120}})", R"({"SMS_TIMELIFE": 120})");
    row("json: with the region beside it", R"({"SMS_AUTH_SETTINGS": {}, "PHONENUMBER_DEFAULT_REGION": "RU"})",
        R"({"SMS_AUTH_REGION": "RU"})");
    row("json: with the apps beside it",
        R"({"SMS_AUTH_SETTINGS": {}, "INSTALLED_APPS": ["sms_auth", "sms_auth.providers.megafon"]})",
        R"({"SMS_AUTH_PROVIDER": "megafon"})");
    row("json: with a byte order mark", "\xEF\xBB\xBF{\"SMS_DEBUG\": true}", R"({"SMS_DEBUG": true})");
    row("json: empty", "{}", "{}");
    row("json: null is as if it were not there", R"({"SMS_AUTH_PROVIDER_URL": null})", "{}");

    // Python
    row("only a dictionary", "{'SMS_DEBUG': True,}", R"({"SMS_DEBUG": true})");
    row("assignment", "SMS_AUTH_SETTINGS = {\n  'SMS_TIMELIFE': 90,\n}\n", R"({"SMS_TIMELIFE": 90})");
    row("no line end", "SMS_AUTH_SETTINGS={'SMS_TIMELIFE':90}", R"({"SMS_TIMELIFE": 90})");
    row("windows line ends", "SMS_AUTH_SETTINGS = {\r\n'SMS_TIMELIFE': 90\r\n}\r\n", R"({"SMS_TIMELIFE": 90})");
    row("empty dictionary", "SMS_AUTH_SETTINGS = {}", "{}");
    row("typed assignment", "SMS_AUTH_SETTINGS: dict[str, object] = {'SMS_TIMELIFE': 90}",
        R"({"SMS_TIMELIFE": 90})");
    row("comments",
        "# SMS_AUTH_SETTINGS = {'SMS_TIMELIFE': 1}\nSMS_AUTH_SETTINGS = { # here\n  # 'SMS_DEBUG': True,\n"
        "  'SMS_TIMELIFE': 90, # and 'here'\n}",
        R"({"SMS_TIMELIFE": 90})");
    row("in a text it is no assignment",
        "DOC = '''\nSMS_AUTH_SETTINGS = {'SMS_TIMELIFE': 1}\n'''\n"
        "SMS_AUTH_SETTINGS = {'SMS_TIMELIFE': 90}",
        R"({"SMS_TIMELIFE": 90})");
    row("true, false, none", "{'SMS_DEBUG': True, 'SMS_AUTH_NETWORK_PLAIN': False, 'SMS_USER_FIELD': None}",
        R"({"SMS_DEBUG": true, "SMS_AUTH_NETWORK_PLAIN": false})");
    row("numbers", "{'SMS_TIMELIFE': 0x3C, 'SMS_AUTH_LOG_ROWS': 1_000, 'SMS_AUTH_MAX_TRIES': +5}",
        R"({"SMS_TIMELIFE": 60, "SMS_AUTH_LOG_ROWS": 1000, "SMS_AUTH_MAX_TRIES": 5})");
    row("single and double quotes", R"({'SMS_WAIT_TIME': "It's early", "SMS_CODE_NOT_FOUND": 'No "code"'})",
        R"({"SMS_WAIT_TIME": "It's early", "SMS_CODE_NOT_FOUND": "No \"code\""})");
    row("triple quotes", "{'SMS_WAIT_TIME': '''a 'b' ''c''', 'SMS_AUTH_MESSAGE': \"\"\"one\ntwo {code}\"\"\"}",
        R"({"SMS_WAIT_TIME": "a 'b' ''c", "SMS_AUTH_MESSAGE": "one\ntwo {code}"})");
    row("adjacent texts", "{'SMS_WAIT_TIME': 'one '\n 'two ' # and\n \"three\"}",
        R"({"SMS_WAIT_TIME": "one two three"})");
    row("texts in brackets", "{'SMS_WAIT_TIME': ('one '\n 'two')}", R"({"SMS_WAIT_TIME": "one two"})");
    row("prefixes", R"({'SMS_WAIT_TIME': r'a\b', u"SMS_CODE_NOT_FOUND": U'x'})",
        R"({"SMS_WAIT_TIME": "a\\b", "SMS_CODE_NOT_FOUND": "x"})");
    row("escapes", R"({'SMS_WAIT_TIME': '\x41\u0416\U0001F600\101\'\"\\\q'})",
        R"({"SMS_WAIT_TIME": "AЖ😀A'\"\\\\q"})");
    row("escaped line end", "{'SMS_WAIT_TIME': 'one \\\ntwo'}", R"({"SMS_WAIT_TIME": "one two"})");
    row("joined lines", "SMS_AUTH_SETTINGS \\\n  = {'SMS_TIMELIFE': 90}", R"({"SMS_TIMELIFE": 90})");
    row("other alphabets", "{'SMS_WAIT_TIME': 'Слишком рано'}", R"({"SMS_WAIT_TIME": "Слишком рано"})");
    row("lists and tuples", "{'SMS_AUTH_COUNTRIES': ['ru', 'US'], 'SMS_AUTH_ALLOWED_HOSTS': ('a.example',)}",
        R"({"SMS_AUTH_COUNTRIES": ["RU", "US"], "SMS_AUTH_ALLOWED_HOSTS": ["a.example"]})");
    row("the last one of a key counts", "{'SMS_TIMELIFE': 1, 'SMS_TIMELIFE': 90}", R"({"SMS_TIMELIFE": 90})");
    row("the last assignment counts",
        "SMS_AUTH_SETTINGS = {'SMS_DEBUG': True}\nSMS_AUTH_SETTINGS = {'SMS_TIMELIFE': 90}",
        R"({"SMS_TIMELIFE": 90})");
    row("one member later", "SMS_AUTH_SETTINGS = {'SMS_DEBUG': True}\nSMS_AUTH_SETTINGS['SMS_TIMELIFE'] = 90",
        R"({"SMS_DEBUG": true, "SMS_TIMELIFE": 90})");
    row("only members", "SMS_AUTH_SETTINGS['SMS_TIMELIFE'] = 90", R"({"SMS_TIMELIFE": 90})");
    row("two statements a line", "A = 1; SMS_AUTH_SETTINGS = {'SMS_TIMELIFE': 90}; B = 2",
        R"({"SMS_TIMELIFE": 90})");
    row("the only one, in a class", "class Base:\n    SMS_AUTH_SETTINGS = {'SMS_TIMELIFE': 90}\n",
        R"({"SMS_TIMELIFE": 90})");
    row("region in the file", "PHONENUMBER_DEFAULT_REGION = \"RU\"\nSMS_AUTH_SETTINGS = {}",
        R"({"SMS_AUTH_REGION": "RU"})");
    row("region after the dictionary", "SMS_AUTH_SETTINGS = {}\nPHONENUMBER_DEFAULT_REGION = 'de'\n",
        R"({"SMS_AUTH_REGION": "DE"})");

    // What the words of the library become here
    row("provider: twilio", R"({"SMS_PROVIDER": "sms_auth.providers.twilio.Twilio"})",
        R"({"SMS_AUTH_PROVIDER": "twilio"})");
    row("provider: megafon", R"({"SMS_AUTH_PROVIDER": "sms_auth.providers.megafon.Megafon"})",
        R"({"SMS_AUTH_PROVIDER": "megafon"})");
    row("provider: smsaero", R"({"SMS_PROVIDER": "sms_auth.providers.smsaero.SmsAero"})",
        R"({"SMS_AUTH_PROVIDER": "smsaero"})");
    row("provider: an id", R"({"SMS_AUTH_PROVIDER": "kannel"})", R"({"SMS_AUTH_PROVIDER": "kannel"})");
    row("provider: none", R"({"SMS_PROVIDER": ""})", "{}");
    row("provider among the apps",
        "INSTALLED_APPS = [\n 'django.contrib.auth', *MORE,\n 'sms_auth',\n"
        " 'sms_auth.providers.twilio',\n 'sms_auth.providers.megafon',\n]\nSMS_AUTH_SETTINGS = {}",
        R"({"SMS_AUTH_PROVIDER": "twilio"})");
    row("provider added to the apps", "INSTALLED_APPS += ['sms_auth.providers.smsaero']\nSMS_AUTH_SETTINGS = {}",
        R"({"SMS_AUTH_PROVIDER": "smsaero"})");
    row("an app that is no provider", "INSTALLED_APPS = ['twilio_reports']\nSMS_AUTH_SETTINGS = {}", "{}");
    row("settings before apps",
        "INSTALLED_APPS = ['sms_auth.providers.twilio']\n"
        "SMS_AUTH_SETTINGS = {'SMS_PROVIDER': 'x.providers.megafon.Megafon'}",
        R"({"SMS_AUTH_PROVIDER": "megafon"})");
    row("debug code as a number", R"({"SMS_DEBUG_CODE": 1234})", R"({"SMS_DEBUG_CODE": "1234"})");
    row("debug code as a text", R"({"SMS_DEBUG_CODE": "0042"})", R"({"SMS_DEBUG_CODE": "0042"})");
    row("login as a number", R"({"SMS_AUTH_PROVIDER_LOGIN": 79000})", R"({"SMS_AUTH_PROVIDER_LOGIN": "79000"})");
    row("message without a place for the code", R"({"SMS_AUTH_MESSAGE": "Код для входа: "})",
        R"({"SMS_AUTH_MESSAGE": "Код для входа: {code}"})");
    row("message with one", R"({"SMS_AUTH_MESSAGE": "{code} is yours"})",
        R"({"SMS_AUTH_MESSAGE": "{code} is yours"})");
    row("debug number", R"({"SMS_AUTH_DEBUG_PHONE_NUMBER": "+1 (202) 555-0101"})",
        R"({"SMS_AUTH_DEBUG_PHONE_NUMBER": "+12025550101"})");
    row("national debug number",
        "PHONENUMBER_DEFAULT_REGION = 'US'\n"
        "SMS_AUTH_SETTINGS = {'SMS_AUTH_DEBUG_PHONE_NUMBER': '(202) 555-0101'}",
        R"({"SMS_AUTH_DEBUG_PHONE_NUMBER": "+12025550101", "SMS_AUTH_REGION": "US"})");
    row("an answer's shape that is named stays", R"({"SMS_AUTH_RESPONSE": "user"})",
        R"({"SMS_AUTH_RESPONSE": "user"})");
    row("address of a gateway", R"({"SMS_AUTH_PROVIDER_URL": "https://sms.example/send"})",
        R"({"SMS_AUTH_PROVIDER_URL": "https://sms.example/send"})");
}

void tst_settingsimport::understood()
{
    QFETCH(QByteArray, text);
    QFETCH(QJsonObject, settings);
    const Result<ImportedSettings> imported = importSettings(text);
    QVERIFY2(imported.ok(), imported.ok() ? "" : qPrintable(imported.error().detail));
    QCOMPARE(imported->settings, settings);
    QCOMPARE(imported->ignored, QStringList());
    QVERIFY(imported->secrets.isEmpty());
}

void tst_settingsimport::ignored_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("ignored");
    const auto row = [](const char *name, const QByteArray &text, const QStringList &ignored) {
        QTest::newRow(name) << text << ignored;
    };
    const QString computed = u": only Python can work out this value"_s;

    row("celery", R"({"SMS_CELERY_FILE_NAME": "run_celery"})",
        {u"SMS_CELERY_FILE_NAME: messages are sent without Celery"_s});
    row("user model", R"({"USER_MODEL": "user.User"})", {u"USER_MODEL: users are kept by this server"_s});
    row("serializer", R"({"SMS_USER_SERIALIZER": "api.Serializer"})",
        {u"SMS_USER_SERIALIZER: SMS_AUTH_RESPONSE decides what an answer looks like"_s});
    row("unknown key", "{\n 'SMS_PROVIDER_URL': 'x'}",
        {u"SMS_PROVIDER_URL: there is no such setting here (line 2)"_s});
    row("unknown key in json", R"({"COLOUR": 1})", {u"COLOUR: there is no such setting here"_s});
    row("environment", "SMS_AUTH_SETTINGS = {\n\n  'SMS_AUTH_PROVIDER_PASSWORD': os.environ[\"SMS_PASSWORD\"],\n}",
        {u"SMS_AUTH_PROVIDER_PASSWORD"_s + computed + u" (line 3)"_s});
    row("call", "{'SMS_WAIT_TIME': _('early'), 'SMS_DEBUG': env.bool('DEBUG', default=False)}",
        {u"SMS_WAIT_TIME"_s + computed + u" (line 1)"_s, u"SMS_DEBUG"_s + computed + u" (line 1)"_s});
    row("arithmetic", "{'SMS_TIMELIFE': 60 * 5}", {u"SMS_TIMELIFE"_s + computed + u" (line 1)"_s});
    row("name", "{'SMS_DEBUG': DEBUG}", {u"SMS_DEBUG"_s + computed + u" (line 1)"_s});
    row("f-string", "{'SMS_AUTH_MESSAGE': f'{NAME}: {{code}}'}",
        {u"SMS_AUTH_MESSAGE"_s + computed + u" (line 1)"_s});
    row("bytes", "{'SMS_WAIT_TIME': b'x'}", {u"SMS_WAIT_TIME"_s + computed + u" (line 1)"_s});
    row("named character", R"({'SMS_WAIT_TIME': '\N{BULLET}'})", {u"SMS_WAIT_TIME"_s + computed + u" (line 1)"_s});
    row("negated", "{'SMS_DEBUG': not DEBUG}", {u"SMS_DEBUG"_s + computed + u" (line 1)"_s});
    row("choice", "{'SMS_DEBUG': True if A else False}", {u"SMS_DEBUG"_s + computed + u" (line 1)"_s});
    row("lambda", "{'SMS_DEBUG': lambda x: {1: x}, }", {u"SMS_DEBUG"_s + computed + u" (line 1)"_s});
    row("lambda with parameters", "{'SMS_DEBUG': lambda a, b: a, 'X': 1}",
        {u"SMS_DEBUG"_s + computed + u" (line 1)"_s, u"X: there is no such setting here (line 1)"_s});
    row("set", "{'SMS_AUTH_COUNTRIES': {'RU', 'US'}}", {u"SMS_AUTH_COUNTRIES"_s + computed + u" (line 1)"_s});
    row("comprehension", "{'SMS_AUTH_COUNTRIES': [c for c in ALL]}",
        {u"SMS_AUTH_COUNTRIES"_s + computed + u" (line 1)"_s});
    row("list with a name in it", "{'SMS_AUTH_COUNTRIES': ['RU', HOME]}",
        {u"SMS_AUTH_COUNTRIES"_s + computed + u" (line 1)"_s});
    row("nested dictionary with a name in it", "{'X': {'a': {'b': (1, C)}}}", {u"X"_s + computed + u" (line 1)"_s});
    row("nested dictionary", "{'X': {'a': {'b': (1, -2.5e3)}, 'c': []}}",
        {u"X: there is no such setting here (line 1)"_s});
    row("unpacked dictionary", "{\n**DEFAULTS,\n}", {u"SMS_AUTH_SETTINGS"_s + computed + u" (line 2)"_s});
    row("computed key", "{PREFIX + 'X': 1}", {u"SMS_AUTH_SETTINGS"_s + computed + u" (line 1)"_s});
    row("region", "PHONENUMBER_DEFAULT_REGION = env('REGION')\nSMS_AUTH_SETTINGS = {}",
        {u"PHONENUMBER_DEFAULT_REGION"_s + computed + u" (line 1)"_s});
    row("member in a block", "SMS_AUTH_SETTINGS = {}\nif DEBUG:\n    SMS_AUTH_SETTINGS['SMS_DEBUG'] = True\n",
        {u"SMS_DEBUG"_s + computed + u" (line 3)"_s});
    row("dictionary in a block", "SMS_AUTH_SETTINGS = {}\nif DEBUG:\n    SMS_AUTH_SETTINGS = {'SMS_DEBUG': True}\n",
        {u"SMS_AUTH_SETTINGS"_s + computed + u" (line 3)"_s});
    row("class of the project", "{'SMS_PROVIDER': 'shop.sms.Gateway'}",
        {u"SMS_PROVIDER: no gateway here replaces this class; choose one in SMS_AUTH_PROVIDER (line 1)"_s});
    row("the known address of SMS Aero", R"({"SMS_AUTH_PROVIDER_URL": "https://gate.smsaero.ru/v2"})",
        {u"SMS_AUTH_PROVIDER_URL: the address of SMS Aero is known"_s});
    row("secret that is no text", R"({"SMS_AUTH_AUTH_TOKEN": ["x"]})", {u"SMS_AUTH_AUTH_TOKEN: is not a text"_s});
}

void tst_settingsimport::ignored()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, ignored);
    const Result<ImportedSettings> imported = importSettings(text);
    QVERIFY2(imported.ok(), imported.ok() ? "" : qPrintable(imported.error().detail));
    QCOMPARE(imported->ignored, ignored);
    QCOMPARE(imported->settings, withResponse({}));
    QVERIFY(imported->secrets.isEmpty());
}

void tst_settingsimport::secrets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("gateway");
    QTest::addColumn<QStringList>("ignored");
    const QString other = u": another secret is the password of the gateway"_s;
    const auto row = [](const char *name, const char *text, const QString &password, const QString &gateway = {},
                        const QStringList &ignored = {}) {
        QTest::newRow(name) << QByteArray(text) << password << gateway << ignored;
    };
    row("password", R"({"SMS_AUTH_PROVIDER_PASSWORD": "p4ss"})", u"p4ss"_s);
    row("token", R"({"SMS_AUTH_AUTH_TOKEN": "t0ken"})", u"t0ken"_s, u"twilio"_s);
    row("token of another gateway", R"({"SMS_AUTH_PROVIDER": "megafon", "SMS_AUTH_AUTH_TOKEN": "t0ken"})",
        u"t0ken"_s, u"megafon"_s);
    row("password of a named gateway", R"({"SMS_AUTH_PROVIDER": "megafon", "SMS_AUTH_PROVIDER_PASSWORD": "p4ss"})",
        u"p4ss"_s, u"megafon"_s);
    row("number", R"({"SMS_AUTH_PROVIDER_PASSWORD": 12345})", u"12345"_s);
    row("empty", R"({"SMS_AUTH_PROVIDER_PASSWORD": ""})", QString());
    row("none", "{'SMS_AUTH_PROVIDER_PASSWORD': None}", QString());
    row("one is empty", R"({"SMS_AUTH_PROVIDER_PASSWORD": "", "SMS_AUTH_AUTH_TOKEN": "t0ken"})", u"t0ken"_s,
        u"twilio"_s);
    row("both", R"({"SMS_AUTH_PROVIDER_PASSWORD": "p4ss", "SMS_AUTH_AUTH_TOKEN": "t0ken"})", u"p4ss"_s, QString(),
        {u"SMS_AUTH_AUTH_TOKEN"_s + other});
    row("both, twilio",
        R"({"SMS_AUTH_PROVIDER": "twilio", "SMS_AUTH_PROVIDER_PASSWORD": "p4ss", "SMS_AUTH_AUTH_TOKEN": "t0ken"})",
        u"t0ken"_s, u"twilio"_s, {u"SMS_AUTH_PROVIDER_PASSWORD"_s + other});
    row("both, another gateway",
        R"({"SMS_AUTH_PROVIDER": "megafon", "SMS_AUTH_PROVIDER_PASSWORD": "p4ss", "SMS_AUTH_AUTH_TOKEN": "t0ken"})",
        u"p4ss"_s, u"megafon"_s, {u"SMS_AUTH_AUTH_TOKEN"_s + other});
}

void tst_settingsimport::secrets()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, password);
    QFETCH(QString, gateway);
    QFETCH(QStringList, ignored);
    const Result<ImportedSettings> imported = importSettings(text);
    QVERIFY(imported.ok());
    QCOMPARE(imported->secrets.value(u"password"_s), password);
    QCOMPARE(imported->secrets.size(), password.isEmpty() ? 0 : 1);
    QCOMPARE(imported->gateway, gateway);
    QCOMPARE(imported->ignored, ignored);
    for (const SecretKey &secret : secretKeys())
        QVERIFY(!imported->settings.contains(secret.key));
}

void tst_settingsimport::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &text, const QString &reason) {
        QTest::newRow(name) << text << reason;
    };
    row("empty", "", u"line 1: there is no SMS_AUTH_SETTINGS = {…} in the text"_s);
    row("a file without it", "DEBUG = True\n", u"line 1: there is no SMS_AUTH_SETTINGS = {…} in the text"_s);
    row("a comparison", "SMS_AUTH_SETTINGS == {}", u"line 1: there is no SMS_AUTH_SETTINGS = {…} in the text"_s);
    row("a list", "[1, 2]", u"line 1: there is no SMS_AUTH_SETTINGS = {…} in the text"_s);
    row("no dictionary", "A = 1\nSMS_AUTH_SETTINGS = load()",
        u"line 2: SMS_AUTH_SETTINGS is not a literal dictionary"_s);
    row("two blocks", "if A:\n  SMS_AUTH_SETTINGS = {}\nelse:\n  SMS_AUTH_SETTINGS = {}\n",
        u"line 4: SMS_AUTH_SETTINGS is set in several blocks; keep one"_s);
    row("comma missing between texts", "{\n'SMS_AUTH_ACCOUNT_SID': 'a'\n'SMS_AUTH_AUTH_TOKEN': 'b'\n}",
        u"line 3: ',' is missing before this line or in it"_s);
    row("comma missing after an expression", "{'A': env('a')\n'B': 'b'}",
        u"line 2: ',' is missing before this line or in it"_s);
    row("comma missing in a list", "{'A': ['a' 'b': 1]}", u"line 1: ',' or ] is missing"_s);
    row("value missing", "{'A': , 'B': 1}", u"line 1: a value is missing before ,"_s);
    row("value missing at the end", "SMS_AUTH_SETTINGS['A'] =\n", u"line 1: a value is missing"_s);
    row("name without a value", "{\n'A', 'B'}", u"line 2: ':' is missing after the name"_s);
    row("something after it", "{'SMS_DEBUG': True} + X", u"line 1: nothing may follow the dictionary"_s);
    row("text without end", "A = 1\nSMS_AUTH_SETTINGS = {'A': 'b}\n", u"line 2: this string is never closed"_s);
    row("triple text without end", "A = '''\n\n", u"line 1: this string is never closed"_s);
    row("bracket without end", "A = 1\nSMS_AUTH_SETTINGS = {'A': 'b'\n", u"line 2: this { is never closed"_s);
    row("wrong bracket", "SMS_AUTH_SETTINGS = {'A': ['b'}]", u"line 1: unexpected }"_s);
    row("closing bracket", ")\n", u"line 1: unexpected )"_s);
    row("escape out of range", R"({'A': '\U00110000'})", u"line 1: this escape in a string is not valid"_s);
    row("escape of a surrogate", R"({'A': '\ud800'})", u"line 1: this escape in a string is not valid"_s);
    row("escape too short", R"({'A': '\x4'})", u"line 1: this escape in a string is not valid"_s);
    row("too deep", "{'A': " + QByteArray(40, '[') + QByteArray(40, ']') + "}", u"line 1: nested too deeply"_s);
    row("not UTF-8", "{'A': '\xff'}", u"the text is not UTF-8"_s);
    row("a NUL", QByteArray("{'A': 1}\0", 9), u"the text is not UTF-8"_s);
    row("too long", QByteArray(1024 * 1024 + 1, ' '), u"the text is longer than 1048576 bytes"_s);

    row("out of range", "{\n\n'SMS_TIMELIFE': 1800}", u"SMS_TIMELIFE = 1800: must be 1 to 600 seconds (line 3)"_s);
    row("out of range in json", R"({"SMS_AUTH_CODE_LEN": 3})", u"SMS_AUTH_CODE_LEN = 3: must be 4 to 10"_s);
    row("wrong kind", "{'SMS_DEBUG': 'perhaps'}", u"SMS_DEBUG = perhaps: must be true | false (line 1)"_s);
    row("huge number", "{'SMS_TIMELIFE': 1000000000000000000000000}",
        u"SMS_TIMELIFE = 1e+24: must be 1 to 600 seconds (line 1)"_s);
    row("unknown region", "PHONENUMBER_DEFAULT_REGION = 'XX'\nSMS_AUTH_SETTINGS = {}",
        u"SMS_AUTH_REGION = XX: must be an ISO 3166 country code such as US (line 1)"_s);
    row("unknown kind of provider", R"({"SMS_PROVIDER": 5})",
        u"SMS_AUTH_PROVIDER = 5: must be sandbox or the id of a gateway"_s);
}

void tst_settingsimport::refused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, reason);
    const Result<ImportedSettings> imported = importSettings(text);
    QVERIFY(!imported.ok());
    QCOMPARE(imported.error().code, ErrorCode::Settings);
    QCOMPARE(imported.error().detail, reason);
}

// What looks like a secret, a code or a number never comes back in a sentence.
void tst_settingsimport::nothingIsEchoed()
{
    const QByteArray hidden = "Hidden4711";
    const Result<ImportedSettings> unknown = importSettings("{'SMS_AUTH_PROVIDER_API_TOKEN': '" + hidden +
                                                            "', 'SMS_AUTH_AUTH_TOKEN': ['" + hidden + "']}");
    QVERIFY(unknown.ok());
    QCOMPARE(unknown->ignored.size(), 2);
    QVERIFY(!unknown->ignored.join(u' ').contains(QString::fromLatin1(hidden)));

    for (const char *key : {"SMS_DEBUG_CODE", "SMS_AUTH_DEBUG_PHONE_NUMBER", "SMS_AUTH_PROVIDER_URL"}) {
        const Result<ImportedSettings> refused = importSettings("{'" + QByteArray(key) + "': '" + hidden + "'}");
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().detail.startsWith(QLatin1StringView(key)));
        QVERIFY(!refused.error().detail.contains(QString::fromLatin1(hidden)));
    }
}

void tst_settingsimport::wholeProject()
{
    const QByteArray text = R"(
"""Settings of a shop. SMS_AUTH_SETTINGS = {} is explained below."""
import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent
SECRET_KEY = os.environ.get("SECRET", 'un#safe')
ALLOWED_HOSTS = ['*'] if os.getenv("DEBUG") else []
RATES = {k: v for k, v in zip("ab", (1, 2))}

INSTALLED_APPS = [
    'django.contrib.admin',  # the site
    'sms_auth',
    'sms_auth.providers.twilio',
]

def path(*parts, sep: str = '/'):
    SMS = {"x": 1}
    return sep.join(parts)[1:-1]

@decorate(lambda x: x)
class Nothing: pass

PHONENUMBER_DEFAULT_REGION = "US"

SMS_AUTH_SETTINGS = {
    "SMS_CELERY_FILE_NAME": "run_celery",
    "SMS_AUTH_SUCCESS_KEY": "jwt_token",   # property of the user
    "SMS_AUTH_ACCOUNT_SID": "AC" "0123",
    "SMS_AUTH_AUTH_TOKEN": os.environ["TWILIO_TOKEN"],
    'SMS_AUTH_PROVIDER_FROM': '''+12025550100''',
    "SMS_DEBUG": False,
    "SMS_TIMELIFE": 120,
    "SMS_WAIT_TIME": ("Please wait "
                      "a little"),
}

LOGGING = {'version': 1, 'handlers': {'x': {'class': 'y', },},}
)";
    const Result<ImportedSettings> imported = importSettings(text);
    QVERIFY2(imported.ok(), imported.ok() ? "" : qPrintable(imported.error().detail));
    QCOMPARE(imported->settings, object(R"({
        "SMS_AUTH_RESPONSE": "value", "SMS_AUTH_PROVIDER": "twilio", "SMS_AUTH_REGION": "US",
        "SMS_AUTH_SUCCESS_KEY": "jwt_token", "SMS_AUTH_ACCOUNT_SID": "AC0123",
        "SMS_AUTH_PROVIDER_FROM": "+12025550100", "SMS_DEBUG": false, "SMS_TIMELIFE": 120,
        "SMS_WAIT_TIME": "Please wait a little"})"));
    QCOMPARE(imported->ignored,
             (QStringList{u"SMS_CELERY_FILE_NAME: messages are sent without Celery"_s,
                          u"SMS_AUTH_AUTH_TOKEN: only Python can work out this value (line 30)"_s}));
}

void tst_settingsimport::resultCanBeSaved()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.json"_s);
    const Result<ImportedSettings> imported =
        importSettings("SMS_AUTH_SETTINGS = {'SMS_TIMELIFE': 90, 'SMS_AUTH_PROVIDER_PASSWORD': 'p4ss'}");
    QVERIFY(imported.ok());
    QVERIFY(saveSettings(file, imported->settings).ok());
    const Result<LoadedSettings> loaded = loadSettings({.file = file});
    QVERIFY(loaded.ok());
    QCOMPARE(loaded->settings.codeLife, seconds(90));
    QCOMPARE(loaded->settings.response, ResponseStyle::Value);
}

// Cut and damaged texts are either understood or refused with a reason; the reader comes to an end with all of
// them.
void tst_settingsimport::damagedTextsEnd()
{
    const QByteArray whole =
        "A = [x[1:2], {1, 2}, lambda a, b: {a: b}]\nSMS_AUTH_SETTINGS = {'SMS_DEBUG': not A[0],\n"
        "'SMS_AUTH_MESSAGE': 'a' \"b\" '''c\n''', **B, 'X': (1, -2.5e+3, None, [True]), }\n"
        "SMS_AUTH_SETTINGS['SMS_TIMELIFE'] = 0x3c\nif A: B = '\\u0041'\n";
    QVERIFY(importSettings(whole).ok());
    for (qsizetype length = 0; length < whole.size(); ++length) {
        for (const char *inserted : {"", ":", ",", "}", "{", "[", ")", "'", "\\", "\n", "=", "**", "lambda"}) {
            const QByteArray cut = whole.first(length) + inserted;
            const QByteArray damaged = cut + whole.sliced(length);
            for (const QByteArray &text : {cut, damaged}) {
                const Result<ImportedSettings> imported = importSettings(text);
                QVERIFY2(imported.ok() || !imported.error().detail.isEmpty(), text.constData());
            }
        }
    }
}

QTEST_GUILESS_MAIN(tst_settingsimport)
#include "tst_settingsimport.moc"
