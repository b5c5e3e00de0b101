// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/AuditVerifier.h"
#include "core/storage/Stores.h"
#include "tests/support/ManualClock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace smsauth {

/// A database with an audit trail and its anchor, without an engine; whoever tampers with it finds no other guard.
class TestTrail
{
public:
    explicit TestTrail(char key = 'k')
        : m_chain(std::make_shared<AuditChain>(Secret(QByteArray(AuditChain::KeySize, key))))
    {
    }

    QString file(const QString &name = QStringLiteral("trail.db")) const { return m_folder.filePath(name); }
    QString anchorFile() const { return m_folder.filePath(QStringLiteral("audit.anchor")); }
    const AuditChain &chain() const { return *m_chain; }
    AuditAnchor anchor() const { return {anchorFile(), QString(), m_chain}; }
    ManualClock clock;

    /// As the program opens it. begun: the secret store knows of a chain.
    void open(bool begun = true, bool atOnce = true)
    {
        m_stores.reset();
        m_stores = std::make_unique<Stores>(file(), Database::Access::Write);
        m_stores->audit.open({.chain = m_chain, .anchor = anchor(), .hasBegun = begun, .atOnce = atOnce},
                             clock.now(), QStringLiteral("server"));
    }
    void close() { m_stores.reset(); }
    Stores &stores() { return *m_stores; }

    AuditRecord record(int number)
    {
        clock.advance(std::chrono::seconds(7));
        return {.id = 0,
                .at = clock.now(),
                .actor = number % 3 ? QStringLiteral("console") : QStringLiteral("command line"),
                .action = QStringLiteral("deed.%1").arg(number % 5),
                .subject = number % 4 ? QStringLiteral("+1 *** *** %1").arg(number) : QString(),
                .detail = number % 2 ? QString() : QStringLiteral("число %1").arg(number)};
    }
    /// So many deeds, each with a commit of its own.
    void append(int count)
    {
        for (int i = 0; i < count; ++i) {
            m_stores->beginGroup();
            m_stores->audit.append(record(++m_written));
            m_stores->commitGroup();
        }
    }

    AuditVerdict verify(bool begun = true, const NotedAuditRow &noted = {}) const
    {
        const AuditExpectation expected{
            .hasBegun = begun, .isKept = true, .anchor = anchor().read(), .noted = noted};
        Database database(file(), Database::Access::Read);
        return verifyAudit(database, *m_chain, expected);
    }

    /// Both files as they are, under another name; the database must be closed.
    void keep(const QString &name) const
    {
        copy(file(), file(name + QStringLiteral(".db")));
        copy(anchorFile(), file(name + QStringLiteral(".anchor")));
    }
    void bringBackDatabase(const QString &name) const
    {
        for (const QString &side : {QStringLiteral("-wal"), QStringLiteral("-shm")})
            QFile::remove(file() + side);
        copy(file(name + QStringLiteral(".db")), file());
    }
    void bringBackAnchor(const QString &name) const { copy(file(name + QStringLiteral(".anchor")), anchorFile()); }

private:
    static void copy(const QString &from, const QString &to)
    {
        QFile::remove(to);
        if (QFile::exists(from) && !QFile::copy(from, to))
            qFatal("cannot copy a file of the test");
    }

    static QString memory()
    {
        // What is asked here is not whether a disk keeps it.
        const QString shared = QStringLiteral("/dev/shm");
        return (QFileInfo(shared).isWritable() ? shared : QDir::tempPath()) +
               QStringLiteral("/smsauth-trail-XXXXXX");
    }

    QTemporaryDir m_folder{memory()};
    std::shared_ptr<const AuditChain> m_chain;
    std::unique_ptr<Stores> m_stores;
    int m_written = 0;
};

/// "cut_off 5-7; changed 2", for comparisons and failures that can be read.
inline QString findingsText(const AuditVerdict &verdict)
{
    QStringList lines;
    for (const AuditFinding &finding : verdict.findings) {
        QString line = wireName(finding.fault);
        if (finding.first != 0)
            line += QStringLiteral(" %1").arg(finding.first);
        if (finding.last != finding.first)
            line += QStringLiteral("-%1").arg(finding.last);
        if (finding.other != 0)
            line += QStringLiteral(" was %1").arg(finding.other);
        lines.append(line);
    }
    return lines.join(QStringLiteral("; "));
}

} // namespace smsauth
