// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

namespace smsauth {

/// An answer as the endpoints make it. The body is JSON or empty.
struct HttpResponse
{
    int status = 200;
    QByteArray body;
    QByteArrayView cacheControl = "no-store"; ///< answers hold tokens and codes; points to a constant
    QByteArray headers;                       ///< further lines, each ended by CRLF; use with()

    /// value: without control characters, as every value here is ours; one with them is left out.
    HttpResponse &with(QByteArrayView name, QByteArrayView value);

    /// {"detail":"…"}
    static HttpResponse detail(int status, QStringView text);
};

/// "Not Found"; empty for a status that this server never sends.
QByteArrayView reasonPhrase(int status);

struct AnswerFrame
{
    bool withoutBody = false;      ///< the answer to HEAD: all headers, no body
    QByteArrayView connection;     ///< "Connection: close\r\n" or nothing
    QByteArrayView requestHeaders; ///< what depends on the request alone
};

/// The bytes on the wire.
QByteArray serialize(const HttpResponse &response, const AnswerFrame &frame);

/// The whole answer to a request that the guard refuses, after which the connection closes.
QByteArray refusal(int status, bool withoutBody);

} // namespace smsauth
