// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/SignIn.h"
#include "core/storage/Stores.h"
#include "tests/support/FixedRandom.h"
#include "tests/support/ManualClock.h"

#include <QTemporaryDir>

namespace smsauth {

/// The sign-in story over a real database file, a clock and a die that the test holds. Everything on one thread.
struct AuthFixture
{
    explicit AuthFixture(const Settings &s = {})
        : settings(s)
    {
    }

    /// As the storage thread does: one transaction a call.
    template<class Action>
    auto inTransaction(Action &&action)
    {
        stores.beginGroup();
        auto result = action();
        stores.commitGroup();
        return result;
    }

    Result<void> start(const PhoneNumber &phone, const QString &address = QStringLiteral("192.0.2.1"))
    {
        return inTransaction([&] { return signIn.start(stores, signIn.prepare(phone, address)); });
    }
    Result<UserRecord> complete(const PhoneNumber &phone, const QString &code, RowId bearer = 0)
    {
        return inTransaction([&] { return signIn.complete(stores, phone, code, bearer); });
    }
    Result<void> startChange(RowId user, const PhoneNumber &phone)
    {
        return inTransaction(
            [&] { return signIn.startChange(stores, user, signIn.prepare(phone, QStringLiteral("192.0.2.1"))); });
    }
    QList<CodeRecord> codesOf(const PhoneNumber &phone)
    {
        QList<CodeRecord> records;
        for (const StoredCode &stored : stores.codes.list(phone, false, 0, 100, clock.now()))
            records.append(stored.record);
        return records;
    }
    QList<MessageRecord> messagesOf(const PhoneNumber &phone)
    {
        QList<MessageRecord> records;
        QList<StoredMessage> stored = stores.log.list({.phone = phone});
        stores.log.loadAttempts(stored);
        for (StoredMessage &message : stored) {
            outbox.open(message);
            records.append(message.record);
        }
        return records;
    }

    QTemporaryDir folder;
    const Settings settings;
    ManualClock clock;
    FixedRandom random;
    Sealer sealer{Secret(QByteArray(Sealer::KeySize, 'k')), random};
    Stores stores{folder.filePath(QStringLiteral("test.db")), Database::Access::Write};
    CodeService codes{settings, clock, random, sealer};
    RateLimiter limits{settings, clock};
    Outbox outbox{settings, clock, sealer};
    SignIn signIn{settings, clock, codes, limits, outbox};
};

inline PhoneNumber testPhone(int last = 1)
{
    return PhoneNumber::fromStored(QStringLiteral("+12025550%1").arg(100 + last));
}

} // namespace smsauth
