// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/LocalAdmin.h"
#include "core/engine/Engine.h"
#include "core/maintenance/Backup.h"
#include "core/maintenance/Restore.h"
#include "core/storage/Stores.h"
#include "tests/support/TableDump.h"

#include <QDir>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace smsauth;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Back up, restore and compact, through the whole engine.
class tst_Backup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_url.clear();
    }
    void cleanup()
    {
        m_admin.reset();
        m_folder.reset();
    }

    void holdsWhatWasThere();
    void sealedByThisProfile();
    void overwritesOnlyWhenTold();
    void refusesOtherTargets();
    void aFullDiskLeavesNothing();
    void canBeCancelled();
    void whatAKilledBackUpLeftGoes();
    void restoreBringsItBack();
    void restoreRefuses_data();
    void restoreRefuses();
    void aBackupOfAnotherProfile();
    void whatCannotBeOpenedGoesAgain();
    void questionsOutliveAFailedReopening();
    void numbersOfUsersAreNotGivenAgain_data();
    void numbersOfUsersAreNotGivenAgain();
    void whatIsDoneMeanwhileIsOnRecord();
    void nothingIsExchangedWhileAnotherDatabaseWaits();
    void oneThingAtATime();
    void replacesAnUnreadableDatabase();
    void anEarlierVersionIsBroughtUpToDate();
    void whatAKilledRestoreLeftGoes();
    void compactGivesBack();
    void anOldFileHasToBeRebuilt();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString database() const { return Profile{path(u"profile"_s)}.databaseFile(); }
    void open(const QString &profile = u"profile"_s)
    {
        EngineOptions options;
        options.profile = path(profile);
        options.sources.overrides = {{u"SMS_AUTH_SECRETS"_s, u"memory"_s},
                                     {u"SMS_AUTH_PORT"_s, u"0"_s},
                                     {u"SMS_AUTH_RESEND_WAIT"_s, u"0"_s}};
        options.actor = u"test"_s;
        m_admin.reset();
        m_admin = openLocalAdmin(options, m_clock, m_random);
    }
    void serve()
    {
        open();
        m_url = wait(m_admin->startServer())->url;
        QVERIFY(!m_url.isEmpty());
    }
    int signIn(int last)
    {
        return post(u"/auth/sign-in/"_s, u"{\"phone_number\":\"+120255501%1\"}"_s.arg(last, 2, 10, QChar(u'0')));
    }
    /// Signs in and verifies: a user.
    void makeUser(int last)
    {
        QCOMPARE(signIn(last), 200);
        const auto codes = wait(m_admin->codes({.phone = phone(last), .onlyLive = true}));
        QVERIFY(codes.ok() && !codes->isEmpty());
        QCOMPARE(post(u"/auth/auth/"_s,
                      u"{\"phone_number\":\"%1\",\"code\":\"%2\"}"_s.arg(phone(last).e164(), codes->first().code)),
                 200);
    }
    static PhoneNumber phone(int last)
    {
        return PhoneNumber::fromStored(u"+120255501%1"_s.arg(last, 2, 10, QChar(u'0')));
    }
    int post(const QString &where, const QString &body)
    {
        QNetworkRequest request(QUrl(m_url + where));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        std::unique_ptr<QNetworkReply> reply(m_network.post(request, body.toUtf8()));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 15000))
            return 0;
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    template<class T>
    static Result<T> wait(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30000) || future.resultCount() == 0)
            return Error{ErrorCode::TimedOut, u"no answer"_s, {}};
        return future.result();
    }
    template<class T>
    static QString why(const Result<T> &result)
    {
        return result ? QString() : result.error().detail;
    }
    static QStringList rows(const QString &file)
    {
        return dumpOf(file, u"code"_s) + dumpOf(file, u"message"_s) + dumpOf(file, u"attempt"_s) +
               dumpOf(file, u"app_user"_s);
    }
    /// A database of this program without an engine; large: some megabytes.
    void fill(const QString &file, int users)
    {
        Stores stores(file, Database::Access::Write);
        stores.beginGroup();
        for (int i = 0; i < users; ++i) {
            UserRecord user;
            user.phone = PhoneNumber::fromStored(u"+1202%1"_s.arg(5550000 + i));
            user.username = QString(200, u'u');
            user.createdAt = fromMs(1000 + i);
            stores.users.insert(user);
        }
        stores.commitGroup();
    }
    QStringList filesIn(const QString &folder) const { return QDir(folder).entryList(QDir::Files, QDir::Name); }
    static void write(const QString &file, const QByteArray &bytes)
    {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
    }
    static QByteArray read(const QString &file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("unreadable");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    QNetworkAccessManager m_network;
    std::unique_ptr<Admin> m_admin;
    QString m_url;
};

