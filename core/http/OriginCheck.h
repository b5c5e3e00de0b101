// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"

#include <QByteArray>

namespace smsauth {

/// Which web pages may use the server from a browser (CORS, https://fetch.spec.whatwg.org).
class OriginCheck
{
public:
    explicit OriginCheck(const Settings &settings);

    /// origin: the value of a header that was there. "null" is never allowed.
    bool allows(const QByteArray &origin) const;

    /// Header lines for every answer to an allowed origin.
    static QByteArray answerHeaders(const QByteArray &origin);
    /// Further lines for the answer to a preflight request. allowedMethods: as in Allow.
    static QByteArray preflightHeaders(const QByteArray &allowedMethods);

private:
    bool m_localhost; ///< localhost and 127.0.0.1, on any port
    QList<QByteArray> m_origins;
};

} // namespace smsauth
