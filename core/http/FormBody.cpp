// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/FormBody.h"

#include <algorithm>
#include <optional>

namespace smsauth {

namespace {

constexpr size_t MaxFields = 1000;

Error tooManyFields()
{
    return {ErrorCode::InvalidInput, QStringLiteral("Too many fields.")};
}

void setField(JsonValue::Object &fields, const QString &name, JsonValue value)
{
    const auto known =
        std::find_if(fields.begin(), fields.end(), [&](const auto &field) { return field.first == name; });
    if (known == fields.end())
        fields.emplace_back(name, std::move(value));
    else
        known->second = std::move(value);
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// What is no escape stays as it is; QByteArray::fromPercentEncoding() makes a byte of anything.
QString decoded(QByteArrayView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isEscape =
            text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 && hexDigit(text[i + 2]) >= 0;
        if (isEscape) {
            bytes += char(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
            i += 2;
        } else {
            bytes += text[i] == '+' ? ' ' : text[i];
        }
    }
    return QString::fromUtf8(bytes);
}

/// The value of a parameter of a header such as `form-data; name="x"`.
std::optional<QByteArray> parameter(const QByteArray &header, QByteArrayView wanted)
{
    qsizetype at = header.indexOf(';');
    while (at >= 0) {
        const qsizetype equals = header.indexOf('=', at);
        if (equals < 0)
            return std::nullopt;
        const QByteArray name = header.sliced(at + 1, equals - at - 1).trimmed().toLower();
        QByteArray value;
        if (header.mid(equals + 1, 1) == "\"") {
            qsizetype i = equals + 2;
            for (; i < header.size() && header[i] != '"'; ++i) {
                if (header[i] == '\\' && i + 1 < header.size())
                    ++i;
                value += header[i];
            }
            at = header.indexOf(';', i);
        } else {
            at = header.indexOf(';', equals);
            value = header.mid(equals + 1, at < 0 ? -1 : at - equals - 1).trimmed();
        }
        if (name == wanted)
            return value;
    }
    return std::nullopt;
}

Error badMultipart(const QString &why)
{
    return {ErrorCode::InvalidInput, QStringLiteral("Multipart form parse error - ") + why};
}

/// One part: its header lines, an empty line, its content.
Result<void> readPart(const QByteArray &part, JsonValue::Object &fields)
{
    const qsizetype headEnd = part.startsWith("\r\n") ? 0 : part.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return badMultipart(QStringLiteral("a part without an empty line"));
    const QByteArray content = part.sliced(headEnd + (headEnd == 0 ? 2 : 4));
    for (const QByteArray &line : part.first(headEnd).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || line.first(colon).trimmed().toLower() != "content-disposition")
            continue;
        const QByteArray disposition = line.sliced(colon + 1).trimmed();
        const std::optional<QByteArray> name = parameter(disposition, "name");
        if (!name)
            return {};
        const bool isFile = parameter(disposition, "filename").has_value();
        setField(fields, QString::fromUtf8(*name),
                 isFile ? JsonValue(JsonValue::List()) : JsonValue(QString::fromUtf8(content)));
    }
    return {};
}

} // namespace

Result<JsonValue> readUrlEncodedForm(const QByteArray &body)
{
    JsonValue::Object fields;
    for (const QByteArray &pair : body.split('&')) {
        if (pair.isEmpty())
            continue;
        if (fields.size() >= MaxFields)
            return tooManyFields();
        const qsizetype equals = pair.indexOf('=');
        const QByteArray value = equals < 0 ? QByteArray() : pair.sliced(equals + 1);
        setField(fields, decoded(pair.first(equals < 0 ? pair.size() : equals)), JsonValue(decoded(value)));
    }
    return JsonValue(std::move(fields));
}

Result<JsonValue> readMultipartForm(const QByteArray &body, const QByteArray &contentType)
{
    constexpr qsizetype MaxBoundary = 70; // RFC 2046 §5.1.1
    const QByteArray boundary = parameter(contentType, "boundary").value_or(QByteArray());
    if (boundary.isEmpty() || boundary.size() > MaxBoundary)
        return badMultipart(QStringLiteral("Invalid boundary in multipart"));

    JsonValue::Object fields;
    const QByteArray delimiter = "\r\n--" + boundary;
    const QByteArray text = "\r\n" + body; // so that the first delimiter looks like the others
    qsizetype at = text.indexOf(delimiter);
    while (at >= 0) {
        at += delimiter.size();
        if (text.sliced(at).startsWith("--"))
            return JsonValue(std::move(fields));
        const qsizetype lineEnd = text.indexOf("\r\n", at); // padding may follow the delimiter
        const qsizetype next = text.indexOf(delimiter, at);
        if (lineEnd < 0 || next < 0)
            break;
        if (fields.size() >= MaxFields)
            return tooManyFields();
        const qsizetype begin = lineEnd + 2;
        const Result<void> read = readPart(begin <= next ? text.sliced(begin, next - begin) : QByteArray(), fields);
        if (!read)
            return read.error();
        at = next;
    }
    return badMultipart(QStringLiteral("the closing boundary is missing"));
}

} // namespace smsauth
