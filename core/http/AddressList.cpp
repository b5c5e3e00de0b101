// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/AddressList.h"

#include <algorithm>

namespace smsauth {

QHostAddress plainAddress(const QHostAddress &address)
{
    bool isIPv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIPv4);
    return isIPv4 ? QHostAddress(ipv4) : QHostAddress(address.toIPv6Address());
}

Result<AddressList> AddressList::parse(const QStringList &entries)
{
    AddressList list;
    for (const QString &entry : entries) {
        std::pair<QHostAddress, int> network;
        if (entry.contains(u'/')) {
            network = QHostAddress::parseSubnet(entry);
        } else if (const QHostAddress single(entry); !single.isNull()) {
            const QHostAddress plain = plainAddress(single);
            network = {plain, plain.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128};
        }
        if (network.first.isNull() || network.second < 0)
            return {ErrorCode::Settings, entry};
        list.m_networks.append(network);
    }
    return list;
}

bool AddressList::contains(const QHostAddress &address) const
{
    const QHostAddress plain = plainAddress(address);
    return std::any_of(m_networks.begin(), m_networks.end(),
                       [&](const auto &network) { return plain.isInSubnet(network); });
}

} // namespace smsauth
