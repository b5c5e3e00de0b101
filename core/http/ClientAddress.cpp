// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/ClientAddress.h"

namespace smsauth {

namespace {

/// "192.0.2.1", "192.0.2.1:4711", "2001:db8::1", "[2001:db8::1]:4711"
QHostAddress parseHop(const QString &text)
{
    QString host = text.trimmed();
    if (host.startsWith(u'['))
        host = host.sliced(1, qMax<qsizetype>(0, host.indexOf(u']') - 1));
    else if (host.count(u':') == 1)
        host = host.section(u':', 0, 0);
    // QHostAddress also takes "1.2" and the like; a proxy does not write that.
    if (!host.contains(u':') && host.count(u'.') != 3)
        return {};
    return QHostAddress(host);
}

} // namespace

QString clientAddress(const QHostAddress &peer, const QByteArray &forwardedFor, const AddressList &trustedProxies)
{
    QHostAddress client = plainAddress(peer);
    if (trustedProxies.isEmpty() || forwardedFor.isEmpty())
        return client.toString();
    const QStringList hops = QString::fromLatin1(forwardedFor).split(u',');
    for (auto hop = hops.crbegin(); hop != hops.crend() && trustedProxies.contains(client); ++hop) {
        const QHostAddress previous = parseHop(*hop);
        if (previous.isNull())
            return {};
        client = plainAddress(previous);
    }
    return client.toString();
}

} // namespace smsauth
