// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/HttpLimits.h"

#include <QByteArrayView>

namespace smsauth {

/// What the connection guard needs to know about a request before QHttpServer may see it.
struct RequestHead
{
    qsizetype size = 0;          ///< bytes up to and including the empty line
    qsizetype contentLength = 0; ///< bytes of the body that follow
    QByteArrayView method;       ///< "POST"; points to a constant
    bool http10 = false;
    bool close = false; ///< the client wants the connection closed after the answer
    bool expectsContinue = false;
};

struct HeadVerdict
{
    enum class Kind { Incomplete, Valid, Refused };
    Kind kind = Kind::Incomplete;
    RequestHead head; ///< when Valid; when Refused, as far as it was understood
    int status = 0;   ///< when Refused: 400, 411, 413, 414, 417, 431, 501 or 505
};

/// Checks the beginning of what a client sent against RFC 9112, more strictly than QHttpServer does: no line may be
/// read in two ways. Refuses as early as the fault is visible. A pure function; thread-safe.
HeadVerdict checkRequestHead(QByteArrayView received, const HttpLimits &limits);

} // namespace smsauth
