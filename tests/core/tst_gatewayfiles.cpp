// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/LocalAdmin.h"
#include "core/sms/GatewayForm.h"
#include "tests/support/GatewayStub.h"

#include <QDir>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

/// Gateways that a person describes, and secret stores that fail, through the whole engine.
class tst_GatewayFiles : public QObject
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

    void aSavedGatewayIsThereAtOnce();
    void nothingInvalidIsSaved();
    void aBrokenFileIsListedWithItsPlace();
    void filesThatComeAndGoAreNoticed();
    void thePreviewUsesWhatIsSaved();
    void theBalanceIsAsked();
    void theGatewayInUseChangesWithoutLosingAMessage();
    void theGatewayInUseCannotBeRemoved();
    void memoryForARunAndAFileForGood();
    void aPassphraseFileMustBeClosed();
    void settingsAreAppliedWithoutLosingARequest();

private:
    using Overrides = QList<QPair<QString, QString>>;
    static inline const Overrides InMemory{{u"SMS_AUTH_SECRETS"_s, u"memory"_s}};

    QString profile() const { return m_folder->filePath(u"profile"_s); }
    QString fileOf(const QString &id) const { return profile() + u"/providers/"_s + id + u".json"_s; }
    void open(const Overrides &overrides = InMemory)
    {
        m_admin.reset();
        EngineOptions options;
        options.profile = profile();
        options.sources.overrides = overrides;
        options.actor = u"test"_s;
        m_admin = openLocalAdmin(options, m_clock, m_random);
    }
    template<class T>
    static Result<T> wait(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30000) || future.resultCount() == 0)
            return {ErrorCode::TimedOut, u"no answer"_s};
        return future.result();
    }
    ProviderInfo info(const QString &id)
    {
        const auto all = wait(m_admin->providers());
        for (const ProviderInfo &found : all ? *all : QList<ProviderInfo>()) {
            if (found.id == id)
                return found;
        }
        return {};
    }
    void write(const QString &id, const QByteArray &text)
    {
        QFile file(fileOf(id));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size());
    }
    static QByteArray gatewayAt(const GatewayStub &stub, const QByteArray &path)
    {
        return newGatewayText(u"Mine"_s)
            .replace("https://sms.example.com", stub.url().toUtf8())
            .replace("{base}/send", "{base}/" + path);
    }
    static QByteArray signIn(int number)
    {
        return QJsonDocument(QJsonObject{{u"phone_number"_s, u"+1202555%1"_s.arg(number, 4, 10, QChar(u'0'))}})
            .toJson();
    }

    SystemClock m_clock;
    SystemRandom m_random;
    QNetworkAccessManager m_network;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Admin> m_admin;
};

void tst_GatewayFiles::aSavedGatewayIsThereAtOnce()
{
    const QByteArray text = newGatewayText(u"Mine"_s);
    QVERIFY(wait(m_admin->saveGateway(u"mine"_s, text)).ok());
    const ProviderInfo mine = info(u"mine"_s);
    QCOMPARE(mine.title, u"Mine"_s);
    QVERIFY(mine.isOwn && mine.isFile && mine.problem.isNone());
    QCOMPARE(mine.fields.size(), 3);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(QFile::exists(fileOf(u"mine"_s)));
    QVERIFY(!(QFile::permissions(fileOf(u"mine"_s)) & others));
    const auto file = wait(m_admin->gatewayFile(u"mine"_s));
    QCOMPARE(file->text, text);
    QVERIFY(file->isOwn);

    const QByteArray second = newGatewayText(u"Second"_s);
    QVERIFY(wait(m_admin->saveGateway(u"mine"_s, second)).ok());
    QCOMPARE(info(u"mine"_s).title, u"Second"_s);
    QVERIFY(wait(m_admin->removeGateway(u"mine"_s)).ok());
    QVERIFY(info(u"mine"_s).id.isEmpty());
    QVERIFY(!QFile::exists(fileOf(u"mine"_s)));
    QCOMPARE(wait(m_admin->removeGateway(u"mine"_s)).error().code, ErrorCode::NotFound);
    QCOMPARE(wait(m_admin->gatewayFile(u"mine"_s)).error().code, ErrorCode::NotFound);
    QVERIFY(wait(m_admin->saveGateway(u"mine"_s, second)).ok()); // undo
    QCOMPARE(info(u"mine"_s).title, u"Second"_s);

    const ProviderInfo twilio = info(u"twilio"_s);
    QVERIFY(twilio.isFile && !twilio.isOwn && twilio.hasBalance);
    QVERIFY(!info(u"sandbox"_s).isFile);
    QVERIFY(!wait(m_admin->gatewayFile(u"twilio"_s))->isOwn);
}

