// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/HttpRequest.h"

#include <algorithm>

namespace smsauth {

namespace {

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), b.data(), size_t(a.size())) == 0;
}

} // namespace

QByteArray HttpRequest::header(QByteArrayView name) const
{
    QByteArray joined;
    for (const auto &[key, value] : headers) {
        if (!sameName(key, name))
            continue;
        if (joined.isNull())
            joined = value.isNull() ? QByteArray("") : value;
        else
            joined += ", " + value;
    }
    return joined;
}

bool HttpRequest::hasHeader(QByteArrayView name) const
{
    return std::any_of(headers.begin(), headers.end(),
                       [&](const auto &line) { return sameName(line.first, name); });
}

} // namespace smsauth
