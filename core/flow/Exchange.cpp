// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/Exchange.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

QString shellQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

/// Of the headers only these change what the server does; the others are curl's own business.
bool belongsIntoCurl(const QByteArray &name)
{
    return name.compare("Content-Type", Qt::CaseInsensitive) == 0 ||
           name.compare("Authorization", Qt::CaseInsensitive) == 0;
}

bool looksLikeToken(const QString &text)
{
    const QStringList parts = text.split(u'.');
    if (parts.size() != 3 || parts.at(2).isEmpty())
        return false;
    const QByteArray header = QByteArray::fromBase64(parts.first().toLatin1(), QByteArray::Base64UrlEncoding);
    return QJsonDocument::fromJson(header).object().contains("alg"_L1);
}

QString tokenIn(const QJsonValue &value)
{
    if (value.isString())
        return looksLikeToken(value.toString()) ? value.toString() : QString();
    const auto firstOf = [](const auto &values) {
        for (const QJsonValue &inner : values) {
            if (const QString token = tokenIn(inner); !token.isEmpty())
                return token;
        }
        return QString();
    };
    return value.isObject() ? firstOf(value.toObject()) : firstOf(value.toArray());
}

} // namespace

QString asCurl(const Exchange &exchange)
{
    QStringList parts{u"curl -i -X "_s + QString::fromLatin1(exchange.method) + u' ' +
                      shellQuoted(exchange.url.toString(QUrl::FullyEncoded))};
    for (const auto &[name, value] : exchange.requestHeaders) {
        if (belongsIntoCurl(name))
            parts += u"-H "_s + shellQuoted(QString::fromLatin1(name + ": " + value));
    }
    if (!exchange.requestBody.isEmpty())
        parts += u"--data-raw "_s + shellQuoted(QString::fromUtf8(exchange.requestBody));
    return parts.join(u" \\\n  "_s);
}

QString tokenIn(const QByteArray &body)
{
    // A bare JSON text is a valid answer, but Qt 6.4 reads only objects and arrays: so it is read as an array of
    // one.
    const QJsonDocument document = QJsonDocument::fromJson('[' + body + ']');
    return tokenIn(QJsonValue(document.array()));
}

} // namespace smsauth
