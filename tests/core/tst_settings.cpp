// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SettingChecks.h"
#include "core/settings/SettingsList.h"
#include "core/settings/SettingsSources.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

/// One setting as the documentation has it. Texts are JSON values.
struct Expected
{
    const char *key;
    const char *standard;                              ///< default, as written
    QList<std::pair<const char *, const char *>> good; ///< given → written
    QList<const char *> bad;
};

const QList<Expected> &expectations()
{
    static const QByteArray longText = '"' + QByteArray(251, 'x') + '"';
    static const QByteArray longMessage = '"' + QByteArray(1001, 'x') + '"';
    const QList<std::pair<const char *, const char *>> switches{
        {"true", "true"},       {"false", "false"}, {"1", "true"},        {"0", "false"},
        {"\"1\"", "true"},      {"\"0\"", "false"}, {"\"true\"", "true"}, {"\"True\"", "true"},
        {"\"FALSE\"", "false"}, {"\"on\"", "true"}, {"\"off\"", "false"}, {"\"yes\"", "true"},
        {"\"no\"", "false"}};
    const QList<const char *> noSwitches{"2", "-1", "0.5", "\"\"", "\"perhaps\"", "[]", "{}", "[true]"};
    const QList<std::pair<const char *, const char *>> lines{{"\"a b\"", "\"a b\""}, {"\"Жук\"", "\"Жук\""}};
    const QList<const char *> noLines{"1", "true", "[]", "{}", longText.constData(), "\"a\\nb\"", "\"a\\u0000b\""};
    const QList<const char *> noAnswers = noLines + QList<const char *>{"\"\"", "\"  \""};
    const QList<std::pair<const char *, const char *>> files{{"\"/etc/x.pem\"", "\"/etc/x.pem\""},
                                                             {"\"\"", "\"\""}};
    const QList<const char *> noFiles{"1", "true", "[\"/etc/x.pem\"]", "\"a\\u0000b\"", "\"a\\nb\""};
    const QList<std::pair<const char *, const char *>> limits{
        {"\"1/1s\"", "\"1/1s\""},
        {"\"100000000/30d\"", "\"100000000/30d\""},
        {"\" 5/60m , 10/24h \"", "\"5/1h,10/1d\""},
        {"\"5/1h,\"", "\"5/1h\""},
        {"[\"5/90s\", \"7/120m\"]", "\"5/90s,7/2h\""},
        {"\"1/1s,2/2s,3/3s,4/4s\"", "\"1/1s,2/2s,3/3s,4/4s\""}};
    const QList<const char *> noLimits{"5",
                                       "true",
                                       "\"\"",
                                       "\"5\"",
                                       "\"0/1h\"",
                                       "\"5/0h\"",
                                       "\"-5/1h\"",
                                       "\"5/1w\"",
                                       "\"5/1\"",
                                       "\"5 / 1h\"",
                                       "\"5/1h;\"",
                                       "\"5/31d\"",

                                       "\"100000001/1h\"",
                                       "\"1/1s,1/1s,1/1s,1/1s,1/1s\"",
                                       "[5]",
                                       "[[\"5/1h\"]]",
                                       "{}"};

    static const QList<Expected> all{
        {"SMS_AUTH_CODE_LEN",
         "4",
         {{"4", "4"}, {"10", "10"}, {"\"6\"", "6"}, {"6.0", "6"}},
         {"3", "11", "0", "-4", "4.5", "\"\"", "\"six\"", "\" 6\"", "\"6 \"", "\"+6\"", "\"0x6\"", "true", "[6]",
          "{}", "1e300", "\"99999999999999999999\""}},
        {"SMS_TIMELIFE",
         "60",
         {{"1", "1"}, {"600", "600"}, {"\"300\"", "300"}},
         {"0", "601", "-1", "1.5", "\"\"", "\"60s\"", "false", "[]"}},
        {"SMS_DEBUG", "false", switches, noSwitches},
        {"SMS_DEBUG_CODE",
         "\"1111\"",
         {{"\"1\"", "\"1\""}, {"\"0123456789\"", "\"0123456789\""}, {"4321", "\"4321\""}, {"\"0042\"", "\"0042\""}},
         {"\"\"", "\"12345678901\"", "12345678901", "\"12a4\"", "\"١٢٣٤\"", "-1", "1.5", "true", "[]"}},
        {"SMS_AUTH_DEBUG_PHONE_NUMBER",
         "null",
         {{"\"+12025550101\"", "\"+12025550101\""},
          {"\"+1 (202) 555-0102\"", "\"+12025550102\""},
          {"\"\"", "null"}},
         {"\"2025550101\"", "\"+1\"", "\"no\"", "12025550101", "true", "[]"}},
        {"SMS_AUTH_MAX_TRIES",
         "5",
         {{"1", "1"}, {"100", "100"}, {"\"7\"", "7"}},
         {"0", "101", "-5", "\"\"", "true", "[]"}},
        {"SMS_AUTH_RESEND_WAIT",
         "null",
         {{"0", "0"}, {"86400", "86400"}, {"\"30\"", "30"}, {"\"\"", "null"}},
         {"-1", "86401", "1.5", "\"soon\"", "true", "[]"}},
        {"SMS_AUTH_MESSAGE",
         "\"Your auth code: {code}\"",
         {{"\"{code}\"", "\"{code}\""}, {"\"a\\n{code}\"", "\"a\\n{code}\""}},
         {"\"\"", "\" \"", longMessage.constData(), "\"a\\u0007{code}\"", "1", "true", "[]"}},
        {"SMS_AUTH_REGION",
         "\"\"",
         {{"\"US\"", "\"US\""}, {"\"ru\"", "\"RU\""}, {"\"\"", "\"\""}},
         {"\"XX\"", "\"USA\"", "\"001\"", "\"U\"", "7", "true", "[\"US\"]"}},
        {"SMS_CODE_NOT_FOUND", "\"Code not found\"", lines, noAnswers},
        {"SMS_WAIT_TIME", "\"Code was send early\"", lines, noAnswers},
        {"SMS_REQUEST_SUCCESS", "\"Your request was successfully processed\"", lines, noAnswers},
        {"SMS_USER_ALREADY_EXIST", "\"User already exist\"", lines, noAnswers},
        {"SMS_USER_FIELD",
         "\"username\"",
         {{"\"phone\"", "\"phone\""}, {"\"_p1\"", "\"_p1\""}},
         {"\"\"", "\"1p\"", "\"a-b\"", "\"a b\"", "\"ж\"", "1", "true", "[]"}},
        {"SMS_AUTH_SUCCESS_KEY", "\"jwt_token\"", {{"\"pk\"", "\"pk\""}}, {"\"\"", "\"a.b\"", "1", "true", "[]"}},
        {"SMS_AUTH_RESPONSE",
         "\"object\"",
         {{"\"object\"", "\"object\""}, {"\"value\"", "\"value\""}, {"\"User\"", "\"user\""}},
         {"\"\"", "\"json\"", "1", "true", "[\"user\"]"}},
        {"SMS_AUTH_PROVIDER",
         "\"sandbox\"",
         {{"\"twilio\"", "\"twilio\""}, {"\"my_own-1\"", "\"my_own-1\""}},
         {"\"\"", "\"../x\"", "\"a.b\"", "\"-a\"", "\"a b\"", "1", "true", "[]"}},
        {"SMS_AUTH_PROVIDER_LOGIN", "\"\"", lines, noLines},
        {"SMS_AUTH_PROVIDER_FROM", "\"\"", lines, noLines},
        {"SMS_AUTH_PROVIDER_URL",
         "\"\"",
         {{"\"https://sms.example\"", "\"https://sms.example\""},
          {"\"http://127.0.0.1:9/send?a=b\"", "\"http://127.0.0.1:9/send?a=b\""},
          {"\"\"", "\"\""}},
         {"\"sms.example\"", "\"ftp://sms.example\"", "\"https://\"", "\"https://user:word@sms.example\"",
          "\"https://sms.example/#a\"", "\"https://sms example\"", "1", "true", "[]"}},
        {"SMS_AUTH_ACCOUNT_SID", "\"\"", lines, noLines},
        {"SMS_AUTH_GATEWAY_PRIVATE", "false", switches, noSwitches},
        {"SMS_AUTH_GATEWAY_CA", "\"\"", files, noFiles},
        {"SMS_AUTH_HOST",
         "\"127.0.0.1\"",
         {{"\"0.0.0.0\"", "\"0.0.0.0\""},
          {"\"::1\"", "\"::1\""},
          {"\"fe80::1%eth0\"", "\"fe80::1%eth0\""},
          {"\"LocalHost\"", "\"localhost\""}},
         {"\"\"", "\"example.com\"", "\"127.1\"", "\"1\"", "\"256.0.0.1\"", "\"127.0.0.1:80\"", "\"[::1]\"", "127",
          "true", "[]"}},
        {"SMS_AUTH_PORT",
         "8000",
         {{"0", "0"}, {"65535", "65535"}, {"\"8443\"", "8443"}},
         {"-1", "65536", "80.5", "\"\"", "\"http\"", "true", "[]"}},
        {"SMS_AUTH_PATH",
         "\"auth/\"",
         {{"\"\"", "\"\""},
          {"\"/\"", "\"\""},
          {"\"api\"", "\"api/\""},
          {"\"/api/v1/\"", "\"api/v1/\""},
          {"\"a.b~c-d_e/f\"", "\"a.b~c-d_e/f/\""}},
         {"\"//\"", "\"a//b\"", "\"../a\"", "\"a/./b\"", "\"a b\"", "\"a?b\"", "\"a%20\"", "\"ж\"", "\"<id>\"",
          "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
          "\"",
          "1", "true", "[]"}},
        {"SMS_AUTH_DATABASE", "\"\"", files, noFiles + QList<const char *>{"\"postgresql://db.example/smsauth\""}},
        {"SMS_AUTH_TLS_CERT", "\"\"", files, noFiles},
        {"SMS_AUTH_TLS_KEY", "\"\"", files, noFiles},
        {"SMS_AUTH_ALLOWED_HOSTS",
         "[]",
         {{"\"A.example, b.example\"", "[\"a.example\",\"b.example\"]"},
          {"[\"a\"]", "[\"a\"]"},
          {"[]", "[]"},
          {"\"\"", "[]"},
          {"\" , \"", "[]"}},
         {"\"a.example:80\"", "\"*\"", "\"-a\"", "\"a..b\"", "\"http://a\"", "[\"\"]", "[1]", "[\"a\", null]", "1",
          "true", "{}"}},
        {"SMS_AUTH_TRUSTED_PROXIES",
         "[]",
         {{"\"127.0.0.1, 10.0.0.0/8\"", "[\"127.0.0.1\",\"10.0.0.0/8\"]"},
          {"[\"::1\", \"fd00::/128\"]", "[\"::1\",\"fd00::/128\"]"}},
         {"\"10.0.0.0/0\"", "\"10.0.0.0/33\"", "\"::/129\"", "\"10.0.0.0/\"", "\"10.0.0.0/a\"", "\"proxy\"",
          "\"10/8\"", "[1]", "1", "true"}},
        {"SMS_AUTH_CORS_ORIGINS",
         "null",
         {{"\"https://a.example, http://localhost:3000\"", "[\"https://a.example\",\"http://localhost:3000\"]"},
          {"\"https://A.example/\"", "[\"https://a.example\"]"},
          {"[]", "[]"},
          {"\"\"", "[]"}},
         {"\"*\"", "\"null\"", "\"a.example\"", "\"https://a.example/b\"", "\"https://u@a.example\"",
          "\"file:///a\"", "\"https://a.example?b\"", "[1]", "1", "true"}},
        {"SMS_AUTH_NETWORK_PLAIN", "false", switches, noSwitches},
        {"SMS_AUTH_LIMITS",
         "\"auto\"",
         {{"\"auto\"", "\"auto\""}, {"\"seed\"", "\"seed\""}, {"\"PROTECT\"", "\"protect\""}},
         {"\"\"", "\"none\"", "1", "true", "[]"}},
        {"SMS_AUTH_LIMIT_PHONE", "\"5/1h,10/1d\"", limits, noLimits},
        {"SMS_AUTH_LIMIT_ADDRESS", "\"20/1h\"", limits, noLimits},
        {"SMS_AUTH_LIMIT_PREFIX", "\"50/1h\"", limits, noLimits},
        {"SMS_AUTH_LIMIT_COUNTRY", "\"1000/1h\"", limits, noLimits},
        {"SMS_AUTH_LIMIT_GLOBAL", "\"5000/1h\"", limits, noLimits},
        {"SMS_AUTH_COUNTRIES",
         "[]",
         {{"\"us, RU\"", "[\"US\",\"RU\"]"}, {"[\"DE\"]", "[\"DE\"]"}, {"\"\"", "[]"}},
         {"\"XX\"", "\"US,XX\"", "\"USA\"", "[\"\"]", "[1]", "1", "true"}},
        {"SMS_AUTH_TOKEN_ALGORITHM",
         "\"ES256\"",
         {{"\"ES256\"", "\"ES256\""}, {"\"hs256\"", "\"HS256\""}},
         {"\"\"", "\"none\"", "\"RS256\"", "1", "true", "[]"}},
        {"SMS_AUTH_TOKEN_LIFE",
         "3600",
         {{"1", "1"}, {"31536000", "31536000"}, {"\"60\"", "60"}},
         {"0", "31536001", "-1", "\"\"", "\"1h\"", "true", "[]"}},
        {"SMS_AUTH_TOKEN_ISSUER", "\"smsauth\"", lines, noAnswers},
        {"SMS_AUTH_SECRETS",
         "\"auto\"",
         {{"\"auto\"", "\"auto\""},
          {"\"keyring\"", "\"keyring\""},
          {"\"file\"", "\"file\""},
          {"\"Memory\"", "\"memory\""}},
         {"\"\"", "\"plain\"", "1", "true", "[]"}},
        {"SMS_AUTH_PASSPHRASE_FILE", "\"\"", files, noFiles},
        {"SMS_AUTH_CLEANUP_INTERVAL",
         "600",
         {{"0", "0"}, {"86400", "86400"}, {"\"60\"", "60"}},
         {"-1", "86401", "\"\"", "true", "[]"}},
        {"SMS_AUTH_CLEANUP_AT",
         "\"\"",
         {{"\"03:30\"", "\"03:30\""}, {"\"23:59\"", "\"23:59\""}, {"\"\"", "\"\""}},
         {"\"3:30\"", "\"24:00\"", "\"03:60\"", "\"03:30:00\"", "\" 03:30\"", "330", "true", "[]"}},
        {"SMS_AUTH_LOG_DAYS",
         "30",
         {{"1", "1"}, {"3650", "3650"}, {"\"7\"", "7"}},
         {"0", "3651", "-1", "\"\"", "true", "[]"}},
        {"SMS_AUTH_LOG_ROWS",
         "100000",
         {{"1", "1"}, {"100000000", "100000000"}, {"\"500\"", "500"}},
         {"0", "100000001", "-1", "\"\"", "true", "[]"}},
    };
    return all;
}

