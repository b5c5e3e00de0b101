// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/AuditStore.h"

#include "core/base/Log.h"
#include "core/storage/AuditRows.h"
#include "core/storage/AuditVerifier.h"
#include "core/storage/Database.h"
#include "core/storage/LikePatterns.h"

namespace smsauth {

using namespace Qt::StringLiterals;

const QString AuditStore::ChainStarted = u"audit.chain_started"_s;
const QString AuditStore::Broken = u"audit.broken"_s;

AuditLink AuditStore::newest()
{
    Rows rows = m_db.select(u"SELECT id, mac FROM audit ORDER BY id DESC LIMIT 1"_s);
    return rows.next() ? AuditLink{rows.integer(0), rows.bytes(1)} : AuditLink();
}

bool AuditStore::holds(const AuditLink &link)
{
    if (link.id == 0)
        return false;
    Rows rows = m_db.select(u"SELECT mac FROM audit WHERE id = ?"_s, link.id);
    return rows.next() && rows.bytes(0) == link.seal;
}

AuditLink AuditStore::write(AuditRecord record, const AuditLink &last, const QByteArray &before)
{
    // Numbered here and not by the database: a gap is a row that was removed.
    if (last.id == std::numeric_limits<RowId>::max())
        throw StorageError{u"the audit trail has a row with the highest number that there is"_s};
    record = AuditChain::storable(std::move(record));
    record.id = std::max<RowId>(last.id, 0) + 1;
    m_latest = {record.id, m_sealing.chain->sealOf(record, before)};
    const int written = m_db.change(
        u"INSERT INTO audit (id, at, actor, action, subject, detail, mac) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        record.id, record.at, record.actor, record.action, record.subject, record.detail, m_latest.seal);
    if (written != 1) // a trigger of somebody
        throw StorageError{u"the database takes no row into the audit trail"_s};
    m_appended = true;
    return m_latest;
}

void AuditStore::begin(Timestamp now, const QString &actor, const QString &why)
{
    AuditChain::Sum sum(*m_sealing.chain);
    qint64 earlier = 0;
    eachAuditRow(m_db, [&](const AuditRecord &row, const QByteArray &seal) {
        sum.add(row, seal);
        ++earlier;
    });
    m_begun = write({.id = 0,
                     .at = now,
                     .actor = actor,
                     .action = ChainStarted,
                     .subject = QString::number(earlier),
                     .detail = why},
                    newest(), sum.value());
}

void AuditStore::tellBroken(Timestamp now, const QString &actor, AuditFault fault, const QString &what)
{
    qCWarning(lcStorage).noquote() << "the audit trail is not sound:" << what;
    const AuditLink last = newest();
    write({.id = 0, .at = now, .actor = actor, .action = Broken, .subject = wireName(fault), .detail = what}, last,
          last.seal);
}

void AuditStore::bringUpToDate(Timestamp now, const QString &actor)
{
    const AuditLink last = newest();
    if (last.id > 0 && (last == m_latest || last == m_known))
        return;
    if (m_known.id > 0) {
        if (holds(m_known))
            return;
        const bool isCut = last.id < m_known.id;
        const QString what =
            isCut ? u"row %1 had been written, the last one that is there is row %2"_s.arg(m_known.id).arg(last.id)
                  : u"another row stands in the place of row %1"_s.arg(m_known.id);
        tellBroken(now, actor, isCut ? AuditFault::CutOff : AuditFault::Replaced, what);
    } else if (!holds(m_begun)) {
        begin(now, actor, last.id == 0 ? QString() : u"earlier rows are covered as they were found"_s);
    }
}

void AuditStore::open(const AuditSealing &sealing, Timestamp now, const QString &actor)
{
    using State = AuditAnchor::State;
    m_sealing = sealing;
    const AuditAnchor::Found found = sealing.anchor.read();
    if (found.state == State::Sound)
        m_known = found.next.id > 0 && holds(found.next) ? found.next : found.newest;

    const bool isLost = sealing.hasBegun && sealing.anchor.isKept() && found.state != State::Sound;
    const bool isElsewhere = m_known.id > 0 && !holds(m_known);
    if (isLost || isElsewhere || (m_known.id == 0 && sealing.atOnce)) {
        m_db.begin();
        if (isLost && found.state == State::Missing)
            tellBroken(now, actor, AuditFault::AnchorMissing,
                       u"the anchor was gone; rows may have been cut off before this one"_s);
        else if (isLost && found.state == State::OtherKey)
            tellBroken(now, actor, AuditFault::WrongKey, u"the anchor was sealed with another key"_s);
        else if (isLost)
            tellBroken(now, actor, AuditFault::AnchorChanged,
                       u"the anchor had been changed; rows may have been cut off before this one"_s);
        else
            bringUpToDate(now, actor);
        m_db.commit();
        anchor();
    } else if (m_known.id > 0) {
        // Rows of the last commit before a kill, or a restored back-up, of which the anchor knows by half.
        const AuditLink last = newest();
        m_anchored = true;
        if (last != found.newest || found.next.id > 0) {
            m_known = last;
            keepAnchor();
        }
    }
}

void AuditStore::adopt(const std::shared_ptr<const AuditChain> &chain, Timestamp now, const QString &actor)
{
    m_sealing = {.chain = chain, .anchor = {{}, {}, chain}, .hasBegun = false, .atOnce = false};
    const AuditVerdict verdict = verifyAudit(m_db, *chain, {});
    if (verdict.isSound() && verdict.begins > 0)
        m_known = newest();
    else if (verdict.isSound())
        begin(now, actor,
              u"the rows of the back-up had no chain of this key; they are covered as they were found"_s);
    else {
        const AuditFinding &first = verdict.findings.first();
        begin(now, actor,
              u"the trail of the back-up was not sound (%1); its rows are covered as they were found"_s.arg(
                  first.detail));
        tellBroken(now, actor, first.fault,
                   u"the back-up was not sound: %1"_s.arg(first.detail)); // stays a finding
    }
}

void AuditStore::append(const AuditRecord &record)
{
    if (!m_sealing.chain) {
        m_db.change(u"INSERT INTO audit (at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?)"_s, record.at,
                    record.actor, record.action, record.subject, record.detail);
        m_appended = true;
        return;
    }
    bringUpToDate(record.at, record.actor);
    const AuditLink last = newest();
    write(record, last, last.seal);
}

void AuditStore::anchor()
{
    m_appended = false;
    if (!m_sealing.chain)
        return;
    const AuditLink last = newest();
    // Not what somebody else has made of the trail meanwhile: the next row will say so.
    if (last.id == 0 || !(last == m_latest || holds(m_known.id > 0 ? m_known : m_begun)))
        return;
    if (last == m_known && m_anchored)
        return;
    m_known = last;
    m_begun = {};
    keepAnchor();
}

void AuditStore::keepAnchor()
{
    const Result<void> kept = m_sealing.anchor.write(m_known);
    m_anchored = kept.ok();
    if (!kept)
        qCWarning(lcStorage).noquote() << "the audit trail could not be anchored:" << kept.error().detail;
}

QList<AuditRecord> AuditStore::list(int limit, RowId before, const QString &find)
{
    // One condition that an index can serve: a choice within the statement would hide it from PostgreSQL.
    QString sql = u"SELECT id, at, actor, action, subject, detail, mac FROM audit WHERE id < ?"_s;
    QVariantList values{before > 0 ? before : std::numeric_limits<RowId>::max()};
    if (const QString typed = find.trimmed(); !typed.isEmpty()) {
        QStringList conditions;
        for (const QString &pattern : likePatterns(typed)) {
            conditions << likeCondition(u"lower(actor || ' ' || action || ' ' || subject || ' ' || detail)"_s);
            values << pattern;
        }
        sql += u" AND (%1)"_s.arg(conditions.join(u" OR "_s));
    }
    sql += u" ORDER BY id DESC LIMIT ?"_s;
    values << limit;
    Rows rows = m_db.selectWith(sql, values);
    QList<AuditRecord> records;
    while (rows.next())
        records.append(auditRecordFrom(rows));
    return records;
}

} // namespace smsauth
