// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SecretMachine.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QSemaphore>
#include <QThread>

using namespace smsauth;
using namespace Qt::StringLiterals;
using Presence = Keyring::Presence;

Q_DECLARE_METATYPE(smsauth::SecretsMode)
Q_DECLARE_METATYPE(smsauth::Keyring::Presence)

/// Names, keys and threads: what holds whatever the store is.
class tst_SecretVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << QString();
        QTest::newRow("up") << u"../secrets"_s;
        QTest::newRow("folder") << u"twilio/password"_s;
        QTest::newRow("hidden") << u".password"_s;
        QTest::newRow("option") << u"-password"_s;
        QTest::newRow("space") << u"twilio password"_s;
        QTest::newRow("list") << u"#names"_s;
        QTest::newRow("line") << u"a\nb"_s;
        QTest::newRow("zero") << u"a"_s + QChar(0) + u'b';
        QTest::newRow("letters beyond ASCII") << u"twilió.password"_s;
        QTest::newRow("long") << QString(129, u'a');
    }
    void refusesNames()
    {
        QFETCH(QString, name);
        SecretMachine machine;
        machine.useCredentials();
        const auto vault = machine.opened();
        QCOMPARE(codeOf(vault->write(name, Secret("x"))), ErrorCode::InvalidInput);
        QCOMPARE(codeOf(vault->remove(name)), ErrorCode::InvalidInput);
        QCOMPARE(codeOf(vault->readOrCreateKey(name, 32)), ErrorCode::InvalidInput);
        QCOMPARE(codeOf(vault->read(name)), ErrorCode::NotFound);
        QCOMPARE(machine.keyring->writes.load(), 0);
    }

    void refusesAnEmptySecret()
    {
        SecretMachine machine;
        QCOMPARE(codeOf(machine.opened()->write(u"a.b"_s, Secret())), ErrorCode::InvalidInput);
    }

    void aFailedReadNeverMakesAKey_data()
    {
        QTest::addColumn<Presence>("presence");
        QTest::addColumn<Result<void>>("reading");
        QTest::addColumn<ErrorCode>("code");
        const auto fails = [](ErrorCode code) { return Result<void>(code, u"the service's words"_s); };
        using Code = ErrorCode;
        QTest::newRow("locked") << Presence::Locked << Result<void>() << Code::SecretsLocked;
        QTest::newRow("no collection") << Presence::NoCollection << Result<void>() << Code::SecretsUnavailable;
        QTest::newRow("no service") << Presence::NoService << Result<void>() << Code::SecretsUnavailable;
        QTest::newRow("no bus") << Presence::NoBus << Result<void>() << Code::SecretsUnavailable;
        QTest::newRow("hanging") << Presence::NoAnswer << Result<void>() << Code::TimedOut;
        QTest::newRow("too slow") << Presence::Ready << fails(Code::TimedOut) << Code::TimedOut;
        QTest::newRow("denied") << Presence::Ready << fails(Code::SecretsLocked) << Code::SecretsLocked;
        QTest::newRow("broken") << Presence::Ready << fails(Code::SecretsUnavailable) << Code::SecretsUnavailable;
    }
    void aFailedReadNeverMakesAKey()
    {
        QFETCH(Presence, presence);
        QFETCH(Result<void>, reading);
        QFETCH(ErrorCode, code);
        SecretMachine machine;
        const auto vault = machine.opened();
        const Secret key = *vault->readOrCreateKey(u"sealing_key"_s, 32);
        const int writes = machine.keyring->writes;

        machine.keyring->presence = presence;
        machine.keyring->reading = reading;
        QCOMPARE(codeOf(vault->readOrCreateKey(u"sealing_key"_s, 32)), code);
        QCOMPARE(codeOf(vault->readOrCreateKey(u"token_key"_s, 32)), code);
        QCOMPARE(codeOf(vault->read(u"sealing_key"_s)), code);
        QCOMPARE(codeOf(vault->write(u"a.b"_s, Secret("x"))), code);
        QCOMPARE(codeOf(vault->remove(u"sealing_key"_s)), code);
        QCOMPARE(codeOf(vault->entries()), code);
        QCOMPARE(machine.keyring->writes.load(), writes);

        machine.keyring->presence = Presence::Ready;
        machine.keyring->reading = {};
        QCOMPARE(vault->readOrCreateKey(u"sealing_key"_s, 32)->reveal(), key.reveal());
    }

    void aKeyringThatIsLockedWhileItIsAsked()
    {
        SecretMachine machine;
        const auto vault = machine.opened();
        QVERIFY(vault->readOrCreateKey(u"sealing_key"_s, 32));
        const int writes = machine.keyring->writes;
        machine.keyring->duringRead = [&machine] { machine.keyring->presence = Presence::Locked; };
        QCOMPARE(codeOf(vault->readOrCreateKey(u"sealing_key"_s, 32)), ErrorCode::SecretsLocked);
        machine.keyring->presence = Presence::Ready;
        QCOMPARE(codeOf(vault->remove(u"sealing_key"_s)), ErrorCode::SecretsLocked);
        QCOMPARE(machine.keyring->writes.load(), writes);
    }

    void aKeyThatIsNotKeptIsNone()
    {
        SecretMachine machine;
        const auto vault = machine.opened();
        machine.keyring->forgetful = true;
        QVERIFY(!vault->readOrCreateKey(u"sealing_key"_s, 32));
        machine.keyring->forgetful = false;
        machine.keyring->writing = {ErrorCode::TimedOut, {}};
        QCOMPARE(codeOf(vault->readOrCreateKey(u"sealing_key"_s, 32)), ErrorCode::TimedOut);
    }

    void theListOfNamesHolds()
    {
        SecretMachine machine;
        const auto vault = machine.opened();
        machine.keyring->refusedKey = u"#names"_s;
        QCOMPARE(codeOf(vault->write(u"a.b"_s, Secret("x"))), ErrorCode::SecretsUnavailable);
        QCOMPARE(codeOf(vault->read(u"a.b"_s)), ErrorCode::NotFound); // nothing that no list knows
        machine.keyring->refusedKey.clear();
        QVERIFY(vault->write(u"a.b"_s, Secret("x")));
        QVERIFY(vault->write(u"a.c"_s, Secret("y")));
        compareEntries(vault->entries(), {u"a.b keyring"_s, u"a.c keyring"_s});

        machine.keyring->stubborn = true;
        QCOMPARE(codeOf(vault->remove(u"a.b"_s)), ErrorCode::SecretsUnavailable);
        compareEntries(vault->entries(), {u"a.b keyring"_s, u"a.c keyring"_s});
        machine.keyring->stubborn = false;
        QVERIFY(vault->remove(u"a.b"_s));
        QCOMPARE(codeOf(vault->remove(u"a.b"_s)), ErrorCode::NotFound);
        compareEntries(vault->entries(), {u"a.c keyring"_s});
    }

    void profilesKeepApartAndMoveWhole()
    {
        SecretMachine one;
        SecretMachine two;
        two.keyring = one.keyring;
        QVERIFY(one.opened()->write(u"a.b"_s, Secret("of one")));
        QCOMPARE(codeOf(two.opened()->read(u"a.b"_s)), ErrorCode::NotFound);
        QVERIFY(two.opened()->write(u"a.b"_s, Secret("of two")));
        QCOMPARE(one.opened()->read(u"a.b"_s)->reveal(), "of one");

        // A profile that is moved takes its record along and finds its entries again.
        SecretMachine moved;
        moved.keyring = one.keyring;
        QVERIFY(QFile::copy(one.record(), moved.record()));
        QCOMPARE(moved.opened()->read(u"a.b"_s)->reveal(), "of one");
    }

    void unlocking()
    {
        SecretMachine machine;
        const auto vault = machine.opened();
        machine.keyring->presence = Presence::Locked;
        machine.keyring->unlocking = {ErrorCode::SecretsLocked, {}};
        QVERIFY(vault->state() == SecretStore::State::Locked);
        QCOMPARE(codeOf(vault->unlock()), ErrorCode::SecretsLocked);
        machine.keyring->unlocking = {};
        QVERIFY(vault->unlock());
        QVERIFY(vault->state() == SecretStore::State::Ready);
    }

    void nobodyWaitsForAPersonOrForever()
    {
        SecretMachine machine;
        const auto vault = machine.opened();
        QSemaphore inUnlock;
        QSemaphore inRead;
        QSemaphore goOn;
        machine.keyring->duringUnlock = [&] {
            inUnlock.release();
            goOn.acquire();
        };
        std::unique_ptr<QThread> unlockingThread(QThread::create([&] { QVERIFY(vault->unlock()); }));
        unlockingThread->start();
        QVERIFY(inUnlock.tryAcquire(1, 10000));
        QVERIFY(vault->write(u"a.b"_s, Secret("x"))); // while the dialog is open

        machine.keyring->duringRead = [&] {
            inRead.release();
            goOn.acquire();
        };
        std::unique_ptr<QThread> readingThread(QThread::create([&] { QVERIFY(vault->read(u"a.b"_s)); }));
        readingThread->start();
        QVERIFY(inRead.tryAcquire(1, 10000));
        QElapsedTimer waited;
        waited.start();
        QVERIFY(vault->state() == SecretStore::State::Ready);
        QCOMPARE_LT(waited.elapsed(), 2500);
        QCOMPARE(codeOf(vault->read(u"a.b"_s)), ErrorCode::TimedOut);
        QCOMPARE_LT(waited.elapsed(), 8000);
        goOn.release(2);
        QVERIFY(readingThread->wait(10000));
        QVERIFY(unlockingThread->wait(10000));
    }

    void manyThreadsMakeOneKey_data()
    {
        QTest::addColumn<SecretsMode>("mode");
        QTest::newRow("memory") << SecretsMode::Memory;
        QTest::newRow("file") << SecretsMode::File;
        QTest::newRow("keyring") << SecretsMode::Keyring;
    }
    void manyThreadsMakeOneKey()
    {
        QFETCH(SecretsMode, mode);
        SecretMachine machine;
        machine.settings.secrets = mode;
        const auto vault = machine.opened(Secret("passphrase"));
        constexpr int Count = 8;
        std::vector<Secret> keys(Count);
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < Count; ++i) {
            threads.emplace_back(QThread::create([&, i] {
                keys[size_t(i)] = *vault->readOrCreateKey(u"sealing_key"_s, 32);
                QVERIFY(vault->write(u"thread%1.password"_s.arg(i), Secret("x")));
                QVERIFY(vault->entries());
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait(30000));
        for (const Secret &key : keys)
            QVERIFY(!key.isEmpty() && key == keys.front());
        QCOMPARE(vault->entries()->size(), Count + 1);
    }

    void noFileOfTheProfileHoldsASecret_data() { manyThreadsMakeOneKey_data(); }
    void noFileOfTheProfileHoldsASecret()
    {
        QFETCH(SecretsMode, mode);
        SecretMachine machine;
        machine.settings.secrets = mode;
        const QByteArray known("a-well-known-password");
        const QByteArray passphrase("the-passphrase");
        const auto vault = machine.opened(Secret(passphrase));
        QVERIFY(vault->write(u"twilio.password"_s, Secret(known)));
        const Secret key = *vault->readOrCreateKey(u"sealing_key"_s, 32);
        QVERIFY(QFile::exists(machine.record()));
        for (QDirIterator it(machine.profile.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             it.hasNext();) {
            const QByteArray content = contentOf(it.next());
            QVERIFY(!content.isEmpty());
            for (const QByteArray &secret : {known, passphrase, key.reveal()}) {
                QVERIFY(!content.contains(secret));
                QVERIFY(!content.contains(secret.toBase64()));
                QVERIFY(!content.contains(secret.toHex()));
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_SecretVault)
#include "tst_secretvault.moc"