QJsonValue json(const char *text)
{
    return QJsonDocument::fromJson('[' + QByteArray(text) + ']').array().at(0);
}

QByteArray text(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).sliced(1).chopped(1);
}

QByteArray shortened(const QByteArray &name)
{
    return name.size() > 60 ? name.first(57) + "..." : name;
}

} // namespace

class tst_settings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listIsComplete();
    void listIsWellFormed();
    void standard_data();
    void standard();
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void writtenIsRead();
    void nullIsTheDefault();
    void hiddenValues_data();
    void hiddenValues();
    void longValuesAreCut();
    void unknownKeys();
    void combinations_data();
    void combinations();
    void networks_data();
    void networks();
};

void tst_settings::listIsComplete()
{
    QStringList documented;
    for (const Expected &expected : expectations())
        documented.append(QLatin1StringView(expected.key));
    QStringList listed;
    for (const SettingInfo &info : settingsList())
        listed.append(info.key);
    QCOMPARE(listed, documented);
    QCOMPARE(settingsToJson(Settings()).keys().size(), documented.size());
}

void tst_settings::listIsWellFormed()
{
    QSet<QString> labels;
    int group = -1;
    for (const SettingInfo &info : settingsList()) {
        QCOMPARE(findSetting(QString(info.key)), &info);
        QVERIFY2(!info.label.isEmpty() && QString(info.label).front().isUpper(), info.key.data());
        QVERIFY2(info.help.endsWith(u'.'), info.key.data());
        QVERIFY2(!info.range.isEmpty(), info.key.data());
        QVERIFY2(!labels.contains(info.label), info.key.data());
        labels.insert(info.label);
        QCOMPARE(info.choices.isEmpty(), info.kind != SettingInfo::Kind::Choice);
        QCOMPARE(info.choices.isEmpty() ? QString() : info.choices.join(u" | "_s),
                 info.choices.isEmpty() ? QString() : QString(info.range));
        // Pages show the groups one after the other.
        QVERIFY2(int(info.group) >= group, info.key.data());
        group = int(info.group);
        for (const QLatin1StringView &sentence : {info.label, info.help, info.range}) {
            for (const char c : sentence)
                QVERIFY2(c >= ' ' && c <= '~', info.key.data());
        }
    }
}

