// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/AuditVerdict.h"
#include "core/storage/AuditAnchor.h"

namespace smsauth {

class Database;

/// With what the trail of one database is sealed.
struct AuditSealing
{
    std::shared_ptr<const AuditChain> chain; ///< null: rows are written without seals
    AuditAnchor anchor{{}, {}, {}};
    bool hasBegun = false; ///< the secret store says so: a trail without anchor has lost it
    bool atOnce = false;   ///< begin the chain when it is opened, not with the first row
};

/// The append-only table `audit`, of which each row is sealed together with the one before it. Every function
/// throws StorageError.
///
/// A chain begins with a row of its own ("audit.chain_started"), whose seal stands for all rows before it as they
/// were then. Rows are numbered without gaps. If a row that was written is no longer there when the next one is to
/// follow, that goes into a row of its own ("audit.broken") first, so that a new anchor hides nothing.
class AuditStore
{
public:
    static const QString ChainStarted;
    static const QString Broken;

    explicit AuditStore(Database &database)
        : m_db(database)
    {
    }

    /// From now on rows are sealed. Outside of a transaction; writes the rows that tell of what is found: that the
    /// chain begins (atOnce), that the trail does not hold the anchored row. now, actor: for these.
    void open(const AuditSealing &sealing, Timestamp now, const QString &actor);
    /// As above for a back-up that is to take the place of the database, in a transaction: goes on with its chain,
    /// or begins one that covers what is there, and says why. Nothing is anchored.
    void adopt(const std::shared_ptr<const AuditChain> &chain, Timestamp now, const QString &actor);

    void append(const AuditRecord &record); ///< record.id is ignored
    /// find: a part of who, what, whom or detail; empty: all.
    QList<AuditRecord> list(int limit, RowId before, const QString &find = {});
    /// The newest row.
    AuditLink newest();

    /// Whether rows were appended since the last commit.
    bool hasAppended() const { return m_appended; }
    /// Whether anchor() has something to do.
    bool needsAnchor() const { return m_appended || (m_known.id > 0 && !m_anchored); }
    /// After the commit: brings the anchor up to date. What fails is logged, and tried again after the next commit.
    void anchor();
    /// The chain has begun, and an anchor says so (or there is none to be kept).
    bool isAnchored() const { return m_anchored; }

private:
    AuditLink write(AuditRecord record, const AuditLink &last, const QByteArray &before);
    void begin(Timestamp now, const QString &actor, const QString &why);
    void tellBroken(Timestamp now, const QString &actor, AuditFault fault, const QString &what);
    bool holds(const AuditLink &link);
    void bringUpToDate(Timestamp now, const QString &actor);
    void keepAnchor();

    Database &m_db;
    AuditSealing m_sealing;
    AuditLink m_known;  ///< committed: the trail must hold it
    AuditLink m_begun;  ///< not committed yet: the row with which the chain begins
    AuditLink m_latest; ///< written last; may have been rolled back
    bool m_appended = false;
    bool m_anchored = false;
};

} // namespace smsauth
