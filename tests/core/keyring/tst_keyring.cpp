// SPDX-License-Identifier: GPL-3.0-or-later
// Against a real keyring: run it through tests/support/with-keyring.sh.
#include "core/base/Sealer.h"
#include "core/settings/KeyringSession.h"
#include "core/settings/KeyringStore.h"
#include "core/settings/SecretVault.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDeadlineTimer soon()
{
    return QDeadlineTimer(5s);
}

/// The keyring's own interface, beside the code under test.
QDBusMessage callService(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message, QDBus::Block, 5000);
}

void lock()
{
    const QDBusMessage alias = callService(u"ReadAlias"_s, {u"default"_s});
    const auto collection = alias.arguments().value(0).value<QDBusObjectPath>();
    callService(u"Lock"_s, {QVariant::fromValue(QList<QDBusObjectPath>{collection})});
    QTRY_VERIFY(KeyringSession().probe(soon()) == Keyring::Presence::Locked);
}

void unlock()
{
    QProcess daemon;
    daemon.setStandardOutputFile(QProcess::nullDevice());
    daemon.start(u"gnome-keyring-daemon"_s, {u"--unlock"_s});
    daemon.write(qgetenv("KEYRING_PASSWORD"));
    daemon.closeWriteChannel();
    QVERIFY(daemon.waitForFinished());
    QTRY_VERIFY(KeyringSession().probe(soon()) == Keyring::Presence::Ready);
}

ErrorCode codeOf(const Result<void> &result)
{
    return result.error().code;
}
template<class T>
ErrorCode codeOf(const Result<T> &result)
{
    return result.error().code;
}

} // namespace

