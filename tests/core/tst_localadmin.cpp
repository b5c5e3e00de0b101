// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/LocalAdmin.h"
#include "core/storage/Stores.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <atomic>

using namespace smsauth;
using namespace std::chrono_literals;

/// The whole engine behind Admin, as console and command line use it, on a profile in a temporary folder.
class tst_LocalAdmin : public QObject
{
    Q_OBJECT

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

    void aWholeFlow()
    {
        const ServerStatus running = start();
        QCOMPARE(running.state, ServerState::Running);
        QCOMPARE(running.mode, Mode::Simulated);

        QCOMPARE(post(running.url + QStringLiteral("/auth/sign-in/"), {{"phone_number", Phone}}).first, 200);
        const auto message = wait(m_admin->waitForCode(phone(), std::nullopt, 5s));
        QVERIFY(message.ok());
        QCOMPARE(message->state, MessageState::Delivered);
        QVERIFY(message->text.endsWith(message->code));

        const auto codes = wait(m_admin->codes({}));
        QCOMPARE(codes->size(), 1);
        QCOMPARE(codes->first().code, message->code);
        QCOMPARE(codes->first().messageState, MessageState::Delivered);

        const auto [status, answer] =
            post(running.url + QStringLiteral("/auth/auth/"), {{"phone_number", Phone}, {"code", message->code}});
        QCOMPARE(status, 200);
        const QString token = answer.value(QStringLiteral("jwt_token")).toString();
        const auto report = wait(m_admin->inspectToken(token));
        QVERIFY(report->valid);
        QVERIFY(!wait(m_admin->inspectToken(token.chopped(4) + QStringLiteral("AAAA")))->valid);

        QCOMPARE(wait(m_admin->users({.limit = 10}))->first().phone, phone());
        QCOMPARE(wait(m_admin->codes({}))->first().state, CodeState::Used);
        const auto after = wait(m_admin->status());
        QCOMPARE(after->sentToday, 1);
        QCOMPARE(after->verifiedToday, 1);
        QCOMPARE(after->queued, 0);
        QCOMPARE(after->liveCodes, 0);
    }

    void changesAreTold()
    {
        const ServerStatus running = start();
        QSignalSpy changed(m_admin.get(), &Admin::changed);
        post(running.url + QStringLiteral("/auth/sign-in/"), {{"phone_number", Phone}});
        const auto told = [&](Admin::Topic topic) {
            return std::any_of(changed.begin(), changed.end(), [topic](const QVariantList &arguments) {
                return arguments.first().value<Admin::Topic>() == topic;
            });
        };
        for (const Admin::Topic topic : {Admin::Topic::Codes, Admin::Topic::Messages})
            QTRY_VERIFY(told(topic));
    }

