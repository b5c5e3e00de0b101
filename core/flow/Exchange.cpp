// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/Exchange.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

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

QString tokenIn(const QByteArray &body)
{
    // A bare JSON text is a valid answer, but Qt 6.4 reads only objects and arrays: so it is read as an array of
    // one.
    const QJsonDocument document = QJsonDocument::fromJson('[' + body + ']');
    return tokenIn(QJsonValue(document.array()));
}

QString wordsIn(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    if (const QString detail = object.value("detail"_L1).toString(); !detail.isEmpty())
        return detail;
    for (const QJsonValue &error : object.value("errors"_L1).toArray()) {
        if (const QString message = error.toObject().value("message"_L1).toString(); !message.isEmpty())
            return message;
    }
    for (const QJsonValue &field : object) {
        if (const QString message = field.toArray().at(0).toString(); !message.isEmpty())
            return message;
    }
    return {};
}

} // namespace smsauth