class tst_keyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(qEnvironmentVariableIsSet("KEYRING_PASSWORD"), "run me through tests/support/with-keyring.sh");
        // The service starts with the first question to it.
        QTRY_VERIFY(KeyringSession().probe(soon()) == Keyring::Presence::Ready);
    }

    void keepsBytesAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("p4ss w0rd");
        QTest::newRow("zeros inside") << QByteArray("a\0b\0\0c", 6);
        QTest::newRow("all bytes") << [] {
            QByteArray all;
            for (int i = 0; i < 256; ++i)
                all.append(char(i));
            return all;
        }();
        QTest::newRow("ends with a line") << QByteArray("line\n");
        QTest::newRow("16 KiB") << QByteArray(16 * 1024, '\x7f');
    }
    void keepsBytesAsTheyAre()
    {
        QFETCH(QByteArray, bytes);
        KeyringSession keyring;
        const QString key = u"bytes/"_s + QLatin1StringView(QTest::currentDataTag());
        QVERIFY(keyring.write(key, Secret(bytes), soon()));
        const Result<Secret> read = keyring.read(key, soon());
        QVERIFY2(read, qPrintable(read.error().detail));
        QCOMPARE(read->reveal(), bytes);
    }

    void missingEntriesAreNotFound()
    {
        KeyringStore store(std::make_shared<KeyringSession>(), u"nothing"_s);
        QCOMPARE(codeOf(store.read(u"twilio.password"_s)), ErrorCode::NotFound);
        QCOMPARE(codeOf(store.remove(u"twilio.password"_s)), ErrorCode::NotFound);
        QCOMPARE(store.names().value(), QStringList());
    }

    void writesReadsListsAndRemoves()
    {
        KeyringStore store(std::make_shared<KeyringSession>(), u"one"_s);
        KeyringStore other(std::make_shared<KeyringSession>(), u"two"_s);
        QVERIFY(store.write(u"twilio.password"_s, Secret("first")));
        QVERIFY(store.write(u"twilio.password"_s, Secret("second")));
        QVERIFY(store.write(u"token_key"_s, Secret("key")));
        QVERIFY(other.write(u"twilio.password"_s, Secret("of another profile")));
        QCOMPARE(store.read(u"twilio.password"_s)->reveal(), "second");
        QCOMPARE(store.names().value(), (QStringList{u"token_key"_s, u"twilio.password"_s}));

        QVERIFY(store.remove(u"twilio.password"_s));
        QCOMPARE(codeOf(store.read(u"twilio.password"_s)), ErrorCode::NotFound);
        QCOMPARE(store.names().value(), QStringList{u"token_key"_s});
        QCOMPARE(other.read(u"twilio.password"_s)->reveal(), "of another profile");
    }

    void isChosenAtTheFirstStart_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::newRow("simulated") << u"sandbox"_s;
        QTest::newRow("live") << u"twilio"_s;
    }
    void isChosenAtTheFirstStart()
    {
        QFETCH(QString, provider);
        QTemporaryDir profile;
        SystemRandom random;
        Settings settings;
        settings.provider = provider;
        Secret key;
        {
            const auto vault = SecretVault::open(profile.path(), settings, {}, random);
            QVERIFY2(vault, qPrintable(vault.error().detail));
            QCOMPARE((*vault)->kind(), u"keyring"_s);
            QVERIFY(!(*vault)->reason().isEmpty());
            QVERIFY((*vault)->survivesRestart());
            QVERIFY((*vault)->state() == SecretStore::State::Ready);
            const Result<Secret> made = (*vault)->readOrCreateKey(u"sealing_key"_s, Sealer::KeySize);
            QVERIFY2(made, qPrintable(made.error().detail));
            QCOMPARE(made->reveal().size(), Sealer::KeySize);
            key = *made;
        }
        const auto vault = SecretVault::open(profile.path(), settings, {}, random);
        QVERIFY(vault);
        QCOMPARE((*vault)->readOrCreateKey(u"sealing_key"_s, Sealer::KeySize)->reveal(), key.reveal());
    }

    void noFileOfTheProfileHoldsASecret()
    {
        QTemporaryDir profile;
        SystemRandom random;
        const auto vault = SecretVault::open(profile.path(), {}, {}, random);
        QVERIFY(vault);
        const QByteArray known("a-well-known-password");
        QVERIFY((*vault)->write(u"twilio.password"_s, Secret(known)));
        const Result<Secret> key = (*vault)->readOrCreateKey(u"sealing_key"_s, Sealer::KeySize);
        QVERIFY(key);
        int files = 0;
        for (QDirIterator it(profile.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             it.hasNext();) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            for (const QByteArray &secret : {known, key->reveal()}) {
                QVERIFY(!content.contains(secret));
                QVERIFY(!content.contains(secret.toBase64()));
                QVERIFY(!content.contains(secret.toHex()));
            }
            ++files;
        }
        QCOMPARE(files, 1); // the record of the choice
    }

    void lockedIsNeitherMissingNorEmpty()
    {
        QTemporaryDir profile;
        SystemRandom random;
        const auto opened = SecretVault::open(profile.path(), {}, {}, random);
        QVERIFY(opened);
        SecretVault &vault = **opened;
        const Result<Secret> key = vault.readOrCreateKey(u"sealing_key"_s, Sealer::KeySize);
        QVERIFY(key);

        lock();
        QVERIFY(vault.state() == SecretStore::State::Locked);
        QCOMPARE(codeOf(vault.read(u"sealing_key"_s)), ErrorCode::SecretsLocked);
        QCOMPARE(codeOf(vault.read(u"never.written"_s)), ErrorCode::SecretsLocked);
        QCOMPARE(codeOf(vault.write(u"twilio.password"_s, Secret("x"))), ErrorCode::SecretsLocked);
        QCOMPARE(codeOf(vault.remove(u"sealing_key"_s)), ErrorCode::SecretsLocked);
        QCOMPARE(codeOf(vault.entries()), ErrorCode::SecretsLocked);
        QCOMPARE(codeOf(vault.readOrCreateKey(u"sealing_key"_s, Sealer::KeySize)), ErrorCode::SecretsLocked);
        // Without a display the service cannot ask anybody. That is an answer, not a wait of two minutes.
        QElapsedTimer waited;
        waited.start();
        QVERIFY(!vault.unlock());
        QCOMPARE_LT(waited.elapsed(), 30000);

        unlock();
        QVERIFY(vault.unlock());
        QCOMPARE(vault.read(u"sealing_key"_s)->reveal(), key->reveal());
        QCOMPARE(codeOf(vault.read(u"twilio.password"_s)), ErrorCode::NotFound);
    }

    void aFirstStartWithALockedKeyringDoesNotPrompt()
    {
        QTemporaryDir profile;
        SystemRandom random;
        Settings live;
        live.provider = u"twilio"_s;
        lock();
        const auto simulated = SecretVault::open(profile.path(), {}, {}, random);
        const auto refused = SecretVault::open(profile.path(), live, {}, random);
        unlock();
        QVERIFY(simulated);
        QCOMPARE((*simulated)->kind(), u"memory"_s);
        QVERIFY((*simulated)->reason().contains(u"locked"_s));
        QCOMPARE(codeOf(refused), ErrorCode::SecretsUnavailable);
    }
};

QTEST_GUILESS_MAIN(tst_keyring)
#include "tst_keyring.moc"
