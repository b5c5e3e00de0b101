// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/SandboxProvider.h"

namespace smsauth {

Result<ProviderRequest> SandboxProvider::request(const OutgoingSms &, const ProviderValues &) const
{
    return {ErrorCode::NotAllowed, QStringLiteral("the simulator sends nothing over the network")};
}

Verdict SandboxProvider::verdict(const OutgoingSms &sms, const ProviderReply &) const
{
    return *deliverLocally(sms);
}

std::optional<Verdict> SandboxProvider::deliverLocally(const OutgoingSms &sms) const
{
    Verdict result;
    result.kind = Verdict::Kind::Delivered;
    result.messageId = QStringLiteral("sandbox-") + sms.id;
    return result;
}

} // namespace smsauth
