// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/Snippets.h"

#include <QStringList>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct Header
{
    QString name;
    QString value;
};

/// Of the headers only these change what the server does; the others are the client's own business.
QList<Header> headersThatMatter(const Exchange &exchange)
{
    QList<Header> headers;
    for (const auto &[name, value] : exchange.requestHeaders) {
        if (name.compare("Content-Type", Qt::CaseInsensitive) == 0 ||
            name.compare("Authorization", Qt::CaseInsensitive) == 0)
            headers.append({QString::fromLatin1(name), QString::fromLatin1(value)});
    }
    return headers;
}

QString addressOf(const Exchange &exchange)
{
    return exchange.url.toString(QUrl::FullyEncoded | QUrl::RemoveFragment);
}

QString methodOf(const Exchange &exchange)
{
    return QString::fromLatin1(exchange.method);
}

QString bodyOf(const Exchange &exchange)
{
    return QString::fromUtf8(exchange.requestBody);
}

QString shellQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

bool isUnseen(char32_t point)
{
    const QChar::Category category = QChar::category(point);
    return !QChar::isPrint(point) || category == QChar::Other_Format || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph;
}

/// How a language writes text between quotes. What a reader cannot see is escaped, so that no literal looks other
/// than it is.
struct Literal
{
    char16_t quote;
    QString alsoEscaped; ///< characters that need a backslash beside the quote and the backslash itself
    QString (*codePoint)(char32_t point);

    QString operator()(const QString &text) const
    {
        QString result(quote);
        for (const char32_t point : text.toUcs4()) {
            const bool plain = point < 0x10000;
            if (plain &&
                (char16_t(point) == quote || point == U'\\' || alsoEscaped.contains(QChar(char16_t(point)))))
                result += u'\\' + QChar(char16_t(point));
            else if (point == U'\n')
                result += u"\\n"_s;
            else if (point == U'\r')
                result += u"\\r"_s;
            else if (point == U'\t')
                result += u"\\t"_s;
            else if (isUnseen(point))
                result += codePoint(point);
            else
                result += QString::fromUcs4(&point, 1);
        }
        return result + QChar(quote);
    }
};

QString hex(char32_t value, int width)
{
    return QString::number(uint(value), 16).rightJustified(width, u'0');
}

QString utf16Escapes(char32_t point)
{
    QString escapes;
    for (const QChar unit : QString::fromUcs4(&point, 1))
        escapes += u"\\u"_s + hex(unit.unicode(), 4);
    return escapes;
}

QString pythonEscape(char32_t point)
{
    return point < 0x10000 ? u"\\u"_s + hex(point, 4) : u"\\U"_s + hex(point, 8);
}

QString bracedEscape(char32_t point)
{
    return u"\\u{"_s + hex(point, 1) + u'}';
}

QString javaScriptText(const QString &text)
{
    static const Literal literal{u'\'', {}, utf16Escapes};
    // A script inside a page ends at "</script", whatever quotes stand around it.
    return literal(text).replace(u"</"_s, u"<\\/"_s);
}

QString pythonText(const QString &text)
{
    static const Literal literal{u'\'', {}, pythonEscape};
    return literal(text);
}

QString kotlinText(const QString &text)
{
    static const Literal literal{u'"', u"$"_s, utf16Escapes};
    return literal(text);
}

QString swiftText(const QString &text)
{
    static const Literal literal{u'"', {}, bracedEscape};
    return literal(text);
}

} // namespace

QString asCurl(const Exchange &exchange)
{
    const QString address = addressOf(exchange);
    // curl takes brackets for a pattern, except those around an IPv6 address.
    const QString resource = exchange.url.toString(QUrl::FullyEncoded | QUrl::RemoveScheme | QUrl::RemoveAuthority);
    const auto isPattern = [](QChar c) { return QStringView(u"[]{}").contains(c); };
    const QString literally = std::any_of(resource.begin(), resource.end(), isPattern) ? u" -g"_s : QString();
    QStringList parts{u"curl -i"_s + literally + u" -X "_s + methodOf(exchange) + u' ' + shellQuoted(address)};
    for (const Header &header : headersThatMatter(exchange)) {
        // "Name:" would take curl's own header away; with a semicolon it is sent without a value.
        const QString line = header.value.isEmpty() ? header.name + u';' : header.name + u": "_s + header.value;
        parts += u"-H "_s + shellQuoted(line);
    }
    if (!exchange.requestBody.isEmpty())
        parts += u"--data-raw "_s + shellQuoted(bodyOf(exchange));
    return parts.join(u" \\\n  "_s);
}

QString asHttpie(const Exchange &exchange)
{
    // Without --ignore-stdin it waits for a body on the standard input of a script.
    QStringList parts{u"http --ignore-stdin "_s + methodOf(exchange) + u' ' + shellQuoted(addressOf(exchange))};
    for (const Header &header : headersThatMatter(exchange)) {
        // The space keeps a value that begins with = or @ from being another kind of item; it is not sent.
        const QString item = header.value.isEmpty() ? header.name + u';' : header.name + u": "_s + header.value;
        parts += shellQuoted(item);
    }
    if (!exchange.requestBody.isEmpty())
        parts += u"--raw="_s + shellQuoted(bodyOf(exchange));
    return parts.join(u" \\\n  "_s);
}

