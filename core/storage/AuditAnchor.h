// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/storage/AuditChain.h"

namespace smsauth {

/// The newest row of the audit trail and its seal, in a file outside of the database: who cuts rows off, or puts an
/// older database in the place of this one, leaves a trail that does not hold the row of the anchor.
///
/// Written after each commit with audited rows, before anybody gets their answer. A process that is killed between
/// the two leaves an anchor that lags behind the trail; it never runs ahead of it.
class AuditAnchor
{
public:
    enum class State {
        Missing,
        Sound,
        OtherKey, ///< sealed with another key
        Damaged,  ///< not as it was written, or not readable
    };

    struct Found
    {
        State state = State::Missing;
        AuditLink newest;
        AuditLink next; ///< may have come in its place: a back-up was being restored

        bool operator==(const Found &) const = default;
    };

    /// file: empty for a trail without an anchor. database: what the anchor belongs to; one for another does not
    /// count.
    AuditAnchor(QString file, QString database, std::shared_ptr<const AuditChain> chain);

    bool isKept() const { return !m_file.isEmpty(); }
    Found read() const;
    /// Returns when it lies on the disk. Errors: Storage.
    Result<void> write(const AuditLink &newest, const AuditLink &next = {}) const;

private:
    QByteArray contentFor(const AuditLink &newest, const AuditLink &next) const;

    QString m_file;
    QString m_database;
    std::shared_ptr<const AuditChain> m_chain;
};

} // namespace smsauth
