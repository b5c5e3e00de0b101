// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/LocalAdmin.h"
#include "core/base/Random.h"
#include "core/engine/Profile.h"
#include "core/storage/Database.h"
#include "tests/support/HttpClient.h"
#include "tests/support/TestTrail.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace smsauth;
using namespace Qt::StringLiterals;

/// The audit trail of a whole profile: restarts, back-ups, keys that come and go, deeds over HTTP.
class tst_AuditTrail : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Admin> m_admin;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString anchor() const { return path(u"profile/audit.anchor"_s); }
    QString database() const { return path(u"profile/smsauth.db"_s); }

    void open(const QString &secrets = u"file"_s, const QMap<QString, QString> &more = {},
              const QString &profile = u"profile"_s)
    {
        m_admin.reset();
        EngineOptions options;
        options.profile = path(profile);
        options.sources.overrides = {{u"SMS_AUTH_SECRETS"_s, secrets}, {u"SMS_AUTH_PORT"_s, u"0"_s}};
        for (auto setting = more.begin(); setting != more.end(); ++setting)
            options.sources.overrides.append({setting.key(), setting.value()});
        options.passphrase = Secret("correct horse");
        options.actor = u"test"_s;
        m_admin = openLocalAdmin(options, m_clock, m_random);
    }
    template<class T>
    static Result<T> wait(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30000) || future.resultCount() == 0)
            return Error{ErrorCode::TimedOut, u"no answer"_s, {}};
        return future.result();
    }
    /// Writes a row and waits until it is there.
    void deed(const QString &subject = u"x"_s)
    {
        QVERIFY(wait(m_admin->audit(u"deed"_s, subject)).ok());
        QVERIFY(wait(m_admin->verifyAudit()).ok());
    }
    AuditVerdict verdict(const NotedAuditRow &noted = {})
    {
        const Result<AuditVerdict> found = wait(m_admin->verifyAudit(noted));
        if (!found) {
            AuditVerdict none;
            none.found = 1;
            none.findings = {{AuditFault::Changed, 0, 0, 0, found.error().detail}};
            qWarning("%s", qPrintable(found.error().detail));
            return none;
        }
        return *found;
    }
    QString findings() { return findingsText(verdict()); }
    QStringList actions()
    {
        QStringList all;
        const auto rows = wait(m_admin->auditTrail(100));
        for (const AuditRecord &row : rows ? *rows : QList<AuditRecord>())
            all.prepend(row.action);
        return all;
    }
    void sql(const QString &statement) { Database(database(), Database::Access::Write).run(statement); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        m_admin.reset();
        m_folder.reset();
    }

    void beginsAtOnceAndGoesOnAfterARestart()
    {
        open();
        QCOMPARE(actions(), QStringList{u"audit.chain_started"_s});
        deed();
        const AuditVerdict first = verdict();
        QCOMPARE(findingsText(first), QString());
        QCOMPARE(first.rows, 2);
        open();
        deed();
        QCOMPARE(findings(), QString());
        QCOMPARE(verdict({first.last, first.seal}).rows, 3);
        QCOMPARE(findingsText(verdict({first.last, QString(64, u'0')})), u"replaced 2"_s);
        QCOMPARE(QFile::permissions(anchor()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void tellsWhenItHasGrown()
    {
        open();
        QVERIFY(wait(m_admin->status()).ok());
        QSignalSpy changed(m_admin.get(), &Admin::changed);
        deed();
        QTRY_VERIFY(std::any_of(changed.begin(), changed.end(), [](const QList<QVariant> &call) {
            return call.first().value<Admin::Topic>() == Admin::Topic::Audit;
        }));
    }

    void tamperingIsFoundWhileItRunsAndAfterwards()
    {
        open();
        for (int i = 0; i < 5; ++i)
            deed();
        sql(u"UPDATE audit SET subject = 'y' WHERE id = 3"_s);
        QCOMPARE(findings(), u"changed 3"_s);
        open();
        deed();
        QCOMPARE(findings(), u"changed 3"_s);
    }

    void withoutItsAnchorItIsNoFirstStart()
    {
        open();
        deed();
        m_admin.reset();
        QVERIFY(QFile::remove(anchor()));
        // As a profile looks that is older than the chain.
        sql(u"UPDATE audit SET mac = NULL"_s);
        sql(u"DELETE FROM audit WHERE action = 'audit.chain_started'"_s);
        open();
        QVERIFY(actions().contains(u"audit.broken"_s));
        QVERIFY2(!verdict().isSound(), qPrintable(findings()));
    }

    void aProfileFromBeforeBeginsAChain()
    {
        QVERIFY(QDir().mkdir(path(u"profile"_s)));
        {
            Stores before(database(), Database::Access::Write);
            before.beginGroup();
            before.audit.append({0, fromMs(1), u"console"_s, u"codes.cleared"_s, u"3"_s, {}});
            before.commitGroup();
        }
        open();
        const AuditVerdict begun = verdict();
        QCOMPARE(findingsText(begun), QString());
        QCOMPARE(begun.earlier, 1);
        QCOMPARE(begun.begins, 2);
        m_admin.reset();
        sql(u"UPDATE audit SET subject = '4' WHERE id = 1"_s);
        open();
        QCOMPARE(findings(), u"changed 2"_s);
    }

    void whatWasKilledBeforeTheSecretStoreKnewGoesOn()
    {
        open();
        deed();
        QVERIFY(wait(m_admin->removeSecret(u"audit_chain"_s)).ok());
        open();
        deed();
        QCOMPARE(findings(), QString());
        QCOMPARE(actions().count(u"audit.chain_started"_s), 1);
        const auto secrets = wait(m_admin->secrets());
        QVERIFY(std::any_of(secrets->begin(), secrets->end(),
                            [](const SecretEntry &entry) { return entry.name == u"audit_chain"_s; }));
    }

    void inMemoryEachStartBeginsAChain()
    {
        open(u"memory"_s);
        QCOMPARE(actions(), QStringList());
        QCOMPARE(findings(), QString());
        deed();
        deed();
        QCOMPARE(verdict().rows, 3);
        open(u"memory"_s);
        QCOMPARE(findings(), QString());
        deed();
        const AuditVerdict again = verdict();
        QCOMPARE(findingsText(again), QString());
        QCOMPARE(again.earlier, 3);
        QCOMPARE(again.begins, 4);
        sql(u"UPDATE audit SET subject = 'y' WHERE id = 5"_s);
        QCOMPARE(findings(), u"changed 5"_s);
        QVERIFY(QFile::remove(anchor()));
        QCOMPARE(findings(), u"changed 5; anchor_missing"_s);
    }

    void eachDatabaseHasItsOwnChain()
    {
        open();
        deed();
        const QMap<QString, QString> other{{u"SMS_AUTH_DATABASE"_s, path(u"other.db"_s)}};
        open(u"file"_s, other);
        deed();
        QCOMPARE(findings(), QString());
        QCOMPARE(actions(), (QStringList{u"audit.chain_started"_s, u"deed"_s}));
        open();
        QCOMPARE(findings(), QString());
        open(u"file"_s, other);
        QCOMPARE(findings(), QString());
        QCOMPARE(actions().count(u"audit.chain_started"_s), 1);
    }

    void aRestoredBackupIsSoundAndSaysSo()
    {
        open();
        deed(u"before"_s);
        QVERIFY(wait(m_admin->backUp(path(u"copy.db"_s), false)).ok());
        deed(u"after"_s);
        deed(u"after"_s);
        const auto restored = wait(m_admin->restore(path(u"copy.db"_s)));
        QVERIFY2(restored.ok(), qPrintable(restored ? QString() : restored.error().detail));
        QCOMPARE(findings(), QString());
        QCOMPARE(actions().count(u"deed"_s), 1);
        QCOMPARE(actions().last(), u"database.restored"_s);
        open();
        deed();
        QCOMPARE(findings(), QString());
        QVERIFY(!actions().contains(u"audit.broken"_s));
        // The one that was put aside can come back, too.
        QVERIFY(wait(m_admin->restore(restored->kept)).ok());
        QCOMPARE(findings(), QString());
        QVERIFY(actions().count(u"deed"_s) >= 3);
        // By hand it is tampering.
        m_admin.reset();
        QVERIFY(QFile::remove(database()));
        QVERIFY(QFile::copy(path(u"copy.db"_s), database()));
        open();
        QVERIFY(findings().startsWith(u"cut_off"_s));
    }

    void aBackupOfAnotherProfileBeginsAChain()
    {
        open(u"file"_s, {}, u"other"_s);
        deed();
        QVERIFY(wait(m_admin->backUp(path(u"copy.db"_s), false)).ok());
        open();
        deed();
        QVERIFY(wait(m_admin->restore(path(u"copy.db"_s))).ok());
        QCOMPARE(findings(), QString());
        QCOMPARE(actions().mid(actions().size() - 2),
                 (QStringList{u"audit.chain_started"_s, u"database.restored"_s}));
        QVERIFY(verdict().earlier > 0);
    }

    // The old database comes back; nobody has tampered with it.
    void aRestoreThatIsUndoneIsNoTampering()
    {
        open();
        deed();
        QVERIFY(wait(m_admin->backUp(path(u"copy.db"_s), false)).ok());
        deed();
        const QString faults = path(u"profile/faults.json"_s);
        QFile broken(faults);
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{") == 1);
        broken.close();
        QVERIFY(!wait(m_admin->restore(path(u"copy.db"_s))).ok());
        QVERIFY(broken.remove());
        open();
        QCOMPARE(findings(), QString());
        QVERIFY(!actions().contains(u"database.restored"_s));
    }

    void aBackupThatIsNotSoundSaysSo()
    {
        open();
        deed();
        deed();
        QVERIFY(wait(m_admin->backUp(path(u"copy.db"_s), false)).ok());
        Database(path(u"copy.db"_s), Database::Access::Write).run(u"UPDATE audit SET subject = 'y' WHERE id = 2"_s);
        QVERIFY(wait(m_admin->restore(path(u"copy.db"_s))).ok());
        QVERIFY(!verdict().isSound()); // it does not become sound by being put back
        const auto rows = wait(m_admin->auditTrail(100, 0, u"row 2 was changed"_s));
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->first().action, u"audit.broken"_s);
        QCOMPARE(rows->last().action, u"audit.chain_started"_s);
    }

    void aCompactedDatabaseIsTheSame()
    {
        open();
        for (int i = 0; i < 3; ++i)
            deed();
        QVERIFY(wait(m_admin->compact(true)).ok());
        QVERIFY(wait(m_admin->compact(false)).ok());
        QCOMPARE(findings(), QString());
    }

    void deedsOverHttpAreWritten()
    {
        open(u"memory"_s);
        const auto started = wait(m_admin->startServer());
        QVERIFY(started.ok());
        const auto port = quint16(QUrl(started->url).port());
        const auto ask = [port](const QByteArray &method, const QByteArray &target, const QByteArray &body = {}) {
            HttpClient client(port);
            return client.request(method, target, body, {}).value_or(HttpAnswer()).status;
        };
        const QByteArray faults = "/sandbox/faults";
        QCOMPARE(ask("POST", faults, R"({"phone":"+12025550101","outcome":"locked"})"), 200);
        QCOMPARE(ask("POST", faults, R"({"probability":5,"outcome":"time_out"})"), 200);
        QCOMPARE(ask("POST", faults, R"({"phone":"+12025550101","outcome":"explodes"})"), 400);
        QCOMPARE(ask("GET", faults), 200);
        QCOMPARE(ask("DELETE", faults + "?phone=%2B12025550101"), 200);
        QCOMPARE(ask("DELETE", faults + "?phone=%2B12025550101"), 404);
        QCOMPARE(ask("DELETE", faults), 200);
        QCOMPARE(ask("DELETE", faults), 200); // nothing is left to remove
        QVERIFY(verdict().isSound());
        QStringList lines;
        const auto trail = wait(m_admin->auditTrail(100, 0, u"http"_s));
        for (const AuditRecord &row : *trail)
            lines.prepend(u"%1 %2 %3 %4"_s.arg(row.actor, row.action, row.subject, row.detail).trimmed());
        const QString masked = PhoneNumber::fromStored(u"+12025550101"_s).masked();
        lines.removeAll(u"http audit.chain_started 0"_s);
        QCOMPARE(lines,
                 (QStringList{u"http fault.set %1 locked"_s.arg(masked), u"http fault.set any:time_out time_out"_s,
                              u"http fault.removed %1"_s.arg(masked), u"http faults.cleared  1"_s}));
    }
};

QTEST_GUILESS_MAIN(tst_AuditTrail)
#include "tst_audittrail.moc"
