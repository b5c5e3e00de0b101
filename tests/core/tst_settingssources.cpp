// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SettingsList.h"
#include "core/settings/SettingsSources.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>
#include <unistd.h>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

using Pairs = QList<QPair<QString, QString>>;

QProcessEnvironment environment(const Pairs &variables)
{
    QProcessEnvironment all;
    for (const auto &[name, value] : variables)
        all.insert(name, value);
    return all;
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class tst_settingssources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void defaults();
    void precedence_data();
    void precedence();
    void everyKeyFromEverySource();
    void lastOptionWins();
    void refused_data();
    void refused();
    void environmentIsForgiving();
    void advice_data();
    void advice();
    void saves();
    void saveReplacesAndRemoves();
    void saveWritesNormalForms();
    void saveRefused_data();
    void saveRefused();
    void saveClosesTheFile();
    void saveIntoNowhere();
    void unreadableFile();
    void aClosedFolderIsNotAnEmptyOne();
    void saveUndoes();
    void savedKeysLoadAgain();

private:
    void write(const QByteArray &text)
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    QByteArray content() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void tst_settingssources::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_file = m_folder->filePath(u"settings.json"_s);
}

void tst_settingssources::defaults()
{
    for (const QString &file : {QString(), m_file}) {
        const Result<LoadedSettings> loaded = loadSettings({.file = file});
        QVERIFY(loaded.ok());
        QCOMPARE(settingsToJson(loaded->settings), settingsToJson(Settings()));
        QCOMPARE(loaded->warnings, QStringList());
        QCOMPARE(loaded->origins.size(), qsizetype(settingsList().size()));
        for (const QString &origin : loaded->origins)
            QCOMPARE(origin, u"default"_s);
    }
    QVERIFY(!QFile::exists(m_file));
}

void tst_settingssources::precedence_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Pairs>("variables");
    QTest::addColumn<Pairs>("options");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("origin");
    const QByteArray file = R"({"SMS_AUTH_PORT": 1001})";
    const Pairs variable{{u"SMS_AUTH_PORT"_s, u"1002"_s}};
    const Pairs option{{u"SMS_AUTH_PORT"_s, u"1003"_s}};
    QTest::newRow("nothing") << QByteArray("{}") << Pairs() << Pairs() << 8000 << u"default"_s;
    QTest::newRow("null in the file") << QByteArray(R"({"SMS_AUTH_PORT": null})") << Pairs() << Pairs() << 8000
                                      << u"default"_s;
    QTest::newRow("file") << file << Pairs() << Pairs() << 1001 << u"file"_s;
    QTest::newRow("variable") << QByteArray("{}") << variable << Pairs() << 1002 << u"environment"_s;
    QTest::newRow("option") << QByteArray("{}") << Pairs() << option << 1003 << u"option"_s;
    QTest::newRow("variable over file") << file << variable << Pairs() << 1002 << u"environment"_s;
    QTest::newRow("option over file") << file << Pairs() << option << 1003 << u"option"_s;
    QTest::newRow("option over variable") << QByteArray("{}") << variable << option << 1003 << u"option"_s;
    QTest::newRow("option over both") << file << variable << option << 1003 << u"option"_s;
}

void tst_settingssources::precedence()
{
    QFETCH(QByteArray, file);
    QFETCH(Pairs, variables);
    QFETCH(Pairs, options);
    QFETCH(int, port);
    QFETCH(QString, origin);
    write(file);
    const Result<LoadedSettings> loaded = loadSettings({m_file, environment(variables), options});
    QVERIFY(loaded.ok());
    QCOMPARE(int(loaded->settings.port), port);
    QCOMPARE(loaded->origins.value(u"SMS_AUTH_PORT"_s), origin);
    QCOMPARE(loaded->origins.value(u"SMS_AUTH_HOST"_s), u"default"_s);
}

