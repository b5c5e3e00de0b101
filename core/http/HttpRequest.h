// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>

namespace smsauth {

/// A request as the endpoints see it; everything in it has passed the connection guard.
struct HttpRequest
{
    QByteArrayView method; ///< "POST"; points to a constant
    QString path;          ///< decoded, with the leading slash
    QString query;         ///< still encoded, without the question mark
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QHostAddress peer;     ///< the other end of the connection: the client or a proxy
    bool viaProxy = false; ///< the peer is one of the declared proxies, whatever its headers say
    QString clientAddress; ///< the client, as far as trusted proxies tell; empty when they do not

    /// The values of all lines of that name, joined by ", ". name: any case. Null when there is none.
    QByteArray header(QByteArrayView name) const;
    bool hasHeader(QByteArrayView name) const;
};

} // namespace smsauth
