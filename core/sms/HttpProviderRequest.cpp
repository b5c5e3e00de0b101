// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/HttpProviderRequest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

Error invalid(const QString &detail)
{
    return {ErrorCode::InvalidInput, detail, seconds(0)};
}

bool hasControlCharacter(const QByteArray &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

/// "a=1&b=2": everything but A–Z a–z 0–9 - . _ ~ is percent-encoded, '+' and the space too.
Result<QByteArray> encodeFields(const RequestTemplate::Fields &fields, const TemplateValues &values)
{
    QByteArray result;
    for (const auto &[name, tree] : fields) {
        const Result<std::optional<QString>> value = tree.expandLeaf(values);
        if (!value)
            return value.error();
        if (!value->has_value())
            continue;
        if (!result.isEmpty())
            result += '&';
        result += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(**value);
    }
    return result;
}

/// A leading placeholder is the gateway's address and stands as it is; every other value is one encoded piece.
Result<QByteArray> encodeUrl(const Template &url, const TemplateValues &values)
{
    const Result<QList<Template::Piece>> pieces = url.pieces(values);
    if (!pieces)
        return pieces.error();
    QByteArray result;
    for (qsizetype i = 0; i < pieces->size(); ++i) {
        const Template::Piece &piece = pieces->at(i);
        if (!piece.fromValue) {
            result += QUrl::toPercentEncoding(piece.text, ":/?#[]@!$&'()*+,;=%");
        } else if (i == 0) {
            const Result<QUrl> base = parseGatewayUrl(piece.text);
            if (!base)
                return base.error();
            if (base->hasQuery())
                return invalid(u"the gateway's address must not have a query"_s);
            result = base->toEncoded();
            while (result.endsWith('/'))
                result.chop(1);
        } else {
            result += QUrl::toPercentEncoding(piece.text);
        }
    }
    return result;
}

Result<QUrl> checkedUrl(const QByteArray &encoded)
{
    const Result<QUrl> url = parseGatewayUrl(QString::fromLatin1(encoded));
    if (!url)
        return url.error();
    const QString path = url->path(QUrl::FullyEncoded);
    for (QStringView segment : QStringView(path).split(u'/')) {
        // "." and ".." would let a value climb to another endpoint of the gateway.
        if (segment == u"." || segment == u"..")
            return invalid(u"the URL has a \"..\" in its path"_s);
    }
    return *url;
}

Result<QByteArray> headerValue(const QByteArray &name, const QString &text)
{
    const QByteArray value = text.toUtf8();
    if (hasControlCharacter(value))
        return invalid(u"a control character in the header %1"_s.arg(QLatin1StringView(name)));
    return value.trimmed();
}

Result<QByteArray> basicCredentials(const RequestTemplate::Auth &auth, const TemplateValues &values)
{
    const Result<QString> user = auth.user.expand(values);
    if (!user)
        return user.error();
    const Result<QString> password = auth.secret.expand(values);
    if (!password)
        return password.error();
    // RFC 7617 §2: the first colon ends the user's name, and neither may hold control characters.
    if (user->contains(u':'))
        return invalid(u"a colon in the login, which Basic authentication cannot carry"_s);
    const QByteArray pair = (*user + u':' + *password).toUtf8();
    if (hasControlCharacter(pair))
        return invalid(u"a control character in the header Authorization"_s);
    return "Basic " + pair.toBase64();
}

Result<std::optional<QPair<QByteArray, QByteArray>>> authHeader(const RequestTemplate::Auth &auth,
                                                                const TemplateValues &values)
{
    using Header = std::optional<QPair<QByteArray, QByteArray>>;
    const QByteArray authorization = "Authorization";
    if (auth.kind == RequestTemplate::AuthKind::None)
        return Header();
    if (auth.kind == RequestTemplate::AuthKind::Basic) {
        const Result<QByteArray> credentials = basicCredentials(auth, values);
        if (!credentials)
            return credentials.error();
        return Header({authorization, *credentials});
    }
    const Result<QString> secret = auth.secret.expand(values);
    if (!secret)
        return secret.error();
    const bool ownHeader = auth.kind == RequestTemplate::AuthKind::Header;
    const QByteArray name = ownHeader ? auth.word : authorization;
    const Result<QByteArray> value = headerValue(name, *secret);
    if (!value)
        return value.error();
    const QByteArray word = auth.kind == RequestTemplate::AuthKind::Bearer ? QByteArray("Bearer") : auth.word;
    return Header({name, ownHeader ? *value : word + ' ' + *value});
}

Result<void> addHeaders(ProviderRequest &result, const RequestTemplate &request, const TemplateValues &values)
{
    const auto auth = authHeader(request.auth, values);
    if (!auth)
        return auth.error();
    if (auth->has_value())
        result.headers.append(**auth);
    for (const auto &[name, tree] : request.headers) {
        const Result<std::optional<QString>> text = tree.expandLeaf(values);
        if (!text)
            return text.error();
        if (!text->has_value())
            continue;
        const Result<QByteArray> value = headerValue(name.toLatin1(), **text);
        if (!value)
            return value.error();
        result.headers.append({name.toLatin1(), *value});
    }
    return {};
}

void addContentType(ProviderRequest &request, const QByteArray &type)
{
    const auto isContentType = [](const auto &header) { return header.first.toLower() == "content-type"; };
    if (std::none_of(request.headers.begin(), request.headers.end(), isContentType))
        request.headers.append({"Content-Type", type});
}

Result<void> addBody(ProviderRequest &result, const RequestTemplate &request, const TemplateValues &values)
{
    if (request.form) {
        const Result<QByteArray> form = encodeFields(*request.form, values);
        if (!form)
            return form.error();
        result.body = *form;
        addContentType(result, "application/x-www-form-urlencoded");
    } else if (request.json) {
        const Result<std::optional<OrderedJson>> json = request.json->expand(values);
        if (!json)
            return json.error();
        result.body = encodeJson(json->value_or(OrderedJson::object()));
        addContentType(result, "application/json");
    }
    return {};
}

} // namespace