// What a running server shows can be given back by each of the sources.
void tst_settingssources::everyKeyFromEverySource()
{
    QJsonObject members = settingsToJson(Settings());
    for (auto member = members.begin(); member != members.end(); ++member) {
        const QJsonValue value = member.value();
        const QString text =
            value.isArray() ? value.toVariant().toStringList().join(u',') : value.toVariant().toString();
        write(QJsonDocument(QJsonObject{{member.key(), value}}).toJson());
        const Result<LoadedSettings> fromFile = loadSettings({.file = m_file});
        QVERIFY2(fromFile.ok(), qPrintable(member.key()));
        if (value.isNull())
            continue;
        QCOMPARE(fromFile->origins.value(member.key()), u"file"_s);
        const Result<LoadedSettings> fromVariable =
            loadSettings({.environment = environment({{member.key(), text}})});
        QVERIFY2(fromVariable.ok(), qPrintable(member.key()));
        QCOMPARE(fromVariable->origins.value(member.key()), u"environment"_s);
        QCOMPARE(fromVariable->warnings, QStringList());
        const Result<LoadedSettings> fromOption = loadSettings({.overrides = {{member.key(), text}}});
        QVERIFY2(fromOption.ok(), qPrintable(member.key()));
        QCOMPARE(fromOption->origins.value(member.key()), u"option"_s);
        for (const LoadedSettings &loaded : {*fromFile, *fromVariable, *fromOption})
            QCOMPARE(settingsToJson(loaded.settings), settingsToJson(Settings()));
    }
}

void tst_settingssources::lastOptionWins()
{
    const Result<LoadedSettings> loaded =
        loadSettings({.overrides = {{u"SMS_TIMELIFE"_s, u"10"_s}, {u"SMS_TIMELIFE"_s, u"20"_s}}});
    QVERIFY(loaded.ok());
    QCOMPARE(loaded->settings.codeLife, seconds(20));
}

void tst_settingssources::refused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Pairs>("variables");
    QTest::addColumn<Pairs>("options");
    QTest::addColumn<QString>("problem"); ///< $ stands for the file
    const auto file = [](const char *name, const QByteArray &text, const QString &problem) {
        QTest::newRow(name) << text << Pairs() << Pairs() << problem;
    };
    const auto option = [](const char *name, const QString &key, const QString &value, const QString &problem) {
        QTest::newRow(name) << QByteArray("{}") << Pairs() << Pairs{{key, value}} << problem;
    };
    const auto variable = [](const char *name, const QString &key, const QString &value, const QString &problem) {
        QTest::newRow(name) << QByteArray("{}") << Pairs{{key, value}} << Pairs() << problem;
    };
    const QString secret = u" = (not shown): is a secret; set it with 'secret set' or in the environment"_s;
    const QString here = u" (in $)"_s;
    const QString unknown = u" = (not shown): there is no such setting"_s;

    file("empty file", "", u"$: Unexpected end: line 1 column 1 (char 0)"_s);
    file("cut file", R"({"SMS_AUTH_PORT": 80)", u"$: Unexpected end: line 1 column 21 (char 20)"_s);
    file("list", "[]", u"$: must hold one JSON object"_s);
    file("text", "\"x\"", u"$: must hold one JSON object"_s);
    file("key twice", R"({"SMS_AUTH_PORT": 80, "SMS_AUTH_PORT": 81})", u"$: Duplicate name"_s);
    file("too large", "{\"SMS_AUTH_MESSAGE\": \"" + QByteArray(1024 * 1024, 'x') + "\"}",
         u"$: The text is longer than 1048576 bytes"_s);
    file("unknown key", R"({"SMS_AUTH_COLOUR": "red"})", u"SMS_AUTH_COLOUR"_s + unknown + here);
    file("key in lower case", R"({"sms_auth_port": 1})", u"sms_auth_port"_s + unknown + here);
    file("key with a line end", R"({"a\nb": 1})", u"a b"_s + unknown + here);
    file("long key", "{\"" + QByteArray(500, 'x') + "\": 1}", QString(77, u'x') + u"..."_s + unknown + here);
    file("key that only an import knows", R"({"SMS_CELERY_FILE_NAME": "x"})",
         u"SMS_CELERY_FILE_NAME"_s + unknown + here);
    file("password", R"({"SMS_AUTH_PROVIDER_PASSWORD": "Hidden4711"})",
         u"SMS_AUTH_PROVIDER_PASSWORD"_s + secret + here);
    file("token", R"({"SMS_AUTH_AUTH_TOKEN": "Hidden4711"})", u"SMS_AUTH_AUTH_TOKEN"_s + secret + here);
    file("out of range", R"({"SMS_AUTH_CODE_LEN": 11})", u"SMS_AUTH_CODE_LEN = 11: must be 4 to 10"_s + here);
    file("wrong kind", R"({"SMS_AUTH_CODE_LEN": {"a": [1]}})",
         u"SMS_AUTH_CODE_LEN = {\"a\":[1]}: must be 4 to 10"_s + here);
    file("unsafe", R"({"SMS_AUTH_MESSAGE": "Hello"})", u"SMS_AUTH_MESSAGE = Hello: must contain {code}"_s);

    variable("variable out of range", u"SMS_TIMELIFE"_s, u"601"_s,
             u"SMS_TIMELIFE = 601: must be 1 to 600 seconds (in the environment)"_s);
    variable("empty variable", u"SMS_AUTH_PORT"_s, QString(),
             u"SMS_AUTH_PORT = : must be 0 to 65535 (in the environment)"_s);
    option("option out of range", u"SMS_AUTH_PORT"_s, u"70000"_s, u"SMS_AUTH_PORT = 70000: must be 0 to 65535"_s);
    option("unknown option", u"SMS_AUTH_COLOUR"_s, u"red"_s, u"SMS_AUTH_COLOUR"_s + unknown);
    option("empty option", QString(), u"red"_s, unknown);
    option("password as an option", u"SMS_AUTH_PROVIDER_PASSWORD"_s, u"Hidden4711"_s,
           u"SMS_AUTH_PROVIDER_PASSWORD"_s + secret);
    option("token as an option", u"SMS_AUTH_AUTH_TOKEN"_s, u"Hidden4711"_s, u"SMS_AUTH_AUTH_TOKEN"_s + secret);

    QTest::newRow("unsafe over several sources")
        << QByteArray(R"({"SMS_DEBUG": true})")
        << Pairs{{u"SMS_AUTH_TRUSTED_PROXIES"_s, u"10.0.0.1"_s}, {u"SMS_AUTH_PORT"_s, u"0"_s}}
        << Pairs{{u"SMS_AUTH_HOST"_s, u"0.0.0.0"_s}}
        << u"SMS_DEBUG = true: must be false while SMS_AUTH_HOST is not a loopback address"_s;
    // A stronger source does not excuse what the file says.
    QTest::newRow("wrong in the file, right in an option")
        << QByteArray(R"({"SMS_AUTH_PORT": -1})") << Pairs() << Pairs{{u"SMS_AUTH_PORT"_s, u"1"_s}}
        << u"SMS_AUTH_PORT = -1: must be 0 to 65535"_s + here;
}

