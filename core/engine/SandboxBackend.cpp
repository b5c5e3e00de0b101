// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SandboxBackend.h"

#include "core/storage/Stores.h"

namespace smsauth {

SandboxInbox::Backend sandboxBackend(StorageThread &storage, StorageThread &reader, Mailbox &home,
                                     const Outbox &outbox, const Clock &clock)
{
    const auto opened = [&outbox](QList<StoredMessage> stored) {
        QList<MessageRecord> records;
        for (StoredMessage &message : stored) {
            outbox.open(message);
            records.append(message.record);
        }
        return records;
    };
    using Messages = QList<MessageRecord>;
    using Stored = QList<StoredMessage>;
    const auto answer = [opened](SandboxInbox::Done<Messages> done) {
        return [opened, done = std::move(done)](const Result<Stored> &stored) {
            done(stored ? Result<Messages>(opened(*stored)) : Result<Messages>(stored.error()));
        };
    };
    return {
        .messages =
            [&reader, &home, answer](const PhoneNumber &phone, RowId after, int limit,
                                     SandboxInbox::Done<Messages> done) {
                reader.submit<Stored>(
                    home,
                    [phone, after, limit](Stores &stores) -> Result<Stored> {
                        return stores.log.list({.phone = phone,
                                                .states = {},
                                                .provider = QStringLiteral("sandbox"),
                                                .before = 0,
                                                .after = after,
                                                .limit = limit});
                    },
                    answer(std::move(done)));
            },
        .liveMessages =
            [&reader, &home, &clock, answer](const PhoneNumber &phone, SandboxInbox::Done<Messages> done) {
                reader.submit<Stored>(
                    home,
                    [&clock, phone](Stores &stores) -> Result<Stored> {
                        return stores.log.withLiveCode(phone, clock.now(), 1);
                    },
                    answer(std::move(done)));
            },
        .removeMessages =
            [&storage, &home](const PhoneNumber &phone, SandboxInbox::Done<qint64> done) {
                storage.submit<qint64>(
                    home,
                    [phone](Stores &stores) {
                        return stores.atomically([&]() -> Result<qint64> {
                            stores.changes.messages = true;
                            return stores.log.removeOf(phone, QStringLiteral("sandbox"));
                        });
                    },
                    std::move(done));
            },
        .reset =
            [&storage, &home](const PhoneNumber &phone, SandboxInbox::Done<void> done) {
                storage.submit<void>(
                    home,
                    [phone](Stores &stores) {
                        return stores.atomically([&]() -> Result<void> {
                            stores.log.removeOf(phone, QStringLiteral("sandbox"));
                            stores.codes.removeOf(phone);
                            stores.limits.forget(phone);
                            stores.changes.messages = stores.changes.codes = true;
                            return {};
                        });
                    },
                    std::move(done));
            },
    };
}

} // namespace smsauth
