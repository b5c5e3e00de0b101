// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/FlowRequests.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

Exchange post(const FlowTarget &target, const QString &endpoint, const QJsonObject &body)
{
    Exchange request;
    request.method = "POST";
    request.url = target.server;
    request.url.setPath(u'/' + target.path + endpoint);
    request.requestHeaders = {{"Content-Type", "application/json"}};
    request.requestBody = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

/// QUrlQuery leaves "+" as it is, which many a server reads as a space.
QString phoneQuery(const QString &phone)
{
    return u"phone="_s + QString::fromLatin1(QUrl::toPercentEncoding(phone));
}

} // namespace

Exchange signInRequest(const FlowTarget &target, const QString &phone)
{
    return post(target, u"sign-in/"_s, {{u"phone_number"_s, phone}});
}

Exchange verifyRequest(const FlowTarget &target, const QString &phone, const QString &code)
{
    return post(target, u"auth/"_s, {{u"phone_number"_s, phone}, {u"code"_s, code}});
}

Exchange waitRequest(const FlowTarget &target, const QString &phone)
{
    Exchange request;
    request.method = "GET";
    request.url = target.server;
    request.url.setPath(u"/sandbox/messages/wait"_s);
    request.url.setQuery(phoneQuery(phone) + u"&timeout="_s + QString::number(FlowRunner::MessageWait.count()));
    return request;
}

Exchange resetRequest(const FlowTarget &target, const QString &phone)
{
    Exchange request;
    request.method = "POST";
    request.url = target.server;
    request.url.setPath(u"/sandbox/reset"_s);
    request.url.setQuery(phoneQuery(phone));
    return request;
}

QString codeIn(const Exchange &answer)
{
    return QJsonDocument::fromJson(answer.responseBody).object().value("code"_L1).toString();
}

} // namespace smsauth