void tst_GatewayFiles::nothingInvalidIsSaved()
{
    const QByteArray good = newGatewayText(u"Mine"_s);
    QVERIFY(wait(m_admin->saveGateway(u"mine"_s, good)).ok());
    QByteArray bad = good;
    const auto refused = wait(m_admin->saveGateway(u"mine"_s, bad.replace("{base}", "{bsae}")));
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    QVERIFY(refused.error().detail.startsWith(u"/send/url: "));
    QCOMPARE(wait(m_admin->saveGateway(u"mine"_s, "{")).error().code, ErrorCode::InvalidInput);
    QCOMPARE(wait(m_admin->gatewayFile(u"mine"_s))->text, good);
    QCOMPARE(wait(m_admin->saveGateway(u"../mine"_s, good)).error().code, ErrorCode::InvalidInput);
    QCOMPARE(wait(m_admin->saveGateway(u"twilio"_s, good)).error().code, ErrorCode::NotAllowed);
    QCOMPARE(wait(m_admin->saveGateway(u"sandbox"_s, good)).error().code, ErrorCode::NotAllowed);
    QCOMPARE(wait(m_admin->removeGateway(u"twilio"_s)).error().code, ErrorCode::NotFound);
    QCOMPARE(QDir(profile() + u"/providers"_s).entryList(QDir::Files), QStringList(u"mine.json"_s));

    QVERIFY(QFile::remove(fileOf(u"mine"_s)) && QDir().mkdir(fileOf(u"mine"_s))); // nothing can be written there
    QCOMPARE(wait(m_admin->saveGateway(u"mine"_s, good)).error().code, ErrorCode::Storage);
}

void tst_GatewayFiles::aBrokenFileIsListedWithItsPlace()
{
    QVERIFY(wait(m_admin->status()).ok());
    write(u"bad"_s, newGatewayText(u"Bad"_s).replace("\"POST\"", "\"PATCH\""));
    write(u"twilio"_s, "{\n \"format\" \n");
    const ProviderInfo bad = info(u"bad"_s);
    QVERIFY(bad.isOwn && bad.fields.isEmpty());
    QCOMPARE(bad.problem.pointer, u"/send/method"_s);
    QCOMPARE(bad.problem.place.line, 18);
    // The shipped one is there instead.
    const ProviderInfo twilio = info(u"twilio"_s);
    QVERIFY(!twilio.problem.isNone() && !twilio.fields.isEmpty());
    QVERIFY(twilio.problem.place.line >= 2);
    // Corrected in the editor, it is what the profile says.
    QVERIFY(wait(m_admin->gatewayFile(u"bad"_s))->text.contains("PATCH"));
    QVERIFY(wait(m_admin->saveGateway(u"bad"_s, newGatewayText(u"Good"_s))).ok());
    QVERIFY(info(u"bad"_s).problem.isNone());
    QVERIFY(wait(m_admin->removeGateway(u"twilio"_s)).ok());
    QVERIFY(info(u"twilio"_s).problem.isNone());
}

void tst_GatewayFiles::filesThatComeAndGoAreNoticed()
{
    QVERIFY(info(u"mine"_s).id.isEmpty());
    write(u"mine"_s, newGatewayText(u"By hand"_s));
    QCOMPARE(info(u"mine"_s).title, u"By hand"_s);
    QVERIFY(QFile::remove(fileOf(u"mine"_s)));
    QVERIFY(info(u"mine"_s).id.isEmpty());
}

