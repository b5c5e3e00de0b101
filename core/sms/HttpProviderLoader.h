// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <memory>

namespace smsauth {

class HttpProvider;

/// Reads a gateway's description, format `sms-http/1`: one JSON object with format, title, vars, send, reply and
/// optionally check, balance, report, note. Everything is checked here, so that a loaded gateway cannot fail later
/// for a reason that its file has. Pure; thread-safe. Errors: InvalidInput, detail is "JSON pointer: what is wrong"
/// (or "line N: …" where it is not JSON at all).
Result<std::shared_ptr<const HttpProvider>> loadHttpProvider(const QString &id, const QByteArray &description);

/// a–z, 0–9, '-' and '_', 1–32 characters, not beginning with '-' or '_'.
bool isProviderId(const QString &id);

} // namespace smsauth
