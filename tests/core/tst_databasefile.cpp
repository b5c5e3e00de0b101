// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Guarded.h"
#include "core/storage/Stores.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>

using namespace smsauth;
using namespace Qt::StringLiterals;

/// What becomes of a file that is named as the database.
class tst_DatabaseFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aNewOneIsPrivate()
    {
        QVERIFY(open(path(u"new.db"_s)).ok());
        QCOMPARE(modeOf(path(u"new.db"_s)), 0600);
    }

    void anOpenOneIsClosedToOthers()
    {
        QVERIFY(open(path(u"open.db"_s)).ok());
        QCOMPARE(::chmod(QFile::encodeName(path(u"open.db"_s)).constData(), 0644), 0);
        QVERIFY(open(path(u"open.db"_s)).ok());
        QCOMPARE(modeOf(path(u"open.db"_s)), 0600);
    }

    void aDocumentIsLeftAlone()
    {
        const QString letter = path(u"letter.txt"_s);
        write(letter, "Dear all, this is no database.");
        QCOMPARE(::chmod(QFile::encodeName(letter).constData(), 0644), 0);
        const Result<void> opened = open(letter);
        QCOMPARE(opened.error().code, ErrorCode::Storage);
        QVERIFY2(opened.error().detail.contains(u"is not a database"_s), qPrintable(opened.error().detail));
        QCOMPARE(modeOf(letter), 0644);
        QCOMPARE(read(letter), "Dear all, this is no database.");
    }

    void aLinkIsNotFollowed()
    {
        QVERIFY(open(path(u"real.db"_s)).ok());
        QCOMPARE(::chmod(QFile::encodeName(path(u"real.db"_s)).constData(), 0644), 0);
        const QByteArray before = read(path(u"real.db"_s));
        QVERIFY(QFile::link(path(u"real.db"_s), path(u"link.db"_s)));
        QVERIFY(open(path(u"link.db"_s)).error().detail.contains(u"is a link"_s));
        QCOMPARE(modeOf(path(u"real.db"_s)), 0644);
        QCOMPARE(read(path(u"real.db"_s)), before);
        // Nor is a file made where a link points.
        QVERIFY(QFile::link(path(u"nowhere"_s), path(u"dangling.db"_s)));
        QVERIFY(!open(path(u"dangling.db"_s)).ok());
        QVERIFY(!QFile::exists(path(u"nowhere"_s)));
    }

    void aFolderIsNoDatabase()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
        QCOMPARE(::chmod(QFile::encodeName(path(u"folder"_s)).constData(), 0755), 0);
        QVERIFY(open(path(u"folder"_s)).error().detail.contains(u"is not a file"_s));
        QCOMPARE(modeOf(path(u"folder"_s)), 0755);
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    static Result<void> open(const QString &file)
    {
        return guarded([&] { Stores(file, Database::Access::Write).meta(u"x"_s); });
    }
    static int modeOf(const QString &file)
    {
        struct stat info
        {
        };
        return ::lstat(QFile::encodeName(file).constData(), &info) == 0 ? int(info.st_mode & 07777) : -1;
    }
    static void write(const QString &file, const QByteArray &text)
    {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(text) == text.size());
    }
    static QByteArray read(const QString &file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("unreadable");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_DatabaseFile)
#include "tst_databasefile.moc"
