// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/AuditVerifier.h"

#include "core/storage/AuditRows.h"
#include "core/storage/AuditStore.h"
#include "core/storage/BadAuditRows.h"
#include "core/storage/DatabaseCopy.h"

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

QString rowsText(RowId first, RowId last)
{
    return first == last ? u"row %1"_s.arg(first) : u"rows %1 to %2"_s.arg(first).arg(last);
}

class Verifier
{
public:
    Verifier(const AuditChain &chain, const AuditExpectation &expected)
        : m_chain(chain)
        , m_expected(expected)
        , m_sum(chain)
        , m_bad(chain)
    {
    }

    void take(const AuditRecord &row, const QByteArray &seal);
    AuditVerdict verdict() &&;

private:
    bool isExpected(const AuditLink &link) const { return link.id > 0 && m_row == link; }
    void takeStart(const AuditRecord &row, const QByteArray &seal);
    void takeLink(const AuditRecord &row, const QByteArray &seal);
    void noteGood(const AuditRecord &row);
    void checkAnchor();
    void checkHeld(const AuditLink &link, bool isHeld, const QString &who);
    void find(AuditFault fault, RowId first, RowId last, const QString &detail, RowId other = 0);

    const AuditChain &m_chain;
    const AuditExpectation &m_expected;
    AuditChain::Sum m_sum; ///< of the rows so far
    AuditLink m_row;       ///< the one before, as it stands there
    AuditVerdict m_verdict;
    QList<AuditFinding> m_findings;
    BadAuditRows m_bad;
    qint64 m_good = 0; ///< links that hold
    bool m_hasFailedStart = false;
    bool m_holdsAnchor = false;
    bool m_holdsNext = false;
    bool m_holdsNoted = false;
};

void Verifier::find(AuditFault fault, RowId first, RowId last, const QString &detail, RowId other)
{
    m_findings.append({fault, first, last, other, detail});
}

void Verifier::take(const AuditRecord &row, const QByteArray &seal)
{
    if (row.action == AuditStore::ChainStarted)
        takeStart(row, seal);
    else
        takeLink(row, seal);
    ++m_verdict.rows;
    m_row = {row.id, seal};
    m_sum.add(row, seal);
    m_holdsAnchor |= isExpected(m_expected.anchor.newest);
    m_holdsNext |= isExpected(m_expected.anchor.next);
    m_holdsNoted |= isExpected({m_expected.noted.id, QByteArray::fromHex(m_expected.noted.seal.toLatin1())});
}

void Verifier::takeStart(const AuditRecord &row, const QByteArray &seal)
{
    if (equalInConstantTime(seal, m_chain.sealOf(row, m_sum.value()))) {
        // It stands for all before it, sound or not, as they were then.
        m_findings.clear();
        m_bad.clear();
        m_good = 1;
        m_verdict.begins = row.id;
        m_verdict.since = row.at;
        m_verdict.earlier = m_verdict.rows;
        m_hasFailedStart = false;
        return;
    }
    if (m_verdict.begins > 0 || m_good > 0) {
        m_bad.add(row, seal, m_row.seal);
        return;
    }
    // Rows from before the chain have no seals of this key that could tell which of them it is.
    m_findings.clear();
    m_bad.clear();
    m_hasFailedStart = true;
    const qint64 had = row.subject.toLongLong();
    const QString start = u"row %1, with which the chain begins,"_s.arg(row.id);
    if (m_verdict.rows < had)
        find(AuditFault::Removed, row.id, row.id,
             start + u" covers %1 earlier rows, of which %2 are left"_s.arg(had).arg(m_verdict.rows));
    else if (m_verdict.rows > had)
        find(AuditFault::Inserted, row.id, row.id,
             start + u" covers %1 earlier rows, and now there are %2"_s.arg(had).arg(m_verdict.rows));
    else
        find(AuditFault::Changed, row.id, row.id,
             start + (had > 0 ? u" or one of the %1 rows before it was changed"_s.arg(had) : u" was changed"_s));
}

void Verifier::takeLink(const AuditRecord &row, const QByteArray &seal)
{
    const bool inChain = m_verdict.begins > 0 || m_hasFailedStart;
    const RowId wanted = std::max<RowId>(m_row.id, 0) + 1;
    if (inChain && row.id > wanted) {
        // Its own seal needs that of the row that is gone.
        find(AuditFault::Removed, wanted, row.id - 1, rowsText(wanted, row.id - 1) + u" removed"_s);
        return;
    }
    if (equalInConstantTime(seal, m_chain.sealOf(row, m_row.seal)))
        noteGood(row);
    else
        m_bad.add(row, seal, m_row.seal);
}

