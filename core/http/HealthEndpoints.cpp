// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/HealthEndpoints.h"

#include <QJsonDocument>

namespace smsauth {

namespace {

HttpResponse health(bool healthy)
{
    HttpResponse response;
    response.status = healthy ? 200 : 503;
    response.body =
        healthy ? QByteArrayLiteral("{\"status\":\"ok\"}") : QByteArrayLiteral("{\"status\":\"unavailable\"}");
    return healthy ? response : response.with("Retry-After", "1");
}

HttpResponse publicKeys(const AuthService &auth)
{
    HttpResponse response;
    response.body = QJsonDocument(auth.jwks()).toJson(QJsonDocument::Compact);
    // Public, and asked for by every service that checks tokens; short, because keys are rotated.
    response.cacheControl = "public, max-age=300";
    return response;
}

} // namespace

void addHealthEndpoints(Router &router, const HttpContext &context)
{
    Endpoint healthz;
    healthz.methods.emplace_back("GET", [healthy = context.healthy](const HttpRequest &, const Reply &reply) {
        reply.send(health(!healthy || healthy()));
    });
    router.add(QStringLiteral("/healthz"), healthz);

    Endpoint jwks;
    jwks.methods.emplace_back(
        "GET", [&auth = context.auth](const HttpRequest &, const Reply &reply) { reply.send(publicKeys(auth)); });
    router.add(QStringLiteral("/.well-known/jwks.json"), jwks);
}

} // namespace smsauth
