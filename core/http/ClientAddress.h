// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/AddressList.h"

namespace smsauth {

/// The client's address as text without port. X-Forwarded-For counts only when it comes from a trusted proxy, and
/// is read from right to left up to the first address that is not one of them: what stands left of it anybody can
/// write. Empty when a trusted proxy names something that is no address.
QString clientAddress(const QHostAddress &peer, const QByteArray &forwardedFor, const AddressList &trustedProxies);

} // namespace smsauth