void tst_settings::standard_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("value");
    for (const Expected &expected : expectations())
        QTest::newRow(expected.key) << QString::fromLatin1(expected.key) << QByteArray(expected.standard);
}

void tst_settings::standard()
{
    QFETCH(QString, key);
    QFETCH(QByteArray, value);
    QCOMPARE(text(findSetting(key)->write(Settings())), value);
    QCOMPARE(text(settingsToJson(Settings()).value(key)), value);
}

void tst_settings::accepted_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("given");
    QTest::addColumn<QByteArray>("written");
    for (const Expected &expected : expectations()) {
        for (const auto &[given, written] : expected.good)
            QTest::addRow("%s = %s", expected.key, given)
                << QString::fromLatin1(expected.key) << json(given) << QByteArray(written);
    }
}

void tst_settings::accepted()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, given);
    QFETCH(QByteArray, written);
    Settings settings;
    const Result<void> read = findSetting(key)->read(settings, given);
    QVERIFY2(read.ok(), qPrintable(read.error().detail));
    QCOMPARE(text(findSetting(key)->write(settings)), written);
}

void tst_settings::refused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("given");
    for (const Expected &expected : expectations()) {
        for (const char *given : expected.bad)
            QTest::addRow("%s = %s", expected.key, shortened(given).constData())
                << QString::fromLatin1(expected.key) << json(given);
    }
}