void tst_GatewayFiles::thePreviewUsesWhatIsSaved()
{
    const QByteArray text = wait(m_admin->gatewayFile(u"megafon"_s))->text;
    QVERIFY(
        wait(m_admin->saveProvider({u"megafon"_s, {{u"login"_s, u"ann"_s}}, {{u"password"_s, Secret("s3cret")}}}))
            .ok());
    GatewaySample sample;
    sample.id = u"megafon"_s;
    const auto preview = wait(m_admin->previewGateway(text, sample));
    QVERIFY(preview->headers.contains(u"Authorization: Basic base64(ann:••••)"_s));
    QCOMPARE(preview->standIns, QStringList(u"from"_s));
    QVERIFY(!(preview->headers.join(u' ') + preview->body + preview->requestLine).contains(u"s3cret"));
    sample.id = u"../x"_s; // no id, no fields, no harm
    QVERIFY(wait(m_admin->previewGateway(text, sample))->standIns.contains(u"login"_s));
    const auto reading = wait(m_admin->testReply(text, {.status = 401, .headers = {}, .body = {}, .to = {}}));
    QCOMPARE(reading->verdict.kind, Verdict::Kind::Account);
}

void tst_GatewayFiles::theBalanceIsAsked()
{
    GatewayStub stub;
    open(InMemory + Overrides{{u"SMS_AUTH_GATEWAY_PRIVATE"_s, u"true"_s}});
    GatewayForm form = *readGatewayForm(gatewayAt(stub, "send"));
    form.hasBalance = true;
    form.balance = form.send;
    form.balance.method = u"GET"_s;
    form.balance.url = u"{base}/balance"_s;
    form.balance.body = GatewayForm::Request::Body::None;
    form.balance.json.clear();
    form.amount = u"/balance"_s;
    form.currency = u"/currency"_s;
    QVERIFY(wait(m_admin->saveGateway(u"mine"_s, *writeGatewayForm(form, {}))).ok());
    const ProviderDraft draft{u"mine"_s, {}, {{u"password"_s, Secret("t0ken")}}};

    stub.answer({.status = 200, .body = R"({"balance":12.5,"currency":"EUR"})", .headers = {}, .delay = {}});
    const auto good = wait(m_admin->askBalance(draft));
    QCOMPARE(good->amount, u"12.5"_s);
    QCOMPARE(good->currency, u"EUR"_s);
    QCOMPARE(stub.requests().last().method, QByteArray("GET"));
    QCOMPARE(stub.requests().last().headers.value("authorization"), QByteArray("Bearer t0ken"));

    stub.answer({.status = 401, .body = R"({"error":"t0ken is wrong"})", .headers = {}, .delay = {}});
    const auto refused = wait(m_admin->askBalance(draft));
    QVERIFY(refused->amount.isEmpty());
    QCOMPARE(refused->refusal, u"••• is wrong"_s); // the gateway's words, without what it was sent
    QCOMPARE(wait(m_admin->askBalance({u"megafon"_s, {}, {}})).error().code, ErrorCode::NotAllowed);
    QCOMPARE(wait(m_admin->askBalance({u"mine"_s, {}, {}})).error().code, ErrorCode::SecretMissing);
}