void tst_Backup::holdsWhatWasThere()
{
    serve();
    makeUser(1);
    QCOMPARE(signIn(2), 200);
    QTRY_VERIFY(wait(m_admin->status())->queued == 0);
    const QStringList before = rows(database());
    const QString copy = path(u"copy.db"_s);
    const auto written = wait(m_admin->backUp(copy, false));
    QVERIFY2(written.ok(), qPrintable(why(written)));
    QCOMPARE(written->contents.codes, 2);
    QCOMPARE(written->contents.users, 1);
    QCOMPARE(written->bytes, QFileInfo(copy).size());
    QCOMPARE(rows(copy), before);
    QCOMPARE(QFile::permissions(copy) &
                 (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
    QCOMPARE(filesIn(m_folder->path()), QStringList{u"copy.db"_s});
    QCOMPARE(signIn(3), 200); // and it goes on
}

void tst_Backup::sealedByThisProfile()
{
    serve();
    makeUser(1);
    QVERIFY(wait(m_admin->backUp(path(u"copy.db"_s), false)).ok());
    makeUser(2);
    const auto check = wait(m_admin->checkBackup(path(u"copy.db"_s)));
    QVERIFY2(check.ok(), qPrintable(why(check)));
    QVERIFY(check->sameKey);
    QCOMPARE(check->contents.users, 1);
    QCOMPARE(check->present.users, 2);
    QVERIFY(check->lastChange && *check->lastChange <= m_clock.now());
    QCOMPARE(filesIn(path(u"profile"_s)).filter(u"restore"_s), QStringList()); // nothing stays behind
}

void tst_Backup::overwritesOnlyWhenTold()
{
    fill(path(u"a.db"_s), 3);
    write(path(u"copy.db"_s), "precious");
    const Cancellation go;
    const auto refused = writeBackup(path(u"a.db"_s), path(u"copy.db"_s), false, go);
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    QVERIFY(refused.error().detail.contains(u"already"_s));
    QCOMPARE(read(path(u"copy.db"_s)), "precious");
    QVERIFY(writeBackup(path(u"a.db"_s), path(u"copy.db"_s), true, go).ok());
    QCOMPARE(rows(path(u"copy.db"_s)).size(), 3);
}

void tst_Backup::refusesOtherTargets()
{
    fill(path(u"a.db"_s), 1);
    write(path(u"real"_s), "precious");
    QVERIFY(QFile::link(path(u"real"_s), path(u"link"_s)));
    QVERIFY(QFile::link(path(u"nowhere"_s), path(u"dangling"_s)));
    const QByteArray before = read(path(u"a.db"_s));
    const Cancellation go;
    for (const QString &target : {path(u"a.db"_s), m_folder->path(), path(u"link"_s), path(u"dangling"_s),
                                  path(u"no/such/folder/x.db"_s)}) {
        const auto refused = writeBackup(path(u"a.db"_s), target, true, go);
        QVERIFY2(!refused.ok(), qPrintable(target));
    }
    QCOMPARE(read(path(u"real"_s)), "precious");
    QCOMPARE(read(path(u"a.db"_s)), before);
    QVERIFY(!QFile::exists(path(u"nowhere"_s)));
}

void tst_Backup::aFullDiskLeavesNothing()
{
    fill(path(u"a.db"_s), 2000);
    write(path(u"copy.db"_s), "the last one");
    const auto before = ::signal(SIGXFSZ, SIG_IGN);
    struct rlimit limit
    {
    };
    ::getrlimit(RLIMIT_FSIZE, &limit);
    const struct rlimit tight
    {
        100 * 1024, limit.rlim_max
    };
    ::setrlimit(RLIMIT_FSIZE, &tight); // what a disk does that has no room for more
    const Cancellation go;
    const auto failed = writeBackup(path(u"a.db"_s), path(u"copy.db"_s), true, go);
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::signal(SIGXFSZ, before);
    QCOMPARE(failed.error().code, ErrorCode::Storage);
    QVERIFY2(failed.error().detail.contains(path(u"copy.db"_s)), qPrintable(why(failed)));
    QCOMPARE(read(path(u"copy.db"_s)), "the last one");
    QCOMPARE(filesIn(m_folder->path()).filter(u"part"_s), QStringList());
    QVERIFY(writeBackup(path(u"a.db"_s), path(u"copy.db"_s), true, go).ok());
}

void tst_Backup::canBeCancelled()
{
    fill(path(u"a.db"_s), 10);
    Cancellation stop;
    stop.cancel();
    QCOMPARE(writeBackup(path(u"a.db"_s), path(u"copy.db"_s), false, stop).error().code, ErrorCode::Cancelled);
    QCOMPARE(filesIn(m_folder->path()).filter(u"copy"_s), QStringList());
}

void tst_Backup::whatAKilledBackUpLeftGoes()
{
    fill(path(u"a.db"_s), 10);
    // Of this target and of another one, with what SQLite had beside it; names of others stay, and so does the part
    // of a back-up that is at work.
    for (const QString &name :
         {u"copy.db.smsauth-part0"_s, u"copy.db.smsauth-part0-journal"_s, u"yesterday.db.smsauth-part12"_s,
          u"copy.db.part0"_s, u"smsauth-part1.txt"_s, u"x.smsauth-part3.old"_s, u"busy.db.smsauth-part0"_s})
        write(path(name), "half a copy");
    QFile busy(path(u"busy.db.smsauth-part0"_s));
    QVERIFY(busy.open(QIODevice::ReadOnly));
    QCOMPARE(::flock(busy.handle(), LOCK_EX | LOCK_NB), 0);
    QVERIFY(writeBackup(path(u"a.db"_s), path(u"copy.db"_s), false, {}).ok());
    QStringList left = filesIn(m_folder->path());
    left.removeIf([](const QString &name) { return name.startsWith(u"a.db"_s); });
    QCOMPARE(left, QStringList({u"busy.db.smsauth-part0"_s, u"copy.db"_s, u"copy.db.part0"_s,
                                u"smsauth-part1.txt"_s, u"x.smsauth-part3.old"_s}));
    QCOMPARE(rows(path(u"copy.db"_s)).size(), 10);
}

void tst_Backup::restoreBringsItBack()
{
    serve();
    const QString url = m_url;
    makeUser(1);
    QCOMPARE(signIn(2), 200); // live in the back-up
    const auto live = wait(m_admin->codes({.phone = phone(2), .onlyLive = true}));
    QVERIFY(wait(m_admin->backUp(path(u"copy.db"_s), false)).ok());
    const QStringList users = dumpOf(path(u"copy.db"_s), u"app_user"_s);
    makeUser(3);
    QVERIFY(wait(m_admin->removeUser(wait(m_admin->users({.find = phone(1).e164()}))->first().id)).ok());
    const QStringList later = dumpOf(database(), u"app_user"_s);
    QVERIFY(users != later);

    const auto restored = wait(m_admin->restore(path(u"copy.db"_s)));
    QVERIFY2(restored.ok(), qPrintable(why(restored)));
    QVERIFY(restored->sameKey);
    QCOMPARE(dumpOf(database(), u"app_user"_s), users);
    QCOMPARE(dumpOf(restored->kept, u"app_user"_s), later);
    QVERIFY(QFileInfo(restored->kept).fileName().startsWith(u"smsauth-before-restore-20"_s));
    const auto status = wait(m_admin->status());
    QCOMPARE(status->state, ServerState::Running);
    QCOMPARE(status->url, url);
    // It may have been used since the back-up was made.
    QCOMPARE(post(u"/auth/auth/"_s,
                  u"{\"phone_number\":\"%1\",\"code\":\"%2\"}"_s.arg(phone(2).e164(), live->first().code)),
             400);
    QCOMPARE(signIn(4), 200);
    QVERIFY(dumpOf(database(), u"audit"_s).join(u'\n').contains(u"database.restored"_s));

    // And back again: the one that was put aside is a back-up like any other.
    QVERIFY(wait(m_admin->restore(restored->kept)).ok());
    QCOMPARE(dumpOf(database(), u"app_user"_s), later);
}

void tst_Backup::restoreRefuses_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("says");
    QTest::newRow("missing") << u"missing"_s << u"there is no such file"_s;
    QTest::newRow("folder") << u"folder"_s << u"it is not a file"_s;
    QTest::newRow("empty") << u"empty"_s << u"it is empty"_s;
    QTest::newRow("text") << u"text"_s << u"it is not a database"_s;
    QTest::newRow("cut") << u"cut"_s << u""_s;
    QTest::newRow("damaged") << u"damaged"_s << u""_s;
    QTest::newRow("another program's") << u"foreign"_s << u"schema_version"_s;
    QTest::newRow("a newer program's") << u"newer"_s << u"use a newer program"_s;
    QTest::newRow("the database") << u"itself"_s << u"it is the database itself"_s;
    QTest::newRow("the database by another name") << u"link"_s << u"it is the database itself"_s;
    QTest::newRow("the log of the database") << u"wal"_s << u"it is the database itself"_s;
    QTest::newRow("one with a trigger") << u"trigger"_s << u"triggers or views"_s;
    QTest::newRow("one with a log beside it") << u"log beside"_s << u"copy.db-wal holds changes"_s;
    QTest::newRow("one with a journal beside it") << u"journal beside"_s << u"copy.db-journal holds changes"_s;
}

void tst_Backup::restoreRefuses()
{
    QFETCH(QString, kind);
    QFETCH(QString, says);
    serve();
    makeUser(1);
    const QString file = kind == u"itself" ? database()
                         : kind == u"wal"  ? database() + u"-wal"_s
                                           : path(u"copy.db"_s);
    if (kind == u"folder")
        QVERIFY(QDir().mkdir(file));
    else if (kind == u"empty")
        write(file, {});
    else if (kind == u"text")
        write(file, "SELECT * FROM nothing;");
    else if (kind == u"foreign")
        Database(file, Database::Access::Write).run(u"CREATE TABLE bookmark (url TEXT)"_s);
    else if (kind == u"link")
        QVERIFY(::link(QFile::encodeName(database()).constData(), QFile::encodeName(file).constData()) == 0);
    else if (kind != u"missing" && kind != u"itself" && kind != u"wal")
        fill(file, 1000);
    if (kind == u"trigger")
        Database(file, Database::Access::Write)
            .run(u"CREATE TRIGGER t AFTER INSERT ON message BEGIN DELETE FROM app_user; END"_s);
    if (kind == u"log beside")
        write(file + u"-wal"_s, "changes");
    if (kind == u"journal beside")
        write(file + u"-journal"_s, "changes");
    if (kind == u"newer")
        Database(file, Database::Access::Write).run(u"UPDATE schema_version SET version = 999"_s);
    if (kind == u"cut")
        write(file, read(file).first(20'000));
    if (kind == u"damaged") {
        QByteArray bytes = read(file);
        for (qsizetype page = 4 * 4096; page < bytes.size(); page += 4096)
            bytes.replace(page, 64, QByteArray(64, '\xff'));
        write(file, bytes);
    }
    const QStringList before = rows(database());
    for (const Error &error : {wait(m_admin->checkBackup(file)).error(), wait(m_admin->restore(file)).error()}) {
        QCOMPARE(error.code, ErrorCode::InvalidInput);
        QVERIFY2(error.detail.contains(u"cannot be restored"_s) && error.detail.contains(says),
                 qPrintable(error.detail));
    }
    QCOMPARE(rows(database()), before);
    QCOMPARE(wait(m_admin->status())->state, ServerState::Running);
    QCOMPARE(signIn(2), 200);
    QCOMPARE(filesIn(path(u"profile"_s)).filter(u"restore"_s), QStringList());
}

void tst_Backup::aBackupOfAnotherProfile()
{
    open(u"other"_s);
    m_url = wait(m_admin->startServer())->url;
    QCOMPARE(signIn(1), 200);
    QVERIFY(wait(m_admin->backUp(path(u"copy.db"_s), false)).ok());
    serve();
    makeUser(2);
    const auto check = wait(m_admin->checkBackup(path(u"copy.db"_s)));
    QVERIFY(check.ok());
    QVERIFY(!check->sameKey);
    const auto restored = wait(m_admin->restore(path(u"copy.db"_s)));
    QVERIFY(restored.ok());
    QVERIFY(!restored->sameKey);
    QCOMPARE(wait(m_admin->codes({}))->first().state, CodeState::Expired);
    makeUser(2);
}

void tst_Backup::whatCannotBeOpenedGoesAgain()
{
    EngineOptions options;
    options.profile = path(u"profile"_s);
    options.sources.overrides = {{u"SMS_AUTH_SECRETS"_s, u"memory"_s}, {u"SMS_AUTH_PORT"_s, u"0"_s}};
    Engine engine(options, m_clock, m_random);
    QVERIFY(engine.open().ok());
    QVERIFY(engine.start().ok());
    const QString url = engine.url();
    fill(path(u"marker.db"_s), 1);
    const QStringList before = dumpOf(database(), u"meta"_s);
    write(path(u"garbage"_s), QByteArray("SQLite format 3\0", 16) + QByteArray(9000, 'x'));
    QString kept;
    const Result<void> done = engine.whileClosed(
        [&](const QString &file) -> Result<void> {
            const Result<QString> aside = exchangeDatabase(file, path(u"garbage"_s), u"before-restore-test"_s);
            if (!aside)
                return aside.error();
            kept = *aside;
            return {};
        },
        [&](const QString &file) { return returnDatabase(file, kept); });
    QCOMPARE(done.error().code, ErrorCode::Storage);
    QVERIFY(!kept.isEmpty() && !QFile::exists(kept));
    QVERIFY(engine.isOpen());
    QCOMPARE(engine.state(), ServerState::Running);
    QCOMPARE(engine.url(), url);
    QCOMPARE(dumpOf(database(), u"meta"_s), before);
}

/// Neither the new database nor the old one can be opened: who asked before has an answer, who asks then an error.
void tst_Backup::questionsOutliveAFailedReopening()
{
    EngineOptions options;
    options.profile = path(u"profile"_s);
    options.sources.overrides = {{u"SMS_AUTH_SECRETS"_s, u"memory"_s}, {u"SMS_AUTH_PORT"_s, u"0"_s}};
    Engine engine(options, m_clock, m_random);
    QVERIFY(engine.open().ok());
    int answered = 0;
    bool hadParts = true;
    std::optional<Error> later;
    const auto ask = [&](std::function<void()> then) {
        engine.reader().submit<int>(
            engine.home(), [](Stores &) -> Result<int> { return 1; },
            [&, then = std::move(then)](const Result<int> &answer) {
                ++answered;
                hadParts = hadParts && engine.isOpen();
                if (answer)
                    then();
            });
    };
    const auto askOn = [&] {
        engine.reader().submit<int>(
            engine.home(), [](Stores &) -> Result<int> { return 1; },
            [&](const Result<int> &answer) { later = answer.error(); });
    };
    // As restoring does: from within an answer, with more answers behind it.
    Result<void> done;
    engine.home().post([&] {
        ask([] {});
        ask(askOn); // goes on asking when it has its answer
        done = engine.whileClosed(
            [&](const QString &file) -> Result<void> {
                write(file, "not a database");
                return {};
            },
            [](const QString &) -> Result<void> {
                return {ErrorCode::Storage, u"the old one is gone"_s};
            });
    });
    engine.home().post([&] { ++answered; }); // stands behind it in the same delivery
    QTRY_VERIFY(!done.ok());
    QCOMPARE(done.error().code, ErrorCode::Storage);
    QCOMPARE(answered, 3);
    QVERIFY(hadParts);
    QVERIFY(!engine.isOpen());
    QCOMPARE(engine.failure().detail, u"the old one is gone"_s);
    QVERIFY(later && later->code == ErrorCode::Busy);
    QCOMPARE(later->detail, u"the database is closed"_s);
    askOn();
    QCOMPARE(later->code, ErrorCode::Busy);
}

/// A token names its user by number: with a number given twice it would open somebody else's account.
void tst_Backup::numbersOfUsersAreNotGivenAgain_data()
{
    QTest::addColumn<bool>("readable");
    QTest::newRow("a sound database is replaced") << true;
    QTest::newRow("an unreadable one is replaced") << false;
}

void tst_Backup::numbersOfUsersAreNotGivenAgain()
{
    QFETCH(bool, readable);
    serve();
    makeUser(1);
    const QString backup = path(u"copy.db"_s);
    QVERIFY(wait(m_admin->backUp(backup, false)).ok());
    makeUser(2);
    const RowId second = wait(m_admin->users({.find = phone(2).e164()}))->first().id;
    if (!readable) {
        m_admin.reset();
        for (const QString &side : {u"-wal"_s, u"-shm"_s})
            QFile::remove(database() + side);
        write(database(), "not a database");
        open();
    }
    QVERIFY(wait(m_admin->restore(backup)).ok());
    m_url = wait(m_admin->startServer())->url;
    makeUser(3);
    const auto users = wait(m_admin->users({}));
    QCOMPARE(users->size(), 2);
    for (const UserRecord &user : *users)
        QVERIFY2(user.id != second, qPrintable(user.phone.e164()));
}

void tst_Backup::whatIsDoneMeanwhileIsOnRecord()
{
    EngineOptions options;
    options.profile = path(u"profile"_s);
    options.sources.overrides = {{u"SMS_AUTH_SECRETS"_s, u"memory"_s}, {u"SMS_AUTH_PORT"_s, u"0"_s}};
    Engine engine(options, m_clock, m_random);
    QVERIFY(engine.open().ok());
    const auto note = [&](const QString &action) {
        engine.writeAudit({.id = 0, .at = m_clock.now(), .actor = u"test"_s, .action = action});
    };
    const auto work = [&](const QString &) -> Result<void> {
        note(u"while.closed"_s);
        return {};
    };
    // An answer that comes as the database closes leads to a row, too.
    engine.reader().submit<int>(
        engine.home(), [](Stores &) -> Result<int> { return 1; },
        [&](const Result<int> &) { note(u"while.closing"_s); });
    QVERIFY(engine.whileClosed(work, [](const QString &) { return Result<void>(); }).ok());

    std::optional<QStringList> actions;
    engine.storage().submit<QList<AuditRecord>>(
        engine.home(),
        [](Stores &stores) -> Result<QList<AuditRecord>> { return stores.audit.list(10, 0, u"while."_s); },
        [&](const Result<QList<AuditRecord>> &rows) {
            actions.emplace();
            for (const AuditRecord &row : rows.value())
                actions->prepend(row.action);
        });
    QTRY_VERIFY(actions);
    QCOMPARE(*actions, (QStringList{u"while.closing"_s, u"while.closed"_s}));
}

void tst_Backup::nothingIsExchangedWhileAnotherDatabaseWaits()
{
    serve();
    const QString backup = path(u"copy.db"_s);
    QVERIFY(wait(m_admin->backUp(backup, false)).ok());
    makeUser(1);
    const QString other = path(u"other.db"_s);
    QVERIFY(wait(m_admin->applySettings({{u"SMS_AUTH_DATABASE"_s, other}})).ok());
    QCOMPARE(wait(m_admin->restore(backup)).error().code, ErrorCode::NotAllowed);
    QCOMPARE(wait(m_admin->compact(true)).error().code, ErrorCode::NotAllowed);
    QVERIFY(!QFile::exists(other));
    QCOMPARE(wait(m_admin->users({}))->size(), 1);
}

void tst_Backup::oneThingAtATime()
{
    QVERIFY(QDir().mkdir(path(u"profile"_s)));
    fill(database(), 20'000);
    serve();
    QVERIFY(wait(m_admin->backUp(path(u"copy.db"_s), false)).ok());
    const auto refusalOf = [&](auto under, auto asked) {
        const auto first = under();
        const auto second = wait(asked());
        if (!wait(first).ok())
            return u"the first one failed"_s;
        return second ? u"not refused"_s : second.error().detail;
    };
    const auto backUp = [&] { return m_admin->backUp(path(u"another.db"_s), true); };
    const auto restore = [&] { return m_admin->restore(path(u"copy.db"_s)); };
    const auto rebuild = [&] { return m_admin->compact(true); };
    QCOMPARE(refusalOf(backUp, restore), u"a back-up is being written"_s);
    QCOMPARE(refusalOf(backUp, rebuild), u"a back-up is being written"_s);
    QCOMPARE(refusalOf(restore, backUp), u"a back-up is being restored"_s);
    QCOMPARE(refusalOf(restore, rebuild), u"a back-up is being restored"_s);
    QCOMPARE(refusalOf(restore, restore), u"a back-up is being restored"_s);
    // And afterwards each of them works.
    QCOMPARE(why(wait(backUp())), QString());
    QCOMPARE(why(wait(restore())), QString());
    QCOMPARE(why(wait(rebuild())), QString());
    QCOMPARE(wait(m_admin->users({.limit = 1000}))->size(), 1000);
}

void tst_Backup::replacesAnUnreadableDatabase()
{
    fill(path(u"copy.db"_s), 7);
    QVERIFY(QDir().mkdir(path(u"profile"_s)));
    write(database(), "not what it was");
    open();
    QCOMPARE(wait(m_admin->status())->failure.code, ErrorCode::Storage);
    const auto restored = wait(m_admin->restore(path(u"copy.db"_s)));
    QVERIFY2(restored.ok(), qPrintable(why(restored)));
    QCOMPARE(read(restored->kept), "not what it was");
    QCOMPARE(wait(m_admin->status())->state, ServerState::Stopped);
    QCOMPARE(wait(m_admin->users({.limit = 100}))->size(), 7);
}

void tst_Backup::anEarlierVersionIsBroughtUpToDate()
{
    fill(path(u"copy.db"_s), 2);
    {
        Database old(path(u"copy.db"_s), Database::Access::Write);
        old.run(u"DROP TABLE cleanup_run"_s);
        old.run(u"ALTER TABLE audit DROP COLUMN mac"_s);
        old.run(u"DELETE FROM schema_version WHERE version >= 5"_s);
    }
    open();
    const auto restored = wait(m_admin->restore(path(u"copy.db"_s)));
    QVERIFY2(restored.ok(), qPrintable(why(restored)));
    QVERIFY(wait(m_admin->clearExpired(false)).ok());
    QCOMPARE(wait(m_admin->cleanupStatus())->history.size(), 1);
}

void tst_Backup::whatAKilledRestoreLeftGoes()
{
    QVERIFY(Profile{path(u"profile"_s)}.prepare().ok());
    for (const QString &name : {u".restore.part0"_s, u".restore.part0-wal"_s, u".restore.part7"_s})
        write(database() + name, "half a copy");
    write(database() + u".mine"_s, "something else");
    serve();
    QCOMPARE(filesIn(path(u"profile"_s)).filter(u"part"_s), QStringList());
    QVERIFY(QFile::exists(database() + u".mine"_s));
}

void tst_Backup::compactGivesBack()
{
    QVERIFY(QDir().mkdir(path(u"profile"_s)));
    fill(database(), 20'000);
    {
        Database full(database(), Database::Access::Write);
        full.run(u"DELETE FROM app_user WHERE id > 100"_s);
    }
    serve();
    const auto size = wait(m_admin->storageSize());
    QVERIFY(size->shrinks);
    QVERIFY2(size->free > 4'000'000, qPrintable(QString::number(size->free)));
    // Sign-ins pass between its steps.
    const auto compacting = m_admin->compact(false);
    int served = 0;
    while (!compacting.isFinished() && served < 50) {
        QCOMPARE(signIn(served % 90 + 1), 200);
        ++served;
    }
    QVERIFY(served > 0);
    const auto report = wait(compacting);
    QVERIFY2(report.ok(), qPrintable(why(report)));
    QVERIFY(report->before - report->after > 4'000'000);
    QVERIFY(wait(m_admin->storageSize())->free < 100'000);
    QTRY_VERIFY(QFileInfo(database()).size() < report->before - 4'000'000); // and the file itself
    QCOMPARE(wait(m_admin->users({.limit = 1000}))->size(), 100);
}

void tst_Backup::anOldFileHasToBeRebuilt()
{
    QVERIFY(QDir().mkdir(path(u"profile"_s)));
    {
        Database old(database(), Database::Access::Write);
        for (const QString &statement :
             {u"PRAGMA journal_mode = DELETE"_s, u"PRAGMA auto_vacuum = NONE"_s, u"VACUUM"_s})
            old.run(statement);
    }
    fill(database(), 20'000);
    Database(database(), Database::Access::Write).run(u"DELETE FROM app_user WHERE id > 10"_s);
    serve();
    QVERIFY(!wait(m_admin->storageSize())->shrinks);
    const auto refused = wait(m_admin->compact(false));
    QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
    const auto report = wait(m_admin->compact(true));
    QVERIFY2(report.ok(), qPrintable(why(report)));
    QVERIFY(report->after < report->before - 4'000'000);
    QCOMPARE(wait(m_admin->status())->url, m_url);
    QCOMPARE(wait(m_admin->users({.limit = 100}))->size(), 10);
    QVERIFY(wait(m_admin->storageSize())->shrinks);
    QVERIFY(wait(m_admin->compact(false)).ok());
}

QTEST_GUILESS_MAIN(tst_Backup)
#include "tst_backup.moc"
