// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QHostAddress>
#include <QList>
#include <QStringList>

namespace smsauth {

/// An IPv4 address that came in the IPv6-mapped form, as IPv4; any other unchanged, without a scope.
QHostAddress plainAddress(const QHostAddress &address);

/// A set of addresses and networks: "127.0.0.1", "10.0.0.0/8", "fd00::/8".
class AddressList
{
public:
    AddressList() = default; ///< contains nothing

    /// Errors: Settings, the entry as detail.
    static Result<AddressList> parse(const QStringList &entries);

    bool isEmpty() const { return m_networks.isEmpty(); }
    bool contains(const QHostAddress &address) const;

private:
    QList<std::pair<QHostAddress, int>> m_networks;
};

} // namespace smsauth
