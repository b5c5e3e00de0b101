// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

#include <QByteArray>

namespace smsauth {

class Rows;

/// A message as it lies in the table: sealed.
struct StoredMessage
{
    MessageRecord record; ///< text and code are empty
    QByteArray sealed;    ///< empty once it is erased
    QString fault;        ///< FaultEffect::stored(); empty as a rule
    Timestamp dueAt;
    int attempts = 0;
    int uncertain = 0; ///< attempts that may have gone out
};

/// What messagesFrom() reads of a row m of `message`.
#define MESSAGE_COLUMNS                                                                                            \
    "m.id, m.phone, m.provider, m.state, m.reason, m.provider_message_id, m.sealed, m.created_at, m.expires_at, "  \
    "m.due_at, m.attempts, m.uncertain, m.verified_at, m.fault"

QList<StoredMessage> messagesFrom(Rows &rows);
/// The only one; none when there is no row.
std::optional<StoredMessage> oneMessageFrom(Rows &rows);

} // namespace smsauth