QString asJavaScript(const Exchange &exchange)
{
    QString code = u"const response = await fetch("_s + javaScriptText(addressOf(exchange)) + u", {\n"_s +
                   u"  method: "_s + javaScriptText(methodOf(exchange)) + u",\n"_s;
    const QList<Header> headers = headersThatMatter(exchange);
    if (!headers.isEmpty()) {
        code += u"  headers: {\n"_s;
        for (const Header &header : headers)
            code += u"    "_s + javaScriptText(header.name) + u": "_s + javaScriptText(header.value) + u",\n"_s;
        code += u"  },\n"_s;
    }
    if (!exchange.requestBody.isEmpty())
        code += u"  body: "_s + javaScriptText(bodyOf(exchange)) + u",\n"_s;
    return code + u"});\nconsole.log(response.status, await response.text());\n"_s;
}

QString asPython(const Exchange &exchange)
{
    QString code = u"import requests\n\nresponse = requests.request(\n    "_s + pythonText(methodOf(exchange)) +
                   u",\n    "_s + pythonText(addressOf(exchange)) + u",\n"_s;
    const QList<Header> headers = headersThatMatter(exchange);
    if (!headers.isEmpty()) {
        code += u"    headers={\n"_s;
        for (const Header &header : headers)
            code += u"        "_s + pythonText(header.name) + u": "_s + pythonText(header.value) + u",\n"_s;
        code += u"    },\n"_s;
    }
    if (!exchange.requestBody.isEmpty())
        code += u"    data="_s + pythonText(bodyOf(exchange)) + u".encode(),\n"_s;
    return code + u"    timeout=30,\n)\nprint(response.status_code, response.text)\n"_s;
}

QString asKotlin(const Exchange &exchange)
{
    QString type;
    QString headers;
    for (const Header &header : headersThatMatter(exchange)) {
        if (header.name.compare("Content-Type"_L1, Qt::CaseInsensitive) == 0 && !exchange.requestBody.isEmpty())
            type = kotlinText(header.value) + u".toMediaType()"_s;
        else
            headers += u"    .header("_s + kotlinText(header.name) + u", "_s + kotlinText(header.value) + u")\n"_s;
    }
    // OkHttp refuses a POST without a body, and a GET with one.
    const bool takesNone =
        exchange.requestBody.isEmpty() && (exchange.method == "GET" || exchange.method == "HEAD");
    QString code = u"import okhttp3.MediaType.Companion.toMediaType\nimport okhttp3.OkHttpClient\n"
                   "import okhttp3.Request\nimport okhttp3.RequestBody.Companion.toRequestBody\n\n"_s;
    // As bytes: of a text OkHttp would add a charset to the type.
    if (!takesNone)
        code +=
            u"val body = "_s + kotlinText(bodyOf(exchange)) + u".toByteArray().toRequestBody("_s + type + u")\n"_s;
    code += u"val request = Request.Builder()\n    .url("_s + kotlinText(addressOf(exchange)) +
            u")\n    .method("_s + kotlinText(methodOf(exchange)) + (takesNone ? u", null)\n"_s : u", body)\n"_s) +
            headers + u"    .build()\n"_s;
    return code + u"OkHttpClient().newCall(request).execute().use { response ->\n"
                  "    println(\"${response.code} ${response.body?.string()}\")\n}\n"_s;
}

QString asSwift(const Exchange &exchange)
{
    QString code = u"import Foundation\n\nvar request = URLRequest(url: URL(string: "_s +
                   swiftText(addressOf(exchange)) + u")!)\nrequest.httpMethod = "_s +
                   swiftText(methodOf(exchange)) + u'\n';
    for (const Header &header : headersThatMatter(exchange))
        code += u"request.setValue("_s + swiftText(header.value) + u", forHTTPHeaderField: "_s +
                swiftText(header.name) + u")\n"_s;
    if (!exchange.requestBody.isEmpty())
        code += u"request.httpBody = Data("_s + swiftText(bodyOf(exchange)) + u".utf8)\n"_s;
    return code + u"let (data, response) = try await URLSession.shared.data(for: request)\n"
                  "print((response as! HTTPURLResponse).statusCode, String(decoding: data, as: UTF8.self))\n"_s;
}

std::span<const SnippetKind> snippetKinds()
{
    static constexpr SnippetKind kinds[] = {
        {"curl"_L1, "curl"_L1, &asCurl},
        {"httpie"_L1, "HTTPie"_L1, &asHttpie},
        {"javascript"_L1, "JavaScript (fetch)"_L1, &asJavaScript},
        {"python"_L1, "Python (requests)"_L1, &asPython},
        {"kotlin"_L1, "Kotlin (OkHttp)"_L1, &asKotlin},
        {"swift"_L1, "Swift (URLSession)"_L1, &asSwift},
    };
    return kinds;
}

} // namespace smsauth