void tst_GatewayFiles::theGatewayInUseChangesWithoutLosingAMessage()
{
    GatewayStub stub;
    stub.answer({.status = 200, .body = R"({"id":"1"})", .headers = {}, .delay = milliseconds(20)});
    open(InMemory + Overrides{{u"SMS_AUTH_GATEWAY_PRIVATE"_s, u"true"_s}, {u"SMS_AUTH_LIMITS"_s, u"seed"_s}});
    QVERIFY(wait(m_admin->saveGateway(u"mine"_s, gatewayAt(stub, "v0"))).ok());
    QVERIFY(wait(m_admin->saveProvider({u"mine"_s, {}, {{u"password"_s, Secret("t0ken")}}})).ok());
    QVERIFY(wait(m_admin->activateProvider(u"mine"_s)).ok());
    const auto running = wait(m_admin->startServerOnFreePort());
    QVERIFY(running.ok());

    // Sixty people sign in while the description changes six times.
    constexpr int people = 60;
    int accepted = 0;
    int answered = 0;
    for (int i = 0; i < people; ++i) {
        QNetworkRequest request(QUrl(running->url + u"/auth/sign-in/"_s));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        QNetworkReply *reply = m_network.post(request, signIn(100 + i));
        connect(reply, &QNetworkReply::finished, this, [reply, &accepted, &answered] {
            accepted += reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200;
            ++answered;
            reply->deleteLater();
        });
        if (i % 10 == 9)
            QVERIFY(wait(m_admin->saveGateway(u"mine"_s, gatewayAt(stub, "v" + QByteArray::number(i)))).ok());
    }
    QVERIFY(QTest::qWaitFor([&] { return answered == people; }, 30000));
    QCOMPARE(accepted, people);
    const auto numbers = [&stub] {
        QStringList to;
        for (const GatewayStub::Request &request : stub.requests())
            to.append(QJsonDocument::fromJson(request.body).object().value(u"to").toString());
        return to;
    };
    const auto different = [&numbers] {
        const QStringList all = numbers();
        return QSet<QString>(all.begin(), all.end()).size();
    };
    QVERIFY(QTest::qWaitFor([&] { return different() == people; }, 30000));
    QCOMPARE(numbers().size(), people); // none twice either
    QCOMPARE(wait(m_admin->status())->state, ServerState::Running);
    QVERIFY(QTest::qWaitFor([&] { return wait(m_admin->status())->queued == 0; }, 30000));
    QCOMPARE(wait(m_admin->messages({.states = {MessageState::Sent}})).value().size(), people);
    // What comes now goes where the last description says.
    m_network.post(
        [&] {
            QNetworkRequest request(QUrl(running->url + u"/auth/sign-in/"_s));
            request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
            return request;
        }(),
        signIn(199));
    QVERIFY(QTest::qWaitFor([&] { return stub.requestCount() == people + 1; }, 30000));
    QCOMPARE(stub.requests().last().target, QByteArray("/v59"));
}

void tst_GatewayFiles::theGatewayInUseCannotBeRemoved()
{
    QVERIFY(wait(m_admin->saveGateway(u"mine"_s, newGatewayText(u"Mine"_s))).ok());
    QVERIFY(wait(m_admin->activateProvider(u"mine"_s)).ok());
    const auto refused = wait(m_admin->removeGateway(u"mine"_s));
    QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
    QVERIFY(QFile::exists(fileOf(u"mine"_s)));
    QVERIFY(wait(m_admin->activateProvider(u"sandbox"_s)).ok());
    QVERIFY(wait(m_admin->removeGateway(u"mine"_s)).ok());
}