void tst_settings::refused()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, given);
    Settings settings;
    const Result<void> read = findSetting(key)->read(settings, given);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, ErrorCode::Settings);
    QVERIFY2(read.error().detail.startsWith(key + u" = "_s), qPrintable(read.error().detail));
    QVERIFY2(read.error().detail.endsWith(u": must be "_s + findSetting(key)->range),
             qPrintable(read.error().detail));
    QVERIFY(!read.error().detail.contains(u'\n'));
    QCOMPARE(settingsToJson(settings), settingsToJson(Settings()));
}

// What a page shows can be sent back as it is; and so can its text form, as a file, variable or option has it.
void tst_settings::writtenIsRead()
{
    for (const Expected &expected : expectations()) {
        const SettingInfo &info = *findSetting(QString::fromLatin1(expected.key));
        for (const auto &[given, written] : expected.good) {
            Settings settings;
            QVERIFY(info.read(settings, json(given)).ok());
            Settings again;
            QVERIFY2(info.read(again, info.write(settings)).ok(), expected.key);
            QCOMPARE(text(info.write(again)), QByteArray(written));

            const QJsonValue value = info.write(settings);
            QString asText = value.toVariant().toString();
            if (value.isArray())
                asText = value.toVariant().toStringList().join(u',');
            if (value.isNull() || (value.isArray() && asText.isEmpty()))
                continue;
            Settings third;
            QVERIFY2(info.read(third, asText).ok(), expected.key);
            QCOMPARE(text(info.write(third)), QByteArray(written));
        }
    }
}

