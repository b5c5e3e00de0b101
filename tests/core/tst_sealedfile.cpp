// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SealedFile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

const Secret Right("correct horse battery staple");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

template<class T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

} // namespace

class tst_SealedFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"secrets.sealed"_s);
    }

    void keepsBytesAcrossOpenings()
    {
        QByteArray all;
        for (int i = 0; i < 256; ++i)
            all.append(char(i));
        {
            const auto file = open();
            QVERIFY(file->write(u"twilio.password"_s, Secret("first")));
            QVERIFY(file->write(u"twilio.password"_s, Secret("second")));
            QVERIFY(file->write(u"sealing_key"_s, Secret(all)));
            QVERIFY(file->write(u"a.b"_s, Secret("x")));
            QVERIFY(file->remove(u"a.b"_s));
            QCOMPARE(codeOf(file->remove(u"a.b"_s)), ErrorCode::NotFound);
        }
        const auto file = open();
        QCOMPARE(file->kind(), "file"_L1);
        QVERIFY(file->state() == SecretStore::State::Ready);
        QCOMPARE(file->names().value(), (QStringList{u"sealing_key"_s, u"twilio.password"_s}));
        QCOMPARE(file->read(u"twilio.password"_s)->reveal(), "second");
        QCOMPARE(file->read(u"sealing_key"_s)->reveal(), all);
        QCOMPARE(codeOf(file->read(u"a.b"_s)), ErrorCode::NotFound);
    }

    // The format is kept: a file of today opens with the program of tomorrow.
    void opensAKnownFile()
    {
        const QByteArray known =
            "smsauth-sealed/1 argon2id 2 67108864 01010101010101010101010101010101\n" +
            QByteArray::fromHex("0404040404040404040404040404040404040404040404046a72b53fc13311e4ad830945e175f314"
                                "42fe144b2b068148c2d361d20117397c401a1d2bdaa918f57f9cddb9388168089838de5d1b6f4ed4"
                                "95d150293a024fe69cbf7fa47b3e1500884e0b4c55ac21158d8076058de2b3bce7749370");
        writeFile(m_path, known);
        const auto file = open();
        QCOMPARE(file->names().value(), (QStringList{u"token_key"_s, u"twilio.password"_s}));
        QCOMPARE(file->read(u"token_key"_s)->reveal(), "known");
        QCOMPARE(file->read(u"twilio.password"_s)->reveal(), QByteArray("a\0b", 3));
    }

    void settlesThePassphraseAtOnce()
    {
        open();
        QVERIFY(QFile::exists(m_path));
        QCOMPARE(codeOf(SealedFile::open(m_path, Secret("another"), m_random)), ErrorCode::SecretsLocked);
    }

    void isForItsOwnerOnly()
    {
        const mode_t before = ::umask(0);
        const auto file = open();
        QVERIFY(file->write(u"a.b"_s, Secret("x")));
        ::umask(before);
        struct stat info
        {
        };
        QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &info), 0);
        QCOMPARE(info.st_mode & 07777, mode_t(0600));

        // Also when somebody opened it up in between.
        QCOMPARE(::chmod(QFile::encodeName(m_path).constData(), 0666), 0);
        QVERIFY(file->write(u"a.b"_s, Secret("y")));
        QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &info), 0);
        QCOMPARE(info.st_mode & 07777, mode_t(0600));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"secrets.sealed"_s});
    }

    void showsNothing()
    {
        const auto file = open();
        QVERIFY(file->write(u"twilio.password"_s, Secret("a-well-known-password")));
        const QByteArray once = contentOf(m_path);
        for (const QByteArray &secret : {QByteArray("a-well-known"), QByteArray("twilio"), Right.reveal()}) {
            QVERIFY(!once.contains(secret));
            QVERIFY(!once.contains(secret.toBase64()));
            QVERIFY(!once.contains(secret.toHex()));
        }
        // The same content looks different every time: the nonce is fresh.
        QVERIFY(file->write(u"twilio.password"_s, Secret("a-well-known-password")));
        const QByteArray twice = contentOf(m_path);
        QCOMPARE(twice.size(), once.size());
        const qsizetype header = once.indexOf('\n') + 1;
        QCOMPARE(twice.first(header), once.first(header));
        QVERIFY(twice.sliced(header, 24) != once.sliced(header, 24));
    }

    void wrongPassphrases_data()
    {
        QTest::addColumn<QByteArray>("passphrase");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("another") << QByteArray("wrong");
        QTest::newRow("shorter") << Right.reveal().chopped(1);
        QTest::newRow("longer") << Right.reveal() + ' ';
        QTest::newRow("other case") << Right.reveal().toUpper();
    }
    void wrongPassphrases()
    {
        QFETCH(QByteArray, passphrase);
        QVERIFY(open()->write(u"a.b"_s, Secret("x")));
        const QByteArray before = contentOf(m_path);
        QCOMPARE(codeOf(SealedFile::open(m_path, Secret(passphrase), m_random)), ErrorCode::SecretsLocked);
        QCOMPARE(contentOf(m_path), before);
        QCOMPARE(open()->read(u"a.b"_s)->reveal(), "x");
    }

    void damage_data()
    {
        QTest::addColumn<int>("position"); // of the byte that is changed, from the end when negative
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("name of the format") << 0 << ErrorCode::SecretsUnavailable;
        QTest::newRow("version") << 15 << ErrorCode::SecretsUnavailable;
        QTest::newRow("function") << 20 << ErrorCode::SecretsUnavailable;
        QTest::newRow("salt") << 40 << ErrorCode::SecretsUnavailable;
        QTest::newRow("nonce") << 80 << ErrorCode::SecretsLocked;
        QTest::newRow("content") << -20 << ErrorCode::SecretsLocked;
        QTest::newRow("tag") << -1 << ErrorCode::SecretsLocked;
    }
    void damage()
    {
        QFETCH(int, position);
        QFETCH(ErrorCode, code);
        QVERIFY(open()->write(u"a.b"_s, Secret("x")));
        QByteArray bytes = contentOf(m_path);
        QVERIFY(bytes.indexOf('\n') < 80);
        char &byte = bytes[position < 0 ? bytes.size() + position : position];
        byte = char(byte ^ 0x80);
        writeFile(m_path, bytes);
        const auto file = SealedFile::open(m_path, Right, m_random);
        QCOMPARE(codeOf(file), code);
        QVERIFY(file.error().detail.contains(m_path));
        QCOMPARE(contentOf(m_path), bytes);
    }

    void otherContents_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray salt(32, 'a');
        const auto header = [&](const char *operations, const char *memory) {
            return "smsauth-sealed/1 argon2id " + QByteArray(operations) + ' ' + memory + ' ' + salt + '\n';
        };
        QTest::newRow("empty") << QByteArray() << ErrorCode::SecretsUnavailable;
        QTest::newRow("only a line end") << QByteArray("\n") << ErrorCode::SecretsUnavailable;
        QTest::newRow("no line end") << QByteArray(1000, 'x') << ErrorCode::SecretsUnavailable;
        QTest::newRow("another format") << QByteArray("{\"secrets\":{}}\n") << ErrorCode::SecretsUnavailable;
        QTest::newRow("no cost") << header("0", "0") << ErrorCode::SecretsUnavailable;
        QTest::newRow("all memory") << header("2", "1099511627776") << ErrorCode::SecretsUnavailable;
        QTest::newRow("all time") << header("4000000000", "67108864") << ErrorCode::SecretsUnavailable;
        QTest::newRow("negative") << header("-2", "67108864") << ErrorCode::SecretsUnavailable;
        QTest::newRow("another spelling") << header("02", "67108864") << ErrorCode::SecretsUnavailable;
        QTest::newRow("short salt") << QByteArray("smsauth-sealed/1 argon2id 2 67108864 aa\n")
                                    << ErrorCode::SecretsUnavailable;
        QTest::newRow("header alone") << header("2", "67108864") << ErrorCode::SecretsLocked;
        QTest::newRow("too large") << QByteArray(2 * 1024 * 1024, 'x') << ErrorCode::SecretsUnavailable;
    }
    void otherContents()
    {
        QFETCH(QByteArray, content);
        QFETCH(ErrorCode, code);
        writeFile(m_path, content);
        QCOMPARE(codeOf(SealedFile::open(m_path, Right, m_random)), code);
        QCOMPARE(contentOf(m_path), content);
    }

    void aCutFileOpensNowhere_data()
    {
        QTest::addColumn<int>("missing"); // bytes
        for (const int missing : {1, 15, 16, 17, 40, 59})
            QTest::addRow("%d bytes", missing) << missing;
    }
    void aCutFileOpensNowhere()
    {
        QFETCH(int, missing);
        QVERIFY(open()->write(u"a.b"_s, Secret("x")));
        writeFile(m_path, contentOf(m_path).chopped(missing));
        QCOMPARE(codeOf(SealedFile::open(m_path, Right, m_random)), ErrorCode::SecretsLocked);
    }

    void contentOfAnotherFileIsRefused()
    {
        // Sealed under the same passphrase, but with another salt.
        QVERIFY(open()->write(u"a.b"_s, Secret("x")));
        const QByteArray one = contentOf(m_path);
        QVERIFY(QFile::remove(m_path));
        QVERIFY(open()->write(u"a.b"_s, Secret("y")));
        const QByteArray two = contentOf(m_path);
        writeFile(m_path, two.first(two.indexOf('\n') + 1) + one.sliced(one.indexOf('\n') + 1));
        QCOMPARE(codeOf(SealedFile::open(m_path, Right, m_random)), ErrorCode::SecretsLocked);
    }

    void aFailedWriteChangesNothing()
    {
        const auto file = open();
        QVERIFY(file->write(u"a.b"_s, Secret("x")));
        QVERIFY(m_folder->remove());
        QCOMPARE(codeOf(file->write(u"a.b"_s, Secret("y"))), ErrorCode::SecretsUnavailable);
        QCOMPARE(codeOf(file->write(u"c.d"_s, Secret("z"))), ErrorCode::SecretsUnavailable);
        QCOMPARE(codeOf(file->remove(u"a.b"_s)), ErrorCode::SecretsUnavailable);
        QCOMPARE(file->read(u"a.b"_s)->reveal(), "x");
        QCOMPARE(file->names().value(), QStringList{u"a.b"_s});
        // And it goes on once the folder is back.
        QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
        QVERIFY(file->write(u"c.d"_s, Secret("z")));
        QCOMPARE(open()->names().value(), (QStringList{u"a.b"_s, u"c.d"_s}));
        QVERIFY(QDir(QFileInfo(m_path).path()).removeRecursively());
    }

    void whatIsNoPlainFile()
    {
        QVERIFY(QDir().mkdir(m_path));
        QCOMPARE(codeOf(SealedFile::open(m_path, Right, m_random)), ErrorCode::SecretsUnavailable);
        QVERIFY(QDir().rmdir(m_path));
        // Opening a pipe would wait for somebody who writes.
        QCOMPARE(::mkfifo(QFile::encodeName(m_path).constData(), 0600), 0);
        QCOMPARE(codeOf(SealedFile::open(m_path, Right, m_random)), ErrorCode::SecretsUnavailable);
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QFile::link(m_folder->filePath(u"nowhere"_s), m_path));
        QCOMPARE(codeOf(SealedFile::open(m_path, Right, m_random)), ErrorCode::SecretsUnavailable);
    }

    void staysWithinItsSize()
    {
        const auto file = open();
        QVERIFY(file->write(u"a.b"_s, Secret(QByteArray(900 * 1024, 'x'))));
        QCOMPARE(codeOf(file->write(u"c.d"_s, Secret(QByteArray(900 * 1024, 'x')))), ErrorCode::SecretsUnavailable);
        QCOMPARE(open()->names().value(), QStringList{u"a.b"_s});
    }

private:
    std::unique_ptr<SealedFile> open()
    {
        auto file = SealedFile::open(m_path, Right, m_random);
        if (!file)
            qFatal("%s", qPrintable(file.error().detail));
        return std::move(file).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    SystemRandom m_random;
};

QTEST_GUILESS_MAIN(tst_SealedFile)
#include "tst_sealedfile.moc"
