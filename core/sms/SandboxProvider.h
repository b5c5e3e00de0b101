// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/SmsProvider.h"

namespace smsauth {

/// The simulator: every message is on the phone at once, nothing leaves the machine.
class SandboxProvider final : public SmsProvider
{
public:
    QString id() const override { return QStringLiteral("sandbox"); }
    QString title() const override { return QStringLiteral("Simulator"); }
    QList<ProviderField> fields() const override { return {}; }
    /// There is no such request. Errors: NotAllowed, always.
    Result<ProviderRequest> request(const OutgoingSms &sms, const ProviderValues &values) const override;
    Verdict verdict(const OutgoingSms &sms, const ProviderReply &reply) const override;
    std::optional<Verdict> deliverLocally(const OutgoingSms &sms) const override;
};

} // namespace smsauth
