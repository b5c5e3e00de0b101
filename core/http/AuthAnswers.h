// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/AuthService.h"
#include "core/http/Fields.h"
#include "core/http/HttpResponse.h"

namespace smsauth {

/// The answers of the sign-in endpoints, in the style of SMS_AUTH_RESPONSE and with the texts of the settings.
class AuthAnswers
{
public:
    explicit AuthAnswers(const Settings &settings)
        : m_settings(settings)
    {
    }

    /// {"detail":"Your request was successfully processed"}
    HttpResponse accepted() const;
    /// What a signed-in user gets: {"jwt_token":"…"}, the bare value, or the user.
    HttpResponse signedIn(const SignedIn &signedIn) const;

    /// {"detail":"…"}
    HttpResponse problem(int status, QStringView text) const;
    /// {"phone_number":["…"],"code":["…"]}
    HttpResponse problems(const QList<FieldReader::Problem> &problems) const;
    /// With Retry-After for 429 and 503. Says nothing about the inside of the server.
    HttpResponse error(const Error &error) const;
    /// 401 {"detail":"…"}
    HttpResponse notAuthenticated(QStringView text = u"Authentication credentials were not provided.") const;

private:
    QString sentence(const Error &error) const;
    HttpResponse userStyle(int status, const QList<FieldReader::Problem> &problems) const;

    const Settings &m_settings;
};

/// The property of the user that SMS_AUTH_SUCCESS_KEY names, as a JSON value: the token, or a field or attribute of
/// the record. Nothing when the user has none of that name.
std::optional<QByteArray> successValue(const Settings &settings, const SignedIn &signedIn);

} // namespace smsauth
