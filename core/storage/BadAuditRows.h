// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/AuditVerdict.h"
#include "core/storage/AuditChain.h"

namespace smsauth {

/// Rows of the audit trail whose seals do not hold, and what may have become of each: seals are tried for other
/// places, so that a row that was moved is told from one that was changed. Beyond Tried rows no more such questions
/// are asked.
class BadAuditRows
{
public:
    static constexpr qsizetype Tried = 24;

    explicit BadAuditRows(const AuditChain &chain)
        : m_chain(chain)
    {
    }

    void add(const AuditRecord &row, const QByteArray &seal, const QByteArray &before);
    void clear();
    qint64 count() const { return m_count; }
    RowId first() const { return m_tried.isEmpty() ? 0 : m_tried.first().row.id; }
    /// Each has a seal, right or wrong.
    bool isAllSealed() const { return m_count > 0 && m_isAllSealed; }

    /// anchored: the newest row that the program is known to have written; 0: not known.
    QList<AuditFinding> explained(RowId anchored) const;

private:
    struct Bad
    {
        AuditRecord row;
        QByteArray seal;
        QByteArray before;
    };
    struct Range
    {
        RowId first;
        RowId last;
    };

    AuditFinding explain(const Bad &bad, RowId anchored) const;
    /// As which row this one was written; 0: not found.
    RowId writtenAs(const Bad &bad) const;
    bool hasContentOf(const Bad &bad, const Bad &other) const;

    const AuditChain &m_chain;
    QList<Bad> m_tried;    ///< the first ones
    QList<Range> m_ranges; ///< of the others
    qint64 m_count = 0;
    bool m_isAllSealed = true;
};

} // namespace smsauth