void tst_settings::nullIsTheDefault()
{
    for (const Expected &expected : expectations()) {
        const SettingInfo &info = *findSetting(QString::fromLatin1(expected.key));
        Settings settings;
        QVERIFY(info.read(settings, json(expected.good.back().first)).ok());
        QVERIFY(info.read(settings, QJsonValue()).ok());
        QCOMPARE(text(info.write(settings)), QByteArray(expected.standard));
    }
}

void tst_settings::hiddenValues_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("code") << u"SMS_DEBUG_CODE"_s << u"12345678901"_s;
    QTest::newRow("number") << u"SMS_AUTH_DEBUG_PHONE_NUMBER"_s << u"2025550101"_s;
    QTest::newRow("address with a password") << u"SMS_AUTH_PROVIDER_URL"_s << u"https://user:word@sms.example"_s;
    QTest::newRow("database with a password") << u"SMS_AUTH_DATABASE"_s << u"postgresql://user:word@db.example/x"_s;
}

void tst_settings::hiddenValues()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    Settings settings;
    const Result<void> read = findSetting(key)->read(settings, value);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().detail, key + u" = (not shown): must be "_s + findSetting(key)->range);
}

void tst_settings::longValuesAreCut()
{
    Settings settings;
    const Result<void> read = findSetting(u"SMS_AUTH_HOST")->read(settings, QString(5000, u'x') + u"\n\ny"_s);
    QVERIFY(!read.ok());
    QVERIFY(read.error().detail.size() < 200);
    QVERIFY(!read.error().detail.contains(u'\n'));
}

void tst_settings::unknownKeys()
{
    for (const char16_t *key :
         {u"", u"SMS_AUTH_COLOUR", u"sms_debug", u"SMS_DEBUG ", u"SMS_AUTH_PROVIDER_PASSWORD",
          u"SMS_AUTH_AUTH_TOKEN", u"SMS_CELERY_FILE_NAME", u"USER_MODEL", u"SMS_USER_SERIALIZER"})
        QCOMPARE(findSetting(key), nullptr);
    QStringList secrets;
    for (const SecretKey &secret : secretKeys())
        secrets.append(secret.key + u" "_s + secret.variable);
    QCOMPARE(secrets, (QStringList{u"SMS_AUTH_PROVIDER_PASSWORD password"_s, u"SMS_AUTH_AUTH_TOKEN password"_s}));
}

