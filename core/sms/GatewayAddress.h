// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QHostAddress;
class QUrl;
QT_END_NAMESPACE

namespace smsauth {

enum class AddressKind {
    Public,
    Private,  ///< loopback, RFC 1918, unique local, shared (RFC 6598): a gateway of one's own, if allowed
    Unusable, ///< no gateway is ever there: link-local (cloud metadata), multicast, unspecified, reserved
};
/// An IPv4 address inside an IPv6 one (mapped, NAT64, 6to4) counts as what it leads to.
AddressKind addressKind(const QHostAddress &address);

/// Decides whether a request may go to a URL, by every address that its host has now. What was found is kept for
/// half a minute, which is less than the resolver of Qt keeps it: a connection goes to an address that was judged.
/// Lives on one thread.
class GatewayAddressCheck : public QObject
{
public:
    explicit GatewayAddressCheck(bool allowPrivate)
        : m_allowPrivate(allowPrivate)
    {
    }

    struct Verdict
    {
        enum class Kind { Allowed, NoSuchHost, Forbidden };
        Kind kind = Kind::Forbidden;
        QString reason; ///< English, for Forbidden and NoSuchHost
    };
    /// `done` may run before this returns.
    void check(const QUrl &url, std::function<void(const Verdict &)> done);

private:
    using Addresses = QList<QHostAddress>;
    struct Host;
    Verdict judge(const QUrl &url, const Addresses &addresses) const;

    const bool m_allowPrivate;
    QHash<QString, std::shared_ptr<Host>> m_hosts;
};

} // namespace smsauth
