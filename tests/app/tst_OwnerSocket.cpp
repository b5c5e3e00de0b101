// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/OwnerSession.h"
#include "core/admin/OwnerSocket.h"
#include "core/admin/ProfileLock.h"
#include "core/engine/Profile.h"
#include "tests/support/FakeAdmin.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <thread>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

const PhoneNumber phone = PhoneNumber::fromStored(u"+12025550101"_s);
constexpr auto NobodyElse =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

/// runInOwner() on a thread of its own, as another process would call it.
class Client
{
public:
    Client(const QString &folder, const QString &command, const QJsonObject &arguments,
           milliseconds timeout = seconds(10))
        : m_thread([=, this] {
            if (const auto answer = runInOwner(folder, command, arguments, timeout))
                m_answer = *answer;
            m_done = true;
        })
    {
    }
    ~Client() { m_thread.join(); }
    bool isDone() const { return m_done; }
    Result<QJsonObject> answer()
    {
        if (!QTest::qWaitFor([this] { return m_done.load(); }, 20000))
            return {ErrorCode::TimedOut, u"the client hangs"_s};
        return m_answer;
    }

private:
    Result<QJsonObject> m_answer{ErrorCode::Internal};
    std::atomic<bool> m_done = false;
    std::thread m_thread;
};

/// An owner of a profile with an Admin in memory.
struct Owner
{
    explicit Owner(const QString &at)
        : folder(at)
        , commands(admin)
    {
        if (!socket.acquire(folder).ok() || !socket.serve(commands).ok())
            qFatal("the owner does not start");
    }
    QString folder;
    FakeAdmin admin;
    Commands commands;
    OwnerSocket socket;
};

QByteArray lineFrom(QLocalSocket &socket)
{
    QSignalSpy read(&socket, &QLocalSocket::readyRead);
    while (!socket.canReadLine()) {
        if (!read.wait())
            return {};
    }
    return socket.readLine();
}

QString errorOf(const QByteArray &line)
{
    return QJsonDocument::fromJson(line)[u"error"][u"code"].toString();
}

} // namespace