void tst_settings::combinations_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const char *members, const QString &problem = {}) {
        QTest::newRow(name) << QByteArray(members) << problem;
    };
    const QString plain = u"must be a loopback address without SMS_AUTH_TLS_CERT and SMS_AUTH_TLS_KEY, or "
                          u"SMS_AUTH_TRUSTED_PROXIES"_s;
    const QString one = u"must be one private address (such as 192.168.1.10) with SMS_AUTH_NETWORK_PLAIN"_s;
    const QString https = u"SMS_AUTH_PROVIDER_URL = %1: must be https; plain http needs a private address and "
                          u"SMS_AUTH_GATEWAY_PRIVATE = true"_s;
    const QString loopback = u"must be %1 while SMS_AUTH_HOST is not a loopback address"_s;

    row("defaults", "{}");

    // Where it listens
    row("another loopback address", R"({"SMS_AUTH_HOST": "127.8.9.1"})");
    row("IPv6 loopback", R"({"SMS_AUTH_HOST": "::1"})");
    row("mapped loopback", R"({"SMS_AUTH_HOST": "::ffff:127.0.0.1"})");
    row("localhost", R"({"SMS_AUTH_HOST": "localhost"})");
    row("all addresses", R"({"SMS_AUTH_HOST": "0.0.0.0"})", u"SMS_AUTH_HOST = 0.0.0.0: "_s + plain);
    row("all IPv6 addresses", R"({"SMS_AUTH_HOST": "::"})", u"SMS_AUTH_HOST = ::: "_s + plain);
    row("public address", R"({"SMS_AUTH_HOST": "203.0.113.7"})", u"SMS_AUTH_HOST = 203.0.113.7: "_s + plain);
    row("private address", R"({"SMS_AUTH_HOST": "192.168.1.10"})", u"SMS_AUTH_HOST = 192.168.1.10: "_s + plain);
    row("live on a private address", R"({"SMS_AUTH_HOST": "10.0.0.5", "SMS_AUTH_PROVIDER": "twilio"})",
        u"SMS_AUTH_HOST = 10.0.0.5: "_s + plain);
    row("TLS", R"({"SMS_AUTH_HOST": "0.0.0.0", "SMS_AUTH_TLS_CERT": "/c", "SMS_AUTH_TLS_KEY": "/k"})");
    row("live with TLS",
        R"({"SMS_AUTH_HOST": "::", "SMS_AUTH_TLS_CERT": "/c", "SMS_AUTH_TLS_KEY": "/k", "SMS_AUTH_PROVIDER": "twilio"})");
    row("proxy", R"({"SMS_AUTH_HOST": "0.0.0.0", "SMS_AUTH_TRUSTED_PROXIES": "10.0.0.1"})");
    row("own network", R"({"SMS_AUTH_HOST": "192.168.1.10", "SMS_AUTH_NETWORK_PLAIN": true})");
    row("own IPv6 network", R"({"SMS_AUTH_HOST": "fd00::5", "SMS_AUTH_NETWORK_PLAIN": true})");
    row("own network, all addresses", R"({"SMS_AUTH_HOST": "0.0.0.0", "SMS_AUTH_NETWORK_PLAIN": true})",
        u"SMS_AUTH_HOST = 0.0.0.0: "_s + one);
    row("own network, public address", R"({"SMS_AUTH_HOST": "203.0.113.7", "SMS_AUTH_NETWORK_PLAIN": true})",
        u"SMS_AUTH_HOST = 203.0.113.7: "_s + one);
    row("own network, live",
        R"({"SMS_AUTH_HOST": "192.168.1.10", "SMS_AUTH_NETWORK_PLAIN": true, "SMS_AUTH_PROVIDER": "twilio"})",
        u"SMS_AUTH_NETWORK_PLAIN = true: must not replace TLS while SMS_AUTH_PROVIDER is live"_s);
    row("certificate without key", R"({"SMS_AUTH_TLS_CERT": "/c"})",
        u"SMS_AUTH_TLS_KEY = : must be set with SMS_AUTH_TLS_CERT"_s);
    row("key without certificate", R"({"SMS_AUTH_TLS_KEY": "/k"})",
        u"SMS_AUTH_TLS_CERT = : must be set with SMS_AUTH_TLS_KEY"_s);

    // Codes for debugging
    row("debug", R"({"SMS_DEBUG": true})");
    row("debug number", R"({"SMS_AUTH_DEBUG_PHONE_NUMBER": "+12025550101"})");
    row("debug behind a proxy", R"({"SMS_DEBUG": true, "SMS_AUTH_TRUSTED_PROXIES": "127.0.0.1"})",
        u"SMS_DEBUG = true: must be false while SMS_AUTH_TRUSTED_PROXIES is set"_s);
    row("debug beyond loopback",
        R"({"SMS_DEBUG": true, "SMS_AUTH_HOST": "0.0.0.0", "SMS_AUTH_TLS_CERT": "/c", "SMS_AUTH_TLS_KEY": "/k"})",
        u"SMS_DEBUG = true: "_s + loopback.arg(u"false"_s));
    row("debug in the own network",
        R"({"SMS_DEBUG": true, "SMS_AUTH_HOST": "192.168.1.10", "SMS_AUTH_NETWORK_PLAIN": true})",
        u"SMS_DEBUG = true: "_s + loopback.arg(u"false"_s));
    row("debug number beyond loopback",
        R"({"SMS_AUTH_DEBUG_PHONE_NUMBER": "+12025550101", "SMS_AUTH_HOST": "0.0.0.0", "SMS_AUTH_TRUSTED_PROXIES": "10.0.0.1"})",
        u"SMS_AUTH_DEBUG_PHONE_NUMBER = (not shown): "_s + loopback.arg(u"unset"_s));
    row("debug code as long as a code", R"({"SMS_DEBUG_CODE": "123456", "SMS_AUTH_CODE_LEN": 6})");
    row("debug code shorter than a code", R"({"SMS_DEBUG_CODE": "1", "SMS_AUTH_CODE_LEN": 10})");
    row("debug code longer than a code", R"({"SMS_DEBUG_CODE": "12345"})",
        u"SMS_DEBUG_CODE = (not shown): must not be longer than SMS_AUTH_CODE_LEN"_s);

    // Messages
    row("message without a code", R"({"SMS_AUTH_MESSAGE": "Hello"})",
        u"SMS_AUTH_MESSAGE = Hello: must contain {code}"_s);
    row("message with another name", R"({"SMS_AUTH_MESSAGE": "{Code}"})",
        u"SMS_AUTH_MESSAGE = {Code}: must contain {code}"_s);

    // Limits: two windows of one length would be one count
    row("limits for different times", R"({"SMS_AUTH_LIMIT_PHONE": "5/1h,10/1d,100/30d"})");
    row("two limits for the same time", R"({"SMS_AUTH_LIMIT_PHONE": "5/1h,10/60m"})",
        u"SMS_AUTH_LIMIT_PHONE = 5/1h,10/1h: must not have two limits for the same time (1h)"_s);
    row("the same limit twice", R"({"SMS_AUTH_LIMIT_GLOBAL": "5/90s,7/1h,5/90s"})",
        u"SMS_AUTH_LIMIT_GLOBAL = 5/90s,7/1h,5/90s: must not have two limits for the same time (90s)"_s);
    row("the same time in two limits", R"({"SMS_AUTH_LIMIT_PHONE": "5/1h", "SMS_AUTH_LIMIT_ADDRESS": "5/1h"})");

    // Users
    row("success key: pk", R"({"SMS_AUTH_SUCCESS_KEY": "pk"})");
    row("success key: id", R"({"SMS_AUTH_SUCCESS_KEY": "id"})");
    row("success key: e-mail", R"({"SMS_AUTH_SUCCESS_KEY": "email"})");
    row("success key: is_active", R"({"SMS_AUTH_SUCCESS_KEY": "is_active"})");
    row("success key: the number's field", R"({"SMS_AUTH_SUCCESS_KEY": "phone", "SMS_USER_FIELD": "phone"})");
    row("success key: unknown", R"({"SMS_AUTH_SUCCESS_KEY": "token"})",
        u"SMS_AUTH_SUCCESS_KEY = token: must be one of jwt_token, pk, id, username, first_name, last_name, email, "
        u"is_active"_s);
    row("success key: unknown beside a field", R"({"SMS_AUTH_SUCCESS_KEY": "token", "SMS_USER_FIELD": "phone"})",
        u"SMS_AUTH_SUCCESS_KEY = token: must be one of jwt_token, pk, id, username, first_name, last_name, email, "
        u"is_active, phone"_s);
    for (const char *field : {"pk", "id", "jwt_token", "is_active"}) {
        QTest::addRow("the server's own field %s", field)
            << QByteArray(R"({"SMS_USER_FIELD": ")" + QByteArray(field) + "\"}")
            << u"SMS_USER_FIELD = %1: must not be one of pk, id, jwt_token, is_active"_s.arg(
                   QLatin1StringView(field));
    }

    // Paths
    for (const char *path : {"healthz", "sandbox", ".well-known", "sandbox/v1", "HealthZ"}) {
        QTest::addRow("taken path %s", path)
            << QByteArray(R"({"SMS_AUTH_PATH": ")" + QByteArray(path) + "\"}")
            << u"SMS_AUTH_PATH = %1/: must not begin with healthz, sandbox, .well-known"_s.arg(
                   QLatin1StringView(path));
    }
    row("taken name further down", R"({"SMS_AUTH_PATH": "api/sandbox"})");
    row("no path", R"({"SMS_AUTH_PATH": ""})");

    // The gateway
    row("plain http", R"({"SMS_AUTH_PROVIDER": "http", "SMS_AUTH_PROVIDER_URL": "http://sms.example"})",
        https.arg(u"http://sms.example"_s));
    row("plain http to a public address",
        R"({"SMS_AUTH_PROVIDER": "http", "SMS_AUTH_PROVIDER_URL": "http://203.0.113.7/x", "SMS_AUTH_GATEWAY_PRIVATE": true})",
        https.arg(u"http://203.0.113.7"_s));
    row("plain http with a key in the address",
        R"({"SMS_AUTH_PROVIDER": "http", "SMS_AUTH_PROVIDER_URL": "http://sms.example:81/hush?key=hush"})",
        https.arg(u"http://sms.example:81"_s));
    row("plain http to a private address",
        R"({"SMS_AUTH_PROVIDER": "http", "SMS_AUTH_PROVIDER_URL": "http://127.0.0.1:9", "SMS_AUTH_GATEWAY_PRIVATE": true})");
    row("plain http to a name",
        R"({"SMS_AUTH_PROVIDER": "http", "SMS_AUTH_PROVIDER_URL": "http://modem", "SMS_AUTH_GATEWAY_PRIVATE": true})");
    row("plain http that is not used", R"({"SMS_AUTH_PROVIDER_URL": "http://sms.example"})");
    row("https", R"({"SMS_AUTH_PROVIDER": "http", "SMS_AUTH_PROVIDER_URL": "https://sms.example"})");
}

void tst_settings::combinations()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, problem);
    const QJsonObject object = QJsonDocument::fromJson(members).object();
    QVERIFY(!object.isEmpty() || members == "{}");
    Settings settings;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const Result<void> read = findSetting(member.key())->read(settings, member.value());
        QVERIFY2(read.ok(), qPrintable(read.error().detail));
    }
    const Result<void> valid = validate(settings);
    QCOMPARE(valid.ok() ? QString() : valid.error().detail, problem);
    if (!valid)
        QCOMPARE(valid.error().code, ErrorCode::Settings);
}

