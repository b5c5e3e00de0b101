// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Mailbox.h"
#include "core/base/Random.h"
#include "core/sms/Outbox.h"
#include "core/sms/SmsProvider.h"

#include <QThread>
#include <memory>

namespace smsauth {

class StorageThread;

struct SenderOptions
{
    milliseconds requestDeadline{15000}; ///< whole request, from connect to the last byte
    int maxInFlight = 64;
    int claimBatch = 256;
    milliseconds firstRetry{500}; ///< doubles with jitter up to maxRetry
    milliseconds maxRetry{15000};
    bool allowPrivate = false; ///< SMS_AUTH_GATEWAY_PRIVATE
    QString extraCa;           ///< SMS_AUTH_GATEWAY_CA
};

/// Takes messages from the outbox and gives them to the gateway, on a thread of its own, with every attempt
/// recorded. start() and stop() are called from one controlling thread, wake() from any. Storage, outbox, clock and
/// random source outlive it; the storage thread must still run when it stops. Once stopped it stays so: make
/// another.
class SmsSender
{
public:
    SmsSender(StorageThread &storage, const Outbox &outbox, std::shared_ptr<const SmsProvider> provider,
              ProviderValues values, const SenderOptions &options, const Clock &clock, Random &random);
    ~SmsSender(); ///< stop()

    void start();
    /// There may be something to send. Cheap; many calls make one wake-up.
    void wake();
    /// Stops claiming, waits up to `grace` for answers of requests under way, records what is known, joins.
    /// What is not answered then stays `sending` and is recovered at the next start.
    void stop(milliseconds grace = milliseconds(3000));

private:
    class Worker;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
};

} // namespace smsauth
