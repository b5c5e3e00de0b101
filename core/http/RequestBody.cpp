// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/RequestBody.h"

#include "core/http/FormBody.h"

namespace smsauth {

namespace {

enum class Format { Unknown, Json, UrlEncoded, Multipart };

/// By the library's order of parsers, which also lets wildcards match.
Format formatOf(const QByteArray &contentType)
{
    const qsizetype parameters = contentType.indexOf(';');
    const QByteArray type = contentType.first(parameters < 0 ? contentType.size() : parameters).trimmed().toLower();
    if (type == "application/json" || type == "application/*" || type == "*/*" || type == "*/json")
        return Format::Json;
    if (type == "application/x-www-form-urlencoded" || type == "*/x-www-form-urlencoded")
        return Format::UrlEncoded;
    if (type == "multipart/form-data" || type == "multipart/*" || type == "*/form-data")
        return Format::Multipart;
    return Format::Unknown;
}

RequestBody bodyFrom(Result<JsonValue> value, const QString &prefix = {})
{
    if (!value)
        return {JsonValue(), 400, prefix + value.error().detail};
    return {std::move(value).value(), 0, {}};
}

} // namespace

RequestBody readRequestBody(const HttpRequest &request)
{
    if (request.body.isEmpty())
        return {JsonValue(JsonValue::Object()), 0, {}};
    const QByteArray contentType = request.header("Content-Type");
    switch (formatOf(contentType)) {
    case Format::Json:
        return bodyFrom(readJson(request.body), QStringLiteral("JSON parse error - "));
    case Format::UrlEncoded:
        return bodyFrom(readUrlEncodedForm(request.body));
    case Format::Multipart:
        return bodyFrom(readMultipartForm(request.body, contentType));
    case Format::Unknown:
        break;
    }
    return {JsonValue(), 415,
            QStringLiteral("Unsupported media type \"%1\" in request.").arg(QString::fromLatin1(contentType))};
}

} // namespace smsauth
