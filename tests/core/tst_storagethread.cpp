// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/StorageThread.h"
#include "core/storage/Stores.h"
#include "tests/support/AuthFixture.h"

#include <QSqlQuery>
#include <QTest>

using namespace smsauth;

namespace {

Result<void> setMeta(Stores &stores, const QString &name)
{
    return stores.atomically([&]() -> Result<void> {
        stores.setMeta(name, QStringLiteral("1"));
        return {};
    });
}

} // namespace

class tst_StorageThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("test.db"));
        m_home = std::make_unique<Mailbox>();
        m_thread = std::make_unique<StorageThread>();
    }
    void cleanup()
    {
        m_thread.reset();
        m_home.reset();
    }

    void aFullDiskFailsTheWholeGroup()
    {
        Stores stores(m_file, Database::Access::Write);
        stores.database.run(QStringLiteral("PRAGMA max_page_count = 60"));
        const auto keep = [&](const QString &name, qsizetype size) {
            return stores.atomically([&]() -> Result<void> {
                stores.setMeta(name, QString(size, u'x'));
                return {};
            });
        };
        stores.beginGroup();
        QVERIFY(keep(QStringLiteral("before"), 10).ok());
        const auto tooMuch = guarded([&] { (void)keep(QStringLiteral("big"), 1 << 20); });
        QVERIFY(!tooMuch.ok());
        const auto after = guarded([&] { (void)keep(QStringLiteral("after"), 10); });
        QVERIFY(!after.ok()); // would be committed on its own otherwise
        QVERIFY(!guarded([&] { stores.commitGroup(); }).ok());
        stores.rollbackGroup();
        stores.beginGroup();
        QVERIFY(keep(QStringLiteral("next"), 10).ok());
        stores.commitGroup();
        QCOMPARE(stores.meta(QStringLiteral("before")), QString());
        QCOMPARE(stores.meta(QStringLiteral("after")), QString());
        QCOMPARE(stores.meta(QStringLiteral("next")).size(), 10);
    }

    void startsAgainAfterAFailedStartAndAfterAStop()
    {
        const auto failing =
            m_thread->start([]() -> std::unique_ptr<Stores> { throw StorageError{QStringLiteral("no")}; });
        QCOMPARE(failing.error().code, ErrorCode::Storage);
        for (int round = 0; round < 2; ++round) {
            QVERIFY(
                m_thread->start([&] { return std::make_unique<Stores>(m_file, Database::Access::Write); }).ok());
            int answers = 0;
            m_thread->submit<void>(
                *m_home, [](Stores &) { return Result<void>(); },
                [&](const Result<void> &done) { answers += done.ok(); });
            m_thread->stop();
            QTRY_COMPARE(answers, 1);
        }
    }

    void answersInOrderOnTheCallersThread()
    {
        open();
        QList<int> order;
        for (int i = 0; i < 1000; ++i) {
            m_thread->submit<int>(
                *m_home, [i](Stores &) -> Result<int> { return i; },
                [&order, this](const Result<int> &result) {
                    QCOMPARE(QThread::currentThread(), thread());
                    order.append(*result);
                });
        }
        QTRY_COMPARE(order.size(), 1000);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void oneFailureDoesNotTouchItsNeighbours()
    {
        open();
        int done = 0;
        const auto count = [&done](const Result<void> &) { ++done; };
        m_thread->submit<void>(
            *m_home, [](Stores &stores) { return setMeta(stores, QStringLiteral("before")); }, count);
        m_thread->submit<void>(
            *m_home,
            [](Stores &stores) {
                return stores.atomically([&]() -> Result<void> {
                    stores.setMeta(QStringLiteral("half"), QStringLiteral("1"));
                    stores.database.run(QStringLiteral("INSERT INTO nowhere VALUES (1)"));
                    return {};
                });
            },
            [&done](const Result<void> &result) {
                QCOMPARE(result.error().code, ErrorCode::Storage);
                ++done;
            });
        m_thread->submit<void>(
            *m_home, [](Stores &stores) { return setMeta(stores, QStringLiteral("after")); }, count);
        QTRY_COMPARE(done, 3);
        m_thread.reset();

        Stores stores(m_file, Database::Access::Read);
        QCOMPARE(stores.meta(QStringLiteral("before")), QStringLiteral("1"));
        QCOMPARE(stores.meta(QStringLiteral("half")), QString());
        QCOMPARE(stores.meta(QStringLiteral("after")), QStringLiteral("1"));
    }

    void aFailedCommitFailsEveryAnswerOfTheGroup()
    {
        open();
        // Another writer holds the database for longer than we wait.
        Database other(m_file, Database::Access::Write);
        other.begin();
        int failed = 0;
        for (int i = 0; i < 3; ++i) {
            m_thread->submit<void>(
                *m_home, [](Stores &stores) { return setMeta(stores, QStringLiteral("x")); },
                [&failed](const Result<void> &result) {
                    QVERIFY(!result.ok());
                    QCOMPARE(result.error().code, ErrorCode::Storage);
                    ++failed;
                });
        }
        QTRY_COMPARE_WITH_TIMEOUT(failed, 3, 15000);
        QVERIFY(!m_thread->lastCommitted());
        other.rollback();
        // Without another request.
        QTRY_VERIFY_WITH_TIMEOUT(m_thread->lastCommitted(), 15000);

        bool recovered = false;
        m_thread->submit<void>(
            *m_home, [](Stores &stores) { return setMeta(stores, QStringLiteral("x")); },
            [&recovered](const Result<void> &result) { recovered = result.ok(); });
        QTRY_VERIFY(recovered);
    }

    void aFullQueueRefusesAtOnce()
    {
        open();
        std::mutex hold;
        std::unique_lock held(hold);
        std::atomic<bool> entered{false};
        m_thread->submit<void>(
            *m_home,
            [&](Stores &) -> Result<void> {
                entered = true;
                const std::lock_guard wait(hold);
                return {};
            },
            [](const Result<void> &) {});
        QTRY_VERIFY(entered);
        int refused = 0;
        size_t answered = 0;
        for (size_t i = 0; i < StorageThread::MaxWaiting + 3; ++i) {
            m_thread->submit<void>(
                *m_home, [](Stores &) -> Result<void> { return {}; },
                [&](const Result<void> &result) {
                    ++answered;
                    if (!result.ok()) {
                        QCOMPARE(result.error().code, ErrorCode::Busy);
                        QVERIFY(result.error().retryAfter.count() > 0);
                        ++refused;
                    }
                });
        }
        QCOMPARE(refused, 3);
        held.unlock();
        QTRY_COMPARE(answered, StorageThread::MaxWaiting + 3);
    }

    void aDatabaseOfANewerProgramIsRefused()
    {
        {
            Stores stores(m_file, Database::Access::Write);
            stores.database.run(QStringLiteral("INSERT INTO schema_version VALUES (999)"));
        }
        const Result<void> started = tryOpen();
        QVERIFY(!started.ok());
        QVERIFY(started.error().detail.contains(QStringLiteral("newer")));
    }

    void aFileThatIsNoDatabaseIsRefusedAndKept()
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QCOMPARE(tryOpen().error().code, ErrorCode::Storage);
        QCOMPARE(QFileInfo(m_file).size(), 8192);
    }

    void anUnwritableFolderIsAClearError()
    {
        m_file = QStringLiteral("/proc/nowhere/test.db");
        const Result<void> started = tryOpen();
        QCOMPARE(started.error().code, ErrorCode::Storage);
        QVERIFY(started.error().detail.contains(m_file));
    }

    void commitsAreFullyDurable()
    {
        Stores stores(m_file, Database::Access::Write);
        Rows mode = stores.database.select(QStringLiteral("PRAGMA synchronous"));
        QVERIFY(mode.next());
        QCOMPARE(mode.integer(0), 2); // FULL
    }

    void whatIsErasedIsOverwritten()
    {
        const QByteArray canary = QByteArrayLiteral("erased-canary-").repeated(20);
        const auto isInTheFile = [&] {
            QFile file(m_file);
            return file.open(QIODevice::ReadOnly) && file.readAll().contains(canary);
        };
        Stores(m_file, Database::Access::Write).setMeta(QStringLiteral("canary"), QString::fromLatin1(canary));
        QVERIFY(isInTheFile()); // who closes it last moves the log into the file
        Stores(m_file, Database::Access::Write)
            .database.change(QStringLiteral("DELETE FROM meta WHERE name = ?"), QStringLiteral("canary"));
        QVERIFY(!isInTheFile());
        QVERIFY(!QFile::exists(m_file + QStringLiteral("-wal")));
    }

private:
    Result<void> tryOpen()
    {
        return m_thread->start([this] { return std::make_unique<Stores>(m_file, Database::Access::Write); });
    }
    void open() { QVERIFY(tryOpen().ok()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<Mailbox> m_home;
    std::unique_ptr<StorageThread> m_thread;
};

QTEST_GUILESS_MAIN(tst_StorageThread)
#include "tst_storagethread.moc"
