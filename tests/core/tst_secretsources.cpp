// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Sealer.h"
#include "core/settings/SettingsList.h"
#include "tests/support/SecretMachine.h"

using namespace smsauth;
using namespace Qt::StringLiterals;

/// What lies over the store: environment, and credentials of a service manager.
class tst_SecretSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheEnvironment_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("name"); // empty: it counts as not set
        QTest::newRow("password") << u"smsc"_s << u"SMS_AUTH_PROVIDER_PASSWORD"_s << u"s3cret"_s
                                  << u"smsc.password"_s;
        QTest::newRow("password of Twilio")
            << u"twilio"_s << u"SMS_AUTH_PROVIDER_PASSWORD"_s << u"s3cret"_s << u"twilio.password"_s;
        QTest::newRow("token") << u"twilio"_s << u"SMS_AUTH_AUTH_TOKEN"_s << u"s3cret"_s << u"twilio.password"_s;
        QTest::newRow("token beside another gateway")
            << u"smsc"_s << u"SMS_AUTH_AUTH_TOKEN"_s << u"s3cret"_s << u"twilio.password"_s;
        QTest::newRow("beyond ASCII") << u"smsc"_s << u"SMS_AUTH_PROVIDER_PASSWORD"_s << u"pässwörd"_s
                                      << u"smsc.password"_s;
        QTest::newRow("empty password") << u"smsc"_s << u"SMS_AUTH_PROVIDER_PASSWORD"_s << QString() << QString();
        QTest::newRow("empty token") << u"twilio"_s << u"SMS_AUTH_AUTH_TOKEN"_s << QString() << QString();
        QTest::newRow("no secret") << u"twilio"_s << u"SMS_AUTH_ACCOUNT_SID"_s << u"AC1"_s << QString();
    }
    void readsTheEnvironment()
    {
        QFETCH(QString, provider);
        QFETCH(QString, variable);
        QFETCH(QString, value);
        QFETCH(QString, name);
        SecretMachine machine;
        machine.settings.provider = provider;
        machine.settings.secrets = SecretsMode::Memory;
        machine.environment.insert(variable, value);
        const auto vault = machine.opened();
        const QString expected = name.isEmpty() ? provider + u".password"_s : name;
        if (name.isEmpty()) {
            compareEntries(vault->entries(), {});
            QCOMPARE(codeOf(vault->read(expected)), ErrorCode::NotFound);
            QVERIFY(vault->write(expected, Secret("own")));
            QCOMPARE(vault->read(expected)->reveal(), "own");
        } else {
            compareEntries(vault->entries(), {name + u" environment fixed"_s});
            QCOMPARE(vault->read(expected)->reveal(), value.toUtf8());
            QCOMPARE(codeOf(vault->write(expected, Secret("own"))), ErrorCode::NotAllowed);
            QCOMPARE(codeOf(vault->remove(expected)), ErrorCode::NotAllowed);
            QCOMPARE(vault->read(expected)->reveal(), value.toUtf8());
        }
    }

    void everyKeyOfASecretIsRead()
    {
        for (const SecretKey &secret : secretKeys()) {
            SecretMachine machine;
            machine.settings.provider = u"twilio"_s;
            machine.settings.secrets = SecretsMode::Memory;
            machine.environment.insert(secret.key, u"value"_s);
            QVERIFY2(machine.opened()->read(u"twilio."_s + secret.variable), secret.key.data());
        }
    }

    void thePasswordFollowsTheGateway()
    {
        SecretMachine machine;
        machine.settings.secrets = SecretsMode::Memory;
        machine.environment.insert(u"SMS_AUTH_PROVIDER_PASSWORD"_s, u"s3cret"_s);
        const auto vault = machine.opened();
        compareEntries(vault->entries(), {u"sandbox.password environment fixed"_s});
        vault->setProvider(u"smsc"_s);
        compareEntries(vault->entries(), {u"smsc.password environment fixed"_s});
        QCOMPARE(codeOf(vault->read(u"sandbox.password"_s)), ErrorCode::NotFound);
        QCOMPARE(vault->read(u"smsc.password"_s)->reveal(), "s3cret");
    }

    void theTokenGoesBeforeThePassword()
    {
        SecretMachine machine;
        machine.settings.provider = u"twilio"_s;
        machine.settings.secrets = SecretsMode::Memory;
        machine.environment.insert(u"SMS_AUTH_PROVIDER_PASSWORD"_s, u"password"_s);
        machine.environment.insert(u"SMS_AUTH_AUTH_TOKEN"_s, u"token"_s);
        QCOMPARE(machine.opened()->read(u"twilio.password"_s)->reveal(), "token");
    }

    void readsCredentials_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("value"); // empty: not set
        QTest::newRow("text") << u"twilio.password"_s << QByteArray("s3cret") << QByteArray("s3cret");
        QTest::newRow("line end") << u"twilio.password"_s << QByteArray("s3cret\n") << QByteArray("s3cret");
        QTest::newRow("one line end only")
            << u"twilio.password"_s << QByteArray("s3cret\n\n") << QByteArray("s3cret\n");
        QTest::newRow("spaces stay") << u"twilio.password"_s << QByteArray(" a b ") << QByteArray(" a b ");
        QTest::newRow("empty") << u"twilio.password"_s << QByteArray() << QByteArray();
        QTest::newRow("only a line end") << u"twilio.password"_s << QByteArray("\n") << QByteArray();
        QTest::newRow("token key as text") << u"token_key"_s << QByteArray(40, 'k') + '\n' << QByteArray(40, 'k');
        const QByteArray bytes = QByteArray(31, '\xfe') + '\n';
        QTest::newRow("key of bytes") << u"sealing_key"_s << bytes << bytes;
    }
    void aKeyThatIsEmptyIsNotReplaced()
    {
        SecretMachine machine;
        machine.settings.secrets = SecretsMode::Memory;
        machine.useCredentials();
        for (const QByteArray &content : {QByteArray(), QByteArray("\n")}) {
            writeFile(machine.credential(u"token_key"_s), content);
            QCOMPARE(codeOf(machine.opened()->readOrCreateKey(u"token_key"_s, 32)), ErrorCode::SecretsUnavailable);
        }
    }
    void readsCredentials()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, value);
        SecretMachine machine;
        machine.settings.secrets = SecretsMode::Memory;
        machine.useCredentials();
        writeFile(machine.credential(file), content);
        const auto vault = machine.opened();
        if (value.isEmpty()) {
            QCOMPARE(codeOf(vault->read(file)), ErrorCode::NotFound);
            compareEntries(vault->entries(), {});
            return;
        }
        QCOMPARE(vault->read(file)->reveal(), value);
        QCOMPARE(vault->readOrCreateKey(file, Sealer::KeySize)->reveal(), value);
        compareEntries(vault->entries(), {file + u" credentials fixed"_s});
        QCOMPARE(codeOf(vault->write(file, Secret("own"))), ErrorCode::NotAllowed);
        QCOMPARE(contentOf(machine.credential(file)), content);
    }

    void aCredentialThatCannotBeReadIsNotMissing()
    {
        SecretMachine machine;
        machine.settings.secrets = SecretsMode::Memory;
        machine.useCredentials();
        QVERIFY(QDir().mkdir(machine.credential(u"sealing_key"_s)));
        writeFile(machine.credential(u"twilio.password"_s), QByteArray(1024 * 1024, 'x'));
        const auto vault = machine.opened();
        for (const QString &name : {u"sealing_key"_s, u"twilio.password"_s}) {
            QCOMPARE(codeOf(vault->read(name)), ErrorCode::SecretsUnavailable);
            QCOMPARE(codeOf(vault->readOrCreateKey(name, 32)), ErrorCode::SecretsUnavailable);
            QCOMPARE(codeOf(vault->write(name, Secret("x"))), ErrorCode::SecretsUnavailable);
        }
    }

    void sourcesLieOverTheStore()
    {
        SecretMachine machine;
        machine.settings.provider = u"twilio"_s;
        machine.settings.secrets = SecretsMode::Keyring;
        const auto first = machine.opened();
        QVERIFY(first->write(u"twilio.password"_s, Secret("stored")));
        QVERIFY(first->write(u"smsc.password"_s, Secret("stored")));
        machine.useCredentials();
        writeFile(machine.credential(u"twilio.password"_s), "from the file");
        writeFile(machine.credential(u"tls-key"_s), "not ours");
        const auto second = machine.opened();
        QCOMPARE(second->read(u"twilio.password"_s)->reveal(), "from the file");
        compareEntries(second->entries(), {u"smsc.password keyring"_s, u"twilio.password credentials fixed"_s});
        machine.environment.insert(u"SMS_AUTH_AUTH_TOKEN"_s, u"from the environment"_s);
        QCOMPARE(machine.opened()->read(u"twilio.password"_s)->reveal(), "from the environment");
        // What lies below is untouched.
        machine.environment.clear();
        QCOMPARE(machine.opened()->read(u"twilio.password"_s)->reveal(), "stored");
    }
};

QTEST_GUILESS_MAIN(tst_SecretSources)
#include "tst_secretsources.moc"
