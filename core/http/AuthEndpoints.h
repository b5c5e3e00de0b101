// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/AuthAnswers.h"
#include "core/http/HttpServer.h"
#include "core/http/Router.h"

namespace smsauth {

/// POST {path}sign-in/, {path}auth/, {path}change-phonenumber/: from a body to a call of AuthService and back.
class AuthEndpoints
{
public:
    explicit AuthEndpoints(const HttpContext &context);

    /// At both forms of each path, with and without the slash at its end. The endpoints outlive the router.
    void addTo(Router &router);

private:
    void addEndpoint(Router &router, const QString &name, Endpoint::Handler handler, Endpoint::Check check);
    std::optional<HttpResponse> checkAnyone(const HttpRequest &request) const;
    std::optional<HttpResponse> checkUser(const HttpRequest &request) const;
    void signIn(const HttpRequest &request, const Reply &reply);
    void auth(const HttpRequest &request, const Reply &reply);
    void changePhoneNumber(const HttpRequest &request, const Reply &reply);

    const Settings &m_settings;
    AuthService &m_service;
    AuthAnswers m_answers;
};

} // namespace smsauth
