// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"
#include "app/ExitCode.h"
#include "app/HelpText.h"
#include "core/admin/Commands.h"
#include "core/engine/Profile.h"
#include "core/settings/SettingsList.h"

#include <QFile>
#include <QJsonDocument>
#include <QScopeGuard>
#include <QtTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class tst_CommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCommands_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("command");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *line, const char *command, const char *json) {
            QTest::newRow(line) << words(line) << QString::fromLatin1(command) << QByteArray(json);
        };
        row("serve", "serve", "{}");
        row("status --json", "status", "{}");
        row("clear-expired", "clear-expired", "{}");
        row("clear_expired --dry-run", "clear-expired", R"({"dry_run":true})");
        row("--dry-run clear-expired", "clear-expired", R"({"dry_run":true})");
        row("codes list", "codes list", "{}");
        row("codes list --live --limit 5", "codes list", R"({"limit":5,"live":true})");
        row("--phone +12025550101 codes wait --since=7 --timeout 2", "codes wait",
            R"({"phone":"+12025550101","since":7,"timeout":2})");
        row("log --phone +12025550101 --state failed --limit 3 --before 9", "log",
            R"({"before":9,"limit":3,"phone":"+12025550101","state":"failed"})");
        row("send-test --to +12025550101 --provider twilio", "send-test",
            R"({"provider":"twilio","to":"+12025550101"})");
        row("users list --limit=-1", "users list", R"({"limit":-1})"); // the range is the command's business
        row("flow run --n 100 --parallel=16 --rate 5 --phone +12025550100 --url URL --junit out.xml", "flow run",
            R"({"junit":"out.xml","n":100,"parallel":16,"phone":"+12025550100","rate":5,"url":"URL"})");
        row("settings show", "settings show", "{}");
        row("settings check", "settings check", "{}");
        row("settings import settings.py", "settings import", "{}");
        row("settings import --live settings.py", "settings import", R"({"live":true})");
        row("settings import -- --odd-name", "settings import", "{}");
        row("secret set twilio.password", "secret set", "{}");
        row("users list --find ada", "users list", R"({"find":"ada"})");
        row("backup copy.db", "backup", "{}");
        row("backup --overwrite copy.db", "backup", R"({"overwrite":true})");
        row("restore copy.db", "restore", "{}");
        row("compact --rebuild", "compact", R"({"rebuild":true})");
        row("audit list --find ann --limit 3 --before 9", "audit list", R"({"before":9,"find":"ann","limit":3})");
        row("audit verify --noted 7:ab", "audit verify", R"({"noted":"7:ab"})");
        row("secret list", "secret list", "{}");
        row("secret delete twilio.password", "secret delete", "{}");
    }
    void readsCommands()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, command);
        QFETCH(QByteArray, json);
        const Result<Invocation> call = parseCommandLine(arguments);
        QVERIFY2(call.ok(), qPrintable(call.ok() ? QString() : call.error().detail));
        QCOMPARE(call->kind, Invocation::Kind::Command);
        QCOMPARE(QString(call->info->words), command);
        QCOMPARE(QJsonDocument(call->arguments).toJson(QJsonDocument::Compact), json);
        QCOMPARE(call->json, arguments.contains(u"--json"_s));
        QCOMPARE(call->operand, call->info->operand.isEmpty() ? QString() : arguments.last());
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const char *line : {"",
                                 "--json",
                                 "nothing",
                                 "codes",
                                 "codes delete",
                                 "help nothing",
                                 "nothing --help",
                                 "codes nothing -h",
                                 "secret",
                                 "serve now",
                                 "log --colour red",
                                 "log --limit",
                                 "log --limit x",
                                 "log --limit 1.5",
                                 "log --limit 99999999999999999999",
                                 "log --limit 1 --limit 2",
                                 "log --dry-run",
                                 "log --state --json",
                                 "log --phone --profile /tmp/x",
                                 "codes wait",
                                 "send-test",
                                 "secret set",
                                 "secret set a b",
                                 "settings import",
                                 "backup",
                                 "restore",
                                 "status --json=yes",
                                 "serve --set",
                                 "serve --set KEY",
                                 "serve --set =VALUE",
                                 "serve --profile",
                                 "serve --profile=",
                                 "serve -x",
                                 "serve --phone +12025550101",
                                 "status extra"})
            QTest::newRow(line) << words(line);
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        const Result<Invocation> call = parseCommandLine(arguments);
        QVERIFY(!call.ok());
        QCOMPARE(exitCode(call.error()), ExitCode::BadInput);
        QVERIFY(!call.error().detail.isEmpty());
    }

    void refusesWordsThatAreNoText()
    {
        const std::array good{"log", "\xc3\xa9", "\xef\xbf\xbd", "\xef\xbb\xbfx"};
        const Result<QStringList> words = readWords(good);
        QVERIFY(words.ok());
        for (qsizetype i = 0; i < words->size(); ++i)
            QCOMPARE(words->at(i).toUtf8(), QByteArray(good[size_t(i)]));
        for (const char *bad : {"a\xff", "a\xfe", "\xc3", "\xed\xa0\x80"}) {
            const std::array line{"log", bad};
            const Result<QStringList> refused = readWords(line);
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().detail, u"word 2 of the command line is not UTF-8 text"_s);
        }
    }

    void doesNotRepeatWhatMayBeASecret()
    {
        const Result<Invocation> call = parseCommandLine(words("serve --set hunter2"));
        QVERIFY(!call.ok());
        QVERIFY(!call.error().detail.contains(u"hunter2"));
    }

    void repeatsOnlyABitOfWhatIsWrong()
    {
        const QString huge(100'000, u'x');
        for (const QStringList &line : {QStringList{huge}, QStringList{u"log"_s, u"--"_s + huge},
                                        QStringList{u"log"_s, huge}, QStringList{u"serve"_s, u"--set"_s, huge}}) {
            const Result<Invocation> call = parseCommandLine(line);
            QVERIFY(!call.ok());
            QVERIFY(call.error().detail.size() < 200);
        }
    }

    void readsWhatAllCommandsShare()
    {
        const Result<Invocation> call = parseCommandLine(
            {u"--set"_s, u"A=1"_s, u"serve"_s, u"--set=B=x=y"_s, u"--set"_s, u"C="_s, u"--profile"_s, u"."_s});
        QVERIFY(call.ok());
        const QList<QPair<QString, QString>> overrides{{u"A"_s, u"1"_s}, {u"B"_s, u"x=y"_s}, {u"C"_s, u""_s}};
        QCOMPARE(call->overrides, overrides);
        QCOMPARE(call->profile, QDir::currentPath());
    }

    void choosesTheProfile()
    {
        const QByteArray before = qgetenv("XDG_DATA_HOME");
        const auto restore = qScopeGuard([before] { qputenv("XDG_DATA_HOME", before); });
        qputenv("XDG_DATA_HOME", "/tmp/data");
        QCOMPARE(parseCommandLine({u"serve"_s})->profile, u"/tmp/data/smsauth"_s);
        QCOMPARE(parseCommandLine({u"serve"_s, u"--profile"_s, u"/a/../b/"_s})->profile, u"/b"_s);
    }

    void helps_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("command");
        for (const char *line : {"--help", "-h", "help", "help help", "--help --json"})
            QTest::newRow(line) << words(line) << QString();
        for (const char *line : {"log --help", "help log", "log -h --limit 3", "--help log"})
            QTest::newRow(line) << words(line) << u"log"_s;
        QTest::newRow("two words") << words("help codes wait") << u"codes wait"_s;
        QTest::newRow("alias") << words("clear_expired --help") << u"clear-expired"_s;
    }
    void helps()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, command);
        const Result<Invocation> call = parseCommandLine(arguments);
        QVERIFY(call.ok());
        QCOMPARE(call->kind, Invocation::Kind::Help);
        QCOMPARE(call->info ? QString(call->info->words) : QString(), command);
    }

    void helpsWithAGroup_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("group");
        for (const char *group : {"codes", "users", "faults", "flow", "settings", "secret"}) {
            for (const char *form : {"%1 --help", "%1 -h", "help %1", "--help %1"})
                QTest::addRow(form, group)
                    << words(qPrintable(QString::fromLatin1(form).arg(QLatin1StringView(group))))
                    << QString::fromLatin1(group);
        }
    }
    void helpsWithAGroup()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, group);
        const Result<Invocation> call = parseCommandLine(arguments);
        QVERIFY(call.ok());
        QCOMPARE(call->kind, Invocation::Kind::Help);
        QVERIFY(!call->info);
        QCOMPARE(call->group, group);
        const QString help = groupHelpText(group);
        for (const CommandInfo &info : commandTable()) {
            const bool isIn = info.words.startsWith(group + u' ');
            QCOMPARE(help.contains(u"smsauth "_s + info.words), isIn);
            for (const OptionInfo &option : info.options)
                QVERIFY(!isIn || help.contains(u"--"_s + option.name));
        }
        QVERIFY(help.size() < helpText().size() / 2); // not the whole of it
        const Result<Invocation> bare = parseCommandLine({group});
        QCOMPARE(bare.error().code, ErrorCode::InvalidInput);
        QVERIFY(bare.error().detail.contains(u"smsauth %1 --help"_s.arg(group)));
    }

    void tellsItsVersion()
    {
        QCOMPARE(parseCommandLine({u"--version"_s})->kind, Invocation::Kind::Version);
        QCOMPARE(parseCommandLine({u"version"_s})->kind, Invocation::Kind::Version);
    }

    void everyCommandIsOneThatTheEngineKnows()
    {
        for (const CommandInfo &info : commandTable()) {
            const bool here = info.words == QLatin1StringView("serve") ||
                              info.words == QLatin1StringView("settings check") ||
                              info.words == QLatin1StringView("flow run");
            QVERIFY2(here || Commands::names().contains(info.command), info.words.data());
        }
    }

    void helpNamesEverything()
    {
        const QString help = helpText();
        for (const CommandInfo &info : commandTable()) {
            QVERIFY2(help.contains(info.words), info.words.data());
            const QString own = helpText(info);
            for (const OptionInfo &option : info.options)
                QVERIFY2(own.contains(u"--"_s + option.name), option.name.data());
            QVERIFY(own.contains(info.json));
            QVERIFY(own.contains(info.alias));
        }
        for (const SettingInfo &setting : settingsList())
            QVERIFY2(help.contains(setting.key), setting.key.data());
        for (const SecretKey &secret : secretKeys())
            QVERIFY2(help.contains(secret.key), secret.key.data());
    }

    void manualPageNamesEverything()
    {
        QFile page(QStringLiteral(SMSAUTH_SOURCE_DIR "/resources/man/smsauth.1"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(page.readAll()).remove(u'\\');
        for (const CommandInfo &info : commandTable()) {
            QVERIFY2(text.contains(info.words), info.words.data());
            for (const OptionInfo &option : info.options)
                QVERIFY2(text.contains(u"--"_s + option.name), option.name.data());
        }
        for (const SettingInfo &setting : settingsList())
            QVERIFY2(text.contains(setting.key), setting.key.data());
        for (const SecretKey &secret : secretKeys())
            QVERIFY2(text.contains(secret.key), secret.key.data());
    }

    void whatIsAboutASettingIsBadInput()
    {
        QCOMPARE(exitCode({ErrorCode::SecretsUnavailable, u"SMS_AUTH_SECRETS = auto: choose one"_s, {}}),
                 ExitCode::BadInput);
        QCOMPARE(exitCode({ErrorCode::SecretsUnavailable, u"x = y: not a setting"_s, {}}), ExitCode::SecretStore);
    }

    void exitCodesAreStable_data()
    {
        QTest::addColumn<ErrorCode>("error");
        QTest::addColumn<int>("code");
        QTest::newRow("input") << ErrorCode::InvalidInput << 2;
        QTest::newRow("phone") << ErrorCode::InvalidPhone << 2;
        QTest::newRow("settings") << ErrorCode::Settings << 2;
        QTest::newRow("impossible in this mode") << ErrorCode::NotAllowed << 2;
        QTest::newRow("in use") << ErrorCode::InUse << 3;
        QTest::newRow("time-out") << ErrorCode::TimedOut << 4;
        QTest::newRow("locked") << ErrorCode::SecretsLocked << 5;
        QTest::newRow("no store") << ErrorCode::SecretsUnavailable << 5;
        QTest::newRow("no secret") << ErrorCode::SecretMissing << 5;
        QTest::newRow("storage") << ErrorCode::Storage << 1;
        QTest::newRow("gateway") << ErrorCode::Provider << 1;
        QTest::newRow("not found") << ErrorCode::NotFound << 1;
    }
    void exitCodesAreStable()
    {
        QFETCH(ErrorCode, error);
        QFETCH(int, code);
        QCOMPARE(int(exitCode(Error{error, u"why"_s, {}})), code);
    }
};

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_CommandLine.moc"
