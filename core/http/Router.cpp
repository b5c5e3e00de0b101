// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/Router.h"

namespace smsauth {

namespace {

const Endpoint::Handler *handlerFor(const Endpoint &endpoint, QByteArrayView method)
{
    const QByteArrayView wanted = method == "HEAD" ? QByteArrayView("GET") : method;
    for (const auto &[name, handler] : endpoint.methods) {
        if (name == wanted)
            return &handler;
    }
    return nullptr;
}

} // namespace

void Router::add(const QString &path, const Endpoint &endpoint)
{
    Route route{endpoint, {}, {}};
    for (const auto &[method, handler] : endpoint.methods)
        route.allow += method + (method == "GET" ? ", HEAD, " : ", ");
    route.allow += "OPTIONS";
    route.allowLine = "Allow: " + route.allow + "\r\n";
    m_routes.insert(path, route);
}

const Router::Route *Router::find(const HttpRequest &request) const
{
    const auto route = m_routes.constFind(request.path);
    if (route == m_routes.cend() || (route->endpoint.visible && !route->endpoint.visible(request)))
        return nullptr;
    return &route.value();
}

void Router::dispatch(const Route &route, const HttpRequest &request, const Reply &reply)
{
    if (request.method == "OPTIONS")
        return reply.send(HttpResponse());
    const Endpoint &endpoint = route.endpoint;
    if (endpoint.check) {
        if (const std::optional<HttpResponse> refused = endpoint.check(request))
            return reply.send(*refused);
    }
    if (const Endpoint::Handler *handler = handlerFor(endpoint, request.method))
        return (*handler)(request, reply);
    reply.send(endpoint.errorBody(
        405, QStringLiteral("Method \"%1\" not allowed.").arg(QLatin1StringView(request.method.toByteArray()))));
}

} // namespace smsauth
