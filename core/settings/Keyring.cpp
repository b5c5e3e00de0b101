// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/Keyring.h"

namespace smsauth {

using namespace Qt::StringLiterals;

Result<void> Keyring::usable(Presence presence)
{
    switch (presence) {
    case Presence::Ready:
        return {};
    case Presence::Locked:
        return {ErrorCode::SecretsLocked, u"the keyring is locked"_s};
    case Presence::NoCollection:
        return {ErrorCode::SecretsUnavailable, u"the keyring service has no default keyring"_s};
    case Presence::NoService:
        return {ErrorCode::SecretsUnavailable, u"no keyring service runs in this session"_s};
    case Presence::NoBus:
        return {ErrorCode::SecretsUnavailable, u"there is no session bus and so no keyring"_s};
    case Presence::NoAnswer:
        return {ErrorCode::TimedOut, u"the keyring service does not answer"_s};
    }
    Q_UNREACHABLE();
}

} // namespace smsauth
