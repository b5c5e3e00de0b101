// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/TokenService.h"

#include "core/auth/TokenKey.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace smsauth {

namespace {

constexpr seconds Leeway(5); // between clocks of one machine room; RFC 7519 §4.1.4 allows a few
constexpr qsizetype MaxTokenSize = 8192;

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::optional<QByteArray> fromBase64Url(const QByteArray &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding |
                                                                  QByteArray::AbortOnBase64DecodingErrors);
    // Encoding it again tells whether it was the one canonical form.
    if (!decoded || base64Url(decoded.decoded) != text)
        return std::nullopt;
    return decoded.decoded;
}

QJsonObject objectIn(const QByteArray &part)
{
    return QJsonDocument::fromJson(fromBase64Url(part).value_or(QByteArray())).object();
}

Error refused(const char *why)
{
    return {ErrorCode::NotAuthenticated, QString::fromLatin1(why)};
}

qint64 secondsOf(Timestamp time)
{
    return std::chrono::floor<seconds>(time).time_since_epoch().count();
}

} // namespace

class TokenService::Private
{
public:
    std::unique_ptr<const TokenKey> key;
    QString issuer;
    seconds life;
    QByteArray header; ///< the same in every token
    const Clock &clock;
    Random &random;
};

Secret TokenService::makeKey(TokenAlgorithm algorithm, Random &random)
{
    return algorithm == TokenAlgorithm::ES256 ? TokenKey::makeEs256() : Secret(random.bytes(32));
}

Result<std::unique_ptr<TokenService>> TokenService::create(const Settings &settings, const Secret &key,
                                                           const Clock &clock, Random &random)
{
    Result<std::unique_ptr<const TokenKey>> loaded = TokenKey::load(settings.tokenAlgorithm, key);
    if (!loaded)
        return loaded.error();
    auto d = std::unique_ptr<Private>(new Private{.key = std::move(loaded).value(),
                                                  .issuer = settings.tokenIssuer,
                                                  .life = settings.tokenLife,
                                                  .header = {},
                                                  .clock = clock,
                                                  .random = random});
    const QJsonObject header{{QStringLiteral("alg"), d->key->algorithm()},
                             {QStringLiteral("kid"), d->key->id()},
                             {QStringLiteral("typ"), QStringLiteral("JWT")}};
    d->header = base64Url(QJsonDocument(header).toJson(QJsonDocument::Compact));
    return std::unique_ptr<TokenService>(new TokenService(std::move(d)));
}

TokenService::TokenService(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

TokenService::~TokenService() = default;

Result<QString> TokenService::issue(const UserRecord &user) const
{
    const qint64 now = secondsOf(d->clock.now());
    const QJsonObject claims{{QStringLiteral("iss"), d->issuer},
                             {QStringLiteral("aud"), d->issuer},
                             {QStringLiteral("sub"), QString::number(user.id)},
                             {QStringLiteral("iat"), now},
                             {QStringLiteral("nbf"), now},
                             {QStringLiteral("exp"), now + d->life.count()},
                             {QStringLiteral("jti"), QString::fromLatin1(base64Url(d->random.bytes(16)))},
                             {QStringLiteral("amr"), QJsonArray{QStringLiteral("sms")}}};
    const QByteArray signedPart = d->header + '.' + base64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact));
    const QByteArray signature = d->key->sign(signedPart);
    if (signature.isEmpty())
        return {ErrorCode::Internal, QStringLiteral("the token could not be signed")};
    return QString::fromLatin1(signedPart + '.' + base64Url(signature));
}

Result<TokenService::Claims> TokenService::verify(const QString &token) const
{
    const QByteArray bytes = token.toLatin1();
    const QList<QByteArray> parts = bytes.split('.');
    if (bytes.size() > MaxTokenSize || parts.size() != 3)
        return refused("not a token");

    // The header must be the one that we write: algorithm, type and key are ours to choose, not the token's.
    const QJsonObject header = objectIn(parts[0]);
    if (header.value(QLatin1StringView("alg")).toString() != d->key->algorithm())
        return refused("the algorithm is not the one of this server");
    if (header.value(QLatin1StringView("typ")).toString() != QLatin1StringView("JWT"))
        return refused("the type is not JWT");
    if (header.value(QLatin1StringView("kid")).toString() != d->key->id())
        return refused("signed with another key");
    const std::optional<QByteArray> signature = fromBase64Url(parts[2]);
    if (!signature || !d->key->verify(parts[0] + '.' + parts[1], *signature))
        return refused("the signature is wrong");

    const QJsonObject claims = objectIn(parts[1]);
    const qint64 now = secondsOf(d->clock.now());
    if (claims.value(QLatin1StringView("iss")).toString() != d->issuer)
        return refused("another issuer made it");
    if (claims.value(QLatin1StringView("aud")).toString() != d->issuer)
        return refused("made for another audience");
    if (claims.value(QLatin1StringView("exp")).toInteger(0) + Leeway.count() <= now)
        return refused("the token has expired");
    if (claims.value(QLatin1StringView("nbf")).toInteger(now + Leeway.count() + 1) > now + Leeway.count())
        return refused("the token is not valid yet");
    bool isNumber = false;
    const RowId user = claims.value(QLatin1StringView("sub")).toString().toLongLong(&isNumber);
    if (!isNumber || user <= 0)
        return refused("it names no user");
    return Claims{user, claims};
}

QJsonObject TokenService::jwks() const
{
    const QJsonObject jwk = d->key->publicJwk();
    return {{QStringLiteral("keys"), jwk.isEmpty() ? QJsonArray() : QJsonArray{jwk}}};
}

} // namespace smsauth
