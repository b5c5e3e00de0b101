// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/HttpServer.h"
#include "core/http/Router.h"

namespace smsauth {

/// GET /healthz: 200 or 503. GET /.well-known/jwks.json: the public keys of the tokens (RFC 7517).
void addHealthEndpoints(Router &router, const HttpContext &context);

} // namespace smsauth