void tst_settings::networks_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("loopback");
    QTest::addColumn<bool>("isPrivate");
    const auto row = [](const char *host, bool loopback, bool isPrivate) {
        QTest::newRow(host) << QString::fromLatin1(host) << loopback << isPrivate;
    };
    row("localhost", true, false);
    row("127.0.0.1", true, false);
    row("127.255.255.254", true, false);
    row("::1", true, false);
    row("::ffff:127.0.0.1", true, false);
    row("128.0.0.1", false, false);
    row("0.0.0.0", false, false);
    row("::", false, false);
    row("10.0.0.1", false, true);
    row("11.0.0.1", false, false);
    row("172.15.0.1", false, false);
    row("172.16.0.1", false, true);
    row("172.31.255.255", false, true);
    row("172.32.0.1", false, false);
    row("192.168.0.1", false, true);
    row("192.169.0.1", false, false);
    row("169.254.1.1", false, true);
    row("::ffff:192.168.0.1", false, true);
    row("fd12::1", false, true);
    row("fe80::1", false, true);
    row("2001:db8::1", false, false);
    row("example.com", false, false);
}

void tst_settings::networks()
{
    QFETCH(QString, host);
    QFETCH(bool, loopback);
    QFETCH(bool, isPrivate);
    QCOMPARE(checks::isLoopback(host), loopback);
    QCOMPARE(checks::isPrivate(host), isPrivate);
}

QTEST_GUILESS_MAIN(tst_settings)
#include "tst_settings.moc"