class tst_OwnerSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
        m_folder = m_dir->path() + u"/profile"_s;
    }

    void makesAPrivateProfile()
    {
        const Owner owner(m_folder);
        const Profile profile{m_folder};
        for (const QString &path :
             {m_folder, profile.providersFolder(), profile.ownerSocket(), m_folder + u"/owner.lock"_s}) {
            QVERIFY2(QFileInfo::exists(path), qPrintable(path));
            QVERIFY2(!(QFile::permissions(path) & NobodyElse), qPrintable(path));
        }
    }

    void closesAProfileThatIsOpenToOthers()
    {
        QVERIFY(QDir().mkdir(m_folder));
        QVERIFY(
            QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | NobodyElse));
        QVERIFY(Profile{m_folder}.prepare().ok());
        QVERIFY(!(QFile::permissions(m_folder) & NobodyElse));
    }

    void refusesFoldersThatAreNoProfile_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("nothing") << QString();
        QTest::newRow("shared") << u"/tmp"_s;
        QTest::newRow("root") << u"/"_s;
        QTest::newRow("home") << QDir::homePath();
        QTest::newRow("a file") << u"/etc/passwd"_s;
        QTest::newRow("below a file") << u"/etc/passwd/profile"_s;
        QTest::newRow("not to be written") << u"/proc/smsauth"_s;
    }
    void refusesFoldersThatAreNoProfile()
    {
        QFETCH(QString, folder);
        OwnerSocket socket;
        const Result<void> taken = socket.acquire(folder);
        QVERIFY(!taken.ok());
        QCOMPARE(taken.error().code, ErrorCode::InvalidInput);
    }

    void runsCommands()
    {
        Owner owner(m_folder);
        owner.admin.signIn(phone, u"0042"_s);
        Client client(m_folder, u"codes.list"_s, {});
        const Result<QJsonObject> answer = client.answer();
        QVERIFY(answer.ok());
        QCOMPARE(answer->value(u"codes"_s)[0][u"code"].toString(), u"0042"_s);
    }

    /// A search that finds little goes on and on; not for somebody who has left.
    void endsTheSearchOfWhoLeft()
    {
        Owner owner(m_folder);
        for (int i = 0; i < 3000; ++i)
            owner.admin.addMessage(phone, MessageState::Sent);
        owner.admin.rowsPerSearch = 1; // so many answers come in pieces
        owner.admin.hold();
        QLocalSocket socket;
        socket.connectToServer(Profile{m_folder}.ownerSocket());
        QVERIFY(socket.waitForConnected());
        socket.write(requestLine({u"log"_s, {{u"filter"_s, u"status:failed"_s}}}));
        QTRY_COMPARE(owner.admin.count(u"searchLog"_s), 1);
        QVERIFY(!owner.socket.findChildren<OwnerSession *>().isEmpty());
        socket.abort();
        QTRY_VERIFY(owner.socket.findChildren<OwnerSession *>().isEmpty());
        owner.admin.release();
        // Who asks behind it has an answer, and nobody has searched on before that.
        Client client(m_folder, u"users.list"_s, {});
        QVERIFY(client.answer().ok());
        QCOMPARE(owner.admin.count(u"searchLog"_s), 1);
    }

    void passesErrorsOn()
    {
        Owner owner(m_folder);
        owner.admin.fail(u"clearExpired"_s, {ErrorCode::Busy, u"the queue is full"_s, seconds(7)});
        Client client(m_folder, u"clear-expired"_s, {});
        const Result<QJsonObject> answer = client.answer();
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, ErrorCode::Busy);
        QCOMPARE(answer.error().detail, u"the queue is full"_s);
        QCOMPARE(answer.error().retryAfter, seconds(7));
    }

    void carriesALargeImport()
    {
        Owner owner(m_folder);
        const QString text(900'000, u'x');
        Client client(m_folder, u"settings.import"_s, {{u"text"_s, text}});
        QVERIFY(client.answer().ok());
        QCOMPARE(owner.admin.last(u"importSettings"_s).value(u"text"_s).toByteArray().size(), text.size());
    }

    void namesTheOwner()
    {
        const Owner owner(m_folder);
        OwnerSocket second;
        const Result<void> taken = second.acquire(m_folder);
        QVERIFY(!taken.ok());
        QCOMPARE(taken.error().code, ErrorCode::InUse);
        QVERIFY(taken.error().detail.contains(QString::number(QCoreApplication::applicationPid())));
    }

    void waitsForACommandThatIsDoneInAMoment()
    {
        QVERIFY(Profile{m_folder}.prepare().ok());
        ProfileLock command;
        QVERIFY(command.acquire(m_folder, {}).ok());
        OwnerSocket impatient;
        QCOMPARE(impatient.acquire(m_folder, milliseconds(1)).error().code, ErrorCode::InUse);

        std::atomic<bool> taken = false;
        std::thread server([&] {
            OwnerSocket owner;
            taken = owner.acquire(m_folder, seconds(20)).ok();
        });
        command.release();
        server.join();
        QVERIFY(taken);
    }

    void takesOverFromAKilledOwner()
    {
        QVERIFY(Profile{m_folder}.prepare().ok());
        const QString socketPath = Profile{m_folder}.ownerSocket();
        QFile lock(m_folder + u"/owner.lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("999999\n" + QFile::encodeName(socketPath) + "\n");
        lock.close();
        QFile stale(socketPath);
        QVERIFY(stale.open(QIODevice::WriteOnly));
        stale.close();
        QVERIFY(!runInOwner(m_folder, u"status"_s, {}, seconds(5)));

        Owner owner(m_folder);
        Client client(m_folder, u"status"_s, {});
        QVERIFY(client.answer().ok());
    }

    void saysThatNobodyOwnsTheProfile()
    {
        QVERIFY(!runInOwner(m_folder, u"status"_s, {}, seconds(5)));
        {
            const Owner owner(m_folder);
        }
        QVERIFY(!runInOwner(m_folder, u"status"_s, {}, seconds(5)));
    }

    void answersSeveralThatWait()
    {
        Owner owner(m_folder);
        std::vector<std::unique_ptr<Client>> waiting;
        for (int i = 0; i < 20; ++i)
            waiting.push_back(std::make_unique<Client>(
                m_folder, u"codes.wait"_s,
                QJsonObject{{u"phone"_s, phone.e164()}, {u"since"_s, 0}, {u"timeout"_s, 60}}));
        QTRY_COMPARE(owner.admin.count(u"waitForCode"_s), 20);
        Client quick(m_folder, u"status"_s, {});
        QVERIFY(quick.answer().ok());
        owner.admin.signIn(phone, u"0815"_s);
        for (const auto &client : waiting)
            QCOMPARE(client->answer()->value(u"code"_s), QJsonValue(u"0815"_s));
    }

    void survivesAClientThatLeaves()
    {
        Owner owner(m_folder);
        owner.admin.hold();
        {
            QLocalSocket socket;
            socket.connectToServer(Profile{m_folder}.ownerSocket());
            socket.write("{\"command\":\"status\"}\n{\"command\":\"status\"}\n{\"comm");
            QVERIFY(socket.flush());
            QTRY_COMPARE(owner.admin.count(u"status"_s), 1);
        }
        owner.admin.release();
        Client client(m_folder, u"users.list"_s, {});
        QVERIFY(client.answer().ok());
    }

    void givesUpAtTheTimeOut()
    {
        Owner owner(m_folder);
        owner.admin.hold();
        Client client(m_folder, u"status"_s, {}, milliseconds(50));
        QCOMPARE(client.answer().error().code, ErrorCode::TimedOut);
        owner.admin.release();
    }

    void tellsThoseThatWaitThatItStops()
    {
        auto owner = std::make_unique<Owner>(m_folder);
        Client client(m_folder, u"codes.wait"_s, {{u"phone"_s, phone.e164()}});
        QTRY_COMPARE(owner->admin.count(u"waitForCode"_s), 1);
        owner->socket.release();
        QCOMPARE(client.answer().error().code, ErrorCode::Cancelled);
    }

    void answersInOrderOnOneConnection()
    {
        Owner owner(m_folder);
        QLocalSocket socket;
        socket.connectToServer(Profile{m_folder}.ownerSocket());
        QByteArray lines;
        for (int i = 0; i < 2000; ++i)
            lines += i % 2 ? "{\"command\":\"status\"}\n" : "{\"command\":\"nothing\"}\n";
        socket.write(lines);
        for (int i = 0; i < 2000; ++i)
            QCOMPARE(errorOf(lineFrom(socket)), i % 2 ? QString() : u"invalid_input"_s);
    }

    void refusesWhatIsNoRequest_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray("\n");
        QTest::newRow("no JSON") << QByteArray("status\n");
        QTest::newRow("an array") << QByteArray("[]\n");
        QTest::newRow("no command") << QByteArray("{}\n");
        QTest::newRow("command no text") << QByteArray("{\"command\":1}\n");
        QTest::newRow("arguments no object") << QByteArray("{\"command\":\"status\",\"arguments\":[]}\n");
        QTest::newRow("binary") << QByteArray("\0\xff\xfe\n", 4);
        QTest::newRow("too long") << QByteArray(OwnerSocket::MaxLine + 10, 'x');
    }
    void refusesWhatIsNoRequest()
    {
        QFETCH(QByteArray, line);
        Owner owner(m_folder);
        QLocalSocket socket;
        socket.connectToServer(Profile{m_folder}.ownerSocket());
        socket.write(line);
        QCOMPARE(errorOf(lineFrom(socket)), u"invalid_input"_s);
        QVERIFY(owner.admin.calls.isEmpty());
    }

    void raisesTheWindow()
    {
        Owner owner(m_folder);
        Client headless(m_folder, u"raise"_s, {});
        QCOMPARE(headless.answer().error().code, ErrorCode::NotAllowed);
        int raised = 0;
        owner.socket.setRaiseHandler([&raised] { ++raised; });
        Client console(m_folder, u"raise"_s, {});
        QVERIFY(console.answer().ok());
        QCOMPARE(raised, 1);
    }

    void boundsTheNumberOfClients()
    {
        Owner owner(m_folder);
        std::vector<std::unique_ptr<QLocalSocket>> clients;
        for (int i = 0; i < OwnerSocket::MaxClients; ++i) {
            clients.push_back(std::make_unique<QLocalSocket>());
            clients.back()->connectToServer(Profile{m_folder}.ownerSocket());
            clients.back()->write("{\"command\":\"status\"}\n");
            QCOMPARE(errorOf(lineFrom(*clients.back())), QString());
        }
        QLocalSocket late;
        late.connectToServer(Profile{m_folder}.ownerSocket());
        QCOMPARE(errorOf(lineFrom(late)), u"busy"_s);
        clients.pop_back();
        QTRY_VERIFY([&] {
            QLocalSocket again;
            again.connectToServer(Profile{m_folder}.ownerSocket());
            again.write("{\"command\":\"status\"}\n");
            return QJsonDocument::fromJson(lineFrom(again))[u"result"].isObject();
        }());
    }

    void worksInAFolderThatIsTooDeepForASocket()
    {
        const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
        const auto restore = qScopeGuard([before] { qputenv("XDG_RUNTIME_DIR", before); });
        qputenv("XDG_RUNTIME_DIR", m_dir->path().toLocal8Bit());
        m_folder += u'/' + QString(60, u'a') + u'/' + QString(60, u'b');
        const QString socketPath = Profile{m_folder}.ownerSocket();
        QVERIFY(socketPath.size() < 100);
        Owner owner(m_folder);
        QVERIFY(!(QFile::permissions(QFileInfo(socketPath).path()) & NobodyElse));
        qputenv("XDG_RUNTIME_DIR", "/nowhere"); // another session's environment
        Client client(m_folder, u"status"_s, {});
        QVERIFY(client.answer().ok());
    }

    void refusesASocketFolderOfOthers()
    {
        const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
        const auto restore = qScopeGuard([before] { qputenv("XDG_RUNTIME_DIR", before); });
        qputenv("XDG_RUNTIME_DIR", m_dir->path().toLocal8Bit());
        QVERIFY(QDir().mkdir(m_dir->path() + u"/smsauth"_s));
        QVERIFY(QFile::setPermissions(m_dir->path() + u"/smsauth"_s,
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | NobodyElse));
        m_folder += u'/' + QString(60, u'a') + u'/' + QString(60, u'b');
        FakeAdmin admin;
        Commands commands(admin);
        OwnerSocket socket;
        QVERIFY(socket.acquire(m_folder).ok());
        QCOMPARE(socket.serve(commands).error().code, ErrorCode::Storage);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_folder;
};

QTEST_GUILESS_MAIN(tst_OwnerSocket)
#include "tst_OwnerSocket.moc"
