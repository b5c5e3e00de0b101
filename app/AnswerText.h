// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QJsonObject>

namespace smsauth {

/// An answer of core/admin/Commands for a person at a terminal. In live mode phone numbers are masked. What a
/// gateway or a client may have put into a text is made printable().
QString answerText(const QString &command, const QJsonObject &answer, bool live);
/// True when the text is another one in live mode, which must be known first.
bool dependsOnMode(const QString &command);

/// The answer for a script, in one line: phone numbers are whole, in live mode, too.
QString jsonText(const QJsonObject &answer);

/// One line for standard error; as JSON: {"error":{"code":"…","detail":"…"}}.
QString errorText(const Error &error, bool json);

} // namespace smsauth
