// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SecretVault.h"

#include "core/base/Sealer.h"
#include "core/settings/SecretVaultOpening.h"
#include "core/settings/SettingsList.h"
#include "tests/support/FakeKeyring.h"
#include "tests/support/FixedRandom.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace smsauth;
using namespace Qt::StringLiterals;
using Presence = Keyring::Presence;

namespace {

const QString NoStore = u"none"_s;

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)); // as files with secrets have to be
    QCOMPARE(file.write(content), content.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A profile folder and everything that SecretVault::open() looks at.
struct Machine
{
    Result<std::unique_ptr<SecretVault>> open(const Secret &passphrase = {})
    {
        return openSecretVault(profile.path(), settings, environment, random, passphrase, [this] {
            ++keyringsMade;
            return keyring;
        });
    }
    std::unique_ptr<SecretVault> opened(const Secret &passphrase = {})
    {
        auto vault = open(passphrase);
        if (!vault)
            qFatal("%s", qPrintable(vault.error().detail));
        return std::move(vault).value();
    }
    void useCredentials()
    {
        QDir(profile.path()).mkdir(u"credentials"_s);
        environment.insert(u"CREDENTIALS_DIRECTORY"_s, credential(QString()));
    }
    QString credential(const QString &name) const { return profile.filePath(u"credentials/"_s + name); }
    QString record() const { return profile.filePath(u"secrets.json"_s); }
    QString sealedFile() const { return profile.filePath(u"secrets.sealed"_s); }
    QJsonObject recorded() const { return QJsonDocument::fromJson(contentOf(record())).object(); }
    void recordChoice(const QString &store, const QString &decidedBy)
    {
        writeFile(record(), QJsonDocument(QJsonObject{{u"store"_s, store},
                                                      {u"reason"_s, u"As before."_s},
                                                      {u"decided_by"_s, decidedBy},
                                                      {u"space"_s, u"f00d"_s}})
                                .toJson());
    }

    QTemporaryDir profile;
    Settings settings;
    QProcessEnvironment environment;
    SystemRandom random;
    std::shared_ptr<FakeKeyring> keyring = std::make_shared<FakeKeyring>();
    int keyringsMade = 0;
};

/// Internal for success, which no test expects of a failure.
template<class T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

template<class T>
QByteArray problemOf(const Result<T> &result)
{
    return result ? QByteArray() : result.error().detail.toUtf8();
}

void compareEntries(const Result<QList<SecretVault::Entry>> &entries, const QStringList &expected)
{
    QVERIFY(entries);
    QStringList lines;
    for (const SecretVault::Entry &entry : *entries)
        lines << entry.name + u' ' + entry.place + (entry.readOnly ? u" fixed"_s : QString());
    QCOMPARE(lines, expected);
}

} // namespace

Q_DECLARE_METATYPE(smsauth::SecretsMode)
Q_DECLARE_METATYPE(smsauth::Keyring::Presence)

class tst_SecretVault : public QObject
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
        Machine machine;
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
        Machine machine;
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
            Machine machine;
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
        Machine machine;
        machine.settings.secrets = SecretsMode::Memory;
        QVERIFY(machine.profile.remove());
        QCOMPARE(codeOf(machine.open()), ErrorCode::SecretsUnavailable);
    }

    void memoryEndsWithTheVault()
    {
        Machine machine;
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
        Machine machine;
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
        Machine machine;
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
        Machine machine;
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
        Machine machine;
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
        Machine machine;
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
        Machine machine;
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
        Machine machine;
        machine.settings.secrets = SecretsMode::File;
        machine.settings.passphraseFile = machine.profile.filePath(u"missing"_s);
        const auto vault = machine.open();
        QCOMPARE(codeOf(vault), ErrorCode::Settings);
        QVERIFY(vault.error().detail.startsWith(u"SMS_AUTH_PASSPHRASE_FILE = "_s));
    }

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
        Machine machine;
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
            Machine machine;
            machine.settings.provider = u"twilio"_s;
            machine.settings.secrets = SecretsMode::Memory;
            machine.environment.insert(secret.key, u"value"_s);
            QVERIFY2(machine.opened()->read(u"twilio."_s + secret.variable), secret.key.data());
        }
    }

    void thePasswordFollowsTheGateway()
    {
        Machine machine;
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
        Machine machine;
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
    void readsCredentials()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, value);
        Machine machine;
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
        Machine machine;
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
        Machine machine;
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
        Machine machine;
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
        Machine machine;
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
        Machine machine;
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
        Machine machine;
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
        Machine machine;
        const auto vault = machine.opened();
        machine.keyring->forgetful = true;
        QVERIFY(!vault->readOrCreateKey(u"sealing_key"_s, 32));
        machine.keyring->forgetful = false;
        machine.keyring->writing = {ErrorCode::TimedOut, {}};
        QCOMPARE(codeOf(vault->readOrCreateKey(u"sealing_key"_s, 32)), ErrorCode::TimedOut);
    }

    void theListOfNamesHolds()
    {
        Machine machine;
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
        Machine one;
        Machine two;
        two.keyring = one.keyring;
        QVERIFY(one.opened()->write(u"a.b"_s, Secret("of one")));
        QCOMPARE(codeOf(two.opened()->read(u"a.b"_s)), ErrorCode::NotFound);
        QVERIFY(two.opened()->write(u"a.b"_s, Secret("of two")));
        QCOMPARE(one.opened()->read(u"a.b"_s)->reveal(), "of one");

        // A profile that is moved takes its record along and finds its entries again.
        Machine moved;
        moved.keyring = one.keyring;
        QVERIFY(QFile::copy(one.record(), moved.record()));
        QCOMPARE(moved.opened()->read(u"a.b"_s)->reveal(), "of one");
    }

    void unlocking()
    {
        Machine machine;
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
        Machine machine;
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
        Machine machine;
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
        Machine machine;
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
