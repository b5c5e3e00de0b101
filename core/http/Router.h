// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/HttpRequest.h"
#include "core/http/Reply.h"

#include <QHash>
#include <functional>
#include <optional>
#include <vector>

namespace smsauth {

/// What answers at one path.
struct Endpoint
{
    using Handler = std::function<void(const HttpRequest &, Reply)>;
    /// An answer ends the request before any handler sees it.
    using Check = std::function<std::optional<HttpResponse>(const HttpRequest &)>;
    /// How errors are written here.
    using ErrorBody = std::function<HttpResponse(int status, QStringView text)>;

    std::vector<std::pair<QByteArray, Handler>> methods; ///< method → handler; GET also answers HEAD
    Check check;                                         ///< runs before the method is looked at; not for OPTIONS
    ErrorBody errorBody = &HttpResponse::detail;
    /// False: for this client nothing answers here. Null: everybody may know.
    std::function<bool(const HttpRequest &)> visible;
};

/// The table of all endpoints: path → method → handler, with 404, 405, OPTIONS and Allow in one place.
class Router
{
public:
    /// path: decoded, with the leading slash.
    void add(const QString &path, const Endpoint &endpoint);

    struct Route
    {
        Endpoint endpoint;
        QByteArray allow; ///< "POST, OPTIONS"
        QByteArray allowLine;
    };
    /// Null when nothing answers there, for that client.
    const Route *find(const HttpRequest &request) const;

    /// Hands the request to its handler, or answers for it.
    static void dispatch(const Route &route, const HttpRequest &request, const Reply &reply);

private:
    QHash<QString, Route> m_routes;
};

} // namespace smsauth
