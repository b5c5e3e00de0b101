// SPDX-License-Identifier: GPL-3.0-or-later
// A session in which something is missing or hangs.
#include "FakeSecretService.h"
#include "PrivateBus.h"
#include "core/settings/KeyringSession.h"
#include "core/settings/KeyringStore.h"
#include "core/settings/SecretVault.h"
#include "tests/support/Soak.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Presence = Keyring::Presence;
using Prompt = FakeSecretService::Prompt;

namespace {

Presence probe()
{
    return KeyringSession().probe(QDeadlineTimer(3s));
}

/// Internal for success, which no test expects of a failure.
template<class T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

} // namespace

class tst_keyringfaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        ++m_situations;
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", m_empty.path().toLocal8Bit());
    }

    void withoutABus_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("no address") << QByteArray();
        QTest::newRow("nothing to start") << QByteArray("autolaunch:");
        QTest::newRow("nobody listens") << QByteArray("unix:path=/nonexistent/bus");
        QTest::newRow("no address at all") << QByteArray("nonsense");
    }
    void withoutABus()
    {
        QFETCH(QByteArray, address);
        if (!address.isEmpty())
            qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        QVERIFY(probe() == Presence::NoBus);
        KeyringStore store(std::make_shared<KeyringSession>(), u"space"_s);
        QVERIFY(store.state() == SecretStore::State::Missing);
        QCOMPARE(codeOf(store.read(u"token_key"_s)), ErrorCode::SecretsUnavailable);
        QCOMPARE(codeOf(store.write(u"token_key"_s, Secret("x"))), ErrorCode::SecretsUnavailable);
        QCOMPARE(codeOf(store.unlock()), ErrorCode::SecretsUnavailable);
    }

    void withoutAService()
    {
        PrivateBus bus;
        QVERIFY(probe() == Presence::NoService);
        KeyringStore store(std::make_shared<KeyringSession>(), u"space"_s);
        QVERIFY(store.state() == SecretStore::State::Missing);
        QCOMPARE(codeOf(store.read(u"token_key"_s)), ErrorCode::SecretsUnavailable);
        QCOMPARE(codeOf(store.remove(u"token_key"_s)), ErrorCode::SecretsUnavailable);
        QCOMPARE(codeOf(store.unlock()), ErrorCode::SecretsUnavailable);
    }

    void aBusThatReturns()
    {
        {
            PrivateBus bus;
            QVERIFY(probe() == Presence::NoService);
            bus.kill();
            QTRY_VERIFY(probe() == Presence::NoBus);
        }
        PrivateBus bus;
        FakeSecretService service(bus.address());
        QVERIFY(probe() == Presence::Ready);
    }

    void tellsTheStatesOfAServiceApart()
    {
        PrivateBus bus;
        FakeSecretService service(bus.address());
        QVERIFY(probe() == Presence::Ready);
        service.locked = true;
        QVERIFY(probe() == Presence::Locked);
        service.hasCollection = false;
        QVERIFY(probe() == Presence::NoCollection);
        service.hasCollection = true;
        service.locked = false;
        QVERIFY(probe() == Presence::Ready);
    }

    void aHangingServiceEndsWithADeadline()
    {
        PrivateBus bus;
        FakeSecretService service(bus.address());
        service.answers = false;
        QElapsedTimer waited;
        waited.start();
        QVERIFY(probe() == Presence::NoAnswer);
        QCOMPARE_LT(waited.restart(), 4500);

        QTemporaryDir profile;
        SystemRandom random;
        Settings settings;
        settings.secrets = SecretsMode::Keyring;
        const auto vault = SecretVault::open(profile.path(), settings, {}, random);
        QVERIFY(vault);
        waited.restart();
        QCOMPARE(codeOf((*vault)->readOrCreateKey(u"sealing_key"_s, 32)), ErrorCode::TimedOut);
        QCOMPARE_LT(waited.restart(), 6500);
        QVERIFY((*vault)->state() == SecretStore::State::Missing);
        QCOMPARE_LT(waited.restart(), 4500);
        QCOMPARE(codeOf((*vault)->unlock()), ErrorCode::TimedOut);
        QCOMPARE_LT(waited.restart(), 6500);

        // It recovers by itself.
        service.answers = true;
        QTRY_VERIFY((*vault)->state() == SecretStore::State::Ready);
    }

    void aFirstStartWithAHangingService()
    {
        PrivateBus bus;
        FakeSecretService service(bus.address());
        service.answers = false;
        QTemporaryDir profile;
        SystemRandom random;
        Settings live;
        live.provider = u"twilio"_s;
        const auto refused = SecretVault::open(profile.path(), live, {}, random);
        QCOMPARE(codeOf(refused), ErrorCode::SecretsUnavailable);
        const auto simulated = SecretVault::open(profile.path(), {}, {}, random);
        QVERIFY(simulated);
        QCOMPARE((*simulated)->kind(), u"memory"_s);
    }

    void unlocks_data()
    {
        QTest::addColumn<Prompt>("prompt");
        QTest::addColumn<bool>("succeeds");
        QTest::addColumn<ErrorCode>("error");
        QTest::newRow("nobody has to be asked") << Prompt::None << true << ErrorCode::Internal;
        QTest::newRow("the person gives the password") << Prompt::Accepted << true << ErrorCode::Internal;
        QTest::newRow("the person declines") << Prompt::Dismissed << false << ErrorCode::SecretsLocked;
        QTest::newRow("the person is away") << Prompt::Unanswered << false << ErrorCode::TimedOut;
        QTest::newRow("the service goes away") << Prompt::Vanishing << false << ErrorCode::SecretsUnavailable;
    }
    void unlocks()
    {
        QFETCH(Prompt, prompt);
        QFETCH(bool, succeeds);
        QFETCH(ErrorCode, error);
        PrivateBus bus;
        FakeSecretService service(bus.address());
        service.locked = true;
        service.prompt = prompt;
        const Result<void> unlocked = KeyringSession().unlock(QDeadlineTimer(2s));
        QCOMPARE(service.unlocks.load(), 1);
        QCOMPARE(unlocked.ok(), succeeds);
        if (!succeeds)
            QCOMPARE(codeOf(unlocked), error);
        if (prompt == Prompt::Unanswered)
            QTRY_COMPARE(service.withdrawn.load(), 1);
        if (succeeds)
            QVERIFY(probe() == Presence::Ready);
    }

    void anUnlockedKeyringNeedsNoUnlocking()
    {
        PrivateBus bus;
        FakeSecretService service(bus.address());
        QVERIFY(KeyringSession().unlock(QDeadlineTimer(2s)));
        QCOMPARE(service.unlocks.load(), 0);
    }

    void othersDoNotWaitForThePerson()
    {
        PrivateBus bus;
        FakeSecretService service(bus.address());
        service.locked = true;
        service.prompt = Prompt::Unanswered;
        auto unlocking = std::make_unique<Result<void>>();
        QThread *asking =
            QThread::create([&unlocking] { *unlocking = KeyringSession().unlock(QDeadlineTimer(4s)); });
        asking->start();
        QTRY_COMPARE(service.unlocks.load(), 1);
        QElapsedTimer waited;
        waited.start();
        QVERIFY(probe() == Presence::Locked);
        QCOMPARE_LT(waited.elapsed(), 2500);
        QVERIFY(asking->wait());
        delete asking;
        QCOMPARE(codeOf(*unlocking), ErrorCode::TimedOut);
    }

    void aServiceThatHangsLaterAndABusThatDies()
    {
        KeyringStore store(std::make_shared<KeyringSession>(), u"space"_s);
        {
            PrivateBus bus;
            FakeSecretService service(bus.address());
            QVERIFY(store.state() == SecretStore::State::Ready);
            QElapsedTimer waited;
            waited.start();
            QCOMPARE(codeOf(store.read(u"token_key"_s)), ErrorCode::TimedOut);
            QCOMPARE_GT(service.unanswered.load(), 0); // QtKeychain did ask
            QCOMPARE_LT(waited.restart(), 6500);
            QCOMPARE(codeOf(store.write(u"token_key"_s, Secret("x"))), ErrorCode::TimedOut);
            QCOMPARE_LT(waited.restart(), 6500);
            QVERIFY(store.state() == SecretStore::State::Ready); // the thread itself does not hang

            bus.kill();
            QTRY_VERIFY(probe() == Presence::NoBus);
            QCOMPARE(codeOf(store.read(u"token_key"_s)), ErrorCode::SecretsUnavailable);
        }
        // The process outlives the session that it was started from, and QtKeychain's queue is free again.
        PrivateBus bus;
        FakeSecretService service(bus.address());
        QVERIFY(store.state() == SecretStore::State::Ready);
        QTRY_VERIFY_WITH_TIMEOUT(!store.read(u"token_key"_s) && service.unanswered > 0, 20000);
    }

    void cleanupTestCase()
    {
        QVERIFY(noteResult(u"a keyring that is absent, locked, hanging or dying"_s,
                           u"%1 situations"_s.arg(m_situations),
                           u"a clear error in time, nobody else waits, well again by itself"_s));
    }

private:
    QTemporaryDir m_empty;
    int m_situations = 0;
};

QTEST_GUILESS_MAIN(tst_keyringfaults)
#include "tst_keyringfaults.moc"
