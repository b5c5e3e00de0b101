// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/AuditVerdict.h"
#include "core/storage/AuditAnchor.h"

namespace smsauth {

class Database;

/// What the audit trail has to agree with besides itself.
struct AuditExpectation
{
    bool hasBegun = false; ///< there must be a chain of this key, and an anchor if one is kept
    bool isKept = false;
    AuditAnchor::Found anchor; ///< read before the trail is
    NotedAuditRow noted;
};

/// Reads the audit trail from one end to the other and says what is wrong with it. Throws StorageError.
///
/// What it cannot see: that database and anchor were both put back to an earlier state that they had together (a
/// noted row shows that), and, of a process that was killed between a commit and its anchor, that the rows of this
/// commit were cut off.
AuditVerdict verifyAudit(Database &database, const AuditChain &chain, const AuditExpectation &expected);

} // namespace smsauth
