// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace smsauth {

// One category per part, all under "smsauth.": QT_LOGGING_RULES chooses. Never log a code, a secret or a full
// phone number: PhoneNumber::masked() is what a log may show.
Q_DECLARE_LOGGING_CATEGORY(lcServer)
Q_DECLARE_LOGGING_CATEGORY(lcHttp)
Q_DECLARE_LOGGING_CATEGORY(lcStorage)
Q_DECLARE_LOGGING_CATEGORY(lcSms)
Q_DECLARE_LOGGING_CATEGORY(lcSecrets)

/// Sends all messages to standard error, one line each: "2026-01-01T09:41:07.212Z info smsauth.http text".
/// What standard error does not take soon is dropped, and counted. With json: one JSON object a line. Call once,
/// before the first message.
void installLogHandler(bool json);

} // namespace smsauth
