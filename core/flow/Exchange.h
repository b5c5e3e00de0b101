// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QPair>
#include <QUrl>

namespace smsauth {

using HeaderLines =
    QList<QPair<QByteArray, QByteArray>>; ///< name, value; in the order of the wire where it is known

/// One request over HTTP with its answer, whole: what a client sent and what it got.
struct Exchange
{
    QByteArray method;
    QUrl url;
    HeaderLines requestHeaders;
    QByteArray requestBody;

    int status = 0;    ///< 0: no answer, see failure
    QByteArray reason; ///< "OK"
    HeaderLines responseHeaders;
    QByteArray responseBody;
    bool truncated = false; ///< the body was longer than what is kept
    QString failure;        ///< English, what the network said; empty when there was an answer

    Timestamp startedAt;
    milliseconds duration{0}; ///< until the last byte

    bool succeeded() const { return status >= 200 && status < 300; }
};

/// The first text in the JSON body that has the form of a signed token (three base64url parts, the first one a JSON
/// object with "alg"), wherever SMS_AUTH_RESPONSE puts it. Empty when there is none.
QString tokenIn(const QByteArray &body);

/// The server's own words for a person, wherever the style of its answers puts them. Empty when there are none.
QString wordsIn(const QByteArray &body);

} // namespace smsauth

Q_DECLARE_METATYPE(smsauth::Exchange)
