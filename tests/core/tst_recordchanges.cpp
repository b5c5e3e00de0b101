// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/LocalAdmin.h"
#include "core/engine/Profile.h"
#include "core/storage/Stores.h"
#include "tests/support/ManualClock.h"
#include "tests/support/TableDump.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>
#include <numeric>

using namespace smsauth;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// What a person does by hand to codes and users, and the passphrase of a sealed file, through the whole engine.
class tst_RecordChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        m_admin.reset();
        m_folder.reset();
    }

    void aCodeIsExpiredNow();
    void anEndIsTakenBack();
    void anEndIsTakenBackBeforeItsMessageWasSent();
    void anEndThatCannotBeTakenBack();
    void aCodeGetsMoreTime();
    void liveCodesGetNoMoreTime();
    void aCodeIsDeleted();
    void aFinishedCodeIsNotChanged_data();
    void aFinishedCodeIsNotChanged();
    void aCodeIsRevealed();
    void aUserIsBlockedAndUnblocked();
    void aUserGetsAnotherNumber();
    void aUserIsDeleted();
    void activityCountsWhatWasSent();
    void aPassphraseOpensTheProfile();

private:
    void open(const QString &secrets = u"memory"_s, const QString &provider = {})
    {
        EngineOptions options;
        options.profile = m_folder->filePath(u"profile"_s);
        options.sources.overrides = {{u"SMS_AUTH_SECRETS"_s, secrets}, {u"SMS_AUTH_PORT"_s, u"0"_s}};
        if (!provider.isEmpty())
            options.sources.overrides.append({u"SMS_AUTH_PROVIDER"_s, provider});
        options.actor = u"test"_s;
        m_admin.reset();
        m_admin = openLocalAdmin(options, m_clock, m_random);
    }
    /// The live code of a sign-in that has just been asked for.
    CodeRecord signIn()
    {
        if (m_url.isEmpty() || !wait(m_admin->status()) || wait(m_admin->status())->state != ServerState::Running)
            m_url = wait(m_admin->startServer())->url;
        if (post(u"/auth/sign-in/"_s, R"({"phone_number":"+12025550101"})") != 200)
            return {};
        const auto codes = wait(m_admin->codes({.phone = phone, .onlyLive = true}));
        return codes.ok() && !codes->isEmpty() ? codes->first() : CodeRecord();
    }
    int verify(const QString &code)
    {
        return post(u"/auth/auth/"_s, R"({"phone_number":"+12025550101","code":")" + code.toLatin1() + R"("})");
    }
    int post(const QString &path, const QByteArray &body)
    {
        QNetworkRequest request(QUrl(m_url + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        std::unique_ptr<QNetworkReply> reply(m_network.post(request, body));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 15000))
            return 0;
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    QString database() const { return Profile{m_folder->filePath(u"profile"_s)}.databaseFile(); }
    QStringList audited()
    {
        m_admin.reset(); // all that was submitted is stored
        Stores stores(database(), Database::Access::Read);
        QStringList lines;
        for (const AuditRecord &record : stores.audit.list(100, 0))
            lines.prepend(record.actor + u' ' + record.action + u' ' + record.subject);
        return lines;
    }
    template<class T>
    static Result<T> wait(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 15000) || future.resultCount() == 0)
            return Error{ErrorCode::TimedOut, u"no answer"_s, {}};
        return future.result();
    }

    const PhoneNumber phone = PhoneNumber::fromStored(u"+12025550101"_s);
    const PhoneNumber other = PhoneNumber::fromStored(u"+12025550102"_s);
    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    QNetworkAccessManager m_network;
    std::unique_ptr<Admin> m_admin;
    QString m_url;
};

void tst_RecordChanges::aCodeIsExpiredNow()
{
    open();
    const CodeRecord code = signIn();
    QVERIFY(code.id != 0);
    QVERIFY(wait(m_admin->changeCode(code.id, CodeChange::ExpireNow)).ok());
    QCOMPARE(wait(m_admin->codes({}))->first().state, CodeState::Expired);
    QCOMPARE(verify(code.code), 400);
    QVERIFY(audited().contains(u"test code.expired "_s + phone.masked()));
}

void tst_RecordChanges::anEndIsTakenBack()
{
    open();
    const CodeRecord code = signIn();
    const auto message = [this] { return wait(m_admin->messages({}))->first(); };
    QTRY_COMPARE(message().state, MessageState::Delivered);
    const QStringList row = dumpOf(database(), u"code"_s);
    const QStringList onPhone = dumpOf(database(), u"message"_s);
    QVERIFY(wait(m_admin->changeCode(code.id, CodeChange::ExpireNow)).ok());
    QVERIFY(dumpOf(database(), u"code"_s) != row);
    QVERIFY(message().expiresAt < code.expiresAt); // the phone does not call it valid
    QVERIFY(wait(m_admin->takeBackCodeChange(code)).ok());
    QCOMPARE(dumpOf(database(), u"code"_s), row);
    QCOMPARE(dumpOf(database(), u"message"_s), onPhone);
    // So is more time.
    QVERIFY(wait(m_admin->changeCode(code.id, CodeChange::FiveMinutesMore)).ok());
    QVERIFY(message().expiresAt > code.expiresAt);
    QVERIFY(wait(m_admin->takeBackCodeChange(code)).ok());
    QCOMPARE(dumpOf(database(), u"code"_s), row);
    QCOMPARE(dumpOf(database(), u"message"_s), onPhone);
    QCOMPARE(verify(code.code), 200);
    QVERIFY(audited().contains(u"test code.change_undone "_s + phone.masked()));
}

