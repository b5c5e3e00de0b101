// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/HttpResponse.h"

#include "core/base/JsonWriter.h"
#include "core/base/Log.h"

#include <QString>
#include <algorithm>

namespace smsauth {

HttpResponse &HttpResponse::with(QByteArrayView name, QByteArrayView value)
{
    const auto isControl = [](char c) { return uchar(c) < 0x20 || c == 0x7f; };
    if (std::any_of(value.begin(), value.end(), isControl)) {
        qCWarning(lcHttp) << "left out a header with control characters:" << name;
        return *this;
    }
    headers += name;
    headers += ": ";
    headers += value;
    headers += "\r\n";
    return *this;
}

HttpResponse HttpResponse::detail(int status, QStringView text)
{
    HttpResponse response;
    response.status = status;
    response.body = JsonObjectWriter().add(u"detail", text).finish();
    return response;
}

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 204:
        return "No Content";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return {};
    }
}

QByteArray serialize(const HttpResponse &response, const AnswerFrame &frame)
{
    constexpr qsizetype UsualHead = 256;
    QByteArray bytes;
    bytes.reserve(UsualHead + response.headers.size() + frame.requestHeaders.size() + response.body.size());
    bytes += "HTTP/1.1 ";
    bytes += QByteArray::number(response.status);
    bytes += ' ';
    bytes += reasonPhrase(response.status);
    bytes += "\r\n";
    if (response.status != 204) {
        if (!response.body.isEmpty())
            bytes += "Content-Type: application/json\r\n";
        bytes += "Content-Length: ";
        bytes += QByteArray::number(response.body.size());
        bytes += "\r\n";
    }
    bytes += "Cache-Control: ";
    bytes += response.cacheControl;
    bytes += "\r\nX-Content-Type-Options: nosniff\r\n";
    bytes += frame.requestHeaders;
    bytes += response.headers;
    bytes += frame.connection;
    bytes += "\r\n";
    if (!frame.withoutBody && response.status != 204)
        bytes += response.body;
    return bytes;
}

QByteArray refusal(int status, bool withoutBody)
{
    HttpResponse response = HttpResponse::detail(status, QString::fromLatin1(reasonPhrase(status)));
    if (status == 503)
        response.with("Retry-After", "1");
    return serialize(response, {withoutBody, "Connection: close\r\n", {}});
}

} // namespace smsauth
