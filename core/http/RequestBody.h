// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/http/HttpRequest.h"

namespace smsauth {

/// What a request body says, or why it cannot be read.
struct RequestBody
{
    /// The JSON value; the fields of a form as an object of texts, a file as an empty list; an empty object when
    /// there is no body.
    JsonValue data;
    int status = 0; ///< 0: data is valid; else 400 or 415
    QString problem;
};

/// Reads JSON, application/x-www-form-urlencoded or multipart/form-data, as the Content-Type says.
RequestBody readRequestBody(const HttpRequest &request);

} // namespace smsauth