void tst_RecordChanges::anEndIsTakenBackBeforeItsMessageWasSent()
{
    open();
    m_url = wait(m_admin->startServer())->url;
    FaultRule rule;
    rule.phone = phone;
    rule.effect = {.outcome = FaultOutcome::ProviderError, .status = 503};
    QVERIFY(wait(m_admin->setFault(rule)).ok());
    const CodeRecord code = signIn();
    const auto message = [this] {
        const auto found = wait(m_admin->messages({}));
        return found && !found->isEmpty() ? found->first() : MessageRecord();
    };
    QTRY_COMPARE(message().attempts.size(), 1); // refused once, and waiting to be sent again
    QCOMPARE(message().state, MessageState::Queued);
    QVERIFY(wait(m_admin->changeCode(code.id, CodeChange::ExpireNow)).ok());
    QVERIFY(message().expiresAt < code.expiresAt);
    QCOMPARE(message().state, MessageState::Queued); // it can still come back
    QVERIFY(wait(m_admin->clearFaults()).ok());
    QVERIFY(wait(m_admin->takeBackCodeChange(code)).ok());
    QCOMPARE(message().expiresAt, code.expiresAt);
    QVERIFY(wait(m_admin->codes({.phone = phone, .onlyLive = true}))->first().id == code.id);
    QTRY_VERIFY(message().attempts.size() > 1); // and it is tried again at once
}

void tst_RecordChanges::anEndThatCannotBeTakenBack()
{
    open();
    CodeRecord code = signIn();
    CodeRecord older = code;
    older.createdAt -= 1s;
    QCOMPARE(wait(m_admin->takeBackCodeChange(older)).error().code, ErrorCode::NotFound);
    QCOMPARE(verify(code.code), 200); // it was used meanwhile
    const QStringList rows = dumpOf(database(), u"code"_s);
    QCOMPARE(wait(m_admin->takeBackCodeChange(code)).error().code, ErrorCode::NotFound);
    QCOMPARE(dumpOf(database(), u"code"_s), rows);
    open(u"memory"_s, u"twilio"_s);
    code.expiresAt += 5min;
    QCOMPARE(wait(m_admin->takeBackCodeChange(code)).error().code, ErrorCode::NotAllowed);
}

void tst_RecordChanges::aCodeGetsMoreTime()
{
    open();
    const CodeRecord code = signIn();
    QVERIFY(wait(m_admin->changeCode(code.id, CodeChange::FiveMinutesMore)).ok());
    const CodeRecord later = wait(m_admin->codes({}))->first();
    QCOMPARE(later.expiresAt, code.expiresAt + 5min);
    QCOMPARE(later.code, code.code);
    QCOMPARE(verify(code.code), 200);
}

void tst_RecordChanges::liveCodesGetNoMoreTime()
{
    open(u"memory"_s, u"twilio"_s);
    QCOMPARE(wait(m_admin->changeCode(1, CodeChange::FiveMinutesMore)).error().code, ErrorCode::NotAllowed);
}

void tst_RecordChanges::aCodeIsDeleted()
{
    open();
    const CodeRecord code = signIn();
    QVERIFY(wait(m_admin->changeCode(code.id, CodeChange::Remove)).ok());
    QVERIFY(wait(m_admin->codes({}))->isEmpty());
    QCOMPARE(verify(code.code), 400);
    QCOMPARE(wait(m_admin->changeCode(code.id, CodeChange::Remove)).error().code, ErrorCode::NotFound);
    QVERIFY(audited().contains(u"test code.deleted "_s + phone.masked()));
}

void tst_RecordChanges::aFinishedCodeIsNotChanged_data()
{
    QTest::addColumn<CodeChange>("change");
    QTest::newRow("expire") << CodeChange::ExpireNow;
    QTest::newRow("prolong") << CodeChange::FiveMinutesMore;
}

void tst_RecordChanges::aFinishedCodeIsNotChanged()
{
    QFETCH(CodeChange, change);
    open();
    const CodeRecord code = signIn();
    QCOMPARE(verify(code.code), 200);
    QCOMPARE(wait(m_admin->changeCode(code.id, change)).error().code, ErrorCode::NotFound);
    QCOMPARE(wait(m_admin->codes({}))->first().state, CodeState::Used);
}

