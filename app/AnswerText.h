// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QJsonObject>

namespace smsauth {

/// An answer of core/admin/Commands for a person at a terminal. In live mode phone numbers are masked. Control
/// characters, which a gateway or a client may have put into a text, are replaced.
QString answerText(const QString &command, const QJsonObject &answer, bool live);
/// True when the text would show phone numbers, so that the mode must be known first.
bool showsPhones(const QString &command);

/// One line for standard error; as JSON: {"error":{"code":"…","detail":"…"}}.
QString errorText(const Error &error, bool json);

} // namespace smsauth