void tst_GatewayFiles::memoryForARunAndAFileForGood()
{
    const QByteArray bus = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    const auto restore = qScopeGuard([&] { qputenv("DBUS_SESSION_BUS_ADDRESS", bus); });
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    open({});
    QVERIFY(wait(m_admin->applySettings({{u"SMS_AUTH_SECRETS"_s, u"keyring"_s}})).ok());
    open({});
    QCOMPARE(wait(m_admin->startServer()).error().code, ErrorCode::SecretsUnavailable);
    const auto stored = [this] { return wait(m_admin->settings())->values.value(u"SMS_AUTH_SECRETS").toString(); };

    QVERIFY(wait(m_admin->useOtherSecretStore(OtherSecretStore::Memory, {})).ok());
    QVERIFY(wait(m_admin->startServerOnFreePort()).ok());
    QCOMPARE(wait(m_admin->status())->secretStore, u"memory"_s);
    QVERIFY(wait(m_admin->writeSecret(u"twilio.password"_s, Secret("x"))).ok());
    QCOMPARE(stored(), u"keyring"_s);
    QCOMPARE(wait(m_admin->useOtherSecretStore(OtherSecretStore::SealedFile, Secret("open sesame"))).error().code,
             ErrorCode::NotAllowed); // it is open, with keys of its own

    // For this run only.
    open({});
    QCOMPARE(wait(m_admin->startServer()).error().code, ErrorCode::SecretsUnavailable);
    QCOMPARE(wait(m_admin->useOtherSecretStore(OtherSecretStore::SealedFile, {})).error().code,
             ErrorCode::SecretsLocked);
    QCOMPARE(stored(), u"keyring"_s); // put back
    QVERIFY(wait(m_admin->useOtherSecretStore(OtherSecretStore::SealedFile, Secret("open sesame"))).ok());
    QCOMPARE(wait(m_admin->status())->secretStore, u"file"_s);
    QCOMPARE(stored(), u"file"_s);
    QVERIFY(wait(m_admin->writeSecret(u"twilio.password"_s, Secret("x"))).ok());
    QVERIFY(wait(m_admin->startServerOnFreePort()).ok());

    open({});
    QCOMPARE(wait(m_admin->startServer()).error().code, ErrorCode::SecretsLocked);
    QVERIFY(wait(m_admin->unlockSecrets(Secret("open sesame"))).ok());
    QCOMPARE(wait(m_admin->secrets())->last().name, u"twilio.password"_s);

    // Chosen by an option: not for a button to change.
    open({{u"SMS_AUTH_SECRETS"_s, u"keyring"_s}});
    QCOMPARE(wait(m_admin->useOtherSecretStore(OtherSecretStore::SealedFile, Secret("open sesame"))).error().code,
             ErrorCode::Settings);
}

void tst_GatewayFiles::aPassphraseFileMustBeClosed()
{
    const QString path = m_folder->filePath(u"passphrase"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("open sesame\n") > 0);
    file.close();
    const Overrides options{{u"SMS_AUTH_SECRETS"_s, u"file"_s}, {u"SMS_AUTH_PASSPHRASE_FILE"_s, path}};
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    open(options);
    const auto refused = wait(m_admin->startServerOnFreePort());
    QCOMPARE(refused.error().code, ErrorCode::Settings);
    QVERIFY2(refused.error().detail.contains(u"must not be readable by others; close it with chmod 600"),
             qPrintable(refused.error().detail));
    QVERIFY(!QFile::exists(profile() + u"/secrets.sealed"_s));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    open(options);
    QVERIFY(wait(m_admin->startServerOnFreePort()).ok());
}

void tst_GatewayFiles::settingsAreAppliedWithoutLosingARequest()
{
    const auto running = wait(m_admin->startServerOnFreePort());
    QVERIFY(running.ok());
    int sent = 0;
    int accepted = 0;
    int answered = 0;
    QStringList failures;
    for (int round = 0; round < 5; ++round) {
        auto applied = m_admin->applySettings({{u"SMS_AUTH_TOKEN_LIFE"_s, 100 + round}});
        // New people come while it is applied, each on a connection of their own.
        std::vector<std::unique_ptr<QNetworkAccessManager>> people;
        while (!applied.isFinished() || people.size() < 4) {
            if (people.size() < 15) {
                people.push_back(std::make_unique<QNetworkAccessManager>());
                QNetworkRequest request(QUrl(running->url + u"/auth/sign-in/"_s));
                request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
                QNetworkReply *reply = people.back()->post(request, signIn(100 + sent++));
                connect(reply, &QNetworkReply::finished, this, [reply, &accepted, &answered, &failures] {
                    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
                    accepted += status == 200;
                    if (status != 200)
                        failures.append(reply->errorString());
                    ++answered;
                });
            }
            QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
        }
        QVERIFY(applied.result().ok());
        QVERIFY(QTest::qWaitFor([&] { return answered == sent; }, 30000));
    }
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
    QCOMPARE(accepted, sent);
    QCOMPARE(wait(m_admin->messages({})).value().size(), sent);
}

QTEST_GUILESS_MAIN(tst_GatewayFiles)
#include "tst_gatewayfiles.moc"
