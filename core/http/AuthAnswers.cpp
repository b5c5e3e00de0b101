// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/AuthAnswers.h"

#include "core/base/JsonWriter.h"
#include "core/base/Log.h"
#include "core/http/HttpStatus.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace smsauth {

namespace {

HttpResponse json(int status, QByteArray body)
{
    HttpResponse response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

/// Any JSON value as compact text; QJsonDocument takes only lists and objects.
QByteArray jsonText(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

QByteArray userObject(const UserRecord &user)
{
    return JsonObjectWriter()
        .add(u"pk", user.id)
        .add(u"first_name", user.firstName)
        .add(u"last_name", user.lastName)
        .finish();
}

} // namespace

std::optional<QByteArray> successValue(const Settings &settings, const SignedIn &signedIn)
{
    const QString &key = settings.successKey;
    const UserRecord &user = signedIn.user;
    if (key == u"jwt_token")
        return jsonString(signedIn.token);
    if (key == settings.userField)
        return jsonString(user.phone.e164());
    if (key == u"pk" || key == u"id")
        return QByteArray::number(user.id);
    if (key == u"username")
        return jsonString(user.username);
    if (key == u"first_name")
        return jsonString(user.firstName);
    if (key == u"last_name")
        return jsonString(user.lastName);
    if (key == u"email")
        return jsonString(user.email);
    if (key == u"is_active")
        return QByteArray(user.isActive ? "true" : "false");
    if (key == u"created_at")
        return jsonString(toIso(user.createdAt));
    if (key == u"last_sign_in_at")
        return user.lastSignInAt ? jsonString(toIso(*user.lastSignInAt)) : QByteArray("null");
    const auto attribute = user.attributes.constFind(key);
    if (attribute == user.attributes.constEnd())
        return std::nullopt;
    return jsonText(attribute.value());
}

HttpResponse AuthAnswers::accepted() const
{
    return HttpResponse::detail(200, m_settings.textSuccess);
}

HttpResponse AuthAnswers::signedIn(const SignedIn &signedIn) const
{
    if (m_settings.response == ResponseStyle::User)
        return json(200, userObject(signedIn.user));
    const std::optional<QByteArray> value = successValue(m_settings, signedIn);
    if (!value)
        return problem(400, QStringLiteral("The user has no attribute \"%1\".").arg(m_settings.successKey));
    if (m_settings.response == ResponseStyle::Value)
        return json(200, *value);
    return json(200, JsonObjectWriter().addRaw(m_settings.successKey, *value).finish());
}

HttpResponse AuthAnswers::userStyle(int status, const QList<FieldReader::Problem> &problems) const
{
    QByteArray errors = "[";
    for (const FieldReader::Problem &problem : problems) {
        if (errors.size() > 1)
            errors += ',';
        JsonObjectWriter error;
        error.add(u"code", u"0000");
        if (problem.field.isEmpty())
            error.addNull(u"field");
        else
            error.add(u"field", problem.field);
        errors += error.add(u"message", problem.message).finish();
    }
    errors += ']';
    return json(status, JsonObjectWriter().add(u"message", u"").addRaw(u"errors", errors).finish());
}

HttpResponse AuthAnswers::problem(int status, QStringView text) const
{
    if (m_settings.response == ResponseStyle::User)
        return userStyle(status, {{QString(), text.toString()}});
    return HttpResponse::detail(status, text);
}

HttpResponse AuthAnswers::problems(const QList<FieldReader::Problem> &problems) const
{
    if (m_settings.response == ResponseStyle::User)
        return userStyle(400, problems);
    JsonObjectWriter object;
    for (const FieldReader::Problem &problem : problems)
        object.addRaw(problem.field, '[' + jsonString(problem.message) + ']');
    return json(400, object.finish());
}

HttpResponse AuthAnswers::notAuthenticated(QStringView text) const
{
    return problem(401, text).with("WWW-Authenticate", "Bearer");
}

QString AuthAnswers::sentence(const Error &error) const
{
    switch (error.code) {
    case ErrorCode::CodeNotFound:
        return m_settings.textCodeNotFound;
    case ErrorCode::SentEarly:
        return m_settings.textWait;
    case ErrorCode::UserExists:
        return m_settings.textUserExists;
    case ErrorCode::InvalidPhone:
        return QStringLiteral("Enter a valid phone number.");
    case ErrorCode::InvalidInput:
        return QStringLiteral("Invalid input.");
    case ErrorCode::NotAuthenticated:
        return QStringLiteral("Authentication credentials were not provided.");
    case ErrorCode::LimitReached:
        return QStringLiteral("Request was throttled.");
    case ErrorCode::CountryNotAllowed:
        return QStringLiteral("Numbers of this country are not accepted.");
    case ErrorCode::NotFound:
        return QStringLiteral("Not found.");
    case ErrorCode::NotAllowed:
        return QStringLiteral("You do not have permission to perform this action.");
    case ErrorCode::TimedOut:
        return QStringLiteral("Timed out.");
    case ErrorCode::Busy:
    case ErrorCode::Storage:
    case ErrorCode::SecretsLocked:
    case ErrorCode::SecretsUnavailable:
    case ErrorCode::SecretMissing:
    case ErrorCode::InUse:
    case ErrorCode::Cancelled:
        return QStringLiteral("Service temporarily unavailable, try again later.");
    case ErrorCode::Provider:
    case ErrorCode::Settings:
    case ErrorCode::Internal:
        return QStringLiteral("Internal error.");
    }
    Q_UNREACHABLE();
}

HttpResponse AuthAnswers::error(const Error &error) const
{
    const int status = httpStatus(error.code);
    if (status == 401)
        return notAuthenticated();
    // A full queue is no news, and a log line for each would only fill it further.
    if (status >= 500 && error.code != ErrorCode::Busy)
        qCWarning(lcHttp).noquote() << "request failed:" << wireName(error.code) << error.detail;

    QString text = sentence(error);
    if (status != 429 && status != 503)
        return problem(status, text);
    const qint64 wait = std::max<qint64>(1, error.retryAfter.count());
    if (status == 429) {
        text += QStringLiteral(" Expected available in %1 second%2.")
                    .arg(wait)
                    .arg(QLatin1StringView(wait == 1 ? "" : "s"));
    }
    return problem(status, text).with("Retry-After", QByteArray::number(wait));
}

} // namespace smsauth
