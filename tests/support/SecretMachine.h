// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/SecretVaultOpening.h"
#include "tests/support/FakeKeyring.h"
#include "tests/support/FixedRandom.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace smsauth {

using namespace Qt::StringLiterals;

inline void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)); // as files with secrets have to be
    QCOMPARE(file.write(content), content.size());
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A profile folder and everything that SecretVault::open() looks at.
struct SecretMachine
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

inline void compareEntries(const Result<QList<SecretVault::Entry>> &entries, const QStringList &expected)
{
    QVERIFY(entries);
    QStringList lines;
    for (const SecretVault::Entry &entry : *entries)
        lines << entry.name + u' ' + entry.place + (entry.readOnly ? u" fixed"_s : QString());
    QCOMPARE(lines, expected);
}

} // namespace smsauth
