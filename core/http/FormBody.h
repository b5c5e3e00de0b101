// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"

namespace smsauth {

/// The fields of a form, as texts; of a field that is there twice the last one counts. Errors: InvalidInput.
Result<JsonValue> readUrlEncodedForm(const QByteArray &body);

/// As above; a file becomes an empty list. contentType: the whole header, for its boundary (RFC 7578, RFC 2046
/// §5.1).
Result<JsonValue> readMultipartForm(const QByteArray &body, const QByteArray &contentType);

} // namespace smsauth
