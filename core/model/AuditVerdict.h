// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

namespace smsauth {

/// What may be wrong with the audit trail.
enum class AuditFault {
    Changed,       ///< the row is not as it was written
    Removed,       ///< rows that were there are gone
    Inserted,      ///< the program has not written the row
    Reordered,     ///< what stands in the row was written as another one
    CutOff,        ///< the newest rows are gone
    Replaced,      ///< the row that was anchored is another one: the trail went another way
    WrongKey,      ///< sealed with another key than this profile's
    AnchorMissing, ///< the file with the newest row's seal is gone
    AnchorChanged, ///< it is not as the program wrote it
};

/// "changed", "cut_off", …: the words of JSON, of the command line and of the rows that tell of such a thing.
QLatin1StringView wireName(AuditFault fault);
std::optional<AuditFault> auditFaultFromName(QStringView name);

/// One row, or rows without a gap, with which something is wrong.
struct AuditFinding
{
    AuditFault fault = AuditFault::Changed;
    RowId first = 0; ///< 0: not about a row
    RowId last = 0;
    RowId other = 0; ///< Reordered: as which row it was written; 0: not known
    QString detail;  ///< one English sentence
};

/// What a look at the whole audit trail has found.
struct AuditVerdict
{
    qint64 rows = 0;
    qint64 checked = 0;             ///< of them are links of the chain
    qint64 earlier = 0;             ///< of them are from before it: covered as they were when it began
    RowId begins = 0;               ///< the row with which the chain begins; 0: it has not begun
    std::optional<Timestamp> since; ///< when that was
    RowId last = 0;                 ///< the newest row
    QString seal;                   ///< its seal in hexadecimal digits, to be noted elsewhere
    qint64 unanchored = 0;          ///< rows behind the anchor; as a rule 0, after a kill those of the last commit
    QList<AuditFinding> findings;   ///< in the order of the rows; at most Shown
    qint64 found = 0;               ///< how many there were

    bool isSound() const { return found == 0; }

    static constexpr int Shown = 50;
};

/// A row that somebody has noted with its seal: the trail must hold it still. id 0: nothing was noted.
struct NotedAuditRow
{
    RowId id = 0;
    QString seal;
};

} // namespace smsauth
