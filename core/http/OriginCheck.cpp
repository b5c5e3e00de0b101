// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/OriginCheck.h"

#include <algorithm>

namespace smsauth {

namespace {

bool isOnThisMachine(QByteArrayView origin)
{
    for (const QByteArrayView scheme : {"http://", "https://"}) {
        for (const QByteArrayView host : {"localhost", "127.0.0.1"}) {
            if (!origin.startsWith(scheme) || !origin.sliced(scheme.size()).startsWith(host))
                continue;
            const QByteArrayView rest = origin.sliced(scheme.size() + host.size());
            const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
            if (rest.isEmpty() ||
                (rest.size() > 1 && rest[0] == ':' && std::all_of(rest.begin() + 1, rest.end(), isDigit))) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

OriginCheck::OriginCheck(const Settings &settings)
    : m_localhost(!settings.corsOrigins && settings.mode() == Mode::Simulated)
{
    for (QString origin : settings.corsOrigins.value_or(QStringList())) {
        if (origin.endsWith(u'/'))
            origin.chop(1);
        m_origins.append(origin.toLower().toUtf8());
    }
}

bool OriginCheck::allows(const QByteArray &origin) const
{
    if (origin == "null")
        return false;
    return m_origins.contains(origin.toLower()) || (m_localhost && isOnThisMachine(origin));
}

QByteArray OriginCheck::answerHeaders(const QByteArray &origin)
{
    return "Access-Control-Allow-Origin: " + origin +
           "\r\nAccess-Control-Expose-Headers: Retry-After\r\nVary: Origin\r\n";
}

QByteArray OriginCheck::preflightHeaders(const QByteArray &allowedMethods)
{
    return "Access-Control-Allow-Methods: " + allowedMethods +
           "\r\nAccess-Control-Allow-Headers: Authorization, Content-Type\r\nAccess-Control-Max-Age: 600\r\n";
}

} // namespace smsauth