void tst_settingssources::refused()
{
    QFETCH(QByteArray, file);
    QFETCH(Pairs, variables);
    QFETCH(Pairs, options);
    QFETCH(QString, problem);
    write(file);
    const Result<LoadedSettings> loaded = loadSettings({m_file, environment(variables), options});
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, ErrorCode::Settings);
    QCOMPARE(loaded.error().detail, problem.replace(u'$', m_file));
    QVERIFY(!loaded.error().detail.contains(u"Hidden4711"_s));
}

void tst_settingssources::environmentIsForgiving()
{
    const Result<LoadedSettings> loaded =
        loadSettings({.environment = environment({{u"SMS_AUTH_COLOUR"_s, u"Hidden4711"_s},
                                                  {u"SMS_AUTH_ZEBRA"_s, u"1"_s},
                                                  {u"SMS_AUTH_PROVIDER_PASSWORD"_s, u"Hidden4711"_s},
                                                  {u"SMS_AUTH_AUTH_TOKEN"_s, u"Hidden4711"_s},
                                                  {u"SMS_OTHER"_s, u"1"_s},
                                                  {u"HOME"_s, u"/"_s},
                                                  {u"USER_MODEL"_s, u"x"_s},
                                                  {u"SMS_DEBUG"_s, u"True"_s}})});
    QVERIFY(loaded.ok());
    QVERIFY(loaded->settings.debug);
    QCOMPARE(loaded->warnings,
             (QStringList{u"SMS_AUTH_COLOUR in the environment is not a setting and has no effect."_s,
                          u"SMS_AUTH_ZEBRA in the environment is not a setting and has no effect."_s}));
}

void tst_settingssources::advice_data()
{
    QTest::addColumn<Pairs>("options");
    QTest::addColumn<QStringList>("starts");
    const auto row = [](const char *name, const Pairs &options, const QStringList &starts) {
        QTest::newRow(name) << options << starts;
    };
    const QPair live{u"SMS_AUTH_PROVIDER"_s, u"twilio"_s};
    const QPair six{u"SMS_AUTH_CODE_LEN"_s, u"6"_s};
    row("simulated", {}, {});
    row("live with short codes", {live}, {u"SMS_AUTH_CODE_LEN is 4; "_s});
    row("live with long codes", {live, six}, {});
    row("live without limits", {live, six, {u"SMS_AUTH_LIMITS"_s, u"seed"_s}}, {u"SMS_AUTH_LIMITS is seed: "_s});
}