    /// The same code while it is valid, then a new one; never while it is on its way or nothing can be sent.
    void sendsAgain()
    {
        const ServerStatus running = start();
        post(running.url + QStringLiteral("/auth/sign-in/"), {{"phone_number", Phone}});
        const auto first = wait(m_admin->waitForCode(phone(), std::nullopt, 5s));
        QVERIFY(first.ok());
        QTRY_VERIFY(isFinal(rowOf(first->id).state));

        const auto again = wait(m_admin->sendAgain(first->id));
        QCOMPARE(failureOf(again), QString());
        QVERIFY(again->sameCode);
        const auto second = wait(m_admin->waitForCode(phone(), first->id, 5s));
        QCOMPARE(second->id, again->message);
        QCOMPARE(second->code, first->code);
        QCOMPARE(second->text, first->text);
        QCOMPARE(second->expiresAt, first->expiresAt); // no longer life by asking again
        QTRY_VERIFY(isFinal(rowOf(second->id).state));
        // The code belongs to the newer message now.
        QCOMPARE(wait(m_admin->sendAgain(first->id)).error().code, ErrorCode::SentEarly);

        QCOMPARE(
            post(running.url + QStringLiteral("/auth/auth/"), {{"phone_number", Phone}, {"code", second->code}})
                .first,
            200);
        QVERIFY(rowOf(second->id).verifiedAt.has_value());
        const auto third = wait(m_admin->sendAgain(second->id));
        QCOMPARE(failureOf(third), QString());
        QVERIFY(!third->sameCode);
        QCOMPARE(wait(m_admin->waitForCode(phone(), second->id, 5s))->id, third->message);

        QCOMPARE(wait(m_admin->sendAgain(99'999)).error().code, ErrorCode::NotFound);
        const auto tested = wait(m_admin->sendTest(phone(), {}));
        QVERIFY(tested.ok());
        const RowId test = wait(m_admin->searchLog({.limit = 1}))->rows.first().id;
        QCOMPARE(wait(m_admin->sendAgain(test)).error().code, ErrorCode::NotAllowed);
        QVERIFY(wait(m_admin->stopServer()).ok());
        QCOMPARE(wait(m_admin->sendAgain(second->id)).error().code, ErrorCode::NotAllowed);

        Stores stores(profile() + QStringLiteral("/smsauth.db"), Database::Access::Read);
        Rows noted = stores.database.select(
            QStringLiteral("SELECT action FROM audit WHERE action LIKE 'message.%' ORDER BY id"));
        QStringList actions;
        while (noted.next())
            actions.append(noted.text(0));
        QCOMPARE(actions, QStringList({QStringLiteral("message.sent_again"), QStringLiteral("message.new_code")}));
    }

    void limitsHoldForSendingAgain()
    {
        reopen({}, InMemory + Overrides{{QStringLiteral("SMS_AUTH_LIMITS"), QStringLiteral("protect")},
                                        {QStringLiteral("SMS_AUTH_LIMIT_PHONE"), QStringLiteral("2/1h")}});
        const ServerStatus running = start();
        post(running.url + QStringLiteral("/auth/sign-in/"), {{"phone_number", Phone}});
        const auto first = wait(m_admin->waitForCode(phone(), std::nullopt, 5s));
        QTRY_VERIFY(isFinal(rowOf(first->id).state));
        const auto again = wait(m_admin->sendAgain(first->id));
        QVERIFY(again.ok());
        QTRY_VERIFY(isFinal(rowOf(again->message).state));
        QCOMPARE(wait(m_admin->sendAgain(again->message)).error().code, ErrorCode::LimitReached);
        // What was refused is told by a row of the log, as of a sign-in.
        const auto log = wait(m_admin->searchLog({.limit = 1}));
        QCOMPARE(log->rows.first().state, MessageState::Blocked);
        QVERIFY(log->rows.first().reason.startsWith(QLatin1StringView("limit phone")));
        QCOMPARE(log->rows.first().id, again->message + 1);
    }

    /// A new code for a number that is locked meanwhile, and the code that is still good.
    void aLockedNumberIsSentNothingAgain()
    {
        const ServerStatus running = start();
        post(running.url + QStringLiteral("/auth/sign-in/"), {{"phone_number", Phone}});
        const auto first = wait(m_admin->waitForCode(phone(), std::nullopt, 5s));
        QTRY_VERIFY(isFinal(rowOf(first->id).state));
        FaultRule rule;
        rule.phone = phone();
        rule.effect.outcome = FaultOutcome::Locked;
        QVERIFY(wait(m_admin->setFault(rule)).ok());
        QCOMPARE(wait(m_admin->sendAgain(first->id)).error().code, ErrorCode::LimitReached);
        QVERIFY(wait(m_admin->changeCode(wait(m_admin->codes({}))->first().id, CodeChange::Remove)).ok());
        QCOMPARE(wait(m_admin->sendAgain(first->id)).error().code, ErrorCode::LimitReached);
        const auto log = wait(m_admin->searchLog({}));
        QCOMPARE(log->rows.size(), 3);
        QCOMPARE(log->rows[0].state, MessageState::Blocked);
        QCOMPARE(log->rows[1].state, MessageState::Blocked);
    }

    /// A pattern that never ends, as somebody types it: neither the answer nor the next question waits for it.
    void aRunawayPatternHoldsUpNobody()
    {
        const QByteArray gateway =
            R"({"format":"sms-http/1","title":"T","vars":{"base":"https://sms.example.com"},)"
            R"("send":{"method":"POST","url":"{base}/send","json":{"to":"{to}","text":"{text}"}},)"
            R"("reply":{"sent":{"status":[200],"body":"^(a+)+$"}}})";
        ReplySample reply;
        reply.body = QString(5'000, u'a') + u'!';
        const auto reading = m_admin->testReply(gateway, reply);
        QVERIFY(wait(m_admin->status()).ok());
        const auto read = wait(reading);
        QVERIFY(read.ok());
        QVERIFY2(read->problem.what.contains(QLatin1StringView("gives up")), qPrintable(read->problem.what));
        QCOMPARE(read->problem.pointer, QStringLiteral("/reply"));
        QVERIFY(wait(m_admin->previewGateway(gateway, {})).ok());
    }

    void searchesTheLog()
    {
        const ServerStatus running = start();
        post(running.url + QStringLiteral("/auth/sign-in/"), {{"phone_number", Phone}});
        QVERIFY(wait(m_admin->waitForCode(phone(), std::nullopt, 5s)).ok());
        const auto found =
            wait(m_admin->searchLog({.filter = parseLogFilter(QStringLiteral("to:*0101 last:1h")).filter}));
        QCOMPARE(found->rows.size(), 1);
        QVERIFY(!found->rows.first().text.isEmpty()); // simulated
        QCOMPARE(found->next, 0);
        LogQuery dropped;
        dropped.cancellation.cancel();
        QCOMPARE(wait(m_admin->searchLog(dropped)).error().code, ErrorCode::Cancelled);
    }

    void aBusyPortIsAClearError()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        const auto applied =
            wait(m_admin->applySettings({{QStringLiteral("SMS_AUTH_PORT"), int(taken.serverPort())}}));
        QVERIFY(applied.ok());
        const auto failed = wait(m_admin->startServer());
        QCOMPARE(failed.error().code, ErrorCode::InUse);
        QVERIFY(failed.error().detail.contains(QString::number(taken.serverPort())));
        QCOMPARE(wait(m_admin->status())->state, ServerState::Failed);
        QCOMPARE(wait(m_admin->startServerOnFreePort())->state, ServerState::Running);
    }

    void stopAndStart()
    {
        const QString first = start().url;
        QVERIFY(wait(m_admin->stopServer()).ok());
        QCOMPARE(wait(m_admin->status())->state, ServerState::Stopped);
        QCOMPARE(post(first + QStringLiteral("/auth/sign-in/"), {{"phone_number", Phone}}).first, 0);
        const QString second = start().url;
        QCOMPARE(post(second + QStringLiteral("/auth/sign-in/"), {{"phone_number", Phone}}).first, 200);
    }

    void settingsAreAppliedToTheRunningServer()
    {
        const QString url = start().url;
        const auto view = wait(m_admin->applySettings({{QStringLiteral("SMS_AUTH_CODE_LEN"), 8}}));
        QVERIFY(view.ok());
        QCOMPARE(view->values.value(QStringLiteral("SMS_AUTH_CODE_LEN")).toInt(), 8);
        QCOMPARE(view->origins.value(QStringLiteral("SMS_AUTH_CODE_LEN")), QStringLiteral("file"));
        const QString now = wait(m_admin->status())->url;
        post(now + QStringLiteral("/auth/sign-in/"), {{"phone_number", Phone}});
        QCOMPARE(wait(m_admin->waitForCode(phone(), std::nullopt, 5s))->code.size(), 8);
    }

    // Whoever connects while settings are applied waits for the next server instead of being refused.
    void applyingSettingsLosesNoRequest()
    {
        const QUrl url(start().url);
        std::atomic<bool> goOn = true;
        std::atomic<int> answered = 0, lost = 0;
        const std::unique_ptr<QThread> client(QThread::create([&] {
            while (goOn) {
                QTcpSocket socket;
                socket.connectToHost(url.host(), quint16(url.port()));
                socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(10'000)) {
                }
                ++(socket.readAll().startsWith("HTTP/1.1 200") ? answered : lost);
            }
        }));
        client->start();
        const auto stopClient = qScopeGuard([&] {
            goOn = false;
            client->wait();
        });
        for (int tries = 1; tries <= 10; ++tries) {
            const int before = answered;
            QVERIFY(wait(m_admin->applySettings({{QStringLiteral("SMS_AUTH_MAX_TRIES"), tries}})).ok());
            QTRY_VERIFY(answered > before + 10);
        }
        QCOMPARE(lost, 0);
        QCOMPARE(wait(m_admin->status())->url, url.toString());
    }

    void settingsThatDoNotStartChangeNothing()
    {
        const QString url = start().url;
        const auto refused =
            wait(m_admin->applySettings({{QStringLiteral("SMS_AUTH_PROVIDER"), QStringLiteral("nobody")}}));
        QCOMPARE(refused.error().code, ErrorCode::Settings);
        const auto status = wait(m_admin->status());
        QCOMPARE(status->state, ServerState::Running);
        QCOMPARE(status->provider, QStringLiteral("sandbox"));
        QCOMPARE(wait(m_admin->settings())->values.value(QStringLiteral("SMS_AUTH_PROVIDER")).toString(),
                 QStringLiteral("sandbox"));
        reopen();
        QCOMPARE(start().provider, QStringLiteral("sandbox"));
    }

    void aBrokenSettingsFileIsToldAndKept()
    {
        m_admin.reset();
        QFile file(profile() + QStringLiteral("/settings.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"SMS_AUTH_CODE_LEN\": 99}");
        file.close();
        open();
        const auto started = wait(m_admin->startServer());
        QCOMPARE(started.error().code, ErrorCode::Settings);
        QVERIFY(started.error().detail.contains(QStringLiteral("SMS_AUTH_CODE_LEN")));
        QCOMPARE(wait(m_admin->codes({})).error().code, ErrorCode::Settings);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{\"SMS_AUTH_CODE_LEN\": 99}"));
    }

    void aDatabaseThatCannotBeOpenedCanBeTriedAgain()
    {
        m_admin.reset();
        const QString name = profile() + QStringLiteral("/smsauth.db");
        QFile::remove(name);
        QVERIFY(QDir().mkpath(name));
        open();
        for (int i = 0; i < 3; ++i)
            QCOMPARE(wait(m_admin->startServerOnFreePort()).error().code, ErrorCode::Storage);
        QCOMPARE(wait(m_admin->codes({})).error().code, ErrorCode::Storage);
        QVERIFY(QDir().rmdir(name));
        QVERIFY(!start().url.isEmpty());
        QVERIFY(wait(m_admin->codes({})).ok());
    }

    void damagedFieldsOfGatewaysAreTold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("cut off") << QByteArray("{");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("no text") << QByteArray(R"({"twilio":{"login":1}})");
        QTest::newRow("twice") << QByteArray(R"({"twilio":{"login":"a","login":"b"}})");
    }
    void damagedFieldsOfGatewaysAreTold()
    {
        QFETCH(QByteArray, text);
        m_admin.reset();
        QFile file(profile() + QStringLiteral("/providers.json"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        open();
        const auto refused = wait(m_admin->startServer());
        QCOMPARE(refused.error().code, ErrorCode::Settings);
        QVERIFY(refused.error().detail.contains(QStringLiteral("providers.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), text);
    }

    void providerFieldsAndSecretsAreKept()
    {
        ProviderDraft draft;
        draft.id = QStringLiteral("twilio");
        draft.plain.insert(QStringLiteral("login"), QStringLiteral("AC1"));
        draft.secrets.insert(QStringLiteral("password"), Secret("canary-password"));
        QVERIFY(wait(m_admin->saveProvider(draft)).ok());
        const auto providers = wait(m_admin->providers());
        const auto twilio = std::find_if(providers->begin(), providers->end(), [](const ProviderInfo &info) {
            return info.id == QLatin1StringView("twilio");
        });
        QVERIFY(twilio != providers->end());
        for (const ProviderFieldInfo &field : twilio->fields) {
            if (field.name == QLatin1StringView("login"))
                QCOMPARE(field.value, QStringLiteral("AC1"));
            if (field.secret) {
                QCOMPARE(field.value, QString());
                QCOMPARE(field.storedIn, QStringLiteral("memory"));
            }
        }
        QVERIFY(!everythingOnDisk().contains("canary-password"));
    }

    void theEnvironmentsPasswordFollowsTheGateway()
    {
        reopen({{QStringLiteral("SMS_AUTH_PROVIDER_PASSWORD"), QStringLiteral("canary-password")}});
        QVERIFY(!start().url.isEmpty());
        QCOMPARE(namesFrom(QStringLiteral("environment")), QStringList(QStringLiteral("sandbox.password")));
        for (const QString &gateway : {QStringLiteral("twilio"), QStringLiteral("smsaero")}) {
            QVERIFY(wait(m_admin->activateProvider(gateway)).ok());
            QCOMPARE(namesFrom(QStringLiteral("environment")), QStringList(gateway + QStringLiteral(".password")));
        }
        // Settings that do not start leave it where it was.
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        QVERIFY(!wait(m_admin->applySettings({{QStringLiteral("SMS_AUTH_PROVIDER"), QStringLiteral("sandbox")},
                                              {QStringLiteral("SMS_AUTH_PORT"), int(taken.serverPort())}}))
                     .ok());
        QCOMPARE(namesFrom(QStringLiteral("environment")), QStringList(QStringLiteral("smsaero.password")));
        QVERIFY(wait(m_admin->stopServer()).ok());
        QVERIFY(wait(m_admin->activateProvider(QStringLiteral("twilio"))).ok());
        QCOMPARE(namesFrom(QStringLiteral("environment")), QStringList(QStringLiteral("twilio.password")));
    }

    void goingLiveIsAudited()
    {
        QVERIFY(!start().url.isEmpty());
        QVERIFY(wait(m_admin->activateProvider(QStringLiteral("twilio"))).ok());
        QVERIFY(wait(m_admin->writeSecret(QStringLiteral("twilio.password"), Secret("canary"))).ok());
        QVERIFY(wait(m_admin->removeSecret(QStringLiteral("twilio.password"))).ok());
        QVERIFY(!wait(m_admin->removeSecret(QStringLiteral("twilio.password"))).ok());
        QVERIFY(wait(m_admin->activateProvider(QStringLiteral("sandbox"))).ok());
        m_admin.reset(); // what is queued is written
        QStringList lines;
        Stores stores(profile() + QStringLiteral("/smsauth.db"), Database::Access::Read);
        for (const AuditRecord &record : stores.audit.list(100, 0))
            lines.prepend(record.actor + u' ' + record.action + u' ' + record.subject);
        QCOMPARE(lines,
                 (QStringList{QStringLiteral("test audit.chain_started 0"), QStringLiteral("test mode.live twilio"),
                              QStringLiteral("test provider.activated twilio"),
                              QStringLiteral("test secret.stored twilio.password"),
                              QStringLiteral("test secret.removed twilio.password"),
                              QStringLiteral("test mode.simulated "),
                              QStringLiteral("test provider.activated sandbox")}));
    }

    void shortCodesOfALiveServerAreToldOf()
    {
        const auto isToldOf = [&] {
            return wait(m_admin->status())->warnings.contains(QStringLiteral("short_codes"));
        };
        start();
        QVERIFY(!isToldOf());
        QVERIFY(wait(m_admin->activateProvider(QStringLiteral("twilio"))).ok());
        QVERIFY(isToldOf());
        QVERIFY(wait(m_admin->applySettings({{QStringLiteral("SMS_AUTH_CODE_LEN"), 5}})).ok());
        QVERIFY(isToldOf());
        QVERIFY(wait(m_admin->applySettings({{QStringLiteral("SMS_AUTH_CODE_LEN"), 6}})).ok());
        QVERIFY(!isToldOf());
    }

    void aStoreThatIsNotThereGivesWayToAnother()
    {
        const QByteArray bus = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        const auto restore = qScopeGuard([&] { qputenv("DBUS_SESSION_BUS_ADDRESS", bus); });
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        reopen({}, {});
        QVERIFY(
            wait(m_admin->applySettings({{QStringLiteral("SMS_AUTH_SECRETS"), QStringLiteral("keyring")}})).ok());
        QCOMPARE(wait(m_admin->settings())->warnings.filter(QStringLiteral("SMS_AUTH_SECRETS")).size(), 1);
        reopen({}, {});
        const auto failed = wait(m_admin->startServer());
        QCOMPARE(failed.error().code, ErrorCode::SecretsUnavailable);
        QVERIFY(failed.error().detail.contains(QStringLiteral("SMS_AUTH_SECRETS")));
        QVERIFY(
            wait(m_admin->applySettings({{QStringLiteral("SMS_AUTH_SECRETS"), QStringLiteral("memory")}})).ok());
        QVERIFY(!start().url.isEmpty());
        QVERIFY(wait(m_admin->settings())->warnings.isEmpty());
    }

    void aTestMessageReachesTheSimulatedPhone()
    {
        start();
        const auto sent = wait(m_admin->sendTest(phone(), {}));
        QVERIFY(sent.ok());
        QCOMPARE(sent->state, MessageState::Delivered);
        const auto messages = wait(m_admin->messages({}));
        QCOMPARE(messages->size(), 1);
        QVERIFY(!messages->first().text.isEmpty());
        QCOMPARE(messages->first().attempts.size(), 1);
    }

    void cleanupCountsAndClears()
    {
        QVERIFY(wait(m_admin->applySettings({{QStringLiteral("SMS_TIMELIFE"), 1}})).ok());
        post(start().url + QStringLiteral("/auth/sign-in/"), {{"phone_number", Phone}});
        QTRY_COMPARE(wait(m_admin->cleanupStatus())->expiredNow, 1);
        // The log that the database is written to first: what was removed is not left there either.
        const auto isInTheLog = [&] {
            QFile log(profile() + QStringLiteral("/smsauth.db-wal"));
            return log.open(QIODevice::ReadOnly) && log.readAll().contains(Phone.toLatin1());
        };
        QVERIFY(isInTheLog());
        QCOMPARE(wait(m_admin->clearExpired(true))->removed, 0);
        QCOMPARE(wait(m_admin->clearExpired(false))->removed, 1);
        QCOMPARE(wait(m_admin->cleanupStatus())->expiredNow, 0);
        QVERIFY(wait(m_admin->cleanupStatus())->lastRun);
        QTRY_VERIFY(!isInTheLog());
    }

    void anImportTakesOverTheLibrarysSettings()
    {
        const auto report = wait(m_admin->importSettings(
            R"({"SMS_AUTH_CODE_LEN": 6, "SMS_CELERY_FILE_NAME": "run_celery", "SMS_AUTH_PROVIDER_PASSWORD": "canary-password"})"));
        QVERIFY(report.ok());
        QCOMPARE(report->settings.value(QStringLiteral("SMS_AUTH_RESPONSE")).toString(), QStringLiteral("value"));
        QCOMPARE(report->ignored.size(), 2);
        QVERIFY(report->ignored.last().startsWith(QStringLiteral("SMS_AUTH_PROVIDER_PASSWORD: no gateway")));
        QVERIFY(report->secrets.isEmpty());
        QVERIFY(namesFrom(QStringLiteral("memory")).filter(QStringLiteral(".")).isEmpty());
        QVERIFY(!everythingOnDisk().contains("canary-password"));
        QCOMPARE(wait(m_admin->settings())->values.value(QStringLiteral("SMS_AUTH_CODE_LEN")).toInt(), 6);
    }

    void anImportKeepsAPasswordForItsGateway()
    {
        const auto token = wait(m_admin->importSettings(R"({"SMS_AUTH_AUTH_TOKEN": "canary-token"})"));
        QVERIFY(token.ok());
        QCOMPARE(token->secrets, QStringList(QStringLiteral("twilio.password")));
        QCOMPARE(wait(m_admin->status())->mode, Mode::Simulated);
        const auto named = wait(m_admin->importSettings(
            R"({"SMS_AUTH_PROVIDER": "megafon", "SMS_AUTH_PROVIDER_PASSWORD": "canary-password"})"));
        QVERIFY(named.ok());
        QCOMPARE(named->secrets, QStringList(QStringLiteral("megafon.password")));
        QCOMPARE(wait(m_admin->status())->provider, QStringLiteral("megafon"));
        // The active one is meant where none is named.
        const auto active = wait(m_admin->importSettings(R"({"SMS_AUTH_PROVIDER_PASSWORD": "canary-password"})"));
        QCOMPARE(active->secrets, QStringList(QStringLiteral("megafon.password")));
        QVERIFY(!everythingOnDisk().contains("canary"));
    }

    void whatWasWrittenByHandIsClosed_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"settings.json", "providers.json", "faults.json"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void whatWasWrittenByHandIsClosed()
    {
        QFETCH(QString, name);
        const QString path = profile() + u'/' + name;
        m_admin.reset();
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(name == QStringLiteral("faults.json") ? R"({"faults":[]})" : "{}") > 0);
        QVERIFY(file.setPermissions(QFile::Permissions::fromInt(0x6644)));
        file.close();
        open();
        start();
        QCOMPARE(QFile::permissions(path) & QFile::Permissions::fromInt(0x0077), QFile::Permissions());
    }

    void twoProfilesDoNotShareADatabase()
    {
        QVERIFY(wait(m_admin->status()).ok());
        const QString shared = m_folder->filePath(QStringLiteral("shared.db"));
        reopen({}, {{QStringLiteral("SMS_AUTH_SECRETS"), QStringLiteral("memory")},
                    {QStringLiteral("SMS_AUTH_DATABASE"), shared}});
        start();
        EngineOptions other;
        other.profile = m_folder->filePath(QStringLiteral("other"));
        other.sources.overrides = {{QStringLiteral("SMS_AUTH_SECRETS"), QStringLiteral("memory")},
                                   {QStringLiteral("SMS_AUTH_DATABASE"), shared}};
        const auto second = openLocalAdmin(other, m_clock, m_random);
        QCOMPARE(wait(second->startServerOnFreePort()).error().code, ErrorCode::InUse);
        m_admin.reset();
        QVERIFY(wait(second->startServerOnFreePort()).ok());
    }

    void anotherFolderIsLeftAlone()
    {
        m_admin.reset();
        const QString folder = m_folder->filePath(QStringLiteral("site"));
        QVERIFY(QDir().mkdir(folder) && QFile::setPermissions(folder, QFile::Permissions::fromInt(0x7755)));
        QFile page(folder + QStringLiteral("/index.html"));
        QVERIFY(page.open(QIODevice::WriteOnly));
        page.close();
        EngineOptions options;
        options.profile = folder;
        m_admin = openLocalAdmin(options, m_clock, m_random);
        QCOMPARE(wait(m_admin->startServerOnFreePort()).error().code, ErrorCode::InvalidInput);
        m_admin.reset();
        QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden), QStringList(QStringLiteral("index.html")));
        QVERIFY(QFile::permissions(folder) & QFile::ReadOther);
    }

    void whyAGatewayCannotBeUsedIsTold()
    {
        m_admin.reset();
        QVERIFY(QDir().mkpath(profile() + QStringLiteral("/providers")));
        QFile file(profile() + QStringLiteral("/providers/gw.json"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"format\": \"sms-http/1\"}") > 0);
        file.close();
        open({}, {{QStringLiteral("SMS_AUTH_SECRETS"), QStringLiteral("memory")},
                  {QStringLiteral("SMS_AUTH_PROVIDER"), QStringLiteral("gw")}});
        const Error why = wait(m_admin->startServer()).error();
        QCOMPARE(why.code, ErrorCode::Settings);
        QVERIFY2(why.detail.contains(QStringLiteral("gw.json: ")), qPrintable(why.detail));
    }

    void everythingInTheProfileIsPrivate()
    {
        post(start().url + QStringLiteral("/auth/sign-in/"), {{"phone_number", Phone}});
        QVERIFY(wait(m_admin->applySettings({{QStringLiteral("SMS_AUTH_CODE_LEN"), 6}})).ok());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFileInfo(profile()).permissions() & others, QFile::Permissions());
        int files = 0;
        for (const QFileInfo &file : QDir(profile()).entryInfoList(QDir::Files | QDir::Hidden)) {
            QVERIFY2((file.permissions() & others) == QFile::Permissions(), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files >= 3);
    }

    void triesLimitsOnTheLog()
    {
        QVERIFY(wait(m_admin->applySettings({{QStringLiteral("SMS_AUTH_RESEND_WAIT"), 0}})).ok());
        const QString url = start().url;
        for (int i = 0; i < 3; ++i)
            QCOMPARE(post(url + QStringLiteral("/auth/sign-in/"), {{"phone_number", Phone}}).first, 200);
        const QJsonObject changes{{QStringLiteral("SMS_AUTH_LIMITS"), QStringLiteral("protect")},
                                  {QStringLiteral("SMS_AUTH_LIMIT_PHONE"), QStringLiteral("2/1h")}};
        Result<LimitTrial> trial = wait(m_admin->tryLimits({}));
        QVERIFY(trial.ok());
        QCOMPARE(trial->requests, 3);
        QCOMPARE(trial->blocked, 0);
        trial = wait(m_admin->tryLimits(changes));
        QCOMPARE(trial->requests, 3);
        QCOMPARE(trial->blocked, 1);
        // It was a question.
        QCOMPARE(wait(m_admin->settings())->values.value(QStringLiteral("SMS_AUTH_LIMITS")).toString(),
                 QStringLiteral("auto"));
        QCOMPARE(post(url + QStringLiteral("/auth/sign-in/"), {{"phone_number", Phone}}).first, 200);

        const auto older = m_admin->tryLimits(changes);
        const auto newer = m_admin->tryLimits({});
        // The older one ends, unless it had its answer before the newer was asked.
        const Result<LimitTrial> answer = wait(older);
        QVERIFY(answer ? answer->blocked == 2 : answer.error().code == ErrorCode::Cancelled);
        QCOMPARE(wait(newer)->requests, 4);

        trial = wait(m_admin->tryLimits({{QStringLiteral("SMS_AUTH_LIMIT_PHONE"), QStringLiteral("2/1h,3/60m")}}));
        QCOMPARE(trial.error().code, ErrorCode::Settings);
        QVERIFY(
            trial.error().detail.contains(QLatin1StringView("must not have two limits for the same time (1h)")));
        trial = wait(m_admin->tryLimits({{QStringLiteral("SMS_AUTH_LIMIT_PHONE"), QStringLiteral("none")}}));
        QCOMPARE(trial.error().code, ErrorCode::Settings);
        QCOMPARE(wait(m_admin->tryLimits({{QStringLiteral("NO_SUCH"), 1}})).error().code, ErrorCode::Settings);
    }

private:
    static inline const QString Phone = QStringLiteral("+12025550101");
    static PhoneNumber phone() { return PhoneNumber::fromStored(Phone); }
    QString profile() const { return m_folder->filePath(QStringLiteral("profile")); }

    using Overrides = QList<QPair<QString, QString>>;
    static inline const Overrides InMemory{{QStringLiteral("SMS_AUTH_SECRETS"), QStringLiteral("memory")}};

    void open(const QMap<QString, QString> &environment = {}, const Overrides &overrides = InMemory)
    {
        QDir().mkpath(profile());
        EngineOptions options;
        for (auto variable = environment.begin(); variable != environment.end(); ++variable)
            options.sources.environment.insert(variable.key(), *variable);
        options.profile = profile();
        options.sources.overrides = overrides;
        options.actor = QStringLiteral("test");
        m_admin = openLocalAdmin(options, m_clock, m_random);
    }
    void reopen(const QMap<QString, QString> &environment = {}, const Overrides &overrides = InMemory)
    {
        m_admin.reset();
        open(environment, overrides);
    }
    QStringList namesFrom(const QString &place)
    {
        QStringList names;
        const auto secrets = wait(m_admin->secrets());
        for (const SecretEntry &entry : secrets ? *secrets : QList<SecretEntry>()) {
            if (entry.place == place)
                names.append(entry.name);
        }
        return names;
    }
    ServerStatus start()
    {
        const auto started = wait(m_admin->startServerOnFreePort());
        return started.ok() ? started.value() : ServerStatus{};
    }
    static QString failureOf(const Result<SentAgain> &sent) { return sent ? QString() : sent.error().detail; }
    MessageRecord rowOf(RowId id)
    {
        const auto found = wait(m_admin->searchLog({.before = id + 1, .limit = 1}));
        return found && !found->rows.isEmpty() ? found->rows.first() : MessageRecord();
    }
    template<class T>
    static Result<T> wait(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 15000) || future.resultCount() == 0)
            return {ErrorCode::TimedOut, QStringLiteral("no answer")};
        return future.result();
    }
    std::pair<int, QJsonObject> post(const QString &url,
                                     std::initializer_list<std::pair<const char *, QString>> fields)
    {
        QJsonObject body;
        for (const auto &[name, value] : fields)
            body.insert(QLatin1StringView(name), value);
        QNetworkRequest request{QUrl(url)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        std::unique_ptr<QNetworkReply> reply(m_network.post(request, QJsonDocument(body).toJson()));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10000))
            return {-1, {}};
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                QJsonDocument::fromJson(reply->readAll()).object()};
    }
    QByteArray everythingOnDisk() const
    {
        QByteArray all;
        for (const QFileInfo &info : QDir(profile()).entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

    SystemClock m_clock;
    SystemRandom m_random;
    QNetworkAccessManager m_network;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Admin> m_admin;
};

QTEST_GUILESS_MAIN(tst_LocalAdmin)
#include "tst_localadmin.moc"
