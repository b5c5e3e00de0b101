// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/LocalAdmin.h"
#include "core/base/Random.h"
#include "core/storage/Database.h"
#include "tests/support/HttpClient.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray Ann = "+12025550101";

FaultRule ruleFor(const QByteArray &phone, FaultOutcome outcome)
{
    FaultRule rule;
    rule.phone = PhoneNumber::fromStored(QString::fromLatin1(phone));
    rule.effect.outcome = outcome;
    return rule;
}

} // namespace

/// Test numbers and faults on the real server: over HTTP, through Admin, and out of the profile's file.
class tst_FaultHttp : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Admin> m_admin;
    quint16 m_port = 0;

    QString profile() const { return m_folder->filePath(u"profile"_s); }
    QString file() const { return profile() + u"/faults.json"_s; }

    void open()
    {
        EngineOptions options;
        options.profile = profile();
        options.sources.overrides = {{u"SMS_AUTH_SECRETS"_s, u"memory"_s}};
        options.actor = u"test"_s;
        m_admin = openLocalAdmin(options, m_clock, m_random);
    }
    Result<ServerStatus> start()
    {
        Result<ServerStatus> started = wait(m_admin->startServerOnFreePort());
        m_port = started ? quint16(QUrl(started->url).port()) : 0;
        return started;
    }
    template<class T>
    static Result<T> wait(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 15000) || future.resultCount() == 0)
            return {ErrorCode::TimedOut, u"no answer"_s};
        return future.result();
    }
    HttpAnswer request(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                       const QList<QByteArray> &headers = {}) const
    {
        HttpClient client(m_port);
        return client.request(method, target, body, headers).value_or(HttpAnswer());
    }
    HttpAnswer set(const QByteArray &rule) const { return request("POST", "/sandbox/faults", rule); }
    HttpAnswer signIn(const QByteArray &phone) const
    {
        return request("POST", "/auth/sign-in/", "{\"phone_number\":\"" + phone + "\"}",
                       {"Content-Type: application/json"});
    }
    HttpAnswer verify(const QByteArray &phone, const QByteArray &code) const
    {
        return request("POST", "/auth/auth/", "{\"phone_number\":\"" + phone + "\",\"code\":\"" + code + "\"}",
                       {"Content-Type: application/json"});
    }
    void write(const QByteArray &text) const
    {
        QDir().mkpath(profile());
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup()
    {
        m_admin.reset();
        m_folder.reset();
    }

    void listsSetsAndRemoves()
    {
        QVERIFY(start().ok());
        QCOMPARE(request("GET", "/sandbox/faults").body, QByteArray(R"({"faults":[]})"));
        const HttpAnswer first = set(R"({"phone":"+1 (202) 555-0101","outcome":"provider_error","status":503})");
        QCOMPARE(first.status, 200);
        QCOMPARE(first.header("content-type"), QByteArray("application/json"));
        const QByteArray rule =
            R"({"id":"+12025550101","phone":"+12025550101","outcome":"provider_error","status":503,"delay":0,"limits":true})";
        QCOMPARE(first.body, rule);
        QCOMPARE(set(R"({"probability":5,"outcome":"time_out"})").status, 200);
        QCOMPARE(set(R"({"phone":"+12025550102","code":"0042","limits":false})").status, 200);
        const QByteArray all = request("GET", "/sandbox/faults").body;
        QCOMPARE(QJsonDocument::fromJson(all)[u"faults"].toArray().size(), 3);
        QVERIFY(all.contains(rule));
        // A rule of the same number takes the place of the other.
        QCOMPARE(set(R"({"phone":"+12025550101","outcome":"duplicate"})").status, 200);
        QCOMPARE(QJsonDocument::fromJson(request("GET", "/sandbox/faults").body)[u"faults"].toArray().size(), 3);

        QCOMPARE(request("DELETE", "/sandbox/faults?phone=+12025550101").body, QByteArray(R"({"deleted":1})"));
        QCOMPARE(request("DELETE", "/sandbox/faults?phone=%2B12025550101").status, 404);
        QCOMPARE(request("DELETE", "/sandbox/faults?id=any:time_out").body, QByteArray(R"({"deleted":1})"));
        QCOMPARE(request("DELETE", "/sandbox/faults").body, QByteArray(R"({"deleted":1})"));
        QCOMPARE(request("DELETE", "/sandbox/faults").body, QByteArray(R"({"deleted":0})"));
        QCOMPARE(request("PUT", "/sandbox/faults").header("allow"), QByteArray("GET, HEAD, POST, DELETE, OPTIONS"));
    }

    void refusesInWords_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *body, const char *words) {
            QTest::newRow(body) << QByteArray(body) << QByteArray(words);
        };
        row("", "no JSON");
        row("phone=%2B12025550101&outcome=locked", "no JSON");
        row("[1]", "object");
        row(R"({"phone":"+12025550101","outcome":"locked","colour":"red"})", "colour");
        row(R"({"phone":"+12025550101","phone":"+12025550102","outcome":"locked"})", "no JSON");
        row(R"({"outcome":"locked"})", "phone or probability");
        row(R"({"phone":"+12025550101"})", "changes nothing");
        row(R"({"phone":"+12025550101","outcome":"provider_error"})", "status:");
        row(R"({"phone":"+12025550101","outcome":"delivered","delay":61})", "delay:");
        row(R"({"phone":"+12025550101","code":"123456"})", "code: a text of 4 digits");
        row(R"({"phone":"+12025550101","outcome":"locked","until":"2001-01-01T00:00:00Z"})", "until:");
    }
    void refusesInWords()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, words);
        QVERIFY(start().ok());
        const HttpAnswer answer = set(body);
        QCOMPARE(answer.status, 400);
        QVERIFY2(answer.body.startsWith("{\"detail\":\""), answer.body.constData());
        QVERIFY2(answer.body.contains(words), answer.body.constData());
        QCOMPARE(request("GET", "/sandbox/faults").body, QByteArray(R"({"faults":[]})"));
    }

    void aMisspeltDeleteRemovesNothing()
    {
        QVERIFY(start().ok());
        QCOMPARE(set(R"({"phone":"+12025550101","outcome":"locked"})").status, 200);
        for (const char *query : {"?fone=+12025550102", "?phone=", "?phone=abc", "?phone=+12025550101&x=1"})
            QCOMPARE(request("DELETE", "/sandbox/faults" + QByteArray(query)).status, 400);
        QCOMPARE(
            request("DELETE", "/sandbox/faults?phone=").body,
            QByteArray(R"({"detail":"phone: Enter a phone number, or leave phone out to remove all rules."})"));
        QCOMPARE(request("DELETE", "/sandbox/faults?id=").status, 404);
        QCOMPARE(wait(m_admin->faults())->size(), 1);
    }

    void isHiddenFromStrangers()
    {
        QVERIFY(start().ok());
        for (const char *method : {"GET", "POST", "DELETE", "OPTIONS"}) {
            const HttpAnswer hidden = request(method, "/sandbox/faults", {}, {"X-Forwarded-For: 192.0.2.1"});
            QCOMPARE(hidden.status, 404);
            QCOMPARE(hidden.raw, request(method, "/nowhere", {}, {"X-Forwarded-For: 192.0.2.1"}).raw);
        }
        QCOMPARE(request("POST", "/sandbox/faults", R"({"phone":"+12025550101","outcome":"locked"})",
                         {"Origin: https://evil.example"})
                     .status,
                 403);
        QVERIFY(wait(m_admin->faults())->isEmpty());
    }

    void anAppMeetsThem()
    {
        QVERIFY(start().ok());
        QCOMPARE(set(R"({"phone":"+12025550101","code":"0042","outcome":"duplicate","limits":false})").status, 200);
        QCOMPARE(signIn(Ann).status, 200);
        QCOMPARE(signIn(Ann).status, 200); // no wait
        QTRY_COMPARE_WITH_TIMEOUT(
            request("GET", "/sandbox/messages?phone=+12025550101").body.count("\"state\":\"delivered\""), 4, 10000);
        QCOMPARE(verify(Ann, "0042").status, 200);

        QCOMPARE(set(R"({"phone":"+12025550101","outcome":"locked","for":90})").status, 200);
        for (const HttpAnswer &locked : {signIn(Ann), verify(Ann, "0042")}) {
            QCOMPARE(locked.status, 429);
            const int wait = locked.header("retry-after").toInt();
            QVERIFY(wait > 60 && wait <= 90);
        }
    }

    void theConsoleSeesAndChangesTheSame()
    {
        QVERIFY(start().ok());
        QSignalSpy changed(m_admin.get(), &Admin::changed);
        QCOMPARE(set(R"({"phone":"+12025550101","outcome":"locked"})").status, 200);
        QTRY_VERIFY(std::any_of(changed.begin(), changed.end(), [](const QVariantList &arguments) {
            return arguments.first().value<Admin::Topic>() == Admin::Topic::Status;
        }));
        const auto status = wait(m_admin->status());
        QCOMPARE(status->faults, 1);
        QVERIFY(status->warnings.contains(u"faults_on"_s));
        QCOMPARE(wait(m_admin->faults()).value(), QList<FaultRule>{ruleFor(Ann, FaultOutcome::Locked)});

        QVERIFY(wait(m_admin->setFault(ruleFor("+12025550102", FaultOutcome::Duplicate))).ok());
        QVERIFY(request("GET", "/sandbox/faults").body.contains("duplicate"));
        QCOMPARE(wait(m_admin->setFault(ruleFor("+12025550102", FaultOutcome::ProviderError))).error().code,
                 ErrorCode::InvalidInput);
        QVERIFY(wait(m_admin->removeFault(u"+12025550102"_s)).ok());
        QCOMPARE(wait(m_admin->removeFault(u"+12025550102"_s)).error().code, ErrorCode::NotFound);
        QCOMPARE(wait(m_admin->clearFaults()).value(), 1);
        QCOMPARE(wait(m_admin->status())->faults, 0);
        QVERIFY(!wait(m_admin->status())->warnings.contains(u"faults_on"_s));
    }

    void aDeedThatCannotBePutOnRecordIsNoSuccess()
    {
        QVERIFY(start().ok());
        Database(profile() + u"/smsauth.db"_s, Database::Access::Write)
            .run(u"CREATE TRIGGER quiet BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
        const HttpAnswer answer = set(R"({"phone":"+12025550101","outcome":"locked"})");
        QCOMPARE(answer.status, 503);
        QVERIFY2(answer.body.contains("the audit trail could not take it"), answer.body.constData());
    }

    void rulesEndByThemselves()
    {
        QVERIFY(start().ok());
        FaultRule brief = ruleFor(Ann, FaultOutcome::Locked);
        brief.until = m_clock.now() + 400ms;
        QVERIFY(wait(m_admin->setFault(brief)).ok());
        QCOMPARE(signIn(Ann).status, 429);
        QSignalSpy changed(m_admin.get(), &Admin::changed);
        QTRY_COMPARE(wait(m_admin->status())->faults, 0);
        QTRY_VERIFY(!changed.isEmpty()); // the badge goes without anybody's doing
        QCOMPARE(signIn(Ann).status, 200);
    }

    void theyLieInTheProfile()
    {
        QVERIFY(start().ok());
        QCOMPARE(set(R"({"phone":"+12025550101","outcome":"locked","for":600})").status, 200);
        QCOMPARE(QFile::permissions(file()) & QFile::Permissions::fromInt(0x0077), QFile::Permissions());
        const auto before = wait(m_admin->faults());
        m_admin.reset();
        open();
        QVERIFY(start().ok());
        QCOMPARE(wait(m_admin->faults()).value(), before.value());
        QCOMPARE(signIn(Ann).status, 429);
    }

    void whatAListSaysCanBeTheFile()
    {
        m_admin.reset(); // it reads the file as it opens
        write(R"({"faults":[{"phone":"+12025550101","outcome":"locked"}]})");
        QVERIFY(QFile::setPermissions(file(), QFile::Permissions::fromInt(0x6644)));
        open();
        QVERIFY(start().ok());
        QCOMPARE(signIn(Ann).status, 429);
        QCOMPARE(QFile::permissions(file()) & QFile::Permissions::fromInt(0x0077), QFile::Permissions());
        const QByteArray list = request("GET", "/sandbox/faults").body;
        m_admin.reset();
        write(list);
        open();
        QVERIFY(start().ok());
        QCOMPARE(request("GET", "/sandbox/faults").body, list);
    }

    void aBrokenFileIsToldAndKept()
    {
        m_admin.reset();
        const QByteArray broken = R"({"faults":[{"phone":"+12025550101","outcome":"explodes"}]})";
        write(broken);
        open();
        const Result<ServerStatus> started = start();
        QCOMPARE(started.error().code, ErrorCode::Settings);
        QVERIFY(started.error().detail.startsWith(file()));
        QVERIFY2(started.error().detail.contains(u"rule 1: outcome: "), qPrintable(started.error().detail));
        QCOMPARE(wait(m_admin->status())->state, ServerState::Failed);
        QCOMPARE(wait(m_admin->setFault(ruleFor(Ann, FaultOutcome::Locked))).error().code, ErrorCode::Settings);
        QFile kept(file());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), broken);
        // Put right, the same program goes on.
        write(R"({"faults":[]})");
        QVERIFY(start().ok());
    }

    void settingsThatAFixedCodeDoesNotFitAreRefused()
    {
        QVERIFY(start().ok());
        QCOMPARE(set(R"({"phone":"+12025550101","code":"0042"})").status, 200);
        const auto refused = wait(m_admin->applySettings({{u"SMS_AUTH_CODE_LEN"_s, 6}}));
        QCOMPARE(refused.error().code, ErrorCode::Settings);
        QVERIFY2(refused.error().detail.contains(u"code: a text of 6 digits"), qPrintable(refused.error().detail));
        QCOMPARE(wait(m_admin->status())->state, ServerState::Running);
        QVERIFY(wait(m_admin->clearFaults()).ok());
        QVERIFY(wait(m_admin->applySettings({{u"SMS_AUTH_CODE_LEN"_s, 6}})).ok());
    }

    void liveModeKnowsNone()
    {
        QVERIFY(start().ok());
        QCOMPARE(set(R"({"phone":"+12025550101","outcome":"locked"})").status, 200);
        QVERIFY(wait(m_admin->activateProvider(u"twilio"_s)).ok());
        const auto status = wait(m_admin->status());
        QCOMPARE(status->mode, Mode::Live);
        QCOMPARE(status->faults, 0);
        QVERIFY(!status->warnings.contains(u"faults_on"_s));
        m_port = quint16(QUrl(status->url).port());
        for (const char *method : {"GET", "POST", "DELETE"})
            QCOMPARE(request(method, "/sandbox/faults").status, 404);
        QCOMPARE(verify(Ann, "0000").status, 400); // not locked
        QVERIFY(wait(m_admin->faults())->isEmpty());
        for (const Error &error :
             {wait(m_admin->setFault(ruleFor(Ann, FaultOutcome::Locked))).error(),
              wait(m_admin->removeFault(u"+12025550101"_s)).error(), wait(m_admin->clearFaults()).error()}) {
            QCOMPARE(error.code, ErrorCode::NotAllowed);
            QVERIFY(error.detail.contains(u"simulated"));
        }
        QVERIFY(wait(m_admin->activateProvider(u"sandbox"_s)).ok());
        QCOMPARE(wait(m_admin->status())->faults, 1); // they wait in the file
    }

    void aBrokenFileDoesNotTouchLiveMode()
    {
        QVERIFY(start().ok());
        QVERIFY(wait(m_admin->activateProvider(u"twilio"_s)).ok());
        write("{");
        m_admin.reset();
        open();
        QVERIFY(start().ok());
        // Back to the simulator it cannot go like that.
        QCOMPARE(wait(m_admin->activateProvider(u"sandbox"_s)).error().code, ErrorCode::Settings);
        QCOMPARE(wait(m_admin->status())->mode, Mode::Live);
    }
};

QTEST_GUILESS_MAIN(tst_FaultHttp)
#include "tst_faulthttp.moc"
