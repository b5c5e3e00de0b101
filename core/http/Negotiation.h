// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/HttpRequest.h"

namespace smsauth {

/// Whether a JSON answer will do for the request, by the rules of the library's framework: 0, or 404 for an unknown
/// ?format=, or 406 for an Accept header that leaves no room. A browser that asks for HTML gets JSON.
int refuseByNegotiation(const HttpRequest &request);

} // namespace smsauth