void tst_settingssources::advice()
{
    QFETCH(Pairs, options);
    QFETCH(QStringList, starts);
    const Result<LoadedSettings> loaded = loadSettings({.overrides = options});
    QVERIFY(loaded.ok());
    QCOMPARE(loaded->warnings.size(), starts.size());
    for (qsizetype i = 0; i < starts.size(); ++i)
        QVERIFY2(loaded->warnings.at(i).startsWith(starts.at(i)), qPrintable(loaded->warnings.at(i)));
}

void tst_settingssources::saves()
{
    QVERIFY(saveSettings(m_file, object(R"({"SMS_AUTH_PORT": 9000, "SMS_AUTH_COUNTRIES": ["US"]})")).ok());
    QCOMPARE(object(content()), object(R"({"SMS_AUTH_PORT": 9000, "SMS_AUTH_COUNTRIES": ["US"]})"));
    const Result<LoadedSettings> loaded = loadSettings({.file = m_file});
    QVERIFY(loaded.ok());
    QCOMPARE(int(loaded->settings.port), 9000);
    QCOMPARE(loaded->settings.countries, QStringList{u"US"_s});
}

void tst_settingssources::saveReplacesAndRemoves()
{
    write(R"({"SMS_AUTH_PORT": "9000", "SMS_TIMELIFE": 30, "SMS_DEBUG": true})");
    QVERIFY(
        saveSettings(m_file, object(R"({"SMS_TIMELIFE": 90, "SMS_DEBUG": null, "SMS_AUTH_MAX_TRIES": 3})")).ok());
    QCOMPARE(object(content()),
             object(R"({"SMS_AUTH_PORT": "9000", "SMS_TIMELIFE": 90, "SMS_AUTH_MAX_TRIES": 3})"));
}

void tst_settingssources::saveWritesNormalForms()
{
    QVERIFY(saveSettings(m_file, object(R"({"SMS_AUTH_PORT": "9000", "SMS_DEBUG": "yes", "SMS_AUTH_REGION": "us",
        "SMS_AUTH_PATH": "/api", "SMS_AUTH_COUNTRIES": "us, ru", "SMS_AUTH_RESEND_WAIT": "",
        "SMS_AUTH_DEBUG_PHONE_NUMBER": "+1 202 555 0101", "SMS_AUTH_LIMIT_PHONE": "3/60m"})"))
                .ok());
    QCOMPARE(object(content()), object(R"({"SMS_AUTH_PORT": 9000, "SMS_DEBUG": true, "SMS_AUTH_REGION": "US",
        "SMS_AUTH_PATH": "api/", "SMS_AUTH_COUNTRIES": ["US", "RU"],
        "SMS_AUTH_DEBUG_PHONE_NUMBER": "+12025550101", "SMS_AUTH_LIMIT_PHONE": "3/1h"})"));
    QVERIFY(
        saveSettings(m_file, object(R"({"SMS_AUTH_DEBUG_PHONE_NUMBER": "", "SMS_AUTH_RESEND_WAIT": "5"})")).ok());
    QVERIFY(!object(content()).contains(u"SMS_AUTH_DEBUG_PHONE_NUMBER"_s));
    QCOMPARE(object(content()).value(u"SMS_AUTH_RESEND_WAIT"_s), QJsonValue(5));
}

void tst_settingssources::saveRefused_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QString>("start");
    const QByteArray good = R"({"SMS_AUTH_PORT": 9000})";
    QTest::newRow("out of range") << good << QByteArray(R"({"SMS_AUTH_CODE_LEN": 3})")
                                  << u"SMS_AUTH_CODE_LEN = 3: "_s;
    QTest::newRow("one of two") << good << QByteArray(R"({"SMS_AUTH_CODE_LEN": 6, "SMS_TIMELIFE": 0})")
                                << u"SMS_TIMELIFE = 0: "_s;
    QTest::newRow("unknown") << good << QByteArray(R"({"SMS_AUTH_COLOUR": 1})")
                             << u"SMS_AUTH_COLOUR = (not shown): "_s;
    QTest::newRow("secret") << good << QByteArray(R"({"SMS_AUTH_AUTH_TOKEN": "Hidden4711"})")
                            << u"SMS_AUTH_AUTH_TOKEN = (not shown): "_s;
    QTest::newRow("unsafe") << good << QByteArray(R"({"SMS_AUTH_HOST": "0.0.0.0"})")
                            << u"SMS_AUTH_HOST = 0.0.0.0: "_s;
    QTest::newRow("unsafe with what is there")
        << QByteArray(R"({"SMS_DEBUG": true})")
        << QByteArray(R"({"SMS_AUTH_HOST": "0.0.0.0", "SMS_AUTH_TRUSTED_PROXIES": "10.0.0.1"})")
        << u"SMS_DEBUG = true: "_s;
    QTest::newRow("file that is no JSON") << QByteArray("{") << QByteArray(R"({"SMS_AUTH_PORT": 1})") << QString();
    QTest::newRow("file with an unknown key")
        << QByteArray(R"({"COLOUR": 1})") << QByteArray(R"({"SMS_AUTH_PORT": 1})") << u"COLOUR = (not shown): "_s;
}