void Verifier::noteGood(const AuditRecord &row)
{
    ++m_good;
    if (row.action == AuditStore::Broken)
        find(auditFaultFromName(row.subject).value_or(AuditFault::Changed), row.id, row.id,
             u"found when row %1 was written: %2"_s.arg(row.id).arg(row.detail));
}

/// The trail must hold this row, as the anchor or a person's note has it.
void Verifier::checkHeld(const AuditLink &link, bool isHeld, const QString &who)
{
    if (isHeld)
        return;
    if (link.id > m_row.id)
        return find(AuditFault::CutOff, m_row.id + 1, link.id,
                    u"%1 knows row %2, the trail ends with row %3"_s.arg(who).arg(link.id).arg(m_row.id));
    const bool isKnown = std::any_of(m_findings.begin(), m_findings.end(), [&link](const AuditFinding &finding) {
        return finding.first <= link.id && link.id <= finding.last;
    });
    if (!isKnown)
        find(AuditFault::Replaced, link.id, link.id, u"%1 knows another row %2"_s.arg(who).arg(link.id));
}

void Verifier::checkAnchor()
{
    using State = AuditAnchor::State;
    const AuditAnchor::Found &anchor = m_expected.anchor;
    if (!m_expected.isKept)
        return;
    if (anchor.state == State::Sound) {
        m_verdict.unanchored = std::max<qint64>(0, m_row.id - anchor.newest.id);
        return checkHeld(anchor.newest, m_holdsAnchor || m_holdsNext, u"the anchor"_s);
    }
    if (!m_expected.hasBegun && m_verdict.begins == 0)
        return;
    if (anchor.state == State::Missing)
        find(AuditFault::AnchorMissing, 0, 0, u"the anchor is gone: rows may have been cut off"_s);
    else if (anchor.state == State::OtherKey)
        find(AuditFault::WrongKey, 0, 0, u"the anchor was sealed with another key"_s);
    else
        find(AuditFault::AnchorChanged, 0, 0, u"the anchor was changed: rows may have been cut off"_s);
}

AuditVerdict Verifier::verdict() &&
{
    m_verdict.last = m_row.id;
    m_verdict.seal = QString::fromLatin1(m_row.seal.toHex());
    const bool isOurs = m_expected.hasBegun || m_verdict.begins > 0 || m_good > 0 ||
                        m_expected.anchor.state == AuditAnchor::State::Sound;
    if (!isOurs) {
        // Rows of another key, or of none: no chain of this one has begun.
        m_findings.clear();
        m_bad.clear();
        m_verdict.earlier = m_verdict.rows;
    }
    m_verdict.checked = m_verdict.rows - m_verdict.earlier;
    if (m_good == 0 && m_bad.isAllSealed() && m_bad.count() + m_hasFailedStart > 1) {
        const RowId first = m_hasFailedStart ? m_findings.first().first : m_bad.first();
        m_findings.clear();
        find(AuditFault::WrongKey, first, m_row.id, u"no seal is of this profile's key"_s);
    } else {
        const RowId anchored =
            m_expected.anchor.state == AuditAnchor::State::Sound ? m_expected.anchor.newest.id : 0;
        m_findings.append(m_bad.explained(anchored));
        if (isOurs && m_verdict.begins == 0 && !m_hasFailedStart && m_verdict.rows > 0)
            find(AuditFault::Removed, 0, 0, u"the row with which the chain begins is gone"_s);
    }
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const AuditFinding &a, const AuditFinding &b) { return a.first < b.first; });
    checkAnchor();
    if (m_expected.noted.id > 0)
        checkHeld({m_expected.noted.id, {}}, m_holdsNoted, u"the note"_s);
    m_verdict.found = m_findings.size();
    m_verdict.findings = m_findings.mid(0, AuditVerdict::Shown);
    return m_verdict;
}

} // namespace

AuditVerdict verifyAudit(Database &database, const AuditChain &chain, const AuditExpectation &expected)
{
    refuseTriggersAndViews(database);
    Verifier verifier(chain, expected);
    eachAuditRow(database,
                 [&verifier](const AuditRecord &row, const QByteArray &seal) { verifier.take(row, seal); });
    return std::move(verifier).verdict();
}

} // namespace smsauth