QStringList RequestTemplate::names() const
{
    QStringList result = url.names() + credentialNames();
    for (const Fields &fields : {query, headers, form.value_or(Fields())}) {
        for (const auto &[name, tree] : fields)
            result.append(tree.names());
    }
    if (json)
        result.append(json->names());
    result.removeDuplicates();
    return result;
}

Result<ProviderRequest> buildRequest(const RequestTemplate &request, const TemplateValues &values,
                                     const QString &wholeUrl)
{
    ProviderRequest result;
    result.method = request.method;

    const Result<QByteArray> target = wholeUrl.isEmpty()
                                          ? encodeUrl(request.url, values)
                                          : Result<QByteArray>(QUrl(wholeUrl, QUrl::StrictMode).toEncoded());
    if (!target)
        return target.error();
    const Result<QByteArray> query = encodeFields(request.query, values);
    if (!query)
        return query.error();
    QByteArray encoded = *target;
    if (!query->isEmpty())
        encoded += (encoded.contains('?') ? '&' : '?') + *query;
    const Result<QUrl> url = checkedUrl(encoded);
    if (!url)
        return url.error();
    result.url = *url;

    if (const Result<void> headers = addHeaders(result, request, values); !headers)
        return headers.error();
    if (const Result<void> body = addBody(result, request, values); !body)
        return body.error();
    return result;
}

Result<QUrl> parseGatewayUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return invalid(u"the gateway's address is not an absolute URL"_s);
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return invalid(u"the gateway's address must begin with https:// or http://"_s);
    if (!url.userInfo().isEmpty() || url.hasFragment())
        return invalid(u"the gateway's address must not hold credentials or a fragment"_s);
    return url;
}

bool isUsableHeaderName(const QByteArray &name)
{
    static const QList<QByteArray> ours{
        "host",    "content-length", "transfer-encoding", "connection", "upgrade", "proxy-authorization", "te",
        "trailer", "expect",         "accept-encoding"};
    const auto isTokenCharacter = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    };
    return !name.isEmpty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), isTokenCharacter) &&
           !ours.contains(name.toLower());
}

} // namespace smsauth
