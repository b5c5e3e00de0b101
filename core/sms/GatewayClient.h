// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/SmsProvider.h"
#include "core/sms/SmsSender.h"

#include <QObject>
#include <functional>

namespace smsauth {

/// One HTTP exchange with a gateway, safely: TLS verified, no redirects followed, a total deadline, the answer
/// capped, private addresses refused unless allowed. Lives on the thread that made it; `done` runs there, exactly
/// once.
class GatewayClient : public QObject
{
public:
    explicit GatewayClient(const SenderOptions &options, QObject *parent = nullptr);
    ~GatewayClient() override;

    void send(const ProviderRequest &request, std::function<void(ProviderReply)> done);
    int inFlight() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace smsauth