void tst_settingssources::saveRefused()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, changes);
    QFETCH(QString, start);
    write(before);
    const Result<void> saved = saveSettings(m_file, object(changes));
    QVERIFY(!saved.ok());
    QCOMPARE(saved.error().code, ErrorCode::Settings);
    QVERIFY2(saved.error().detail.startsWith(start), qPrintable(saved.error().detail));
    QVERIFY(!saved.error().detail.contains(u"Hidden4711"_s));
    QCOMPARE(content(), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"settings.json"_s});
}

void tst_settingssources::saveClosesTheFile()
{
    write("{}");
    QVERIFY(
        QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    const mode_t before = ::umask(0);
    const Result<void> replaced = saveSettings(m_file, object(R"({"SMS_AUTH_PORT": 1})"));
    const QString fresh = m_folder->filePath(u"fresh.json"_s);
    const Result<void> made = saveSettings(fresh, object(R"({"SMS_AUTH_PORT": 1})"));
    ::umask(before);
    QVERIFY(replaced.ok() && made.ok());
    for (const QString &file : {m_file, fresh}) {
        struct stat status = {};
        QCOMPARE(::stat(qPrintable(file), &status), 0);
        QCOMPARE(int(status.st_mode & 07777), 0600);
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
}

void tst_settingssources::saveIntoNowhere()
{
    const Result<void> saved =
        saveSettings(m_folder->filePath(u"missing/settings.json"_s), object(R"({"SMS_DEBUG": true})"));
    QVERIFY(!saved.ok());
    QCOMPARE(saved.error().code, ErrorCode::Storage);
    QVERIFY(saved.error().detail.startsWith(u"cannot write "_s));
}

// A folder in place of the file: it exists and cannot be read, for every user.
void tst_settingssources::unreadableFile()
{
    QVERIFY(QDir().mkpath(m_file));
    const Result<LoadedSettings> loaded = loadSettings({.file = m_file});
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, ErrorCode::Storage);
    QVERIFY(loaded.error().detail.contains(m_file));
    QCOMPARE(saveSettings(m_file, object(R"({"SMS_DEBUG": true})")).error().code, ErrorCode::Storage);
}

void tst_settingssources::aClosedFolderIsNotAnEmptyOne()
{
    const QFileInfo folder(QFileInfo(m_file).absolutePath());
    QVERIFY(QFile::setPermissions(folder.filePath(), {}));
    const bool isRoot = ::geteuid() == 0; // whom nothing is closed to
    QVERIFY(!isRoot || ::seteuid(65534) == 0);
    const Result<LoadedSettings> loaded = loadSettings({.file = m_file});
    QVERIFY(!isRoot || ::seteuid(0) == 0);
    QVERIFY(QFile::setPermissions(folder.filePath(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, ErrorCode::Storage);
    QVERIFY(loaded.error().detail.startsWith(u"cannot read "_s + m_file));
}

// The way in which the engine takes a change back.
void tst_settingssources::saveUndoes()
{
    write(R"({"SMS_AUTH_PORT": 9000})");
    const QJsonObject before = object(content());
    QVERIFY(saveSettings(m_file, object(R"({"SMS_AUTH_PORT": 9001, "SMS_TIMELIFE": 90})")).ok());
    QVERIFY(saveSettings(m_file, object(R"({"SMS_AUTH_PORT": 9000, "SMS_TIMELIFE": null})")).ok());
    QCOMPARE(object(content()), before);
}

void tst_settingssources::savedKeysLoadAgain()
{
    QJsonObject all = settingsToJson(Settings());
    QVERIFY(saveSettings(m_file, all).ok());
    const Result<LoadedSettings> loaded = loadSettings({.file = m_file});
    QVERIFY(loaded.ok());
    QCOMPARE(settingsToJson(loaded->settings), all);
    const QStringList keys = object(content()).keys();
    for (auto value = all.begin(); value != all.end(); ++value)
        QCOMPARE(keys.contains(value.key()), !value->isNull());
}

QTEST_GUILESS_MAIN(tst_settingssources)
#include "tst_settingssources.moc"