void tst_RecordChanges::aCodeIsRevealed()
{
    open();
    const CodeRecord code = signIn();
    QCOMPARE(wait(m_admin->revealCode(code.id)).value(), code.code);
    QCOMPARE(verify(code.code), 200);
    QCOMPARE(wait(m_admin->revealCode(code.id)).error().code, ErrorCode::NotFound);
    const QStringList lines = audited();
    QCOMPARE(lines.count(u"test code.revealed "_s + phone.masked()), 1);
    QVERIFY(!lines.join(u'\n').contains(code.code));
}

void tst_RecordChanges::aUserIsBlockedAndUnblocked()
{
    open();
    QCOMPARE(verify(signIn().code), 200);
    const RowId id = wait(m_admin->users({.limit = 10}))->first().id;
    const auto blocked = wait(m_admin->changeUser(id, {.active = false, .phone = {}}));
    QVERIFY(blocked.ok());
    QVERIFY(!blocked->isActive);
    QCOMPARE(verify(signIn().code), 400);
    QVERIFY(wait(m_admin->changeUser(id, {.active = true, .phone = {}}))->isActive);
    const CodeRecord left = wait(m_admin->codes({.phone = phone, .onlyLive = true}))->first();
    QCOMPARE(verify(left.code), 200);
    const QStringList lines = audited();
    QVERIFY(lines.contains(u"test user.blocked "_s + phone.masked()));
    QVERIFY(lines.contains(u"test user.unblocked "_s + phone.masked()));
}

void tst_RecordChanges::aUserGetsAnotherNumber()
{
    open();
    QCOMPARE(verify(signIn().code), 200);
    const RowId id = wait(m_admin->users({.limit = 10}))->first().id;
    const auto moved = wait(m_admin->changeUser(id, {.active = {}, .phone = other}));
    QCOMPARE(moved->phone, other);
    QCOMPARE(moved->username, other.e164());
    QVERIFY(moved->isActive);
    // The old number makes a new user, who cannot be given a number that is taken.
    QCOMPARE(verify(signIn().code), 200);
    const RowId second = wait(m_admin->users({.limit = 10}))->first().id;
    QVERIFY(second != id);
    QCOMPARE(wait(m_admin->changeUser(second, {.active = {}, .phone = other})).error().code, ErrorCode::UserExists);
    QCOMPARE(wait(m_admin->changeUser(99, {.active = true, .phone = {}})).error().code, ErrorCode::NotFound);
}

void tst_RecordChanges::aUserIsDeleted()
{
    open();
    QCOMPARE(verify(signIn().code), 200);
    const RowId id = wait(m_admin->users({.limit = 10}))->first().id;
    QVERIFY(wait(m_admin->removeUser(id)).ok());
    QVERIFY(wait(m_admin->users({.limit = 10}))->isEmpty());
    QCOMPARE(wait(m_admin->removeUser(id)).error().code, ErrorCode::NotFound);
    QVERIFY(audited().contains(u"test user.deleted "_s + phone.masked()));
}

void tst_RecordChanges::activityCountsWhatWasSent()
{
    open();
    const auto before = wait(m_admin->activity());
    QCOMPARE(before->sentByHour, QList<qint64>(Activity::Hours));
    QVERIFY(!before->medianToVerify);
    const CodeRecord code = signIn();
    QTRY_COMPARE(wait(m_admin->activity())->sentByHour.last(), 1);
    QVERIFY(!wait(m_admin->activity())->medianToVerify);
    QCOMPARE(verify(code.code), 200);
    const auto after = wait(m_admin->activity());
    QVERIFY(after->medianToVerify);
    QVERIFY(*after->medianToVerify >= 0ms && *after->medianToVerify < 15s);
    QCOMPARE(std::accumulate(after->sentByHour.begin(), after->sentByHour.end(), qint64(0)), 1);
}

void tst_RecordChanges::aPassphraseOpensTheProfile()
{
    open(u"file"_s);
    const auto locked = wait(m_admin->startServer());
    QCOMPARE(locked.error().code, ErrorCode::SecretsLocked);
    QCOMPARE(wait(m_admin->status())->passphrase, PassphraseNeed::First);
    // The first one settles it.
    QVERIFY(wait(m_admin->unlockSecrets(Secret("the first one"))).ok());
    QCOMPARE(wait(m_admin->startServer())->state, ServerState::Running);
    QVERIFY(wait(m_admin->stopServer()).ok());

    open(u"file"_s);
    QCOMPARE(wait(m_admin->status())->state, ServerState::Failed);
    QCOMPARE(wait(m_admin->status())->passphrase, PassphraseNeed::Known);
    QCOMPARE(wait(m_admin->unlockSecrets(Secret("another one"))).error().code, ErrorCode::SecretsLocked);
    QCOMPARE(wait(m_admin->unlockSecrets({})).error().code, ErrorCode::SecretsLocked);
    QCOMPARE(wait(m_admin->status())->state, ServerState::Failed);
    QVERIFY(wait(m_admin->unlockSecrets(Secret("the first one"))).ok());
    QCOMPARE(wait(m_admin->startServer())->state, ServerState::Running);
}

QTEST_MAIN(tst_RecordChanges)
#include "tst_recordchanges.moc"
