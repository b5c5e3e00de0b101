// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Sealer.h"
#include "core/model/Records.h"
#include "core/settings/Settings.h"
#include "core/storage/MessageStore.h"

namespace smsauth {

class Stores;

/// A message that this process has taken for sending.
struct ClaimedMessage
{
    RowId id = 0;
    PhoneNumber phone;
    QString text;
    Timestamp expiresAt;
    int attempts = 0;  ///< before this one
    int uncertain = 0; ///< earlier attempts that may have gone out
    QString fault;     ///< FaultEffect::stored(); empty as a rule
};

/// What became of one attempt.
struct SendOutcome
{
    RowId id = 0;
    AttemptRecord attempt;
    MessageState state = MessageState::Queued; ///< Queued: try again at retryAt
    QString providerMessageId;
    QString reason; ///< for a final state other than Sent and Delivered
    std::optional<Timestamp> retryAt;
    bool uncertain = false; ///< this attempt may have gone out
    int number = 1;         ///< of the attempt, from 1 on
};

/// The durable queue between the commit of a sign-in and the sender. All functions run on the storage thread.
class Outbox
{
public:
    Outbox(const Settings &settings, const Clock &clock, const Sealer &sealer);

    struct Draft
    {
        PhoneNumber phone;
        QString code;
        QString text;
        Timestamp expiresAt;
    };
    /// What enqueue() takes, sealed. Any thread.
    StoredMessage seal(const Draft &draft) const;
    /// Queues a message, in the caller's transaction. Returns its id.
    RowId enqueue(Stores &stores, const StoredMessage &message) const;
    /// A request that a limit refused, as a row of the send log: the last step of its transaction, see LimitStore.
    /// After LoggedRefusals the log keeps no more of that hour, and the last row says so: a flood must neither fill
    /// the disk nor drive everything else out of the log.
    static constexpr Limit LoggedRefusals{1000, std::chrono::hours(1)};
    void logBlocked(Stores &stores, const PhoneNumber &phone, const QString &reason) const;

    /// A message that was sent outside the queue (a test of a gateway), as a row of the send log.
    RowId logSent(Stores &stores, const PhoneNumber &phone, const QString &text, const SendOutcome &outcome) const;

    /// Puts messages that a dead process held back into the queue; ends those that cannot be sent any more
    /// (expired, another provider, lost key). Once, at the start.
    void recover(Stores &stores) const;
    /// Up to `limit` due messages, oldest first; those past their expiry end as Expired and are not returned.
    QList<ClaimedMessage> due(Stores &stores, int limit) const;
    /// The same, and marks them as being sent: they are about to leave the transaction, and whoever finds them in
    /// this state later cannot know whether they went out.
    QList<ClaimedMessage> claim(Stores &stores, int limit) const;
    void record(Stores &stores, const QList<SendOutcome> &outcomes) const;
    /// When the next waiting message falls due; none: nothing waits.
    std::optional<Timestamp> nextDue(Stores &stores) const;

    /// What the sealed text of a message says: fills in text and code, where it is kept and the key opens it.
    void open(StoredMessage &message) const;

private:
    const Settings &m_settings;
    const Clock &m_clock;
    const Sealer &m_sealer;
};

} // namespace smsauth
