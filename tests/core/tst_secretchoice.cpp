// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Sealer.h"
#include "tests/support/SecretMachine.h"

using namespace smsauth;
using namespace Qt::StringLiterals;
using Presence = Keyring::Presence;

namespace {

const QString NoStore = u"none"_s;

} // namespace

Q_DECLARE_METATYPE(smsauth::SecretsMode)
Q_DECLARE_METATYPE(smsauth::Keyring::Presence)

/// Which store a profile keeps its secrets in, and that it stays so.
class tst_SecretChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<SecretsMode>("mode");
        QTest::addColumn<Presence>("presence");
        QTest::addColumn<QString>("recorded"); // "store decided_by", empty at the first start
        QTest::addColumn<QString>("kind");     // NoStore: SecretsUnavailable
        QTest::addColumn<QString>("decidedBy");

        const QString sandbox = u"sandbox"_s;
        const QString twilio = u"twilio"_s;
        const QString first;
        const QString byAuto = u"auto"_s;
        const QString bySetting = u"setting"_s;
        using Mode = SecretsMode;
        const auto row = [](const char *name, const QString &provider, Mode mode, Presence presence,
                            const QString &recorded, const QString &kind, const QString &decidedBy) {
            QTest::newRow(name) << provider << mode << presence << recorded << kind << decidedBy;
        };
        row("simulated, ready", sandbox, Mode::Auto, Presence::Ready, first, u"keyring"_s, byAuto);
        row("simulated, locked", sandbox, Mode::Auto, Presence::Locked, first, u"memory"_s, byAuto);
        row("simulated, no collection", sandbox, Mode::Auto, Presence::NoCollection, first, u"memory"_s, byAuto);
        row("simulated, no service", sandbox, Mode::Auto, Presence::NoService, first, u"memory"_s, byAuto);
        row("simulated, no bus", sandbox, Mode::Auto, Presence::NoBus, first, u"memory"_s, byAuto);
        row("simulated, hanging", sandbox, Mode::Auto, Presence::NoAnswer, first, u"memory"_s, byAuto);
        row("live, ready", twilio, Mode::Auto, Presence::Ready, first, u"keyring"_s, byAuto);
        row("live, locked", twilio, Mode::Auto, Presence::Locked, first, NoStore, {});
        row("live, no service", twilio, Mode::Auto, Presence::NoService, first, NoStore, {});
        row("live, no bus", twilio, Mode::Auto, Presence::NoBus, first, NoStore, {});
        row("live, hanging", twilio, Mode::Auto, Presence::NoAnswer, first, NoStore, {});
        row("keyring by name, although away", twilio, Mode::Keyring, Presence::NoBus, first, u"keyring"_s,
            bySetting);
        row("memory by name, live", twilio, Mode::Memory, Presence::Ready, first, u"memory"_s, bySetting);
        row("keeps the keyring when it is away", twilio, Mode::Auto, Presence::NoService, u"keyring auto"_s,
            u"keyring"_s, byAuto);
        row("keeps memory when a keyring appears", sandbox, Mode::Auto, Presence::Ready, u"memory auto"_s,
            u"memory"_s, byAuto);
        row("memory of auto is not for live", twilio, Mode::Auto, Presence::NoBus, u"memory auto"_s, NoStore, {});
        row("a profile that goes live moves to the keyring", twilio, Mode::Auto, Presence::Ready, u"memory auto"_s,
            u"keyring"_s, byAuto);
        row("memory that was named stays, live", twilio, Mode::Auto, Presence::Ready, u"memory setting"_s,
            u"memory"_s, bySetting);
        row("a name goes before the record", sandbox, Mode::Memory, Presence::Ready, u"keyring auto"_s, u"memory"_s,
            bySetting);
    }
    void decides()
    {
        QFETCH(QString, provider);
        QFETCH(SecretsMode, mode);
        QFETCH(Presence, presence);
        QFETCH(QString, recorded);
        QFETCH(QString, kind);
        QFETCH(QString, decidedBy);
        SecretMachine machine;
        machine.settings.provider = provider;
        machine.settings.secrets = mode;
        machine.keyring->presence = presence;
        if (!recorded.isEmpty())
            machine.recordChoice(recorded.section(u' ', 0, 0), recorded.section(u' ', 1));
        const QByteArray before = contentOf(machine.record());

        const auto vault = machine.open();
        if (kind == NoStore) {
            QCOMPARE(codeOf(vault), ErrorCode::SecretsUnavailable);
            for (const QString &choice : {u"SMS_AUTH_SECRETS"_s, u"keyring"_s, u"file"_s, u"memory"_s})
                QVERIFY2(vault.error().detail.contains(choice), qPrintable(vault.error().detail));
            QCOMPARE(contentOf(machine.record()), before); // and nothing is settled by that
            return;
        }
        QVERIFY2(vault, problemOf(vault).constData());
        QCOMPARE((*vault)->kind(), kind);
        QCOMPARE((*vault)->survivesRestart(), kind != u"memory");
        QCOMPARE(machine.recorded().value(u"store"_s).toString(), kind);
        QCOMPARE(machine.recorded().value(u"decided_by"_s).toString(), decidedBy);
        QCOMPARE(machine.recorded().value(u"reason"_s).toString(), (*vault)->reason());
        QVERIFY((*vault)->reason().endsWith(u'.'));
        if (!recorded.isEmpty())
            QCOMPARE(machine.recorded().value(u"space"_s).toString(), u"f00d"_s);
        if (recorded.isEmpty())
            QCOMPARE(QFile(machine.record()).permissions() & ~(QFile::ReadUser | QFile::WriteUser),
                     QFile::ReadOwner | QFile::WriteOwner);
    }

    void looksForAKeyringOnlyToDecide()
    {
        SecretMachine machine;
        machine.keyring->presence = Presence::NoBus;
        machine.opened();
        QCOMPARE(machine.keyringsMade, 1);
        machine.opened();
        machine.settings.secrets = SecretsMode::Memory;
        machine.opened();
        QCOMPARE(machine.keyringsMade, 1);
    }

    void anUnreadableRecordIsNotDecidedOver_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("keyring");
        QTest::newRow("cut off") << QByteArray("{\"store\":\"keyring\",\"spa");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("no store") << QByteArray("{\"space\":\"f00d\"}");
        QTest::newRow("unknown store") << QByteArray("{\"store\":\"cloud\",\"space\":\"f00d\"}");
        QTest::newRow("auto is no store") << QByteArray("{\"store\":\"auto\",\"space\":\"f00d\"}");
        QTest::newRow("store is no text") << QByteArray("{\"store\":1,\"space\":\"f00d\"}");
        QTest::newRow("no space") << QByteArray("{\"store\":\"keyring\"}");
        QTest::newRow("huge") << QByteArray(1024 * 1024, ' ');
    }
    void anUnreadableRecordIsNotDecidedOver()
    {
        QFETCH(QByteArray, record);
        for (const SecretsMode mode : {SecretsMode::Auto, SecretsMode::Memory}) {
            SecretMachine machine;
            machine.settings.secrets = mode;
            writeFile(machine.record(), record);
            const auto vault = machine.open();
            QCOMPARE(codeOf(vault), ErrorCode::Settings);
            QVERIFY(vault.error().detail.contains(u"secrets.json"_s));
            QCOMPARE(contentOf(machine.record()), record);
        }
    }

    void aChoiceThatCannotBeRecordedIsNone()
    {
        SecretMachine machine;
        machine.settings.secrets = SecretsMode::Memory;
        QVERIFY(machine.profile.remove());
        QCOMPARE(codeOf(machine.open()), ErrorCode::SecretsUnavailable);
    }

    void memoryEndsWithTheVault()
    {
        SecretMachine machine;
        machine.settings.secrets = SecretsMode::Memory;
        {
            const auto vault = machine.opened();
            QVERIFY(vault->state() == SecretStore::State::Ready);
            QVERIFY(vault->unlock());
            QCOMPARE(codeOf(vault->read(u"twilio.password"_s)), ErrorCode::NotFound);
            QVERIFY(vault->write(u"twilio.password"_s, Secret("first")));
            QVERIFY(vault->write(u"twilio.password"_s, Secret("second")));
            QCOMPARE(vault->read(u"twilio.password"_s)->reveal(), "second");
            QVERIFY(vault->write(u"a.key"_s, Secret("x")));
            compareEntries(vault->entries(), {u"a.key memory"_s, u"twilio.password memory"_s});
            QVERIFY(vault->remove(u"a.key"_s));
            QCOMPARE(codeOf(vault->remove(u"a.key"_s)), ErrorCode::NotFound);
            compareEntries(vault->entries(), {u"twilio.password memory"_s});
        }
        QCOMPARE(codeOf(machine.opened()->read(u"twilio.password"_s)), ErrorCode::NotFound);
    }

    void theSealedFileKeepsAcrossStarts()
    {
        SecretMachine machine;
        machine.settings.secrets = SecretsMode::File;
        Secret key;
        {
            const auto vault = machine.opened(Secret("correct horse"));
            QCOMPARE(vault->kind(), u"file"_s);
            key = *vault->readOrCreateKey(u"sealing_key"_s, Sealer::KeySize);
            QVERIFY(vault->write(u"twilio.password"_s, Secret("hunter2-hunter2")));
        }
        const auto vault = machine.opened(Secret("correct horse"));
        QCOMPARE(vault->readOrCreateKey(u"sealing_key"_s, Sealer::KeySize)->reveal(), key.reveal());
        QCOMPARE(vault->read(u"twilio.password"_s)->reveal(), "hunter2-hunter2");
        compareEntries(vault->entries(), {u"sealing_key file"_s, u"twilio.password file"_s});
    }

    void findsThePassphrase_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QByteArray>("credential");
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("handed in") << QByteArray("right") << QByteArray() << QByteArray();
        QTest::newRow("a credential") << QByteArray() << QByteArray("right") << QByteArray();
        QTest::newRow("a credential with a line end") << QByteArray() << QByteArray("right\n") << QByteArray();
        QTest::newRow("a file") << QByteArray() << QByteArray() << QByteArray("right");
        QTest::newRow("a file with a line end") << QByteArray() << QByteArray() << QByteArray("right\n");
        QTest::newRow("a file from Windows") << QByteArray() << QByteArray() << QByteArray("right\r\n");
        QTest::newRow("handed in goes first") << QByteArray("right") << QByteArray("wrong") << QByteArray("wrong");
        QTest::newRow("a credential goes before a file")
            << QByteArray() << QByteArray("right") << QByteArray("wrong");
        QTest::newRow("an empty credential is none") << QByteArray() << QByteArray("\n") << QByteArray("right");
    }
    void findsThePassphrase()
    {
        QFETCH(QByteArray, given);
        QFETCH(QByteArray, credential);
        QFETCH(QByteArray, file);
        SecretMachine machine;
        machine.settings.secrets = SecretsMode::File;
        QVERIFY(machine.opened(Secret("right"))->write(u"a.b"_s, Secret("value")));
        if (!credential.isEmpty()) {
            machine.useCredentials();
            writeFile(machine.credential(u"smsauth-passphrase"_s), credential);
        }
        if (!file.isEmpty()) {
            machine.settings.passphraseFile = machine.profile.filePath(u"passphrase"_s);
            writeFile(machine.settings.passphraseFile, file);
        }
        const auto vault = machine.open(Secret(given));
        QVERIFY2(vault, problemOf(vault).constData());
        QCOMPARE((*vault)->read(u"a.b"_s)->reveal(), "value");
        compareEntries((*vault)->entries(), {u"a.b file"_s}); // the passphrase is no secret of the vault
    }

    void aWrongOrMissingPassphraseChangesNothing()
    {
        SecretMachine machine;
        machine.settings.secrets = SecretsMode::File;
        QCOMPARE(codeOf(machine.open()), ErrorCode::SecretsLocked);
        QVERIFY(!QFile::exists(machine.sealedFile()));
        QVERIFY(!QFile::exists(machine.record())); // nothing is settled by a failed start

        QVERIFY(machine.opened(Secret("right"))->write(u"a.b"_s, Secret("value")));
        const QByteArray before = contentOf(machine.sealedFile());
        QCOMPARE(codeOf(machine.open()), ErrorCode::SecretsLocked);
        QCOMPARE(codeOf(machine.open(Secret("wrong"))), ErrorCode::SecretsLocked);
        QCOMPARE(codeOf(machine.open(Secret("right\n"))), ErrorCode::SecretsLocked);
        QCOMPARE(contentOf(machine.sealedFile()), before);
        QCOMPARE(machine.opened(Secret("right"))->read(u"a.b"_s)->reveal(), "value");
    }

    void aSealedFileThatIsGoneIsNotReplaced()
    {
        SecretMachine machine;
        machine.settings.secrets = SecretsMode::File;
        QVERIFY(machine.opened(Secret("right"))->readOrCreateKey(u"sealing_key"_s, Sealer::KeySize));
        const QString elsewhere = machine.profile.filePath(u"elsewhere"_s);
        QVERIFY(QFile::rename(machine.sealedFile(), elsewhere));
        const auto vault = machine.open(Secret("right"));
        QCOMPARE(codeOf(vault), ErrorCode::SecretsUnavailable);
        QVERIFY(vault.error().detail.contains(machine.sealedFile()));
        QVERIFY(!QFile::exists(machine.sealedFile()));
        QVERIFY(QFile::rename(elsewhere, machine.sealedFile()));
        QVERIFY(machine.open(Secret("right")));
    }

    void memoryTakesOverFromAKeyringThatDied()
    {
        SecretMachine machine;
        machine.settings.secrets = SecretsMode::Keyring;
        const auto vault = machine.opened();
        QVERIFY(vault->write(u"twilio.password"_s, Secret("old")));
        machine.keyring->presence = Keyring::Presence::NoService;
        QVERIFY(!vault->write(u"twilio.password"_s, Secret("new")));
        vault->keepInMemory();
        QVERIFY(vault->write(u"twilio.password"_s, Secret("new")));
        QCOMPARE(vault->read(u"twilio.password"_s)->reveal(), "new");
        compareEntries(vault->entries(), {u"twilio.password memory"_s});
        QVERIFY(!vault->read(u"smsc.password"_s)); // what the keyring may have is not "not found"
        QCOMPARE(codeOf(vault->read(u"smsc.password"_s)), ErrorCode::SecretsUnavailable);
        // It is forgotten; of what the keyring may hold nobody says that it is gone.
        const Result<void> half = vault->remove(u"twilio.password"_s);
        QCOMPARE(half.error().code, ErrorCode::SecretsUnavailable);
        QCOMPARE(half.error().detail,
                 u"twilio.password is forgotten for this run; the keyring cannot be reached and "
                 "may still hold it"_s);
        compareEntries(vault->entries(), {});
        machine.keyring->presence = Keyring::Presence::Ready;
        QCOMPARE(vault->read(u"twilio.password"_s)->reveal(), "old");
        compareEntries(vault->entries(), {u"twilio.password keyring"_s});
        // Now it can be reached: what is removed goes from both.
        QVERIFY(vault->write(u"twilio.password"_s, Secret("newer")));
        QVERIFY(vault->remove(u"twilio.password"_s));
        QCOMPARE(codeOf(vault->read(u"twilio.password"_s)), ErrorCode::NotFound);
        compareEntries(vault->entries(), {});
        QVERIFY(vault->write(u"only.here"_s, Secret("value")));
        QVERIFY(vault->remove(u"only.here"_s));
        // The next start knows nothing of it.
        QCOMPARE(machine.opened()->kind(), u"keyring"_s);
    }

    void aPassphraseFileThatOthersCanRead()
    {
        SecretMachine machine;
        machine.settings.secrets = SecretsMode::File;
        machine.settings.passphraseFile = machine.profile.filePath(u"passphrase"_s);
        writeFile(machine.settings.passphraseFile, "open sesame\n");
        QVERIFY(machine.open());
        for (const auto open : {QFile::ReadGroup, QFile::ReadOther, QFile::WriteOther}) {
            QVERIFY(QFile::setPermissions(machine.settings.passphraseFile,
                                          QFile::ReadOwner | QFile::WriteOwner | open));
            const auto vault = machine.open();
            QCOMPARE(codeOf(vault), ErrorCode::Settings);
            QVERIFY(vault.error().detail.endsWith(u"must not be readable by others; close it with chmod 600"_s));
        }
    }

    void aPassphraseFileThatIsNotThere()
    {
        SecretMachine machine;
        machine.settings.secrets = SecretsMode::File;
        machine.settings.passphraseFile = machine.profile.filePath(u"missing"_s);
        const auto vault = machine.open();
        QCOMPARE(codeOf(vault), ErrorCode::Settings);
        QVERIFY(vault.error().detail.startsWith(u"SMS_AUTH_PASSPHRASE_FILE = "_s));
    }
};

QTEST_GUILESS_MAIN(tst_SecretChoice)
#include "tst_secretchoice.moc"
