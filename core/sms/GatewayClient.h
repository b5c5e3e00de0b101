// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/SmsProvider.h"
#include "core/sms/SmsSender.h"

#include <QObject>
#include <functional>

namespace smsauth {

/// One HTTP exchange with a gateway, safely: TLS verified, no redirects followed, a total deadline, the answer
/// capped at 64 KiB and never unpacked, private addresses refused unless allowed, plain http only to private ones,
/// no proxy, no cookies, nothing sent twice. Lives on the thread that made it; `done` runs there, exactly once, and
/// never from inside send(). What is under way when the client is destroyed is broken off, and its `done` does not
/// run.
class GatewayClient : public QObject
{
public:
    explicit GatewayClient(const SenderOptions &options, QObject *parent = nullptr);
    ~GatewayClient() override;

    /// The whole exchange ends within the options' requestDeadline, or sooner with a shorter `deadline`.
    void send(const ProviderRequest &request, std::function<void(ProviderReply)> done);
    void send(const ProviderRequest &request, milliseconds deadline, std::function<void(ProviderReply)> done);
    int inFlight() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace smsauth
