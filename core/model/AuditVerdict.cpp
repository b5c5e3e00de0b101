// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/AuditVerdict.h"

namespace smsauth {

QLatin1StringView wireName(AuditFault fault)
{
    switch (fault) {
    case AuditFault::Changed:
        return QLatin1StringView("changed");
    case AuditFault::Removed:
        return QLatin1StringView("removed");
    case AuditFault::Inserted:
        return QLatin1StringView("inserted");
    case AuditFault::Reordered:
        return QLatin1StringView("reordered");
    case AuditFault::CutOff:
        return QLatin1StringView("cut_off");
    case AuditFault::Replaced:
        return QLatin1StringView("replaced");
    case AuditFault::WrongKey:
        return QLatin1StringView("wrong_key");
    case AuditFault::AnchorMissing:
        return QLatin1StringView("anchor_missing");
    case AuditFault::AnchorChanged:
        return QLatin1StringView("anchor_changed");
    }
    Q_UNREACHABLE();
}

std::optional<AuditFault> auditFaultFromName(QStringView name)
{
    for (int value = 0; value <= int(AuditFault::AnchorChanged); ++value) {
        if (name == wireName(AuditFault(value)))
            return AuditFault(value);
    }
    return std::nullopt;
}

} // namespace smsauth
