// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/BadAuditRows.h"

#include <algorithm>

namespace smsauth {

using namespace Qt::StringLiterals;

void BadAuditRows::add(const AuditRecord &row, const QByteArray &seal, const QByteArray &before)
{
    ++m_count;
    m_isAllSealed &= seal.size() == AuditChain::SealSize;
    if (m_tried.size() < Tried)
        m_tried.append({row, seal, before});
    else if (!m_ranges.isEmpty() && m_ranges.last().last + 1 == row.id)
        m_ranges.last().last = row.id;
    else
        m_ranges.append({row.id, row.id});
}

void BadAuditRows::clear()
{
    m_tried.clear();
    m_ranges.clear();
    m_count = 0;
    m_isAllSealed = true;
}

RowId BadAuditRows::writtenAs(const Bad &bad) const
{
    // Where it may come from: the place of another bad row, or one beside its own.
    QList<RowId> places{bad.row.id - 1, bad.row.id + 1};
    QList<QByteArray> befores;
    for (const Bad &other : m_tried) {
        places.append(other.row.id);
        befores << other.before << other.seal;
    }
    AuditRecord moved = bad.row;
    for (const RowId place : places) {
        moved.id = place;
        for (const QByteArray &before : befores) {
            if (place != bad.row.id && m_chain.sealOf(moved, before) == bad.seal)
                return place;
        }
    }
    return 0;
}

bool BadAuditRows::hasContentOf(const Bad &bad, const Bad &other) const
{
    AuditRecord moved = other.row;
    moved.id = bad.row.id;
    return &bad != &other && m_chain.sealOf(moved, bad.before) == bad.seal;
}

AuditFinding BadAuditRows::explain(const Bad &bad, RowId anchored) const
{
    const RowId id = bad.row.id;
    if (id <= 0)
        return {AuditFault::Inserted, id, id, 0, u"row %1 was not written by the program"_s.arg(id)};
    if (const RowId as = writtenAs(bad); as > 0)
        return {AuditFault::Reordered, id, id, as, u"row %1 was written as row %2"_s.arg(id).arg(as)};
    // Contents were exchanged, seals were left where they were.
    for (const Bad &other : m_tried) {
        if (hasContentOf(bad, other))
            return {AuditFault::Reordered, id, id, other.row.id,
                    u"what was written as row %1 stands in row %2"_s.arg(id).arg(other.row.id)};
    }
    if (anchored > 0 && id > anchored)
        return {AuditFault::Inserted, id, id, 0, u"row %1 was not written by the program"_s.arg(id)};
    return {AuditFault::Changed, id, id, 0, u"row %1 was changed"_s.arg(id)};
}

QList<AuditFinding> BadAuditRows::explained(RowId anchored) const
{
    QList<AuditFinding> findings;
    for (const Bad &bad : m_tried)
        findings.append(explain(bad, anchored));
    for (const Range &range : m_ranges)
        findings.append({AuditFault::Changed, range.first, range.last, 0,
                         range.first == range.last
                             ? u"row %1 was changed"_s.arg(range.first)
                             : u"rows %1 to %2 were changed"_s.arg(range.first).arg(range.last)});
    return findings;
}

} // namespace smsauth
