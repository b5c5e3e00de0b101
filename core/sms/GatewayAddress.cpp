// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/GatewayAddress.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QHostInfo>
#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr std::chrono::seconds keptFor{30};

using Subnets = QList<QPair<QHostAddress, int>>;

Subnets subnets(std::initializer_list<const char *> texts)
{
    Subnets result;
    for (const char *text : texts)
        result.append(QHostAddress::parseSubnet(QString::fromLatin1(text)));
    return result;
}

bool isIn(const QHostAddress &address, const Subnets &list)
{
    return std::any_of(list.begin(), list.end(), [&](const auto &subnet) { return address.isInSubnet(subnet); });
}

AddressKind kindOfV4(const QHostAddress &address)
{
    static const Subnets own =
        subnets({"10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"});
    // RFC 6890 and IANA's registry of special purposes.
    static const Subnets unusable =
        subnets({"0.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24",
                 "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"});
    if (isIn(address, own))
        return AddressKind::Private;
    return isIn(address, unusable) ? AddressKind::Unusable : AddressKind::Public;
}

QHostAddress v4At(const Q_IPV6ADDR &bytes, int from)
{
    return QHostAddress(quint32(bytes[from]) << 24 | quint32(bytes[from + 1]) << 16 |
                        quint32(bytes[from + 2]) << 8 | quint32(bytes[from + 3]));
}

} // namespace

AddressKind addressKind(const QHostAddress &address)
{
    if (address.protocol() == QHostAddress::IPv4Protocol)
        return kindOfV4(address);
    if (address.protocol() != QHostAddress::IPv6Protocol)
        return AddressKind::Unusable;

    static const Subnets mapped = subnets({"::ffff:0:0/96", "64:ff9b::/96"});
    static const Subnets sixToFour = subnets({"2002::/16"});
    static const Subnets own = subnets({"::1/128", "fc00::/7"});
    static const Subnets global = subnets({"2000::/3"});
    static const Subnets unusable = subnets({"2001::/23", "2001:db8::/32", "3fff::/20"});
    if (isIn(address, mapped))
        return kindOfV4(v4At(address.toIPv6Address(), 12));
    if (isIn(address, sixToFour))
        return kindOfV4(v4At(address.toIPv6Address(), 2));
    if (isIn(address, own))
        return AddressKind::Private;
    return isIn(address, global) && !isIn(address, unusable) ? AddressKind::Public : AddressKind::Unusable;
}

struct GatewayAddressCheck::Host
{
    Addresses addresses;
    QDeadlineTimer freshUntil{0};
    bool asking = false;
    QList<std::function<void()>> waiting;
};

GatewayAddressCheck::Verdict GatewayAddressCheck::judge(const QUrl &url, const Addresses &addresses) const
{
    using Kind = Verdict::Kind;
    if (addresses.isEmpty())
        return {Kind::NoSuchHost, u"the gateway's host name has no address"_s};
    bool allPrivate = true;
    for (const QHostAddress &address : addresses) {
        switch (addressKind(address)) {
        case AddressKind::Unusable:
            return {Kind::Forbidden, u"the gateway's host leads to an address that no gateway has"_s};
        case AddressKind::Private:
            if (!m_allowPrivate)
                return {Kind::Forbidden,
                        u"the gateway's host leads to a private address (SMS_AUTH_GATEWAY_PRIVATE allows that)"_s};
            break;
        case AddressKind::Public:
            allPrivate = false;
            break;
        }
    }
    if (url.scheme() != "https"_L1 && !allPrivate)
        return {Kind::Forbidden, u"plain http is only for gateways at private addresses"_s};
    return {Kind::Allowed, {}};
}

void GatewayAddressCheck::check(const QUrl &url, std::function<void(const Verdict &)> done)
{
    const QString name = url.host();
    const QHostAddress literal(name);
    if (!literal.isNull())
        return done(judge(url, {literal}));

    std::shared_ptr<Host> &host = m_hosts[name];
    if (!host)
        host = std::make_shared<Host>();
    if (!host->freshUntil.hasExpired())
        return done(judge(url, host->addresses));

    host->waiting.append(
        [this, url, host = host.get(), done = std::move(done)] { done(judge(url, host->addresses)); });
    if (std::exchange(host->asking, true))
        return;
    QHostInfo::lookupHost(name, this, [host](const QHostInfo &info) {
        host->asking = false;
        host->addresses = info.addresses();
        host->freshUntil = host->addresses.isEmpty() ? QDeadlineTimer(0) : QDeadlineTimer(keptFor);
        const auto waiting = std::exchange(host->waiting, {});
        for (const auto &answer : waiting)
            answer();
    });
}

} // namespace smsauth
