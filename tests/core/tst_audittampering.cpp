// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Soak.h"
#include "tests/support/TestTrail.h"

#include <QTest>
#include <random>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

constexpr int RowCount = 24;

} // namespace

/// 1,000 random tamperings (10,000 others in a soak) with the same small trail, each with a fresh copy; and as many
/// honest lives of one.
class tst_AuditTampering : public QObject
{
    Q_OBJECT

    std::mt19937 m_die{isSoak() ? std::random_device()() : 20260101};
    std::unique_ptr<TestTrail> m_trail;

    int roll(int least, int most) { return std::uniform_int_distribution<int>(least, most)(m_die); }

    /// What somebody does who can write every file of the profile, and has no key.
    QString tamper(int kind)
    {
        const auto database = [this](const QStringList &statements) {
            Database open(m_trail->file(), Database::Access::Write);
            for (const QString &statement : statements)
                open.run(statement);
            return statements.join(u"; "_s);
        };
        const int row = roll(1, RowCount);
        switch (kind) {
        case 0: {
            static const QStringList changes{u"id = 1000"_s,        u"at = at + 1"_s,
                                             u"actor = 'nobody'"_s, u"action = action || '.'"_s,
                                             u"subject = 'x'"_s,    u"detail = detail || ' '"_s,
                                             u"mac = NULL"_s,       u"mac = zeroblob(32)"_s};
            return database(
                {u"UPDATE audit SET %1 WHERE id = %2"_s.arg(changes.at(roll(0, int(changes.size()) - 1)))
                     .arg(row)});
        }
        case 1:
            return database({u"DELETE FROM audit WHERE id = %1"_s.arg(row)});
        case 2:
            return database({u"DELETE FROM audit WHERE id BETWEEN %1 AND %2"_s.arg(row).arg(row + roll(1, 5))});
        case 3: {
            static const QList<int> places{RowCount + 1, RowCount + 2, 0, -3};
            return database(
                {u"INSERT INTO audit SELECT %1, at, actor, action, subject, detail, mac FROM audit WHERE id = %2"_s
                     .arg(places.at(roll(0, 3)))
                     .arg(row)});
        }
        case 4:
            // One between others, which move on to make room.
            return database({u"UPDATE audit SET id = -id WHERE id > %1"_s.arg(row),
                             u"UPDATE audit SET id = 1 - id WHERE id < 0"_s,
                             u"INSERT INTO audit SELECT id + 1, at, actor, action, subject, detail, mac FROM audit "
                             u"WHERE id = %1"_s.arg(row)});
        case 5: {
            const int other = row % RowCount + 1;
            return database({u"UPDATE audit SET id = -1 WHERE id = %1"_s.arg(row),
                             u"UPDATE audit SET id = %1 WHERE id = %2"_s.arg(row).arg(other),
                             u"UPDATE audit SET id = %1 WHERE id = -1"_s.arg(other)});
        }
        case 6: {
            const int other = (row + roll(0, RowCount - 2)) % RowCount + 1;
            return database(
                {u"CREATE TEMP TABLE t AS SELECT * FROM audit"_s,
                 u"UPDATE audit SET (at, actor, action, subject, detail) = (SELECT at, actor, action, "
                 u"subject, detail FROM t WHERE t.id = %1 + %2 - audit.id) WHERE id IN (%1, %2)"_s.arg(row)
                     .arg(other)});
        }
        case 7:
            return database({u"DELETE FROM audit WHERE id >= %1"_s.arg(row)});
        case 8:
            return database({u"DELETE FROM audit"_s});
        case 9:
            m_trail->bringBackDatabase(u"older"_s);
            return u"an older database"_s;
        case 10:
            // Old rows come back, with forged ones behind them so that as many are there as before.
            return database({u"ATTACH '%1' AS older"_s.arg(m_trail->file(u"older.db"_s)), u"DELETE FROM audit"_s,
                             u"INSERT INTO audit SELECT * FROM older.audit"_s,
                             u"INSERT INTO audit SELECT id + (SELECT max(id) FROM older.audit), at, actor, action, "
                             u"subject, detail, mac FROM older.audit"_s,
                             u"DELETE FROM audit WHERE id > %1"_s.arg(RowCount)});
        case 11:
            return database({u"DELETE FROM audit WHERE id = %1"_s.arg(row),
                             u"UPDATE audit SET id = -id WHERE id > %1"_s.arg(row),
                             u"UPDATE audit SET id = -id - 1 WHERE id < 0"_s});
        case 12:
            return database({u"UPDATE audit SET mac = NULL"_s});
        case 13:
            return resealWithAnotherKey();
        case 14:
            return editAnchor();
        case 15:
            QFile::remove(m_trail->anchorFile());
            return u"the anchor is removed"_s;
        case 16: {
            m_trail->bringBackDatabase(u"older"_s);
            QFile::remove(m_trail->anchorFile());
            return u"an older database, the anchor is removed"_s;
        }
        default:
            // Of the tail, and an anchor that says so.
            database({u"DELETE FROM audit WHERE id > %1"_s.arg(RowCount - 1)});
            return editAnchor();
        }
    }
    static constexpr int Kinds = 18;

