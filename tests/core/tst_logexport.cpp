// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/LogExport.h"
#include "tests/support/FakeAdmin.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace smsauth;
using namespace Qt::StringLiterals;

class tst_LogExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        admin = std::make_unique<FakeAdmin>();
        error = {};
        rows = -1;
    }

    void makesCellsSafe_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("plain") << u"refused"_s << QByteArray("refused");
        QTest::newRow("formula") << u"=LINK(\"x\",2)"_s << QByteArray("\"'=LINK(\"\"x\"\",2)\"");
        QTest::newRow("plus") << u"+1"_s << QByteArray("'+1");
        QTest::newRow("minus") << u"-4"_s << QByteArray("'-4");
        QTest::newRow("at") << u"@SUM(1)"_s << QByteArray("'@SUM(1)");
        QTest::newRow("tab") << u"\t=1"_s << QByteArray("'\t=1");
        QTest::newRow("return") << u"\r=1"_s << QByteArray("\"'\r=1\"");
        QTest::newRow("line break") << u"a\n=b"_s << QByteArray("\"a\n=b\"");
        QTest::newRow("comma and quote") << u"a,\"b\""_s << QByteArray("\"a,\"\"b\"\"\"");
        QTest::newRow("inside") << u"1=1"_s << QByteArray("1=1");
        QTest::newRow("letters") << u"нет"_s << QByteArray("нет");
    }
    void makesCellsSafe()
    {
        QFETCH(QString, words);
        QFETCH(QByteArray, cell);
        const QByteArray line =
            LogRowWriter::csvLine({{u"id"_s, 7}, {u"reason"_s, words}, {u"provider"_s, QString()}});
        QCOMPARE(line, "7,,,,," + cell + ",,,0,,,,\r\n");
    }

    void writesMaskedCsv()
    {
        MessageRecord failed = admin->addMessage(phone(1), MessageState::Failed);
        failed.reason = u"=1+1"_s;
        failed.providerMessageId = u"x-12025550101"_s; // a gateway's habit
        admin->update(failed);
        admin->addMessage(phone(2), MessageState::Delivered);
        const QString file = run(LogFormat::Csv);
        QCOMPARE(rows, 2);
        const QList<QByteArray> lines = read(file).split('\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0] + '\n', LogRowWriter::csvHeader());
        QVERIFY(lines[1].contains("'+1202•••0102,sandbox,delivered"));
        QVERIFY(lines[2].contains("failed,'=1+1,"));
        QVERIFY(lines[2].contains(",1,400,21211,The number is not valid.,12\r"));
        QVERIFY(!read(file).contains("4821")); // neither code nor text
        QVERIFY(!read(file).contains("5550101"));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void writesJsonLines()
    {
        admin->addMessage(phone(1), MessageState::Failed);
        const QString file = run(LogFormat::JsonLines, {}, true);
        QCOMPARE(read(file).count('\n'), 1);
        const QJsonObject row = QJsonDocument::fromJson(read(file)).object();
        QCOMPARE(row.value("phone"_L1).toString(), u"+12025550101"_s); // asked for
        QCOMPARE(row.value("attempts"_L1).toArray().first().toObject().value("provider_code"_L1).toString(),
                 u"21211"_s);
        QVERIFY(!row.contains("code"_L1) && !row.contains("text"_L1));
        QVERIFY(!read(file).contains("4821"));
        const QByteArray masked = read(run(LogFormat::JsonLines, {}, false));
        QVERIFY(masked.contains("+1202•••0101"));
    }

    /// Page by page, also where a page comes back with less than was asked for.
    void takesAllThatFits()
    {
        for (int i = 0; i < 2500; ++i)
            admin->addMessage(phone(i % 10), i % 5 == 0 ? MessageState::Failed : MessageState::Sent);
        admin->rowsPerSearch = 700;
        const QString file = run(LogFormat::Csv, parseLogFilter(u"status:failed"_s).filter);
        QCOMPARE(rows, 500);
        QCOMPARE(read(file).count('\n'), 501);
        QVERIFY(admin->count(u"searchLog"_s) >= 4);
    }

    void tellsHowFarItIs()
    {
        for (int i = 0; i < 2500; ++i)
            admin->addMessage(phone(1), MessageState::Sent);
        LogExport exporting(*admin, nullptr, milliseconds(0));
        QSignalSpy told(&exporting, &LogExport::progressed);
        QSignalSpy finished(&exporting, &LogExport::finished);
        exporting.start({.file = folder->filePath(u"out.csv"_s)});
        QVERIFY(finished.wait(20'000));
        QVERIFY(told.count() > 0);
        const auto first = told.first().first().value<LogExportProgress>();
        QVERIFY(first.share > 0 && first.share < 1);
        QVERIFY(first.searchedBackTo.has_value());
        QCOMPARE(finished.first().first().toLongLong(), 2500);
    }

    void replacesNothingUnasked()
    {
        const QString file = folder->filePath(u"out.csv"_s);
        QFile former(file);
        QVERIFY(former.open(QIODevice::WriteOnly) && former.write("former") == 6);
        former.close();
        LogExport exporting(*admin);
        connect(&exporting, &LogExport::failed, this, [this](const Error &why) { error = why; });
        QSignalSpy failed(&exporting, &LogExport::failed);
        exporting.start({.file = file, .overwrite = false});
        QVERIFY(failed.wait());
        QCOMPARE(error.code, ErrorCode::NotAllowed);
        QCOMPARE(error.detail, u"there is a file %1 already"_s.arg(file));
        QCOMPARE(read(file), "former");
    }

    void cancelLeavesNoFile()
    {
        for (int i = 0; i < 2100; ++i)
            admin->addMessage(phone(1), MessageState::Sent);
        LogExport exporting(*admin, nullptr, milliseconds(0));
        connect(&exporting, &LogExport::failed, this, [this](const Error &why) { error = why; });
        QSignalSpy told(&exporting, &LogExport::progressed);
        exporting.start({.file = folder->filePath(u"out.csv"_s)});
        QVERIFY(told.wait()); // the first of three pages is written
        QVERIFY(exporting.isRunning());
        exporting.cancel();
        QCOMPARE(error.code, ErrorCode::Cancelled);
        QVERIFY(!exporting.isRunning());
        QTRY_COMPARE(filesLeft(), QStringList());
    }

    void itsEndLeavesNoFile()
    {
        for (int i = 0; i < 2100; ++i)
            admin->addMessage(phone(1), MessageState::Sent);
        {
            LogExport exporting(*admin, nullptr, milliseconds(0));
            QSignalSpy told(&exporting, &LogExport::progressed);
            exporting.start({.file = folder->filePath(u"out.csv"_s)});
            QVERIFY(told.wait());
        }
        QTRY_COMPARE(filesLeft(), QStringList());
    }

    void keepsTheFormerFileUntilItIsDone()
    {
        const QString file = folder->filePath(u"out.csv"_s);
        QFile former(file);
        QVERIFY(former.open(QIODevice::WriteOnly) && former.write("former") == 6);
        former.close();
        admin->addMessage(phone(1));
        admin->fail(u"searchLog"_s, {ErrorCode::Storage, u"the database is locked"_s});
        run(LogFormat::Csv);
        QCOMPARE(error.code, ErrorCode::Storage);
        QCOMPARE(read(file), "former");
        admin->succeed(u"searchLog"_s);
        run(LogFormat::Csv);
        QVERIFY(read(file).startsWith("id,"));
    }

    void saysWhereItCannotWrite_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("no such folder") << u"none/out.csv"_s;
        QTest::newRow("a folder") << u"."_s;
        QTest::newRow("full disk") << u"/dev/full"_s;
    }
    void saysWhereItCannotWrite()
    {
        QFETCH(QString, file);
        file = QDir(folder->path()).filePath(file);
        for (int i = 0; i < 1500; ++i)
            admin->addMessage(phone(1));
        run(LogFormat::Csv, {}, false, file);
        QCOMPARE(error.code, ErrorCode::Storage);
        QVERIFY2(error.detail.startsWith(u"cannot write "_s + file), qPrintable(error.detail));
        QVERIFY(error.detail.size() > file.size() + 18); // with the system's words
        QCOMPARE(filesLeft(), QStringList());
    }

private:
    static PhoneNumber phone(int last) { return PhoneNumber::fromStored(u"+1202555010%1"_s.arg(last)); }
    static QByteArray read(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList filesLeft() const { return QDir(folder->path()).entryList(QDir::Files | QDir::Hidden); }

    /// Runs one to its end; the name of its file.
    QString run(LogFormat format, const LogFilter &filter = {}, bool fullPhones = false, const QString &to = {})
    {
        const QString file = to.isEmpty() ? folder->filePath(u"out.csv"_s) : to;
        LogExport exporting(*admin);
        bool ended = false;
        connect(&exporting, &LogExport::failed, this, [&](const Error &why) {
            error = why;
            ended = true;
        });
        connect(&exporting, &LogExport::finished, this, [&](qint64 count) {
            rows = count;
            ended = true;
        });
        exporting.start({filter, format, file, fullPhones});
        if (!QTest::qWaitFor([&] { return ended; }, 20'000))
            qFatal("the export does not end");
        QThreadPool::globalInstance()->waitForDone();
        return file;
    }

    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<FakeAdmin> admin;
    Error error;
    qint64 rows = -1;
};

QTEST_GUILESS_MAIN(tst_LogExport)
#include "tst_logexport.moc"
