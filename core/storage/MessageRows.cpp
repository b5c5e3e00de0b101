// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/MessageRows.h"

#include "core/storage/Database.h"

namespace smsauth {
namespace {

StoredMessage messageFrom(const Rows &row)
{
    StoredMessage message;
    MessageRecord &record = message.record;
    record.id = row.integer(0);
    record.phone = PhoneNumber::fromStored(row.text(1));
    record.provider = row.text(2);
    record.state = messageStateFromName(row.text(3)).value_or(MessageState::Failed);
    record.reason = row.text(4);
    record.providerMessageId = row.text(5);
    message.sealed = row.bytes(6);
    record.createdAt = row.time(7);
    record.expiresAt = row.time(8);
    message.dueAt = row.time(9);
    message.attempts = int(row.integer(10));
    message.uncertain = int(row.integer(11));
    if (!row.isNull(12))
        record.verifiedAt = row.time(12);
    message.fault = row.text(13);
    return message;
}

} // namespace

QList<StoredMessage> messagesFrom(Rows &rows)
{
    QList<StoredMessage> messages;
    while (rows.next())
        messages.append(messageFrom(rows));
    return messages;
}

std::optional<StoredMessage> oneMessageFrom(Rows &rows)
{
    return rows.next() ? std::optional(messageFrom(rows)) : std::nullopt;
}

} // namespace smsauth
