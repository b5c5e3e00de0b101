// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/Negotiation.h"

#include <QUrlQuery>
#include <algorithm>

namespace smsauth {

namespace {

bool matches(QByteArrayView accepted, QByteArrayView type, QByteArrayView subtype)
{
    const qsizetype slash = accepted.indexOf('/');
    if (slash < 0)
        return false;
    const QByteArrayView acceptedType = accepted.first(slash);
    const QByteArrayView acceptedSubtype = accepted.sliced(slash + 1);
    return (acceptedType == "*" || acceptedType == type) && (acceptedSubtype == "*" || acceptedSubtype == subtype);
}

bool acceptsJson(const QByteArray &accept)
{
    const QList<QByteArray> ranges = accept.toLower().split(',');
    return std::any_of(ranges.begin(), ranges.end(), [](const QByteArray &range) {
        const qsizetype parameters = range.indexOf(';');
        const QByteArray mediaType = range.first(parameters < 0 ? range.size() : parameters).trimmed();
        return matches(mediaType, "application", "json") || matches(mediaType, "text", "html");
    });
}

} // namespace

int refuseByNegotiation(const HttpRequest &request)
{
    if (!request.query.isEmpty()) {
        const QStringList formats = QUrlQuery(request.query).allQueryItemValues(QStringLiteral("format"));
        const QString format = formats.isEmpty() ? QString() : formats.last();
        if (!format.isEmpty() && format != u"json" && format != u"api")
            return 404;
    }
    const QByteArray accept = request.header("Accept");
    return accept.isNull() || acceptsJson(accept) ? 0 : 406;
}

} // namespace smsauth