    QString resealWithAnotherKey()
    {
        const AuditChain forged(Secret(QByteArray(AuditChain::KeySize, 'f')));
        Database database(m_trail->file(), Database::Access::Write);
        QList<QPair<RowId, QByteArray>> seals;
        AuditChain::Sum none(forged);
        QByteArray before = none.value();
        Rows rows = database.select(u"SELECT id, at, actor, action, subject, detail FROM audit ORDER BY id"_s);
        while (rows.next()) {
            before = forged.sealOf(
                {rows.integer(0), rows.time(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5)}, before);
            seals.append({rows.integer(0), before});
        }
        for (const auto &[id, seal] : seals)
            database.change(u"UPDATE audit SET mac = ? WHERE id = ?"_s, seal, id);
        if (roll(0, 1) == 1) {
            const AuditAnchor anchor(m_trail->anchorFile(), {}, std::make_shared<AuditChain>(forged));
            (void)anchor.write({seals.last().first, seals.last().second});
        }
        return u"sealed anew with another key"_s;
    }

    QString editAnchor()
    {
        QFile file(m_trail->anchorFile());
        if (!file.open(QIODevice::ReadWrite))
            qFatal("no anchor");
        QByteArray content = file.readAll();
        if (roll(0, 9) == 0) {
            file.resize(roll(0, int(content.size()) - 1));
            return u"the anchor is cut"_s;
        }
        const int at = roll(0, int(content.size()) - 1);
        content[at] = char(content.at(at) ^ (1 << roll(0, 6)));
        file.seek(0);
        file.write(content);
        return u"bit of byte %1 of the anchor"_s.arg(at);
    }

private Q_SLOTS:
    void init()
    {
        m_trail = std::make_unique<TestTrail>();
        m_trail->open(false);
        m_trail->append(RowCount / 2);
        m_trail->close();
        m_trail->keep(u"older"_s);
        m_trail->open();
        m_trail->append(RowCount - RowCount / 2 - 1);
        m_trail->close();
        m_trail->keep(u"sound"_s);
        QCOMPARE(m_trail->verify().rows, RowCount);
        QVERIFY(m_trail->verify().isSound());
    }
    void cleanup() { m_trail.reset(); }

    void findsEveryOneOfAThousand()
    {
        QMap<QString, int> faults;
        const int tamperings = isSoak() ? 10'000 : 1'000;
        for (int i = 0; i < tamperings; ++i) {
            m_trail->bringBackDatabase(u"sound"_s);
            m_trail->bringBackAnchor(u"sound"_s);
            const QString what = tamper(i % Kinds);
            const AuditVerdict verdict = m_trail->verify();
            QVERIFY2(!verdict.isSound(), qPrintable(u"not found: number %1, %2"_s.arg(i).arg(what)));
            for (const AuditFinding &finding : verdict.findings)
                ++faults[wireName(finding.fault)];
            if (i % 7 != 0)
                continue;
            // The program goes on with it, and covers up nothing.
            m_trail->open();
            m_trail->append(2);
            m_trail->close();
            QVERIFY2(!m_trail->verify().isSound(), qPrintable(u"hidden: number %1, %2"_s.arg(i).arg(what)));
        }
        // Each name of a fault but the one that needs a branch is given by one of them.
        QCOMPARE(faults.keys(), (QStringList{u"anchor_changed"_s, u"anchor_missing"_s, u"changed"_s, u"cut_off"_s,
                                             u"inserted"_s, u"removed"_s, u"reordered"_s, u"wrong_key"_s}));
        QVERIFY(
            noteResult(u"random tamperings with the audit trail"_s, QString::number(tamperings), u"all found"_s));
    }

    /// Restarts, failures, kills between commit and anchor, back-ups: never called tampering.
    void callsNoHonestLifeTampering()
    {
        for (int life = 0; life < 60; ++life) {
            m_trail->bringBackDatabase(u"sound"_s);
            m_trail->bringBackAnchor(u"sound"_s);
            QStringList story;
            m_trail->open();
            for (int step = 0; step < 12; ++step) {
                switch (roll(0, 5)) {
                case 0:
                    story << u"restart"_s;
                    m_trail->open();
                    break;
                case 1:
                    story << u"failure"_s;
                    m_trail->stores().beginGroup();
                    m_trail->stores().audit.append(m_trail->record(step));
                    m_trail->stores().rollbackGroup();
                    break;
                case 2:
                    story << u"kill before the anchor"_s;
                    m_trail->close();
                    m_trail->keep(u"before"_s);
                    m_trail->open();
                    m_trail->append(roll(1, 3));
                    m_trail->close();
                    m_trail->bringBackAnchor(u"before"_s);
                    QVERIFY2(m_trail->verify().isSound(), qPrintable(story.join(u", "_s)));
                    m_trail->open();
                    break;
                case 3: {
                    story << u"several in one commit"_s;
                    m_trail->stores().beginGroup();
                    for (int i = roll(1, 4); i > 0; --i)
                        m_trail->stores().audit.append(m_trail->record(i));
                    m_trail->stores().commitGroup();
                    break;
                }
                default:
                    story << u"deed"_s;
                    m_trail->append(1);
                }
            }
            const AuditVerdict verdict = m_trail->verify();
            QVERIFY2(verdict.isSound(), qPrintable(story.join(u", "_s) + u": "_s + findingsText(verdict)));
            QCOMPARE(verdict.unanchored, 0);
            QCOMPARE(verdict.begins, 1);
            m_trail->close();
        }
    }
};

QTEST_GUILESS_MAIN(tst_AuditTampering)
#include "tst_audittampering.moc"
