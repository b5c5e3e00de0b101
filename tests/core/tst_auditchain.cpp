// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/AuditRows.h"
#include "tests/support/TestTrail.h"

#include <QTest>
#include <set>
#include <sys/stat.h>

using namespace smsauth;
using namespace Qt::StringLiterals;

/// The seals of the audit trail: what is found, and what is never taken for tampering.
class tst_AuditChain : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestTrail> m_trail;

    /// Ten deeds after the row with which the chain begins: rows 1 to 11.
    void elevenRows()
    {
        m_trail->open(false);
        m_trail->append(10);
        m_trail->close();
    }
    void sql(const QString &statement) { Database(m_trail->file(), Database::Access::Write).run(statement); }
    QString found(bool begun = true) { return findingsText(m_trail->verify(begun)); }
    QStringList actions()
    {
        QStringList all;
        for (const AuditRecord &row : m_trail->stores().audit.list(100, 0))
            all.prepend(row.action);
        return all;
    }

private Q_SLOTS:
    void init() { m_trail = std::make_unique<TestTrail>(); }
    void cleanup() { m_trail.reset(); }

    void everyColumnCounts_data()
    {
        QTest::addColumn<QString>("column");
        for (const char *column : {"id", "at", "actor", "action", "subject", "detail", "before"})
            QTest::newRow(column) << QString::fromLatin1(column);
    }
    void everyColumnCounts()
    {
        QFETCH(QString, column);
        const AuditRecord row{7, fromMs(1000), u"console"_s, u"codes.cleared"_s, u"3"_s, u"x"_s};
        AuditRecord other = row;
        QByteArray before(AuditChain::SealSize, 'b');
        const QByteArray seal = m_trail->chain().sealOf(row, before);
        QCOMPARE(m_trail->chain().sealOf(other, before), seal);
        if (column == u"id")
            other.id = 8;
        else if (column == u"at")
            other.at = fromMs(1001);
        else if (column == u"actor")
            other.actor = u"server"_s;
        else if (column == u"action")
            other.action = u"codes.cleareD"_s;
        else if (column == u"subject")
            other.subject = u"4"_s;
        else if (column == u"detail")
            other.detail.clear();
        else
            before[31] = 'c';
        QVERIFY(m_trail->chain().sealOf(other, before) != seal);
    }

    void noTwoRowsReadTheSame()
    {
        const QList<QStringList> texts{{u"ab"_s, u""_s, u""_s, u""_s},   {u"a"_s, u"b"_s, u""_s, u""_s},
                                       {u""_s, u"ab"_s, u""_s, u""_s},   {u""_s, u""_s, u"ab"_s, u""_s},
                                       {u""_s, u""_s, u""_s, u"ab"_s},   {u""_s, u"a"_s, u"b"_s, u""_s},
                                       {u"a"_s, u""_s, u"b"_s, u""_s},   {u"a"_s, u""_s, u""_s, u"b"_s},
                                       {u"a\nb"_s, u""_s, u""_s, u""_s}, {u"a"_s, u"\nb"_s, u""_s, u""_s}};
        std::set<QByteArray> seals;
        for (const QStringList &text : texts)
            seals.insert(m_trail->chain().sealOf({1, fromMs(1), text[0], text[1], text[2], text[3]}, {}));
        QCOMPARE(seals.size(), size_t(texts.size()));
        QVERIFY(TestTrail('x').chain().sealOf({}, {}) != m_trail->chain().sealOf({}, {}));
        // The seals of rows, of anchors, sums and the name of the key are never each other.
        const AuditChain::Sum sum(m_trail->chain());
        const std::set<QByteArray> purposes{sum.value(), m_trail->chain().sealOf({}, {}),
                                            m_trail->chain().anchorSeal({}, {}, {})};
        QCOMPARE(purposes.size(), size_t(3));
    }

    void whateverIsWrittenHolds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("null character") << QString(u"a"_s + QChar(0) + u"b"_s);
        QTest::newRow("byte order mark") << QString(QChar(0xfeff) + u"a"_s);
        QTest::newRow("half a surrogate") << QString(u"a"_s + QChar(0xd800));
        QTest::newRow("the other half") << QString(QChar(0xdc00) + u"a"_s);
        QTest::newRow("two first halves") << QString(QChar(0xd83d)) + QChar(0xd83d) + QChar(0xde00);
        QTest::newRow("a face") << u"😀"_s;
        QTest::newRow("not a character") << QString(QChar(0xffff));
        QTest::newRow("combining") << u"e\u0301"_s;
        QTest::newRow("quotes") << u"'\"; DROP TABLE audit; --"_s;
        QTest::newRow("long") << QString(100000, u'я');
    }
    void whateverIsWrittenHolds()
    {
        QFETCH(QString, text);
        m_trail->open(false);
        m_trail->stores().beginGroup();
        m_trail->stores().audit.append({0, fromMs(-5), text, text, text, text});
        m_trail->stores().commitGroup();
        m_trail->append(1);
        QCOMPARE(found(), QString());
        QCOMPARE(m_trail->verify().rows, 3);
    }

    void isSoundAsItIsWritten()
    {
        elevenRows();
        const AuditVerdict verdict = m_trail->verify();
        QCOMPARE(findingsText(verdict), QString());
        QCOMPARE(verdict.rows, 11);
        QCOMPARE(verdict.checked, 11);
        QCOMPARE(verdict.begins, 1);
        QCOMPARE(verdict.earlier, 0);
        QCOMPARE(verdict.unanchored, 0);
        QCOMPARE(verdict.last, 11);
        QCOMPARE(verdict.seal.size(), 64);
        struct stat info = {};
        QCOMPARE(::stat(QFile::encodeName(m_trail->anchorFile()).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777, mode_t(0600));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("statements");
        QTest::addColumn<QString>("findings");
        const auto row = [](const char *name, const QString &statements, const QString &findings) {
            QTest::newRow(name) << statements << findings;
        };
        row("time", u"UPDATE audit SET at = at + 1 WHERE id = 5"_s, u"changed 5"_s);
        row("actor", u"UPDATE audit SET actor = 'server' WHERE id = 5"_s, u"changed 5"_s);
        row("action", u"UPDATE audit SET action = 'x' WHERE id = 5"_s, u"changed 5"_s);
        row("subject", u"UPDATE audit SET subject = 'x' WHERE id = 5"_s, u"changed 5"_s);
        row("detail", u"UPDATE audit SET detail = 'x' WHERE id = 5"_s, u"changed 5"_s);
        row("seal", u"UPDATE audit SET mac = x'00' WHERE id = 5"_s, u"changed 5; changed 6"_s);
        row("no seal", u"UPDATE audit SET mac = NULL WHERE id = 5"_s, u"changed 5; changed 6"_s);
        row("the first", u"UPDATE audit SET detail = 'x' WHERE id = 1"_s, u"changed 1"_s);
        row("the last", u"UPDATE audit SET detail = 'x' WHERE id = 11"_s, u"changed 11"_s);
        row("removed", u"DELETE FROM audit WHERE id = 5"_s, u"removed 5"_s);
        row("several removed", u"DELETE FROM audit WHERE id BETWEEN 4 AND 6"_s, u"removed 4-6"_s);
        row("the start removed", u"DELETE FROM audit WHERE id = 1"_s, u"removed; changed 2"_s);
        row("removed and numbered anew",
            u"DELETE FROM audit WHERE id = 9;UPDATE audit SET id = id - 1 WHERE id > 9"_s,
            u"changed 9; reordered 10 was 11; cut_off 11"_s);
        row("copied to the end",
            u"INSERT INTO audit SELECT 12, at, actor, action, subject, detail, mac FROM audit WHERE id = 5"_s,
            u"inserted 12"_s);
        row("before the start",
            u"INSERT INTO audit SELECT 0, at, actor, action, subject, detail, mac FROM audit WHERE id = 5"_s,
            u"inserted 1"_s);
        row("two exchanged",
            u"UPDATE audit SET id = 99 WHERE id = 4;UPDATE audit SET id = 4 WHERE id = 7;"
            u"UPDATE audit SET id = 7 WHERE id = 99"_s,
            u"reordered 4 was 7; changed 5; reordered 7 was 4; changed 8"_s);
        row("contents exchanged",
            u"CREATE TEMP TABLE t AS SELECT * FROM audit;"
            u"UPDATE audit SET (at, actor, action, subject, detail) = (SELECT at, actor, action, subject, detail "
            u"FROM t "
            u"WHERE t.id = 11 - audit.id) WHERE id IN (4, 7)"_s,
            u"reordered 4 was 7; reordered 7 was 4"_s);
        row("cut off", u"DELETE FROM audit WHERE id > 8"_s, u"cut_off 9-11"_s);
        row("the last cut off", u"DELETE FROM audit WHERE id = 11"_s, u"cut_off 11"_s);
        row("all cut off", u"DELETE FROM audit"_s, u"cut_off 1-11"_s);
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, statements);
        QFETCH(QString, findings);
        elevenRows();
        {
            Database database(m_trail->file(), Database::Access::Write);
            for (const QString &statement : statements.split(u';'))
                database.run(statement);
        }
        QCOMPARE(found(), findings);
        // And still when the program has gone on with it.
        m_trail->open();
        m_trail->append(2);
        QVERIFY(!m_trail->verify().isSound());
    }

    void anOlderDatabaseIsFound()
    {
        elevenRows();
        m_trail->keep(u"old"_s);
        m_trail->open();
        m_trail->append(3);
        m_trail->close();
        m_trail->bringBackDatabase(u"old"_s);
        QCOMPARE(found(), u"cut_off 12-14"_s);
        // The program goes on with it: its new anchor hides nothing.
        m_trail->open();
        QCOMPARE(actions().last(), u"audit.broken"_s);
        m_trail->append(5);
        QCOMPARE(found(), u"cut_off 12"_s);
        m_trail->open();
        QCOMPARE(found(), u"cut_off 12"_s);
    }

    void anOlderDatabaseThatWentOnIsFound()
    {
        elevenRows();
        m_trail->keep(u"old"_s);
        m_trail->open();
        m_trail->append(3);
        m_trail->close();
        m_trail->keep(u"new"_s);
        m_trail->bringBackDatabase(u"old"_s);
        m_trail->bringBackAnchor(u"old"_s);
        m_trail->open();
        m_trail->append(6);
        m_trail->close();
        QCOMPARE(found(), QString());
        m_trail->bringBackAnchor(u"new"_s);
        QCOMPARE(found(), u"replaced 14"_s);
        m_trail->open();
        m_trail->append(1);
        QCOMPARE(found(), u"replaced 18"_s);
    }

    void aRowOfAnotherBranchDoesNotFit()
    {
        elevenRows();
        m_trail->keep(u"old"_s);
        m_trail->open();
        m_trail->append(3);
        m_trail->close();
        m_trail->keep(u"new"_s);
        m_trail->bringBackDatabase(u"old"_s);
        m_trail->bringBackAnchor(u"old"_s);
        m_trail->open();
        m_trail->append(3);
        m_trail->close();
        m_trail->keep(u"branch"_s);
        m_trail->bringBackDatabase(u"new"_s);
        m_trail->bringBackAnchor(u"new"_s);
        QCOMPARE(found(), QString());
        // It has the right number and a good seal, only not behind this row.
        {
            Database database(m_trail->file(), Database::Access::Write);
            database.run(u"ATTACH '%1' AS b"_s.arg(m_trail->file(u"branch.db"_s)));
            database.run(u"DELETE FROM audit WHERE id = 13"_s);
            database.run(u"INSERT INTO audit SELECT * FROM b.audit WHERE id = 13"_s);
        }
        QCOMPARE(found(), u"changed 13; changed 14"_s);
    }

    void anAnchorThatLagsIsNoTampering()
    {
        elevenRows();
        m_trail->keep(u"lag"_s);
        m_trail->open();
        m_trail->append(2);
        m_trail->close();
        m_trail->bringBackAnchor(u"lag"_s);
        QCOMPARE(found(), QString());
        QCOMPARE(m_trail->verify().unanchored, 2);
        m_trail->open(); // brings it up to date
        QCOMPARE(m_trail->verify().unanchored, 0);
        m_trail->append(1);
        QCOMPARE(found(), QString());
    }

    void aKillBeforeTheFirstAnchorIsNoTampering()
    {
        m_trail->open(false);
        m_trail->close();
        QVERIFY(QFile::remove(m_trail->anchorFile()));
        m_trail->open(false); // the secret store does not know of it yet either
        m_trail->append(2);
        const AuditVerdict verdict = m_trail->verify();
        QCOMPARE(findingsText(verdict), QString());
        QCOMPARE(verdict.begins, 2);
        QCOMPARE(verdict.earlier, 1);
    }

    void aLostAnchorIsFound()
    {
        elevenRows();
        QVERIFY(QFile::remove(m_trail->anchorFile()));
        QCOMPARE(found(), u"anchor_missing"_s);
        m_trail->open();
        m_trail->append(3);
        QCOMPARE(found(), u"anchor_missing 12"_s);
    }

    void anEditedAnchorIsFound_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("row") << QByteArray("\"id\":11") << QByteArray("\"id\":10");
        QTest::newRow("format") << QByteArray("anchor/1") << QByteArray("anchor/2");
        QTest::newRow("white space") << QByteArray(",") << QByteArray(", ");
        QTest::newRow("another member") << QByteArray("{") << QByteArray("{\"a\":1,");
        QTest::newRow("another next row") << QByteArray("\"id\":11") << QByteArray("\"id\":11,\"next_id\":9");
        QTest::newRow("end") << QByteArray("}\n") << QByteArray("}");
    }
    void anEditedAnchorIsFound()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        elevenRows();
        QFile file(m_trail->anchorFile());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray content = file.readAll();
        QVERIFY(content.contains(from));
        content.replace(from, to);
        file.resize(0);
        file.write(content);
        file.close();
        QCOMPARE(found(), u"anchor_changed"_s);
        m_trail->open();
        m_trail->append(1);
        QCOMPARE(found(), u"anchor_changed 12"_s);
    }

    void theAnchorOfAnotherDatabaseDoesNotCount()
    {
        elevenRows();
        const AuditAnchor other(m_trail->anchorFile(), u"/elsewhere.db"_s,
                                std::make_shared<AuditChain>(Secret(QByteArray(AuditChain::KeySize, 'k'))));
        QCOMPARE(other.read().state, AuditAnchor::State::Damaged);
    }

    void aWrongKeyIsTold()
    {
        elevenRows();
        TestTrail other('x');
        QVERIFY(QFile::copy(m_trail->file(), other.file()));
        QVERIFY(QFile::copy(m_trail->anchorFile(), other.anchorFile()));
        QCOMPARE(findingsText(other.verify()), u"wrong_key 1-11; wrong_key"_s);
        other.open();
        other.append(1);
        QVERIFY(!other.verify().isSound());
    }

    void anotherKeyMayBeginAnew()
    {
        elevenRows();
        TestTrail other('x'); // a key in memory, after a restart
        QVERIFY(QFile::copy(m_trail->file(), other.file()));
        QVERIFY(QFile::copy(m_trail->anchorFile(), other.anchorFile()));
        QCOMPARE(findingsText(other.verify(false)), QString());
        other.open(false, false);
        QCOMPARE(other.verify(false).rows, 11); // nothing is written before there is something to tell
        other.append(2);
        const AuditVerdict verdict = other.verify(false);
        QCOMPARE(findingsText(verdict), QString());
        QCOMPARE(verdict.begins, 12);
        QCOMPARE(verdict.earlier, 11);
        QCOMPARE(verdict.checked, 3);
        Database(other.file(), Database::Access::Write).run(u"UPDATE audit SET detail = 'x' WHERE id = 3"_s);
        QCOMPARE(findingsText(other.verify(false)), u"changed 12"_s);
    }

    void rowsFromBeforeTheChain_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("findings");
        QTest::newRow("untouched") << QString() << QString();
        QTest::newRow("changed") << u"UPDATE audit SET actor = 'x' WHERE id = 2"_s << u"changed 4"_s;
        QTest::newRow("removed") << u"DELETE FROM audit WHERE id = 2"_s << u"removed 4"_s;
        QTest::newRow("inserted") << u"INSERT INTO audit VALUES (-1, 5, 'a', 'b', 'c', 'd', NULL)"_s
                                  << u"inserted 4"_s;
        QTest::newRow("the start as well") << u"DELETE FROM audit WHERE id < 5"_s << u"removed; changed 5"_s;
    }
    void rowsFromBeforeTheChain()
    {
        QFETCH(QString, statement);
        QFETCH(QString, findings);
        {
            Stores before(m_trail->file(), Database::Access::Write);
            before.beginGroup();
            for (int i = 0; i < 3; ++i)
                before.audit.append({0, fromMs(i), u"console"_s, u"codes.cleared"_s, QString::number(i), {}});
            before.commitGroup();
        }
        m_trail->open(false);
        m_trail->append(4);
        m_trail->close();
        const AuditVerdict verdict = m_trail->verify();
        QCOMPARE(verdict.begins, 4);
        QCOMPARE(verdict.earlier, 3);
        QCOMPARE(verdict.checked, 5);
        if (!statement.isEmpty())
            sql(statement);
        QCOMPARE(found(), findings);
    }

    void whatIsCutOffWhileItRunsIsTold()
    {
        m_trail->open(false);
        m_trail->append(10);
        sql(u"DELETE FROM audit WHERE id > 6"_s);
        QCOMPARE(found(), u"cut_off 7-11"_s);
        m_trail->append(8);
        QCOMPARE(found(), u"cut_off 7"_s);
    }

    void rolledBackRowsLeaveNoTrace()
    {
        m_trail->open(false, false);
        Stores &stores = m_trail->stores();
        const auto fails = [&] {
            return stores.atomically([&]() -> Result<void> {
                stores.audit.append(m_trail->record(1));
                return ErrorCode::NotFound;
            });
        };
        const auto works = [&] {
            return stores.atomically([&]() -> Result<void> {
                stores.audit.append(m_trail->record(2));
                return {};
            });
        };
        stores.beginGroup();
        QVERIFY(!fails().ok()); // the start of the chain goes with it
        stores.commitGroup();
        QCOMPARE(actions(), QStringList());
        QVERIFY(!QFile::exists(m_trail->anchorFile()));
        stores.beginGroup();
        QVERIFY(!fails().ok());
        QVERIFY(works().ok());
        QVERIFY(!fails().ok());
        QVERIFY(works().ok());
        QVERIFY(!fails().ok());
        stores.commitGroup();
        QCOMPARE(actions(), (QStringList{u"audit.chain_started"_s, u"deed.2"_s, u"deed.2"_s}));
        stores.beginGroup();
        QVERIFY(works().ok());
        stores.rollbackGroup();
        QCOMPARE(found(), QString());
        m_trail->append(2);
        QCOMPARE(found(), QString());
        QCOMPARE(m_trail->verify().rows, 5);
        QCOMPARE(m_trail->verify().unanchored, 0);
    }

    void anAnchorThatCannotBeWrittenFollows()
    {
        m_trail->open(false);
        m_trail->append(1);
        // A folder in the place of the file: nothing can be written there.
        QVERIFY(QFile::rename(m_trail->anchorFile(), m_trail->anchorFile() + u".aside"_s));
        QVERIFY(QDir().mkdir(m_trail->anchorFile()));
        m_trail->append(2);
        QCOMPARE(actions().size(), 4);
        QVERIFY(!m_trail->stores().audit.isAnchored());
        QVERIFY(QDir().rmdir(m_trail->anchorFile()));
        m_trail->stores().beginGroup(); // of something else
        m_trail->stores().commitGroup();
        QVERIFY(m_trail->stores().audit.isAnchored());
        QCOMPARE(found(), QString());
        QCOMPARE(m_trail->verify().unanchored, 0);
    }

    void whileABackupIsRestoredEitherTrailIsRight_data()
    {
        QTest::addColumn<bool>("exchanged");
        QTest::newRow("before the exchange") << false;
        QTest::newRow("after it") << true;
    }
    void whileABackupIsRestoredEitherTrailIsRight()
    {
        QFETCH(bool, exchanged);
        elevenRows();
        m_trail->keep(u"old"_s);
        m_trail->open();
        m_trail->append(3);
        m_trail->close();
        AuditLink newest;
        {
            Stores backup(m_trail->file(u"old.db"_s), Database::Access::Write);
            backup.beginGroup();
            backup.audit.adopt(std::make_shared<AuditChain>(Secret(QByteArray(AuditChain::KeySize, 'k'))),
                               m_trail->clock.now(), u"test"_s);
            backup.audit.append(m_trail->record(99));
            newest = backup.audit.newest();
            backup.commitGroup();
        }
        const AuditAnchor anchor = m_trail->anchor();
        QVERIFY(anchor.write(anchor.read().newest, newest).ok());
        if (exchanged)
            m_trail->bringBackDatabase(u"old"_s);
        QCOMPARE(found(), QString());
        m_trail->open(); // after a kill -9 between the two
        m_trail->append(1);
        m_trail->close();
        QCOMPARE(found(), QString());
        QCOMPARE(m_trail->verify().rows, exchanged ? 13 : 15);
        // From then on the other one is not.
        m_trail->bringBackDatabase(u"old"_s);
        QCOMPARE(m_trail->verify().isSound(), false);
    }

    // A trigger could keep rows out of the trail, or take them out again.
    void aTriggerIsNotSound()
    {
        elevenRows();
        sql(u"CREATE TRIGGER quiet BEFORE INSERT ON audit BEGIN SELECT RAISE(IGNORE); END"_s);
        {
            Database database(m_trail->file(), Database::Access::Read);
            const auto chain = std::make_shared<AuditChain>(Secret(QByteArray(AuditChain::KeySize, 'k')));
            const auto verdict = guardedResult<AuditVerdict>(
                [&] { return Result<AuditVerdict>(verifyAudit(database, *chain, {.hasBegun = true})); });
            QVERIFY(!verdict.ok());
            QVERIFY(verdict.error().detail.contains(u"triggers"_s));
        }
        Stores stores(m_trail->file(), Database::Access::Write);
        const auto chain = std::make_shared<AuditChain>(Secret(QByteArray(AuditChain::KeySize, 'k')));
        const auto written = guardedResult<void>([&]() -> Result<void> {
            stores.audit.adopt(chain, m_trail->clock.now(), u"test"_s);
            stores.audit.append(m_trail->record(12));
            return {};
        });
        QVERIFY(!written.ok()); // a deed is not done without its row
    }

    void adoptsWhatABackupHolds_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<char>("key");
        QTest::addColumn<qint64>("begins");
        QTest::addColumn<QString>("says");
        QTest::newRow("sound") << QString() << 'k' << qint64(1) << QString();
        QTest::newRow("of another key") << QString() << 'x' << qint64(12) << u"no chain of this key"_s;
        QTest::newRow("without seals") << u"UPDATE audit SET mac = NULL"_s << 'x' << qint64(12) << u"no chain"_s;
        QTest::newRow("empty") << u"DELETE FROM audit"_s << 'k' << qint64(1) << u"no chain"_s;
        QTest::newRow("not sound") << u"UPDATE audit SET actor = 'x' WHERE id = 5"_s << 'k' << qint64(12)
                                   << u"row 5 was changed"_s;
    }
    void adoptsWhatABackupHolds()
    {
        QFETCH(QString, statement);
        QFETCH(char, key);
        QFETCH(qint64, begins);
        QFETCH(QString, says);
        elevenRows();
        if (!statement.isEmpty())
            sql(statement);
        const auto chain = std::make_shared<AuditChain>(Secret(QByteArray(AuditChain::KeySize, key)));
        {
            Stores backup(m_trail->file(), Database::Access::Write);
            backup.beginGroup();
            backup.audit.adopt(chain, m_trail->clock.now(), u"test"_s);
            backup.audit.append(m_trail->record(99));
            backup.commitGroup();
        }
        Database database(m_trail->file(), Database::Access::Read);
        const AuditVerdict verdict = verifyAudit(database, *chain, {.hasBegun = true});
        QCOMPARE(verdict.isSound(), says != u"row 5 was changed"_s); // what was not sound does not become so
        QCOMPARE(verdict.begins, begins);
        QStringList details;
        eachAuditRow(database, [&](const AuditRecord &row, const QByteArray &) { details << row.detail; });
        QVERIFY2(details.join(u'\n').contains(says), qPrintable(details.join(u'\n')));
    }

    void aNotedRowShowsThatBothWerePutBack()
    {
        elevenRows();
        m_trail->keep(u"old"_s);
        m_trail->open();
        m_trail->append(3);
        m_trail->close();
        const AuditVerdict now = m_trail->verify();
        const NotedAuditRow noted{now.last, now.seal};
        QCOMPARE(findingsText(m_trail->verify(true, noted)), QString());
        m_trail->bringBackDatabase(u"old"_s);
        m_trail->bringBackAnchor(u"old"_s);
        QCOMPARE(found(), QString()); // what only the note can tell
        QCOMPARE(findingsText(m_trail->verify(true, noted)), u"cut_off 12-14"_s);
        m_trail->open();
        m_trail->append(5);
        QCOMPARE(findingsText(m_trail->verify(true, noted)), u"replaced 14"_s);
    }

    void manyFindingsAreCounted()
    {
        m_trail->open(false);
        m_trail->append(150);
        m_trail->close();
        sql(u"UPDATE audit SET subject = 'x' WHERE id % 2 = 0"_s);
        const AuditVerdict verdict = m_trail->verify();
        QCOMPARE(verdict.found, 75);
        QCOMPARE(verdict.findings.size(), AuditVerdict::Shown);
        QCOMPARE(verdict.findings.first().first, 2);
    }

    void isListedAndFound()
    {
        m_trail->open(false);
        m_trail->append(10);
        AuditStore &audit = m_trail->stores().audit;
        QCOMPARE(audit.list(2, 0).first().id, 11);
        QCOMPARE(audit.list(2, 11).first().id, 10);
        QCOMPARE(audit.list(100, 0, u"CONSOLE"_s).size(), 7);
        QCOMPARE(audit.list(100, 0, u"число 8"_s).size(), 1);
        QCOMPARE(audit.list(100, 0, u"%"_s).size(), 0);
        QCOMPARE(audit.list(100, 0, u"chain_started"_s).size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_AuditChain)
#include "tst_auditchain.moc"
